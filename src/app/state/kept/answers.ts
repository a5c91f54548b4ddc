// SPDX-License-Identifier: EUPL-1.2
/** Answers go to the server with the revision that they are of, so that whoever opens them runs nothing. */
import { answerKey, keepAnswer } from '../../../simulation/kept-answer';
import type { Answer } from '../../../simulation/protocol';
import { isStale } from '../scenario';
import { useStore } from '../store';
import { answered, KeepError, savedRevision } from './actions';
import type { Keeper } from './keeper';
import { asker } from './server';

/** Where an answer lies on the server. */
export interface AnswerPlace {
  readonly scenarioId: string;
  readonly rev: number;
  readonly key: string;
}

type Ask = ReturnType<typeof asker>;

/**
 * Brings the scenario on the desk to the server, and its answer with it; the same again is kept once.
 * @throws KeepError where either is not there
 */
export async function storeAnswer(keeper: Keeper, answer: Answer, ask: Ask = asker()): Promise<AnswerPlace> {
  const { id, rev } = await savedRevision(keeper);
  const onDesk = keeper.parts.desk.read();
  // What has changed meanwhile was not answered.
  if (onDesk?.id !== id || isStale({ kind: 'done', answer }, onDesk.present)) throw new KeepError('conflict');
  const key = answerKey(answer);
  const bytes = await packed(keepAnswer(answer));
  answered(await ask('PUT', `scenarios/${id}/answers/${key}?rev=${rev}`, bytes));
  return { scenarioId: id, rev, key };
}

/** From now on every answer goes there as it comes. What cannot be stored now is, when it is published. */
export function storeAnswers(keeperNow: () => Keeper): void {
  const store = (answer: Answer) => {
    const keeper = keeperNow();
    if (keeper.local === null) storeAnswer(keeper, answer).catch(() => {});
  };
  const { run } = useStore.getState();
  if (run.kind === 'done') store(run.answer);
  useStore.subscribe((now, before) => {
    if (now.run !== before.run && now.run.kind === 'done') store(now.run.answer);
  });
}

/** Smaller, as gzip has it. */
export const packed = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new CompressionStream('gzip'));

/** What {@link packed} made smaller. Rejects where the bytes are nothing of the kind. */
export const unpacked = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new DecompressionStream('gzip'));

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Blob([bytes]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>);
  return new Uint8Array(await new Response(out as ReadableStream<BufferSource>).arrayBuffer());
}
