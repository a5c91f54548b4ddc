// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../src/city/columns';
import { lonLat } from '../../src/city/frames';
import { STREET_CLASSES } from '../../src/city/ground';
import { INPUT_TABLES, type InputTable } from '../../src/city/inputs';
import { MILANO } from '../../src/city/place';
import { cleanTheme } from '../fixtures/clean-theme';
import { filesInMemory } from '../fixtures/files';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { telecomGrid } from '../sources/telecom-grid';
import { telecomWeek } from '../sources/telecom-week';
import { dailyLife } from './daily-life';
import type { DailyLifeRow } from './rows';
import type { DistrictFinder } from './theme';

const origin = { file: 'week.json', row: 1 };
const flat = (value: number) => Array.from({ length: 168 }, () => value);
const DISTRICTS: DistrictFinder = {
  count: 2,
  at: ([lon]) => (lon > 9.1 ? 34 : 0),
  name: (id) => (id === 12 || id === 34 ? String(id) : undefined),
  byName: () => 0,
  zones: [
    { id: 12, at: lonLat(9, 45), areaM2: 1 },
    { id: 34, at: lonLat(9.2, 45), areaM2: 1 },
  ],
};
function tablesOf(inputs: readonly ColumnTable[] = []) {
  for (const { id, columns } of inputs)
    expect(columns.map(({ name }) => name)).toEqual([...INPUT_TABLES[id as InputTable]]);
  return new Map(inputs.map((table) => [table.id as InputTable, table]));
}
const values = (table: ColumnTable | undefined, name: string) => {
  const column = table?.columns.find((each) => each.name === name);
  return Array.from(column?.values ?? [], (value) => column?.dictionary?.[value] ?? value);
};

/** A square of a hundredth of a degree, as the grid has it: clockwise from the north-west, closed. */
const square = (cellId: number, west: number) => ({
  type: 'Feature',
  properties: { cellId },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 45.47],
        [west + 0.01, 45.47],
        [west + 0.01, 45.46],
        [west, 45.46],
        [west, 45.47],
      ],
    ],
  },
});
const weekFile = (...rows: string[]) =>
  [`,cellid,${flat(0).map((_, h) => `internet${h}`)},hw`, ...rows, ''].join('\n');

describe('the telephone grid and its week', () => {
  const files = filesInMemory({
    'grid.geojson': JSON.stringify({
      type: 'FeatureCollection',
      features: [square(1, 9.19), square(2, 9.05), square(3, 9.2), square(4, 19)],
    }),
    'internet.csv': weekFile(
      `0,1,${flat(0).map((_, h) => h / 200)},1`,
      `1,2,${flat(0.5)},0`,
      `2,9,${flat(0.5)},0`,
      `3,3,${flat(1.5)},0`,
    ),
    'calls.csv': weekFile(`0,1,${flat(1)},1`).replaceAll('internet', 'callin'),
  });

  it('become squares with their corners and the internet’s profile', async () => {
    const grid = await readSource(telecomGrid, files);
    const week = await readSource(telecomWeek, files);
    expect(week.files).toEqual(['internet.csv']);
    expect(grid.messages).toEqual(['outside-place, row 4: square 4']);
    expect(week.messages).toEqual(['bad-value, row 4: square 3: an hour is missing or not from 0 to 1']);
    const clean = cleanTheme(dailyLife, { grid: grid.rows, week: week.rows }, DISTRICTS);
    expect(clean.dropped).toEqual(['no-geometry, internet.csv, row 3: square 9 is not in the grid']);
    const tables = tablesOf(clean.inputs);
    expect([...tables.keys()]).toEqual(['week-profiles', 'presence-cells']);
    const cells = tables.get('presence-cells');
    expect(values(cells, 'cell')).toEqual([1, 2]);
    // Rows of zones: the first square is in district 34, the other in none.
    expect(values(cells, 'zone')).toEqual([1, -1]);
    expect(values(cells, 'southWestLonDeg')).toEqual([9.19, 9.05]);
    expect(values(cells, 'southEastLonDeg')[0]).toBeCloseTo(9.2, 12);
    expect(values(cells, 'northEastLatDeg')).toEqual([45.47, 45.47]);
    expect(values(cells, 'northWestLonDeg')).toEqual([9.19, 9.05]);
    expect(values(cells, 'profile')).toEqual(['cell-1', 'cell-2']);
    const profiles = tables.get('week-profiles');
    expect(profiles?.rows).toBe(336);
    expect(values(profiles, 'hour').slice(166, 170)).toEqual([166, 167, 0, 1]);
    expect(values(profiles, 'value')[100]).toBe(0.5);
  });
});

describe('the typical week', () => {
  const profile = (name: string): DailyLifeRow => ({
    origin,
    kind: 'profile',
    profile: name,
    values: flat(1),
  });
  const presence = (district: number, persons: number): DailyLifeRow => ({
    origin,
    kind: 'presence',
    district,
    group: 'workers',
    persons,
    profile: 'work',
  });

  it('tells no small number of persons, and no district that is not there', () => {
    const rows = [profile('work'), presence(12, 4), presence(34, 5), presence(99, 50)];
    const clean = cleanTheme(dailyLife, { demo: rows }, DISTRICTS);
    const table = tablesOf(clean.inputs).get('typical-presence');
    expect(values(table, 'zone')).toEqual([0, 1]);
    expect(values(table, 'persons')).toEqual([Number.NaN, 5]);
    expect(clean.dropped).toEqual(['unknown-district, week.json, row 1: district 99']);
  });

  it('keeps a station once, and only with a profile', () => {
    const station = (id: string, of: string): DailyLifeRow => ({
      origin,
      kind: 'station',
      of: 'bike-station',
      id,
      name: id,
      at: lonLat(9.19, 45.46),
      quantity: 'bikes',
      low: 1,
      high: 20,
      profile: of,
    });
    const rows = [profile('work'), station('a', 'work'), station('a', 'work'), station('b', 'gone')];
    const clean = cleanTheme(dailyLife, { demo: rows }, DISTRICTS);
    const table = tablesOf(clean.inputs).get('typical-values');
    expect(values(table, 'id')).toEqual(['a']);
    expect(values(table, 'capacity')).toEqual([Number.NaN]);
    expect(clean.dropped).toHaveLength(2);
  });

  it('has traffic by direction, capacity by lanes, and less of it further out', () => {
    // East of the Duomo: in, out and across at 1 km, in at 8.1 km; one class without a rule.
    const column = (name: string, cells: number[]) => ({ name, unit: '1', values: Float64Array.from(cells) });
    const [x, y] = [514_999.3, 5_034_502.6];
    const nodes: ColumnTable = {
      id: 'road-nodes',
      rows: 4,
      columns: [
        column('eastM', [x + 1000, x + 500, x + 1000, x + 8100]),
        column('northM', [y, y, y + 100, y]),
      ],
    };
    const links: ColumnTable = {
      id: 'road-links',
      rows: 5,
      columns: [
        column('from', [0, 1, 0, 3, 0]),
        column('to', [1, 0, 2, 0, 1]),
        column('lanes', [2, 1, 1, 2, 1]),
        column(
          'class',
          [2, 2, 2, 2, 4].map((place) => place),
        ),
        { ...column('nameIndex', [0, 0, 0, 0, 0]), dictionary: ['Corso'] },
      ],
    };
    const clean = dailyLife.clean(
      [
        {
          source: { id: 'demo' } as never,
          rows: [
            ...['inbound', 'outbound', 'around'].map(profile),
            {
              origin,
              kind: 'traffic',
              class: STREET_CLASSES[2] as (typeof STREET_CLASSES)[number],
              capacityVehHLane: 600,
              saturationCentre: 1.2,
              saturationEdge: 0.3,
            },
          ],
        },
      ],
      {
        place: MILANO,
        districts: DISTRICTS,
        inputs: (id) => (id === 'road-links' ? links : id === 'road-nodes' ? nodes : undefined),
        drop: (_, example) => {
          throw new Error(example);
        },
      },
    );
    const table = tablesOf(clean.inputs).get('typical-traffic');
    expect(values(table, 'link')).toEqual([0, 1, 2, 3]);
    expect(values(table, 'profile')).toEqual(['inbound', 'outbound', 'around', 'inbound']);
    expect(values(table, 'capacityVehH')).toEqual([1200, 600, 600, 1200]);
    const flow = values(table, 'flowVehH') as number[];
    // 1.2 − 0.9 · 1/9 = 1.1 and 1.2 − 0.9 · 8.1/9 = 0.39 of one street's own share.
    expect((flow[3] as number) / (flow[0] as number)).toBeCloseTo(0.39 / 1.1, 3);
    const own = (flow[0] as number) / 1200 / 1.1;
    expect(own).toBeGreaterThanOrEqual(0.8);
    expect(own).toBeLessThanOrEqual(1.2);
  });
});

describeShared('the Telecom Italia grid of Milan', () => {
  it('has 400 central squares whose rhythm is the city’s', async () => {
    const files = await openFolder(sharedPath('milano/dailylife'));
    const [grid, week] = [await readSource(telecomGrid, files), await readSource(telecomWeek, files)];
    expect(grid.rows).toHaveLength(10_000);
    expect(week.rows).toHaveLength(400);
    const clean = cleanTheme(dailyLife, { grid: grid.rows, week: week.rows });
    const tables = tablesOf(clean.inputs);
    expect(tables.get('presence-cells')?.rows).toBe(400);
    const value = values(tables.get('week-profiles'), 'value') as number[];
    const at = (hour: number) => value.reduce((sum, v, i) => sum + (i % 168 === hour ? v : 0), 0) / 400;
    // Wednesday at noon over Wednesday at four, and Sunday at noon below it.
    expect(at(48 + 12)).toBeGreaterThan(2 * at(48 + 4));
    expect(at(144 + 12)).toBeLessThan(at(48 + 12));
  }, 30_000);
});
