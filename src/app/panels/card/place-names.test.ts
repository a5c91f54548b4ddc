// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { LiveRow } from '../../../city/live';
import type { CityFiles } from '../../state/city-files';
import { gateNames, placeIdOf } from './place-names';

it('the place of a presence is its district, of a count its gate, of a count of all none', () => {
  const row = (of: object) => of as LiveRow;
  expect(placeIdOf(row({ kind: 'presence', id: 'b::7', district: 7 }))).toEqual({
    table: 'district',
    id: '7',
  });
  const gate = { kind: 'gate-count', id: 'b::area-c/ds82-58', gate: 'ds82-58' };
  expect(placeIdOf(row(gate))).toEqual({ table: 'gate', id: 'ds82-58' });
  expect(placeIdOf(row({ ...gate, gate: null }))).toBeNull();
  expect(placeIdOf(row({ kind: 'bike-station', id: '7' }))).toBeNull();
  expect(placeIdOf(undefined)).toBeNull();
});

it('gates are called as their table says, in whatever order its columns are', async () => {
  const files = {
    pages: () => 1,
    page: async () => ({
      columns: ['name', 'id'],
      rows: [
        ['Legnano', 'ds82-58'],
        [null, 'ds82-59'],
      ],
    }),
  } as unknown as CityFiles;
  expect(await gateNames(files)).toEqual(new Map([['ds82-58', 'Legnano']]));
});
