// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { CityInputs } from '../../../city/city-inputs';
import type { Scenario } from '../../../scenario/scenario';
import { smallAnswer } from '../../../simulation/fixtures/small-answer';
import { answerKey, keepAnswer, openAnswer } from '../../../simulation/kept-answer';
import type { Answer } from '../../../simulation/protocol';
import { askedToday } from '../../../simulation/stored-answer';
import { answerOfStored, findStored, type Sought } from './find-stored';
import { FakeClock } from './fixtures/fake-clock';
import { idOf, named, openPage, withFare } from './fixtures/fake-page';
import { FakeServer } from './fixtures/fake-server';
import { memoryRecords } from './memory-records';
import { packed, unpacked } from './packing';

const HASHES = { zones: 'a', 'road-links': 'b' };
const city = { people: null, hashes: HASHES, synthetic: true } as unknown as CityInputs;
const open = async (bytes: Uint8Array<ArrayBuffer>) => openAnswer(await unpacked(bytes));

/** A page with a saved scenario on its desk, and a server that may have answers to it. */
async function saved() {
  const [clock, server] = [new FakeClock(), new FakeServer()];
  const page = openPage({ clock, records: memoryRecords(), server: server.seenBy('Anna Rossi') });
  page.edit(withFare(1));
  await clock.pass(5000);
  const scenario = page.desk.read()!.present;
  /** As if somebody had asked for it; the last one is the newest. */
  const answer = (then: Partial<Answer> = {}, key?: string): string => {
    const one: Answer = { ...smallAnswer(), ...askedToday(city, scenario, 'quick'), ...then };
    const named = key ?? answerKey(one);
    const before = server.answers.get(idOf(page)) ?? [];
    const head = { key: named, rev: 1, savedBy: 'Bruno Verdi', bytes: 10 };
    const savedAt = `2026-11-28T08:00:0${before.length}.000Z`;
    server.answers.set(idOf(page), [{ ...head, savedAt, packed: () => packed(keepAnswer(one)) }, ...before]);
    return named;
  };
  const find = (more: Partial<Sought> = {}) =>
    findStored(
      page.keeper,
      { city, id: idOf(page), scenario, efforts: ['full', 'quick'], orOutdated: true, ...more },
      open,
    );
  return { page, server, scenario, answer, find };
}

it('is the answer that a run of today would give, the more exact first, with who gave it and when', async () => {
  const { page, server, scenario, answer, find } = await saved();
  const key = answer();
  answer({ inputHashes: { ...HASHES, zones: 'newer' } });
  const found = await find();
  expect(found).toMatchObject({
    changes: null,
    place: {
      ...{ scenarioId: idOf(page), key, rev: 1, savedBy: 'Bruno Verdi' },
      savedAt: '2026-11-28T08:00:00.000Z',
    },
  });
  expect(answerOfStored(found!, scenario)).toEqual({
    ...smallAnswer(),
    ...askedToday(city, scenario, 'quick'),
  });
  const full = answer({ effort: 'full' });
  expect((await find())?.place.key).toBe(full);
  expect((await find({ efforts: ['quick'] }))?.place.key).toBe(key);
  // Of several nothing but the one is fetched.
  expect(server.fetched).toEqual([key, full, key]);
});

it('is the newest that is not valid any more, with what has changed, where that is wanted', async () => {
  const { answer, find, scenario } = await saved();
  answer({ inputHashes: { ...HASHES, zones: 'older' } });
  const older = { ...scenario, measures: [] } satisfies Scenario;
  const key = answer({ scenario: older });
  expect(await find()).toMatchObject({
    place: { key },
    changes: { question: true, inputs: [], models: [] },
  });
  expect(await find({ orOutdated: false })).toBeNull();
});

it('is not believed where it lies under a key that is not its own', async () => {
  const { answer, find, scenario } = await saved();
  answer({ inputHashes: { ...HASHES, zones: 'x' } }, answerKey(askedToday(city, scenario, 'quick')));
  expect((await find())?.changes).toMatchObject({ question: true, inputs: ['districts'] });
  expect(await find({ orOutdated: false })).toBeNull();
});

it('is none where the server is away, has none, has rubbish, or the scenario was never there', async () => {
  const { page, server, answer, find } = await saved();
  expect(await find()).toBeNull();
  const key = answer();
  server.mode = 'down';
  expect(await find()).toBeNull();
  server.mode = 'up';
  expect(await find({ id: 'never-saved' })).toBeNull();
  const [head] = server.answers.get(idOf(page))!;
  server.answers.set(idOf(page), [{ ...head!, key, packed: async () => Uint8Array.of(1, 2) }]);
  expect(await find()).toBeNull();
});

it('is the same for a scenario by another name', async () => {
  const { answer, find, scenario } = await saved();
  answer();
  expect((await find({ scenario: named('Altro')(scenario) }))?.changes).toBeNull();
});
