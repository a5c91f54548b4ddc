// SPDX-License-Identifier: EUPL-1.2
/** The living city before a relay of the test's own: every fault that a network and a night's sleep bring. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Catalogue } from '../../city/catalogue';
import { type Moment, momentOf } from '../../city/clock';
import { lonLat } from '../../city/frames';
import type { BikeStationRow, LiveRow, RelayMessage, Topic } from '../../city/live';
import type { ConnectionState, EventStream } from './connection';
import { LivingCity } from './living-city';

const START = Date.parse('2026-11-25T07:30:00Z');
const MINUTE = 60_000;
const OK = { state: 'ok', sinceMs: START, fault: null, lastGoodMs: START } as const;
const BIKES: Topic = {
  id: 'bikes',
  feed: 'gbfs',
  kinds: ['bike-station'],
  title: { it: 'Biciclette', en: 'Bikes' },
  publisher: 'P',
  licence: { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: '' },
  attribution: 'P',
  page: '',
  periodS: 60,
  timeToLiveS: 300,
  simulated: true,
};

const station = (id: string, bikes: number, atMs: number): LiveRow => ({
  kind: 'bike-station',
  id,
  atMs,
  at: lonLat(9.19, 45.46),
  name: id,
  capacity: 20,
  bikes,
  electric: null,
  docks: 20 - bikes,
  renting: true,
  returning: true,
});
const hello = (nowMs: number, topics: readonly Topic[] = [BIKES]): RelayMessage => ({
  kind: 'hello',
  nowMs,
  topics: topics.map((topic) => ({ ...topic, upstream: OK })),
});
const snapshot = (...rows: LiveRow[]): RelayMessage => ({ kind: 'snapshot', topic: 'bikes', rows });
const delta = (changed: LiveRow[], gone: string[] = []): RelayMessage => ({
  kind: 'delta',
  topic: 'bikes',
  changed,
  gone,
});

class FakeStream implements EventStream {
  readyState = 1;
  readonly #listeners = new Map<string, ((event: MessageEvent<string>) => void)[]>();
  addEventListener(kind: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), listener]);
  }
  close(): void {
    this.readyState = 2;
  }
  say(id: string, message: RelayMessage): void {
    this.emit(message.kind, { lastEventId: id, data: JSON.stringify(message) });
  }
  emit(kind: string, event: object): void {
    for (const listener of this.#listeners.get(kind) ?? []) listener(event as MessageEvent<string>);
  }
}

let streams: FakeStream[];
let asked: string[];
/** What the relay answers; null: there is no network. */
let answer: (path: string) => unknown;
let states: ConnectionState[];
let city: LivingCity;
const relay = () => streams.at(-1)!;
const live = (): Moment => momentOf({ kind: 'live' }, city.nowMs());
const bikes = (moment = live()) => city.known('bike-station', moment);
const counted = (rows: readonly BikeStationRow[]) => rows.map((row) => `${row.id}:${row.bikes}`);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  streams = [];
  asked = [];
  states = [];
  answer = () => null;
  const reply = async (url: string) => {
    asked.push(url.replace(/^relay/, ''));
    const body = await answer(url.replace(/^relay/, ''));
    if (body === null) throw new TypeError('no network');
    return { nowMs: Date.now(), ...(body as object) };
  };
  city = new LivingCity({
    catalogue: {
      themes: [{ id: 'daily-life', synthetic: true }],
      files: { inputs: [] },
    } as unknown as Catalogue,
    cityUrl: '',
    relayUrl: 'relay',
    onConnection: (state) => states.push(state),
    connection: {
      makeStream: () => {
        const stream = new FakeStream();
        streams.push(stream);
        return stream;
      },
      fetch: async (url) => new Response(JSON.stringify(await reply(url))),
    },
    fetchJson: reply,
  });
});
afterEach(() => {
  city.close();
  vi.useRealTimers();
});

describe('two feeds of one kind', () => {
  const MINE: Topic = { ...BIKES, id: 'mine', simulated: false };
  const of = (topic: string, ...rows: LiveRow[]): RelayMessage => ({ kind: 'snapshot', topic, rows });
  const greet = () => {
    relay().say('a-1', hello(START, [MINE, BIKES]));
    relay().say('a-1', of('mine', station('1', 3, START)));
    relay().say('a-1', of('bikes', station('1', 8, START), station('2', 5, START)));
  };

  it('keep what they call alike apart, by names that last', () => {
    greet();
    expect(counted(bikes().fresh)).toEqual(['1:3', 'bikes::1:8', 'bikes::2:5']);
    const again = bikes().fresh[1];
    relay().say('a-2', { kind: 'delta', topic: 'bikes', changed: [station('2', 6, START)], gone: [] });
    expect(counted(bikes().fresh)).toEqual(['1:3', 'bikes::1:8', 'bikes::2:6']);
    expect(bikes().fresh[1]).toBe(again);
    relay().say('a-3', { kind: 'delta', topic: 'mine', changed: [], gone: ['1'] });
    expect(counted(bikes().fresh)).toEqual(['bikes::1:8', 'bikes::2:6']);
  });

  it('are each marked for itself', () => {
    greet();
    expect(bikes()).toMatchObject({ simulated: true, partlySimulated: true });
    expect(city.feedOf('bike-station', '1')).toMatchObject({ id: 'mine', simulated: false });
    expect(city.feedOf('bike-station', 'bikes::1')).toMatchObject({ id: 'bikes', simulated: true });
    expect(city.feedOf('car-park', '1')).toBeUndefined();
    relay().say('a-2', hello(START, [BIKES]));
    relay().say('a-2', of('bikes', station('1', 8, START)));
    expect(bikes().partlySimulated).toBeUndefined();
    expect(bikes().simulated).toBe(true);
  });

  it('have each its own day and its own kept moments', async () => {
    greet();
    answer = (path) =>
      path.startsWith('/series')
        ? { points: [{ atMs: START, value: 8 }] }
        : { rows: [station('1', path.includes('topic=mine') ? 1 : 2, START - 3_600_000)] };
    const curve = await city.dayCurve('bike-station', 'bikes::1', 'bikes', live());
    expect(curve).toMatchObject({ simulated: true, origin: 'live' });
    expect(asked.find((path) => path.startsWith('/series'))).toMatch(/topic=bikes&id=1&/);
    expect((await city.dayCurve('bike-station', '1', 'bikes', live())).simulated).toBe(false);
    const moment: Moment = { ...live(), kind: 'moment', atMs: START - 3_600_000 };
    bikes(moment);
    await vi.advanceTimersByTimeAsync(200);
    expect(counted(bikes(moment).fresh)).toEqual(['1:1', 'bikes::1:2']);
  });

  it('are found again on a typical day, and by a link of another order of feeds', async () => {
    greet();
    const names = (id: string, kind: 'live' | 'typical') => city.namesOf('bike-station', id, { kind });
    expect(names('bikes::2', 'live')).toEqual(['bikes::2']);
    expect(names('bikes::2', 'typical')).toEqual(['bikes::2', '2']);
    // Chosen on a typical day: it may be of either.
    expect(names('2', 'live')).toEqual(['2', 'bikes::2']);
    expect(city.namesOf('car-park', 'x::1', { kind: 'live' })).toEqual(['x::1']);
    expect(city.namesOf('car-park', 'x::1', { kind: 'typical' })).toEqual(['x::1', '1']);
    // The second feed is now the first.
    relay().say('a-2', hello(START, [BIKES, MINE]));
    relay().say('a-2', of('bikes', station('1', 8, START)));
    expect(names('bikes::1', 'live')).toEqual(['bikes::1', '1']);
    expect(city.feedOf('bike-station', 'bikes::1')).toMatchObject({ id: 'bikes' });
    answer = () => ({ points: [{ atMs: START, value: 8 }] });
    await city.dayCurve('bike-station', 'bikes::1', 'bikes', live());
    expect(asked.find((path) => path.startsWith('/series'))).toMatch(/topic=bikes&id=1&/);
  });

  it('name the quantities of a station alike', () => {
    const air = (value: number): LiveRow => ({
      ...{ kind: 'air', id: 's/NO2', station: 's', name: 'S', pollutant: 'NO2', value, averagedH: 1 },
      ...{ atMs: START, at: lonLat(9.19, 45.46) },
    });
    const topics = ['one', 'two'].map((id): Topic => ({ ...BIKES, id, kinds: ['air'] }));
    relay().say('a-1', hello(START, topics));
    relay().say('a-1', of('one', air(10)));
    relay().say('a-1', of('two', air(20)));
    expect(city.known('air', live()).fresh.map(({ id, station, value }) => [id, station, value])).toEqual([
      ['s/NO2', 's', 10],
      ['two::s/NO2', 'two::s', 20],
    ]);
  });
});

describe('a kept moment without alerts', () => {
  it('is a good day where that time was kept, and not known where it was not', async () => {
    const [one, two] = ['one', 'two'].map((id): Topic => ({ ...BIKES, id, kinds: ['alert'] }));
    relay().say('a-1', hello(START, [one!, two!]));
    // Of the second feed it was begun an hour later.
    const fromMs = { one: START - 7_200_000, two: START - 3_600_000 };
    answer = (path) => {
      const query = new URLSearchParams(path.split('?')[1]);
      const from = fromMs[query.get('topic') as 'one'];
      return { rows: Number(query.get('at')) >= from ? [] : null };
    };
    const at = async (atMs: number) => {
      const moment: Moment = { ...live(), kind: 'moment', atMs };
      city.known('alert', moment);
      await vi.advanceTimersByTimeAsync(200);
      return city.known('alert', moment);
    };
    expect(await at(START - 3_000_000)).toMatchObject({ origin: 'history', lack: null, fresh: [] });
    expect(await at(START - 6_000_000)).toMatchObject({ origin: 'none', lack: 'no-history' });
    expect(await at(START - 9_000_000)).toMatchObject({ origin: 'none', lack: 'no-history' });
  });
});

describe('the stream', () => {
  it('is waited for, then believed', () => {
    expect(bikes()).toMatchObject({ origin: 'none', lack: 'connecting' });
    relay().say('a-1', hello(START));
    expect(city.known('car-park', live()).lack).toBe('no-feed');
    relay().say('a-1', snapshot(station('1', 3, START)));
    expect(states).toEqual(['stream']);
    expect(bikes()).toMatchObject({ origin: 'live', simulated: true, lack: null, newestMs: START });
    expect(counted(bikes().fresh)).toEqual(['1:3']);
  });

  it('adds news in order, once, and takes away what is gone', () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START), station('2', 5, START)));
    relay().say('a-2', delta([station('1', 4, START + 1000)], ['2']));
    relay().say('a-3', delta([station('3', 9, START + 1000)]));
    relay().say('a-2', delta([station('1', 99, START + 9000), station('2', 5, START)]));
    expect(counted(bikes().fresh)).toEqual(['1:4', '3:9']);
    // The same station, as it was before: an upstream whose time goes back.
    relay().say('a-4', delta([station('1', 0, START - 60_000)]));
    expect(counted(bikes().fresh)).toEqual(['1:4', '3:9']);
  });

  it('tells how its feeds fare by the same list until that is another', () => {
    relay().say('a-1', hello(START));
    const named = city.topics();
    expect(named).toMatchObject([{ id: 'bikes', timeToLiveS: 300 }]);
    relay().say('a-1', snapshot(station('1', 3, START), station('2', 5, START - 60_000)));
    const first = city.feeds();
    expect(first).toMatchObject([{ id: 'bikes', fresh: 2, stale: 0, newestMs: START }]);
    vi.setSystemTime(START + 200_000);
    expect(city.feeds()).toBe(first);
    // The same again, as a relay that was asked anew says it: nothing that the list says is another.
    relay().say('a-2', delta([station('1', 4, START)]));
    expect(city.feeds()).toBe(first);
    // Time alone makes one stale.
    vi.setSystemTime(START + 240_001);
    expect(city.feeds()).toMatchObject([{ fresh: 1, stale: 1, newestMs: START }]);
    const second = city.feeds();
    expect(city.feeds()).toBe(second);
    relay().say('a-3', { kind: 'upstream', topic: 'bikes', upstream: { ...OK, state: 'failing' } });
    expect(city.feeds()).toMatchObject([{ fresh: 1, stale: 1, upstream: { state: 'failing' } }]);
    relay().say('a-4', delta([station('1', 9, START + 1)]));
    expect(city.feeds()).toMatchObject([{ newestMs: START + 1 }]);
    expect(city.topics()).toBe(named);
  });

  it('begins anew with the snapshot after a gap', () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START), station('2', 5, START)));
    relay().say('a-90', hello(START));
    relay().say('a-90', snapshot(station('2', 6, START)));
    expect(counted(bikes().fresh)).toEqual(['2:6']);
  });

  it('asks for everything where a server that was started again sends news only', async () => {
    relay().say('a-7', hello(START));
    relay().say('a-7', snapshot(station('1', 3, START), station('2', 5, START)));
    answer = () => ({ id: 'b-2', messages: [hello(START), snapshot(station('1', 8, START + 5))] });
    relay().say('b-1', delta([station('1', 7, START + 1)]));
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual(['/snapshot']);
    expect(counted(bikes().fresh)).toEqual(['1:8']);
    relay().say('b-3', delta([station('1', 9, START + 6)]));
    expect(counted(bikes().fresh)).toEqual(['1:9']);
    expect(states).toEqual(['stream']);
  });

  it('keeps what it held when the server was started again, with its true age', () => {
    relay().say('a-7', hello(START));
    relay().say('a-7', snapshot(station('1', 3, START)));
    vi.setSystemTime(START + 10 * MINUTE);
    relay().say('b-1', hello(START + 10 * MINUTE));
    relay().say('b-1', snapshot(station('1', 3, START)));
    expect(bikes()).toMatchObject({ fresh: [], lack: 'stale', newestMs: START });
    expect(bikes().stale).toHaveLength(1);
  });

  it('goes by the relay’s clock, not by the page’s', () => {
    relay().say('a-1', hello(START + 60 * MINUTE));
    relay().say('a-1', snapshot(station('1', 3, START)));
    expect(city.nowMs()).toBe(START + 60 * MINUTE);
    expect(bikes().lack).toBe('stale');
  });

  it('does not believe what is of the future, until it is of now', () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START + 119_000), station('2', 4, START + 600_000)));
    expect(counted(bikes().fresh)).toEqual(['1:3']);
    expect(bikes().newestMs).toBe(START + 119_000);
    vi.setSystemTime(START + 480_001);
    expect(counted(bikes().fresh)).toEqual(['2:4']);
    expect(counted(bikes().stale)).toEqual(['1:3']);
  });

  it('says why nothing counts', () => {
    relay().say('a-1', hello(START));
    expect(bikes().lack).toBe('connecting');
    relay().say('a-1', snapshot());
    expect(bikes().lack).toBeNull();
    const failing = { state: 'failing', sinceMs: START, fault: '500', lastGoodMs: null } as const;
    relay().say('a-2', { kind: 'upstream', topic: 'bikes', upstream: failing });
    expect(bikes().lack).toBe('upstream');
    expect(city.feeds()).toMatchObject([{ id: 'bikes', fresh: 0, stale: 0, upstream: failing }]);
  });
});

describe('listeners', () => {
  it('hear of what aged where somebody else asked before its timer rang', () => {
    relay().say('1', hello(START));
    relay().say('2', snapshot(station('a', 5, START)));
    vi.advanceTimersByTime(200);
    const heard = vi.fn();
    city.onChange('bike-station', heard);
    expect(bikes().stale).toEqual([]);
    // A busy page: its clock is on, its timers are late.
    vi.setSystemTime(START + BIKES.timeToLiveS * 1000 + 500);
    expect(bikes().stale).toHaveLength(1);
    expect(heard).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(heard).toHaveBeenCalledTimes(1);
    // And only once: nothing has changed since.
    expect(bikes().stale).toHaveLength(1);
    vi.advanceTimersByTime(10_000);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('hear once of a burst, and of what ages', () => {
    const heard = vi.fn();
    relay().say('a-1', hello(START));
    vi.advanceTimersByTime(100);
    city.onChange('bike-station', heard);
    relay().say('a-1', snapshot(station('1', 3, START)));
    for (let n = 2; n < 50; n++) relay().say(`a-${n}`, delta([station('1', n % 20, START + n)]));
    vi.advanceTimersByTime(100);
    expect(heard).toHaveBeenCalledTimes(1);
    const before = bikes();
    expect(bikes()).toBe(before);
    relay().say('a-50', delta([], []));
    vi.advanceTimersByTime(30_000);
    heard.mockClear();
    bikes();
    vi.advanceTimersByTime(271_000);
    expect(heard).toHaveBeenCalled();
    expect(bikes().lack).toBe('stale');
  });
});

describe('the relay’s clock', () => {
  it('is what counts, however the page’s own is set', async () => {
    relay().say('a-1', hello(START + 3_600_000));
    expect(city.nowMs()).toBe(START + 3_600_000);
    // Set on by a day: the relay is asked, and answers at once.
    vi.setSystemTime(START + 86_400_000);
    answer = () => ({ id: 'a-1', nowMs: START + 15_000, messages: [] });
    relay().say('a-1', { kind: 'time', nowMs: START + 15_000 });
    await vi.advanceTimersByTimeAsync(0);
    expect(city.nowMs()).toBe(START + 15_000);
    // Set back: what the relay says is more than was thought.
    vi.setSystemTime(START);
    relay().say('a-1', { kind: 'time', nowMs: START + 30_000 });
    expect(city.nowMs()).toBe(START + 30_000);
  });

  it.each([3000, 10_000, 3_600_000])('does not go back for what was %i ms on its way', async (lateMs) => {
    relay().say('a-1', hello(START + 100));
    answer = () => ({ id: 'a-1', nowMs: START + 100, messages: [] });
    relay().say('a-1', { kind: 'time', nowMs: START + 100 - lateMs });
    await vi.advanceTimersByTimeAsync(0);
    expect(city.nowMs()).toBe(START + 100);
    expect(asked).toHaveLength(lateMs > 5000 ? 1 : 0);
  });

  it('does not go back for an answer that took long', async () => {
    relay().say('a-1', hello(START));
    answer = () =>
      new Promise((come) => setTimeout(() => come({ id: 'a-1', nowMs: START, messages: [] }), 9000));
    relay().say('a-1', { kind: 'time', nowMs: START - 60_000 });
    await vi.advanceTimersByTimeAsync(9000);
    expect(city.nowMs()).toBe(START + 9000);
  });

  it('is heard in answers too', async () => {
    answer = () => ({ id: 'a-1', nowMs: START + 3_600_000, messages: [] });
    await vi.advanceTimersByTimeAsync(45_000);
    expect(city.nowMs()).toBe(START + 3_600_000);
  });

  it('keeps a silent city’s stream from being asked', async () => {
    relay().say('a-1', hello(START));
    for (let beat = 1; beat <= 8; beat++) {
      await vi.advanceTimersByTimeAsync(15_000);
      relay().say('a-1', { kind: 'time', nowMs: START + beat * 15_000 });
    }
    expect(asked).toEqual([]);
    expect(city.connection).toBe('stream');
  });
});

describe('a silent stream', () => {
  it('is left alone where nothing was missed', async () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START)));
    answer = () => ({ id: 'a-1', messages: [] });
    await vi.advanceTimersByTimeAsync(46_000);
    expect(asked).toEqual(['/snapshot?since=a-1']);
    expect(city.connection).toBe('stream');
    expect(streams).toHaveLength(1);
  });

  it('is asked round every half minute where something was, until it speaks', async () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START)));
    let n = 1;
    answer = () => ({ id: `a-${++n}`, messages: [delta([station('1', n, START + n)])] });
    await vi.advanceTimersByTimeAsync(45_000);
    expect(city.connection).toBe('polling');
    expect(counted(bikes().fresh)).toEqual(['1:2']);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).toEqual(['/snapshot?since=a-1', '/snapshot?since=a-2']);
    expect(streams).toHaveLength(2);
    // The old stream's late news count no more.
    streams[0]!.say('a-9', delta([station('1', 19, START + 99)]));
    expect(counted(bikes().fresh)).toEqual(['1:3']);
    relay().say('a-3', hello(START + 75_000));
    expect(city.connection).toBe('stream');
  });
});

describe('the network', () => {
  it('goes and comes back: lost, nothing stale as live, nothing twice', async () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START), station('2', 4, START)));
    relay().readyState = 0;
    relay().emit('error', {});
    expect(city.connection).toBe('connecting');
    await vi.advanceTimersByTimeAsync(46_000);
    expect(city.connection).toBe('lost');
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(bikes()).toMatchObject({ fresh: [], lack: 'offline' });
    expect(bikes().stale).toHaveLength(2);
    const back = START + 6 * MINUTE;
    answer = () => ({ id: 'a-8', messages: [delta([station('1', 6, back - 1)], ['2'])] });
    vi.setSystemTime(back);
    city.wake();
    await vi.advanceTimersByTimeAsync(10);
    expect(counted(bikes().fresh)).toEqual(['1:6']);
    relay().say('a-8', hello(back));
    relay().say('a-8', snapshot(station('1', 6, back - 1)));
    expect(counted(bikes().fresh)).toEqual(['1:6']);
    expect(bikes().stale).toEqual([]);
    expect(city.connection).toBe('stream');
  });

  it('turned away: asks instead, and tries the stream again', async () => {
    answer = () => ({ id: 'a-1', messages: [hello(START), snapshot(station('1', 3, START))] });
    relay().readyState = 2;
    relay().emit('error', {});
    await vi.advanceTimersByTimeAsync(1);
    expect(city.connection).toBe('polling');
    expect(counted(bikes().fresh)).toEqual(['1:3']);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(streams).toHaveLength(2);
  });
});

describe('an hour of sleep', () => {
  it('shows nothing old as live on waking, and catches up', async () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START), station('2', 4, START)));
    expect(bikes().fresh).toHaveLength(2);
    // Timers stand still while a machine sleeps; its clock does not.
    vi.setSystemTime(START + 60 * MINUTE);
    expect(bikes()).toMatchObject({ fresh: [], lack: 'stale' });
    answer = () => ({
      id: 'a-400',
      messages: [hello(START + 60 * MINUTE), snapshot(station('1', 9, START + 60 * MINUTE))],
    });
    city.wake();
    await vi.advanceTimersByTimeAsync(1);
    expect(counted([...bikes().fresh, ...bikes().stale])).toEqual(['1:9']);
    expect(streams).toHaveLength(2);
    // What the dead stream had still in its pipe is older than what is known.
    relay().say('a-300', delta([station('2', 1, START + 30 * MINUTE)]));
    expect(counted([...bikes().fresh, ...bikes().stale])).toEqual(['1:9']);
  });
});

describe('a kept moment', () => {
  const at = START - 40 * MINUTE + 12_000;
  const moment = momentOf({ kind: 'moment', atMs: at, sinceMs: 0, speed: 0 }, START);

  it('is fetched by the minute, once, and judged by its own time', async () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START)));
    answer = () => ({
      topic: 'bikes',
      atMs: 0,
      rows: [station('1', 11, at - 9000), station('2', 2, at - 301_000)],
    });
    expect(bikes(moment)).toMatchObject({ origin: 'none', lack: 'connecting' });
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([`/history?topic=bikes&at=${START - 40 * MINUTE}`]);
    expect(bikes(moment)).toMatchObject({ origin: 'history', lack: null, simulated: true });
    expect(counted(bikes(moment).fresh)).toEqual(['1:11']);
    expect(counted(bikes(moment).stale)).toEqual(['2:2']);
    expect(bikes(moment)).toBe(bikes(moment));
    expect(asked).toHaveLength(1);
  });

  it('stays the same beside another that is asked for in turn, as two views do', async () => {
    relay().say('a-1', hello(START));
    answer = () => ({ topic: 'bikes', atMs: 0, rows: [station('1', 11, at - 9000)] });
    const other = momentOf({ kind: 'moment', atMs: at - 5 * MINUTE, sinceMs: 0, speed: 0 }, START);
    const third = momentOf({ kind: 'moment', atMs: at - 9 * MINUTE, sinceMs: 0, speed: 0 }, START);
    for (const one of [moment, other, third]) bikes(one);
    await vi.advanceTimersByTimeAsync(200);
    const first = bikes(moment);
    const second = bikes(other);
    expect(second).not.toBe(first);
    for (let i = 0; i < 3; i++) {
      expect(bikes(moment)).toBe(first);
      expect(bikes(other)).toBe(second);
    }
    // No more than two are held.
    bikes(third);
    expect(bikes(moment)).not.toBe(first);
  });

  it('says where nothing is kept of it', async () => {
    relay().say('a-1', hello(START));
    answer = () => ({ topic: 'bikes', atMs: 0, rows: [] });
    bikes(moment);
    await vi.advanceTimersByTimeAsync(100);
    expect(bikes(moment)).toMatchObject({ origin: 'none', lack: 'no-history' });
  });

  it('is fetched ahead while time runs', async () => {
    relay().say('a-1', hello(START));
    answer = (path) => ({ topic: 'bikes', atMs: 0, rows: [station('1', path.length, at)] });
    bikes(moment);
    await vi.advanceTimersByTimeAsync(100);
    // 60 s of the city in a second: two seconds on is two minutes on.
    const next = momentOf({ kind: 'moment', atMs: at + 6000, sinceMs: 0, speed: 0 }, START);
    bikes(next);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.at(-1)).toBe(`/history?topic=bikes&at=${START - 38 * MINUTE}`);
  });
});

describe('the day of a thing', () => {
  it('is what was kept since midnight in Rome', async () => {
    relay().say('a-1', hello(START));
    relay().say('a-1', snapshot(station('1', 3, START)));
    const midnight = Date.parse('2026-11-24T23:00:00Z');
    answer = () => ({
      points: [
        { atMs: midnight - 1, value: 1 },
        { atMs: midnight + 600_000, value: 2 },
        { atMs: START, value: 3 },
      ],
    });
    const curve = await city.dayCurve('bike-station', '1', 'bikes', live());
    expect(asked).toEqual([`/series?topic=bikes&id=1&from=${midnight}&to=${START}&field=bikes`]);
    expect(curve).toEqual({
      unit: '1',
      origin: 'live',
      simulated: true,
      points: [
        { secondOfDay: 600, value: 2 },
        { secondOfDay: 30_600, value: 3 },
      ],
    });
  });
});
