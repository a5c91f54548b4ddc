// SPDX-License-Identifier: EUPL-1.2
/** A road network as the assignment sees it: flat arrays, one entry a link, in one unit of cost. Pure. */
import type { InputFault } from '../../../city/input-fault';
import type { Elasticity } from './elastic-demand';

/** A network or demand that cannot be assigned: where, and what is wrong; `about`: for screens. */
export class NetworkError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
    readonly about?: InputFault,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'NetworkError';
  }
}

/**
 * Links from node to node, nodes numbered from 0, zones being the first of them. The cost of a link
 * at flow x is `fixedCost + freeFlowCost · (1 + alpha · (x / capacity)^beta)` (Bureau of Public
 * Roads, 1964): fixed is what does not grow with flow, such as tolls and distance, in the same unit.
 */
export interface RoadNetwork {
  readonly nodes: number;
  readonly zones: number;
  /** Nodes below this one are begun and ended at, never passed through. */
  readonly firstThroughNode: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Vehicles an hour. Not read where alpha is 0. */
  readonly capacityVehH: Float64Array;
  /** In the unit of cost: seconds, minutes, … as the network has it. */
  readonly freeFlowCost: Float64Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly fixedCost: Float64Array;
  /** 1: nobody may use the link. */
  readonly closed?: Uint8Array;
}

/** Travellers who weigh what does not grow with flow in their own way, or may not go everywhere. */
export interface UserClass {
  readonly id: string;
  readonly demand: Demand;
  /** By link, on top of the network's cost and in its unit (a toll over the class's value of time); infinite: banned. */
  readonly addedCost?: Float64Array;
  /** Absent: the demand is what it is, whatever it costs. */
  readonly elasticity?: Elasticity;
}

/** Vehicles an hour from zone to zone, row-major, `zones` × `zones`. What stays in its zone is on no link. */
export interface Demand {
  readonly zones: number;
  readonly vehH: Float64Array;
}

/** A link as messages name it. */
export const describeLink = ({ from, to }: RoadNetwork, link: number) =>
  `link ${link + 1} (node ${(from[link] ?? 0) + 1} to ${(to[link] ?? 0) + 1})`;

/** @throws NetworkError at the first link that cannot be: names the link, counted from 1, and its fault. */
export function checkNetwork(network: RoadNetwork): void {
  const { nodes, zones, firstThroughNode, from, to } = network;
  if (zones < 1 || zones > nodes) throw new NetworkError('network', `${zones} zones among ${nodes} nodes`);
  if (firstThroughNode < 0 || firstThroughNode > nodes)
    throw new NetworkError('network', `first through node ${firstThroughNode + 1} of ${nodes} nodes`);
  const columns: readonly (readonly [name: string, column: Float64Array])[] = [
    ['free-flow cost', network.freeFlowCost],
    ['alpha', network.alpha],
    ['beta', network.beta],
    ['fixed cost', network.fixedCost],
  ];
  for (let link = 0; link < from.length; link++) {
    const fault = (what: string) =>
      new NetworkError(describeLink(network, link), what, { kind: 'link', link });
    for (const ends of [from, to]) {
      const node = ends[link] as number;
      if (!(node >= 0 && node < nodes)) throw fault(`node ${node + 1} of ${nodes}`);
    }
    for (const [name, column] of columns) {
      const value = column[link] as number;
      if (!(value >= 0 && Number.isFinite(value))) throw fault(`${name} is ${value}`);
    }
    const grows = (network.alpha[link] as number) * (network.freeFlowCost[link] as number) > 0;
    const capacity = network.capacityVehH[link] as number;
    if (grows && !(capacity > 0 && Number.isFinite(capacity))) throw fault(`capacity is ${capacity}`);
  }
}

/** @throws NetworkError where a class adds less than nothing to a link, or its demand cannot be. */
export function checkClass({ id, demand, addedCost }: UserClass, network: RoadNetwork): void {
  if (addedCost && addedCost.length !== network.from.length)
    throw new NetworkError(`class ${id}`, `${addedCost.length} added costs for ${network.from.length} links`);
  addedCost?.forEach((cost, link) => {
    if (!(cost >= 0))
      throw new NetworkError(`class ${id}, ${describeLink(network, link)}`, `added cost is ${cost}`, {
        kind: 'link',
        link,
      });
  });
  try {
    checkDemand(demand, network);
  } catch (error) {
    throw error instanceof NetworkError
      ? new NetworkError(`class ${id}, ${error.where}`, error.fault, error.about)
      : error;
  }
}

/** @throws NetworkError where a cell is negative or no number, or the zones are not the network's. */
export function checkDemand({ zones, vehH }: Demand, network: RoadNetwork): void {
  if (zones !== network.zones || vehH.length !== zones * zones)
    throw new NetworkError('demand', `${zones} zones, and the network has ${network.zones}`);
  for (let cell = 0; cell < vehH.length; cell++) {
    const value = vehH[cell] as number;
    if (value >= 0 && Number.isFinite(value)) continue;
    const [from, to] = [Math.floor(cell / zones), cell % zones];
    throw new NetworkError('demand', `from zone ${from + 1} to ${to + 1} is ${value}`, {
      kind: 'trips',
      from,
      to,
    });
  }
}

/** Whether both have the same nodes and links, whatever these cost. */
export function sameLinks(a: RoadNetwork, b: RoadNetwork): boolean {
  const same = (x: Int32Array, y: Int32Array) =>
    x === y || (x.length === y.length && x.every((v, i) => v === y[i]));
  return (
    a.nodes === b.nodes &&
    a.zones === b.zones &&
    a.firstThroughNode === b.firstThroughNode &&
    same(a.from, b.from) &&
    same(a.to, b.to)
  );
}
