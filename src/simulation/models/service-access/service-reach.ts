// SPDX-License-Identifier: EUPL-1.2
/** How far homes are from the services of a class, on foot and by transit: what does not depend on the draw. Pure. */
import type { Transit } from '../../../city/city-inputs';
import type { Range, Service } from '../../../city/people';
import type { Homes, Ways } from '../people/homes';
import type { FacilityKind } from './facility-access';
import { FACILITY_CLASSES, FACILITY_KINDS, SERVICE_PARAMETERS, WAYS_KM_H } from './service-classes';
import { TransitMinutes } from './transit-minutes';
import { walkMinutesOf } from './travel';

/** Columns `home`, `walkMin`, `transitMin`: of service i from first[i] to first[i + 1], homes that a draw may bring within its reach. */
export interface ServiceReach {
  readonly kind: FacilityKind;
  /** By service. */
  readonly capacity: readonly Range[];
  readonly first: Int32Array;
  readonly home: Int32Array;
  /** At {@link WAYS_KM_H}. */
  readonly walkMin: Float64Array;
  /** Infinity: no way that is worth it. */
  readonly transitMin: Float64Array;
  /** By home, however far: to the nearest service either way. Infinity: there is none. */
  readonly nearestWalkMin: Float64Array;
  readonly nearestTransitMin: Float64Array;
}

/** Where a class's services are, what lines there are, and what was found of them. */
interface Known {
  readonly services: readonly Service[];
  readonly patterns: Transit['patterns'];
  readonly reach: ServiceReach;
}

/** Cities with measures in them that are remembered of a class, beside the one as it is. */
const MOST_KNOWN = 4;
const MOST_NETWORKS = 2;

/** One city's homes and ways; what was found of a class is found once. */
export class ServiceWays {
  readonly homes: Homes;
  readonly #ways: Ways;
  readonly #known = new Map<FacilityKind, Known[]>();
  /** Newest first: of the city as it is and of a changed one. */
  #transit: readonly TransitMinutes[] = [];

  constructor(homes: Homes, ways: Ways) {
    this.homes = homes;
    this.#ways = ways;
  }

  /** Where no lines are known one walks. @throws TransitError where the lines cannot be. */
  reach(kind: FacilityKind, all: readonly Service[], transit: Transit): ServiceReach {
    const services = all.filter((service) => service.kind === kind);
    const ofKind = this.#known.get(kind) ?? [];
    const { patterns } = transit;
    const known = ofKind.find((one) => one.patterns === patterns && isSame(one.services, services));
    if (known) return known.reach;
    const walk = walkMinutesOf(
      this.homes,
      this.#ways,
      services.map(({ at }) => at),
    );
    const ride = this.#rideMinutes(kind, services, all, transit);
    const reach = reachOf(kind, services, this.homes.count, walk, ride);
    const [first, ...others] = [...ofKind, { services, patterns, reach }];
    this.#known.set(kind, [first as Known, ...others.slice(-MOST_KNOWN)]);
    return reach;
  }

  /** One network serves all classes. */
  #rideMinutes(
    kind: FacilityKind,
    services: readonly Service[],
    all: readonly Service[],
    transit: Transit,
  ): Float64Array {
    const cells = services.length * this.homes.count;
    if (transit.patterns.length === 0 || cells === 0)
      return new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
    let known = this.#transit.find((one) => one.patterns === transit.patterns && one.knows(services));
    if (!known) {
      const facilities = all.filter((service) => FACILITY_KINDS.some((one) => one === service.kind));
      known = new TransitMinutes(transit, this.homes, facilities);
      this.#transit = [known, ...this.#transit].slice(0, MOST_NETWORKS);
    }
    return known.to(services, FACILITY_CLASSES[kind].farthestMin);
  }
}

const isSame = (a: readonly Service[], b: readonly Service[]): boolean =>
  a.length === b.length && a.every((service, i) => service === b[i]);

function reachOf(
  kind: FacilityKind,
  services: readonly Service[],
  homes: number,
  walk: Float64Array,
  ride: Float64Array,
): ServiceReach {
  const { catchmentMin, atOldPace } = FACILITY_CLASSES[kind];
  // As far as the fastest of the draws goes.
  const { walkKmH, oldWalkKmH, transitPace } = SERVICE_PARAMETERS;
  const mostWalkMin = catchmentMin * ((atOldPace ? oldWalkKmH.high : walkKmH.high) / WAYS_KM_H);
  const mostRideMin = catchmentMin / transitPace.low;
  const isNear = (cell: number) =>
    (walk[cell] as number) <= mostWalkMin || (ride[cell] as number) <= mostRideMin;
  const first = new Int32Array(services.length + 1);
  const cells: number[] = [];
  for (let service = 0; service < services.length; service++) {
    for (let cell = service * homes; cell < (service + 1) * homes; cell++) if (isNear(cell)) cells.push(cell);
    first[service + 1] = cells.length;
  }
  return {
    kind,
    capacity: services.map(({ capacity }) => capacity),
    first,
    home: Int32Array.from(cells, (cell) => cell % homes),
    walkMin: Float64Array.from(cells, (cell) => walk[cell] as number),
    transitMin: Float64Array.from(cells, (cell) => ride[cell] as number),
    nearestWalkMin: nearestOf(walk, homes),
    nearestTransitMin: nearestOf(ride, homes),
  };
}

/** By home, the least of all services. */
function nearestOf(minutes: Float64Array, homes: number): Float64Array {
  const nearest = new Float64Array(homes).fill(Number.POSITIVE_INFINITY);
  for (let cell = 0, home = 0; cell < minutes.length; cell++) {
    if ((minutes[cell] as number) < (nearest[home] as number)) nearest[home] = minutes[cell] as number;
    home = home + 1 === homes ? 0 : home + 1;
  }
  return nearest;
}
