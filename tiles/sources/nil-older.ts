// SPDX-License-Identifier: EUPL-1.2
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { lonLat, lonLatToPlane, plane, planeToLonLat } from '../../src/city/frames';
import { number, text } from '../formats/attributes';
import { italianName } from './italian-names';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

const PAGE = milanPage('ds964-nil-vigenti-pgt-2030');

/**
 * The file's datum was never transformed. Moves it to where today's edition has the same borders:
 * measured over 262 shared vertices, 27.13 m too far east and 74.46 m too far south, ± 0.2 m.
 */
const SHIFT_EAST_M = -27.13;
const SHIFT_NORTH_M = 74.46;

/** Districts with the names of 2013, of which 49 of 88 are still in use; San Siro was another one. */
export const nil2013: Source<'boundaries'> = {
  id: 'nil-2013',
  theme: 'boundaries',
  title: { it: 'NIL, edizione 2013', en: 'Districts (NIL), edition 2013' },
  ...COMUNE_DI_MILANO,
  page: PAGE,
  crs: 'EPSG:4326',
  vintage: '2013',
  recognises: async (file) =>
    (await hasJsonKeys(file, ['ID_NIL', 'NIL', 'AreaMQ'])) && !(await hasJsonKeys(file, ['Valido_dal'])),
  async *read(file, log) {
    for await (const { origin, geometry, values } of areaRows(file, log)) {
      const id = number(values.ID_NIL);
      const name = text(values.NIL);
      if (!id || !name) log.drop('bad-value', origin.row, `ID_NIL "${values.ID_NIL}", NIL "${values.NIL}"`);
      else
        yield {
          origin,
          kind: 'district',
          id,
          name: italianName(name),
          geometry: shifted(geometry),
          editionYear: 2013,
        };
    }
  },
};

/** The same names on today's borders, as the school map of the national data team carries them. */
export const nil2011: Source<'boundaries'> = {
  id: 'nil-2011',
  theme: 'boundaries',
  title: { it: 'NIL con i nomi del 2011', en: 'Districts (NIL) with their names of 2011' },
  ...COMUNE_DI_MILANO,
  page: PAGE,
  crs: 'EPSG:4326',
  vintage: '2011',
  recognises: (file) => hasJsonKeys(file, ['IDquartiere', 'quartiere', 'AreaMQ']),
  async *read(file, log) {
    for await (const { origin, geometry, values } of areaRows(file, log)) {
      const id = number(values.IDquartiere);
      const name = text(values.quartiere);
      if (!id || !name)
        log.drop(
          'bad-value',
          origin.row,
          `IDquartiere "${values.IDquartiere}", quartiere "${values.quartiere}"`,
        );
      else yield { origin, kind: 'district', id, name: italianName(name), geometry, editionYear: 2011 };
    }
  },
};

function shifted(area: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const moved = (at: Position): Position => {
    const [e, n] = lonLatToPlane(lonLat(at[0]!, at[1]!));
    return [...planeToLonLat(plane(e + SHIFT_EAST_M, n + SHIFT_NORTH_M))];
  };
  const polygon = (rings: Position[][]) => rings.map((ring) => ring.map(moved));
  return area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygon(area.coordinates) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map(polygon) };
}
