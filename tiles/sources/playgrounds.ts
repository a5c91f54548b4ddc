// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import { text } from '../formats/attributes';
import { italianName } from './italian-names';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { Source } from './source';

/** Playgrounds with the place where they are; the attribute's own name has an accent. */
export const playgrounds: Source<'greenery'> = {
  id: 'playgrounds',
  theme: 'greenery',
  title: { it: 'Aree gioco', en: 'Playgrounds' },
  ...COMUNE_DI_MILANO,
  page: milanPage('ds724'),
  crs: 'EPSG:4326',
  vintage: NOT_STATED,
  recognises: (file) => hasJsonKeys(file, ['obj_id', 'descrizione_codice', 'area_mq', 'perim_m']),
  async *read(file, log) {
    for await (const { origin, geometry, values } of areaRows(file, log)) {
      const id = text(values.obj_id);
      const name = text(accented(values, 'localita'));
      yield {
        origin,
        ...(id ? { stableId: `ds724-${id}` } : {}),
        geometry,
        class: 'playground',
        ...(name ? { name: italianName(name) } : {}),
      };
    }
  },
};

/** The value of a key whichever way its accents are written: `località` in one code point or two, or none. */
function accented(values: Readonly<Record<string, unknown>>, plainKey: string): unknown {
  const key = Object.keys(values).find((k) => k.normalize('NFD').replace(/\p{M}/gu, '') === plainKey);
  return key === undefined ? undefined : values[key];
}
