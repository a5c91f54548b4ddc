// SPDX-License-Identifier: EUPL-1.2
/** The city's streets as the assignment sees them in the morning hour. Costs in seconds. Pure. */
import { shareOfAssignedHour } from '../../../city/assigned-hour';
import type { CityInputs } from '../../../city/city-inputs';
import { STREET_CLASSES, type StreetClass } from '../../../city/ground';
import { laneCapacityVehH } from '../traffic/lane-capacity';
import type { RoadNetwork } from '../traffic/road-network';
import type { Parameters } from './parameters';

/**
 * Free speed with signals by legal limit: 50 → 32 and 30 → 25 km/h (common practice); out of town, where
 * there are few, near the limit. Between two limits on the straight line.
 */
const FREE_SPEED_KM_H: readonly (readonly [limit: number, free: number])[] = [
  [5, 5],
  [20, 17],
  [30, 25],
  [50, 32],
  [70, 50],
  [90, 75],
  [110, 95],
  [130, 115],
];

/** Free speed of a street in town under a legal limit, signals included; km/h both. */
export function freeSpeedKmH(limitKmH: number): number {
  const [first] = FREE_SPEED_KM_H as [readonly [number, number]];
  if (limitKmH <= first[0]) return limitKmH;
  for (let i = 1; i < FREE_SPEED_KM_H.length; i++) {
    const [a, b] = [FREE_SPEED_KM_H[i - 1], FREE_SPEED_KM_H[i]] as [[number, number], [number, number]];
    if (limitKmH <= b[0]) return a[1] + ((limitKmH - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
  }
  return (FREE_SPEED_KM_H.at(-1) as [number, number])[1];
}

/** Motorways keep the exponent's textbook alpha (Bureau of Public Roads 1964). */
const MOTORWAY_ALPHA = 0.15;
const BETA = 4;
/** On residential streets between a zone's centre and the modelled network. */
const LAST_STRETCH_KM_H = 18;
/** A closure counts in the assigned hour where it covers at least so much of it. */
const COUNTS_FROM_SHARE = 0.5;
/** Nothing costs nothing: ties of zero-length links would break the ways apart. */
const LEAST_SECONDS = 1e-3;

/**
 * Outside the city nothing is modelled: neighbouring gateways are joined by the straight line, a quarter
 * longer, at this speed and without queues, so that who comes from outside can choose where to enter. An
 * assumption for the ring motorways and roads around Milan.
 */
const OUTSIDE = { detour: 1.25, speedKmH: 70 };

/**
 * Zones' centres first, then the crossings; links of the roads first, in their order, then two a
 * connector (from the zone, to the zone), then the roads outside. Costs are travel time alone.
 * @param capacityScale of the city's streets, calibrated (prepared.ts).
 */
export function roadNetworkOf(city: CityInputs, parameters: Parameters, capacityScale: number): RoadNetwork {
  const { roads, zones } = city;
  const { connectors } = roads;
  const outside = outsideRoads(city);
  const links = roads.links + 2 * connectors.zone.length + outside.length;
  const network = {
    nodes: zones.count + roads.nodes,
    zones: zones.count,
    firstThroughNode: zones.count,
    from: new Int32Array(links),
    to: new Int32Array(links),
    capacityVehH: new Float64Array(links),
    freeFlowCost: new Float64Array(links),
    alpha: new Float64Array(links),
    beta: new Float64Array(links).fill(BETA),
    fixedCost: new Float64Array(links),
    closed: new Uint8Array(links),
  };
  for (let link = 0; link < roads.links; link++) {
    const streetClass = STREET_CLASSES[roads.class[link] as number] as StreetClass;
    network.from[link] = zones.count + (roads.from[link] as number);
    network.to[link] = zones.count + (roads.to[link] as number);
    network.capacityVehH[link] =
      Math.max(0.5, roads.lanes[link] as number) *
      laneCapacityVehH(streetClass) *
      (isFast(streetClass) ? 1 : capacityScale) *
      parameters.capacityFactor;
    const seconds = ((roads.lengthM[link] as number) * 3.6) / freeSpeedKmH(roads.speedKmH[link] as number);
    network.freeFlowCost[link] = Math.max(LEAST_SECONDS, seconds);
    network.alpha[link] = streetClass === 'motorway' ? MOTORWAY_ALPHA : parameters.congestionAlpha;
    network.closed[link] = roads.open[link] === 1 ? 0 : 1;
  }
  for (const { links: closedLinks, hours } of city.rules.closures)
    if (shareOfAssignedHour(hours) >= COUNTS_FROM_SHARE)
      for (const link of closedLinks) network.closed[link] = 1;
  for (let i = 0; i < connectors.zone.length; i++) {
    const back = toZoneLink(city, i);
    const out = back - 1;
    const [zone, node] = [connectors.zone[i] as number, zones.count + (connectors.node[i] as number)];
    [network.from[out], network.to[out]] = [zone, node];
    [network.from[back], network.to[back]] = [node, zone];
    const seconds = Math.max(LEAST_SECONDS, ((connectors.lengthM[i] as number) * 3.6) / LAST_STRETCH_KM_H);
    for (const link of [out, back]) {
      network.freeFlowCost[link] = seconds;
      network.capacityVehH[link] = 1;
    }
  }
  outside.forEach(({ from, to, lengthM }, i) => {
    const link = roads.links + 2 * connectors.zone.length + i;
    network.from[link] = zones.count + from;
    network.to[link] = zones.count + to;
    network.freeFlowCost[link] = Math.max(LEAST_SECONDS, (lengthM * OUTSIDE.detour * 3.6) / OUTSIDE.speedKmH);
    network.capacityVehH[link] = 1;
  });
  return network;
}

/** The network's link from a connector's crossing to its zone. */
export const toZoneLink = ({ roads }: Pick<CityInputs, 'roads'>, connector: number): number =>
  roads.links + 2 * connector + 1;

/** Motorways and trunk roads: their lanes are known, and no parallel street is left out. */
export const isFast = (streetClass: StreetClass): boolean =>
  streetClass === 'motorway' || streetClass === 'trunk';

/** From each gateway's nodes to the next ones around the city's middle, both ways; nodes of the roads. */
function outsideRoads({ roads, zones }: CityInputs): { from: number; to: number; lengthM: number }[] {
  const { zone, node } = roads.connectors;
  let [east, north] = [0, 0];
  for (let i = 0; i < zones.districts; i++) {
    east += (zones.eastM[i] as number) / zones.districts;
    north += (zones.northM[i] as number) / zones.districts;
  }
  const gates = Array.from(zone.keys())
    .filter((i) => (zone[i] as number) >= zones.districts)
    .map((i) => {
      const at = node[i] as number;
      const [x, y] = [roads.nodeEastM[at] as number, roads.nodeNorthM[at] as number];
      return { at, x, y, angle: Math.atan2(y - north, x - east) };
    })
    .sort((a, b) => a.angle - b.angle || a.at - b.at);
  return gates.flatMap((gate, i) => {
    const next = gates[(i + 1) % gates.length] as typeof gate;
    if (next.at === gate.at) return [];
    const lengthM = Math.sqrt((gate.x - next.x) ** 2 + (gate.y - next.y) ** 2);
    return [
      { from: gate.at, to: next.at, lengthM },
      { from: next.at, to: gate.at, lengthM },
    ];
  });
}
