// SPDX-License-Identifier: EUPL-1.2
/** From homes to places door to door by the lines of the city. Pure. */
import type { Transit } from '../../../city/city-inputs';
import type { Service } from '../../../city/people';
import { transitLinesOf } from '../mobility/transit-side';
import type { Homes } from '../people/homes';
import { destinationNode, type LineNetwork, lineNetwork, originNode } from '../transit/line-network';
import { OptimalStrategies } from '../transit/optimal-strategies';

/** Minutes as a watch has them: what a minute on foot or of wait feels like is not counted. */
const BY_THE_WATCH = { walkWeight: 1, waitWeight: 1, transferPenaltyMin: 0 };

/**
 * Expected minutes of the optimal strategies (Spiess and Florian 1989) from every home to the places of some services:
 * the walk to a stop, half of the time between two runs of the lines that one would take, the ride, changes, and the
 * walk from the last stop.
 */
export class TransitMinutes {
  readonly patterns: Transit['patterns'];
  readonly #homes: number;
  readonly #placeOf: ReadonlyMap<Service, number>;
  readonly #network: LineNetwork;
  readonly #strategies: OptimalStrategies;

  /** @throws TransitError where the lines cannot be. */
  constructor({ stops, patterns }: Transit, { count, eastM, northM }: Homes, services: readonly Service[]) {
    this.patterns = patterns;
    this.#homes = count;
    this.#placeOf = new Map(services.map((service, place) => [service, place]));
    const points = {
      eastM: Float64Array.from([...eastM, ...services.map(({ at: [east] }) => east)]),
      northM: Float64Array.from([...northM, ...services.map(({ at: [, north] }) => north)]),
    };
    const lines = transitLinesOf({ transit: { stops, patterns, fareEur: 0 } });
    this.#network = lineNetwork(lines, points, BY_THE_WATCH);
    this.#strategies = new OptimalStrategies(this.#network.graph, this.#network.parameters);
  }

  /** Whether it was made for these services, among others. */
  knows(services: readonly Service[]): boolean {
    return services.every((service) => this.#placeOf.has(service));
  }

  /** At [service * homes + home]; Infinity: more than `farthestMin`, or no way. Of services that it knows. */
  to(services: readonly Service[], farthestMin: number): Float64Array {
    const homes = this.#homes;
    const minutes = new Float64Array(services.length * homes);
    services.forEach((service, i) => {
      const place = homes + (this.#placeOf.get(service) as number);
      this.#strategies.solve(destinationNode(this.#network, place), 60 * farthestMin);
      for (let home = 0; home < homes; home++)
        minutes[i * homes + home] = (this.#strategies.timeS[originNode(home)] as number) / 60;
    });
    return minutes;
  }
}
