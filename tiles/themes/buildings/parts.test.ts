// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../../src/city/frames';
import { isSound } from '../../../src/formats/repair';
import { signedArea2 } from '../../../src/formats/rings';
import { at, box, clean, rowOf, stated } from '../../fixtures/building-rows';
import type { BuildingRow } from '../rows';
import { footprintHash, polygonsOf } from './footprint';

describe('building parts', () => {
  const part = (geometry: Polygon, rest: Partial<BuildingRow> = {}) =>
    rowOf(geometry, { isPart: true, ...rest });

  it('replace an outline that they cover by four fifths, and have its attributes', () => {
    const outline = rowOf(box(0, 0, 50, 20), {
      ...stated(30),
      stableId: 'osm-w1',
      name: 'Duomo',
      use: 'worship',
      year: 1386,
    });
    const { kept, drops } = clean([
      'osm',
      [
        outline,
        part(box(0, 0, 30, 20), { ...stated(25), stableId: 'osm-w2' }),
        part(box(30, 0, 12, 20), { stableId: 'osm-w3' }),
      ],
    ]);
    expect(kept.map((b) => [b.stableId, b.heightM, b.use, b.year, b.record.name])).toEqual([
      ['osm-w2', 25, 'worship', 1386, 'Duomo'],
      ['osm-w3', 30, 'worship', 1386, undefined],
    ]);
    expect(drops[0]?.[0]).toBe('replaced-by-parts');
    expect(drops[0]?.[1]).toContain('84 % covered by 2 parts');
  });

  it('are cut out of an outline that they cover by less', () => {
    const { kept, drops } = clean([
      'osm',
      [rowOf(box(0, 0, 50, 20), stated(10)), part(box(0, 0, 20, 20), stated(40))],
    ]);
    expect(kept.map((b) => b.heightM)).toEqual([10, 40]);
    expect(kept[0]?.areaM2).toBeCloseTo(600, -1);
    expect(drops).toEqual([]);
  });

  it('that hang leave the outline beneath them whole', () => {
    const { kept } = clean([
      'osm',
      [rowOf(box(0, 0, 50, 20), stated(10)), part(box(0, 0, 20, 20), { ...stated(40), minHeightM: 10 })],
    ]);
    expect(kept.map((b) => [b.heightM, b.minHeightM])).toEqual([
      [10, 0],
      [40, 10],
    ]);
    expect(kept[0]?.areaM2).toBeCloseTo(1000, -1);
  });

  it('may stand on one another with one footprint', () => {
    const { kept, drops } = clean([
      'osm',
      [part(box(0, 0, 20, 20), stated(20)), part(box(0, 0, 20, 20), { ...stated(60), minHeightM: 20 })],
    ]);
    expect(kept.map((b) => [b.minHeightM, b.heightM]).sort()).toEqual([
      [0, 20],
      [20, 60],
    ]);
    expect(drops).toEqual([]);
  });

  it('of another source give way to a model that holds them, and to nothing else', () => {
    const model: Partial<BuildingRow> = {
      surfaces: [{ rings: [] }],
      heightM: 30,
      heightOrigin: 'measured',
      rank: 50,
      stableId: 'cityjson-1',
    };
    const osm = (geometry: Polygon, rest: Partial<BuildingRow>) => rowOf(geometry, rest, 'o.json');
    const inside = osm(box(0, 0, 20, 20), { ...stated(25), isPart: true, stableId: 'osm-w2' });
    const { kept, drops } = clean(
      [
        'cityjson',
        [rowOf(box(0, 0, 50, 20), model), part(box(30, 0, 9, 9), { ...stated(8), stableId: 'own' })],
      ],
      [
        'osm',
        [
          osm(box(0, 0, 50, 20), { ...stated(30), stableId: 'osm-w1', name: 'Duomo' }),
          inside,
          osm(box(45, 0, 40, 20), { ...stated(9), isPart: true, stableId: 'osm-w3' }),
          osm(box(20, 0, 9, 9), { ...stated(60), isPart: true, rank: 60, stableId: 'osm-w4' }),
        ],
      ],
    );
    expect(kept.map((b) => b.stableId)).toEqual(['osm-w4', 'cityjson-1', 'own', 'osm-w3']);
    expect(kept[1]).toMatchObject({ surfaces: model.surfaces, record: { name: 'Duomo' } });
    expect(drops.map(([reason]) => reason)).toEqual(['same-as-better-source', 'same-as-better-source']);
    expect(drops[1]?.[1]).toMatch(/^o\.json, row \d+: part of a\.geojson, row \d+, which has surfaces$/);
  });

  it('without an outline are buildings', () => {
    expect(clean(['osm', [part(box(0, 0, 20, 20), stated(12))]]).kept[0]?.heightM).toBe(12);
  });
});

describe('whatever overlaps', () => {
  const anyBox = fc
    .record({
      x: fc.integer({ min: 0, max: 80 }),
      y: fc.integer({ min: 0, max: 80 }),
      width: fc.integer({ min: 3, max: 60 }),
      depth: fc.integer({ min: 3, max: 60 }),
      height: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
      isPart: fc.boolean(),
      file: fc.constantFrom('a', 'b', 'c'),
      rank: fc.constantFrom(10, 30, 40),
    })
    .map(({ x, y, width, depth, height, isPart, file, rank }) =>
      rowOf(
        box(x, y, width, depth),
        { isPart, rank, ...(height ? { heightM: height, heightOrigin: 'stated' as const } : {}) },
        file,
      ),
    );

  it('every row is kept or counted, ids are unique, footprints are sound', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 14 }), (rows) => {
        const { kept, count, drops } = clean(['osm', rows]);
        expect(count).toBe(kept.length);
        expect(kept.length + drops.length).toBe(rows.length);
        expect(new Set(kept.map((b) => b.stableId)).size).toBe(kept.length);
        for (const { footprint, areaM2 } of kept) {
          expect(areaM2).toBeGreaterThan(0);
          for (const rings of polygonsOf(footprint)) {
            expect(isSound(rings)).toBe(true);
            rings.forEach((ring, i) => {
              expect(signedArea2(ring) > 0).toBe(i === 0);
              expect(ring.at(-1)).toEqual(ring[0]);
            });
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the hash tells boxes apart', () => {
    const hashes = new Set<number>();
    for (let x = 0; x < 40; x++) for (let w = 1; w < 40; w++) hashes.add(footprintHash(box(x, 0, w, w + 1)));
    expect(hashes.size).toBe(40 * 39);
  });

  it('a centre is a point of its building', () => {
    const { kept } = clean(['osm', [rowOf(box(0, 0, 30, 20))]]);
    expect(kept[0]?.centre).toEqual(
      lonLat(expect.closeTo(at(15, 10)[0] as number, 9), expect.closeTo(at(15, 10)[1] as number, 9)),
    );
  });
});
