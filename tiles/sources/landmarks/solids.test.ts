// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arc, changed, lens, oval, planArea, rectangle } from './plans';
import { triangleCount, volumeM3 } from './solid-measures';
import {
  arcade,
  box,
  cylinder,
  dome,
  frustum,
  gable,
  hanging,
  hip,
  loft,
  placed,
  prism,
  pyramid,
  type Solid,
  spire,
  sweep,
  twist,
  vault,
} from './solids';

/** Every edge is met by its reverse: nothing gapes, and neighbours agree on what is outside. */
function openEdges({ faces, base }: Solid): string[] {
  const count = new Map<string, number>();
  const key = (p: readonly number[]) => p.map((v) => (Math.round(v * 1e6) / 1e6 || 0).toString()).join(' ');
  for (const face of [...faces, ...base])
    for (const ring of face)
      ring.forEach((a, i) => {
        const [from, to] = [key(a), key(ring[(i + 1) % ring.length] as readonly number[])];
        count.set(`${from} > ${to}`, (count.get(`${from} > ${to}`) ?? 0) + 1);
        count.set(`${to} > ${from}`, (count.get(`${to} > ${from}`) ?? 0) - 1);
      });
  return [...count].filter(([, n]) => n !== 0).map(([edge]) => edge);
}
const sound = (solid: Solid) => {
  expect(openEdges(solid)).toEqual([]);
  return volumeM3(solid);
};

describe('solids have the volume worked by hand, and are closed', () => {
  it('prism, with a courtyard', () => {
    expect(sound(box(5, -3, 4, 3, 2, 12))).toBeCloseTo(120, 9);
    // 20 × 20 × 10 less 10 × 6 × 10.
    const yard = prism(rectangle(0, 0, 20, 20), 0, 10, [rectangle(1, 1, 10, 6)]);
    expect(sound(yard)).toBeCloseTo(3400, 9);
    // Eight walls and a roof of 8 corners and a hole: 8 · 2 + 8 + 2 − 2.
    expect(triangleCount(yard)).toBe(24);
  });

  it('cylinder: of eight sides, 2√2 r² h', () =>
    expect(sound(cylinder(3, 4, 5, 1, 11))).toBeCloseTo(2 * Math.SQRT2 * 25 * 10, 9));

  it('frustum: (A + √(A·a) + a) h / 3', () =>
    // 10 × 10 over 5 × 5, 12 high: (100 + 50 + 25) · 4.
    expect(sound(frustum(rectangle(0, 0, 10, 10), 0, 12, 0.5))).toBeCloseTo(700, 9));

  it('pyramid and spire: a third', () => {
    expect(sound(pyramid(rectangle(2, 2, 6, 6), 3, 12))).toBeCloseTo(108, 9);
    // A square with corners at 3 m: 18 m².
    expect(sound(spire(0, 0, 3, 0, 10))).toBeCloseTo(60, 9);
  });

  it('gable: walls, and half a box over them', () =>
    // 20 × 8 × 6 and 20 × 8 × 3 / 2.
    expect(sound(gable(1, 2, 20, 8, 0, 6, 9))).toBeCloseTo(960 + 240, 9));

  it('hip: a wedge between half pyramids, whichever side is the longer', () => {
    // 12 × 8 × 5; over it 4 × 8 × 3 / 2 of wedge and 8 × 8 × 3 / 3 of pyramid.
    expect(sound(hip(0, 0, 12, 8, 0, 5, 8))).toBeCloseTo(480 + 48 + 64, 9);
    expect(sound(hip(0, 0, 8, 12, 0, 5, 8))).toBeCloseTo(592, 9);
    expect(sound(hip(0, 0, 8, 8, 0, 5, 8))).toBeCloseTo(320 + 64, 9);
  });

  it('dome: of three rings, less than half an ellipsoid and more than a cone', () => {
    const volume = sound(dome(0, 0, 10, 0, 12, 32));
    expect(volume).toBeLessThan((2 / 3) * Math.PI * 100 * 12);
    expect(volume).toBeGreaterThan(0.85 * (2 / 3) * Math.PI * 100 * 12);
  });

  it('vault: six strips of half an ellipse, 3/π of it, on its walls', () => {
    // Area of half a 12-gon: 6 · sin 30° / 2 · a · b.
    expect(sound(vault(0, 0, 10, 8, 0, 5, 8))).toBeCloseTo(10 * (40 + 1.5 * 4 * 3), 9);
    expect(sound(vault(0, 0, 10, 8, 5, 5, 8))).toBeCloseTo(10 * 18, 9);
  });

  it('arcade: the slab less its openings', () => {
    // 10 × 8 less 4 × 3 and half an octagon of r 2 (√2 r²), 3 thick.
    const slab = arcade(7, 3, 1, 10, 0, 8, [{ y: 1, widthM: 4, crownM: 5 }]);
    expect(sound(slab)).toBeCloseTo(3 * (80 - 12 - Math.SQRT2 * 4), 9);
  });

  it('sweep and twist', () => {
    expect(
      sound(
        sweep(
          [
            [0, 0],
            [4, 0],
            [0, 3],
          ],
          -5,
          5,
        ),
      ),
    ).toBeCloseTo(60, 9);
    // Not turned, it is the prism; turned, its bent walls cut in a little.
    expect(sound(twist(rectangle(0, 0, 10, 6), 0, 30, 0, 3))).toBeCloseTo(1800, 9);
    const turned = sound(twist(rectangle(0, 0, 10, 6), 0, 30, 45, 9));
    expect(turned).toBeGreaterThan(1700);
    expect(turned).toBeLessThan(1900);
  });
});

describe('plans', () => {
  it('run counter-clockwise', () => {
    expect(planArea(lens(70, 18, 4))).toBeGreaterThan(600);
    // Parabolas: 4 × 70 and two thirds of 14 × 70, less the chords.
    expect(planArea(lens(70, 18, 4, 40))).toBeCloseTo(280 + (2 / 3) * 980, 0);
    expect(planArea(arc(-30, 30, 40, 60, 60))).toBeCloseTo((Math.PI / 6) * (3600 - 1600), 0);
    expect(planArea(oval(0, 0, 3, 2, 60))).toBeCloseTo(6 * Math.PI, 0);
  });
  it('are scaled, turned and moved about their middle', () => {
    const plan = changed(rectangle(10, 0, 4, 2), { scale: 2, turnDeg: 90, moveM: [1, 1] });
    expect(plan[0]?.map((v) => Math.round(v * 1e9) / 1e9)).toEqual([13, -3]);
    expect(planArea(plan)).toBeCloseTo(32, 9);
  });
});

it('keeps volume, closure and outward faces wherever it is put, whatever its figures', () => {
  const m = fc.double({ min: 0.5, max: 200, noNaN: true });
  const any = fc.double({ min: -300, max: 300, noNaN: true });
  fc.assert(
    fc.property(m, m, m, any, any, fc.integer({ min: -180, max: 180 }), (l, w, h, x, y, turn) => {
      const solids = [
        box(x, y, l, w, 0, h),
        hip(x, y, l, w, 0, h, h + w / 4),
        gable(x, y, l, w, 0, h, h * 1.5),
        vault(x, y, l, w, 0, h, h * 1.2),
        dome(x, y, w, 0, h),
        twist(rectangle(x, y, w, w), 0, h, turn / 10, 3, 0.8),
        loft([
          [0, lens(l, w, w / 3)],
          [h, changed(lens(l, w, w / 3), { scale: 0.5 })],
        ]),
      ];
      for (const solid of solids) {
        const volume = volumeM3(solid);
        expect(volume).toBeGreaterThan(0);
        const moved = placed(solid, x, y, turn, 3);
        expect(volumeM3(moved) / volume).toBeCloseTo(1, 4);
        expect(triangleCount(hanging(moved))).toBeGreaterThan(triangleCount(solid));
      }
    }),
    { numRuns: 60 },
  );
});
