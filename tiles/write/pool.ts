// SPDX-License-Identifier: EUPL-1.2
/** Worker threads of a build: pure functions of other modules, run off the main thread. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** A function that the pool can run: exported by `module` (a file URL) under `name`. */
export interface Work<Input, Output> {
  readonly module: string;
  readonly name: string;
  /** Only for the types: the function that `name` stands for. */
  readonly form?: (input: Input) => Done<Output> | Promise<Done<Output>>;
}

/** What such a function returns: a cloneable value, and the buffers in it that are moved, not copied. */
export interface Done<Output> {
  readonly value: Output;
  readonly transfer?: ArrayBuffer[];
}

export interface Pool {
  readonly size: number;
  /** Runs `work` on a free thread. Rejects with the fault where it throws or its thread dies. */
  run<Input, Output>(work: Work<Input, Output>, input: Input, transfer?: ArrayBuffer[]): Promise<Output>;
  /** Ends the threads; what waits or runs rejects. May be called twice. */
  close(): Promise<void>;
}

export interface Question {
  readonly id: number;
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}
export type Answer =
  | { readonly id: number; readonly value: unknown; readonly fault?: undefined }
  | { readonly id: number; readonly fault: string };

interface Job {
  readonly question: Question;
  readonly transfer: ArrayBuffer[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Jobs given to a thread before they are answered: it goes on while the main thread is busy. */
export const JOBS_AHEAD = 4;

/** Threads are started when first needed, and kept until `close`. Each runs one job after the other. */
export function openPool(size = Math.min(availableParallelism(), 8)): Pool {
  const waiting: Job[] = [];
  /** What each thread has been given and has not answered. */
  const given = new Map<Worker, Job[]>();
  let nextId = 0;
  let closed = false;

  const start = (): Worker => {
    const worker = new Worker(new URL('./pool-worker.mjs', import.meta.url), { execArgv: [] });
    worker.on('message', (answer: Answer) => {
      const jobs = given.get(worker) ?? [];
      const at = jobs.findIndex(({ question }) => question.id === answer.id);
      const job = at < 0 ? undefined : jobs.splice(at, 1)[0];
      if (answer.fault === undefined) job?.resolve(answer.value);
      else job?.reject(new Error(`${job.question.name} failed: ${answer.fault}`));
      next();
    });
    const lost = (why: string) => {
      const jobs = given.get(worker) ?? [];
      given.delete(worker);
      for (const { question, reject } of jobs)
        reject(new Error(`${question.name} failed: its thread ${why}`));
      if (!closed) next();
    };
    worker.on('error', (error) => lost(`died: ${error.message}`));
    worker.on('exit', (code) => lost(`ended with code ${code}`));
    given.set(worker, []);
    return worker;
  };

  /** The thread that has least to do, a new one where all are busy; undefined where all have enough. */
  const idlest = (): Worker | undefined => {
    let [best, least] = [undefined as Worker | undefined, JOBS_AHEAD];
    for (const [worker, { length }] of given) if (length < least) [best, least] = [worker, length];
    return given.size < size && least > 0 ? start() : best;
  };

  const next = (): void => {
    while (waiting.length > 0) {
      const worker = idlest();
      if (!worker) return;
      const job = waiting.shift() as Job;
      try {
        worker.postMessage(job.question, job.transfer);
        given.get(worker)?.push(job);
      } catch (error) {
        // What cannot be cloned never leaves this thread.
        job.reject(new Error(`${job.question.name} failed: ${(error as Error).message}`));
      }
    }
  };

  return {
    size,
    run<Input, Output>({ module, name }: Work<Input, Output>, input: Input, transfer: ArrayBuffer[] = []) {
      if (closed) return Promise.reject(new Error(`${name}: the pool is closed`));
      return new Promise<Output>((resolve, reject) => {
        const question = { id: nextId++, module, name, input };
        waiting.push({ question, transfer, resolve: resolve as (value: unknown) => void, reject });
        next();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error('the pool was closed'));
      await Promise.all([...given.keys()].map((worker) => worker.terminate()));
    },
  };
}
