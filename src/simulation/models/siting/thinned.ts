// SPDX-License-Identifier: EUPL-1.2
/** Many places told by fewer, so that a search over them comes to an end in time. Pure. */

/** Places in the plane, metres. */
export interface Places {
  readonly count: number;
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
}

/** Side of the first squares; each next one's is so much longer. */
const FIRST_M = 250;
const LONGER = 1.25;

/** At most so many places that stand for all. */
export interface Thinned {
  /** Which places. */
  readonly places: Int32Array;
  /** By place: which of `places` stands for it. */
  readonly standsFor: Int32Array;
}

/**
 * Squares of the least side that leave at most so many; the heaviest place of each stands for it, of several alike the
 * first. All of them where they are no more.
 * @throws RangeError: fewer than one asked for.
 */
export function thinned({ count, eastM, northM }: Places, weight: Float64Array, most: number): Thinned {
  if (!(most >= 1)) throw new RangeError(`${most} places cannot stand for ${count}`);
  if (count <= most) {
    const all = Int32Array.from({ length: count }, (_, place) => place);
    return { places: all, standsFor: all };
  }
  for (let sideM = FIRST_M; ; sideM *= LONGER) {
    const groups = new Map<string, number[]>();
    for (let place = 0; place < count; place++) {
      const square = [eastM, northM].map((metres) => Math.floor((metres[place] as number) / sideM)).join();
      const group = groups.get(square);
      if (group) group.push(place);
      else groups.set(square, [place]);
    }
    if (groups.size > most) continue;
    const standsFor = new Int32Array(count);
    const places = [...groups.values()].map((group, i) => {
      for (const place of group) standsFor[place] = i;
      return group.reduce((best, place) =>
        (weight[place] as number) > (weight[best] as number) ? place : best,
      );
    });
    return { places: Int32Array.from(places), standsFor };
  }
}
