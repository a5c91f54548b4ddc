// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { BUILDING_USES } from '../city/building';
import type { ColumnTable } from '../city/columns';
import { plane, planeToLonLat } from '../city/frames';
import { EXAMPLES } from '../scenario/fixtures/examples';
import { EMPTY_SCENARIO } from '../scenario/scenario';
import { GREEN_FIGURES } from './green-protocol';
import { streetTables } from './models/walking/fixtures/street-tables';
import { NEED_PRESETS } from './need-presets';
import { PeopleCity } from './people-city';
import { TABLES_OF, tablesFor } from './people-protocol';

const WEST = 512_000;
const SOUTH = 5_034_000;
const IDS = [11, 22];

function table(
  id: string,
  columns: Readonly<Record<string, readonly number[]>>,
  texts: Readonly<Record<string, readonly string[]>> = {},
): ColumnTable {
  return {
    id,
    rows: (Object.values(columns)[0] ?? []).length,
    columns: [
      ...Object.entries(columns).map(([name, values]) => ({
        name,
        unit: '1',
        values: Float64Array.from(values),
      })),
      ...Object.entries(texts).map(([name, all]) => ({
        name,
        unit: '1',
        values: Uint16Array.from(all, (_, i) => i),
        dictionary: all,
      })),
    ],
  };
}

/** Alta 0–500 m, with a row of trees before its four houses; Bassa 500–1000 m, with a park of 2.25 ha. */
const YEARS = [2011, 2024];
const counts = {
  total: [800, 600],
  men: [390, 290],
  women: [410, 310],
  minors: [120, 110],
  aged65Plus: [200, 120],
  aged80Plus: [80, 30],
  households: [420, 300],
  singleHouseholds: [200, 130],
  aloneAged80Plus: [40, 10],
  births: [6, 5],
  deaths: [9, 5],
  arrivals: [40, 30],
  departures: [38, 29],
};
const cells = IDS.flatMap((id) =>
  [0, 1].flatMap((sex) => Array.from({ length: 16 }, (_, i) => ({ id, sex, from: 5 * i }))),
);
const houses = [100, 200, 300, 400, 600, 700, 800, 900].map((east) => ({
  ...(([lonDeg, latDeg]) => ({ lonDeg, latDeg }))(planeToLonLat(plane(WEST + east, SOUTH + 120))),
  district: east < 500 ? 11 : 22,
}));
const trees = Array.from({ length: 45 }, (_, i) => [WEST + 55 + 9 * i, SOUTH + 105] as const).concat(
  Array.from({ length: 20 }, (_, i) => [WEST + 520 + 20 * i, SOUTH + 480] as const),
);
const ring = (west: number, south: number, east: number, north: number) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([x, y]) => [WEST + x!, SOUTH + y!] as const);
const park = ring(800, 110, 950, 260);
const outlines = [ring(0, 0, 500, 500), ring(500, 0, 1000, 500)];
const streets = streetTables(
  Array.from({ length: 11 }, (_, i) => [WEST + 100 * i, SOUTH + 100] as const),
  Array.from({ length: 10 }, (_, i) => ({ from: i, to: i + 1 })),
);

const TABLES: readonly ColumnTable[] = [
  table(
    'zones',
    { id: IDS, eastM: [WEST + 250, WEST + 750], northM: [SOUTH + 250, SOUTH + 250], areaM2: [25e4, 25e4] },
    { name: ['Alta', 'Bassa'] },
  ),
  table('population', {
    zone: YEARS.flatMap(() => IDS),
    year: YEARS.flatMap((year) => IDS.map(() => year)),
    ...Object.fromEntries(
      Object.entries(counts).map(([name, values]) => [name, YEARS.flatMap(() => values)]),
    ),
  }),
  table('population-pyramid', {
    zone: cells.map(({ id }) => id),
    sex: cells.map(({ sex }) => sex),
    ageFrom: cells.map(({ from }) => from),
    persons: cells.map(({ id }) => (id === 11 ? 25 : 19)),
  }),
  table('buildings', {
    lonDeg: houses.map(({ lonDeg }) => lonDeg),
    latDeg: houses.map(({ latDeg }) => latDeg),
    heightDm: houses.map(() => 192),
    storeys: houses.map(() => 6),
    use: houses.map(() => BUILDING_USES.indexOf('residential')),
    district: houses.map(({ district }) => district),
    areaM2: houses.map(() => 4000),
  }),
  table('trees', {
    eastM: trees.map(([east]) => east),
    northM: trees.map(([, north]) => north),
    crownM: trees.map(() => 8),
    heightM: trees.map(() => 10),
  }),
  table(
    'green-areas',
    { areaM2: [22_500], eastM: [WEST + 875], northM: [SOUTH + 185], zone: [22] },
    { id: ['p1'], class: ['park'], name: ['Parco'] },
  ),
  table('green-rings', {
    area: park.map(() => 0),
    ring: park.map(() => 0),
    eastM: park.map(([east]) => east),
    northM: park.map(([, north]) => north),
  }),
  table('zone-rings', {
    zone: outlines.flatMap((points, zone) => points.map(() => zone)),
    ring: outlines.flatMap((points) => points.map(() => 0)),
    eastM: outlines.flatMap((points) => points.map(([east]) => east)),
    northM: outlines.flatMap((points) => points.map(([, north]) => north)),
  }),
  streets.nodes,
  streets.links,
  streets.shapes,
];

function city(without: readonly string[] = []): PeopleCity {
  const made = new PeopleCity();
  made.add(TABLES.filter(({ id }) => !without.includes(id)));
  return made;
}

describe('a city that is asked about its green', () => {
  it('tells of each district, with intervals', () => {
    const { found, districts, year } = city().answer({ kind: 'green', year: 2024 });
    expect([districts, year]).toEqual([IDS, 2024]);
    expect(found).toMatchObject({ trees: 65, parks: [1, 1], told: 2 });
    const { trees, canopy, park: near, warmerC, mitigation } = found!.byDistrict;
    // Trees 9 m apart pass 15 m from the houses of Alta.
    expect([trees.value[0], trees.value[1]]).toEqual([1, 0]);
    // From 400 m it is 20 m to the street and 400 along it; from 600 m 220 in all.
    expect([near.value[0], near.value[1]]).toEqual([0, 1]);
    expect(canopy.value[0]! / ((45 * Math.PI * 16) / 250_000)).toBeCloseTo(1, 1);
    expect(canopy.low[0]).toBeLessThan(canopy.high[0]!);
    for (const row of [0, 1]) {
      expect(warmerC.low[row]).toBeLessThan(warmerC.value[row]!);
      expect(warmerC.value[row]).toBeLessThan(5);
      expect(warmerC.value[row]).toBeGreaterThan(1.5);
      expect(mitigation.value[row]).toBeGreaterThan(0);
    }
    expect(warmerC.value[1]).toBeLessThan(warmerC.value[0]!);
  });

  it('weighs districts by those who are forecast to live there, and their ground by its size', () => {
    const one = city();
    const { city: all, byDistrict } = one.answer({ kind: 'green', year: 2024 }).found!;
    expect(all!.trees.value).toBeCloseTo(800 / 1400, 2);
    expect(all!.canopy.value).toBeCloseTo((byDistrict.canopy.value[0]! + byDistrict.canopy.value[1]!) / 2, 4);
    expect(all!.all.value).toBe(0);
    expect(all!.shadedShare.value).toBe(0);
    const later = one.answer({ kind: 'green', year: 2040 }).found!;
    for (const id of GREEN_FIGURES) expect(later.byDistrict[id]).toEqual(byDistrict[id]);
    expect(later.city!.trees.high).toBeGreaterThan(later.city!.trees.low);
  });

  it('says nothing where a table is not there', () => {
    for (const id of ['trees', 'green-areas', 'buildings', 'zone-rings', 'street-links'])
      expect(city([id]).answer({ kind: 'green', year: 2024 }).found, id).toBeNull();
  });

  it('has a need by heat, of tables that only such a question asks for', () => {
    const need = { kind: 'need', year: 2024, need: NEED_PRESETS.heat } as const;
    const { indicators, ranks } = city().answer(need);
    expect(indicators.find(({ id }) => id === 'nightWarmerC')).toMatchObject({
      unit: '°C',
      source: 'green-model',
      moreIsNeed: true,
    });
    // Alta is warmer and older.
    expect([...ranks]).toEqual([1, 2]);
    expect(tablesFor(need)).toContain('trees');
    expect(tablesFor({ ...need, need: NEED_PRESETS.families })).not.toContain('trees');
    expect(tablesFor({ kind: 'population' })).toEqual(TABLES_OF.population);
    // Without trees the rest of the index stands.
    const bare = city(['trees']).answer(need);
    expect(bare.indicators.find(({ id }) => id === 'nightWarmerC')!.weight).toBe(0);
    expect([...bare.ranks]).toEqual([1, 2]);
  });

  it('names what it lacks where it is asked what a measure changes', () => {
    const scenario = { ...EMPTY_SCENARIO, measures: [EXAMPLES['de-paving']] };
    expect(() => city().answer({ kind: 'green-impact', scenario, effort: 'quick' })).toThrow(/road-nodes/);
  });
});
