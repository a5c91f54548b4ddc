// SPDX-License-Identifier: EUPL-1.2
/** Every class's pairs of zones between which somebody travels. Pure. */
import type { UserClass } from './road-network';

/** Grouped by class, then by origin. */
export interface Pairs {
  readonly count: number;
  readonly destination: Int32Array;
  readonly vehH: Float64Array;
  /** Where the pairs of class × zones + origin begin; one more at the end. */
  readonly first: Int32Array;
  /** Number of the pair of class, origin and destination; −1: nobody travels there. */
  readonly numberOf: Int32Array;
}

/** What stays in its zone is on no link and no pair. */
export function pairsOf(classes: readonly UserClass[], zones: number): Pairs {
  const cells = zones * zones;
  const first = new Int32Array(classes.length * zones + 1);
  const numberOf = new Int32Array(classes.length * cells).fill(-1);
  const destination = new Int32Array(classes.length * cells);
  const flows = new Float64Array(classes.length * cells);
  let count = 0;
  classes.forEach(({ demand: { vehH } }, index) => {
    for (let from = 0; from < zones; from++) {
      for (let to = 0; to < zones; to++) {
        const value = vehH[from * zones + to] as number;
        if (from === to || value === 0) continue;
        numberOf[index * cells + from * zones + to] = count;
        destination[count] = to;
        flows[count++] = value;
      }
      first[index * zones + from + 1] = count;
    }
  });
  return { count, destination: destination.slice(0, count), vehH: flows.slice(0, count), first, numberOf };
}
