// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { ColumnTable } from '../city/columns';
import { sheetCounts } from './district-sheet';

type Values = readonly number[] | readonly string[];
function table(id: string, columns: Readonly<Record<string, Values>>): ColumnTable {
  return {
    id,
    rows: Object.values(columns)[0]?.length ?? 0,
    columns: Object.entries(columns).map(([name, values]) => {
      if (typeof values[0] !== 'string')
        return { name, unit: '1', values: Float64Array.from(values as readonly number[]) };
      const dictionary = [...new Set(values as readonly string[])];
      return {
        name,
        unit: '1',
        values: Uint8Array.from(values as readonly string[], (text) => dictionary.indexOf(text)),
        dictionary,
      };
    }),
  };
}

const tables = {
  zones: table('zones', { id: [7, 9] }),
  buildings: table('buildings', { district: [9, 9, 7, 9, 9], year: [1950, 0, 1900, 1930, 1990] }),
  services: table('services', {
    zone: [9, 9, 9, 7],
    class: ['school', 'pharmacy', 'school', 'school'],
    capacity: [200, Number.NaN, Number.NaN, 300],
    capacityUnit: ['pupils', '', '', 'pupils'],
  }),
  greenAreas: table('green-areas', {
    zone: [9, 9, 9],
    class: ['park', 'playground', 'garden'],
    areaM2: [10_000, 500, 2000],
  }),
  businesses: table('businesses', { zone: [9, 9, 7], kind: ['bar', 'shop', 'shop'], count: [3, 8, 5] }),
  roadLinks: table('road-links', {
    zone: [1, 1, 1, 0],
    from: [0, 1, 0, 5],
    to: [1, 0, 1, 6],
    lengthM: [100, 100, 140, 900],
  }),
};

it('counts what lies in the district, and nothing else', () =>
  expect(sheetCounts(tables, 9)).toEqual({
    // 1930, 1950, 1990 are known.
    buildings: { count: 4, medianYear: 1950, yearKnown: 3 },
    services: [
      { class: 'school', count: 2 },
      { class: 'pharmacy', count: 1 },
    ],
    pupils: 200,
    green: { count: 2, areaM2: 12_000 },
    businesses: [
      { kind: 'shop', count: 8 },
      { kind: 'bar', count: 3 },
    ],
    // 100 m there and back are one street, 140 m between the same crossings another.
    mainStreetM: 240,
  }));

it('says nothing of what the city has no data of', () => {
  const none = { buildings: null, services: null, greenAreas: null, businesses: null, roadLinks: null };
  expect(sheetCounts({ zones: tables.zones, ...none }, 9)).toEqual({
    buildings: null,
    services: null,
    pupils: null,
    green: null,
    businesses: null,
    mainStreetM: null,
  });
});
