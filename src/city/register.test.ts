// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { DISTRICT } from './fixtures/district-register';
import { type RegisterCounts, toldCounts } from './register';

const untold = (row: RegisterCounts) =>
  Object.entries(toldCounts(row))
    .filter(([, count]) => Number.isNaN(count))
    .map(([name]) => name);

describe('counts of the register', () => {
  it('are told where all are many, and nought is told', () => {
    expect(toldCounts(DISTRICT)).toEqual(DISTRICT);
    expect(untold({ ...DISTRICT, births: 0 })).toEqual([]);
  });

  it('are not told of one to four, nor where the rest is as few', () => {
    expect(untold({ ...DISTRICT, births: 4, deaths: 5 })).toEqual(['births']);
    expect(untold({ ...DISTRICT, foreigners: 19_997 })).toEqual(['foreigners']);
    expect(untold({ ...DISTRICT, aged80Plus: 751 })).toEqual(['aloneAged80Plus']);
    expect(untold({ ...DISTRICT, women: 3 })).toEqual(['men', 'women']);
  });

  it('are none where few live, and those of one person none where the households are not told', () => {
    expect(untold({ ...DISTRICT, total: 4 }).length).toBe(14);
    expect(untold({ ...DISTRICT, households: Number.NaN })).toEqual(['households', 'singleHouseholds']);
  });
});
