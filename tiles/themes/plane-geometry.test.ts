// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLatToPlane, plane, planeToLonLat } from '../../src/city/frames';
import {
  type Area,
  areaM2,
  boundsOf,
  contains,
  distanceToSegmentM,
  lengthM,
  pointOnSurface,
  unionOf,
  widened,
} from './plane-geometry';

/** Metres east and north of a place in Milan, as degrees. */
const at = (eastM: number, northM: number): Position => [
  ...planeToLonLat(plane(515000 + eastM, 5035000 + northM)),
];
const ring = (...corners: [number, number][]): Position[] =>
  [...corners, corners[0]!].map(([e, n]) => at(e, n));
const box = (w: number, s: number, e: number, n: number): Position[] => ring([w, s], [e, s], [e, n], [w, n]);
const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });

describe('measures on the plane', () => {
  it('takes holes off the area, whichever way they are wound', () => {
    const square = polygon(box(0, 0, 100, 100), box(10, 10, 30, 20));
    const reversed = polygon(box(0, 0, 100, 100).reverse(), box(10, 10, 30, 20));
    expect(areaM2(square)).toBeCloseTo(10_000 - 200, 3);
    expect(areaM2(reversed)).toBeCloseTo(9_800, 3);
    expect(
      areaM2({ type: 'MultiPolygon', coordinates: [[box(0, 0, 10, 10)], [box(50, 0, 60, 20)]] }),
    ).toBeCloseTo(300, 3);
  });

  it('measures lines and distances', () => {
    expect(lengthM({ type: 'LineString', coordinates: [at(0, 0), at(30, 40), at(30, 100)] })).toBeCloseTo(
      110,
      4,
    );
    expect(
      lengthM({
        type: 'MultiLineString',
        coordinates: [
          [at(0, 0), at(3, 4)],
          [at(9, 0), at(9, 7)],
        ],
      }),
    ).toBeCloseTo(12, 4);
    expect(distanceToSegmentM(plane(5, 3), plane(0, 0), plane(10, 0))).toBe(3);
    expect(distanceToSegmentM(plane(13, 4), plane(0, 0), plane(10, 0))).toBe(5);
    expect(distanceToSegmentM(plane(3, 4), plane(0, 0), plane(0, 0))).toBe(5);
  });

  it('tells inside from hole from outside', () => {
    const square = polygon(box(0, 0, 100, 100), box(40, 40, 60, 60));
    const has = (e: number, n: number) => contains(square, at(e, n) as [number, number]);
    expect([has(10, 10), has(50, 50), has(150, 50), has(50, 90)]).toEqual([true, false, false, true]);
    expect(boundsOf(square)[0]).toBeCloseTo(at(0, 0)[0]!, 5);
  });

  it('finds a point well inside a U, whose centroid is outside of it', () => {
    const u = polygon(ring([0, 0], [100, 0], [100, 100], [70, 100], [70, 30], [30, 30], [30, 100], [0, 100]));
    const point = pointOnSurface(u);
    expect(contains(u, point as [number, number])).toBe(true);
    const [e, n] = lonLatToPlane(point);
    // Fifteen metres from the edge is the most that arms and foot of 30 m allow; a corner allows 18.
    expect(Math.min(e - 515000, 515100 - e, n - 5035000, 5035100 - n)).toBeGreaterThan(12);
  });

  it('prefers the larger part', () => {
    const [e] = lonLatToPlane(
      pointOnSurface({ type: 'MultiPolygon', coordinates: [[box(0, 0, 10, 10)], [box(500, 0, 540, 40)]] }),
    );
    expect(e - 515000).toBeCloseTo(520, 0);
  });

  it('always lands inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 20, max: 200, noNaN: true }), {
          minLength: 3,
          maxLength: 20,
        }),
        (radii) => {
          const star = polygon(
            ring(
              ...radii.map((r, i): [number, number] => [
                r * Math.cos((2 * Math.PI * i) / radii.length),
                r * Math.sin((2 * Math.PI * i) / radii.length),
              ]),
            ),
          );
          expect(contains(star, pointOnSurface(star) as [number, number])).toBe(true);
        },
      ),
    );
  });
});

describe('union and widening', () => {
  it('unites neighbours and keeps the hole between them', () => {
    const frame: Area[] = [
      polygon(box(0, 0, 30, 10)),
      polygon(box(0, 20, 30, 30)),
      polygon(box(0, 10, 10, 20)),
      polygon(box(20, 10, 30, 20)),
    ];
    const united = unionOf(frame)!;
    expect(united.type).toBe('Polygon');
    expect(united.coordinates).toHaveLength(2);
    expect(areaM2(united)).toBeCloseTo(800, 1);
  });

  it('counts what overlaps once, and fills a hole that another covers', () => {
    const united = unionOf([polygon(box(0, 0, 20, 20), box(5, 5, 15, 15)), polygon(box(0, 0, 12, 20))])!;
    expect(areaM2(united)).toBeCloseTo(400 - 30, 1);
  });

  it('keeps apart what does not touch', () => {
    expect(unionOf([polygon(box(0, 0, 10, 10)), polygon(box(20, 0, 30, 10))])?.type).toBe('MultiPolygon');
    expect(unionOf([])).toBeUndefined();
  });

  it('draws a canal as wide as it is', () => {
    const canal = widened({ type: 'LineString', coordinates: [at(0, 0), at(100, 0)] }, 12)!;
    // 100 m × 12 m and two half discs of 6 m; the arc is within 0.1 m.
    expect(areaM2(canal)).toBeGreaterThan(1200 + Math.PI * 36 - 4);
    expect(areaM2(canal)).toBeLessThan(1200 + Math.PI * 36 + 1);
    expect(contains(canal, at(50, 5.9) as [number, number])).toBe(true);
    expect(contains(canal, at(50, 6.1) as [number, number])).toBe(false);
  });
});
