// SPDX-License-Identifier: EUPL-1.2
/** Which services are told of, whom each is for, how far they are gone to, and what of it is not known exactly. Pure. */
import { YOUNGEST_PATIENT } from '../../../city/family-doctors';
import { centralValues, latinHypercube } from '../../../city/latin-hypercube';
import type { Range } from '../../../city/people';
import { OLDEST } from '../people/persons';
import type { PersonGroup } from '../people/told-persons';
import { WALK_M_PER_MIN } from '../walking/reach';
import type { FacilityKind } from './facility-access';
import { type Decay, steps } from './floating-catchment';

export interface ServiceClass {
  /** Ages that it is for, both included: ends of the forecast's groups. */
  readonly from: number;
  readonly to: number;
  /** Count of the register that must be told for these ages to be. */
  readonly counted: 'total' | 'minors' | 'aged80Plus';
  /** Door to door; who needs longer to the nearest has none within reach. */
  readonly catchmentMin: number;
  /** Whether old people go there, at their pace. */
  readonly atOldPace: boolean;
  /** By transit a way is looked for up to so many minutes: there are so many of a class, or so few. */
  readonly farthestMin: number;
}

/**
 * The classes of the table `services`, which knows no nurseries nor paediatricians. Family doctors are for whoever is
 * 14 or older: younger ones have a paediatrician.
 * Catchments: a quarter of an hour for what a neighbourhood has (the city of fifteen minutes, Moreno and others 2021),
 * half an hour for what the city has a dozen of: an assumption. So is that a registry office serves adults, and a
 * nursing home those over 80.
 */
export const FACILITY_CLASSES = {
  pharmacy: { from: 0, to: OLDEST, counted: 'total', catchmentMin: 15, atOldPace: false, farthestMin: 30 },
  'family-doctor': {
    from: YOUNGEST_PATIENT,
    to: OLDEST,
    counted: 'minors',
    catchmentMin: 15,
    atOldPace: false,
    farthestMin: 30,
  },
  library: { from: 0, to: OLDEST, counted: 'total', catchmentMin: 15, atOldPace: false, farthestMin: 45 },
  'civic-office': {
    from: 18,
    to: OLDEST,
    counted: 'minors',
    catchmentMin: 30,
    atOldPace: false,
    farthestMin: 75,
  },
  'social-service': {
    from: 0,
    to: OLDEST,
    counted: 'total',
    catchmentMin: 30,
    atOldPace: false,
    farthestMin: 75,
  },
  'nursing-home': {
    from: 80,
    to: OLDEST,
    counted: 'aged80Plus',
    catchmentMin: 30,
    atOldPace: true,
    farthestMin: 75,
  },
} as const satisfies Record<FacilityKind, ServiceClass>;

/** Whom each class is for, as the population tells them. */
export const GROUP_OF_KIND = {
  pharmacy: 'total',
  'family-doctor': 'aged14Plus',
  library: 'total',
  'civic-office': 'aged18Plus',
  'social-service': 'total',
  'nursing-home': 'aged80Plus',
} as const satisfies Record<FacilityKind, PersonGroup>;

/** In the order in which they are offered. */
export const FACILITY_KINDS = Object.keys(FACILITY_CLASSES) as FacilityKind[];

/** What a third of a catchment counts, near, middle and far: Luo and Qi (2009), the slower of their two. */
export const THIRD_WEIGHTS = [1, 0.68, 0.22] as const;

/** How much a service counts by the minutes to it: in thirds of its class's catchment, beyond it nothing. */
export function decayOf(kind: FacilityKind): Decay {
  const { catchmentMin } = FACILITY_CLASSES[kind];
  return steps(THIRD_WEIGHTS.map((weight, third) => [((third + 1) * catchmentMin) / 3, weight]));
}

/**
 * Drawn evenly, each by itself.
 * `walkKmH`: 4.8 km/h of adults is three miles an hour (Department for Transport, Journey Time Statistics 2019), the
 * range an assumption. `oldWalkKmH`: of the old, an assumption.
 * `transitPace`: minutes by transit beside those of headways and commercial speeds, of which most are themselves
 * assumed: an assumption. `capacityShare`: where a capacity that is known as a range lies in it.
 */
export const SERVICE_PARAMETERS = {
  walkKmH: { low: 4.3, value: 4.8, high: 5.3 },
  oldWalkKmH: { low: 3.5, value: 4, high: 4.5 },
  transitPace: { low: 0.85, value: 1, high: 1.15 },
  capacityShare: { low: 0, value: 0.5, high: 1 },
} as const satisfies Record<string, Range>;
/** The pace of the ways that are walked (walking/reach.ts). */
export const WAYS_KM_H = (60 * WALK_M_PER_MIN) / 1000;
export type ServiceParameterId = keyof typeof SERVICE_PARAMETERS;
export type ServiceParameters = Readonly<Record<ServiceParameterId, number>>;

export const CENTRAL_SERVICES: ServiceParameters = centralValues(SERVICE_PARAMETERS);

/** Draws in which it is asked who reaches which services, the first of a forecast's: the same in every answer. */
export const SERVICE_DRAWS = 64;

/**
 * As many sets as draws; the same seed gives the same before and after a measure.
 * @throws RangeError as {@link latinHypercube}.
 */
export const drawServiceParameters = (seed: string, draws: number): ServiceParameters[] =>
  latinHypercube(SERVICE_PARAMETERS, `${seed}/services`, draws);
