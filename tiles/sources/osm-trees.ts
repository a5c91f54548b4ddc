// SPDX-License-Identifier: EUPL-1.2
import { lonLat } from '../../src/city/frames';
import { heightM, isFault, number, text, year } from '../formats/attributes';
import { checkPoint, isRejected } from '../formats/geometry';
import { milanQuery, OPENSTREETMAP, osmElements } from './openstreetmap';
import type { Source } from './source';

/** Single trees of OpenStreetMap. Rows of trees are lines without places for each: left out. */
export const osmTrees: Source<'trees'> = {
  id: 'osm-trees',
  theme: 'trees',
  title: { it: 'Alberi OpenStreetMap', en: 'OpenStreetMap trees' },
  ...OPENSTREETMAP,
  portal: { kind: 'overpass', query: milanQuery('node["natural"="tree"]'), fileName: 'overpass_trees.json' },
  async *read(file, log) {
    const isTree = (tags: Readonly<Record<string, string>>, type: string) =>
      type === 'node' && tags.natural === 'tree' ? true : undefined;
    for await (const { element, row, stableId } of osmElements(file, log, isTree)) {
      const checked = checkPoint(element.geometry, log.place);
      if (isRejected(checked)) {
        log.drop(checked.reason, row, `node ${element.id}: ${checked.detail}`);
        continue;
      }
      const { tags } = element;
      const [lon, lat] = checked.geometry.coordinates as [number, number];
      const species = text(tags.species) ?? text(tags.genus);
      const height = heightM(tags.height);
      const crown = number(tags.diameter_crown?.replace(/\s*m$/, ''));
      const plantedYear = year(tags.start_date);
      yield {
        origin: { file: file.name, row },
        stableId,
        at: lonLat(lon, lat),
        ...(species ? { species } : {}),
        ...(height && !isFault(height) ? { heightM: height } : {}),
        ...(crown && crown > 0 ? { crownM: crown } : {}),
        ...(plantedYear ? { plantedYear } : {}),
      };
    }
  },
};
