// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { fileInMemory } from '../fixtures/files';
import { box, collection } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { buildingsOsmLidar } from './buildings-osm-lidar';

const read = (...features: Parameters<typeof collection>) =>
  readSource(buildingsOsmLidar, [fileInMemory('osm_lidar_height_test.geojson', collection(...features))]);
const house = box(0, 0, 10, 10);

it('takes the median as measured, and the ids, negative ones as relations', async () => {
  const { rows, read: count } = await read(
    { geometry: house, properties: { cat: 1, height_med: 21.12 } },
    { geometry: box(20, 0, 30, 10), properties: { cat: 2, height_med: '8,5', osm_id: 45 } },
    {
      geometry: box(40, 0, 50, 10),
      properties: { height_median: 30, b_osm_id: -36491.0, b_type: 'public', b_name: 'X' },
    },
  );
  expect(count).toBe(3);
  expect(rows[0]).toMatchObject({ heightM: 21.12, heightOrigin: 'measured', rank: 40, origin: { row: 1 } });
  expect(rows[0]?.stableId).toBeUndefined();
  expect(rows[1]).toMatchObject({ heightM: 8.5, stableId: 'osm-w45' });
  expect(rows[2]).toMatchObject({ heightM: 30, stableId: 'osm-r36491', use: 'civic', name: 'X' });
});

it('numbers the rows of one relation, whose parts come apart', async () => {
  const { rows } = await read(
    { geometry: house, properties: { height_median: 10, b_osm_id: -7 } },
    { geometry: box(20, 0, 30, 10), properties: { height_median: 12, b_osm_id: -7 } },
  );
  expect(rows.map((r) => r.stableId)).toEqual(['osm-r7', 'osm-r7-2']);
});

it('keeps buildings without a height, drops those under 2 m and the same footprint again', async () => {
  const { rows, dropped, messages, notes } = await read(
    { geometry: house, properties: { height_med: null } },
    { geometry: house, properties: { height_med: 12 } },
    { geometry: box(20, 0, 30, 10), properties: { height_med: 1.9 } },
    { geometry: box(40, 0, 50, 10), properties: { height_med: -3 } },
    { geometry: box(60, 0, 70, 10), properties: { height_med: 9999 } },
    { geometry: null, properties: { height_med: 12 } },
  );
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row.heightM).toBeUndefined();
    expect(row.rank).toBe(10);
  }
  expect(dropped).toEqual({ 'duplicate-geometry': 1, 'height-under-2m': 2, 'no-geometry': 1 });
  expect(messages).toContain('height-under-2m, row 3: height 1.9 m');
  expect(notes).toEqual(['row 5: height 9999 m is over 400 m']);
});

it('takes the highest return for towers and bell towers, the median for churches', async () => {
  const heights = { height_median: 14.55, height_maximum: 54.5 };
  const { rows } = await read(
    { geometry: box(0, 0, 20, 20), properties: { ...heights, b_name: 'Torre di prova', b_type: 'yes' } },
    { geometry: box(30, 0, 38, 8), properties: { ...heights, b_type: 'church' } },
    { geometry: box(50, 0, 90, 40), properties: { ...heights, b_type: 'cathedral' } },
    { geometry: box(100, 0, 120, 20), properties: { ...heights, b_type: 'yes', b_name: 'Casa Torre' } },
  );
  expect(rows.map((r) => r.heightM)).toEqual([54.5, 54.5, 14.55, 14.55]);
});

it('reads OpenStreetMap tags beside the measured height, which counts', async () => {
  const { rows } = await read({
    geometry: house,
    properties: {
      height_med: 20,
      height: '3',
      building: 'apartments',
      'building:levels': '6',
      start_date: '1931',
      'addr:street': 'Via Larga',
      'addr:housenumber': '1',
      min_height: 4,
    },
  });
  expect(rows[0]).toMatchObject({
    heightM: 20,
    heightOrigin: 'measured',
    minHeightM: 4,
    storeys: 6,
    use: 'residential',
    year: 1931,
    address: 'Via Larga, 1',
  });
});

it('knows its files', async () => {
  const other = fileInMemory('a.geojson', collection({ geometry: house, properties: { building: 'yes' } }));
  expect(await buildingsOsmLidar.recognises(other)).toBe(false);
});

describeShared('the files of Milan', () => {
  const reading = async (name: string) => {
    const files = await openFolder(sharedPath('milano/buildings'));
    return readSource(
      buildingsOsmLidar,
      files.filter((f) => f.name.includes(name)),
    );
  };

  it('centre: 4,013 read, 66 under 2 m, 16 without height of which 15 double or empty', async () => {
    const centre = await reading('milan_centre');
    expect(centre.read).toBe(4013);
    expect(centre.dropped).toEqual({ 'height-under-2m': 66, 'duplicate-geometry': 13, 'zero-area': 2 });
    expect(centre.rows.filter((r) => r.heightM === undefined)).toHaveLength(1);
    expect(Math.max(...centre.rows.map((r) => r.heightM ?? 0))).toBeCloseTo(130.5, 0);
  });

  it('merged: 6,044 read, 834 of them with OpenStreetMap ids', async () => {
    const merged = await reading('DERIVED');
    expect(merged.read).toBe(6044);
    expect(merged.rows).toHaveLength(5963);
    expect(merged.dropped).toEqual({ 'height-under-2m': 80, 'zero-area': 1 });
    const ids = merged.rows.flatMap((r) => r.stableId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(800);
  });

  it('Duomo: 1,199 read, the cathedral at its roof, a tower at its top', async () => {
    const duomo = await reading('minmaxavg');
    expect(duomo.read).toBe(1199);
    expect(duomo.rows.find((r) => r.name === 'Duomo di Milano')).toMatchObject({
      stableId: 'osm-w27626748',
      heightM: 39.8,
      use: 'worship',
    });
    expect(duomo.rows.find((r) => r.name === 'Torre Snia Viscosa')?.heightM).toBeCloseTo(66.66, 2);
  });
});
