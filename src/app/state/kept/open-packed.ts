// SPDX-License-Identifier: EUPL-1.2
import type { KeptAnswer } from '../../../simulation/kept-answer';

/** What the worker says: the answer, or why the bytes are none. */
export type FromOpener = { readonly answer: KeptAnswer } | { readonly fault: string };

/** Opens the packed bytes of a stored answer, in a worker. Rejects where they are none that this page can read. */
export function openPacked(bytes: Uint8Array<ArrayBuffer>): Promise<KeptAnswer> {
  return new Promise<KeptAnswer>((resolve, reject) => {
    const worker = new Worker(new URL('./answer-worker.ts', import.meta.url), {
      type: 'module',
      name: 'stored-answer',
    });
    const end = (act: () => void) => {
      worker.terminate();
      act();
    };
    worker.onmessage = ({ data }: { data: FromOpener }) =>
      end(() => ('answer' in data ? resolve(data.answer) : reject(new Error(data.fault))));
    worker.onerror = ({ message }) => end(() => reject(new Error(message)));
    worker.onmessageerror = () => end(() => reject(new Error('the answer cannot be handed over')));
    worker.postMessage(bytes, [bytes.buffer]);
  });
}
