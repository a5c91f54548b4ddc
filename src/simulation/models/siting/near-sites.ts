// SPDX-License-Identifier: EUPL-1.2
/** The sites within reach of each client, the nearest first. Pure. */
import type { Costs } from './interchange';

/** Sites of client i: rows first[i] … first[i + 1] − 1, all that cost less than reach[i], by rising cost. */
export interface NearSites {
  readonly first: Int32Array;
  readonly site: Int32Array;
  readonly cost: Float64Array;
  /** By client. */
  readonly reach: Float64Array;
}

/** Up to so many cells every site is within reach of everybody. */
const MOST_CELLS = 2_000_000;
/** Beyond, a client's reach is what so many-th of the sites of a good choice costs him. */
const RANK = 4;
/** Gaps of Shell's sort (Ciura 2001). */
const GAPS = [701, 301, 132, 57, 23, 10, 4, 1];

/**
 * How much a client's service is worth at most, by client: what the dearest site costs, since no price above it makes a
 * better bound; in a large problem what the fourth nearest of a good choice does, since the best prices are hardly
 * ever above that. Whatever it is, prices within it make a bound that holds.
 */
export function reachOf({ clients, sites, cost }: Costs, good: ArrayLike<number>): Float64Array {
  const reach = new Float64Array(clients);
  for (let site = 0, cell = 0; site < sites; site++)
    for (let client = 0; client < clients; client++, cell++)
      if ((cost[cell] as number) > (reach[client] as number)) reach[client] = cost[cell] as number;
  if (clients * sites <= MOST_CELLS || good.length < RANK) return reach;
  const nearest = new Float64Array(RANK);
  for (let client = 0; client < clients; client++) {
    nearest.fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < good.length; i++) {
      const here = cost[(good[i] as number) * clients + client] as number;
      let at = RANK - 1;
      if (here >= (nearest[at] as number)) continue;
      for (; at > 0 && here < (nearest[at - 1] as number); at--) nearest[at] = nearest[at - 1] as number;
      nearest[at] = here;
    }
    // Where all are alike nothing is told by them.
    const far = nearest[RANK - 1] as number;
    if (far > (nearest[0] as number)) reach[client] = far;
  }
  return reach;
}

/** Those that cost a client less than his reach. */
export function nearSites({ clients, sites, cost }: Costs, reach: Float64Array): NearSites {
  const first = new Int32Array(clients + 1);
  for (let site = 0, cell = 0; site < sites; site++)
    for (let client = 0; client < clients; client++, cell++)
      if ((cost[cell] as number) < (reach[client] as number)) first[client + 1]!++;
  for (let client = 0; client < clients; client++) first[client + 1]! += first[client] as number;
  const rows = first[clients] as number;
  const near = { first, site: new Int32Array(rows), cost: new Float64Array(rows), reach };
  const next = first.slice();
  for (let site = 0, cell = 0; site < sites; site++)
    for (let client = 0; client < clients; client++, cell++) {
      const here = cost[cell] as number;
      if (here >= (reach[client] as number)) continue;
      const row = next[client] as number;
      next[client] = row + 1;
      near.site[row] = site;
      near.cost[row] = here;
    }
  for (let client = 0; client < clients; client++)
    sortRows(near, first[client] as number, first[client + 1] as number);
  return near;
}

/** By rising cost. */
function sortRows({ site, cost }: NearSites, from: number, to: number): void {
  for (const gap of GAPS)
    for (let i = from + gap; i < to; i++) {
      const own = site[i] as number;
      const ownCost = cost[i] as number;
      let at = i;
      for (; at >= from + gap && (cost[at - gap] as number) > ownCost; at -= gap) {
        site[at] = site[at - gap] as number;
        cost[at] = cost[at - gap] as number;
      }
      site[at] = own;
      cost[at] = ownCost;
    }
}

/** Only the sites of which `isKept` is 1. */
export function onlyOf({ first, site, cost, reach }: NearSites, isKept: Uint8Array): NearSites {
  const clients = reach.length;
  const firstKept = new Int32Array(clients + 1);
  let rows = 0;
  for (let client = 0; client < clients; client++) {
    for (let row = first[client] as number; row < (first[client + 1] as number); row++)
      rows += isKept[site[row] as number] as number;
    firstKept[client + 1] = rows;
  }
  const kept = { first: firstKept, site: new Int32Array(rows), cost: new Float64Array(rows), reach };
  for (let row = 0, to = 0; to < rows; row++) {
    if (isKept[site[row] as number] === 0) continue;
    kept.site[to] = site[row] as number;
    kept.cost[to++] = cost[row] as number;
  }
  return kept;
}
