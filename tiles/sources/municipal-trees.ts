// SPDX-License-Identifier: EUPL-1.2
import { number, text, year } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import type { TreeRow } from '../themes/rows';
import { csvPoints, geoJsonPoints, type PlacedRow, placedOnly } from './point-rows';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasColumns, hasJsonKeys } from './recognise';
import type { RowLog, Source } from './source';

const FIELDS = ['obj_id', 'genere', 'specie', 'diam_chiom', 'h_m'];
/** Over these a figure is a slip of the pen (an 87 m tree): the city's tallest are about 40 m. */
const MAX_HEIGHT_M = 50;
const MAX_CROWN_M = 40;

/** The inventory of the trees in the Comune's care (ds2484), as GeoJSON or CSV. Every figure is a text. */
export const municipalTrees: Source<'trees'> = {
  id: 'municipal-trees',
  theme: 'trees',
  title: { it: 'Censimento del verde: alberi', en: 'Municipal tree inventory' },
  ...COMUNE_DI_MILANO,
  page: milanPage('ds2484'),
  crs: 'EPSG:4326',
  vintage: '2024-03-31',
  recognises: async (file) => (await hasJsonKeys(file, FIELDS)) || hasColumns(file, FIELDS),
  read,
};

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<TreeRow> {
  const points = file.baseName.endsWith('.csv')
    ? csvPoints(file, log, { lon: 'LONG_X_4326', lat: 'LAT_Y_4326', needed: FIELDS })
    : geoJsonPoints(file, log);
  for await (const point of placedOnly(log, points)) yield treeOf(point, log);
}

function treeOf({ origin, values, at }: PlacedRow, log: RowLog): TreeRow {
  const id = text(values.obj_id);
  const species = speciesOf(values);
  /** 0 stands for "not measured"; it and what is beyond any tree are left out, the tree is kept. */
  const measure = (key: string, max: number): number | undefined => {
    const metres = number(values[key]);
    if (metres === undefined || (metres > 0 && metres <= max)) return metres;
    log.note?.('value-not-used', origin.row, `${key} ${metres} m`);
    return undefined;
  };
  const heightM = measure('h_m', MAX_HEIGHT_M);
  const crownM = measure('diam_chiom', MAX_CROWN_M);
  // "1878-12-30T00:00+00:09:21[Europe/Paris]": no library reads it, and only the year is wanted.
  const plantedYear = year(values.data_ini);
  return {
    origin,
    ...(id ? { stableId: `ds2484-${id}` } : {}),
    at,
    ...(species ? { species } : {}),
    ...(heightM ? { heightM } : {}),
    ...(crownM ? { crownM } : {}),
    ...(plantedYear ? { plantedYear } : {}),
  };
}

/** `Acer spp` → `Acer sp.`; a hybrid with its sign; a cultivar in quotation marks. */
function speciesOf(values: Readonly<Record<string, unknown>>): string | undefined {
  const genus = text(values.genere);
  if (!genus) return undefined;
  const species = text(values.specie)
    ?.replace(/^spp?\.?$/i, 'sp.')
    .replace(/^x\s+/i, '× ');
  const variety = text(values.varieta);
  return [genus, species, variety && `‘${variety}’`].filter(Boolean).join(' ');
}
