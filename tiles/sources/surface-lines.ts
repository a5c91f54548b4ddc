// SPDX-License-Identifier: EUPL-1.2
import type { TransitMode } from '../../src/city/ground';
import { text } from '../formats/attributes';
import { readGeoJson } from '../formats/geojson';
import { checkLines, isRejected } from '../formats/geometry';
import { italianName } from './italian-names';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

const SLUG = 'ds538_atm-percorsi-linee-di-superficie-urbane';
const MODES: Readonly<Record<string, TransitMode>> = { BUS: 'bus', TRAM: 'tram', FILOBUS: 'trolleybus' };

/** One row a path: a line has several, by direction and short run ("Barrato"). */
export const surfaceLines: Source<'transit'> = {
  id: 'surface-lines',
  theme: 'transit',
  title: { it: 'Percorsi delle linee di superficie ATM (ds538)', en: 'Paths of ATM surface lines (ds538)' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020-06',
  recognises: (file) => hasJsonKeys(file, ['linea', 'mezzo', 'percorso', 'verso']),
  async *read(file, log) {
    for await (const { geometry, properties } of readGeoJson(file)) {
      const row = log.row();
      const line = text(properties.linea);
      const mode = MODES[String(properties.mezzo)];
      const path = text(properties.percorso);
      const checked = checkLines(geometry, log.place);
      if (isRejected(checked)) log.drop(checked.reason, row, checked.detail);
      else if (!mode) log.drop('bad-value', row, `mezzo "${properties.mezzo}" is none of BUS, TRAM, FILOBUS`);
      else if (!line || !path) log.drop('no-name', row, 'linea or percorso is empty');
      else
        yield {
          origin: { file: file.name, row },
          kind: 'line',
          stableId: `amat-path-${path}`,
          geometry: checked.geometry,
          mode,
          line,
          ...optionalName(properties.nome),
          editionYear: 2020,
        };
    }
  },
};

const optionalName = (published: unknown) => {
  const name = text(published);
  return name ? { name: italianName(name) } : {};
};
