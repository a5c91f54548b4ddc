// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, isInside, linksInside, middleOf, pointsInside, zonesInside } from './areas';
import type { Roads, Zones } from './city-inputs';
import { type Plane, plane } from './frames';

const square = (west: number, south: number, size: number): Plane[] => [
  plane(west, south),
  plane(west + size, south),
  plane(west + size, south + size),
  plane(west, south + size),
];

describe('isInside', () => {
  const withHole = [square(0, 0, 10), square(4, 4, 2)];

  it('counts holes out, whatever their direction', () => {
    expect(isInside(plane(1, 1), withHole)).toBe(true);
    expect(isInside(plane(5, 5), withHole)).toBe(false);
    expect(isInside(plane(5, 5), [square(0, 0, 10), square(4, 4, 2).reverse()])).toBe(false);
    expect(isInside(plane(11, 5), withHole)).toBe(false);
    expect(isInside(plane(5, 5), [])).toBe(false);
  });

  it('takes closed rings as open ones', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 12, noNaN: true }), fc.integer({ min: -2, max: 12 }), (x, y) => {
        const open = square(0, 0, 10);
        const closed = [...open, open[0] as Plane];
        return isInside(plane(x, y), [open]) === isInside(plane(x, y), [closed]);
      }),
    );
  });

  it('gives every point of a plane cut in two to one half alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 9 }), (x, y) => {
        const [left, right] = [[square(0, 0, 10)], [square(10, 0, 10)]];
        return isInside(plane(x, y), left) !== isInside(plane(x, y), right);
      }),
    );
  });

  it('answers for many points as for one', () => {
    const east = Float64Array.of(1, 5, 11);
    expect(pointsInside(east, Float64Array.of(1, 5, 5), withHole)).toEqual(Uint8Array.of(1, 0, 0));
  });
});

/** Nodes 0 … 3 at 0, 10, 20, 30 m on one line, links both ways between neighbours. */
const line = {
  nodes: 4,
  nodeEastM: Float64Array.of(0, 10, 20, 30),
  nodeNorthM: new Float64Array(4),
  links: 6,
  from: Int32Array.of(0, 1, 2, 1, 2, 3),
  to: Int32Array.of(1, 2, 3, 0, 1, 2),
  shapeStart: Int32Array.of(0, 2, 4, 6, 8, 10),
  shapeCount: new Int32Array(6).fill(2),
  shapeEastM: Float64Array.of(0, 10, 10, 20, 20, 30, 10, 0, 20, 10, 30, 20),
  shapeNorthM: new Float64Array(12),
} as Partial<Roads> as Roads;

describe('links and zones of an area', () => {
  const aroundTwo = [square(14, -5, 10)];

  it('enters by links that begin outside and end inside', () => {
    expect([...entriesOf(line, aroundTwo)]).toEqual([1, 5]);
    expect([...entriesOf(line, [])]).toEqual([]);
  });

  it('has the links whose middle lies inside', () => {
    expect([...linksInside(line, aroundTwo)]).toEqual([1, 4]);
  });

  it('finds the middle along a bent shape', () => {
    const bent = {
      ...line,
      shapeStart: Int32Array.of(0),
      shapeCount: Int32Array.of(3),
      shapeEastM: Float64Array.of(0, 30, 30),
      shapeNorthM: Float64Array.of(0, 0, 10),
    };
    expect(middleOf(bent, 0)).toEqual([20, 0]);
  });

  it('never holds a gateway', () => {
    const zones = {
      count: 3,
      districts: 2,
      eastM: Float64Array.of(15, 30, 15),
      northM: new Float64Array(3),
    } as Partial<Zones> as Zones;
    expect(zonesInside(zones, aroundTwo)).toEqual(Uint8Array.of(1, 0, 0));
  });
});
