// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { lonLat } from '../../../city/frames';
import { differences } from '../../../scenario/differences';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { formats } from '../../text/format';
import { loadPart, loadWords, startTexts } from '../../text/texts';
import { differencesText } from './keep-words';

beforeAll(async () => {
  // Texts also tell the document their language, which is not here.
  globalThis.document ??= { documentElement: {} } as Document;
  startTexts();
  await loadWords('en');
  for (const language of ['it', 'en'] as const) await loadPart('kept', language);
});

const [here, there] = [lonLat(9.19, 45.46), lonLat(9.2, 45.47)];
const before = {
  ...EMPTY_SCENARIO,
  notes: [
    { id: 'n1', at: here, text: 'Sentire la scuola' },
    { id: 'n2', at: here, text: '' },
    { id: 'n3', at: here, text: 'prima' },
  ],
};
const after = {
  ...EMPTY_SCENARIO,
  notes: [
    { id: 'n2', at: there, text: '' },
    { id: 'n3', at: here, text: 'dopo' },
    { id: 'n4', at: here, text: 'Marciapiede\nstretto' },
  ],
};

it.each([
  [
    'it',
    'spostata una nota senza testo, riscritta la nota «dopo», aggiunta la nota «Marciapiede stretto» e tolta la nota «Sentire la scuola»',
  ],
  [
    'en',
    'a note without text moved, note “dopo” rewritten, note “Marciapiede stretto” added and note “Sentire la scuola” removed',
  ],
] as const)('says in %s what has become of notes, with their words', (language, text) => {
  const words = { t: i18next.getFixedT(language), format: formats(language), city: null };
  expect(differencesText(differences(before, after), { before, after }, words)).toBe(text);
});
