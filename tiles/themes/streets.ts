// SPDX-License-Identifier: EUPL-1.2
import type { LineString, Position } from 'geojson';
import type { SearchEntry } from '../../src/city/catalogue';
import type { ColumnTable } from '../../src/city/columns';
import { type LonLat, lonLat } from '../../src/city/frames';
import { lengthM } from '../formats/geometry';
import { placeOf } from './editions';
import { geometryKey, sameLineFinder } from './overlap';
import { roadNetwork } from './roads/road-network';
import { roadTables } from './roads/road-tables';
import type { StreetRow } from './rows';
import { type StreetGraph, streetGraph, streetTables } from './street-graph';
import type { CleanContext, GroundFeature, SourceRows, Theme } from './theme';

/** Two drawings of one street by two sources are nearer than this; its pavements are another class. */
const SAME_STREET_M = 5;

/**
 * Streets and paths: on the ground as drawn, and as a routable graph. Where two sources draw the
 * same street, the first of the shelf counts.
 */
export const streets: Theme<'streets'> = {
  id: 'streets',
  clean: (bySource, context) => {
    const sourceOf = new Map(bySource.flatMap(({ source, rows }) => rows.map((row) => [row, source.id])));
    const kept = distinct(bySource, context);
    const graph = streetGraph(kept);
    return {
      kept: kept.length,
      ground: kept.map((row) => featureOf(row, sourceOf.get(row)!)),
      inputs: [...streetTables(graph), ...modelled(graph, kept, context)],
      search: searchEntries(kept, context),
    };
  },
};

/** The tables of the modelled network, if there is one; streets with no part in it are counted once each. */
function modelled(graph: StreetGraph, kept: readonly StreetRow[], context: CleanContext): ColumnTable[] {
  const leftOut = new Set<string>();
  const network = roadNetwork(graph, context.districts, ({ streetId }) => leftOut.add(streetId));
  if (!network) return [];
  const taken = new Set(network.links.map(({ streetId }) => streetId));
  for (const row of kept)
    if (leftOut.has(row.stableId) && !taken.has(row.stableId))
      context.drop('not-in-road-network', `${placeOf(row.origin)}: ${row.name ?? row.stableId}`);
  return roadTables(network, context.districts);
}

function distinct(bySource: readonly SourceRows<'streets'>[], context: CleanContext): StreetRow[] {
  const kept: StreetRow[] = [];
  const ids = new Set<string>();
  const shapes = new Set<string>();
  for (const { rows } of bySource) {
    const isKnown = knownFinder(kept);
    for (const row of rows) {
      const example = `${placeOf(row.origin)}: ${row.name ?? row.stableId}`;
      const shape = `${row.oneway} ${geometryKey(row.geometry)}`;
      if (ids.has(row.stableId)) context.drop('duplicate-id', example);
      else if (shapes.has(shape)) context.drop('duplicate-geometry', example);
      else if (isKnown(row)) context.drop('same-as-better-source', example);
      else {
        kept.push(row);
        ids.add(row.stableId);
        shapes.add(shape);
      }
    }
  }
  return kept;
}

/** Streets for motors are compared with their like only, as are ways on foot: they run side by side. */
function knownFinder(kept: readonly StreetRow[]): (row: StreetRow) => boolean {
  const linesOf = (footOnly: boolean) =>
    kept.filter((street) => Boolean(street.footOnly) === footOnly).map((street) => street.geometry);
  const motors = sameLineFinder(linesOf(false), SAME_STREET_M);
  const onFoot = sameLineFinder(linesOf(true), SAME_STREET_M);
  return (row) => (row.footOnly ? onFoot : motors)(row.geometry);
}

function featureOf(row: StreetRow, source: string): GroundFeature<'street'> {
  return {
    layer: 'street',
    geometry: row.geometry,
    properties: {
      id: row.stableId,
      class: row.class,
      ...(row.name ? { name: row.name } : {}),
      oneway: row.oneway,
      ...(row.lanes === undefined ? {} : { lanes: row.lanes }),
      ...(row.speedKmH === undefined ? {} : { speedKmH: row.speedKmH }),
      ...(row.bridge ? { bridge: true } : {}),
      ...(row.tunnel ? { tunnel: true } : {}),
    },
    source,
  };
}

/** One entry for each name in each district, at the middle of its longest piece. */
function searchEntries(kept: readonly StreetRow[], { districts }: CleanContext): SearchEntry[] {
  const longest = new Map<string, { row: StreetRow; size: number; at: LonLat; district: number }>();
  for (const row of kept) {
    if (!row.name) continue;
    const at = middleOf(row.geometry);
    const district = districts.at(at);
    const key = `${row.name.toLowerCase()} ${district}`;
    const size = lengthM(row.geometry);
    if (size > (longest.get(key)?.size ?? 0)) longest.set(key, { row, size, at, district });
  }
  return [...longest.values()].map(({ row, at, district }) => {
    const detail = districts.name(district);
    return {
      kind: 'street',
      id: row.stableId,
      name: row.name as string,
      ...(detail ? { detail } : {}),
      at,
    };
  });
}

/** The point halfway along. */
function middleOf(line: LineString): LonLat {
  let left = lengthM(line) / 2;
  const points = line.coordinates as [Position, ...Position[]];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Position, points[i] as Position];
    const step = lengthM({ type: 'LineString', coordinates: [a, b] });
    if (step >= left && step > 0) {
      const t = left / step;
      return lonLat(mix(a[0], b[0], t), mix(a[1], b[1], t));
    }
    left -= step;
  }
  const end = points.at(-1) as Position;
  return lonLat(end[0] as number, end[1] as number);
}

const mix = (a: number | undefined, b: number | undefined, t: number) =>
  (a as number) + t * ((b as number) - (a as number));
