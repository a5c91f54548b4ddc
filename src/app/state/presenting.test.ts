// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresentationNews } from '../../scenario/presentation';
import { follow, Lead, type Leading, type Source } from './presenting';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that answers when it is told to. */
function server() {
  const said: number[] = [];
  const answers: ((status: number) => void)[] = [];
  const told: Leading[] = [];
  const lead = new Lead({
    url: '/api/presentations/p',
    publicationId: 'u',
    tell: (one) => told.push(one),
    ask: (_url, { method, body }) =>
      new Promise((resolve, reject) => {
        if (method === 'DELETE') return resolve(new Response(null, { status: 204 }));
        said.push(JSON.parse(String(body)).state.slide);
        answers.push((status) =>
          status === 0 ? reject(new Error('away')) : resolve(new Response('', { status })),
        );
      }),
  });
  const answer = async (status = 200) => {
    answers.shift()?.(status);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { lead, said, told, answer };
}

describe('who leads', () => {
  it('says the newest, one at a time and not too often', async () => {
    const { lead, said, told, answer } = server();
    for (const slide of [0, 1, 2]) lead.move({ slide });
    expect(said).toEqual([0]);
    await answer();
    lead.move({ slide: 3 });
    expect(said).toEqual([0]);
    await vi.advanceTimersByTimeAsync(100);
    expect(said).toEqual([0, 3]);
    await answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(said).toEqual([0, 3]);
    expect(told).toEqual(['leading', 'leading']);
  });

  it.each([0, 500, 503, 429])('says again what was not heard (%s), or what is newer', async (status) => {
    const { lead, said, told, answer } = server();
    lead.move({ slide: 1 });
    await answer(status);
    await vi.advanceTimersByTimeAsync(1000);
    expect(said).toEqual([1, 1]);
    lead.move({ slide: 2 });
    await answer(status);
    await vi.advanceTimersByTimeAsync(1000);
    expect(said).toEqual([1, 1, 2]);
    await answer();
    expect(told).toEqual(['unheard', 'unheard', 'leading']);
  });

  it.each([401, 403, 404])('stops where it is refused (%s)', async (status) => {
    const { lead, said, told, answer } = server();
    lead.move({ slide: 1 });
    await answer(status);
    lead.move({ slide: 2 });
    await vi.advanceTimersByTimeAsync(5000);
    expect([said, told]).toEqual([[1], ['refused']]);
  });

  it('says nothing once it has ended', async () => {
    const { lead, said, answer } = server();
    lead.move({ slide: 1 });
    lead.move({ slide: 2 });
    await lead.end();
    await answer();
    await vi.advanceTimersByTimeAsync(5000);
    expect(said).toEqual([1]);
  });
});

describe('who follows', () => {
  it('hears what is newer, and of rubbish nothing', () => {
    const source: Source = { onmessage: null, onopen: null, onerror: null, close: vi.fn() };
    const heard: number[] = [];
    const connected: boolean[] = [];
    follow({
      open: () => source,
      onNews: ({ state }) => heard.push(state.slide),
      onConnection: (one) => connected.push(one),
    });
    const say = (news: unknown) =>
      source.onmessage?.({ data: typeof news === 'string' ? news : JSON.stringify(news) });
    const at = (rev: number, slide: number, ended = false): PresentationNews => ({
      ...{ rev, publicationId: 'u', ended, state: { slide } },
    });
    source.onopen?.();
    for (const news of [
      at(3, 0),
      at(2, 9),
      at(3, 9),
      'rubbish',
      'null',
      {},
      { ...at(9, 1), state: null },
      at(4, 1),
    ])
      say(news);
    source.onerror?.();
    expect([heard, connected]).toEqual([
      [0, 1],
      [true, false],
    ]);
    expect(source.close).not.toHaveBeenCalled();
    say(at(5, 1, true));
    expect(source.close).toHaveBeenCalledOnce();
  });
});
