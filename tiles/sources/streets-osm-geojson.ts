// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import type { FoundFile } from '../formats/found-file';
import { readGeoJson } from '../formats/geojson';
import { checkLines, isRejected } from '../formats/geometry';
import type { StreetRow } from '../themes/rows';
import { OPENSTREETMAP } from './openstreetmap';
import { osmIdOf, tagsOf } from './osm-properties';
import { headOf } from './recognise';
import type { RowLog, Source } from './source';
import { along, fromStreetTags } from './street-tags';

/** OpenStreetMap streets of any city as GeoJSON lines with a `highway` property. */
export const streetsOsmGeoJson: Source<'streets'> = {
  id: 'streets-osm-geojson',
  theme: 'streets',
  title: { it: 'Strade OpenStreetMap (GeoJSON)', en: 'OpenStreetMap streets (GeoJSON)' },
  ...OPENSTREETMAP,
  crs: 'CRS84',
  vintage: NOT_STATED,
  recognises: async (file) => {
    if (!/\.(geo)?json(l|s)?$/.test(file.baseName)) return false;
    const head = await headOf(file);
    const isOsmnx = ['u', 'v', 'osmid'].every((key) => new RegExp(`"${key}"\\s*:`).test(head));
    return /"highway"\s*:|\\"highway\\"=>/.test(head) && /"(Multi)?LineString"/.test(head) && !isOsmnx;
  },
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<StreetRow> {
  const timesSeen = new Map<string, number>();
  for await (const feature of readGeoJson(file)) {
    const row = log.row();
    const street = fromStreetTags(tagsOf(feature.properties));
    if (!street || !/LineString$/.test(feature.geometry?.type ?? 'LineString')) {
      log.drop('not-this-theme', row, 'no street line');
      continue;
    }
    const checked = checkLines(feature.geometry, log.place);
    if (isRejected(checked)) {
      log.drop(checked.reason, row, checked.detail);
      continue;
    }
    const id = osmIdOf(feature);
    const base = id ? `osm-${id.kind}${id.id}` : `street-${file.baseName}-${row}`;
    const { against, ...attributes } = street;
    const lines =
      checked.geometry.type === 'LineString' ? [checked.geometry.coordinates] : checked.geometry.coordinates;
    for (const coordinates of lines) {
      const times = (timesSeen.get(base) ?? 0) + 1;
      timesSeen.set(base, times);
      yield {
        ...attributes,
        origin: { file: file.name, row },
        stableId: times === 1 ? base : `${base}-${times}`,
        geometry: along({ type: 'LineString', coordinates }, against),
      };
    }
  }
}
