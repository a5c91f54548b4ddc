// SPDX-License-Identifier: EUPL-1.2
import { text } from '../formats/attributes';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import { lineRows } from './shaped-rows';
import type { Source } from './source';

const SLUG = 'ds81_infogeo_rete_ferroviaria_localizzazione_';

/** Railway lines, a few dozen generalised axes. `ID` is 0 for most, so no row has a number of its own. */
export const railways: Source<'rail'> = {
  id: 'railways',
  theme: 'rail',
  title: { it: 'Rete ferroviaria', en: 'Railway lines' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2020-06',
  recognises: (file) => hasJsonKeys(file, ['TIPO', 'gestore', 'nome']),
  async *read(file, log) {
    for await (const { origin, geometry, values } of lineRows(file, log)) {
      const name = text(values.nome)?.replace(/^Milano-Passante$/, 'Passante ferroviario');
      // The Passante is the cross-city tunnel; its operator column says so where the name does not.
      const isTunnel = /passan|pasrog/i.test(`${name} ${values.gestore}`);
      yield {
        origin,
        geometry,
        class: 'rail',
        // "Milano" is what the tracks of stations and yards are called: no name of a line.
        ...(name && name !== 'Milano' ? { name } : {}),
        state: 'in-service',
        ...(isTunnel ? { underground: true } : {}),
      };
    }
  },
};
