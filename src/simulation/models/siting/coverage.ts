// SPDX-License-Identifier: EUPL-1.2
/** Who is near enough: the most weight that p sites cover (MCLP), and the fewest sites that cover all (LSCP). Pure. */
import { cheapest } from './p-median';
import { check, type Search, type Siting, SitingError, type SitingProblem, siting } from './problem';
import { type Cover, fewestSites } from './set-cover';

/** Which clients lie within the radius of each site, at the radius itself included. */
export function coverWithin({ clients, sites, distance }: SitingProblem, radius: number): Cover {
  return {
    clients,
    covers: Array.from({ length: sites }, (_, site) =>
      Int32Array.from(
        Array.from({ length: clients }, (_, client) => client).filter(
          (client) => (distance[site * clients + client] as number) <= radius,
        ),
      ),
    ),
  };
}

/**
 * Maximal covering (Church and ReVelle 1974): a p-median in which it costs a client's weight not to be covered.
 * @returns value: the weight covered; bound: more than that no p sites cover.
 * @throws SitingError: as {@link check}; a radius below nought.
 */
export function solveMaximalCovering(
  problem: SitingProblem,
  p: number,
  radius: number,
  search: Search,
): Siting {
  check(problem, p);
  checkRadius(radius);
  const { clients, sites, distance, weight } = problem;
  const cost = distance.map((d, cell) => (d <= radius ? 0 : (weight[cell % clients] as number)));
  const left = cheapest({ clients, sites, cost }, p, search);
  const total = weight.reduce((sum, w) => sum + w, 0);
  return siting(left.sites, total - left.value, total - left.bound);
}

/**
 * Location set covering (Toregas and others 1971).
 * @returns value: how many sites; bound: fewer do not cover all.
 * @throws SitingError: as {@link check}; a radius below nought; a client beyond the radius of every site.
 */
export function solveSetCovering(problem: SitingProblem, radius: number, { goOn }: Search): Siting {
  check(problem, 1);
  checkRadius(radius);
  const cover = coverWithin(problem, radius);
  const covered = new Uint8Array(problem.clients);
  for (const clients of cover.covers) for (const client of clients) covered[client] = 1;
  const lost = covered.indexOf(0);
  if (lost >= 0) throw new SitingError(`client ${lost + 1}`, `no site is within ${radius} of it`);
  const { sites, atLeast } = fewestSites(cover, problem.sites, goOn);
  return siting(sites as readonly number[], (sites as readonly number[]).length, atLeast);
}

function checkRadius(radius: number): void {
  if (!(radius >= 0)) throw new SitingError('radius', `is ${radius}`);
}
