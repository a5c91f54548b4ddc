// SPDX-License-Identifier: EUPL-1.2
/** How far it is on foot from a place to every home, by the streets where they are known. Pure. */
import { type Plane, plane } from '../../../city/frames';
import type { EdgeFinder, EdgePoint } from '../walking/edge-finder';
import { WALK_M_PER_MIN, walkFrom, walkTo } from '../walking/reach';
import type { WalkingGraph } from '../walking/walking-graph';
import type { Homes, Ways } from './homes';

/** Nobody walks longer to a school or a service. */
export const LONGEST_WALK_MIN = 30;

/**
 * How much longer than the straight line the way on foot is where no streets are known. Assumption, on the side of
 * longer ways: journeys on foot in Milan of 2–6 March 2020, door to door, were 1.19 times the straight line.
 */
export const DETOUR = 1.3;

/** A place or home farther than this from every street is reached as if there were none. */
const SNAP_M = 300;

export interface WalkedStreets {
  readonly graph: WalkingGraph;
  readonly finder: EdgeFinder;
}

/**
 * Walks at {@link WALK_M_PER_MIN} by the streets, the ways from home and place to the street included; where there
 * are no streets, or none is within 300 m of one end, along the straight line × {@link DETOUR}. Each place is
 * walked from once: places at the same coordinates share their answer, which is not to be written to.
 */
export class WalkingWays implements Ways {
  readonly #homes: Homes;
  readonly #streets: WalkedStreets | null;
  /** By home: where on the streets it is; null: nowhere. */
  readonly #doors: readonly (EdgePoint | null)[];
  readonly #known = new Map<string, Float64Array>();

  constructor(homes: Homes, streets: WalkedStreets | null) {
    this.#homes = homes;
    this.#streets = streets;
    this.#doors = Array.from({ length: homes.count }, (_, home) =>
      streets
        ? streets.finder.nearest(plane(homes.eastM[home] as number, homes.northM[home] as number), SNAP_M)
        : null,
    );
  }

  minutesFrom(at: Plane): Float64Array {
    const key = `${at[0]} ${at[1]}`;
    const known = this.#known.get(key);
    if (known) return known;
    const minutes = this.#walk(at);
    this.#known.set(key, minutes);
    return minutes;
  }

  #walk(at: Plane): Float64Array {
    const { count, eastM, northM } = this.#homes;
    const minutes = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
    const limitM = LONGEST_WALK_MIN * WALK_M_PER_MIN;
    const start = this.#streets?.finder.nearest(at, SNAP_M);
    const reach = this.#streets && start ? walkFrom(this.#streets.graph, [start], limitM) : null;
    for (let home = 0; home < count; home++) {
      const straightM = Math.hypot((eastM[home] as number) - at[0], (northM[home] as number) - at[1]);
      // No way is shorter than the straight line; the plane's metres are at most some thousandths off.
      if (straightM > 1.01 * limitM) continue;
      const door = this.#doors[home];
      const metres =
        reach && door ? walkTo(reach, door.edge, door.alongM).metres + door.awayM : straightM * DETOUR;
      if (metres <= limitM) minutes[home] = metres / WALK_M_PER_MIN;
    }
    return minutes;
  }
}
