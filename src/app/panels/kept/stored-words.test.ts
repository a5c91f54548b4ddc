// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../city/catalogue';
import { smallAnswer } from '../../../simulation/fixtures/small-answer';
import type { AnswerChanges, Verdict } from '../../../simulation/stored-answer';
import { formats } from '../../text/format';
import { loadPart, loadWords, speak, startTexts } from '../../text/texts';
import { changedText, originText, verificationText } from './stored-words';

beforeAll(async () => {
  // `speak` also tells the document, which is not here.
  globalThis.document ??= { documentElement: {} } as Document;
  startTexts();
  await loadWords('en');
  for (const language of ['it', 'en'] as const)
    for (const part of ['kept', 'impact', 'scenario'] as const) await loadPart(part, language);
});
const wordsIn = async (language: 'it' | 'en') => {
  await speak(language);
  return { t: i18next.t, format: formats(language), city: null };
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

const place = {
  ...{ scenarioId: 'x', key: '0', rev: 3 },
  ...{ savedAt: '2026-11-28T07:40:00.000Z', savedBy: 'Anna Rossi' },
};
const builtWith = (vintage: string) =>
  ({ themes: [{ id: 'streets', sources: [{ kept: 10, vintage }] }] }) as unknown as Catalogue;
const streets: AnswerChanges = { question: false, inputs: ['streets'], models: [] };
const differs = (relative: readonly number[], sameHash = false): Verdict => ({
  ...{ kind: 'differs', sameHash },
  totals: (['delayHours', 'vehicleKm', 'noxGH', 'pm10GH'] as const)
    .slice(0, relative.length)
    .map((id, i) => ({ id, before: 1, after: 1, relative: relative[i]! })),
});

const done = (verdict: Verdict) => ({ kind: 'done', verdict, answer: smallAnswer() }) as const;

describe('in Italian', () => {
  it('says when and by whom it was calculated', async () => {
    const words = await wordsIn('it');
    expect(plain(originText(place, words))).toBe(
      'Calcolato il 28/11/26, 08:40 da Anna Rossi sulla versione 3',
    );
    expect(plain(originText({ ...place, savedBy: '' }, words))).toBe(
      'Calcolato il 28/11/26, 08:40 sulla versione 3',
    );
  });

  it('says what has changed since, and that data are newer only where they are known to be', async () => {
    const words = await wordsIn('it');
    const said = (changes: AnswerChanges, catalogue: Catalogue | null) =>
      plain(changedText(changes, place, catalogue, words));
    expect(said(streets, builtWith('2026-12-01'))).toBe(
      `i dati della città sono più nuovi (strade, del ${words.format.date('2026-12-01')})`,
    );
    expect(said(streets, builtWith('2026-10-01'))).toBe(
      `i dati della città sono cambiati (strade: oggi del ${words.format.date('2026-10-01')})`,
    );
    expect(said(streets, null)).toBe('i dati della città sono cambiati (strade)');
    expect(said({ question: true, inputs: [], models: ['traffic'] }, null)).toBe(
      'le misure o l’anno dello scenario sono cambiati e il modello è cambiato (traffico)',
    );
  });

  it('says the same result by its fingerprint, and another by its three largest changes and why', async () => {
    const words = await wordsIn('it');
    const said = (verdict: Verdict, changes: AnswerChanges | null) =>
      plain(verificationText(done(verdict), { changes, place, catalogue: null }, words));
    expect(said({ kind: 'same', resultHash: '0123456789abcdef' }, null)).toBe(
      'Stesso risultato: impronta 0123456789abcdef.',
    );
    const delay = words.t('impact.total.delayHours');
    expect(said(differs([0.008]), streets)).toBe(
      `Il risultato è un altro: ${delay} +0,8%. Perché i dati della città sono cambiati (strade).`,
    );
    expect(said(differs([0.5, -0.2, 0.1, 0.05]), streets)).not.toContain(words.t('impact.total.pm10GH'));
    expect(said(differs([]), null)).toMatch(/nessuna cifra di tutta la città cambia\. .*non si ripete/);
    expect(said(differs([0.1], true), null)).toContain('le cifre conservate sono state alterate');
  });

  it('says why a verification failed, and nothing while it goes on', async () => {
    const words = await wordsIn('it');
    const about = { changes: null, place, catalogue: null };
    const fault = { where: 'worker', code: 'crashed', detail: '' };
    expect(verificationText({ kind: 'failed', fault }, about, words)).toMatch(
      /^La verifica non è riuscita: resta il risultato conservato\. ./,
    );
    expect(verificationText({ kind: 'running', progress: null }, about, words)).toBe('');
  });
});

it('says the same in English', async () => {
  const words = await wordsIn('en');
  expect(plain(originText(place, words))).toMatch(/^Calculated on .* by Anna Rossi on version 3$/);
  expect(plain(changedText(streets, place, builtWith('2026-12-01'), words))).toBe(
    `the city’s data are newer (streets, of ${words.format.date('2026-12-01')})`,
  );
  const about = { changes: streets, place, catalogue: null };
  expect(plain(verificationText(done(differs([0.008])), about, words))).toBe(
    `The result is another: ${words.t('impact.total.delayHours')} +0.8%. Because the city’s data have changed (streets).`,
  );
});
