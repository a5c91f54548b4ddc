// SPDX-License-Identifier: EUPL-1.2
import { number, text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import type { CyclewayRow } from '../themes/rows';
import { italianName } from './italian-names';
import { AMAT, milanPage } from './publishers';
import { hasJsonKeys } from './recognise';
import { lineRows } from './shaped-rows';
import type { RowLog, Source } from './source';

const SLUG = 'ds60_infogeo_piste_ciclabili_localizzazione_';
const FIELDS = ['id_amat', 'anagrafica', 'tipologia', 'sede', 'lunghezza'];
/** Only the later edition says when works ended. */
const LATER_FIELD = 'fine_lavor';
const isLater = (file: FoundFile) => hasJsonKeys(file, [...FIELDS, LATER_FIELD]);

/** Cycle paths, with the words and the texts-for-numbers of the later edition. */
export const cyclePaths2025: Source<'cycleways'> = {
  id: 'cycle-paths-2025',
  theme: 'cycleways',
  title: { it: 'Piste ciclabili', en: 'Cycle paths' },
  ...AMAT,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['GeoJSON'] },
  crs: 'EPSG:4326',
  vintage: '2025',
  recognises: isLater,
  read: (file, log) => rows(file, log, 2025, classOf2025),
};

/** The edition of 2020, with other words for the same things. */
export const cyclePaths2020: Source<'cycleways'> = {
  id: 'cycle-paths-2020',
  theme: 'cycleways',
  title: { it: 'Piste ciclabili, edizione 2020', en: 'Cycle paths, edition 2020' },
  ...AMAT,
  page: milanPage(SLUG),
  crs: 'EPSG:4326',
  vintage: '2020',
  recognises: async (file) => (await hasJsonKeys(file, FIELDS)) && !(await isLater(file)),
  read: (file, log) => rows(file, log, 2020, classOf2020),
};

async function* rows(
  file: FoundFile,
  log: RowLog,
  editionYear: number,
  classOf: (kind: string) => CyclewayRow['class'],
): AsyncGenerator<CyclewayRow> {
  for await (const { origin, geometry, values } of lineRows(file, log)) {
    const id = text(values.id_amat);
    const name = text(values.anagrafica);
    const lengthM = number(values.lunghezza);
    yield {
      origin,
      ...(id ? { stableId: `ds60-${id}` } : {}),
      geometry,
      class: classOf(String(values.tipologia ?? '').toLowerCase()),
      ...(name ? { name: italianName(name) } : {}),
      ...(lengthM ? { lengthM } : {}),
      editionYear,
    };
  }
}

/** `tipologia` of 2025: "ciclabile sede propria", "ciclabile segnaletica", "promiscuo pedoni", "promiscuo veicoli". */
function classOf2025(kind: string): CyclewayRow['class'] {
  if (kind === 'ciclabile sede propria') return 'separate';
  if (kind === 'ciclabile segnaletica') return 'lane';
  return kind.startsWith('promiscuo') ? 'shared' : 'other';
}

/** `tipologia` of 2020: "corsia ciclabile - …", "percorso promiscuo - …"; a crossing is a lane across the street. */
function classOf2020(kind: string): CyclewayRow['class'] {
  if (kind === 'corsia ciclabile - sede propria') return 'separate';
  if (/^corsia ciclabile - (segnaletica|attraversamento)$/.test(kind)) return 'lane';
  return kind.startsWith('percorso promiscuo') ? 'shared' : 'other';
}
