// SPDX-License-Identifier: EUPL-1.2
/** Penalties of turns and delays of nodes, as a network that has neither. Pure. */
import { describeLink, NetworkError, type RoadNetwork } from './road-network';

/** What it costs to pass a node, in the network's unit of cost. */
export interface Turns {
  /** By turn: the link that one comes by, the link that one goes on by, and the cost; infinite: forbidden. */
  readonly penalties?: {
    readonly fromLink: Int32Array;
    readonly toLink: Int32Array;
    readonly cost: Float64Array;
  };
  /** By node: for all who come by a link into it, those included who end there. */
  readonly nodeDelay?: Float64Array;
}

/** Links of the network at first, in their order; after them those that are turns. */
export interface TurnedNetwork {
  readonly network: RoadNetwork;
  /** How many links are no turns: a column's first so many are the streets'. */
  readonly streets: number;
  /** A column of values by street, with zeros for the turns. */
  widen(column: Float64Array): Float64Array;
}

/**
 * Takes nodes with listed turns apart: each link that such a turn comes or goes by gets an end of its
 * own, all others share the node (arrivals) and one new node (departures), and between every arrival
 * and departure there is a link with the turn's cost. Which links there are depends on which turns are
 * listed, not on their costs: these may change without a new hierarchy (0: a free turn).
 * @throws NetworkError where a turn joins links that do not meet, is listed twice or lies at a zone or a
 * node that nothing passes through; where a cost or a delay is none, or there are too few.
 */
export function withTurns(network: RoadNetwork, { penalties, nodeDelay }: Turns): TurnedNetwork {
  const streets = network.from.length;
  const from = [...network.from];
  const to = [...network.to];
  const costs: number[] = [];
  let nodes = network.nodes;
  for (const [node, turns] of turnsByNode(network, penalties)) {
    const arrivals = endsOf(node, [...turns.keys()], () => nodes++);
    const goneOn = new Set([...turns.values()].flatMap((cost) => [...cost.keys()]));
    const departures = endsOf(nodes++, [...goneOn], () => nodes++);
    const shared = departures.get(null) as number;
    for (let link = 0; link < streets; link++) {
      if (network.to[link] === node) to[link] = arrivals.get(link) ?? node;
      if (network.from[link] === node) from[link] = departures.get(link) ?? shared;
    }
    for (const [come, arrival] of arrivals)
      for (const [go, departure] of departures) {
        from.push(arrival);
        to.push(departure);
        costs.push((come !== null && go !== null && turns.get(come)?.get(go)) || 0);
      }
  }
  const delays = nodeDelay && checkedDelays(nodeDelay, network);
  const wide = (column: Float64Array, ofTurn: (turn: number) => number) =>
    Float64Array.from({ length: from.length }, (_, link) =>
      link < streets ? (column[link] as number) : ofTurn(link - streets),
    );
  const zero = () => 0;
  const isForbidden = (turn: number) => costs[turn] === Number.POSITIVE_INFINITY;
  const fixedCost = wide(network.fixedCost, (turn) => (isForbidden(turn) ? 0 : (costs[turn] as number)));
  if (delays)
    for (let link = 0; link < streets; link++)
      fixedCost[link] = (fixedCost[link] as number) + (delays[network.to[link] as number] as number);
  return {
    streets,
    widen: (column) => wide(column, zero),
    network: {
      ...network,
      nodes,
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      capacityVehH: wide(network.capacityVehH, zero),
      freeFlowCost: wide(network.freeFlowCost, zero),
      alpha: wide(network.alpha, zero),
      beta: wide(network.beta, zero),
      fixedCost,
      closed: Uint8Array.from(from, (_, link) =>
        link < streets ? (network.closed?.[link] ?? 0) : Number(isForbidden(link - streets)),
      ),
    },
  };
}

/** Whether anybody passes a node and goes on: only there are turns. */
export const isPassed = ({ zones, firstThroughNode }: RoadNetwork, node: number): boolean =>
  node >= Math.max(zones, firstThroughNode);

/** A node for each of some links, and `shared` for all others (null). */
function endsOf(shared: number, links: readonly number[], newNode: () => number): Map<number | null, number> {
  return new Map<number | null, number>([[null, shared], ...links.map((link) => [link, newNode()] as const)]);
}

/** Node → link come by → link gone on by → cost. */
function turnsByNode(network: RoadNetwork, penalties: Turns['penalties']) {
  const byNode = new Map<number, Map<number, Map<number, number>>>();
  if (!penalties) return byNode;
  const { fromLink, toLink, cost } = penalties;
  if (fromLink.length !== toLink.length || fromLink.length !== cost.length)
    throw new NetworkError('turns', `${fromLink.length} from, ${toLink.length} to, ${cost.length} costs`);
  for (let turn = 0; turn < fromLink.length; turn++) {
    const [come, go, price] = [fromLink[turn] as number, toLink[turn] as number, cost[turn] as number];
    const where = `turn ${turn + 1}`;
    for (const link of [come, go])
      if (link < 0 || link >= network.from.length)
        throw new NetworkError(where, `link ${link + 1} of ${network.from.length}`);
    const node = network.to[come] as number;
    if (node !== network.from[go])
      throw new NetworkError(
        where,
        `${describeLink(network, come)} does not lead to ${describeLink(network, go)}`,
      );
    if (!isPassed(network, node))
      throw new NetworkError(where, `node ${node + 1} is a zone, or nothing passes through it`);
    if (!(price >= 0)) throw new NetworkError(where, `cost is ${price}`);
    const turns = byNode.get(node) ?? new Map<number, Map<number, number>>();
    const of = turns.get(come) ?? new Map<number, number>();
    if (of.has(go)) throw new NetworkError(where, 'is listed twice');
    byNode.set(node, turns.set(come, of.set(go, price)));
  }
  return byNode;
}

function checkedDelays(nodeDelay: Float64Array, { nodes }: RoadNetwork): Float64Array {
  if (nodeDelay.length !== nodes)
    throw new NetworkError('node delays', `${nodeDelay.length} for ${nodes} nodes`);
  nodeDelay.forEach((delay, node) => {
    if (!(delay >= 0 && Number.isFinite(delay)))
      throw new NetworkError(`node ${node + 1}`, `its delay is ${delay}`);
  });
  return nodeDelay;
}
