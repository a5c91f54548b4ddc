// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { tightRoom } from './room';

const saying = (usage: number, quota: number) => ({ estimate: async () => ({ usage, quota }) });

describe('the room that the browser gives', () => {
  it('is told from four fifths on, with what takes it', async () => {
    expect(await tightRoom(['abc', 'de'], saying(79, 100))).toBeNull();
    expect(await tightRoom(['abc', 'de'], saying(80, 100))).toEqual({
      ...{ used: 80, given: 100 },
      ...{ scenarios: 5, scenarioCount: 2 },
    });
    expect((await tightRoom(['x'.repeat(200)], saying(90, 100)))?.scenarios).toBe(90);
  });

  it('is enough where the browser does not say', async () => {
    expect(await tightRoom([], saying(0, 0))).toBeNull();
    expect(await tightRoom([], {})).toBeNull();
    expect(await tightRoom([], { estimate: () => Promise.reject(new Error('refused')) })).toBeNull();
  });
});
