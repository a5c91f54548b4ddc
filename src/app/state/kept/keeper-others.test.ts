// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_SCENARIO, type Scenario } from '../../../scenario/scenario';
import { branch, decide, openKept } from './actions';
import { FakeClock } from './fixtures/fake-clock';
import {
  described,
  FakeChannels,
  FakeDesk,
  fare,
  idOf,
  named,
  openPage,
  withFare,
} from './fixtures/fake-page';
import { FakeServer } from './fixtures/fake-server';
import { memoryRecords } from './memory-records';
import type { RecordStore } from './record-store';
import { scenarioOf, textOf } from './scenario-text';

let clock: FakeClock;
let records: RecordStore;
let server: FakeServer;
let channels: FakeChannels;
beforeEach(() => {
  clock = new FakeClock();
  records = memoryRecords();
  server = new FakeServer();
  channels = new FakeChannels();
});
const open = (more: Partial<Parameters<typeof openPage>[0]> = {}) =>
  openPage({ clock, records, server: server.seenBy('Anna Rossi'), channels, ...more });

describe('what a colleague makes of it meanwhile', () => {
  it('is taken in, where it is of something else', async () => {
    const page = open();
    page.edit(withFare(1));
    await clock.pass(3000);
    server.saveAs('Bruno Verdi', idOf(page), described('di Bruno'));
    page.edit(withFare(2));
    await clock.pass(6000);
    const present = page.desk.read()?.present;
    expect(present).toEqual({ ...EMPTY_SCENARIO, description: 'di Bruno', measures: [fare(2)] });
    expect(page.state.came).toEqual({
      id: idOf(page),
      by: 'Bruno Verdi',
      differences: [{ code: 'said', what: 'description' }],
    });
    expect(page.desk.takenFrom).toEqual(['Bruno Verdi']);
    expect(server.text(idOf(page))).toBe(textOf(present as Scenario));
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 3 });
  });

  it('waits until a form is closed', async () => {
    const page = open();
    page.edit(withFare(1));
    await clock.pass(3000);
    server.saveAs('Bruno Verdi', idOf(page), described('di Bruno'));
    page.edit(named('Prova'));
    await clock.pass(1000);
    page.desk.setBusy(true);
    await clock.pass(10_000);
    expect(page.desk.read()?.present.description).toBe('');
    page.desk.setBusy(false);
    await clock.pass(10_000);
    expect(page.desk.read()?.present).toMatchObject({ name: 'Prova', description: 'di Bruno' });
    expect(server.text(idOf(page))).toBe(textOf(page.desk.read()?.present as Scenario));
  });

  it('is seen when one comes back, where one has changed nothing', async () => {
    const page = open();
    page.edit(withFare(1));
    await clock.pass(3000);
    server.saveAs('Bruno Verdi', idOf(page), named('di Bruno'));
    await page.keeper.wake();
    await clock.pass(1000);
    expect(page.desk.read()?.present.name).toBe('di Bruno');
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 2 });
    expect(server.requests).toHaveLength(1);
  });

  it('is decided by a person, where it is of the same thing; nothing is written over before', async () => {
    const page = open();
    page.edit(withFare(1));
    await clock.pass(3000);
    server.saveAs('Bruno Verdi', idOf(page), withFare(5));
    page.edit(withFare(2));
    await clock.pass(60_000);
    expect(page.state.status).toEqual({ kind: 'conflict', by: 'Bruno Verdi' });
    expect(scenarioOf(server.text(idOf(page)) as string).measures).toEqual([fare(5)]);
    // One goes on meanwhile.
    page.edit(named('Prova'));
    await clock.pass(10_000);
    expect(server.revisions.get(idOf(page))).toHaveLength(2);
    await decide(page.keeper, idOf(page), { 'transit-fare m1': 'both' });
    await clock.pass(5000);
    expect(page.desk.read()?.present).toEqual({
      ...EMPTY_SCENARIO,
      name: 'Prova',
      measures: [fare(5), fare(2, 'm2')],
    });
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 3 });
  });

  it('is left as it is by who goes on with a variant', async () => {
    const page = open();
    page.edit(withFare(1));
    await clock.pass(3000);
    const first = idOf(page);
    server.saveAs('Bruno Verdi', first, withFare(5));
    page.edit(withFare(2));
    await clock.pass(10_000);
    await branch(page.keeper, 'Variante');
    await clock.pass(5000);
    expect(idOf(page)).not.toBe(first);
    expect(server.requests.at(-1)?.parent).toEqual({ id: first, rev: 2 });
    expect(scenarioOf(server.text(idOf(page)) as string)).toMatchObject({
      name: 'Variante',
      measures: [fare(2)],
    });
    expect(scenarioOf(server.text(first) as string).measures).toEqual([fare(5)]);
    await openKept(page.keeper, first);
    expect(page.desk.read()?.present.measures).toEqual([fare(5)]);
    await clock.pass(5000);
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 2 });
  });

  it('is saved again where the server has lost its last versions', async () => {
    const page = open();
    for (const eur of [1, 2, 3]) {
      page.edit(withFare(eur));
      await clock.pass(3000);
    }
    const first = server.revisions.get(idOf(page))?.slice(0, 1) ?? [];
    server.revisions.set(idOf(page), [...first]);
    await page.keeper.wake();
    await clock.pass(3000);
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 2 });
    expect(scenarioOf(server.text(idOf(page)) as string).measures).toEqual([fare(3)]);
    server.revisions.set(idOf(page), [...first]);
    const asked = server.requests.length;
    page.edit(withFare(4));
    await clock.pass(30_000);
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 2 });
    expect(scenarioOf(server.text(idOf(page)) as string).measures).toEqual([fare(4)]);
    expect(server.requests).toHaveLength(asked + 2);
  });

  it('that cannot be read here is not written over', async () => {
    const page = open();
    page.edit(withFare(1));
    await clock.pass(3000);
    server.saveAs('Bruno Verdi', idOf(page), named('di Bruno'));
    const last = server.revisions.get(idOf(page))?.at(-1) as { file: { gemello: { schemaVersion: number } } };
    last.file.gemello.schemaVersion = 99;
    page.edit(withFare(2));
    await clock.pass(10_000);
    expect(page.state.status).toEqual({ kind: 'refused', error: 'newer-version' });
    expect(server.revisions.get(idOf(page))).toHaveLength(2);
  });
});

describe('two tabs', () => {
  it('stay in step', async () => {
    const one = open();
    one.edit(withFare(1));
    await clock.pass(3000);
    const two = open();
    await two.keeper.bringBack();
    await clock.pass(500);
    expect(one.state.otherTabs).toBe(1);
    expect(two.state.otherTabs).toBe(1);
    one.edit(named('Uno'));
    two.edit(described('Due'));
    await clock.pass(5000);
    const both = { name: 'Uno', description: 'Due', measures: [fare(1)] };
    expect(one.desk.read()?.present).toMatchObject(both);
    expect(two.desk.read()?.present).toMatchObject(both);
    expect(two.state.came?.by).toBe('');
    expect(scenarioOf(server.text(idOf(one)) as string)).toMatchObject(both);
  });

  it.each([false, true])(
    'go on from what was kept, where one has tidied it away (left at once: %s)',
    async (isLeft) => {
      const one = open();
      one.edit(withFare(1));
      await clock.pass(3000);
      const id = idOf(one);
      await records.update(id, () => null);
      one.edit(withFare(2));
      if (isLeft) one.desk.put({ ...EMPTY_SCENARIO, name: 'Altro' }, clock.newId());
      await clock.pass(5000);
      expect(scenarioOf(server.text(id) as string).measures).toEqual([fare(2)]);
      expect(server.revisions.get(id)).toHaveLength(2);
      expect(await records.get(id)).toMatchObject({ saved: { rev: 2 }, conflict: null });
    },
  );

  it('part where they change the same, and neither loses anything', async () => {
    const one = open();
    one.edit(named('Prova'));
    await clock.pass(3000);
    const two = open();
    await two.keeper.bringBack();
    await clock.pass(500);
    one.edit(named('Uno'));
    two.edit(named('Due'));
    await clock.pass(10_000);
    expect([one.desk.read()?.present.name, two.desk.read()?.present.name].sort()).toEqual(['Due', 'Uno']);
    expect(idOf(one)).not.toBe(idOf(two));
    expect([one.state.forked, two.state.forked].filter(Boolean)).toHaveLength(1);
    expect([...server.revisions.keys()]).toHaveLength(2);
  });
});

describe('a page that is loaded anew', () => {
  it('goes on where the last one was, with what was not kept any more by it', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    page.edit(withFare(1));
    // Killed before it is kept: the steps are all that has it.
    const next = open({ desk: new FakeDesk(), channels: new FakeChannels() });
    await next.keeper.bringBack();
    await clock.pass(100);
    next.desk.bringHistory(page.desk.read() as never, page.desk.past);
    await clock.pass(5000);
    expect(scenarioOf(server.text(idOf(next)) as string)).toMatchObject({
      name: 'Prova',
      measures: [fare(1)],
    });
  });

  it('takes in what another tab has made since', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    const [left, past] = [page.desk.read() as never, [...page.desk.past]];
    await page.keeper.stop();
    const other = open();
    await other.keeper.bringBack();
    await clock.pass(500);
    other.edit(withFare(1));
    await clock.pass(5000);
    await other.keeper.stop();
    const next = open();
    next.desk.bringHistory(left, past);
    await clock.pass(5000);
    expect(next.desk.read()?.present).toMatchObject({ name: 'Prova', measures: [fare(1)] });
    expect(next.desk.past.at(-1)?.measures).toEqual([]);
  });

  it('keeps what was done last to one when another takes its place', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    const first = idOf(page);
    page.edit(withFare(1));
    page.desk.put({ ...EMPTY_SCENARIO, name: 'Altro' }, clock.newId());
    await clock.pass(5000);
    expect(scenarioOf(server.text(first) as string)).toMatchObject({ name: 'Prova', measures: [fare(1)] });
    expect(scenarioOf(server.text(idOf(page)) as string)).toMatchObject({ name: 'Altro', measures: [] });
  });
});

it('opened twice, as by a double click, a scenario comes to the desk once, with what came meanwhile', async () => {
  const page = open();
  page.edit(withFare(1));
  await clock.pass(3000);
  const first = idOf(page);
  page.desk.open(EMPTY_SCENARIO, clock.newId());
  await clock.pass(1000);
  const steps = page.desk.past.length;
  await Promise.all([openKept(page.keeper, first), openKept(page.keeper, first)]);
  expect(idOf(page)).toBe(first);
  expect(page.desk.past.length).toBe(steps + 1);
  server.saveAs('Bruno Verdi', first, described('di Bruno'));
  await openKept(page.keeper, first);
  expect(page.desk.read()?.present).toMatchObject({ description: 'di Bruno', measures: [fare(1)] });
  expect(page.desk.takenFrom).toEqual(['Bruno Verdi']);
});
