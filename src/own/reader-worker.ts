// SPDX-License-Identifier: EUPL-1.2
/** The worker that reads one file that somebody brought, and then ends: whatever the file does to it stays in it. */
import { crsOf } from '../formats/crs';
import { InputError } from '../formats/fault';
import { placed, type Surroundings } from '../formats/placing';
import { type GivenFile, type ReadFile, type ReadStep, readFile } from '../formats/read-file';
import { buffersOf } from '../formats/table';
import { previewOf, shapeCounts } from './preview';
import type { FromReader, OwnFault, ToReader } from './read-protocol';

interface Scope {
  onmessage: ((event: { data: ToReader }) => void) | null;
  postMessage(message: FromReader, transfer?: ArrayBuffer[]): void;
}
const scope = globalThis as unknown as Scope;

/** The page hears no more often that the work goes on. */
const TICK_MS = 100;

let file: GivenFile | null = null;
let city: Surroundings | null = null;
let read: ReadFile | null = null;
let tickedMs = 0;

const tick = (step: ReadStep): void => {
  const nowMs = performance.now();
  if (nowMs - tickedMs < TICK_MS) return;
  tickedMs = nowMs;
  scope.postMessage({ kind: 'tick', step });
};

async function answer(message: ToReader): Promise<void> {
  if (message.kind === 'take') return take(message);
  if (message.kind === 'open') {
    file = { name: message.name, bytes: new Uint8Array(await message.file.arrayBuffer()) };
    city = message.city;
  }
  if (!file || !city) throw new Error('no file was opened');
  // What was read before need not be held while the same is read anew.
  read = null;
  read = await readFile(file, message.kind === 'ask' ? message.asked : {}, tick);
  scope.postMessage({ kind: 'preview', preview: previewOf(file.name, read, city) });
}

function take({ crs, swapped }: Extract<ToReader, { kind: 'take' }>): void {
  if (!file || !city || !read) throw new Error('no file was read');
  const { table, outside, bounds } = placed(
    file.name,
    read.table,
    { crs: crsOf(crs, file.name), swapped },
    city,
    () => tick('place'),
  );
  scope.postMessage(
    { kind: 'taken', taken: { table, bounds, shapes: shapeCounts(table.shapes), outside } },
    buffersOf(table),
  );
}

function faultOf(error: unknown): OwnFault {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof InputError) return { code: error.code ?? 'damaged', values: error.values, detail };
  const memory = error instanceof RangeError && /allocation|array length|buffer/i.test(detail);
  return { code: memory ? 'memory' : 'unexpected', values: {}, detail };
}

scope.onmessage = ({ data }) => {
  answer(data).catch((error: unknown) => scope.postMessage({ kind: 'failed', fault: faultOf(error) }));
};
