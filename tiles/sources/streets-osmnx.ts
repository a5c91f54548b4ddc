// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import { number, pythonList } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import { readGeoJson } from '../formats/geojson';
import { checkLines, isRejected } from '../formats/geometry';
import type { StreetRow } from '../themes/rows';
import { OPENSTREETMAP } from './openstreetmap';
import { hasJsonKeys } from './recognise';
import type { RowLog, Source } from './source';
import { along, fromStreetTags } from './street-tags';

/** Edges of a street graph by OSMnx: from node `u` to node `v`, lists as Python prints them. */
export const streetsOsmnx: Source<'streets'> = {
  id: 'streets-osmnx',
  theme: 'streets',
  title: { it: 'Strade OpenStreetMap (grafo OSMnx)', en: 'OpenStreetMap streets (OSMnx graph)' },
  ...OPENSTREETMAP,
  crs: 'CRS84',
  vintage: NOT_STATED,
  recognises: (file) => hasJsonKeys(file, ['u', 'v', 'highway', 'osmid']),
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<StreetRow> {
  const seen = new Set<string>();
  for await (const { geometry, properties } of readGeoJson(file)) {
    const row = log.row();
    const [u, v] = [number(properties.u), number(properties.v)];
    const street = fromStreetTags(properties);
    if (u === undefined || v === undefined || !street) {
      log.drop(
        street ? 'bad-value' : 'not-this-theme',
        row,
        `u ${properties.u}, v ${properties.v}, ${properties.highway}`,
      );
      continue;
    }
    const line = checkLines(geometry, log.place);
    if (isRejected(line) || line.geometry.type !== 'LineString') {
      const [reason, detail] = isRejected(line)
        ? [line.reason, line.detail]
        : (['no-geometry', 'several lines'] as const);
      log.drop(reason, row, detail);
      continue;
    }
    const { against, ...attributes } = street;
    const key = String(properties.key ?? 0);
    // A two-way street stands in the graph once for each direction; here one row means both.
    const ways = pythonList(properties.osmid).sort().join('+');
    const middle = line.geometry.coordinates.length;
    const id = street.oneway ? `${u}-${v}-${key}` : `${Math.min(u, v)}-${Math.max(u, v)}-${ways}-${middle}`;
    if (seen.has(id)) {
      log.drop(street.oneway ? 'duplicate-id' : 'other-direction', row, `edge ${u} to ${v}, key ${key}`);
      continue;
    }
    seen.add(id);
    yield {
      ...attributes,
      origin: { file: file.name, row },
      stableId: `osmnx-${u}-${v}-${key}`,
      geometry: along(line.geometry, against),
      fromNode: String(against ? v : u),
      toNode: String(against ? u : v),
    };
  }
}
