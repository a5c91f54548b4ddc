// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plane } from '../../../src/city/frames';
import { areaM2, centroid, contains, crosses, grainRad, inset, insetSurviving, isSimple } from './polygon';

const ring = (...points: [number, number][]) => points.map(([x, y]) => plane(x, y));
const RECTANGLE = ring([0, 0], [40, 0], [40, 30], [0, 30]);

describe('rings', () => {
  it('know area, centre and what they hold', () => {
    expect(areaM2(RECTANGLE)).toBe(1200);
    expect(areaM2([...RECTANGLE].reverse())).toBe(-1200);
    expect(centroid(RECTANGLE)).toEqual([20, 15]);
    expect(contains(RECTANGLE, plane(39, 29))).toBe(true);
    expect(contains(RECTANGLE, plane(41, 15))).toBe(false);
  });

  it('see crossings, not touching ends', () => {
    const [a, b, c, d] = RECTANGLE as [never, never, never, never];
    expect(crosses(a, c, b, d)).toBe(true);
    expect(crosses(a, b, b, c)).toBe(false);
    expect(isSimple(RECTANGLE)).toBe(true);
    expect(isSimple([a, c, b, d])).toBe(false);
  });

  it('find the direction of a turned rectangle', () => {
    const turned = RECTANGLE.map(([x, y]) =>
      plane(x * Math.cos(0.3) - y * Math.sin(0.3), x * Math.sin(0.3) + y * Math.cos(0.3)),
    );
    expect(grainRad(turned)).toBeCloseTo(0.3, 9);
  });
});

describe('inset', () => {
  it('moves each edge by its own depth', () => {
    expect(inset(RECTANGLE, 5)).toEqual(ring([5, 5], [35, 5], [35, 25], [5, 25]));
    expect(inset(RECTANGLE, [10, 0, 5, 2])).toEqual(ring([2, 10], [40, 10], [40, 25], [2, 25]));
  });

  it('is null where the ring would turn inside out', () => {
    expect(inset(RECTANGLE, 15)).toBeNull();
    expect(insetSurviving(RECTANGLE, [16, 16, 16, 16])).toBeNull();
  });

  it('leaves out an edge that vanishes and says which stay', () => {
    const chamfered = ring([0, 0], [40, 0], [40, 29], [39, 30], [0, 30]);
    const { ring: inner, edges } = insetSurviving(chamfered, [5, 5, 5, 5, 5]) as NonNullable<
      ReturnType<typeof insetSurviving>
    >;
    expect(edges).toEqual([0, 1, 3, 4]);
    expect(areaM2(inner)).toBeCloseTo(30 * 20, 9);
  });

  it('of any polygon about a centre stays inside of it', () => {
    const polygon = fc
      .array(fc.double({ min: 20, max: 100, noNaN: true }), { minLength: 3, maxLength: 9 })
      .map((radii) =>
        radii.map((r, i) => {
          const t = (2 * Math.PI * i) / radii.length;
          return plane(r * Math.cos(t), r * Math.sin(t));
        }),
      );
    fc.assert(
      fc.property(polygon, fc.double({ min: 0.5, max: 8, noNaN: true }), (outer, depth) => {
        const inner = insetSurviving(
          outer,
          outer.map(() => depth),
        );
        if (!inner) return;
        expect(areaM2(inner.ring)).toBeLessThan(areaM2(outer));
        expect(inner.ring.length).toBe(inner.edges.length);
        expect(isSimple(inner.ring)).toBe(true);
      }),
    );
  });
});
