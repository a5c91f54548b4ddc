// SPDX-License-Identifier: EUPL-1.2

import { type LonLat, lonLat } from '../../src/city/frames';
import { within } from '../../src/city/place';
import { number } from '../formats/attributes';
import { readGeoJson } from '../formats/geojson';
import { TELECOM_ITALIA } from './publishers';
import { headOf } from './recognise';
import type { Source } from './source';

/** The grid of 100 by 100 squares of 235 m over Milan, of the Telecom Italia Big Data Challenge. */
export const telecomGrid: Source<'daily-life'> = {
  id: 'telecom-grid',
  theme: 'daily-life',
  title: { it: 'Griglia di Milano, Telecom Italia', en: 'Grid of Milan, Telecom Italia' },
  ...TELECOM_ITALIA,
  crs: 'EPSG:4326',
  vintage: '2013',
  recognises: async (file) => /\.(geo)?json$/.test(file.baseName) && /"cellId"/.test(await headOf(file)),
  async *read(file, log) {
    for await (const { geometry, properties } of readGeoJson(file)) {
      const row = log.row();
      const cell = number(properties.cellId);
      const ring = geometry?.type === 'Polygon' ? geometry.coordinates[0] : undefined;
      if (cell === undefined || !Number.isInteger(cell))
        log.drop('bad-value', row, `cellId "${properties.cellId}"`);
      else if (ring?.length !== 5) log.drop('invalid-ring', row, `square ${cell} has not four corners`);
      else {
        const corners = fromSouthWest(
          ring.slice(0, 4).map(([lon, lat]) => lonLat(lon as number, lat as number)),
        );
        if (corners.every((corner) => within(log.place.bounds, corner, 0.05)))
          yield { origin: { file: file.name, row }, kind: 'cell', cell, corners };
        else log.drop('outside-place', row, `square ${cell}`);
      }
    }
  },
};

/** Corners counter-clockwise, the south-western first: they come clockwise from the north-west. */
function fromSouthWest(ring: readonly LonLat[]): [LonLat, LonLat, LonLat, LonLat] {
  const middle = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
  const [lon, lat] = [middle(0), middle(1)];
  const corner = (east: boolean, north: boolean) =>
    ring.find((point) => point[0] > lon === east && point[1] > lat === north) ?? (ring[0] as LonLat);
  return [corner(false, false), corner(true, false), corner(true, true), corner(false, true)];
}
