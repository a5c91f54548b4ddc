// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { FromWorker, ToWorker } from './protocol';
import type { WorkerLike } from './run';
import { startValidation } from './run-validation';
import { validateCharge } from './validate';

/** A worker that says what the test says. */
function worker() {
  const asked: ToWorker[] = [];
  let ended = 0;
  const like: WorkerLike = {
    postMessage: (message) => asked.push(message),
    terminate: () => ended++,
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  };
  const say = (data: FromWorker) => like.onmessage?.({ data });
  return { like, say, asked, ended: () => ended };
}
const charge = validateCharge(null);
const start = (from: ReturnType<typeof worker>, heard: unknown[] = []) =>
  startValidation({
    city: null,
    entries: null,
    makeWorker: () => from.like,
    onCharge: (said) => heard.push(said),
    onProgress: (progress) => heard.push(progress),
  });

describe('a validation', () => {
  it('asks once, passes on what is known at once and how far it is, and ends with all of it', async () => {
    const from = worker();
    const heard: unknown[] = [];
    const { answer } = start(from, heard);
    expect(from.asked).toEqual([{ kind: 'validate', city: null, entries: null }]);
    from.say({ kind: 'charge-validation', charge });
    from.say({ kind: 'progress', phase: 'before', draw: 3, iteration: 2, relativeGap: 0.1 });
    expect(heard).toEqual([charge, { phase: 'before', drawsDone: 3, draws: 8 }]);
    from.say({ kind: 'validation', validation: { charge, base: null } });
    expect(await answer).toEqual({ charge, base: null });
    expect(from.ended()).toBe(1);
  });

  it('cancelled kills the worker and rejects, and hears no more', async () => {
    const from = worker();
    const heard: unknown[] = [];
    const { answer, cancel } = start(from, heard);
    cancel();
    from.say({ kind: 'charge-validation', charge });
    await expect(answer).rejects.toMatchObject({ fault: { code: 'cancelled' } });
    expect([from.ended(), heard]).toEqual([1, []]);
  });

  it.each([
    ['crashed', (from: ReturnType<typeof worker>) => from.like.onerror?.({ message: 'out of memory' })],
    ['unreadable', (from: ReturnType<typeof worker>) => from.like.onmessageerror?.({})],
    [
      'inputs',
      (from: ReturnType<typeof worker>) =>
        from.say({ kind: 'failed', fault: { where: 'demand', code: 'inputs', detail: 'zones' } }),
    ],
  ])('%s rejects', async (code, happen) => {
    const from = worker();
    const { answer } = start(from);
    happen(from);
    await expect(answer).rejects.toMatchObject({ fault: { code } });
    expect(from.ended()).toBe(1);
  });
});
