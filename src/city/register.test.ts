// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type RegisterCounts, toldCounts } from './register';

const BRERA: RegisterCounts = {
  total: 18361,
  men: 8552,
  women: 9809,
  minors: 2583,
  aged65Plus: 4374,
  aged80Plus: 1566,
  foreigners: 3464,
  households: 10690,
  singleHouseholds: 6497,
  aloneAged80Plus: 832,
  births: 104,
  deaths: 144,
  arrivals: 810,
  departures: 473,
};
const untold = (row: RegisterCounts) =>
  Object.entries(toldCounts(row))
    .filter(([, count]) => Number.isNaN(count))
    .map(([name]) => name);

describe('counts of the register', () => {
  it('are told where all are many, and nought is told', () => {
    expect(toldCounts(BRERA)).toEqual(BRERA);
    expect(untold({ ...BRERA, births: 0 })).toEqual([]);
  });

  it('are not told of one to four, nor where the rest is as few', () => {
    expect(untold({ ...BRERA, births: 4, deaths: 5 })).toEqual(['births']);
    expect(untold({ ...BRERA, foreigners: 18358 })).toEqual(['foreigners']);
    expect(untold({ ...BRERA, aged80Plus: 833 })).toEqual(['aloneAged80Plus']);
    expect(untold({ ...BRERA, women: 3 })).toEqual(['men', 'women']);
  });

  it('are none where few live, and those of one person none where the households are not told', () => {
    expect(untold({ ...BRERA, total: 4 }).length).toBe(14);
    expect(untold({ ...BRERA, households: Number.NaN })).toEqual(['households', 'singleHouseholds']);
  });
});
