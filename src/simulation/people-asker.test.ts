// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../city/columns';
import { PeopleAsker, type PeopleError, type PeopleWorker } from './people-asker';
import type { BackTestAnswer, FromPeople, ToPeople } from './people-protocol';

const table = (id: string): ColumnTable => ({ id, rows: 0, columns: [] });
const ANSWER: BackTestAnswer = { kind: 'back-test', found: null };
const QUESTION = { kind: 'back-test' } as const;

class FakeWorker implements PeopleWorker {
  readonly got: ToPeople[] = [];
  killed = false;
  onmessage: PeopleWorker['onmessage'] = null;
  onerror: PeopleWorker['onerror'] = null;
  onmessageerror: PeopleWorker['onmessageerror'] = null;
  postMessage(message: ToPeople) {
    this.got.push(message);
  }
  terminate() {
    this.killed = true;
  }
  say(data: FromPeople) {
    this.onmessage?.({ data });
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const asker = new PeopleAsker(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  return { asker, workers };
}

/** How a question ended; asked again it says the same. */
const end = (asked: Promise<unknown>) =>
  asked.then(
    (answer) => ({ answer }),
    ({ code, where, detail }: PeopleError) => ({ code, where, detail }),
  );

describe('asking the worker of the people', () => {
  it('sends each table once, tells the progress and brings the answer', async () => {
    const { asker, workers } = setUp();
    const heard: number[] = [];
    const first = asker.ask(QUESTION, [table('zones')], undefined, (share) => heard.push(share));
    const second = asker.ask(QUESTION, [table('zones'), table('population')]);
    const [worker] = workers;
    expect(workers).toHaveLength(1);
    expect(
      worker!.got.map((message) =>
        message.kind === 'tables' ? message.tables.map(({ id }) => id) : message.id,
      ),
    ).toEqual([['zones'], 1, ['population'], 2]);
    worker!.say({ kind: 'progress', id: 1, share: 0.25 });
    worker!.say({ kind: 'answer', id: 2, answer: ANSWER });
    worker!.say({ kind: 'answer', id: 1, answer: ANSWER });
    expect(await end(first)).toEqual({ answer: ANSWER });
    expect(await end(second)).toEqual({ answer: ANSWER });
    expect(heard).toEqual([0.25]);
    expect(worker!.killed).toBe(false);
  });

  it('says what a model refused, and keeps the worker', async () => {
    const { asker, workers } = setUp();
    const asked = asker.ask(QUESTION, []);
    workers[0]!.say({ kind: 'failed', id: 1, where: 'population', detail: 'row 3: births are −1' });
    expect(await end(asked)).toEqual({ code: 'failed', where: 'population', detail: 'row 3: births are −1' });
    void asker.ask(QUESTION, []);
    expect(workers).toHaveLength(1);
  });

  it('given up, kills the worker and rejects whoever waits, once; the next asks a new one that has no tables', async () => {
    const { asker, workers } = setUp();
    const abort = new AbortController();
    const ends: unknown[] = [];
    const given = asker.ask(QUESTION, [table('zones')], abort.signal);
    const other = asker.ask(QUESTION, [table('zones')]);
    for (const asked of [given, other]) asked.catch((error) => ends.push(error));
    abort.abort();
    // What it still says is heard by nobody.
    workers[0]!.say({ kind: 'answer', id: 1, answer: ANSWER });
    workers[0]!.onerror?.({ message: 'late' });
    expect(await end(given)).toEqual({ code: 'cancelled', where: 'people', detail: '' });
    expect(await end(other)).toEqual({ code: 'cancelled', where: 'people', detail: '' });
    expect(ends).toHaveLength(2);
    expect(workers[0]!.killed).toBe(true);
    const next = asker.ask(QUESTION, [table('zones')]);
    // The old one is no concern of the new one's.
    workers[0]!.onerror?.({ message: 'later' });
    expect(workers[1]!.killed).toBe(false);
    expect(workers[1]!.got[0]).toMatchObject({ kind: 'tables' });
    workers[1]!.say({ kind: 'answer', id: 3, answer: ANSWER });
    expect(await end(next)).toEqual({ answer: ANSWER });
    // Nor does giving up an answered question kill anybody.
    abort.abort();
    expect(workers[1]!.killed).toBe(false);
  });

  it('asked with a signal that has been given, asks nobody', async () => {
    const { asker, workers } = setUp();
    expect(await end(asker.ask(QUESTION, [], AbortSignal.abort()))).toMatchObject({ code: 'cancelled' });
    expect(workers).toHaveLength(0);
  });

  it.each([
    ['a crash', (worker: FakeWorker) => worker.onerror?.({ message: 'out of memory' }), 'out of memory'],
    ['an answer that cannot be read', (worker: FakeWorker) => worker.onmessageerror?.(), 'unreadable'],
  ] as const)('%s is one rejection', async (_, fall, detail) => {
    const { asker, workers } = setUp();
    const asked = asker.ask(QUESTION, []);
    fall(workers[0]!);
    expect(await end(asked)).toEqual({ code: 'crashed', where: 'people', detail });
    expect(workers[0]!.killed).toBe(true);
  });

  it('a browser that gives no worker is one rejection too', async () => {
    const asker = new PeopleAsker(() => {
      throw new Error('no worker');
    });
    expect(await end(asker.ask(QUESTION, []))).toEqual({
      code: 'crashed',
      where: 'people',
      detail: 'no worker',
    });
  });
});
