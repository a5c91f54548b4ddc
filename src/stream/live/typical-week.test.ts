// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../city/columns';
import type { InputTable } from '../../city/inputs';
import { profileAt, TypicalWeek } from './typical-week';

/** A table from rows; texts become a dictionary. */
function table(id: InputTable, names: readonly string[], rows: readonly (string | number)[][]): ColumnTable {
  return {
    id,
    rows: rows.length,
    columns: names.map((name, i) => {
      const cells = rows.map((row) => row[i]!);
      if (typeof cells[0] !== 'string')
        return { name, unit: '1', values: Float64Array.from(cells as number[]) };
      const dictionary = [...new Set(cells as string[])];
      return {
        name,
        unit: '1',
        values: Uint16Array.from(cells.map((cell) => dictionary.indexOf(cell as string))),
        dictionary,
      };
    }),
  };
}
/** The hour of the week itself, and one that is always 0.5. */
const profiles = table(
  'week-profiles',
  ['profile', 'hour', 'value'],
  ['ramp', 'flat'].flatMap((name) =>
    Array.from({ length: 168 }, (_, hour) => [name, hour, name === 'ramp' ? hour : 0.5]),
  ),
);
const STATION = ['kind', 'id', 'name', 'lonDeg', 'latDeg', 'quantity', 'low', 'high', 'capacity', 'profile'];
const week = new TypicalWeek(
  new Map<InputTable, ColumnTable>([
    ['week-profiles', profiles],
    [
      'typical-values',
      table('typical-values', STATION, [
        ['bike-station', '7', 'Duomo', 9.19, 45.46, 'bikes', 2, 11, 24, 'flat'],
        ['bike-station', '8', 'Full', 9.2, 45.47, 'bikes', 0, 100, 20, 'flat'],
        ['car-park', 'p', 'Silo', 9.2, 45.47, 'free', 0, 10, Number.NaN, 'flat'],
        ['air', 'st/NO2', 'Senato', 9.2, 45.47, 'NO2', 20, 60, Number.NaN, 'flat'],
        ['weather', 'st/temperatureC', 'Brera', 9.2, 45.47, 'temperatureC', -2, 6, Number.NaN, 'flat'],
      ]),
    ],
    [
      'typical-traffic',
      table('typical-traffic', ['link', 'flowVehH', 'capacityVehH', 'profile'], [[1, 2000, 1000, 'flat']]),
    ],
    ['road-links', table('road-links', ['speedKmH'], [[30], [50]])],
    ['zones', table('zones', ['id'], [['12'], ['34']])],
    [
      'typical-presence',
      table(
        'typical-presence',
        ['zone', 'group', 'persons', 'profile'],
        [
          [1, 'residents', 1000, 'flat'],
          [1, 'workers', Number.NaN, 'flat'],
        ],
      ),
    ],
  ]),
);

describe('a profile', () => {
  const ramp = Float64Array.from({ length: 168 }, (_, hour) => hour);
  it('has the mean of an hour at its middle, and goes straight from one to the next', () => {
    expect(profileAt(ramp, 8.5 * 3600)).toBe(8);
    expect(profileAt(ramp, 9 * 3600)).toBe(8.5);
    expect(profileAt(ramp, 9.25 * 3600)).toBe(8.75);
  });
  it('goes on from Sunday night into Monday', () => {
    expect(profileAt(ramp, 0)).toBe(83.5);
    expect(profileAt(ramp, 168 * 3600 - 1800)).toBe(167);
    expect(profileAt(ramp, 168 * 3600)).toBe(83.5);
  });
});

describe('the typical week', () => {
  it('knows what it has', () => {
    expect(week.has('bike-station')).toBe(true);
    expect(week.has('traffic')).toBe(true);
    expect(week.has('vehicle')).toBe(false);
    expect(new TypicalWeek(new Map()).has('bike-station')).toBe(false);
  });

  it('fills the stations, never beyond their docks', () => {
    expect(week.rows('bike-station', 3, 30_000)).toEqual([
      {
        id: '7',
        atMs: 0,
        at: [9.19, 45.46],
        name: 'Duomo',
        capacity: 24,
        // 2 + 9 × 0.5 = 6.5
        bikes: 7,
        electric: null,
        docks: 17,
        renting: true,
        returning: true,
      },
      expect.objectContaining({ id: '8', bikes: 20, docks: 0 }),
    ]);
    expect(week.rows('car-park', 3, 0)).toMatchObject([{ id: 'p', capacity: null, free: 5 }]);
  });

  it('has air and weather by station', () => {
    expect(week.rows('air', 1, 0)).toMatchObject([{ station: 'st', pollutant: 'NO2', value: 40 }]);
    expect(week.rows('weather', 1, 0)).toMatchObject([{ quantity: 'temperatureC', value: 2 }]);
  });

  it('slows traffic by its flow', () => {
    // 2000 × 0.5 is the capacity: 50 / 1.15.
    const [row] = week.rows('traffic', 2, 43_200);
    expect(row).toMatchObject({ id: '1', link: 1, flowVehH: 1000 });
    expect(row!.speedKmH).toBeCloseTo(43.478, 3);
  });

  it('does not make nought of what is not disclosed', () => {
    expect(week.rows('presence', 2, 43_200)).toEqual([
      { id: '34', atMs: 0, district: 34, residents: 500, workers: null, visitors: null },
    ]);
  });

  it('does not tell how few there are, by night either', () => {
    const few = table(
      'typical-presence',
      ['zone', 'group', 'persons', 'profile'],
      [
        [0, 'residents', 4, 'flat'],
        [0, 'workers', 0, 'flat'],
        [0, 'visitors', 10, 'flat'],
      ],
    );
    const quiet = new TypicalWeek(
      new Map<InputTable, ColumnTable>([
        ['week-profiles', profiles],
        ['zones', table('zones', ['id'], [['12']])],
        ['typical-presence', few],
      ]),
    );
    expect(quiet.rows('presence', 2, 43_200)).toEqual([
      { id: '12', atMs: 0, district: 12, residents: null, workers: 0, visitors: 5 },
    ]);
  });

  it('draws the day of a thing', () => {
    const curve = week.curve('bike-station', '7', 'docks', 3)!;
    expect(curve).toHaveLength(97);
    expect(curve[96]).toEqual({ secondOfDay: 86_400, value: 17 });
    expect(week.curve('traffic', '1', 'flowVehH', 3)![0]!.value).toBe(1000);
    expect(week.curve('presence', '34', 'residents', 3)![0]!.value).toBe(500);
    expect(week.curve('presence', '34', 'workers', 3)![0]!.value).toBeNaN();
    expect(week.curve('presence', '12', 'residents', 3)).toBeNull();
    expect(week.curve('bike-station', 'none', 'bikes', 3)).toBeNull();
  });

  it('says which row names a profile that is not there', () => {
    const lame = new Map<InputTable, ColumnTable>([
      ['week-profiles', profiles],
      [
        'typical-values',
        table('typical-values', STATION, [['air', 'a/NO2', 'A', 9, 45, 'NO2', 0, 1, 0, 'gone']]),
      ],
    ]);
    expect(() => new TypicalWeek(lame)).toThrow('row 1 names the profile "gone"');
  });
});
