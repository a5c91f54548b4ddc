// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { checkArea, isRejected } from '../formats/geometry';
import { areaWithin, type OsmElement } from '../formats/overpass';
import type { GreeneryRow } from '../themes/rows';
import { milanQuery, OPENSTREETMAP, osmElements } from './openstreetmap';
import type { Source } from './source';

/** OSM's words for green land, by key and value (wiki: Landuse, Leisure, Natural). */
const CLASSES: Readonly<Record<string, Readonly<Record<string, GreeneryRow['class']>>>> = {
  leisure: {
    park: 'park',
    nature_reserve: 'park',
    garden: 'garden',
    playground: 'playground',
    dog_park: 'dog-area',
    pitch: 'sport',
    track: 'sport',
    sports_centre: 'sport',
    stadium: 'sport',
    golf_course: 'sport',
    recreation_ground: 'grass',
  },
  landuse: {
    forest: 'wood',
    grass: 'grass',
    meadow: 'grass',
    village_green: 'grass',
    greenfield: 'grass',
    flowerbed: 'grass',
    recreation_ground: 'grass',
    cemetery: 'cemetery',
    farmland: 'farmland',
    orchard: 'farmland',
    vineyard: 'farmland',
    allotments: 'farmland',
    plant_nursery: 'farmland',
    greenhouse_horticulture: 'farmland',
  },
  natural: { wood: 'wood', scrub: 'wood', grassland: 'grass', heath: 'grass' },
  amenity: { grave_yard: 'cemetery' },
};

/** Parks, gardens, lawns, woods, fields, pitches of OpenStreetMap. */
export const osmLandcover: Source<'greenery'> = {
  id: 'osm-landcover',
  theme: 'greenery',
  title: { it: 'Verde e uso del suolo OpenStreetMap', en: 'OpenStreetMap greenery and land use' },
  ...OPENSTREETMAP,
  portal: {
    kind: 'overpass',
    query: milanQuery(
      'wr["leisure"~"^(park|garden|playground|dog_park|pitch|track|golf_course|nature_reserve)$"]',
      'wr["landuse"~"^(forest|grass|meadow|village_green|cemetery|farmland|orchard|allotments|recreation_ground)$"]',
      'wr["natural"~"^(wood|scrub|grassland|heath)$"]',
    ),
    fileName: 'overpass_landcover.json',
  },
  async *read(file, log) {
    for await (const { element, as, row, stableId } of osmElements(file, log, greenClass)) {
      const checked = checkArea(areaWithin(element.geometry), log.place);
      if (isRejected(checked)) {
        log.drop(checked.reason, row, `${element.type} ${element.id}: ${checked.detail}`);
        continue;
      }
      const name = text(element.tags.name);
      yield {
        origin: { file: file.name, row },
        stableId,
        geometry: checked.geometry,
        class: as,
        ...(name ? { name } : {}),
      };
    }
  },
};

function greenClass(tags: OsmElement['tags'], type: OsmElement['type']): GreeneryRow['class'] | undefined {
  // A sports hall is a building; a playground may be a mere point.
  if (type === 'node' || (tags.building && tags.building !== 'no')) return undefined;
  for (const [key, classes] of Object.entries(CLASSES)) {
    const of = Object.hasOwn(classes, tags[key] ?? '') ? classes[tags[key]!] : undefined;
    if (of) return of;
  }
  return undefined;
}
