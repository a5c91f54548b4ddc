// SPDX-License-Identifier: EUPL-1.2
/** Parks: where one enters them, and how far the nearest is. Pure. */
import { isInside, type Rings } from '../../../city/areas';
import { type ColumnTable, columnIfAny, valuesOf } from '../../../city/columns';
import { type Plane, plane } from '../../../city/frames';
import { type GreeneryClass, PARK_CLASSES } from '../../../city/ground';
import type { EdgeFinder, EdgePoint } from './edge-finder';
import { type Reach, walkFrom, walkTo } from './reach';
import type { WalkingGraph } from './walking-graph';

/** A row of the table `green-areas` with its outlines. */
export interface GreenArea {
  readonly id: string;
  readonly class: GreeneryClass;
  /** '' where it has none. */
  readonly name: string;
  readonly areaM2: number;
  /** A point inside. */
  readonly at: Plane;
  /** District of that point, 0 outside. */
  readonly zone: number;
  readonly rings: Rings;
}

/** A green that is worth the walk, m². */
export const LARGE_GREEN_M2 = 10_000;

/** Reads the tables `green-areas` and `green-rings`. */
export function greenAreas(areas: ColumnTable, outlines: ColumnTable): GreenArea[] {
  const rings: Plane[][][] = Array.from({ length: areas.rows }, () => []);
  const [area, ring] = [valuesOf(outlines, 'area'), valuesOf(outlines, 'ring')];
  const [east, north] = [valuesOf(outlines, 'eastM'), valuesOf(outlines, 'northM')];
  for (let row = 0; row < outlines.rows; row++) {
    const own = rings[area[row] as number];
    if (!own) throw new RangeError(`green-rings row ${row} is of no area`);
    (own[ring[row] as number] ??= []).push(plane(east[row] as number, north[row] as number));
  }
  const text = (name: string, row: number) => {
    const found = columnIfAny(areas, name);
    return found?.dictionary?.[found.values[row] ?? -1] ?? '';
  };
  const [areaM2, zone] = [valuesOf(areas, 'areaM2'), valuesOf(areas, 'zone')];
  const [atEast, atNorth] = [valuesOf(areas, 'eastM'), valuesOf(areas, 'northM')];
  return rings.map((own, row) => ({
    id: text('id', row),
    class: text('class', row) as GreeneryClass,
    name: text('name', row),
    areaM2: areaM2[row] as number,
    at: plane(atEast[row] as number, atNorth[row] as number),
    zone: zone[row] as number,
    rings: own,
  }));
}

/** A street that passes as near as this to the edge of a park leads into it: fences are not known. */
export const ENTRANCE_M = 20;
const STEP_M = 15;

/** Where streets touch the edge of a green, one point a street; from there the way is 0. */
export function entrancesOf({ rings }: GreenArea, finder: EdgeFinder): EdgePoint[] {
  const nearest = new Map<number, EdgePoint>();
  for (const at of along(rings)) {
    const found = finder.nearest(at, ENTRANCE_M);
    if (found && found.awayM < (nearest.get(found.edge)?.awayM ?? Number.POSITIVE_INFINITY))
      nearest.set(found.edge, found);
  }
  return [...nearest.values()].map(({ edge, alongM }) => ({ edge, alongM, awayM: 0 }));
}

/** Points of the outlines, every {@link STEP_M} at least. */
function* along(rings: Rings): Generator<Plane> {
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      const [ax, ay] = ring[i] as Plane;
      const [bx, by] = ring[(i + 1) % ring.length] as Plane;
      const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / STEP_M));
      for (let k = 0; k < steps; k++) yield plane(ax + ((bx - ax) * k) / steps, ay + ((by - ay) * k) / steps);
    }
}

export interface NearestGreen {
  readonly green: GreenArea;
  /** By the streets, with the way from the place to the nearest street; 0 inside. */
  readonly metres: number;
}

/** Farther than this no park is near. */
const FARTHEST_M = 5000;
/** A place farther than this from every street is not reached. */
export const SNAP_M = 300;

/** The nearest park of at least {@link LARGE_GREEN_M2} to any place: one walk from all their entrances. */
export class GreenFinder {
  readonly #finder: EdgeFinder;
  readonly #large: readonly GreenArea[];
  readonly #reach: Reach;
  /** By start of the walk: row of `#large`. */
  readonly #owner: readonly number[];

  constructor(graph: WalkingGraph, finder: EdgeFinder, greens: readonly GreenArea[]) {
    this.#finder = finder;
    this.#large = greens.filter(
      (green) => PARK_CLASSES.includes(green.class) && green.areaM2 >= LARGE_GREEN_M2,
    );
    const entrances = this.#large.map((green) => entrancesOf(green, finder));
    this.#owner = entrances.flatMap((own, row) => own.map(() => row));
    this.#reach = walkFrom(graph, entrances.flat(), FARTHEST_M);
  }

  /** Null where there is none within 5 km of streets, or no street near the place. */
  nearest(at: Plane): NearestGreen | null {
    const inside = this.#large.find(({ rings, areaM2, at: [east, north] }) => {
      // No part of a park is farther from its middle than a very long strip of its size.
      const far = Math.hypot(at[0] - east, at[1] - north);
      return far * far < 20 * areaM2 && isInside(at, rings);
    });
    if (inside) return { green: inside, metres: 0 };
    const street = this.#finder.nearest(at, SNAP_M);
    if (!street) return null;
    const { metres, start } = walkTo(this.#reach, street.edge, street.alongM);
    const green = this.#large[this.#owner[start] ?? -1];
    return green ? { green, metres: metres + street.awayM } : null;
  }
}
