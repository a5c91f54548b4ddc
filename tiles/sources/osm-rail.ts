// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { checkLines, isRejected } from '../formats/geometry';
import type { OsmElement } from '../formats/overpass';
import type { RailRow } from '../themes/rows';
import { milanQuery, OPENSTREETMAP, osmElements } from './openstreetmap';
import type { Source } from './source';

const CLASSES: Readonly<Record<string, RailRow['class']>> = {
  rail: 'rail',
  light_rail: 'rail',
  narrow_gauge: 'rail',
  subway: 'metro',
  tram: 'tram',
};

/** Tracks in use or being built; what is disused or razed carries other words and is left out. */
export const osmRail: Source<'rail'> = {
  id: 'osm-rail',
  theme: 'rail',
  title: { it: 'Binari OpenStreetMap', en: 'OpenStreetMap tracks' },
  ...OPENSTREETMAP,
  portal: {
    kind: 'overpass',
    query: milanQuery('way["railway"~"^(rail|light_rail|subway|tram)$"]'),
    fileName: 'overpass_rail.json',
  },
  async *read(file, log) {
    for await (const { element, as, row, stableId } of osmElements(file, log, trackOf)) {
      const checked = checkLines(element.geometry, log.place);
      if (isRejected(checked)) {
        log.drop(checked.reason, row, `way ${element.id}: ${checked.detail}`);
        continue;
      }
      const { tags } = element;
      const name = text(tags.name);
      yield {
        origin: { file: file.name, row },
        stableId,
        geometry: checked.geometry,
        class: as.class,
        ...(name ? { name } : {}),
        state: as.isPlanned ? 'planned' : 'in-service',
        underground: tags.tunnel !== undefined && tags.tunnel !== 'no',
      };
    }
  },
};

function trackOf(
  tags: OsmElement['tags'],
  type: OsmElement['type'],
): { class: RailRow['class']; isPlanned: boolean } | undefined {
  if (type !== 'way') return undefined;
  const isPlanned = tags.railway === 'construction' || tags.railway === 'proposed';
  const of = CLASSES[(isPlanned ? (tags.construction ?? tags.proposed) : tags.railway) ?? ''];
  return of && { class: of, isPlanned };
}
