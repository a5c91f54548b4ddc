// SPDX-License-Identifier: EUPL-1.2
/** The modelled network while it is made: directed links for motors. */
import type { Plane } from '../../../src/city/frames';
import type { StreetClass } from '../../../src/city/ground';
import { lanesOf, type StreetGraph, speedOf } from '../street-graph';

export interface RoadLink {
  readonly from: number;
  readonly to: number;
  readonly lengthM: number;
  /** In this direction. */
  readonly lanes: number;
  readonly speedKmH: number;
  readonly class: StreetClass;
  readonly name: string;
  /** Of the street in the vector tiles. */
  readonly streetId: string;
  /** From end to end, EPSG:32632. */
  readonly shape: readonly Plane[];
}

/** Nodes by number, of which links use some. */
export interface RoadGraph {
  readonly nodes: readonly Plane[];
  readonly links: readonly RoadLink[];
}

/** The streets that carry a city's through traffic. Others are its last stretch. */
const MAIN = new Set<StreetClass>(['motorway', 'trunk', 'primary', 'secondary', 'tertiary']);
export const isMain = (link: RoadLink): boolean => MAIN.has(link.class);

/** Every street open to motors, one link a direction. */
export function motorLinks({ nodes, stretches }: StreetGraph): RoadGraph {
  const links = stretches.flatMap(({ street, from, to, shape, lengthM }): RoadLink[] => {
    // A loop from a node to itself leads nowhere.
    if (street.footOnly || from === to) return [];
    const there: RoadLink = {
      from,
      to,
      lengthM,
      lanes: lanesOf(street),
      speedKmH: speedOf(street),
      class: street.class,
      name: street.name ?? '',
      streetId: street.stableId,
      shape,
    };
    return street.oneway ? [there] : [there, { ...there, from: to, to: from, shape: [...shape].reverse() }];
  });
  return { nodes, links };
}

/** Links that leave each node, or with `reach: 'to'` enter it: `order[start[n]] … order[start[n + 1] − 1]`. */
export function linksAt(
  nodes: number,
  links: readonly RoadLink[],
  reach: 'from' | 'to',
): { readonly start: Int32Array; readonly order: Int32Array } {
  const start = new Int32Array(nodes + 1);
  for (const link of links) start[link[reach] + 1]!++;
  for (let n = 0; n < nodes; n++) start[n + 1]! += start[n]!;
  const next = start.slice();
  const order = new Int32Array(links.length);
  links.forEach((link, i) => {
    order[next[link[reach]]!++] = i;
  });
  return { start, order };
}
