// SPDX-License-Identifier: EUPL-1.2
/** What the demo generator says about the files beside which it lies: `demo.json`. */
import type { SourceEntry } from '../../src/city/catalogue';
import { type FoundFile, InputError } from '../formats/found-file';

/** Whose the synthetic data are: not the publishers' whose formats they have. */
export type DemoNote = Pick<SourceEntry, 'publisher' | 'licence' | 'attribution' | 'page' | 'vintage'>;

/** Undefined where the folder is of real data. @throws InputError where the note is not one. */
export async function demoNoteIn(files: readonly FoundFile[]): Promise<DemoNote | undefined> {
  const file = files.find(({ name }) => name === 'demo.json');
  if (!file) return undefined;
  const note = (await file.json()) as Partial<DemoNote> | null;
  for (const key of ['publisher', 'attribution', 'page', 'vintage'] as const)
    if (typeof note?.[key] !== 'string') throw new InputError(file.name, `"${key}" is missing or no text`);
  const { publisher, licence, attribution, page, vintage } = note as DemoNote;
  if (typeof licence?.id !== 'string') throw new InputError(file.name, '"licence" is missing');
  return { publisher, licence, attribution, page, vintage };
}
