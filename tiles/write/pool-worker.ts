// SPDX-License-Identifier: EUPL-1.2
/** The inside of a pool thread: runs named functions of named modules, one after the other. */
import { parentPort } from 'node:worker_threads';
import type { Answer, Done, Question } from './pool';

async function answer({ id, module, name, input }: Question): Promise<[Answer, ArrayBuffer[]]> {
  try {
    const run = ((await import(module)) as Record<string, (input: unknown) => unknown>)[name];
    if (!run) throw new Error(`${module} exports no ${name}`);
    const done = (await run(input)) as Done<unknown>;
    return [{ id, value: done.value }, done.transfer ?? []];
  } catch (error) {
    return [{ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []];
  }
}

let before = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  before = before.then(async () => parentPort?.postMessage(...(await answer(question))));
});
