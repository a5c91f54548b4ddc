// SPDX-License-Identifier: EUPL-1.2
import type { Block } from './blocks';
import { NIL } from './nil';
import { Places, people, type Spot } from './places';
import type { DemoFolder } from './write-files';

/** A doctor for so many residents of all ages: Milan's list has 964 surgeries for 1.4 million. */
const RESIDENTS_EACH = 1450;
/** Of a third of the districts the doctors are few. */
const doctorsDue = (nil: number) => people(nil) * (nil % 3 === 0 ? 0.55 : 1.2);
/** One of so many has another surgery, which is no other doctor; one of so many does not work any more. */
const [SECOND, INACTIVE] = [12, 25];

const COLUMNS = [
  'idMedico',
  'codice_regionale_medico',
  'nomeMedico',
  'cognomeMedico',
  'dataNascita',
  'tipoMedico',
  'attivo',
  'ambulatorioPrincipale',
  'luogo_ambulatorio',
  'via',
  'civico',
  'comune_medico',
  'aft',
  'ID_NIL',
  'NIL',
  'LONG_X_4326',
  'LAT_Y_4326',
] as const;

/**
 * Family doctors at street fronts, in the form of the Comune's file (ds234): each at a main surgery, some at another
 * one too, some not active. They are drawn apart from the other services, whose places stay as they are.
 */
export async function writeFamilyDoctors(
  folder: DemoFolder,
  blocks: readonly Block[],
  seed: string,
): Promise<void> {
  const places = new Places(blocks, `${seed}/family-doctors`);
  const residents = NIL.reduce((sum, _, nil) => sum + people(nil), 0);
  const rows: (string | number)[][] = [];
  places.spread(Math.round(residents / RESIDENTS_EACH), doctorsDue).forEach(({ nil, spot }, i) => {
    rows.push(surgery(40_001 + i, nil, spot, { active: 1, main: 1 }));
    const other = i % SECOND === 0 && places.spot(nil);
    if (other) rows.push(surgery(40_001 + i, nil, other, { active: 1, main: 0 }));
    const former = i % INACTIVE === 0 && places.spot(nil);
    if (former) rows.push(surgery(60_001 + i, nil, former, { active: 0, main: 1 }));
  });
  await folder.csv('ds234_medici_di_medicina_generale.csv', COLUMNS, rows);
}

function surgery(
  id: number,
  nil: number,
  { street, number, lon, lat }: Spot,
  { active, main }: { readonly active: 0 | 1; readonly main: 0 | 1 },
): (string | number)[] {
  const person = ['MEDICO', `INVENTATO ${id}`, '1900-01-01T00:00:00', 'MMG'];
  const place = ['AMBULATORIO', street.toUpperCase(), number, 'MILANO', ''];
  return [id, id, ...person, active, main, ...place, nil + 1, NIL[nil]?.name ?? '', lon, lat];
}
