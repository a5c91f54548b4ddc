// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLatToPlane, plane, planeToLonLat } from '../../src/city/frames';
import { MILANO } from '../../src/city/place';
import { isSound } from '../../src/formats/repair';
import { inRing, signedArea2 } from '../../src/formats/rings';
import { areaM2, centreOf, checkArea, checkLines, checkPoint, isRejected, lengthM } from './geometry';

/** Metres about the Duomo, on EPSG:32632. */
const at = (east: number, north: number): Position => [
  ...planeToLonLat(plane(515000 + east, 5034500 + north)),
];
const ring = (...points: [number, number][]): Position[] => points.map(([e, n]) => at(e, n));
const square = (e: number, n: number, size: number): Position[] =>
  ring([e, n], [e + size, n], [e + size, n + size], [e, n + size], [e, n]);
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });

const area = (geometry: Geometry | null) => {
  const checked = checkArea(geometry, MILANO);
  if (isRejected(checked)) throw new Error(`${checked.reason}: ${checked.detail}`);
  return checked;
};
const rejected = (geometry: Geometry | null) => checkArea(geometry, MILANO);

describe('checkPoint', () => {
  const check = (coordinates: unknown) => checkPoint({ type: 'Point', coordinates } as Geometry, MILANO);

  it('keeps a point in the place, without its height', () => {
    expect(check([9.19, 45.46, 120])).toEqual({
      geometry: { type: 'Point', coordinates: [9.19, 45.46] },
      mended: false,
    });
  });

  it.each([
    [[45.46, 9.19], 'swapped-coordinates'],
    [[12.49, 41.89], 'outside-place'],
    [[0, 0], 'outside-place'],
    [[Number.NaN, 45.46], 'bad-coordinates'],
    [[9.19, Number.POSITIVE_INFINITY], 'bad-coordinates'],
    [['9.19', '45.46'], 'bad-coordinates'],
    [[null, null], 'bad-coordinates'],
    [[], 'bad-coordinates'],
  ])('rejects %j as %s', (coordinates, reason) => {
    expect(check(coordinates)).toMatchObject({ reason });
  });

  it('rejects what is no point', () => {
    expect(checkPoint(null, MILANO)).toMatchObject({ reason: 'no-geometry' });
    expect(checkPoint(polygon(square(0, 0, 1)), MILANO)).toMatchObject({ reason: 'no-geometry' });
  });
});

describe('checkLines', () => {
  it('removes repeated points and lines without length', () => {
    const [a, b] = [at(0, 0), at(10, 0)];
    expect(checkLines({ type: 'MultiLineString', coordinates: [[a, a, b, b], [a, a], []] }, MILANO)).toEqual({
      geometry: { type: 'LineString', coordinates: [a, b] },
      mended: false,
    });
    expect(checkLines({ type: 'LineString', coordinates: [a, a] }, MILANO)).toMatchObject({
      reason: 'no-geometry',
    });
    expect(checkLines({ type: 'LineString', coordinates: [a, [9.2, Number.NaN]] }, MILANO)).toMatchObject({
      reason: 'bad-coordinates',
    });
  });
});

describe('checkArea', () => {
  it('keeps a valid area as it is, outer ring counter-clockwise, holes clockwise', () => {
    const hole = square(2, 2, 4);
    const { geometry, mended } = area(polygon([...square(0, 0, 10)].reverse(), hole));
    expect(mended).toBe(false);
    const [outer, inner] = (geometry as Polygon).coordinates as [Position[], Position[]];
    expect(signedArea2(outer)).toBeGreaterThan(0);
    expect(signedArea2(inner)).toBeLessThan(0);
    expect(areaM2(geometry)).toBeCloseTo(84, 4);
  });

  it('closes rings and removes repeated points', () => {
    const [a, b, c] = [at(0, 0), at(10, 0), at(0, 10)];
    expect(area(polygon([a, a, b, b, c])).geometry).toEqual(polygon([a, b, c, a]));
  });

  it('mends a bow-tie by the even-odd rule into its two triangles', () => {
    const { geometry, mended } = area(polygon(ring([0, 0], [10, 10], [10, 0], [0, 10], [0, 0])));
    expect(mended).toBe(true);
    expect(geometry.type).toBe('MultiPolygon');
    expect((geometry as MultiPolygon).coordinates).toHaveLength(2);
    expect(areaM2(geometry)).toBeCloseTo(50, 2);
  });

  it('cuts off a spike', () => {
    const { geometry, mended } = area(
      polygon(ring([0, 0], [10, 0], [10, 5], [30, 5], [10, 5], [10, 10], [0, 10], [0, 0])),
    );
    expect(mended).toBe(true);
    expect(areaM2(geometry)).toBeCloseTo(100, 2);
    expect((geometry as Polygon).coordinates).toHaveLength(1);
  });

  it('takes a ring that is there twice once: as a hole, as an area, as hole and outer ring', () => {
    const hole = square(2, 2, 4);
    expect(areaM2(area(polygon(square(0, 0, 10), hole, hole)).geometry)).toBeCloseTo(84, 4);
    const twice: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 10)], [square(0, 0, 10)]],
    };
    expect(area(twice).geometry.type).toBe('Polygon');
    expect(areaM2(area(polygon(square(0, 0, 10), square(0, 0, 10))).geometry)).toBeCloseTo(100, 4);
  });

  it('mends a hole that crosses the outer ring, and one that lies outside', () => {
    // Even-odd: 100 less the 8 m² of the hole that are inside, and the 8 m² outside become area.
    expect(areaM2(area(polygon(square(0, 0, 10), square(8, 3, 4))).geometry)).toBeCloseTo(100 - 8 + 8, 2);
    expect(areaM2(area(polygon(square(0, 0, 10), square(20, 0, 2))).geometry)).toBeCloseTo(104, 2);
  });

  it('leaves rings alone that touch themselves in a point', () => {
    const touching = ring([0, 0], [10, 0], [10, 10], [5, 0], [0, 10], [0, 0]);
    expect(isSound([ring([0, 0], [4, 0], [5, 5], [6, 0], [10, 0], [5, 5], [0, 0])])).toBe(true);
    expect(area(polygon(touching)).mended).toBe(false);
  });

  it.each<[string, Geometry | null, string]>([
    ['nothing', null, 'no-geometry'],
    ['a point', { type: 'Point', coordinates: [9.19, 45.46] }, 'no-geometry'],
    ['no rings', polygon(), 'no-geometry'],
    ['two points', polygon(ring([0, 0], [1, 0], [0, 0])), 'zero-area'],
    ['a line there and back', polygon(ring([0, 0], [5, 0], [10, 0], [0, 0])), 'zero-area'],
    ['a square of 5 cm', polygon(square(0, 0, 0.05)), 'zero-area'],
    [
      'latitude first',
      polygon(square(0, 0, 10).map(([lon, lat]) => [lat, lon] as Position)),
      'swapped-coordinates',
    ],
    [
      'Rome',
      polygon([
        [12.49, 41.89],
        [12.5, 41.89],
        [12.5, 41.9],
        [12.49, 41.89],
      ]),
      'outside-place',
    ],
    ['one vertex astray', polygon([at(0, 0), at(10, 0), [0, 0], at(0, 0)]), 'outside-place'],
    ['NaN', polygon([at(0, 0), [Number.NaN, 45.46], at(0, 10), at(0, 0)]), 'bad-coordinates'],
    ['text', polygon([at(0, 0), ['9', '45'] as unknown as Position, at(0, 10), at(0, 0)]), 'bad-coordinates'],
  ])('rejects %s as %s', (_, geometry, reason) => {
    expect(rejected(geometry)).toMatchObject({ reason, detail: expect.stringMatching(/./) });
  });

  it('makes any ring of points valid or rejects it', () => {
    const coordinate = fc.oneof(
      fc.integer({ min: -20, max: 20 }),
      fc.double({ min: -20, max: 20, noNaN: true }),
    );
    const anyRing = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(anyRing, { minLength: 1, maxLength: 3 }), (rings) => {
        const checked = checkArea(polygon(...rings.map((points) => ring(...points))), MILANO);
        if (isRejected(checked)) {
          expect(checked.reason).toBe('zero-area');
          return;
        }
        const size = areaM2(checked.geometry);
        expect(size).toBeGreaterThan(0);
        const polygons =
          checked.geometry.type === 'Polygon' ? [checked.geometry.coordinates] : checked.geometry.coordinates;
        for (const [outer, ...holes] of polygons as [Position[], ...Position[][]][]) {
          expect(outer[0]).toEqual(outer.at(-1));
          expect(signedArea2(outer)).toBeGreaterThan(0);
          for (const hole of holes) expect(signedArea2(hole)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never lets rubbish through', () => {
    fc.assert(
      fc.property(fc.constantFrom('Polygon', 'MultiPolygon'), fc.jsonValue(), (type, coordinates) => {
        if (!Array.isArray(coordinates)) return;
        expect(isRejected(checkArea({ type, coordinates } as unknown as Geometry, MILANO))).toBe(true);
      }),
    );
  });
});

describe('measures', () => {
  it('lengths are on the ground: 100 m of the plane are 100.04 m', () => {
    expect(lengthM({ type: 'LineString', coordinates: [at(0, 0), at(60, 80)] })).toBeCloseTo(100 / 0.9996, 3);
    expect(
      lengthM({
        type: 'MultiLineString',
        coordinates: [
          [at(0, 0), at(3, 4)],
          [at(100, 0), at(100, 5)],
        ],
      }),
    ).toBeCloseTo(10 / 0.9996, 3);
  });

  it('the centre is the centroid, or a point inside where the centroid is not', () => {
    const [east, north] = lonLatToPlane(centreOf(polygon(square(0, 0, 10))));
    expect(east).toBeCloseTo(515005, 3);
    expect(north).toBeCloseTo(5034505, 3);
    const u = ring([0, 0], [30, 0], [30, 30], [20, 30], [20, 5], [10, 5], [10, 30], [0, 30], [0, 0]);
    expect(inRing([...centreOf(polygon(u))], u)).toBe(true);
    const court = centreOf(polygon(square(0, 0, 10), square(1, 1, 8)));
    expect(inRing([...court], square(1, 1, 8))).toBe(false);
  });
});
