// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../city/columns';
import { PeopleCity } from './people-city';
import type { NeedWish } from './people-protocol';

/** Three districts of 2011 and 2024; the third so small that the register withholds it. */
const IDS = [11, 22, 33];
const COUNTS = {
  total: [8000, 6000, Number.NaN],
  men: [3900, 2900, Number.NaN],
  women: [4100, 3100, Number.NaN],
  minors: [1200, 1100, Number.NaN],
  aged65Plus: [2000, 1200, Number.NaN],
  aged80Plus: [800, 300, Number.NaN],
  households: [4200, 3000, Number.NaN],
  singleHouseholds: [2000, 1300, Number.NaN],
  aloneAged80Plus: [400, 100, Number.NaN],
  births: [60, 50, Number.NaN],
  deaths: [90, 50, Number.NaN],
  arrivals: [400, 300, Number.NaN],
  departures: [380, 290, Number.NaN],
} as const;

function table(
  id: string,
  columns: Readonly<Record<string, readonly number[]>>,
  texts: Readonly<Record<string, readonly string[]>> = {},
): ColumnTable {
  const rows = (Object.values(columns)[0] ?? []).length;
  return {
    id,
    rows,
    columns: [
      ...Object.entries(columns).map(([name, values]) => ({
        name,
        unit: '1',
        values: Float64Array.from(values),
      })),
      ...Object.entries(texts).map(([name, dictionary]) => ({
        name,
        unit: '1',
        values: Uint16Array.from(dictionary, (_, i) => i),
        dictionary,
      })),
    ],
  };
}

const ZONES = table(
  'zones',
  {
    id: IDS,
    eastM: [512_000, 514_000, 516_000],
    northM: [5_034_000, 5_034_000, 5_034_000],
    areaM2: [1e6, 2e6, 1e6],
  },
  { name: ['Alta', 'Bassa', 'Cava'] },
);
const YEARS = [2011, 2024];
const POPULATION = table('population', {
  zone: YEARS.flatMap(() => IDS),
  year: YEARS.flatMap((year) => IDS.map(() => year)),
  ...Object.fromEntries(Object.entries(COUNTS).map(([name, values]) => [name, YEARS.flatMap(() => values)])),
});
const AGES = Array.from({ length: 16 }, (_, i) => 5 * i);
const cells = IDS.flatMap((id) => [0, 1].flatMap((sex) => AGES.map((from) => ({ id, sex, from }))));
const PYRAMID = table('population-pyramid', {
  zone: cells.map(({ id }) => id),
  sex: cells.map(({ sex }) => sex),
  ageFrom: cells.map(({ from }) => from),
  persons: cells.map(({ id }) => (id === 33 ? Number.NaN : id === 11 ? 250 : 190)),
});
const NEED: NeedWish = {
  indicators: [
    { id: 'aged80PlusShare', weight: 2 },
    { id: 'minorsShare', weight: 1 },
  ],
  normalisation: 'z-score',
};

function city(): PeopleCity {
  const made = new PeopleCity();
  made.add([ZONES, POPULATION, PYRAMID]);
  return made;
}

describe('a city that is asked about its people', () => {
  it('begins with what the register counts, and tells nothing of whom it withholds', () => {
    const heard: number[] = [];
    const answer = city().answer({ kind: 'population' }, (share) => heard.push(share));
    expect(answer).toMatchObject({ kind: 'population', firstYear: 2024, years: 22, districts: IDS });
    const { total, aged80Plus } = answer.byDistrict;
    expect(total[0]?.value[0]).toBeCloseTo(8000, 0);
    expect(total[0]?.value[1]).toBeCloseTo(6000, 0);
    expect(aged80Plus[0]?.value[0]).toBeCloseTo(800, 0);
    for (const year of total) {
      expect(year.value[2]).toBeNaN();
      for (const row of [0, 1]) {
        expect(year.low[row]).toBeLessThanOrEqual(year.value[row] as number);
        expect(year.high[row]).toBeGreaterThanOrEqual(year.value[row] as number);
      }
    }
    // A forecast is less sure than a count.
    expect((total[21]?.high[0] as number) - (total[21]?.low[0] as number)).toBeGreaterThan(100);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('says the same however often and in whatever order it is asked', () => {
    const one = city();
    const first = one.answer({ kind: 'need', year: 2035, need: NEED });
    one.answer({ kind: 'population' });
    expect(one.answer({ kind: 'need', year: 2035, need: NEED })).toEqual(first);
    expect(first.districts).toEqual(IDS);
    // Alta has more of the old and fewer of the young; with the weights turned round Bassa needs more.
    expect([...first.ranks]).toEqual([1, 2, 0]);
    const turned = { ...NEED, indicators: [{ id: 'minorsShare', weight: 1 }] };
    expect([...one.answer({ kind: 'need', year: 2024, need: turned }).ranks]).toEqual([2, 1, 0]);
  });

  it('puts teams where the old live, and takes services that come later into account', () => {
    const one = city();
    const question = { kind: 'siting', year: 2024, teams: 1, hoursAWeek: 100 } as const;
    const alone = one.answer(question);
    // One home a district: the 800 of Alta outweigh the 300 of Bassa.
    expect(alone.sites).toMatchObject([{ district: 0, name: 'Alta' }]);
    expect(alone.beforeMeanMin).toBeNull();
    one.add([
      table(
        'services',
        { eastM: [512_000], northM: [5_034_000], capacity: [Number.NaN], zone: [11] },
        { id: ['s1'], class: ['social-service'], grade: [''], name: ['Sede'], capacityUnit: [''] },
      ),
    ]);
    const beside = one.answer(question);
    expect(beside.beforeMeanMin).not.toBeNull();
    expect(beside.sites).toMatchObject([{ district: 1, name: 'Bassa' }]);
  });

  it('tells of services by the lines and the outlines that it has, and of none where it has none', () => {
    const one = city();
    const question = { kind: 'services', year: 2024, service: 'pharmacy' } as const;
    expect(one.answer(question)).toMatchObject({ kind: 'services', byTransit: false, found: null });
    one.add([
      table(
        'services',
        { eastM: [512_000], northM: [5_034_000], capacity: [Number.NaN], zone: [11] },
        { id: ['p1'], class: ['pharmacy'], grade: [''], name: ['Farmacia'], capacityUnit: [''] },
      ),
    ]);
    // One home a district, at its middle: 2 km to the second, 1.3 times that by streets.
    const atMiddle = one.answer(question).found!;
    expect(atMiddle.sites).toBe(1);
    expect(Array.from(atMiddle.byDistrict.beyond.value)).toEqual([0, expect.closeTo(6000, 0), Number.NaN]);
    expect(atMiddle.byDistrict.minutes.value[1]).toBeGreaterThan(29);
    // Anywhere in a square of a kilometre: some of the first have it farther than a quarter of an hour, not all.
    const square = (row: number, [east = 0, north = 0]: readonly number[]) =>
      [0, 1000, 1000, 0].map((x, i) => ({ row, x: east - 500 + x, y: north - 500 + [0, 0, 1000, 1000][i]! }));
    const corners = [...square(0, [512_000, 5_034_000]), ...square(1, [514_000, 5_034_000])];
    one.add([
      table('zone-rings', {
        zone: corners.map(({ row }) => row),
        ring: corners.map(() => 0),
        eastM: corners.map(({ x }) => x),
        northM: corners.map(({ y }) => y),
      }),
    ]);
    const spread = one.answer(question).found!.byDistrict;
    expect(spread.minutes.value[0]).toBeGreaterThan(4);
    expect(spread.minutes.value[0]).toBeLessThan(12);
    expect(spread.beyond.value[1]).toBeCloseTo(6000, 0);
  });

  it('tells of family doctors: one has so many patients, and they are for whoever is 14 or older', () => {
    const one = city();
    one.add([
      table(
        'services',
        {
          eastM: [512_000, 512_000, Number.NaN],
          northM: [5_034_000, 5_034_000, Number.NaN],
          capacity: [Number.NaN, Number.NaN, Number.NaN],
          zone: [11, 11, 0],
        },
        {
          id: ['d1', 'd2', 'd3'],
          class: ['family-doctor', 'family-doctor', 'family-doctor'],
          grade: ['', '', ''],
          name: ['Medico', 'Medico', 'Medico'],
          capacityUnit: ['', '', ''],
        },
      ),
    ]);
    const { known, found } = one.answer({ kind: 'services', year: 2024, service: 'family-doctor' });
    expect(known).toEqual(['family-doctor']);
    expect([found!.sites, found!.unplaced, found!.assumedCapacity]).toEqual([2, 1, 2]);
    // Two of 1,500 each, drawn from 1,200 to 1,800.
    expect(Math.abs(found!.capacity.value / 3000 - 1)).toBeLessThan(0.02);
    expect(found!.capacity.low).toBeGreaterThan(2400);
    expect(found!.capacity.high).toBeLessThan(3600);
    // Both are at the one home of the first district, and those of the second live too far away.
    const { supply, minutes, beyond, target } = found!.byDistrict;
    expect(minutes.value[0]).toBe(0);
    expect((supply.value[0]! * target.value[0]!) / 1000).toBeCloseTo(found!.capacity.value, 0);
    expect(supply.value[1]).toBe(0);
    expect(beyond.value[1]).toBeCloseTo(target.value[1]!, 0);
    // Of 8,000, those of 14 and older: all but children, of whom 1,200 are minors.
    expect(target.value[0]).toBeGreaterThan(8000 - 1200);
    expect(target.value[0]).toBeLessThan(8000);
    expect(supply.value[2]).toBeNaN();
  });

  it('names the table that it cannot do without, and what a model cannot say', () => {
    const made = new PeopleCity();
    made.add([ZONES]);
    expect(() => made.answer({ kind: 'population' })).toThrow(/population/);
    made.add([POPULATION]);
    expect(() => made.answer({ kind: 'population' })).toThrow(/census/);
    expect(() => city().answer({ kind: 'need', year: 2010, need: NEED })).toThrow(/2010/);
    expect(() => city().answer({ kind: 'siting', year: 2030, teams: 0, hoursAWeek: 100 })).toThrow();
  });
});
