// SPDX-License-Identifier: EUPL-1.2
/** What is observed in Milan, and what the base demand makes of it. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import { dayTrips, HOUR_SHARE, INBOUND_SHARE, sum, TRIPS_PER_RESIDENT_DAY } from './activity';
import type { BaseDemand } from './demand';
import { byPurpose, MODES, type Mode, modeRow, PURPOSES, type Purpose } from './modes';

/**
 * Shares of the modes of those who travel, in the order of MODES without `none`. Within the city: transit
 * 47, car 16, motorcycle 7, on foot and by bicycle 30 % (AMAT, PGTU 2022), of which 7 by bicycle
 * (assumption). Across the border: car 63, motorcycle 5, transit about 30 % (ibid.), the rest on foot and
 * by bicycle (assumption). They are a day's shares, taken for the hour's.
 */
export const OBSERVED_SHARES: Readonly<Record<'inside' | 'across', Float64Array>> = {
  inside: Float64Array.of(0.16, 0.07, 0.47, 0.07, 0.23),
  across: Float64Array.of(0.63, 0.05, 0.3, 0.015, 0.005),
};

export const CALIBRATION_UNITS = ['share', 'per resident and day'] as const;
export const CALIBRATION_SOURCES = [
  /** AMAT's figures in the urban traffic plan. */
  'amat-pgtu-2022',
  /** Trips within and across: AMAT, June 2022, before the pandemic. */
  'amat-2022',
  /** The city plan's environmental assessment, figures of 2013. */
  'pgt-vas-2013',
  /** Entries into Area B on a weekday, as the press quoted the Comune. */
  'ilgiorno-2023-10-05',
  'general-knowledge',
  'assumption',
] as const;

export interface CalibrationTarget {
  readonly target: TargetId;
  readonly unit: (typeof CALIBRATION_UNITS)[number];
  readonly source: (typeof CALIBRATION_SOURCES)[number];
  readonly observed: number;
  /** The model was fitted to it; false: it was not, and this is a test. */
  readonly fitted: boolean;
}
export interface CalibrationRow extends CalibrationTarget {
  readonly modelled: number;
}

type Where = 'inside' | 'across';
type Measured = (demand: BaseDemand, residents: number) => number;
const shareOf =
  (where: Where, ...modes: readonly Mode[]): Measured =>
  (demand) =>
    modes.reduce((share, mode) => share + travelShare(demand, where, mode), 0);

/** What the model gives for each target. */
const MEASURED = {
  'transit-inside': shareOf('inside', 'transit'),
  'car-inside': shareOf('inside', 'car'),
  'motorcycle-inside': shareOf('inside', 'motorcycle'),
  'active-inside': shareOf('inside', 'bicycle', 'walk'),
  'bicycle-inside': shareOf('inside', 'bicycle'),
  'transit-across': shareOf('across', 'transit'),
  'car-across': shareOf('across', 'car'),
  'motorcycle-across': shareOf('across', 'motorcycle'),
  'trips-inside': (demand, residents) => dayTrips(travelling(demand, 'inside')) / residents,
  'trips-across': (demand, residents) => dayTrips(travelling(demand, 'across')) / residents,
  systematic: (demand) => {
    const day = byPurpose((purpose) => hourTrips(demand, purpose) / HOUR_SHARE[purpose]);
    return (day.work + day.study) / (day.work + day.study + day.other);
  },
  'peak-hour': (demand) => {
    const hour = byPurpose((purpose) => hourTrips(demand, purpose));
    return (hour.work + hour.study + hour.other) / dayTrips(hour);
  },
  inbound: (demand) => inboundTrips(demand) / total(travelling(demand, 'across')),
  'border-entries': (demand, residents) => borderEntries(demand) / residents,
} satisfies Record<string, Measured>;
export type TargetId = keyof typeof MEASURED;

const target = (
  id: TargetId,
  observed: number,
  source: CalibrationTarget['source'],
  unit: CalibrationTarget['unit'] = 'share',
  fitted = true,
): CalibrationTarget => ({ target: id, unit, source, observed, fitted });

/** Milan's, on the 1,417,600 residents in the register at the end of 2023. */
export const MILAN_TARGETS: readonly CalibrationTarget[] = [
  target('transit-inside', 0.47, 'amat-pgtu-2022'),
  target('car-inside', 0.16, 'amat-pgtu-2022'),
  target('motorcycle-inside', 0.07, 'amat-pgtu-2022'),
  target('active-inside', 0.3, 'amat-pgtu-2022'),
  target('bicycle-inside', 0.07, 'assumption'),
  target('transit-across', 0.3, 'amat-pgtu-2022'),
  target('car-across', 0.63, 'amat-pgtu-2022'),
  target('motorcycle-across', 0.05, 'amat-pgtu-2022'),
  target('trips-inside', TRIPS_PER_RESIDENT_DAY.inside, 'amat-2022', 'per resident and day'),
  target('trips-across', TRIPS_PER_RESIDENT_DAY.across, 'amat-2022', 'per resident and day'),
  target('systematic', 0.465, 'pgt-vas-2013'),
  target('peak-hour', 0.105, 'general-knowledge'),
  target('inbound', INBOUND_SHARE, 'assumption'),
  target('border-entries', 625_000 / 1_417_600, 'ilgiorno-2023-10-05', 'per resident and day', false),
];

/** Every target beside what the base demand gives. */
export function calibration(
  city: CityInputs,
  demand: BaseDemand,
  targets: readonly CalibrationTarget[] = MILAN_TARGETS,
): CalibrationRow[] {
  const residents = sum(city.zones.residents);
  return targets.map((row) => ({ ...row, modelled: MEASURED[row.target](demand, residents) }));
}

/** Of those who travel within the city or across its border, the share of a mode. */
export function travelShare(
  demand: Pick<BaseDemand, 'zones' | 'districts' | 'persons' | 'shares'>,
  where: Where,
  mode: Mode,
): number {
  const by = (k: number) =>
    PURPOSES.reduce((trips, purpose) => trips + tripsBy(demand, where, purpose, k), 0);
  return by(modeRow(mode)) / MODES.reduce((all, m, k) => (m === 'none' ? all : all + by(k)), 0);
}

/** Persons/h of one purpose by one mode. */
function tripsBy(
  { zones, districts, persons, shares }: Pick<BaseDemand, 'zones' | 'districts' | 'persons' | 'shares'>,
  where: Where,
  purpose: Purpose,
  mode: number,
): number {
  let trips = 0;
  for (let from = 0; from < zones; from++)
    for (let to = 0; to < zones; to++) {
      if (from < districts && to < districts !== (where === 'inside')) continue;
      if (from >= districts && (to >= districts || where === 'inside')) continue;
      const cell = from * zones + to;
      trips += (persons[purpose][cell] as number) * (shares[purpose][cell * MODES.length + mode] as number);
    }
  return trips;
}

function travelling(demand: BaseDemand, where: Where): Record<Purpose, number> {
  return byPurpose((purpose) =>
    MODES.reduce((all, mode, k) => (mode === 'none' ? all : all + tripsBy(demand, where, purpose, k)), 0),
  );
}

const hourTrips = (demand: BaseDemand, purpose: Purpose) =>
  travelling(demand, 'inside')[purpose] + travelling(demand, 'across')[purpose];
const total = (by: Record<Purpose, number>) => by.work + by.study + by.other;

function inboundTrips({ zones, districts, persons, shares }: BaseDemand): number {
  let trips = 0;
  for (let from = districts; from < zones; from++)
    for (let to = 0; to < districts; to++)
      for (const purpose of PURPOSES) {
        const cell = from * zones + to;
        const none = shares[purpose][(cell + 1) * MODES.length - 1] as number;
        trips += (persons[purpose][cell] as number) * (1 - none);
      }
  return trips;
}

/**
 * Motor vehicles that enter on a day: half of those that cross the border, as many leaving as entering, and
 * all that go through. Motorcycles with one person; goods and through traffic by the hour's share of trips.
 */
function borderEntries(demand: BaseDemand): number {
  const { zones, districts, goodsVehH, throughVehH, occupancy } = demand;
  const [car, motorcycle] = [modeRow('car'), modeRow('motorcycle')];
  const dayPersons = (mode: number, purpose: Purpose) =>
    tripsBy(demand, 'across', purpose, mode) / HOUR_SHARE[purpose];
  let crossing = 0;
  for (const purpose of PURPOSES)
    crossing += dayPersons(car, purpose) / occupancy[purpose] + dayPersons(motorcycle, purpose);
  let goods = 0;
  for (let cell = 0; cell < goodsVehH.length; cell++)
    if (cell < districts * zones !== cell % zones < districts) goods += goodsVehH[cell] as number;
  const hour = MEASURED['peak-hour'](demand);
  return crossing / 2 + (goods / 2 + sum(throughVehH)) / hour;
}
