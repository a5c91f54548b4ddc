// SPDX-License-Identifier: EUPL-1.2
/** What the demo generator says about the files beside which it lies: `demo.json`. */
import type { Licence, SourceEntry } from '../../src/city/catalogue';
import { type FoundFile, InputError } from '../formats/found-file';

/** Whose the synthetic data are: not the publishers' whose formats they have. */
export interface DemoNote {
  readonly credit: Pick<SourceEntry, 'publisher' | 'licence' | 'attribution' | 'page' | 'vintage'>;
  /** Ids of sources whose figures are the publisher's own. */
  readonly real: readonly string[];
}

const LICENCES: readonly Licence[] = [
  {
    id: 'CC0-1.0',
    name: 'Creative Commons Zero 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  {
    id: 'EUPL-1.2',
    name: 'European Union Public Licence 1.2',
    url: 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12',
  },
];

/** Undefined where the folder is of real data. @throws InputError where the note is not one. */
export async function demoNoteIn(files: readonly FoundFile[]): Promise<DemoNote | undefined> {
  const file = files.find(({ name }) => name === 'demo.json');
  if (!file) return undefined;
  const note = (await file.json()) as Partial<Record<string, unknown>> | null;
  if (note?.synthetic !== true) throw new InputError(file.name, '"synthetic" is not true');
  const text = (key: string): string => {
    if (typeof note[key] !== 'string') throw new InputError(file.name, `"${key}" is missing or no text`);
    return note[key];
  };
  const licence = LICENCES.find(({ id }) => id === text('licence'));
  if (!licence)
    throw new InputError(file.name, `"licence" is none of ${LICENCES.map(({ id }) => id).join(', ')}`);
  const { real = [] } = note;
  if (!Array.isArray(real) || real.some((id) => typeof id !== 'string'))
    throw new InputError(file.name, '"real" is no list of source ids');
  const credit = {
    publisher: 'Gemello Milano',
    licence,
    // The figures are real and are owed their attribution.
    attribution: `Gemello Milano, dati generati (sintetici). ${text('figures')}`,
    page: '',
    vintage: `demo ${text('version')}, ${text('seed')}`,
  };
  return { credit, real };
}
