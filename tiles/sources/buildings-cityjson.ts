// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import { type CityJsonObject, type CityJsonSurface, isCityJson } from '../../src/formats/cityjson';
import { footprintOf, wholeOf } from '../../src/formats/solids';
import { number, text, year } from '../formats/attributes';
import { readCityJson } from '../formats/cityjson';
import type { FoundFile } from '../formats/found-file';
import { checkArea, isRejected, type Rejected } from '../formats/geometry';
import type { BuildingRow } from '../themes/rows';
import { buildingUse, RANK } from './building-tags';
import { UNSTATED } from './licences';
import type { DropReason } from './reasons';
import { headOf } from './recognise';
import type { RowLog, Source } from './source';

const MIN_HEIGHT_M = 2;

/** Buildings with modelled roofs (LoD2) in CityJSON, of any city. Parts become one building. */
export const buildingsCityJson: Source<'buildings'> = {
  id: 'buildings-cityjson',
  theme: 'buildings',
  title: { it: 'Edifici con tetti (CityJSON)', en: 'Buildings with roofs (CityJSON)' },
  publisher: 'as stated by the file',
  licence: UNSTATED,
  attribution: 'CityJSON model, publisher as stated by the file',
  page: 'https://www.cityjson.org/',
  crs: NOT_STATED,
  vintage: NOT_STATED,
  recognises: async (file) => file.baseName.endsWith('json') && isCityJson(await headOf(file)),
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<BuildingRow> {
  const objects = new Map<string, CityJsonObject>();
  for await (const object of readCityJson(file, log)) {
    log.row();
    if (/^Building/.test(object.type)) objects.set(object.id, object);
    else log.drop('not-this-theme', object.row, `${object.type} ${object.id}`);
  }
  for (const object of objects.values()) {
    const parent = object.parents.find((id) => objects.has(id));
    if (parent !== undefined) {
      log.drop('merged-into-whole', object.row, `${object.id} into ${parent}`);
      continue;
    }
    const surfaces = [...wholeOf(object, objects)].flatMap((part) => part.surfaces);
    const built = buildingOf(surfaces, log);
    if ('reason' in built) log.drop(built.reason, object.row, `${object.id}: ${built.detail}`);
    else
      yield {
        ...attributesOf(object),
        ...built,
        origin: { file: file.name, row: object.row },
        stableId: `cityjson-${object.id}`,
      };
  }
}

type Built = Pick<BuildingRow, 'geometry' | 'surfaces' | 'heightM' | 'heightOrigin' | 'rank'>;

/** Footprint, height above its lowest point, and surfaces above that ground. */
function buildingOf(surfaces: readonly CityJsonSurface[], log: RowLog): Built | Rejected {
  if (surfaces.length === 0) return fault('no-geometry', 'no surfaces');
  const area = checkArea(footprintOf(surfaces), log.place);
  if (isRejected(area)) return area;
  const heights = surfaces.flatMap(({ rings }) => rings.flatMap((ring) => ring.map(([, , z]) => z)));
  const groundM = heights.reduce((a, b) => Math.min(a, b));
  const heightM = Math.round((heights.reduce((a, b) => Math.max(a, b)) - groundM) * 100) / 100;
  if (heightM < MIN_HEIGHT_M) return fault('height-under-2m', `height ${heightM} m`);
  return {
    geometry: area.geometry,
    heightM,
    heightOrigin: 'measured',
    rank: RANK.roofModel,
    surfaces: surfaces
      .filter(({ semantics }) => semantics !== 'GroundSurface')
      .map(({ rings }) => ({
        rings: rings.map((ring) =>
          ring.map(([lon, lat, z]): [number, number, number] => [lon, lat, z - groundM]),
        ),
      })),
  };
}

const fault = (reason: DropReason, detail: string): Rejected => ({ reason, detail });

function attributesOf({ attributes }: CityJsonObject) {
  const storeys = number(attributes.storeysAboveGround ?? attributes.b3_bouwlagen);
  const built = year(attributes.yearOfConstruction ?? attributes.oorspronkelijkbouwjaar);
  const name = text(attributes.name);
  return {
    use: buildingUse(String(attributes.function ?? attributes.usage ?? attributes.class ?? '')),
    ...(storeys && storeys > 0 ? { storeys: Math.round(storeys) } : {}),
    ...(built ? { year: built } : {}),
    ...(name ? { name } : {}),
  };
}
