// SPDX-License-Identifier: EUPL-1.2
import type { Geometry } from 'geojson';
import { heightM, isFault, text } from '../formats/attributes';
import { type Checked, checkArea, checkLines, isRejected, type Rejected } from '../formats/geometry';
import { areaWithin, type OsmElement } from '../formats/overpass';
import type { WaterRow } from '../themes/rows';
import { milanQuery, OPENSTREETMAP, osmElements } from './openstreetmap';
import type { Source } from './source';

/** OSM's words for running water, drawn as lines, and for standing water and river beds, drawn as areas. */
const LINES: Readonly<Record<string, WaterRow['class']>> = {
  river: 'river',
  stream: 'river',
  canal: 'canal',
  ditch: 'canal',
  drain: 'canal',
};
const AREAS: Readonly<Record<string, WaterRow['class']>> = {
  river: 'river',
  stream: 'river',
  oxbow: 'lake',
  canal: 'canal',
  moat: 'canal',
  basin: 'basin',
  reservoir: 'basin',
  wastewater: 'basin',
  fountain: 'basin',
  reflecting_pool: 'basin',
};

/** Rivers, canals, lakes, ponds. What runs under the streets is left out. */
export const osmWater: Source<'water'> = {
  id: 'osm-water',
  theme: 'water',
  title: { it: 'Acque OpenStreetMap', en: 'OpenStreetMap waters' },
  ...OPENSTREETMAP,
  portal: {
    kind: 'overpass',
    query: milanQuery(
      'wr["natural"="water"]',
      'way["waterway"~"^(river|canal|stream|ditch|drain|riverbank)$"]',
    ),
    fileName: 'overpass_water.json',
  },
  async *read(file, log) {
    for await (const { element, as, row, stableId } of osmElements(file, log, waterOf)) {
      const { tags, geometry } = element;
      const label = `${element.type} ${element.id}`;
      if (/^(yes|culvert|flooded)$/.test(tags.tunnel ?? '') || tags.covered === 'yes') {
        log.drop('underground', row, `${label}: ${tags.name ?? as.class}`);
        continue;
      }
      const checked: Checked<Geometry> | Rejected = as.isArea
        ? checkArea(areaWithin(geometry), log.place)
        : checkLines(geometry, log.place);
      if (isRejected(checked)) {
        log.drop(checked.reason, row, `${label}: ${checked.detail}`);
        continue;
      }
      const name = text(tags.name);
      const widthM = as.isArea ? undefined : heightM(tags.width);
      yield {
        origin: { file: file.name, row },
        stableId,
        geometry: checked.geometry as WaterRow['geometry'],
        class: as.class,
        ...(name ? { name } : {}),
        ...(widthM && !isFault(widthM) ? { widthM } : {}),
      };
    }
  },
};

function waterOf(
  tags: OsmElement['tags'],
  type: OsmElement['type'],
): { class: WaterRow['class']; isArea: boolean } | undefined {
  if (type === 'node') return undefined;
  if (tags.natural === 'water' || /^(basin|reservoir)$/.test(tags.landuse ?? ''))
    return { class: AREAS[tags.water ?? tags.landuse ?? ''] ?? 'lake', isArea: true };
  if (tags.waterway === 'riverbank' || tags.waterway === 'dock')
    return { class: tags.waterway === 'dock' ? 'basin' : 'river', isArea: true };
  const line = LINES[tags.waterway ?? ''];
  return line && { class: line, isArea: false };
}
