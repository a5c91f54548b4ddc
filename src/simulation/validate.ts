// SPDX-License-Identifier: EUPL-1.2
/** How good the model is: what it gives beside what was counted or published. Pure. */
import type { CityInputs } from '../city/city-inputs';
import type { ColumnTable } from '../city/columns';
import { lonLatToPlane } from '../city/frames';
import { STREET_CLASSES, type StreetClass } from '../city/ground';
import { MILANO } from '../city/place';
import { type Estimate, estimateOf } from '../impact/estimate';
import type { MobilityOutcome } from '../impact/outcome';
import { type CalibrationRow, calibration } from './models/demand/calibration';
import { MobilityDraw } from './models/mobility/mobility';
import { drawParameters, type Parameters } from './models/mobility/parameters';
import { type PreparedCity, prepareCity } from './models/mobility/prepared';
import { isFast } from './models/mobility/road-side';
import { EntriesError, entriesOf } from './models/validation/area-c/entries';
import type { HeadlineComparison } from './models/validation/area-c/headlines';
import {
  type AreaCValidation,
  validateAreaC,
  validateHeadlines,
} from './models/validation/area-c/validation';
import { CHARGED_FROM, CHARGED_UNTIL, sumOf } from './models/validation/area-c/windows';
import { VALIDATION_DRAWS } from './protocol';
import type { Watch } from './simulator';

/** The answer to a charge, told by Area C. */
export interface ChargeValidation {
  /** Half-hour by half-hour; null: the city has no such counts, or none that can be used. */
  readonly areaC: AreaCValidation | null;
  /** The start that the model was fitted to, and what it was not shown. */
  readonly headlines: readonly HeadlineComparison[];
  /** Why the counts cannot be used; null where they can, or there are none. */
  readonly entriesFault: string | null;
}

/** A figure that was counted or published, and what the ensemble gives for it. */
export interface BaseComparison extends ObservedFigure {
  readonly id: ObservedId;
  readonly modelled: Estimate;
  /** Whether the 80 % interval holds what was observed. */
  readonly inside: boolean;
}

/** The city as it is, in the morning hour. */
export interface BaseValidation {
  readonly calibration: readonly CalibrationRow[];
  /** Vehicles over the border of Area C and of the city; no row of Area C where the city has none. */
  readonly cordons: readonly BaseComparison[];
  readonly speeds: readonly BaseComparison[];
  /** By how much the capacity of the streets was multiplied to meet the speed it is fitted to. */
  readonly capacityScale: number;
  /** Streets made up by the demo generator. */
  readonly synthetic: boolean;
}

export interface ModelValidation {
  readonly charge: ChargeValidation;
  /** Null: no city that models can be asked about. */
  readonly base: BaseValidation | null;
}

interface ObservedFigure {
  readonly observed: number;
  readonly unit: 'veh/h' | 'veh/day' | 'km/h';
  readonly hours: 'hour-8-9' | 'charged-hours' | '24-hours' | 'rush-hours';
  readonly vehicles: 'all-vehicles' | 'cars';
  readonly source:
    | 'comune-entries-2012'
    | 'repubblica-2022'
    | 'affaritaliani-2023'
    | 'ilgiorno-2023-10-05'
    | 'tomtom-2022'
    | 'tomtom-2023';
  /** The model was fitted to it; false: this is a test. */
  readonly fitted: boolean;
}

const observed = (
  value: number,
  unit: ObservedFigure['unit'],
  hours: ObservedFigure['hours'],
  source: ObservedFigure['source'],
  { vehicles = 'all-vehicles', fitted = false }: Partial<Pick<ObservedFigure, 'vehicles' | 'fitted'>> = {},
): ObservedFigure => ({ observed: value, unit, hours, vehicles, source, fitted });

export const OBSERVED = {
  /** Mean of 32 working days with the charge, 16 January–29 February 2012; counts by half-hour of the Comune. */
  'area-c-hour': observed(7958, 'veh/h', 'hour-8-9', 'comune-entries-2012'),
  /** 7:30–19:30, 2021. */
  'area-c-charged': observed(81_000, 'veh/day', 'charged-hours', 'repubblica-2022'),
  /** October 2023, before the price rose. */
  'area-c-day': observed(139_000, 'veh/day', '24-hours', 'affaritaliani-2023'),
  /** Into Area B, whose border is nearly the city's, on a weekday of 2023. */
  'city-border-day': observed(625_000, 'veh/day', '24-hours', 'ilgiorno-2023-10-05'),
  /** Capacities are chosen for it (models/mobility/prepared.ts). */
  'streets-rush': observed(17, 'km/h', 'rush-hours', 'tomtom-2023', { vehicles: 'cars', fitted: true }),
  /** 27′30″ for 10 km in the centre, at all hours. */
  'centre-day': observed(21.8, 'km/h', '24-hours', 'tomtom-2022', { vehicles: 'cars' }),
} as const satisfies Record<string, ObservedFigure>;
export type ObservedId = keyof typeof OBSERVED;

/** What is taken for TomTom's centre, of which it publishes no border: an assumption. */
const CENTRE_RADIUS_M = 5000;
/** The same draws at every look. */
const SEED = 'validation';

/**
 * The charge beside Area C's history, without touching a parameter.
 * @param entries the table `area-c-entries`; null: the city has none, and only published changes are compared.
 */
export function validateCharge(entries: ColumnTable | null): ChargeValidation {
  if (entries)
    try {
      const areaC = validateAreaC(entriesOf(entries));
      return { areaC, headlines: areaC.predictions, entriesFault: null };
    } catch (error) {
      if (!(error instanceof EntriesError)) throw error;
      return { areaC: null, headlines: validateHeadlines(), entriesFault: error.message };
    }
  return { areaC: null, headlines: validateHeadlines(), entriesFault: null };
}

/**
 * The base demand beside its calibration targets; border counts and speeds of {@link VALIDATION_DRAWS}
 * equilibria of the city as it is, beside published ones.
 * @throws DemandError, NetworkError or TransitError where the inputs cannot be computed with; Stopped
 * where `watch` says so.
 */
export function validateBase(city: CityInputs, watch: Watch = () => true): BaseValidation {
  const prepared = prepareCity(city, ({ iteration, relativeGap }) =>
    watch({ phase: 'prepare', draw: 0, iteration, relativeGap }),
  );
  const rows = calibration(city, prepared.demand);
  const draws = drawParameters(SEED, VALIDATION_DRAWS).map((parameters, draw) => {
    const { before } = new MobilityDraw(prepared, parameters, (phase, progress) =>
      watch({
        phase,
        draw,
        iteration: progress?.iteration ?? 0,
        relativeGap: progress?.relativeGap ?? 0,
      }),
    );
    return figuresOf(prepared, rows, parameters, before);
  });
  const beside = (...ids: readonly ObservedId[]) =>
    ids.flatMap((id) =>
      compare(
        id,
        draws.map((figures) => figures[id]),
      ),
    );
  return {
    calibration: rows,
    cordons: beside('area-c-hour', 'area-c-charged', 'area-c-day', 'city-border-day'),
    speeds: beside('streets-rush', 'centre-day'),
    capacityScale: prepared.capacityScale,
    synthetic: city.synthetic,
  };
}

/** All of it, in this thread. `onCharge` hears of what is known at once. @throws as {@link validateBase}. */
export function validateModel(
  city: CityInputs | null,
  entries: ColumnTable | null,
  onCharge: (charge: ChargeValidation) => void = () => {},
  watch?: Watch,
): ModelValidation {
  const charge = validateCharge(entries);
  onCharge(charge);
  return { charge, base: city && validateBase(city, watch) };
}

/** NaN: this city has no such thing. */
type Figures = Readonly<Record<ObservedId, number>>;

function figuresOf(
  { city }: PreparedCity,
  rows: readonly CalibrationRow[],
  { demandFactor }: Parameters,
  { fields: { flowVehH, speedKmH }, entriesByHalfHour }: MobilityOutcome,
): Figures {
  const { roads, zones } = city;
  const day = entriesByHalfHour.length > 0 ? entriesByHalfHour : new Float64Array(48).fill(Number.NaN);
  const residents = zones.residents.reduce((sum, persons) => sum + persons, 0);
  const perResident = rows.find(({ target }) => target === 'border-entries')?.modelled ?? Number.NaN;
  const [centreEastM, centreNorthM] = lonLatToPlane(MILANO.centre);
  const isStreet = (link: number) => !isFast(STREET_CLASSES[roads.class[link] as number] as StreetClass);
  const isCentral = (link: number) => {
    const node = roads.from[link] as number;
    const [x, y] = [
      (roads.nodeEastM[node] as number) - centreEastM,
      (roads.nodeNorthM[node] as number) - centreNorthM,
    ];
    return x * x + y * y <= CENTRE_RADIUS_M * CENTRE_RADIUS_M;
  };
  const meanSpeed = (counts: (link: number) => boolean) => {
    let [km, hours] = [0, 0];
    for (let link = 0; link < roads.links; link++) {
      if (!counts(link)) continue;
      const vehicleKm = ((flowVehH[link] as number) * (roads.lengthM[link] as number)) / 1000;
      km += vehicleKm;
      hours += vehicleKm / (speedKmH[link] as number);
    }
    return hours > 0 ? km / hours : Number.NaN;
  };
  return {
    'area-c-hour': sumOf(day, 16, 18),
    'area-c-charged': sumOf(day, CHARGED_FROM, CHARGED_UNTIL),
    'area-c-day': sumOf(day, 0, 48),
    'city-border-day': perResident * residents * demandFactor,
    'streets-rush': meanSpeed(isStreet),
    'centre-day': meanSpeed((link) => isStreet(link) && isCentral(link)),
  };
}

function compare(id: ObservedId, draws: readonly number[]): BaseComparison[] {
  if (draws.some(Number.isNaN)) return [];
  const figure = OBSERVED[id];
  const modelled = estimateOf(draws);
  return [
    { ...figure, id, modelled, inside: figure.observed >= modelled.low && figure.observed <= modelled.high },
  ];
}
