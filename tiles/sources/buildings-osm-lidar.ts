// SPDX-License-Identifier: EUPL-1.2

import type { MultiPolygon, Polygon } from 'geojson';
import { NOT_STATED } from '../../src/city/catalogue';
import { isFault, number, heightM as parseHeight, text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import { readGeoJson } from '../formats/geojson';
import { areaM2, checkArea, footprintKey, isRejected } from '../formats/geometry';
import type { BuildingRow } from '../themes/rows';
import { fromTags, RANK } from './building-tags';
import { ODBL } from './licences';
import { headOf } from './recognise';
import type { RowLog, Source } from './source';

/** Lower ones are demolished or courtyards: the survey and the footprints are of different years. */
const MIN_HEIGHT_M = 2;
/** A footprint of worship this small is a bell tower on its own. */
const BELL_TOWER_M2 = 150;

/** Footprints of OpenStreetMap with heights measured by LiDAR: `height_med`, or four statistics. */
export const buildingsOsmLidar: Source<'buildings'> = {
  id: 'buildings-osm-lidar',
  theme: 'buildings',
  title: {
    it: 'Edifici: impronte OpenStreetMap, altezze LiDAR',
    en: 'Buildings: OpenStreetMap footprints, LiDAR heights',
  },
  publisher: 'OpenStreetMap; Politecnico di Milano (UrbanGeoBigData)',
  licence: ODBL,
  attribution: '© OpenStreetMap contributors; LiDAR heights: UrbanGeoBigData, Politecnico di Milano',
  page: 'https://github.com/kilsedar/urban-geo-big-data-3d',
  crs: 'CRS84',
  vintage: NOT_STATED,
  recognises: async (file) =>
    /\.(geo)?json$/.test(file.baseName) && /"height_med(ian)?"\s*:/.test(await headOf(file)),
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<BuildingRow> {
  const footprints = new Set<string>();
  const timesSeen = new Map<string, number>();
  for await (const { geometry, properties } of readGeoJson(file)) {
    const row = log.row();
    const area = checkArea(geometry, log.place);
    if (isRejected(area)) {
      log.drop(area.reason, row, area.detail);
      continue;
    }
    const footprint = footprintKey(area.geometry);
    if (footprints.has(footprint)) {
      log.drop('duplicate-geometry', row, 'the same footprint as a row before');
      continue;
    }
    footprints.add(footprint);
    const median = number(properties.height_med ?? properties.height_median);
    if (median !== undefined && median < MIN_HEIGHT_M) {
      log.drop('height-under-2m', row, `height ${median} m`);
      continue;
    }
    const measured = parseHeight(measuredHeightM(properties, area.geometry));
    if (isFault(measured)) log.note?.('value-not-used', row, measured.fault);
    yield {
      ...fromTags(tagsOf(properties), log, row),
      origin: { file: file.name, row },
      ...stableId(properties, timesSeen),
      geometry: area.geometry,
      ...(typeof measured === 'number'
        ? { heightM: measured, heightOrigin: 'measured' as const, rank: RANK.measured }
        : {}),
    };
  }
}

/**
 * The median of the LiDAR returns on the footprint: the roof. Towers take the highest return, since
 * the lower body and the ground around pull the median down (Torre Snia Viscosa: 61.9 against 66.7 m).
 * Churches keep the median, as one prism at the height of the spire would be a block (Duomo: 39.8
 * against 107.8 m); a bell tower standing alone counts as a tower.
 */
function measuredHeightM(properties: Record<string, unknown>, geometry: Polygon | MultiPolygon): unknown {
  const median = properties.height_med ?? properties.height_median;
  const highest = properties.height_max ?? properties.height_maximum;
  if (number(median) === undefined || typeof parseHeight(highest) !== 'number') return median;
  const kind = text(properties.type ?? properties.b_type ?? properties.building) ?? '';
  const name = text(properties.name ?? properties.b_name) ?? '';
  const isTower = /tower|campanile/.test(kind) || /^(torre|campanile|grattacielo)\b/i.test(name);
  const isBellTower = /church|chapel|cathedral/.test(kind) && areaM2(geometry) < BELL_TOWER_M2;
  return isTower || isBellTower ? highest : median;
}

/** The attributes under OpenStreetMap's own keys. */
function tagsOf(properties: Record<string, unknown>): Record<string, unknown> {
  return {
    ...properties,
    // Stated heights beside measured ones would only compete with them.
    height: undefined,
    building: text(properties.building ?? properties.type ?? properties.b_type) ?? 'yes',
    name: properties.name ?? properties.b_name,
  };
}

/** Negative ids are relations, whose parts come as several rows: those are numbered. */
function stableId(
  properties: Record<string, unknown>,
  timesSeen: Map<string, number>,
): { stableId?: string } {
  const id = number(properties.osm_id ?? properties.b_osm_id);
  if (!id || !Number.isInteger(id)) return {};
  const base = id < 0 ? `osm-r${-id}` : `osm-w${id}`;
  const times = (timesSeen.get(base) ?? 0) + 1;
  timesSeen.set(base, times);
  return { stableId: times === 1 ? base : `${base}-${times}` };
}
