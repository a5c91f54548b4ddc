// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { digestOf } from '../../impact/digest';
import type { PublishedOutcome } from '../../scenario/publication';
import { smallAnswer } from '../../simulation/fixtures/small-answer';
import type { Answered } from '../state/kept/server';
import { idIn, loadOutcome } from './publication';

const ID = '00000000-0000-4000-8000-000000000001';
const DIGEST = digestOf(
  smallAnswer().impact,
  { id: [1, 2, 3], name: ['a', 'b', 'c'], districts: 3 },
  {
    ...{ scenario: 'X', synthetic: true, year: 2035, effort: 'quick', seed: 's', resultHash: 'ab' },
    ...{ modelVersions: {}, measures: [], before: [], assumptions: [], validation: null, questions: [] },
    ...{ sources: [], view: { at: [9, 45], zoom: 12, pitchDeg: 0, bearingDeg: 0 } },
  },
);
const published = (more: Partial<PublishedOutcome> = {}): Answered<PublishedOutcome> => ({
  kind: 'ok',
  value: {
    ...{
      id: ID,
      cityId: 'milano',
      scenarioId: ID,
      rev: 1,
      title: 'Titolo',
      answerKey: 'k',
      publishedBy: 'P',
    },
    ...{ publishedAt: '2026-11-28T10:00:00.000Z', withdrawnAt: null, file: {}, digest: DIGEST, ...more },
  },
});
const loads = (answer: Answered<unknown>) => loadOutcome(ID, async <T>() => answer as Answered<T>);
const refused = (status: number) =>
  loads({ kind: 'refused', status, refusal: { error: 'not-found', detail: '' } });

it('knows its outcome by the end of the address', () => {
  expect([`/esito/${ID}`, `/sotto/esito/${ID}/`, '/esito/', '/'].map(idIn)).toEqual([ID, ID, '', '']);
});

it('is there with its digest', async () => {
  const loaded = await loads(published());
  expect(loaded).toMatchObject({ kind: 'ready', head: { title: 'Titolo' }, digest: { scenario: 'X' } });
  expect(loaded).not.toHaveProperty('head.file');
});

it('says why it is not: unknown, withdrawn, away, not to be read', async () => {
  expect(await refused(404)).toEqual({ kind: 'fault', fault: 'unknown', head: null });
  expect(await refused(400)).toMatchObject({ fault: 'unknown' });
  expect(await refused(503)).toMatchObject({ fault: 'away' });
  expect(await loads({ kind: 'away' })).toMatchObject({ fault: 'away' });
  const gone = published({ withdrawnAt: '2026-11-29T10:00:00.000Z', digest: null, file: null });
  expect(await loads(gone)).toMatchObject({ fault: 'withdrawn', head: { title: 'Titolo' } });
  expect(await loads(published({ digest: { version: 9 } }))).toMatchObject({ fault: 'broken' });
});
