// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import { checkArea, isRejected } from '../formats/geometry';
import { areaWithin, type OsmElement } from '../formats/overpass';
import type { BoundaryRow } from '../themes/rows';
import { nameKey } from './italian-names';
import { OPENSTREETMAP, osmElements } from './openstreetmap';
import type { RowLog, Source } from './source';

/** Italian levels of `admin_level` (OSM wiki, "Tag:boundary=administrative"). */
const LEVELS = { 8: 'comune', 9: 'circoscrizione', 10: 'quartiere' } as const;
type Level = (typeof LEVELS)[keyof typeof LEVELS];

/**
 * Administrative boundaries of OpenStreetMap, for cities without files of their own. Districts are
 * the quartieri (level 10), with the circoscrizioni (9) as municipi; or the circoscrizioni where
 * there are no quartieri. The limit is the comune (8) of the city's name, or the only one.
 */
export const osmBoundaries: Source<'boundaries'> = {
  id: 'osm-boundaries',
  theme: 'boundaries',
  title: { it: 'Confini amministrativi OpenStreetMap', en: 'OpenStreetMap administrative boundaries' },
  ...OPENSTREETMAP,
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<BoundaryRow> {
  const found: { element: OsmElement; as: Level; row: number }[] = [];
  for await (const one of osmElements(file, log, levelOf)) found.push(one);
  const communes = found.filter(({ as }) => as === 'comune').length;
  const hasQuarters = found.some(({ as }) => as === 'quartiere');
  for (const { element, as, row } of found) {
    const name = text(element.tags.name);
    const label = `${element.type} ${element.id}`;
    const checked = checkArea(areaWithin(element.geometry), log.place);
    if (!name) log.drop('no-name', row, label);
    else if (as === 'comune' && communes > 1 && nameKey(name) !== nameKey(log.place.name))
      log.drop('other-city', row, `${label}: ${name}`);
    else if (isRejected(checked)) log.drop(checked.reason, row, `${label}: ${checked.detail}`);
    else
      yield {
        origin: { file: file.name, row },
        ...identityOf(as, name, hasQuarters),
        geometry: checked.geometry,
      };
  }
}

function identityOf(
  level: Level,
  name: string,
  hasQuarters: boolean,
): Pick<BoundaryRow, 'kind' | 'id' | 'name'> {
  if (level === 'comune') return { kind: 'city-limit', id: 0, name };
  if (level === 'quartiere' || !hasQuarters) return { kind: 'district', name };
  const numbered = /\b\d{1,3}\b/.exec(name);
  return { kind: 'municipio', name, ...(numbered ? { id: Number(numbered[0]) } : {}) };
}

function levelOf(tags: OsmElement['tags'], type: OsmElement['type']): Level | undefined {
  if (type === 'node' || tags.boundary !== 'administrative') return undefined;
  // The ways of a boundary carry its tags, but are no areas: only the relation is named.
  if (type === 'way' && !tags.name) return undefined;
  return tags.admin_level === '8' || tags.admin_level === '9' || tags.admin_level === '10'
    ? LEVELS[Number(tags.admin_level) as keyof typeof LEVELS]
    : undefined;
}
