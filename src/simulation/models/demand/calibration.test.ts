// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { CityInputs } from '../../../city/city-inputs';
import { calibration, OBSERVED_SHARES, type TargetId, travelShare } from './calibration';
import type { BaseDemand } from './demand';
import { squareCity } from './fixtures/square-city';
import { byPurpose, MODES } from './modes';

/** Two districts and a gateway. Work: 100 from 1 to 2, 60 in, 20 out; a tenth at home, half by car, a tenth by motorcycle, the rest by transit. */
const SHARES = [0.5, 0.1, 0.3, 0, 0, 0.1];
const demand: BaseDemand = {
  zones: 3,
  districts: 2,
  persons: {
    work: Float64Array.of(0, 100, 20, 0, 0, 0, 60, 0, 0),
    study: new Float64Array(9),
    other: new Float64Array(9),
  },
  shares: byPurpose(() =>
    Float64Array.from({ length: 9 * MODES.length }, (_, at) => SHARES[at % MODES.length]!),
  ),
  goodsVehH: Float64Array.of(0, 7, 3, 0, 0, 0, 5, 0, 0),
  goodsAtAnyHourVehH: new Float64Array(9),
  throughVehH: Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 2),
  occupancy: { work: 1.25, study: 1, other: 1 },
  constants: { inside: new Float64Array(5), across: new Float64Array(5) },
};
const city: CityInputs = squareCity(1);
const residents = city.zones.residents[0]!;
const modelled = (target: TargetId) =>
  calibration(city, demand).find((row) => row.target === target)?.modelled as number;

it('tells shares among those who travel, day’s trips, and what comes in', () => {
  expect(travelShare(demand, 'inside', 'car')).toBeCloseTo(0.5 / 0.9, 12);
  expect(modelled('motorcycle-across')).toBeCloseTo(0.1 / 0.9, 12);
  expect(modelled('trips-inside')).toBeCloseTo(90 / 0.145 / residents, 12);
  expect(modelled('trips-across')).toBeCloseTo(72 / 0.145 / residents, 12);
  expect(modelled('inbound')).toBeCloseTo(0.75, 12);
  expect(modelled('systematic')).toBe(1);
  expect(modelled('peak-hour')).toBeCloseTo(0.145, 12);
});

it('counts what enters in a day: half of what crosses, and all that goes through', () => {
  // 80 persons cross: 40 in 32 cars, 8 motorcycles; 8 goods vehicles; 2 go through.
  expect(modelled('border-entries')).toBeCloseTo((40 / 2 + 8 / 2 + 2) / 0.145 / residents, 10);
});

it('aims at shares that add up to 1', () => {
  for (const where of ['inside', 'across'] as const)
    expect(OBSERVED_SHARES[where].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});
