// SPDX-License-Identifier: EUPL-1.2
import type { SchoolGrade } from '../../src/city/people';
import { count, text } from '../formats/attributes';
import type { FoundFile } from '../formats/found-file';
import type { ServiceRow } from '../themes/rows';
import { italianName } from './italian-names';
import { IODL_2 } from './licences';
import { csvPoints } from './point-rows';
import { hasColumns } from './recognise';
import type { RowLog, Source } from './source';

const MINISTRY = {
  publisher: 'Ministero dell’Istruzione e del Merito',
  licence: IODL_2,
  attribution: 'Ministero dell’Istruzione e del Merito, IODL 2.0',
  page: 'https://dati.istruzione.it/opendata/',
  crs: 'EPSG:4326',
  vintage: 'a.s. 2016/17',
} as const;

/** Primary and lower secondary schools with their pupils; a row that leaves the city keeps its pupils. */
export const schoolsWithPupils: Source<'services'> = {
  id: 'schools-with-pupils',
  theme: 'services',
  title: { it: 'Scuole primarie e medie con alunni', en: 'Primary and lower secondary schools with pupils' },
  ...MINISTRY,
  recognises: (file) => hasColumns(file, ['CODSCUOLA', 'ORDINESCUOLA', 'ALUNNI']),
  read: (file, log) => read(file, log, 'CODSCUOLA', 'ORDINESCUOLA'),
};

/** Every school of the city, state or not; several stand at one point. Its e-mail columns are not read. */
export const schoolRegistry: Source<'services'> = {
  id: 'school-registry',
  theme: 'services',
  title: { it: 'Anagrafe delle scuole', en: 'Register of schools' },
  ...MINISTRY,
  recognises: (file) => hasColumns(file, ['CODICESCUOLA', 'DENOMINAZIONESCUOLA', 'Long', 'Lat']),
  read: (file, log) => read(file, log, 'CODICESCUOLA', 'DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA'),
};

async function* read(
  file: FoundFile,
  log: RowLog,
  codeColumn: string,
  kindColumn: string,
): AsyncGenerator<ServiceRow> {
  const columns = { lon: 'Long', lat: 'Lat', needed: [codeColumn, 'DENOMINAZIONESCUOLA'] };
  for await (const { origin, at, unplaced, values } of csvPoints(file, log, columns)) {
    const code = text(values[codeColumn]);
    const name = text(values.DENOMINAZIONESCUOLA);
    const address = text(values.INDIRIZZOSCUOLA);
    const kind = text(values[kindColumn]);
    const grade = kind && schoolGrade(kind);
    const pupils = count(values.ALUNNI);
    if (!code || !name) log.drop('no-name', origin.row, `${codeColumn} or DENOMINAZIONESCUOLA is empty`);
    else if (pupils !== undefined && !(Number.isInteger(pupils) && pupils >= 0))
      log.drop('bad-value', origin.row, `ALUNNI "${values.ALUNNI}" is no number of pupils`);
    else
      yield {
        origin,
        stableId: `school-${code}`,
        ...(at ? { at } : { unplaced: unplaced as NonNullable<typeof unplaced> }),
        class: 'school',
        name: italianName(name),
        ...(address ? { address: italianName(address) } : {}),
        ...(pupils === undefined ? {} : { capacity: pupils, capacityUnit: 'pupils' }),
        ...(grade ? { grade } : {}),
        ...(kind ? { detail: schoolKind(kind) } : {}),
      };
  }
}

/** How each grade is written; `SCUOLA PRIMO GRADO` is a lower secondary school. */
const GRADE_WORDS: readonly (readonly [SchoolGrade, RegExp])[] = [
  ['infanzia', /\binfanzia\b/i],
  ['primaria', /\bprimaria\b/i],
  ['secondaria-1', /\b(primo|i) grado\b/i],
  ['secondaria-2', /\b(secondo|ii) grado\b/i],
  // An "istituto comprensivo" has several grades, and is none of these.
  [
    'secondaria-2',
    /^(liceo|ist prof|ist tec|istituto (magistrale|tecnico|professionale|superiore|d'arte))\b/i,
  ],
];

/** The grade of a published kind of school; undefined where it says none, or several. */
export const schoolGrade = (published: string): SchoolGrade | undefined =>
  GRADE_WORDS.find(([, words]) => words.test(published))?.[0];

/** `SCUOLA SEC. PRIMO GRADO NON STATALE` to words. */
const schoolKind = (published: string): string => {
  const words = published
    .toLowerCase()
    .replace(/\bsec\./, 'secondaria')
    .replace(/\bscuola primo grado\b/, 'scuola secondaria i grado')
    .replace(/\bi grado\b/, 'di primo grado')
    .replace(/\bsecondaria (primo|secondo) grado\b/, 'secondaria di $1 grado')
    .replace(/\bist prof\b/, 'istituto professionale')
    .replace(/\bist tec\b/, 'istituto tecnico');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
