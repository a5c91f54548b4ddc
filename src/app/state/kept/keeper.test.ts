// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_SCENARIO, type Measure, type Scenario } from '../../../scenario/scenario';
import { branch, decide, nameVersion, openKept, savedRevision, showTo, takeBack, throwAway } from './actions';
import { FakeClock } from './fixtures/fake-clock';
import { FakeChannels, FakeDesk, openPage } from './fixtures/fake-page';
import { FakeServer, scenarioIn } from './fixtures/fake-server';
import { memoryRecords } from './memory-records';
import type { RecordStore } from './record-store';
import { scenarioOf, textOf } from './scenario-text';

const fare = (fareEur: number, id = 'm1'): Measure => ({
  ...{ id, kind: 'transit-fare', on: true },
  config: { fareEur },
  place: { kind: 'city' },
});
const named = (name: string) => (scenario: Scenario) => ({ ...scenario, name });
const described = (description: string) => (scenario: Scenario) => ({ ...scenario, description });
const withFare = (fareEur: number) => (scenario: Scenario) => ({ ...scenario, measures: [fare(fareEur)] });

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
const idOf = (page: ReturnType<typeof open>) => page.desk.read()?.id as string;

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

  it('one who refers to it has it saved first', async () => {
    const page = open();
    page.edit(named('Prova'));
    expect(await savedRevision(page.keeper)).toEqual({ id: idOf(page), rev: 1 });
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
