// SPDX-License-Identifier: EUPL-1.2
/**
 * p-centre: the p sites for which the farthest client is nearest. Whether p sites cover all within a radius is
 * asked for radii halved between (Minieka 1970, "The m-center problem", SIAM Review 12). Pure.
 */
import { coverWithin } from './coverage';
import { check, type Search, type Siting, SitingError, type SitingProblem, siting } from './problem';
import { fewestSites } from './set-cover';

/**
 * @returns value: how far the farthest client is from its nearest site; weights do not count.
 * @throws SitingError: as {@link check}; no p sites serve every client.
 */
export function solvePCentre(problem: SitingProblem, p: number, { goOn }: Search): Siting {
  check(problem, p);
  const radii = [...new Set(problem.distance)].filter(Number.isFinite).sort((a, b) => a - b);
  const within = (at: number) => fewestSites(coverWithin(problem, radii[at] as number), p, goOn);
  let [low, high] = [0, radii.length - 1];
  const widest = within(high);
  let found = widest.sites;
  if (!found)
    throw new SitingError(
      'p',
      `${widest.atLeast > p ? 'no' : 'in the time given no'} choice of ${p} sites serves every client`,
    );
  // Below `proven` there is none; between it and `high` a search may have been broken off.
  let proven = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { sites, atLeast } = within(middle);
    if (sites) [found, high] = [sites, middle];
    else {
      low = middle + 1;
      if (atLeast > p) proven = low;
    }
  }
  return siting(found, radii[high] as number, radii[Math.min(proven, high)] as number);
}
