// SPDX-License-Identifier: EUPL-1.2
/** A worker thread that runs named functions, one after the other, and is ended where one takes too long. */
import { Worker } from 'node:worker_threads';

/** What the thread is asked: a function exported by a module (a file URL), with cloneable input. */
export interface ThreadQuestion {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}
export type ThreadAnswer =
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly fault: string; readonly faultName: string };

interface Job {
  readonly question: ThreadQuestion;
  readonly deadlineMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The function took too long, or its thread died. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}
/** The function threw; `thrown` is the name of what it threw. */
export class ThreadFault extends Error {
  override readonly name = 'ThreadFault';
  constructor(
    message: string,
    readonly thrown: string,
  ) {
    super(message);
  }
}

/** Waiting jobs beyond this are refused: whoever asks so much gets no answer in time anyway. */
const MOST_WAITING = 1000;
/** For the thread to be there at all, on a busy machine. */
const START_MS = 60_000;

/** Started when first asked; started anew after it was ended. Of all threads' memory this one's is bounded. */
export class Thread {
  readonly #waiting: Job[] = [];
  #worker: Worker | undefined;
  #ready = false;
  #running: Job | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(private readonly memoryMB = 512) {}

  /** @throws ThreadFault where the function throws, ThreadLost where it takes longer than the deadline */
  ask(question: ThreadQuestion, deadlineMs: number): Promise<unknown> {
    if (this.#closed) return Promise.reject(new ThreadLost('closed'));
    if (this.#waiting.length >= MOST_WAITING) return Promise.reject(new ThreadLost('too much is waiting'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, deadlineMs, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) job.reject(new ThreadLost('closed'));
    await this.#lose('closed');
  }

  #next(): void {
    if (this.#running || this.#waiting.length === 0 || this.#closed) return;
    if (!this.#worker) this.#start();
    if (!this.#ready) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#running = job;
    this.#timer = setTimeout(
      () => void this.#lose(`took longer than ${job.deadlineMs / 1000} s`),
      job.deadlineMs,
    );
    this.#worker?.postMessage(job.question);
  }

  #start(): void {
    const worker = new Worker(new URL('./thread-worker.mjs', import.meta.url), {
      execArgv: [],
      // No secrets in there.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.memoryMB },
    });
    this.#worker = worker;
    this.#timer = setTimeout(() => void this.#lose('does not start'), START_MS);
    worker.on('message', (answer: ThreadAnswer | 'ready') => {
      if (worker !== this.#worker) return;
      clearTimeout(this.#timer);
      if (answer === 'ready') this.#ready = true;
      else this.#settle(answer);
      this.#next();
    });
    worker.on('error', (error) => worker === this.#worker && void this.#lose(`died: ${error.message}`));
    worker.on('exit', () => worker === this.#worker && void this.#lose('ended'));
  }

  #settle(answer: ThreadAnswer): void {
    const job = this.#running;
    this.#running = undefined;
    if (answer.fault === undefined) job?.resolve(answer.value);
    else job?.reject(new ThreadFault(answer.fault, answer.faultName));
  }

  async #lose(why: string): Promise<void> {
    clearTimeout(this.#timer);
    const [worker, job, ready] = [this.#worker, this.#running, this.#ready];
    this.#worker = this.#running = undefined;
    this.#ready = false;
    job?.reject(new ThreadLost(why));
    // A thread that cannot even start would be started for ever.
    if (!ready) for (const waiting of this.#waiting.splice(0)) waiting.reject(new ThreadLost(why));
    this.#next();
    await worker?.terminate();
  }
}
