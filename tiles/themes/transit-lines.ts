// SPDX-License-Identifier: EUPL-1.2
import type { LineString, MultiLineString, Position } from 'geojson';
import { newestYear, placeOf } from './editions';
import { grouped } from './grouped';
import type { TransitRow } from './rows';
import type { CleanContext, GroundFeature, SourceRows } from './theme';

export type LineRow = Extract<TransitRow, { kind: 'line' }>;

/**
 * One feature a path. A line is taken from one source only: that of the newest edition, the first of
 * the shelf among equals; pieces of one path become one.
 */
export function linesOf(
  bySource: readonly SourceRows<'transit'>[],
  drop: CleanContext['drop'],
): GroundFeature<'transit-line'>[] {
  const rows = bySource.flatMap(({ source, rows }) =>
    rows.flatMap((row) => (row.kind === 'line' ? [{ source: source.id, row }] : [])),
  );
  const features: GroundFeature<'transit-line'>[] = [];
  for (const [label, ofLine] of grouped(rows, ({ row }) => `${row.mode} ${row.line}`)) {
    const newest = newestYear(ofLine.map(({ row }) => row));
    const chosen = ofLine.find(({ row }) => (row.editionYear ?? -Infinity) === newest)?.source;
    const kept = ofLine.filter(({ source, row }) => {
      if (source === chosen) return true;
      const older = row.editionYear !== undefined && row.editionYear < newest;
      drop(
        older ? 'older-edition' : 'same-as-better-source',
        `${placeOf(row.origin)}: ${label}, taken from ${chosen}`,
      );
      return false;
    });
    const paths = grouped(kept, ({ source, row }) => row.stableId ?? `${source}-${row.origin.row}`);
    for (const [id, pieces] of paths)
      features.push(
        featureOf(
          id,
          pieces[0]!.source,
          pieces.map(({ row }) => row),
        ),
      );
  }
  return features;
}

function featureOf(id: string, source: string, pieces: readonly LineRow[]): GroundFeature<'transit-line'> {
  const { mode, line, name, colour } = pieces[0] as LineRow;
  return {
    layer: 'transit-line',
    geometry: joined(pieces.map(({ geometry }) => geometry)),
    properties: { id, mode, line, ...(name ? { name } : {}), ...(colour ? { colour } : {}) },
    source,
  };
}

function joined(geometries: readonly (LineString | MultiLineString)[]): LineString | MultiLineString {
  const lines = geometries.flatMap((g): Position[][] =>
    g.type === 'LineString' ? [g.coordinates] : g.coordinates,
  );
  const [only] = lines;
  return lines.length === 1 && only
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: lines };
}
