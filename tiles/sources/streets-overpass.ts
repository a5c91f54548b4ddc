// SPDX-License-Identifier: EUPL-1.2
import type { Position } from 'geojson';
import type { FoundFile } from '../formats/found-file';
import { checkLines, isRejected } from '../formats/geometry';
import { type OsmElement, readOverpass } from '../formats/overpass';
import type { StreetRow } from '../themes/rows';
import { milanQuery, OPENSTREETMAP } from './openstreetmap';
import type { RowLog, Source } from './source';
import { along, fromStreetTags } from './street-tags';

/** Streets and paths of an Overpass answer, with their node ids. */
export const streetsOverpass: Source<'streets'> = {
  id: 'streets-overpass',
  theme: 'streets',
  title: { it: 'Strade OpenStreetMap (Overpass)', en: 'OpenStreetMap streets (Overpass)' },
  ...OPENSTREETMAP,
  portal: {
    kind: 'overpass',
    query: milanQuery('way["highway"]'),
    fileName: 'overpass_streets.json',
  },
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<StreetRow> {
  for await (const element of readOverpass(file, log)) {
    const row = log.row();
    const { against, ...street } = (element.type === 'way' && fromStreetTags(element.tags)) || {
      against: false,
    };
    if (!('class' in street)) {
      log.drop('not-this-theme', row, `${element.type} ${element.id}`);
      continue;
    }
    const line = checkLines(element.geometry, log.place);
    if (isRejected(line) || line.geometry.type !== 'LineString') {
      const [reason, detail] = isRejected(line)
        ? [line.reason, line.detail]
        : (['no-geometry', 'several lines'] as const);
      log.drop(reason, row, `way ${element.id}: ${detail}`);
      continue;
    }
    const nodes = nodesOf(element, line.geometry.coordinates);
    yield {
      ...street,
      origin: { file: file.name, row },
      stableId: `osm-w${element.id}`,
      geometry: along(line.geometry, against),
      ...(nodes ? { nodes: against ? [...nodes].reverse() : nodes } : {}),
    };
  }
}

/** One id a position: where two nodes stand at one place, the first counts, as in the cleaned line. */
function nodesOf({ geometry, nodes }: OsmElement, cleaned: readonly Position[]): number[] | undefined {
  if (!nodes || geometry?.type !== 'LineString') return undefined;
  const kept = nodes.filter((_, i) => {
    const [at, before] = [geometry.coordinates[i], geometry.coordinates[i - 1]];
    return at?.[0] !== before?.[0] || at?.[1] !== before?.[1];
  });
  return kept.length === cleaned.length ? kept : undefined;
}
