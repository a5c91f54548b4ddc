// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../src/city/frames';
import { MILANO } from '../../src/city/place';
import { isSound } from '../formats/repair';
import { signedArea2 } from '../formats/rings';
import type { DropReason } from '../sources/reasons';
import type { Source } from '../sources/source';
import { buildings } from './buildings';
import { footprintHash, polygonsOf } from './buildings/footprint';
import type { BuildingRow } from './rows';
import type { CleanBuilding } from './theme';

const [LON, LAT] = [9.19, 45.46];
/** Metres of a degree there, on the ellipsoid. */
const [LON_M, LAT_M] = [78_235, 111_147];
const at = (x: number, y: number): Position => [LON + x / LON_M, LAT + y / LAT_M];

/** A rectangle from (x, y), metres east and north of the corner of the test ground; `courtyard` in its middle. */
function box(x: number, y: number, width: number, depth: number, courtyard = 0): Polygon {
  const ring = (x0: number, y0: number, w: number, d: number) => [
    at(x0, y0),
    at(x0 + w, y0),
    at(x0 + w, y0 + d),
    at(x0, y0 + d),
    at(x0, y0),
  ];
  const rings = [ring(x, y, width, depth)];
  if (courtyard > 0)
    rings.push(
      ring(x + (width - courtyard) / 2, y + (depth - courtyard) / 2, courtyard, courtyard).reverse(),
    );
  return { type: 'Polygon', coordinates: rings };
}

const source = (id: string) => ({ id }) as Source<'buildings'>;
let row = 0;
const rowOf = (geometry: Polygon, rest: Partial<BuildingRow> = {}, file = 'a.geojson'): BuildingRow => ({
  origin: { file, row: ++row },
  geometry,
  rank: 10,
  ...rest,
});
const measured = (heightM: number) => ({ heightM, heightOrigin: 'measured', rank: 40 }) as const;
const stated = (heightM: number) => ({ heightM, heightOrigin: 'stated', rank: 30 }) as const;

function clean(...bySource: [id: string, rows: BuildingRow[]][]) {
  const drops: [DropReason, string][] = [];
  const result = buildings.clean(
    bySource.map(([id, rows]) => ({ source: source(id), rows })),
    {
      place: MILANO,
      districts: { count: 1, at: (p) => (p[0] > LON + 500 / LON_M ? 7 : 3), name: () => '', byName: () => 0 },
      drop: (reason, example) => drops.push([reason, example]),
    },
  );
  const kept = result.buildings ?? [];
  expect(result.kept).toBe(kept.length);
  return { kept, drops, reasons: drops.map(([reason]) => reason) };
}
const only = (kept: readonly CleanBuilding[]): CleanBuilding => {
  expect(kept).toHaveLength(1);
  return kept[0] as CleanBuilding;
};

describe('a single source', () => {
  it('keeps what is told, with area, centre and district', () => {
    const told = {
      ...measured(21.4),
      stableId: 'osm-w1',
      storeys: 6,
      use: 'office',
      year: 1931,
      name: 'Torre',
      address: 'Via Po, 3',
    } as const;
    const b = only(clean(['lidar', [rowOf(box(600, 0, 40, 30, 10), told)]]).kept);
    expect(b).toMatchObject({ stableId: 'osm-w1', heightM: 21.4, heightOrigin: 'measured', storeys: 6 });
    expect(b).toMatchObject({ use: 'office', year: 1931, district: 7, minHeightM: 0 });
    expect(b.record).toEqual({
      stableId: 'osm-w1',
      name: 'Torre',
      address: 'Via Po, 3',
      footprintSource: 'lidar',
      heightSource: 'lidar',
    });
    // 40 × 30 less a courtyard of 10 × 10.
    expect(b.areaM2).toBeGreaterThan(1098);
    expect(b.areaM2).toBeLessThan(1102);
    // The centroid is in the courtyard: the centre is not.
    expect(b.centre[1]).toBeCloseTo(LAT + 15 / LAT_M, 6);
    expect(Math.abs(b.centre[0] - (at(620, 0)[0] as number)) * LON_M).toBeGreaterThan(5);
  });

  it('assumes a height by use and size where none is known, and says so', () => {
    const { kept } = clean([
      'osm',
      [
        rowOf(box(0, 0, 20, 20), { use: 'residential' }),
        rowOf(box(50, 0, 20, 20)),
        rowOf(box(100, 0, 5, 5)),
        rowOf(box(150, 0, 20, 20), { use: 'minor', minHeightM: 6.4 }),
      ],
    ]);
    // 4, 3 and 1 storeys of 3.2 m; a canopy's one storey stands on its base.
    expect(kept.map((b) => b.heightM)).toEqual([12.8, 9.6, 3.2, 9.6]);
    expect(kept.map((b) => b.heightOrigin)).toEqual(['assumed', 'assumed', 'assumed', 'assumed']);
    expect(kept.map((b) => b.record.heightSource)).toEqual([undefined, undefined, undefined, undefined]);
    expect(kept[3]?.record.minHeightM).toBe(6.4);
  });

  it('drops what is under 2 m, and a top that is not above its base', () => {
    const { kept, reasons } = clean([
      'osm',
      [
        rowOf(box(0, 0, 20, 20), stated(1.9)),
        rowOf(box(50, 0, 20, 20), { ...stated(10), minHeightM: 10 }),
        rowOf(box(100, 0, 20, 20), stated(2)),
      ],
    ]);
    expect(kept.map((b) => b.heightM)).toEqual([2]);
    expect(reasons).toEqual(['height-under-2m', 'bad-value']);
  });

  it('keeps neighbours that overlap within one file', () => {
    const { kept, drops } = clean([
      'osm',
      [rowOf(box(0, 0, 20, 20), stated(10)), rowOf(box(5, 0, 20, 20), stated(12))],
    ]);
    expect(kept).toHaveLength(2);
    expect(drops).toEqual([]);
  });

  it('drops the same footprint again, from whatever corner it is drawn', () => {
    const turned = box(0, 0, 30, 20);
    const [ring = []] = turned.coordinates;
    turned.coordinates = [[...ring.slice(2), ...ring.slice(1, 3)]];
    const { kept, reasons } = clean([
      'osm',
      [rowOf(box(0, 0, 30, 20), stated(10)), rowOf(turned, { name: 'Villa' })],
    ]);
    expect(only(kept)).toMatchObject({ heightM: 10, record: { name: 'Villa' } });
    expect(reasons).toEqual(['duplicate-geometry']);
  });
});

describe('stable ids', () => {
  it('hash the footprint where the source has none, alike for the same corners to a decimetre', () => {
    const id = (x: number) => only(clean(['dbt', [rowOf(box(x, 0, 30, 20))]]).kept).stableId;
    expect(id(0)).toMatch(/^fp-[0-9a-z]{6,11}$/);
    expect(id(0)).toBe(id(0));
    expect(id(0.001)).toBe(id(0));
    expect(id(1)).not.toBe(id(0));
  });

  it('are numbered where rows of one relation share one', () => {
    const { kept } = clean([
      'osm',
      [0, 50, 100].map((x) => rowOf(box(x, 0, 20, 20), { stableId: 'osm-r8' })),
    ]);
    expect(kept.map((b) => b.stableId)).toEqual(['osm-r8', 'osm-r8-2', 'osm-r8-3']);
    expect(kept.map((b) => b.record.stableId)).toEqual(['osm-r8', 'osm-r8-2', 'osm-r8-3']);
  });
});

describe('several sources', () => {
  it('keeps the best height, and what only the other knows', () => {
    const osm = rowOf(
      box(0.5, 0.3, 30, 20),
      { ...stated(15), stableId: 'osm-w9', use: 'hotel', storeys: 5, year: 1960, name: 'Grand Hotel' },
      'osm.json',
    );
    const { kept, drops } = clean(['osm', [osm]], ['lidar', [rowOf(box(0, 0, 30, 20), measured(17.2))]]);
    const b = only(kept);
    expect(b).toMatchObject({ stableId: 'osm-w9', heightM: 17.2, heightOrigin: 'measured' });
    expect(b).toMatchObject({ use: 'hotel', storeys: 5, year: 1960 });
    expect(b.record).toMatchObject({
      name: 'Grand Hotel',
      footprintSource: 'lidar',
      heightSource: 'lidar',
    });
    expect(drops).toHaveLength(1);
    expect(drops[0]?.[0]).toBe('same-as-better-source');
    expect(drops[0]?.[1]).toMatch(/^osm\.json, row \d+: 9[6-8] % of it is in a\.geojson, row \d+$/);
  });

  it('takes the first source where heights are known alike', () => {
    const { kept } = clean(
      ['dbt', [rowOf(box(0, 0, 30, 20), measured(17), 'dbt.shp')]],
      ['lidar', [rowOf(box(0, 1, 30, 20), measured(18))]],
    );
    expect(only(kept)).toMatchObject({ heightM: 17, record: { footprintSource: 'dbt' } });
  });

  it('drops one outline for the many units in it, and lends them its use but not its id', () => {
    const units = [0, 10, 20].map((x) => rowOf(box(x, 0, 10, 20), measured(10 + x), 'dbt.shp'));
    const outline = rowOf(box(0, 0, 30, 20), { use: 'school', stableId: 'osm-w4', storeys: 3 }, 'osm.json');
    const { kept, reasons } = clean(['dbt', units], ['osm', [outline]]);
    expect(kept.map((b) => [b.heightM, b.use, b.storeys])).toEqual([
      [10, 'school', 0],
      [20, 'school', 0],
      [30, 'school', 0],
    ]);
    expect(kept.every((b) => b.stableId.startsWith('fp-'))).toBe(true);
    expect(reasons).toEqual(['same-as-better-source']);
  });

  it('cuts a small better building out of a large one, so that nothing stands twice or is lost', () => {
    const { kept, drops } = clean(
      ['dbt', [rowOf(box(0, 0, 10, 20), measured(30), 'dbt.shp')]],
      ['osm', [rowOf(box(0, 0, 60, 20), stated(12), 'osm.json')]],
    );
    expect(kept.map((b) => b.heightM)).toEqual([30, 12]);
    expect(kept[1]?.areaM2).toBeCloseTo(1000, -1);
    expect(drops).toEqual([]);
  });

  it('leaves neighbours alone that overlap by a drawing error', () => {
    const { kept, drops } = clean(
      ['dbt', [rowOf(box(0, 0, 20, 20), measured(10), 'dbt.shp')]],
      ['osm', [rowOf(box(19, 0, 20, 20), stated(12), 'osm.json')]],
    );
    expect(kept).toHaveLength(2);
    expect(kept[1]?.areaM2).toBeCloseTo(400, -1);
    expect(drops).toEqual([]);
  });

  it('calls the same id in two extracts what it is', () => {
    const one = { ...stated(10), stableId: 'osm-w1' };
    const { kept, reasons } = clean([
      'osm',
      [rowOf(box(0, 0, 20, 20), one, 'old.json'), rowOf(box(0, 1, 20, 20), one, 'new.json')],
    ]);
    expect(kept).toHaveLength(1);
    expect(reasons).toEqual(['duplicate-id']);
  });

  it('borrows a height where the better footprint has none', () => {
    const unit = rowOf(box(0, 0, 20, 20), { rank: 10 }, 'dbt.shp');
    const other = rowOf(box(0, 1, 20, 20), { ...stated(14), rank: 5 }, 'osm.json');
    const b = only(clean(['dbt', [unit]], ['osm', [other]]).kept);
    expect(b).toMatchObject({ heightM: 14, heightOrigin: 'stated' });
    expect(b.record).toMatchObject({ footprintSource: 'dbt', heightSource: 'osm' });
  });
});

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

  it('without an outline are buildings', () => {
    expect(only(clean(['osm', [part(box(0, 0, 20, 20), stated(12))]]).kept).heightM).toBe(12);
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
        const { kept, drops } = clean(['osm', rows]);
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
    const b = only(clean(['osm', [rowOf(box(0, 0, 30, 20))]]).kept);
    expect(b.centre).toEqual(
      lonLat(expect.closeTo(at(15, 10)[0] as number, 9), expect.closeTo(at(15, 10)[1] as number, 9)),
    );
  });
});
