// SPDX-License-Identifier: EUPL-1.2
/** The best journeys of a window of departures, by stop. Pure. */

/** Best journeys of a window: those of stop s, latest departure first, are `first[s]` to `first[s + 1]`. */
export interface Profile {
  readonly first: Int32Array;
  /** When one sets out (the walk to the first stop included), as late as the journey allows. */
  readonly departureS: Float64Array;
  readonly arrivalS: Float64Array;
  /** By stop: seconds to walk there without a vehicle; infinite where one cannot. */
  readonly walkS: Float64Array;
}

/** From each stop's journeys, latest departure first. */
export function profileOf(
  found: readonly (readonly (readonly [number, number])[])[],
  walkS: Float64Array,
): Profile {
  const first = new Int32Array(found.length + 1);
  found.forEach((list, stop) => {
    first[stop + 1] = (first[stop] as number) + list.length;
  });
  const all = found.flat();
  return {
    first,
    departureS: Float64Array.from(all, ([departureS]) => departureS),
    arrivalS: Float64Array.from(all, ([, arrivalS]) => arrivalS),
    walkS,
  };
}

/** Shortest time from setting out to arrival, by stop: over all journeys of the window and the walk. */
export function shortestTravelS({ first, departureS, arrivalS, walkS }: Profile): Float64Array {
  return walkS.map((walk, stop) => {
    let least = walk;
    for (let k = first[stop] as number; k < (first[stop + 1] as number); k++)
      least = Math.min(least, (arrivalS[k] as number) - (departureS[k] as number));
    return least;
  });
}

/** Earliest arrival at a stop by a profile's journeys, or the walk, of one who is ready to leave at a moment. */
export function arrivalFrom(
  { first, departureS, arrivalS, walkS }: Profile,
  stop: number,
  readyS: number,
): number {
  let least = readyS + (walkS[stop] as number);
  for (let k = first[stop] as number; k < (first[stop + 1] as number); k++)
    if ((departureS[k] as number) >= readyS) least = Math.min(least, arrivalS[k] as number);
  return least;
}
