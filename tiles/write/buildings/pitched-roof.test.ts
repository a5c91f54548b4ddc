// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILDING_USES } from '../../../src/city/building';
import { TileMesh } from './mesh';
import { addPitched, isPitched, type PitchedRoof, pitchedRoof } from './pitched-roof';
import { ringArea, type StepRing } from './rings';

const STEP_M = 0.05;
const steps = (...metres: number[]): StepRing => metres.map((m) => Math.round(m / STEP_M));
/** 20 × 10 m. */
const LONG = steps(0, 0, 20, 0, 20, 10, 0, 10);

/** Triangles as corner numbers, and a corner's place in metres. */
function meshOf(roof: PitchedRoof, bottom = 0) {
  const mesh = new TileMesh();
  addPitched(mesh, roof, bottom, 7);
  const at = (v: number) =>
    [0, 1, 2].map((axis) => (mesh.positions[3 * v + axis] as number) * (axis === 2 ? 0.1 : STEP_M)) as [
      number,
      number,
      number,
    ];
  const triangles = Array.from({ length: mesh.indices.length / 3 }, (_, t) =>
    [...mesh.indices.subarray(3 * t, 3 * t + 3)].map((v) => v as number),
  ) as [number, number, number][];
  expect(new Set(mesh.features)).toEqual(new Set([7]));
  return { at, triangles };
}

/** Sides of triangles that have no other one against them: those of the ground alone, where it is open. */
function openSides({ triangles }: ReturnType<typeof meshOf>): [number, number][] {
  const sides = triangles.flatMap(([a, b, c]) => [
    [a, b],
    [b, c],
    [c, a],
  ]) as [number, number][];
  const all = new Map<string, number>();
  for (const side of sides) all.set(side.join(), (all.get(side.join()) ?? 0) + 1);
  expect(Math.max(...all.values())).toBe(1);
  return sides.filter(([a, b]) => !all.has(`${b},${a}`));
}

function volumeM3({ at, triangles }: ReturnType<typeof meshOf>): number {
  let six = 0;
  for (const t of triangles) {
    const [a, b, c] = [at(t[0]), at(t[1]), at(t[2])];
    six +=
      a[0] * (b[1] * c[2] - b[2] * c[1]) +
      a[1] * (b[2] * c[0] - b[0] * c[2]) +
      a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return six / 6;
}

describe('a pitched roof', () => {
  it('has its ridge along the longer side and at the height of the building', () => {
    const roof = pitchedRoof(LONG, 0, 90, STEP_M) as PitchedRoof;
    // 35 % of 5 m: 1.75 m, in whole decimetres 1.8; ridge ends on the two short walls.
    expect(roof.ring).toEqual(steps(0, 0, 20, 0, 20, 5, 20, 10, 0, 10, 0, 5));
    expect(roof.tops).toEqual([72, 72, 90, 72, 72, 90]);
    expect(roof.inside).toEqual([]);
    // 20 × 10 × 7.2 m and half of 20 × 10 × 1.8 m.
    expect(volumeM3(meshOf(roof))).toBeCloseTo(1620, 6);
  });

  it('slopes to all sides over a short house of four corners', () => {
    const roof = pitchedRoof(steps(0, 0, 10, 0, 10, 14, 0, 14), 0, 80, STEP_M) as PitchedRoof;
    expect(roof.tops).toEqual([62, 62, 62, 62]);
    expect(
      roof.inside.map(([x, y, up]) => [x * STEP_M, y * STEP_M, up]).sort((a, b) => a[1]! - b[1]!),
    ).toEqual([
      [5, 5, 80],
      [5, 9, 80],
    ]);
    // 140 × 6.2 m; over it 4 m of ridge (4 × 10 × 1.8 / 2) and a pyramid of 10 × 10 × 1.8 / 3.
    expect(volumeM3(meshOf(roof))).toBeCloseTo(140 * 6.2 + 36 + 60, 6);
  });

  it('is a pyramid over a square, never more than a third of a low house', () => {
    const roof = pitchedRoof(steps(0, 0, 20, 0, 20, 20, 0, 20), 0, 45, STEP_M) as PitchedRoof;
    expect(roof.inside).toHaveLength(1);
    // 35 % of 10 m would be 3.5 m.
    expect(roof.tops).toEqual([30, 30, 30, 30]);
    expect(volumeM3(meshOf(roof))).toBeCloseTo(400 * 3 + 200, 6);
  });

  it('follows a wall that steps back, on its own plane', () => {
    const ring = steps(0, 0, 12, 0, 12, 1, 24, 1, 24, 10, 0, 10);
    const roof = pitchedRoof(ring, 0, 100, STEP_M) as PitchedRoof;
    const top = (x: number, y: number) =>
      roof.tops.find((_, i) => roof.ring[2 * i] === x / STEP_M && roof.ring[2 * i + 1] === y / STEP_M);
    expect([top(0, 0), top(12, 0), top(0, 10)]).toEqual([82, 82, 82]);
    // A fifth of the way up to the ridge: 18 × 4 / 5 = 14.
    expect([top(12, 1), top(24, 1)]).toEqual([86, 86]);
    expect(openSides(meshOf(roof))).toHaveLength(roof.tops.length);
  });

  it('is none over an L, a triangle, a shed, or what is too thin to show it', () => {
    expect(pitchedRoof(steps(0, 0, 20, 0, 20, 8, 8, 8, 8, 20, 0, 20), 0, 90, STEP_M)).toBeUndefined();
    expect(pitchedRoof(steps(0, 0, 20, 0, 0, 20), 0, 90, STEP_M)).toBeUndefined();
    expect(pitchedRoof(steps(0, 0, 20, 0, 20, 3, 0, 3), 0, 90, STEP_M)).toBeUndefined();
    expect(pitchedRoof(LONG, 0, 15, STEP_M)).toBeUndefined();
  });

  it('is closed, faces outward and keeps within its height, whatever the house', () => {
    const length = fc.integer({ min: 60, max: 700 });
    const nudge = fc.integer({ min: -25, max: 25 });
    const house = fc.record({
      l: length,
      w: length,
      turn: fc.double({ min: 0, max: 6.3, noNaN: true }),
      nudges: fc.array(nudge, { minLength: 16, maxLength: 16 }),
      more: fc.integer({ min: 0, max: 3 }),
      bottom: fc.integer({ min: -20, max: 1300 }),
      height: fc.integer({ min: 40, max: 249 }),
    });
    let made = 0;
    fc.assert(
      fc.property(house, ({ l, w, turn, nudges, more, bottom, height }) => {
        const plain = [
          [0, 0],
          ...(more > 0 ? [[l / 2, 0]] : []),
          [l, 0],
          ...(more > 1 ? [[l, w / 2]] : []),
          [l, w],
          ...(more > 2 ? [[l / 2, w]] : []),
          [0, w],
        ] as [number, number][];
        const [c, s] = [Math.cos(turn), Math.sin(turn)];
        const ring = plain.flatMap(([px, py], i) => {
          const [x, y] = [px + (nudges[2 * i] as number), py + (nudges[2 * i + 1] as number)];
          return [Math.round(x * c - y * s), Math.round(x * s + y * c)];
        });
        const roof = ringArea(ring) > 0 ? pitchedRoof(ring, bottom, bottom + height, STEP_M) : undefined;
        if (!roof) return;
        made++;
        const mesh = meshOf(roof, bottom);
        const n = roof.tops.length;
        // Open at the ground only: n sides there, all between corners of the bottom.
        const open = openSides(mesh);
        expect(open).toHaveLength(n);
        expect(open.flat().every((v) => v < 2 * n && v % 2 === 0)).toBe(true);
        const ups = [...roof.tops, ...roof.inside.map(([, , up]) => up)];
        expect(Math.max(...ups)).toBe(bottom + height);
        expect(Math.min(...ups)).toBeGreaterThanOrEqual(bottom + Math.floor((height * 2) / 3));
        // Every roof triangle looks up, and together they cover the footprint once.
        let covered = 0;
        for (const t of mesh.triangles.slice(2 * n)) {
          const [a, b, d] = t.map(mesh.at) as [number, number, number][];
          const size = ringArea([a, b, d].flatMap((p) => [p?.[0] ?? 0, p?.[1] ?? 0]));
          expect(size).toBeGreaterThanOrEqual(-1e-9);
          covered += size;
        }
        expect(covered).toBeCloseTo(ringArea(roof.ring) * STEP_M ** 2, 6);
      }),
      { numRuns: 400 },
    );
    expect(made).toBeGreaterThan(100);
  });
});

describe('who has one', () => {
  const facts = {
    areaM2: 180,
    heightM: 14,
    year: 0,
    use: BUILDING_USES.indexOf('residential'),
    fromCentreM: 900,
  };
  it('is small and old, or of unknown age in the old city, or a cottage', () => {
    expect(isPitched(facts)).toBe(true);
    expect(isPitched({ ...facts, year: 1944, fromCentreM: 6000 })).toBe(true);
    expect(isPitched({ ...facts, year: 1945 })).toBe(false);
    expect(isPitched({ ...facts, fromCentreM: 2001 })).toBe(false);
    expect(isPitched({ ...facts, fromCentreM: 7000, heightM: 8 })).toBe(true);
    expect(isPitched({ ...facts, areaM2: 600 })).toBe(false);
    expect(isPitched({ ...facts, heightM: 25 })).toBe(false);
    expect(isPitched({ ...facts, areaM2: 20 })).toBe(false);
    expect(isPitched({ ...facts, use: BUILDING_USES.indexOf('office') })).toBe(false);
    expect(isPitched({ ...facts, use: BUILDING_USES.indexOf('worship') })).toBe(true);
    expect(isPitched({ ...facts, use: 99 })).toBe(true);
  });
});
