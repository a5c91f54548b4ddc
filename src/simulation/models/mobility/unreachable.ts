// SPDX-License-Identifier: EUPL-1.2
/** Pairs of zones that lost every way by car, and who is left out of the traffic for it. Pure. */
import type { Unreachable } from '../../../impact/outcome';
import { DRIVERS } from './classes';
import type { State } from './outcome-of';

/**
 * Pairs of zones without a way, each counted once however many classes want to drive there (the
 * equilibrium counts it once a class), and the vehicles of all classes that are on no street.
 */
export function unreachableOf({
  leastSeconds,
  equilibrium,
}: Pick<State, 'leastSeconds' | 'equilibrium'>): Unreachable {
  let [pairs, vehH] = [0, 0];
  leastSeconds.exempt.forEach((seconds, cell) => {
    // Charges are finite, so a way that is closed to one class is closed to all.
    if (seconds !== Number.POSITIVE_INFINITY) return;
    let all = 0;
    for (let index = 0; index < DRIVERS.length; index++)
      all += equilibrium.classVehH[index]?.[cell] as number;
    if (all > 0) pairs++;
    vehH += all;
  });
  return { pairs, vehH };
}
