// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import type { FoundFile } from '../formats/found-file';
import { readGeoJson } from '../formats/geojson';
import { checkArea, isRejected } from '../formats/geometry';
import { areaWithin } from '../formats/overpass';
import type { BuildingRow } from '../themes/rows';
import { fromTags, notStanding } from './building-tags';
import { OPENSTREETMAP } from './openstreetmap';
import { osmIdOf, tagsOf } from './osm-properties';
import { headOf } from './recognise';
import type { RowLog, Source } from './source';

/** OpenStreetMap buildings of any city as GeoJSON: overpass turbo, QuickOSM, OSMnx, ogr2ogr, HOT exports. */
export const buildingsOsmGeoJson: Source<'buildings'> = {
  id: 'buildings-osm-geojson',
  theme: 'buildings',
  title: { it: 'Edifici OpenStreetMap (GeoJSON)', en: 'OpenStreetMap buildings (GeoJSON)' },
  ...OPENSTREETMAP,
  crs: 'CRS84',
  vintage: NOT_STATED,
  recognises: async (file) => {
    if (!/\.(geo)?json(l|s)?$/.test(file.baseName)) return false;
    const head = await headOf(file);
    return (
      /"(building|building:part|building:levels)"\s*:|\\"building(:part)?\\"=>/.test(head) &&
      /"Feature"/.test(head) &&
      !/"height_med(ian)?"\s*:/.test(head)
    );
  },
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<BuildingRow> {
  const seen = new Set<string>();
  for await (const feature of readGeoJson(file)) {
    const row = log.row();
    const tags = tagsOf(feature.properties);
    const id = osmIdOf(feature);
    const stableId = id ? `osm-${id.kind}${id.id}` : undefined;
    if (id?.kind === 'n' || (!tags.building && !tags['building:part'])) {
      log.drop('not-this-theme', row, stableId ?? 'no building tag');
      continue;
    }
    const area = notStanding(tags) ?? checkArea(areaWithin(feature.geometry), log.place);
    if (isRejected(area)) {
      log.drop(area.reason, row, area.detail);
      continue;
    }
    if (stableId && seen.has(stableId)) {
      log.drop('duplicate-id', row, stableId);
      continue;
    }
    if (stableId) seen.add(stableId);
    yield {
      ...fromTags(tags, log, row),
      origin: { file: file.name, row },
      ...(stableId ? { stableId } : {}),
      geometry: area.geometry,
    };
  }
}
