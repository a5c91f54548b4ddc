// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inPieces } from './in-pieces';

afterEach(() => vi.restoreAllMocks());

/** Work of so many steps, each of which takes 3 ms by the page's own clock. */
function work(steps: number) {
  const done: string[] = [];
  let nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  return {
    done,
    *steps(): Generator<void, string> {
      for (let step = 0; step < steps; step++) {
        nowMs += 3;
        done.push(`step ${step}`);
        yield;
      }
      return 'whole';
    },
  };
}

describe('work in pieces', () => {
  it('lets the page have its turn after a few milliseconds, and is whole in the end', async () => {
    const { done, steps } = work(7);
    const whole = inPieces(steps());
    const page = async () => {
      while (done.length < 7) {
        done.push('page');
        await new Promise((go) => setTimeout(go));
      }
    };
    await page();
    expect(await whole).toBe('whole');
    // 3 + 3 + 3 ms is more than the 8 that a piece may take.
    expect(done.filter((what) => what !== 'page')).toEqual(Array.from({ length: 7 }, (_, i) => `step ${i}`));
    expect(done.slice(0, 5)).toEqual(['step 0', 'step 1', 'step 2', 'page', 'step 3']);
  });

  it('is done at once where it is little', async () => {
    const { done, steps } = work(2);
    const whole = inPieces(steps());
    expect(done).toEqual(['step 0', 'step 1']);
    expect(await whole).toBe('whole');
  });

  it('rejects with what the work throws, also in a later piece', async () => {
    const { steps } = work(5);
    function* failing(): Generator<void, string> {
      yield* steps();
      throw new Error('no table');
    }
    await expect(inPieces(failing())).rejects.toThrow('no table');
  });
});
