// SPDX-License-Identifier: EUPL-1.2
import Flatbush from 'flatbush';
import { nameKey } from '../sources/italian-names';
import { type Area, boundsOf, polygonsOf } from './plane-geometry';
import type { DistrictFinder } from './theme';

export interface FindableDistrict {
  readonly id: number;
  readonly name: string;
  readonly geometry: Area;
  /** Names of older editions. A name in use today goes before them. */
  readonly formerNames?: readonly string[];
}

/** Before the boundaries are known, and for a city without districts. */
export const NO_DISTRICTS: DistrictFinder = { count: 0, at: () => 0, name: () => undefined, byName: () => 0 };

/** Finds districts by place and by name. Where two overlap, the lower id. */
export function districtFinder(districts: readonly FindableDistrict[]): DistrictFinder {
  if (districts.length === 0) return NO_DISTRICTS;
  const sorted = [...districts].sort((a, b) => a.id - b.id);
  const index = new Flatbush(sorted.length);
  for (const { geometry } of sorted) index.add(...boundsOf(geometry));
  index.finish();
  const edges = sorted.map(({ geometry }) => edgesOf(geometry));
  const names = new Map(sorted.map(({ id, name }) => [id, name]));
  const byKey = new Map<string, number>();
  for (const { id, formerNames = [] } of sorted) for (const name of formerNames) byKey.set(nameKey(name), id);
  for (const { id, name } of [...sorted].reverse()) byKey.set(nameKey(name), id);
  return {
    count: sorted.length,
    at: ([lon, lat]) => {
      const near = index.search(lon, lat, lon, lat).sort((a, b) => a - b);
      const found = near.find((i) => holds(edges[i]!, lon, lat));
      return found === undefined ? 0 : sorted[found]!.id;
    },
    name: (id) => names.get(id),
    byName: (name) => byKey.get(nameKey(name)) ?? 0,
  };
}

/** x1 y1 x2 y2 of every edge, flat: a million buildings ask. */
function edgesOf(area: Area): Float64Array {
  const flat: number[] = [];
  for (const ring of polygonsOf(area).flat())
    for (let i = 0; i + 1 < ring.length; i++)
      flat.push(ring[i]![0]!, ring[i]![1]!, ring[i + 1]![0]!, ring[i + 1]![1]!);
  return Float64Array.from(flat);
}

/** Even-odd over all edges: right for polygons that do not overlap and their holes. */
function holds(edges: Float64Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const y1 = edges[i + 1] as number;
    const y2 = edges[i + 3] as number;
    if (y1 > y === y2 > y) continue;
    const x1 = edges[i] as number;
    if (x < x1 + ((y - y1) * ((edges[i + 2] as number) - x1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}
