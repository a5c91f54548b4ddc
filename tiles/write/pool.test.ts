// SPDX-License-Identifier: EUPL-1.2
import { afterAll, describe, expect, it } from 'vitest';
import { openPool, type Work } from './pool';

const module = new URL('../fixtures/pool-work.ts', import.meta.url).href;
const doubled: Work<Float64Array, Float64Array> = { module, name: 'doubled' };
const onThread: Work<number, number> = { module, name: 'onThread' };

describe('pool', () => {
  const pool = openPool(2);
  afterAll(() => pool.close());

  it('moves the values to a thread and back', async () => {
    const input = Float64Array.of(1, 2.5, -3);
    expect(await pool.run(doubled, input, [input.buffer])).toEqual(Float64Array.of(2, 5, -6));
    expect(input.length).toBe(0);
  });

  it('runs more jobs than threads, on as many threads as it may', async () => {
    const threads = await Promise.all(Array.from({ length: 20 }, () => pool.run(onThread, 5)));
    expect(threads).toHaveLength(20);
    expect(new Set(threads).size).toBe(2);
  });

  it('rejects with the fault of a job, and goes on', async () => {
    await expect(pool.run({ module, name: 'failing' }, 'no roof')).rejects.toThrow(
      /failing failed: .*no roof/,
    );
    await expect(pool.run({ module, name: 'absent' }, 0)).rejects.toThrow(/exports no absent/);
    expect(await pool.run(doubled, Float64Array.of(4))).toEqual(Float64Array.of(8));
  });

  it('rejects an input that cannot be cloned, and mixes up no answers after it', async () => {
    const before = pool.run(doubled, Float64Array.of(1));
    const bad = pool.run(doubled, (() => 0) as unknown as Float64Array);
    const after = pool.run(doubled, Float64Array.of(3));
    await expect(bad).rejects.toThrow(/doubled failed: .*could not be cloned/);
    expect([await before, await after]).toEqual([Float64Array.of(2), Float64Array.of(6)]);
  });

  it('rejects all jobs of a thread that dies, and replaces the thread', async () => {
    const small = openPool(1);
    const jobs = [{ module, name: 'dying' }, onThread, onThread].map((work) => small.run(work, 0));
    for (const job of jobs) await expect(job).rejects.toThrow(/failed: its thread/);
    expect(await small.run(doubled, Float64Array.of(4))).toEqual(Float64Array.of(8));
    await small.close();
    await expect(pool.run({ module, name: 'dying' }, 0)).rejects.toThrow(/dying failed: its thread/);
    const threads = await Promise.all(Array.from({ length: 4 }, () => pool.run(onThread, 20)));
    expect(new Set(threads).size).toBe(2);
  });

  it('rejects what is asked of a closed pool, and what was waiting', async () => {
    const small = openPool(1);
    const first = small.run(onThread, 5_000);
    const others = Array.from({ length: 6 }, () => small.run(onThread, 0));
    const settled = Promise.allSettled([first, ...others]);
    await small.close();
    expect((await settled).map((s) => s.status)).toEqual(Array(7).fill('rejected'));
    await expect(small.run(onThread, 0)).rejects.toThrow(/closed/);
  });
});
