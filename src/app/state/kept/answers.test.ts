// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { smallAnswer } from '../../../simulation/fixtures/small-answer';
import { answerKey, keepAnswer, openAnswer } from '../../../simulation/kept-answer';
import type { KeepError } from './actions';
import { storeAnswer } from './answers';
import { FakeClock } from './fixtures/fake-clock';
import { type FakePage, idOf, openPage } from './fixtures/fake-page';
import { FakeServer } from './fixtures/fake-server';
import { memoryRecords } from './memory-records';
import { packed, unpacked } from './packing';
import type { Answered } from './server';

const answer = smallAnswer();

/** A page with the scenario of the answer on its desk, and what it asks the server to store. */
async function opened(server = new FakeServer()) {
  const clock = new FakeClock();
  const page = openPage({ clock, records: memoryRecords(), server: server.seenBy('Anna Rossi') });
  page.edit(() => answer.scenario);
  await clock.pass(5000);
  const asked: { path: string; body: Uint8Array<ArrayBuffer> }[] = [];
  const ask = async <T>(method: string, path: string, body?: object): Promise<Answered<T>> => {
    asked.push({ path: `${method} ${path}`, body: body as Uint8Array<ArrayBuffer> });
    return { kind: 'ok', value: undefined as T };
  };
  return {
    page,
    server,
    asked,
    clock,
    store: (it = answer, id?: string) => storeAnswer(page.keeper, it, { ask, ...(id && { id }) }),
  };
}
const faultOf = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error as KeepError).fault,
  );

it('is stored with the revision that it is of, and can be opened again', async () => {
  const { page, asked, store } = await opened();
  const place = await store();
  const key = answerKey(answer);
  expect(place).toEqual({ scenarioId: idOf(page), rev: 1, key });
  expect(asked.map(({ path }) => path)).toEqual([`PUT scenarios/${idOf(page)}/answers/${key}?rev=1`]);
  const bytes = asked[0]!.body;
  expect(bytes.length).toBeLessThan(keepAnswer(answer).length);
  expect(openAnswer(await unpacked(bytes)).impact.totals).toEqual(answer.impact.totals);
});

it('is stored of a scenario under another name, not of one that asks something else', async () => {
  const { page, asked, store } = await opened();
  const rename = (present: FakePage) => present.edit((scenario) => ({ ...scenario, name: 'Altro' }));
  rename(page);
  expect((await store()).rev).toBe(2);
  page.edit((scenario) => ({ ...scenario, year: 2040 }));
  expect(await faultOf(store())).toBe('conflict');
  expect(asked).toHaveLength(1);
});

it('is stored of a scenario that is not on the desk, as one of a comparison, with the revision that says what was asked', async () => {
  const { page, server, asked, clock, store } = await opened();
  const of = idOf(page);
  page.desk.open({ ...answer.scenario, year: 2040 }, clock.newId());
  await clock.pass(5000);
  expect(await store(answer, of)).toEqual({ scenarioId: of, rev: 1, key: answerKey(answer) });
  // Of the one on the desk, which asks something else, it is no answer.
  expect(await faultOf(store())).toBe('conflict');
  // Nor of one that the server does not have.
  server.mode = 'down';
  page.desk.open(answer.scenario, clock.newId());
  const never = idOf(page);
  page.desk.open(answer.scenario, of);
  expect(await faultOf(store(answer, never))).toBe('away');
  expect(asked).toHaveLength(1);
});

it('waits where the server is away: nothing is half stored', async () => {
  const { server, page, asked, store } = await opened();
  server.mode = 'down';
  page.edit((scenario) => ({ ...scenario, name: 'Altro' }));
  expect(await faultOf(store())).toBe('away');
  expect(asked).toEqual([]);
});

it('packs what it unpacks, and refuses rubbish', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 7);
  expect(await unpacked(await packed(bytes))).toEqual(bytes);
  await expect(unpacked(Uint8Array.of(1, 2, 3))).rejects.toThrow();
});
