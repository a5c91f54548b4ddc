// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MILANO } from '../city/place';
import { FileReading, type OwnError, type ReadWorker, STALL_MS, WHOLE_MS } from './file-reading';
import type { Preview, ToReader } from './read-protocol';

class MadeWorker implements ReadWorker {
  said: ToReader[] = [];
  ended = false;
  onmessage: ReadWorker['onmessage'] = null;
  onerror: ReadWorker['onerror'] = null;
  postMessage(message: ToReader) {
    this.said.push(message);
  }
  terminate() {
    this.ended = true;
  }
}
const fileOf = (size: number) => ({ name: 'a.geojson', size }) as File;

describe('reading a file', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const begin = (size = 1000) => {
    const worker = new MadeWorker();
    const steps: string[] = [];
    const reading = new FileReading(
      fileOf(size),
      () => worker,
      (step) => steps.push(step),
    );
    return { worker, steps, reading };
  };
  const codeOf = (answer: Promise<unknown>) =>
    answer.then(
      () => 'answered',
      (error: OwnError) => error.fault.code,
    );

  it('answers, and is asked again', async () => {
    const { worker, reading, steps } = begin();
    const first = reading.open(MILANO);
    worker.onmessage?.({ data: { kind: 'tick', step: 'read' } });
    worker.onmessage?.({ data: { kind: 'preview', preview: { rows: 3 } as Preview } });
    expect((await first).rows).toBe(3);
    expect(steps).toEqual(['read']);
    await vi.advanceTimersByTimeAsync(2 * WHOLE_MS);
    expect(worker.ended).toBe(false);
    const again = reading.ask({ entry: 'b' });
    worker.onmessage?.({ data: { kind: 'failed', fault: { code: 'empty', values: {}, detail: '' } } });
    expect(await codeOf(again)).toBe('empty');
    expect(worker.said.map(({ kind }) => kind)).toEqual(['open', 'ask']);
  });

  it('ends a worker that says nothing, and says at which step it was', async () => {
    const { worker, reading } = begin();
    const answer = reading.open(MILANO).catch((error: OwnError) => error.fault);
    worker.onmessage?.({ data: { kind: 'tick', step: 'read' } });
    await vi.advanceTimersByTimeAsync(STALL_MS - 10);
    expect(worker.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(20);
    expect(worker.ended).toBe(true);
    expect(await answer).toMatchObject({ code: 'stalled', values: { step: 'read' } });
  });

  it('ends one that goes on for ever', async () => {
    const { worker, reading } = begin();
    const code = codeOf(reading.open(MILANO));
    for (let ms = 0; ms <= WHOLE_MS; ms += 1000) {
      worker.onmessage?.({ data: { kind: 'tick', step: 'read' } });
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(await code).toBe('too-long');
    expect(worker.ended).toBe(true);
  });

  it('gives a large file longer to be parsed at one go', async () => {
    const { worker, reading } = begin(40 * 1024 * 1024);
    const code = codeOf(reading.open(MILANO));
    await vi.advanceTimersByTimeAsync(STALL_MS + 9000);
    expect(worker.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await code).toBe('stalled');
  });

  it('does not read what is too large or empty, and can be given up', async () => {
    const large = begin(51 * 1024 * 1024);
    expect(await codeOf(large.reading.open(MILANO))).toBe('too-large');
    expect([large.worker.ended, large.worker.said]).toEqual([true, []]);
    expect(await codeOf(begin(0).reading.open(MILANO))).toBe('empty');
    const { worker, reading } = begin();
    const code = codeOf(reading.open(MILANO));
    reading.close();
    expect([await code, worker.ended]).toEqual(['cancelled', true]);
    expect(await codeOf(reading.ask({}))).toBe('cancelled');
  });

  it('tells of a worker that fell', async () => {
    const { worker, reading } = begin();
    const code = codeOf(reading.open(MILANO));
    worker.onerror?.({ message: 'out of memory' });
    expect(await code).toBe('memory');
  });
});
