// SPDX-License-Identifier: EUPL-1.2
/** What lies in an area, and by which links one drives into it: areas of the rules and of measures. */
import type { Roads, Zones } from './city-inputs';
import { type Plane, plane } from './frames';

/** Outlines and holes alike; a ring may repeat its first point at its end or not. */
export type Rings = readonly (readonly Plane[])[];

/**
 * Whether a point lies inside, by the even-odd rule: in a hole it does not. On the outline itself it
 * may be either, the same for the same coordinates.
 */
export function isInside([eastM, northM]: Plane, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as Plane;
      const [bx, by] = ring[j] as Plane;
      if (ay > northM !== by > northM && eastM < ax + ((northM - ay) / (by - ay)) * (bx - ax))
        inside = !inside;
    }
  return inside;
}

/** 1 for each of the points that lies inside, 0 for the others. */
export function pointsInside(eastM: Float64Array, northM: Float64Array, rings: Rings): Uint8Array {
  const [west, south, east, north] = extentOf(rings);
  return Uint8Array.from(eastM, (x, i) => {
    const y = northM[i] as number;
    if (x < west || x > east || y < south || y > north) return 0;
    return isInside(plane(x, y), rings) ? 1 : 0;
  });
}

/**
 * Rows of the links that enter the area, ascending: they begin outside and end inside. A link that
 * only cuts a corner between two nodes outside enters nothing.
 */
export function entriesOf(roads: Roads, rings: Rings): Int32Array {
  const inside = pointsInside(roads.nodeEastM, roads.nodeNorthM, rings);
  const entries: number[] = [];
  for (let link = 0; link < roads.links; link++)
    if (inside[roads.from[link] as number] === 0 && inside[roads.to[link] as number] === 1)
      entries.push(link);
  return Int32Array.from(entries);
}

/**
 * Rows of the connectors that enter the area: from a crossing outside to a zone whose centre lies
 * inside, where no modelled street leads in.
 */
export function connectorEntriesOf(roads: Roads, zones: Zones, rings: Rings): Int32Array {
  const nodeInside = pointsInside(roads.nodeEastM, roads.nodeNorthM, rings);
  const inside = zonesInside(zones, rings);
  const { zone, node } = roads.connectors;
  return Int32Array.from(zone.keys()).filter(
    (row) => inside[zone[row] as number] === 1 && nodeInside[node[row] as number] === 0,
  );
}

/** Rows of the links whose middle lies inside, ascending: what a measure on an area changes. */
export function linksInside(roads: Roads, rings: Rings): Int32Array {
  const links: number[] = [];
  const [west, south, east, north] = extentOf(rings);
  for (let link = 0; link < roads.links; link++) {
    const [x, y] = middleOf(roads, link);
    if (x >= west && x <= east && y >= south && y <= north && isInside(plane(x, y), rings)) links.push(link);
  }
  return Int32Array.from(links);
}

/** 1 for each zone whose centre lies inside, 0 for the others; gateways always lie outside. */
export function zonesInside(zones: Zones, rings: Rings): Uint8Array {
  return pointsInside(zones.eastM, zones.northM, rings).fill(0, zones.districts);
}

/** The point halfway along a link's shape. */
export function middleOf(roads: Roads, link: number): Plane {
  const start = roads.shapeStart[link] as number;
  const end = start + (roads.shapeCount[link] as number) - 1;
  const at = (i: number) => plane(roads.shapeEastM[i] as number, roads.shapeNorthM[i] as number);
  const stepM = (i: number) => {
    const [a, b] = [at(i), at(i + 1)];
    return Math.hypot(b[0] - a[0], b[1] - a[1]);
  };
  let leftM = 0;
  for (let i = start; i < end; i++) leftM += stepM(i) / 2;
  for (let i = start; i < end; i++) {
    const step = stepM(i);
    if (step >= leftM && step > 0) {
      const [a, b, t] = [at(i), at(i + 1), leftM / step];
      return plane(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
    }
    leftM -= step;
  }
  return at(end);
}

function extentOf(rings: Rings): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (const [x, y] of ring) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  return [west, south, east, north];
}
