// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchWithRetry, RETRIES, retryDelayMs } from './tile-retry';

describe('when a tile is asked for again', () => {
  it('after 0.5, 1.5 and 4.5 s, and then no more', () => {
    expect([1, 2, 3, 4].map((failures) => retryDelayMs(failures, 503))).toEqual([500, 1500, 4500, null]);
    expect([1, 2, 3, 4].map((failures) => retryDelayMs(failures, 0))).toEqual([500, 1500, 4500, null]);
  });

  it('not where the answer is final', () => {
    for (const status of [400, 403, 404, 410]) expect(retryDelayMs(1, status)).toBeNull();
    for (const status of [408, 425, 429, 500]) expect(retryDelayMs(1, status)).toBe(500);
  });
});

describe('fetching with retries', () => {
  const answers: (number | 'none')[] = [];
  const fetched = vi.fn(async () => {
    const next = answers.shift() ?? 200;
    if (next === 'none') throw new TypeError('Failed to fetch');
    return new Response('', { status: next });
  });
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', fetched);
    fetched.mockClear();
    answers.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('gets there at the third time of asking', async () => {
    answers.push(503, 'none', 200);
    const response = fetchWithRetry('tile.glb');
    await vi.advanceTimersByTimeAsync(2000);
    expect((await response).status).toBe(200);
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  it('gives back the last bad answer', async () => {
    answers.push(500, 500, 500, 502);
    const response = fetchWithRetry('tile.glb');
    await vi.advanceTimersByTimeAsync(6500);
    expect((await response).status).toBe(502);
    expect(fetched).toHaveBeenCalledTimes(RETRIES + 1);
  });

  it('throws where no answer comes at all', async () => {
    answers.push('none', 'none', 'none', 'none');
    const response = expect(fetchWithRetry('tile.glb')).rejects.toThrow('Failed to fetch');
    await vi.advanceTimersByTimeAsync(6500);
    await response;
  });

  it('stops waiting when it is called off', async () => {
    answers.push(503);
    const controller = new AbortController();
    const response = expect(fetchWithRetry('tile.glb', { signal: controller.signal })).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    await response;
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
