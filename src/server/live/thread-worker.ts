// SPDX-License-Identifier: EUPL-1.2
/** The inside of a thread: runs named functions of named modules. */
import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadQuestion } from './thread';

async function answer({ module, name, input }: ThreadQuestion): Promise<ThreadAnswer> {
  try {
    const run = ((await import(module)) as Record<string, (input: unknown) => unknown>)[name];
    if (!run) throw new Error(`${module} exports no ${name}`);
    return { value: await run(input) };
  } catch (error) {
    if (error instanceof Error) return { fault: error.message, faultName: error.name };
    return { fault: String(error), faultName: '' };
  }
}

parentPort?.on('message', async (question: ThreadQuestion) =>
  parentPort?.postMessage(await answer(question)),
);
parentPort?.postMessage('ready');
