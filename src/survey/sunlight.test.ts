// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MILANO } from '../city/place';
import { type SunStep, sunSteps, sunTimes } from '../city/sun';
import { type Box, boxes } from './fixtures/boxes';
import { roofGrid } from './height-grid';
import { foundIn, gridAbout, LONGEST_M, marginsM, STEP_MIN, sunHoursOver } from './sunlight';

const noon = (date: string) => Date.parse(`${date}T11:20:00Z`);
const [JUNE, DECEMBER] = [noon('2026-06-21'), noon('2026-12-21')];
/** The sun crosses the equator on 20 March at 14:46 UTC: it is within 0.06° of it all day. */
const EQUINOX = noon('2026-03-20');
const day = (noonMs: number) => sunSteps(noonMs, MILANO.centre, STEP_MIN);
const lengthOf = (steps: readonly SunStep[]) => steps.reduce((sum, { hours }) => sum + hours, 0);
const STEP_H = STEP_MIN / 60;

/** Hours on the cell about (0, 0), and on the cells to the north-east of it, among boxes; 1 m. */
function hoursAmong(
  steps: readonly SunStep[],
  all: readonly Box[],
  sideM = 1,
  roomM = 250,
): { readonly at: (x: number, y: number) => number; readonly hours: Float32Array } {
  const room = { west: roomM, south: roomM, east: roomM, north: roomM };
  const area = { west: -0.5, south: -0.5, east: sideM - 0.5, north: sideM - 0.5 };
  const { place, window } = gridAbout(area, room, 1);
  const work = sunHoursOver(roofGrid(boxes(...all), place), window, steps);
  let step = work.next();
  while (!step.done) step = work.next();
  const hours = step.value;
  return { hours, at: (x, y) => hours[y * sideM + x] as number };
}
const one = (steps: readonly SunStep[], ...all: readonly Box[]) => hoursAmong(steps, all).at(0, 0);

describe('hours of sun', () => {
  it('on an empty plain are the length of the day', () => {
    for (const noonMs of [JUNE, EQUINOX, DECEMBER]) {
      const { riseMs, setMs } = sunTimes(noonMs, MILANO.centre);
      expect(one(day(noonMs))).toBeCloseTo((setMs! - riseMs!) / 3_600_000, 4);
    }
  });

  it('at an hour of known sun go by the length of the shadow', () => {
    // A wall 20 m high, 200 m long, whose northern cells are 20 m to the south.
    const wall: Box = [-100.5, -22.5, 100.5, -19.5, 20];
    const hourOf = (elevationDeg: number, azimuthDeg: number) => [
      { sun: { elevationDeg, azimuthDeg }, hours: 1 },
    ];
    // Straight ahead the shadow is 20 m long at 45°; with the sun aside by 45° it has 28.3 m to go: 35.3°.
    expect([10, 44, 46, 80].map((e) => one(hourOf(e, 180), wall))).toEqual([0, 0, 1, 1]);
    expect([34, 36.5].map((e) => one(hourOf(e, 225), wall))).toEqual([0, 1]);
    expect([34, 36.5].map((e) => one(hourOf(e, 135), wall))).toEqual([0, 1]);
    // By 60°: 40 m, 26.6°.
    expect([25.5, 27.7].map((e) => one(hourOf(e, 240), wall))).toEqual([0, 1]);
    expect(one(hourOf(5, 0), wall)).toBe(1);
    // The same to the other sides.
    const turned: readonly (readonly [Box, number])[] = [
      [[-100.5, 19.5, 100.5, 22.5, 20], 0],
      [[19.5, -100.5, 22.5, 100.5, 20], 90],
      [[-22.5, -100.5, -19.5, 100.5, 20], 270],
    ];
    for (const [box, azimuthDeg] of turned)
      expect([44, 46].map((e) => one(hourOf(e, azimuthDeg), box))).toEqual([0, 1]);
  });

  it('behind a wall to the south at an equinox are none or all: the sun’s way is a plane', () => {
    // It rises to the south by tan(90° − 45.46°) = 0.984 at every hour: a wall 20 m away hides it whole from 19.7 m up.
    const whole = lengthOf(day(EQUINOX));
    // But past its ends: 240 m aside is 85.2° from south, and the sun needs 27 min for the 4.8° to east or west
    // (15° · sin 45.46° an hour), and its edge is up some minutes more than its middle.
    const past = one(day(EQUINOX), [-240, -22.5, 240, -19.5, 21]);
    expect(Math.abs(past - (2 * 27) / 60)).toBeLessThan(1.5 * STEP_H);
    expect(one(day(EQUINOX), [-240, -22.5, 240, -19.5, 18.4])).toBeGreaterThan(whole - 2.5 * STEP_H);
    // And one to the north is never before it.
    expect(one(day(EQUINOX), [-240, 19.5, 240, 22.5, 60])).toBeCloseTo(whole, 4);
  });

  it('west of a wall begin when the sun has come over it, and east of one end', () => {
    // At an equinox the sun at hour angle t is sin t to the east and cos 45.46° · cos t up. Over a wall as
    // high as it is far: tan t < cos 45.46° = 0.7013, t < 35.04°, so 54.96° of the morning's 90° are lost: 3 h 40 min.
    const whole = lengthOf(day(EQUINOX));
    const lostH = (90 - (Math.atan(Math.cos((MILANO.centre[1] * Math.PI) / 180)) * 180) / Math.PI) / 15;
    expect(lostH).toBeCloseTo(3.66, 1);
    const east = one(day(EQUINOX), [19.5, -240, 22.5, 240, 20]);
    const west = one(day(EQUINOX), [-22.5, -240, -19.5, 240, 20]);
    // The edge of the sun is up for some minutes more than its middle.
    for (const hours of [east, west]) expect(Math.abs(whole - hours - lostH)).toBeLessThan(1.5 * STEP_H);
    // Between both: of the morning and of the evening.
    const both = one(day(EQUINOX), [19.5, -240, 22.5, 240, 20], [-22.5, -240, -19.5, 240, 20]);
    expect(both).toBeCloseTo(east + west - whole, 4);
  });

  it('on a roof above its neighbours are the whole day, and fewer below them', () => {
    const towers: Box[] = [
      [-5.5, -5.5, 5.5, 5.5, 30],
      [-5.5, -20.5, 5.5, -9.5, 29],
      [9.5, -5.5, 20.5, 5.5, 30],
    ];
    expect(one(day(JUNE), ...towers)).toBeCloseTo(lengthOf(day(JUNE)), 4);
    const lower = [[-5.5, -5.5, 5.5, 5.5, 10] as Box, ...towers.slice(1)];
    expect(one(day(JUNE), ...lower)).toBeLessThan(lengthOf(day(JUNE)) - 3);
  });

  it('are told cell by cell', () => {
    // At 45° from the south a wall of 10 m along y = −10 shades 10 m: up to y = −0.5 … 0.
    const steps = [{ sun: { elevationDeg: 45, azimuthDeg: 180 }, hours: 1 }];
    const { hours, at } = hoursAmong(steps, [[-50.5, -12.5, 50.5, -6.5, 10]], 8);
    expect([0, 1, 2, 3, 4, 5, 6].map((y) => at(3, y))).toEqual([0, 0, 0, 1, 1, 1, 1]);
    expect(foundIn(hours, () => true)).toEqual({ meanH: 5 / 8, leastH: 0, mostH: 1, cells: 64 });
    expect(foundIn(hours, (cell) => cell >= 24)).toMatchObject({ meanH: 1, cells: 40 });
    expect(foundIn(hours, () => false)).toBeNull();
  });

  it('are never more where something is higher', () => {
    const size = fc.integer({ min: 1, max: 40 });
    const block = fc.tuple(
      fc.integer({ min: -60, max: 60 }),
      fc.integer({ min: -60, max: 60 }),
      size,
      size,
      size,
    );
    const steps = sunSteps(JUNE, MILANO.centre, 60);
    const among = (all: readonly [number, number, number, number, number][], moreM: number) =>
      hoursAmong(
        steps,
        // Never over the cell that is asked about.
        all
          .filter(([x, y, w, d]) => x > 1 || y > 1 || x + w < -1 || y + d < -1)
          .map(([x, y, w, d, up], i) => [x, y, x + w, y + d, up + (i === 0 ? moreM : 0)] as Box),
        1,
        110,
      ).at(0, 0);
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), size, (all, moreM) => {
        expect(among(all, moreM)).toBeLessThanOrEqual(among(all, 0));
      }),
      { numRuns: 60 },
    );
  });

  it('agree with rays through the boxes themselves, but for a cell about the edges', () => {
    /** Whether the ray to the sun from the ground at a place meets a box that is wider by so much on all sides. */
    const meets = ([w, s, e, n, top]: Box, wider: number, x: number, y: number, sun: SunStep['sun']) => {
      const azimuth = (sun.azimuthDeg * Math.PI) / 180;
      let [enter, leave] = [0, Number.POSITIVE_INFINITY];
      for (const [at, way, low, high] of [
        [x, Math.sin(azimuth), w - wider, e + wider],
        [y, Math.cos(azimuth), s - wider, n + wider],
      ] as const) {
        const [a, b] = [(low - at) / way, (high - at) / way];
        enter = Math.max(enter, Math.min(a, b));
        leave = Math.min(leave, Math.max(a, b));
      }
      return (
        enter < leave && enter * Math.tan((sun.elevationDeg * Math.PI) / 180) < top + 0.2 * Math.sign(wider)
      );
    };
    const size = fc.integer({ min: 5, max: 30 });
    const place = fc.integer({ min: -50, max: 50 });
    const sunAt = fc.record({
      elevationDeg: fc.double({ min: 4, max: 70, noNaN: true }),
      azimuthDeg: fc.double({ min: 0.1, max: 359.9, noNaN: true }),
    });
    let told = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, size, size, size), { maxLength: 4 }), sunAt, (all, sun) => {
        const solid = all.map(([x, y, w, d, up]) => [x, y, x + w, y + d, up] as Box);
        const { at } = hoursAmong([{ sun, hours: 1 }], solid, 9, 200);
        for (const x of [0, 4, 8])
          for (const y of [0, 4, 8]) {
            // On the ground, and not beside a wall.
            if (solid.some(([w, s, e, n]) => x > w - 2 && x < e + 2 && y > s - 2 && y < n + 2)) continue;
            if (solid.some((box) => meets(box, -1.5, x, y, sun))) expect(at(x, y)).toBe(0);
            else if (!solid.some((box) => meets(box, 1.5, x, y, sun))) expect(at(x, y)).toBe(1);
            else continue;
            told++;
          }
      }),
      { numRuns: 150 },
    );
    expect(told).toBeGreaterThan(500);
  });

  it('may be less by what else takes the light', () => {
    const { place, window } = gridAbout(
      { west: 0, south: 0, east: 2, north: 1 },
      { west: 0, south: 0, east: 0, north: 0 },
      1,
    );
    const steps = [60, 30].map((elevationDeg) => ({ sun: { elevationDeg, azimuthDeg: 180 }, hours: 1 }));
    const work = sunHoursOver(roofGrid(boxes(), place), window, steps, ({ elevationDeg }, lit) => {
      if (elevationDeg < 45) lit[1] = 0;
    });
    const shares: number[] = [];
    let step = work.next();
    for (; !step.done; step = work.next()) shares.push(step.value);
    expect([...step.value]).toEqual([2, 1]);
    expect(shares).toEqual([0.5, 1]);
  });
});

describe('what may shade a place', () => {
  it('stands where the sun is: in December not to the north, in June there too', () => {
    const winter = marginsM(day(DECEMBER));
    expect(winter.north).toBe(0);
    expect(winter.east).toBeGreaterThan(0.75 * LONGEST_M);
    expect(winter.east).toBeLessThan(0.9 * LONGEST_M);
    // The highest is 260 m; at the noon of 21 December the sun is at 21.1°: 674 m.
    expect(winter.south).toBeGreaterThanOrEqual(670);
    expect(marginsM(day(JUNE)).north).toBeGreaterThan(0.4 * LONGEST_M);
  });
});
