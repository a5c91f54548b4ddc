// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { at, box, clean, LAT, LAT_M, LON_M, measured, rowOf, stated } from '../fixtures/building-rows';
import type { CleanBuilding } from './theme';

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
