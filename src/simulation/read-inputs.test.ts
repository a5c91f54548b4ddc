// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { SECTORS } from '../city/city-inputs';
import type { Column, ColumnTable } from '../city/columns';
import { STREET_CLASSES } from '../city/ground';
import type { InputTable } from '../city/inputs';
import { JOBS_PER_RESIDENT, SECTOR_SHARE } from './inputs/jobs';
import { REMOTE_WORK_SHARE } from './inputs/rules';
import { CityInputsError, readCityInputs } from './read-inputs';

type Values = readonly (number | string)[];
function columnOf(name: string, values: Values): Column {
  if (values.every((value) => typeof value === 'number'))
    return { name, unit: '1', values: Float64Array.from(values as number[]) };
  const dictionary = [...new Set(values as string[])];
  return {
    name,
    unit: '1',
    values: Uint8Array.from(values as string[], (text) => dictionary.indexOf(text)),
    dictionary,
  };
}
const table = (id: InputTable, columns: Readonly<Record<string, Values>>): [InputTable, ColumnTable] => [
  id,
  {
    id,
    rows: Object.values(columns)[0]?.length ?? 0,
    columns: Object.entries(columns).map(([name, values]) => columnOf(name, values)),
  },
];

/** Two districts at 0 and 4 km, a gateway at 9 km, one street through all. */
const required = [
  table('zones', {
    id: [5, 9],
    name: ['Centro', 'Est'],
    eastM: [0, 4000],
    northM: [0, 0],
    areaM2: [1e6, 4e6],
    municipio: [1, 3],
  }),
  table('population', {
    zone: [5, 9, 5, 9, 77],
    year: [2023, 2023, 2024, 2024, 2024],
    total: [1, 1, 1000, 3000, 50],
    minors: [1, 1, 100, 500, 5],
  }),
  table('road-nodes', { eastM: [0, 4000, 9000], northM: [0, 0, 0], gateway: [0, 0, 1] }),
  table('road-links', {
    from: [0, 1, 1, 2],
    to: [1, 0, 2, 1],
    lengthM: [4000, 4000, 5000, 5000],
    lanes: [2, 2, 1, 1],
    speedKmH: [50, 50, 70, 70],
    class: ['primary', 'primary', 'secondary', 'secondary'],
    nameIndex: ['Corso', 'Corso', 'Via', 'Via'],
    streetIndex: ['osm-w1', 'osm-w1', 'osm-w2', 'osm-w2'],
    zone: [0, 0, -1, -1],
    shapeStart: [0, 2, 4, 6],
    shapeCount: [2, 2, 2, 2],
  }),
  table('road-shapes', {
    eastM: [0, 4000, 4000, 0, 4000, 9000, 9000, 4000],
    northM: [0, 0, 0, 0, 0, 0, 0, 0],
  }),
  table('gateways', { node: [2], name: ['Via Emilia'], class: ['primary'] }),
  table('zone-connectors', { zone: [0, 1, 2], node: [0, 1, 2], lengthM: [0, 200, 0] }),
];
const optional = [
  table('services', {
    class: ['school', 'school', 'school', 'pharmacy', 'civic-office', 'library'],
    name: ['a', 'b', 'c', 'd', 'e', 'f'],
    capacity: [300, Number.NaN, 100, Number.NaN, Number.NaN, Number.NaN],
    capacityUnit: ['pupils', '', 'pupils', '', '', ''],
    zone: [5, 9, 9, 9, 5, 0],
  }),
  table('businesses', {
    zone: [5, 5, 9, 9],
    kind: ['food-and-drink', 'coworking', 'neighbourhood-shop', 'large-retail'],
    count: [60, 2, 20, 3],
  }),
  table('rule-areas', {
    area: [0, 0, 0, 0],
    areaId: ['area-c', 'area-c', 'area-c', 'area-c'],
    class: ['area-c', 'area-c', 'area-c', 'area-c'],
    name: ['Area C', 'Area C', 'Area C', 'Area C'],
    ring: [0, 0, 0, 0],
    eastM: [-500, 500, 500, -500],
    northM: [-500, -500, 500, 500],
  }),
  table('transit-stops', {
    name: ['Duomo', 'Lima'],
    mode: ['metro', 'metro'],
    eastM: [0, 4000],
    northM: [0, 0],
  }),
  table('transit-patterns', {
    line: ['M1', 'M1', 'M1', 'M1', '7'],
    mode: ['metro', 'metro', 'metro', 'metro', 'bus'],
    headwayMin: [Number.NaN, Number.NaN, Number.NaN, Number.NaN, 12],
    firstCall: [0, 2, 0, 2, 0],
    calls: [2, 2, 2, 2, 2],
  }),
  table('transit-calls', { stop: [0, 1, 1, 0] }),
];
/** A timetable whose runs halt for no time. */
const withTimes = (pattern: number[], seconds: number[]): [InputTable, ColumnTable][] => [
  ...optional,
  table('transit-times', { pattern, arrivalS: seconds, departureS: seconds }),
];
const origin = { cityId: 'testville', synthetic: true, hashes: { zones: 'abc' } };
const read = (...tables: readonly [InputTable, ColumnTable][]) => readCityInputs(new Map(tables), origin);
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('the inputs of a city', () => {
  const city = read(...required, ...optional);

  it('have districts first and gateways after them, with the latest register', () => {
    const { zones } = city;
    expect([zones.count, zones.districts]).toEqual([3, 2]);
    expect([...zones.id]).toEqual([5, 9, -1]);
    expect(zones.name).toEqual(['Centro', 'Est', 'Via Emilia']);
    expect([...zones.eastM]).toEqual([0, 4000, 9000]);
    expect([...zones.residents]).toEqual([1000, 3000, 0]);
    expect([...zones.minors]).toEqual([100, 500, 0]);
  });

  it('count pupils as stated, the median school where nothing is', () => {
    // Known: 100 and 300; the lower of the two middle ones stands for the third.
    expect([...city.zones.pupils]).toEqual([300, 200, 0]);
    expect([...city.zones.services]).toEqual([1, 1, 0]);
    expect([...city.zones.shops]).toEqual([60, 23, 0]);
    expect(city.shops).toEqual({
      neighbourhood: Float64Array.of(0, 20),
      large: Float64Array.of(0, 3),
      foodAndDrink: Float64Array.of(60, 0),
      changes: [],
    });
  });

  it('estimate as many jobs as the assumption says, by sector', () => {
    const { jobs } = city.zones;
    for (const sector of SECTORS)
      expect(sum(jobs[sector])).toBeCloseTo(4000 * JOBS_PER_RESIDENT * SECTOR_SHARE[sector], 9);
    expect(SECTORS.reduce((total, sector) => total + SECTOR_SHARE[sector], 0)).toBeCloseTo(1, 12);
    // 60 places to eat and 2 coworkings are all in the centre.
    expect([...jobs.office]).toEqual([sum(jobs.office), 0, 0]);
    // 60 against 20 + 3 × 20.
    expect(jobs.retail[0]! / jobs.retail[1]!).toBeCloseTo(60 / 80, 12);
    expect(jobs.industry[1]! / jobs.industry[0]!).toBeCloseTo(3, 12);
  });

  it('price the kerb by rings, the highest in Area C', () => {
    // The middle of the shops is 23/83 of the way: 1,108 m from the one, 2,892 m from the other.
    expect([...city.zones.parkingEurH]).toEqual([3, 2, 0]);
  });

  it('keep the network as it is written', () => {
    const { roads } = city;
    expect([roads.nodes, roads.links]).toEqual([3, 4]);
    expect([...roads.to]).toEqual([1, 0, 2, 1]);
    expect([...roads.zone]).toEqual([0, 0, -1, -1]);
    expect(STREET_CLASSES[roads.class[2]!]).toBe('secondary');
    expect(roads.streetIds[roads.streetIndex[3]!]).toBe('osm-w2');
    expect([...roads.open, ...roads.cycleway]).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    expect([...roads.connectors.lengthM]).toEqual([0, 200, 0]);
  });

  it('charge Area C as in 2022, on the links that enter it', () => {
    const [charge] = city.rules.charges;
    expect(charge).toMatchObject({
      id: 'area-c',
      hours: { fromMin: 450, toMin: 1170 },
      priceEur: { visitor: 5, resident: 2, goods: 5 },
    });
    expect([...charge!.entries]).toEqual([1]);
    expect([...charge!.inside]).toEqual([1, 0, 0]);
    expect(city.areas.map(({ id, rings }) => [id, rings[0]?.length])).toEqual([['area-c', 4]]);
  });

  it('share the runs of a line among its branches where no headway is stated', () => {
    expect(city.transit.patterns.map(({ line, headwayMin }) => [line, headwayMin])).toEqual([
      ['M1', 6],
      ['M1', 6],
      ['M1', 6],
      ['M1', 6],
      ['7', 12],
    ]);
    expect([...city.transit.patterns[1]!.stops]).toEqual([1, 0]);
  });

  it('have headway, speed and runs of a line by its timetable', () => {
    // Lima is 4 km on, 4.8 by the way: in 8 minutes at 36 km/h, in 16 at 18; the others have no run.
    const { transit } = read(...required, ...withTimes([0, 0, 2, 2], [28800, 29280, 29400, 30360]));
    expect(transit.patterns.map(({ speedKmH }) => speedKmH)).toEqual([36, 30, 18, 30, 14]);
    expect([...(transit.timetable?.pattern ?? [])]).toEqual([0, 2]);
    expect([...(transit.timetable?.firstTime ?? [])]).toEqual([0, 2, 4]);
    expect([...(transit.timetable?.departureS ?? [])]).toEqual([28800, 29280, 29400, 30360]);
    expect(city.transit).not.toHaveProperty('timetable');
  });

  it.each([
    [[0, 0, 5, 5], [0, 1, 2, 3], 'transit-times, row 2: pattern 5 is not below 5'],
    [[0, 0, 1, 0], [0, 1, 2, 3], 'transit-times, row 3: a run of pattern 1 ends before its 2 calls'],
    [[0, 0, 1], [0, 1, 2], 'transit-times, row 3: a run of pattern 1 ends before its 2 calls'],
    [[0, 0], [60, 59], 'transit-times, row 1: arrivalS 59 is before 60'],
    [[0, 0], [60, Number.NaN], 'transit-times, row 1: arrivalS is no time (NaN)'],
  ])('refuse runs that cannot be: %j, %j', (pattern, seconds, message) => {
    expect(() => read(...required, ...withTimes(pattern, seconds))).toThrow(message);
  });

  it('have as many at home as Assolombarda and Zucchetti found: 16.7 %', () => {
    const mean = SECTORS.reduce((total, s) => total + SECTOR_SHARE[s] * REMOTE_WORK_SHARE[s], 0);
    expect(mean).toBeCloseTo(0.167, 3);
  });
});

describe('a city that lacks something', () => {
  it('does without what is optional: minors go to school at home, jobs follow residents', () => {
    const city = read(...required);
    expect(city.transit.patterns).toEqual([]);
    expect(city.rules.charges).toEqual([]);
    expect([...city.zones.pupils]).toEqual([100, 500, 0]);
    expect(city.zones.jobs.office[1]! / city.zones.jobs.office[0]!).toBeCloseTo(3, 12);
  });

  it('says what is missing', () => {
    const error = (() => {
      try {
        read(...required.filter(([id]) => id !== 'population' && id !== 'gateways'), ...optional);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(CityInputsError);
    expect((error as CityInputsError).missing).toEqual(['population', 'gateways']);
    expect((error as Error).message).toMatch(/population, gateways/);
  });

  const broken = (id: InputTable, name: string, values: Values) =>
    required.map(([other, of]): [InputTable, ColumnTable] => [
      other,
      other === id
        ? { ...of, columns: of.columns.map((each) => (each.name === name ? columnOf(name, values) : each)) }
        : of,
    ]);

  it.each([
    ['road-links', 'to', [1, 0, 3, 1], /road-links, row 2: to 3/],
    ['road-links', 'lengthM', [1, Number.NaN, 1, 1], /road-links, row 1: lengthM NaN/],
    ['road-links', 'lanes', [1, 1, 1, 0], /road-links, row 3: lanes 0/],
    ['road-links', 'zone', [0, 0, -2, 0], /road-links, row 2: zone -2/],
    ['road-links', 'shapeStart', [0, 2, 4, 7], /road-links, row 3: its shape ends/],
    ['zone-connectors', 'zone', [0, 1, 3], /zone-connectors, row 2: zone 3/],
    ['population', 'total', [1, 1, 0, 0, 50], /nobody lives/],
  ] as const)('names the row that is wrong: %s, %s', (id, name, values, message) => {
    expect(() => read(...broken(id, name, values))).toThrow(message);
  });
});
