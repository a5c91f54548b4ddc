// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { seeded } from '../city/seeded';
import { type DrawPair, impactOf } from './impact';
import { FIELDS, type Outcome, TOTALS, type TotalId } from './outcome';

const outcome = (vehicleKm: number): Outcome => ({
  totals: { ...Object.fromEntries(Object.keys(TOTALS).map((id) => [id, 0])), vehicleKm } as Record<
    TotalId,
    number
  >,
  fields: Object.fromEntries(Object.keys(FIELDS).map((id) => [id, new Float64Array(1)])) as Outcome['fields'],
  entriesByHalfHour: new Float64Array(0),
  relativeGap: 0,
  demandGap: 0,
  unreachable: { pairs: 0, vehH: 0 },
  lines: null,
});

/** The change follows `demand`, but for so much chance. */
function pairs(draws: number, chance: number): DrawPair[] {
  const random = seeded(`driver ${draws}`);
  return Array.from({ length: draws }, (_, draw) => {
    const parameters = Object.fromEntries(['a', 'b', 'c', 'demand', 'wear'].map((id) => [id, random()]));
    const km = (1 - chance) * (parameters.demand as number) + chance * random();
    return {
      draw,
      parameters: { ...parameters, twin: parameters.demand as number },
      before: outcome(0),
      after: outcome(km),
    };
  });
}
const driverOf = (draws: DrawPair[], mayDrive?: Parameters<typeof impactOf>[1]) =>
  impactOf(draws, mayDrive).totals.find(({ id }) => id === 'vehicleKm')?.driver;

describe('what drives a change', () => {
  it('is the parameter that it follows', () => {
    expect(driverOf(pairs(64, 0.2))).toBe('demand');
    expect(driverOf(pairs(8, 0))).toBe('demand');
  });
  it('is none that cannot act on it, however alike it is', () =>
    expect(driverOf(pairs(64, 0.2), (id, total) => total === 'vehicleKm' && id !== 'demand')).toBe('twin'));
  it('is none where chance alone could make it seem so', () => {
    expect(driverOf(pairs(8, 0.8))).toBeNull();
    expect(driverOf(pairs(64, 1))).toBeNull();
  });
});
