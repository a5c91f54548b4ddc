// SPDX-License-Identifier: EUPL-1.2
/**
 * FlatGeobuf's library may go on for ever over a damaged file, and nothing in its own thread can stop it. So
 * it is tried as it is used: the worker's own code in a thread, and the deadline of the page around it.
 */
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { FeatureCollection } from 'geojson';
import { afterAll, describe, expect, it } from 'vitest';
import { MILANO } from '../city/place';
import { FAULT_CODES } from '../formats/fault';
import { FileReading, OwnError, type ReadWorker, STALL_MS } from './file-reading';
import type { FromReader, ToReader } from './read-protocol';

/** Starting a thread takes longer than reading: one is kept until it has to be ended. */
let thread: Promise<Worker> | null = null;
let ended = 0;

function started(): Promise<Worker> {
  thread ??= new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fixtures/reader-thread.mjs', import.meta.url), {
      execArgv: [],
    });
    worker.once('error', reject);
    worker.setMaxListeners(0);
    worker.once('message', () => resolve(worker));
  });
  return thread;
}

/** A worker of the browser's kind; ending it ends the thread only where it still owes an answer. */
function hired(worker: Worker): ReadWorker {
  let owes = false;
  const hear = (message: FromReader) => {
    if (message.kind !== 'tick') owes = false;
    made.onmessage?.({ data: message });
  };
  const made: ReadWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message: ToReader) => {
      owes = true;
      worker.postMessage(message);
    },
    terminate: () => {
      worker.off('message', hear);
      if (!owes) return;
      ended++;
      thread = null;
      void worker.terminate();
    },
  };
  worker.on('message', hear);
  return made;
}

/** Rows that were read, or the code of the fault. */
async function outcome(bytes: Uint8Array<ArrayBuffer>, stallMs = STALL_MS): Promise<number | string> {
  const worker = await started();
  const file = Object.assign(new Blob([bytes]), { name: 'a.fgb' });
  const reading = new FileReading(file, () => hired(worker), undefined, stallMs);
  const answer = await reading.open(MILANO).then(
    ({ rows }) => rows,
    (error: unknown) => (error instanceof OwnError ? error.fault.code : String(error)),
  );
  reading.close();
  return answer;
}

const COLLECTION: FeatureCollection = {
  type: 'FeatureCollection',
  features: [0, 1, 2].map((i) => ({
    type: 'Feature',
    properties: { nome: `Luogo ${i}`, quanto: i },
    geometry: { type: 'Point', coordinates: [9.18 + i / 100, 45.46] },
  })),
};
const SEED = serialize(COLLECTION, 4326);
/** About one damage in five keeps the library busy for ever: the test waits less long for each. */
const SOON_MS = 400;
/** What a damaged file may come to: a fault of the file, or the deadline. Nothing unforeseen. */
const ANSWERS: readonly string[] = [...FAULT_CODES, 'stalled', 'memory'];

describe('FlatGeobuf in the worker that reads it', () => {
  afterAll(async () => void (await (await thread)?.terminate()));

  it('is read there', async () => {
    expect(await outcome(SEED.slice())).toBe(3);
  }, 30_000);

  it('is ended where it would go on for ever, and the next file is read', async () => {
    // Some byte of the header is the highest of a count of columns, which then are half a milliard.
    const before = ended;
    let found: string | number = '';
    for (let at = 12; at < 200 && found !== 'stalled'; at++) {
      const endless = SEED.slice();
      endless[at] = 0x1f;
      found = await outcome(endless, SOON_MS);
    }
    expect(found).toBe('stalled');
    expect(ended).toBe(before + 1);
    expect(await outcome(SEED.slice())).toBe(3);
  }, 60_000);

  it('gets an answer whatever its damage, and the next file is read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(), { freq: 4 }),
        async (changes, cut) => {
          let bytes = SEED.slice();
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          if (cut !== null) bytes = bytes.slice(0, cut % bytes.length);
          const answer = await outcome(bytes, SOON_MS);
          expect(typeof answer === 'number' || ANSWERS.includes(answer), String(answer)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
    expect(await outcome(SEED.slice())).toBe(3);
  }, 120_000);
});
