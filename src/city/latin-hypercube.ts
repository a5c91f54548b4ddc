// SPDX-License-Identifier: EUPL-1.2
/** Sets of parameters drawn from their ranges so that each range is covered. */
import { seeded } from './seeded';

/**
 * `draws` sets of parameters by Latin hypercube sampling (McKay, Beckman & Conover 1979): each
 * parameter's range is cut into as many strata as there are draws, and every stratum is drawn from once.
 * A parameter's draws depend on the seed and its own name alone: others beside it change nothing.
 * @throws RangeError where draws is no whole number of at least 1.
 */
export function latinHypercube<Id extends string>(
  ranges: Readonly<Record<Id, { readonly low: number; readonly high: number }>>,
  seed: string,
  draws: number,
): Readonly<Record<Id, number>>[] {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`an ensemble of ${draws} draws`);
  const ids = Object.keys(ranges) as Id[];
  const columns = ids.map((id) => {
    const random = seeded(`${seed}/${id}`);
    const strata = shuffled(draws, random);
    const { low, high } = ranges[id];
    return strata.map((stratum) => low + ((stratum + random()) / draws) * (high - low));
  });
  return Array.from(
    { length: draws },
    (_, draw) =>
      Object.fromEntries(ids.map((id, i) => [id, columns[i]?.[draw] as number])) as Record<Id, number>,
  );
}

/** What is taken for most likely of each parameter. */
export const centralValues = <Id extends string>(
  ranges: Readonly<Record<Id, { readonly value: number }>>,
): Readonly<Record<Id, number>> =>
  Object.fromEntries((Object.keys(ranges) as Id[]).map((id) => [id, ranges[id].value])) as Record<Id, number>;

/** 0 … n − 1 in random order (Fisher–Yates). */
function shuffled(n: number, random: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
