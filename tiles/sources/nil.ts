// SPDX-License-Identifier: EUPL-1.2
import { number, text, year } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import type { BoundaryRow } from '../themes/rows';
import { italianName } from './italian-names';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasAttributes, hasJsonKeys } from './recognise';
import { areaRows } from './shaped-rows';
import type { RowLog, Source } from './source';

const SLUG = 'ds964-nil-vigenti-pgt-2030';
const FIELDS = ['ID_NIL', 'NIL', 'Valido_dal'];

/** The 88 districts (nuclei d'identità locale) of the plan in force; as GeoJSON and as a shapefile. */
export const nil: Source<'boundaries'> = {
  id: 'nil',
  theme: 'boundaries',
  title: { it: 'NIL vigenti – PGT 2030', en: 'Districts (NIL) of the plan in force' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON', 'SHP'] },
  crs: 'EPSG:4326',
  vintage: '2020-02-05',
  recognises: async (file) => (await hasJsonKeys(file, FIELDS)) || hasAttributes(file, FIELDS),
  read: (file, log) => nilRows(file, log),
};

/**
 * Number, name and edition. `Shape_Area` and `Shape_Length` are left: they are Web Mercator units.
 */
async function* nilRows(file: FoundFile, log: RowLog): AsyncGenerator<BoundaryRow> {
  for await (const { origin, geometry, values } of areaRows(file, log)) {
    const id = number(values.ID_NIL);
    const name = text(values.NIL);
    if (!id || !Number.isInteger(id)) log.drop('bad-value', origin.row, `ID_NIL "${values.ID_NIL}"`);
    else if (!name) log.drop('no-name', origin.row, `NIL of district ${id} is empty`);
    else {
      const editionYear = year(values.Valido_dal);
      const edition = editionYear ? { editionYear } : {};
      yield { origin, kind: 'district', id, name: italianName(name), geometry, ...edition };
    }
  }
}
