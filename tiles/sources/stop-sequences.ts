// SPDX-License-Identifier: EUPL-1.2
import { number, text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import { readGeoJson } from '../formats/geojson';
import type { TransitRow } from '../themes/rows';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import type { RowLog, Source } from './source';

const KEYS = ['percorso', 'num', 'id_ferm'];
/** Paths of the metro are numbered from here. */
const FIRST_METRO_PATH = 100_000;

/** Which stops each surface path calls at. The features have no geometry by design: it is a table. */
export const surfaceSequences: Source<'transit'> = {
  ...sequences('surface-sequences', 'ds532-atm-composizione-percorsi-linee-di-superficie-urbane'),
  title: {
    it: 'Composizione dei percorsi di superficie ATM (ds532)',
    en: 'Stop sequences of ATM surface lines (ds532)',
  },
  recognises: async (file) => (await hasJsonKeys(file, KEYS)) && !(await isMetro(file)),
};

/** The same table for the metro (ds533). */
export const metroSequences: Source<'transit'> = {
  ...sequences('metro-sequences', 'ds533_atm-composizione-percorsi-linee-metropolitane'),
  title: {
    it: 'Composizione dei percorsi metropolitani ATM (ds533)',
    en: 'Stop sequences of ATM metro lines (ds533)',
  },
  recognises: async (file) => (await hasJsonKeys(file, KEYS)) && isMetro(file),
};

async function isMetro(file: FoundFile): Promise<boolean> {
  const path = /"percorso":\s*"?(\d+)/.exec(await file.head())?.[1];
  return Number(path) >= FIRST_METRO_PATH;
}

function sequences(id: string, slug: string): Omit<Source<'transit'>, 'title' | 'recognises'> {
  return {
    id,
    theme: 'transit',
    ...AMAT,
    page: milanPage(slug),
    portal: { kind: 'ckan', slug, formats: ['GeoJSON'] },
    crs: 'EPSG:4326',
    vintage: '2020-06',
    read,
  };
}

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<TransitRow> {
  for await (const { properties } of readGeoJson(file)) {
    const row = log.row();
    const path = text(properties.percorso);
    const stop = text(properties.id_ferm);
    const order = number(properties.num);
    if (path && stop)
      yield {
        origin: { file: file.name, row },
        kind: 'call',
        path: `amat-path-${path}`,
        stop: `amat-${stop}`,
        ...(order === undefined ? {} : { order }),
        editionYear: 2020,
      };
    else log.drop('bad-value', row, 'percorso or id_ferm is empty');
  }
}
