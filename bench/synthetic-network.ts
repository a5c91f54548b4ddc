// SPDX-License-Identifier: EUPL-1.2
/** A seeded city of streets for load tests: a grid with arterials, zones on connectors, trips by gravity. */
import { exp } from '../src/city/exact-math';
import { seeded } from '../src/city/seeded';
import type { Demand, RoadNetwork } from '../src/simulation/models/traffic/road-network';

const BLOCK_M = 160;
/** Every so many streets one is an arterial. */
const ARTERIAL_EVERY = 5;
/** Free speed with signals, km/h, and capacity, vehicles an hour: of a street and of an arterial. */
const STREET = { speedKmH: 25, capacityVehH: 700 };
const ARTERIAL = { speedKmH: 38, capacityVehH: 2000 };
/** Share of a zone's trips that go to places 3 km away, against those next door. */
const DETERRENCE_M = 3000;

export interface SyntheticTown {
  readonly network: RoadNetwork;
  readonly demand: Demand;
}

export interface TownSize {
  /** Crossings along each side. */
  readonly side: number;
  readonly zones: number;
  /** Trips that begin in each zone, an hour. */
  readonly vehHByZone: number;
  /** Nodes along each street between its crossings, where nothing joins (0). */
  readonly bends?: number;
  /** Zones that each one has trips to, those with most trips (all). */
  readonly destinations?: number;
}

/**
 * A grid of streets; one in seven is missing, so that ways are no staircases, and every fifth row and
 * column is an arterial. Costs in seconds. The same size is the same town.
 */
export function syntheticTown(size: TownSize): SyntheticTown {
  const { side, zones, vehHByZone, bends = 0, destinations = zones } = size;
  const random = seeded('town');
  const links: [from: number, to: number, lengthM: number, kind: typeof STREET | null][] = [];
  const node = (x: number, y: number) => zones + y * side + x;
  let nodes = zones + side * side;
  const both = (a: number, b: number, lengthM: number, kind: typeof STREET | null) => {
    links.push([a, b, lengthM, kind], [b, a, lengthM, kind]);
  };
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const street = (isArterial: boolean, to: number) => {
        if (!isArterial && random() <= 1 / 7) return;
        const pieceM = (BLOCK_M * (0.8 + 0.4 * random())) / (bends + 1);
        let at = node(x, y);
        for (let bend = 0; bend <= bends; bend++) {
          const next = bend === bends ? to : nodes++;
          both(at, next, pieceM, isArterial ? ARTERIAL : STREET);
          at = next;
        }
      };
      if (x + 1 < side) street(y % ARTERIAL_EVERY === 0, node(x + 1, y));
      if (y + 1 < side) street(x % ARTERIAL_EVERY === 0, node(x, y + 1));
    }
  const places: [x: number, y: number][] = [];
  for (let zone = 0; zone < zones; zone++) {
    const place: [number, number] = [Math.floor(random() * (side - 1)), Math.floor(random() * (side - 1))];
    places.push(place);
    for (const [dx, dy] of [
      [0, 0],
      [1, 1],
    ] as const)
      both(zone, node(place[0] + dx, place[1] + dy), BLOCK_M, null);
  }
  return { network: networkOf(links, nodes, zones), demand: gravity(places, vehHByZone, destinations) };
}

function networkOf(
  links: readonly (readonly [from: number, to: number, lengthM: number, kind: typeof STREET | null])[],
  nodes: number,
  zones: number,
): RoadNetwork {
  const column = (value: (link: (typeof links)[number]) => number) => Float64Array.from(links, value);
  return {
    nodes,
    zones,
    firstThroughNode: zones,
    from: Int32Array.from(links, ([from]) => from),
    to: Int32Array.from(links, ([, to]) => to),
    capacityVehH: column(([, , , kind]) => kind?.capacityVehH ?? 1e6),
    freeFlowCost: column(([, , lengthM, kind]) => lengthM / ((kind?.speedKmH ?? 20) / 3.6)),
    alpha: column(([, , , kind]) => (kind ? 0.5 : 0)),
    beta: column(() => 4),
    fixedCost: column(() => 0),
  };
}

function gravity(
  places: readonly (readonly [x: number, y: number])[],
  vehHByZone: number,
  destinations: number,
): Demand {
  const zones = places.length;
  const vehH = new Float64Array(zones * zones);
  places.forEach(([x, y], from) => {
    const weights = places.map(([u, v], to) =>
      to === from ? 0 : exp((-BLOCK_M * (Math.abs(x - u) + Math.abs(y - v))) / DETERRENCE_M),
    );
    const kept = new Set(
      [...weights.keys()].sort((a, b) => weights[b]! - weights[a]!).slice(0, destinations),
    );
    const sum = weights.reduce((total, weight, to) => (kept.has(to) ? total + weight : total), 0);
    weights.forEach((weight, to) => {
      if (kept.has(to)) vehH[from * zones + to] = (vehHByZone * weight) / sum;
    });
  });
  return { zones, vehH };
}
