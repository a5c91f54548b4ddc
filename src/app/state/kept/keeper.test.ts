// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_SCENARIO, type Scenario } from '../../../scenario/scenario';
import { branch, nameVersion, savedRevision, showTo, takeBack, throwAway } from './actions';
import { FakeClock } from './fixtures/fake-clock';
import { FakeChannels, FakeDesk, fare, idOf, named, openPage, withFare } from './fixtures/fake-page';
import { FakeServer, scenarioIn } from './fixtures/fake-server';
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

describe('what one makes', () => {
  it('is in the browser at once, and on the server after a rest', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(300);
    expect((await records.all()).map(({ text }) => scenarioOf(text).name)).toEqual(['Prova']);
    expect(page.state.status).toEqual({ kind: 'saving' });
    expect(server.requests).toEqual([]);
    page.edit(withFare(1));
    await clock.pass(1500);
    expect(server.requests).toEqual([]);
    await clock.pass(2000);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      baseRev: 0,
      visibility: 'private',
      cityId: 'milano',
      note: '',
    });
    expect(scenarioOf(server.text(idOf(page)) as string)).toEqual({
      ...EMPTY_SCENARIO,
      name: 'Prova',
      measures: [fare(1)],
    });
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 1 });
    // Nothing more to save: nothing more is asked.
    await clock.pass(60_000);
    expect(server.requests).toHaveLength(1);
  });

  it('is nothing to keep while it is empty, also when it is empty again', async () => {
    const page = open();
    page.edit((scenario) => scenario);
    await clock.pass(10_000);
    expect([await records.all(), server.requests, page.state.status]).toEqual([
      [],
      [],
      { kind: 'empty', rev: null },
    ]);
    page.edit(named('x'));
    await clock.pass(300);
    page.edit(named(''));
    await clock.pass(10_000);
    expect([await records.all(), server.requests]).toEqual([[], []]);
  });

  it('does not put nothing over what was saved', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    page.edit(() => EMPTY_SCENARIO);
    await clock.pass(10_000);
    expect(server.requests).toHaveLength(1);
    expect(page.state.status).toEqual({ kind: 'empty', rev: 1 });
  });

  it('is saved in the end by who never rests', async () => {
    const page = open();
    for (let n = 0; n < 20; n++) {
      page.edit(named(`Prova ${n}`));
      await clock.pass(1000);
    }
    expect(server.requests.length).toBeGreaterThan(0);
  });

  it('is saved once the server is back, however long that takes', async () => {
    const page = open();
    server.mode = 'down';
    page.edit(named('Prova'));
    await clock.pass(3000);
    expect(page.state.status).toEqual({ kind: 'offline', trouble: 'away' });
    await clock.pass(3_600_000);
    page.edit(withFare(2));
    await clock.pass(1000);
    server.mode = 'database-away';
    await clock.pass(61_000);
    expect(page.state.status).toEqual({ kind: 'offline', trouble: 'database-away' });
    server.mode = 'up';
    await clock.pass(65_000);
    expect(page.state.status).toMatchObject({ kind: 'saved' });
    expect(server.text(idOf(page))).toBe(textOf(page.desk.read()?.present as Scenario));
  });

  it('is asked again at once when one comes back to the page', async () => {
    const page = open();
    server.mode = 'down';
    page.edit(named('Prova'));
    await clock.pass(120_000);
    server.mode = 'up';
    await page.keeper.wake();
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 1 });
  });

  it('is saved once, though the answer was lost, and goes on from there', async () => {
    const page = open();
    server.mode = 'lossy';
    page.edit(named('Prova'));
    await clock.pass(2500);
    page.edit(withFare(3));
    server.mode = 'up';
    await clock.pass(10_000);
    const revisions = server.revisions.get(idOf(page)) ?? [];
    expect(revisions.map((one) => [one.rev, scenarioIn(one).measures.length])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(server.requests[0]?.saveId).toBe(server.requests[1]?.saveId);
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 2 });
  });

  it('says why the server does not take it, and asks again once it has changed', async () => {
    const page = open();
    server.mode = 'too-large';
    page.edit(named('Prova'));
    await clock.pass(3000);
    expect(page.state.status).toEqual({ kind: 'refused', error: 'too-large' });
    server.mode = 'up';
    await clock.pass(120_000);
    expect(server.requests).toEqual([]);
    page.edit(named('Altro'));
    await clock.pass(3000);
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 1 });
  });

  it('stays in the browser where nobody is signed in', async () => {
    const page = open({ local: 'not-signed-in' });
    page.edit(named('Prova'));
    await clock.pass(10_000);
    expect(page.state.status).toEqual({ kind: 'local-only', why: 'not-signed-in' });
    expect(server.requests).toEqual([]);
    await page.keeper.stop();
    // Whoever signs in then has it saved.
    const next = open({ desk: new FakeDesk() });
    await next.keeper.bringBack();
    await clock.pass(3000);
    expect(server.text(idOf(next))).not.toBeNull();
  });

  it.each(['not-signed-in', 'not-allowed'] as const)(
    'is saved once who asks may, after: %s',
    async (error) => {
      const page = open();
      server.mode = error;
      page.edit(named('Prova'));
      await clock.pass(3000);
      expect(page.state.status).toEqual({ kind: 'refused', error });
      await page.keeper.stop();
      server.mode = 'up';
      const next = open({ desk: new FakeDesk() });
      await next.keeper.bringBack();
      await clock.pass(3000);
      expect(next.state.status).toMatchObject({ kind: 'saved', rev: 1 });
    },
  );

  it('stays in the browser where the server keeps no scenarios, and asks once', async () => {
    const page = open();
    server.mode = 'absent';
    page.edit(named('Prova'));
    await clock.pass(3000);
    expect(page.state.status).toEqual({ kind: 'local-only', why: 'no-server' });
    expect([page.keeper.local, page.state.local]).toEqual(['no-server', 'no-server']);
    server.mode = 'up';
    page.edit(named('Altro'));
    await clock.pass(120_000);
    expect([server.requests, page.keeper.sync.trouble]).toEqual([[], null]);
    expect((await records.all()).map(({ text }) => scenarioOf(text).name)).toEqual(['Altro']);
  });

  it('is on the server though the browser keeps nothing; without either it is told to be lost', async () => {
    const page = open({ isFleeting: true });
    page.edit(named('Prova'));
    await clock.pass(3000);
    expect(page.state.status).toMatchObject({ kind: 'saved' });
    server.mode = 'down';
    page.edit(named('Altro'));
    await clock.pass(3000);
    expect(page.state.status).toEqual({ kind: 'unkept' });
  });

  it('says that the browser does not take it', async () => {
    const full: RecordStore = {
      ...records,
      update: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
    };
    const page = open({ records: full });
    page.edit(named('Prova'));
    await clock.pass(3000);
    expect(page.state.status).toEqual({ kind: 'unkept' });
  });
});

describe('what one does with kept scenarios', () => {
  it('a version is called by a name, though nothing else has changed', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    await nameVersion(page.keeper, idOf(page), 'Per la giunta');
    await clock.pass(1000);
    expect(server.revisions.get(idOf(page))?.map(({ note }) => note)).toEqual(['', 'Per la giunta']);
    page.edit(named('Altro'));
    await clock.pass(3000);
    expect(server.revisions.get(idOf(page))?.at(-1)?.note).toBe('');
  });

  it('it is shown to others', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    await showTo(page.keeper, idOf(page), 'office');
    await clock.pass(1000);
    expect(server.current(idOf(page))?.visibility).toBe('office');
    expect(page.state.record?.visibility).toBe('office');
  });

  it('it goes into the bin and comes back', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    const id = idOf(page);
    await throwAway(page.keeper, id);
    await clock.pass(3000);
    expect([server.deleted.has(id), idOf(page) === id]).toEqual([true, false]);
    // A step back brings it to the desk, and to what it is.
    page.desk.put({ ...EMPTY_SCENARIO, name: 'Prova' }, id);
    await clock.pass(3000);
    expect(page.state.status).toEqual({ kind: 'deleted' });
    page.edit(withFare(1));
    await clock.pass(3000);
    expect(server.revisions.get(id)).toHaveLength(1);
    await takeBack(page.keeper, id);
    await clock.pass(3000);
    expect(server.deleted.has(id)).toBe(false);
    expect(page.state.status).toMatchObject({ kind: 'saved', rev: 2 });
  });

  it('it goes into the bin of the server too, where that is just being given it', async () => {
    const page = open();
    page.edit(named('Prova'));
    const id = idOf(page);
    await page.keeper.flush();
    void page.keeper.sync.now(id);
    await throwAway(page.keeper, id);
    await clock.pass(3000);
    expect([server.revisions.get(id)?.length, server.deleted.has(id)]).toEqual([1, true]);
  });

  it('it is not thrown away before it is known whether the server has it', async () => {
    const page = open();
    page.edit(named('Prova'));
    const id = idOf(page);
    server.mode = 'down';
    await clock.pass(3000);
    await expect(throwAway(page.keeper, id)).rejects.toMatchObject({ fault: 'away' });
    expect(await records.get(id)).toMatchObject({ deletedAt: null });
    server.mode = 'too-large';
    await throwAway(page.keeper, id);
    server.mode = 'up';
    await clock.pass(120_000);
    expect([server.revisions.has(id), (await records.get(id))?.deletedAt === null]).toEqual([false, false]);
  });

  it('one that only the server still has can be thrown away', async () => {
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    const id = idOf(page);
    await records.update(id, (record) => record && { ...record, saved: null, deletedAt: record.changedAt });
    await throwAway(page.keeper, id);
    expect(server.deleted.has(id)).toBe(true);
  });

  it('one who refers to it has it saved first', async () => {
    const page = open();
    page.edit(named('Prova'));
    expect(await savedRevision(page.keeper)).toMatchObject({
      id: idOf(page),
      rev: 1,
      scenario: { name: 'Prova' },
    });
    server.mode = 'down';
    page.edit(named('Altro'));
    await expect(savedRevision(page.keeper)).rejects.toMatchObject({ fault: 'away' });
  });

  it('a variant of one that could not be saved yet says so once it could', async () => {
    server.mode = 'down';
    const page = open();
    page.edit(named('Prova'));
    await clock.pass(3000);
    const first = idOf(page);
    await branch(page.keeper, 'Variante');
    await clock.pass(3000);
    server.mode = 'up';
    await page.keeper.wake();
    await clock.pass(5000);
    const request = server.requests.find(
      ({ file }) => (file as { gemello: { name: string } }).gemello.name === 'Variante',
    );
    expect(request?.parent).toEqual({ id: first, rev: 1 });
  });
});
