// SPDX-License-Identifier: EUPL-1.2
/** What the questions "where?" are asked of: clients, sites, and how far each is from each. Pure. */

/** Distances, weights or a number of sites that no siting can be told from. */
export class SitingError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'SitingError';
  }
}

/** Clients who are served, sites that may serve them. */
export interface SitingProblem {
  readonly clients: number;
  readonly sites: number;
  /** How far, in one unit of length or time, at [site * clients + client]; Infinity: no way. */
  readonly distance: Float64Array;
  /** By client: persons, or whatever is served. */
  readonly weight: Float64Array;
}

/**
 * The same question where there are sites already: nobody goes farther than to the nearest of those. Whoever is nearer
 * to a new one goes there, so p new sites of this problem are the best beside them.
 * @param nearest by client, how far the nearest of the sites that are there is; Infinity: none that can serve him.
 * @throws SitingError: another number of clients, a distance below nought or no number.
 */
export function besideSites(problem: SitingProblem, nearest: Float64Array): SitingProblem {
  const { clients, distance } = problem;
  if (nearest.length !== clients)
    throw new SitingError('sites that are there', `${nearest.length} distances for ${clients} clients`);
  nearest.forEach((d, client) => {
    if (!(d >= 0))
      throw new SitingError(`client ${client + 1}`, `its distance to the nearest site there is ${d}`);
  });
  const beside = new Float64Array(distance.length);
  for (let cell = 0, client = 0; cell < beside.length; cell++, client = client + 1 < clients ? client + 1 : 0)
    beside[cell] = Math.min(distance[cell] as number, nearest[client] as number);
  return { ...problem, distance: beside };
}

/** What a search is given and tells. */
export interface Search {
  /** A number in [0, 1): the dice of restarts. */
  readonly random: () => number;
  /** Asked again and again; false ends the search with the best so far. */
  readonly goOn: () => boolean;
}

/** Sites chosen, and how good the best choice could be at most. */
export interface Siting {
  /** In rising order. */
  readonly sites: readonly number[];
  readonly value: number;
  /** No choice is better than this: below `value` where less is better, above it where more is. */
  readonly bound: number;
  /** |value − bound| / value: at most so far from the best; 0: the best, proven. */
  readonly gap: number;
}

export function siting(sites: readonly number[], value: number, bound: number): Siting {
  // Where the value is nought all of the bound is missing.
  const gap = value === bound ? 0 : Math.abs(value - bound) / (Math.abs(value) || Math.abs(bound));
  return { sites: [...sites].sort((a, b) => a - b), value, bound, gap };
}

/**
 * @throws SitingError: sizes that do not fit, a distance or weight below nought or no number, a client
 * that no site can serve, more sites to choose than there are.
 */
export function check({ clients, sites, distance, weight }: SitingProblem, p: number): void {
  if (clients < 1 || sites < 1) throw new SitingError('problem', `${clients} clients and ${sites} sites`);
  if (distance.length !== clients * sites)
    throw new SitingError('distances', `${distance.length} for ${clients} clients and ${sites} sites`);
  if (weight.length !== clients) throw new SitingError('weights', `${weight.length} for ${clients} clients`);
  if (!(Number.isInteger(p) && p >= 1 && p <= sites))
    throw new SitingError('p', `${p} sites of ${sites} cannot be chosen`);
  weight.forEach((w, client) => {
    if (!(w >= 0 && Number.isFinite(w))) throw new SitingError(`client ${client + 1}`, `its weight is ${w}`);
  });
  const reached = new Uint8Array(clients);
  for (let site = 0, cell = 0; site < sites; site++)
    for (let client = 0; client < clients; client++, cell++) {
      const d = distance[cell] as number;
      if (!(d >= 0))
        throw new SitingError(`client ${client + 1}`, `its distance to site ${site + 1} is ${d}`);
      if (d < Number.POSITIVE_INFINITY) reached[client] = 1;
    }
  const lost = reached.indexOf(0);
  if (lost >= 0) throw new SitingError(`client ${lost + 1}`, 'no site can serve it');
}
