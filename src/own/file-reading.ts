// SPDX-License-Identifier: EUPL-1.2
/**
 * One file on its way from the hand to the city, as the page sees it. The worker that reads it is given
 * a time to say something; a damaged file can keep a library busy for ever, and then only ending the
 * worker helps. Every question settles: by an answer or a fault.
 */
import { LIMITS } from '../formats/limits';
import type { Surroundings } from '../formats/placing';
import type { Asked, ReadStep } from '../formats/read-file';
import type { FromReader, OwnFault, Preview, Taken, ToReader } from './read-protocol';

/** The part of a Worker that is used here. */
export interface ReadWorker {
  postMessage(message: ToReader): void;
  terminate(): void;
  onmessage: ((event: { data: FromReader }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

/** So long a reader may say nothing, and so much longer for each MB: the largest are parsed at one go. */
export const STALL_MS = 3500;
const STALL_MS_A_MB = 250;
/** No file is worth more. */
export const WHOLE_MS = 60_000;

export class OwnError extends Error {
  constructor(readonly fault: OwnFault) {
    super(`${fault.code}: ${fault.detail}`);
    this.name = 'OwnError';
  }
}

interface Waiting {
  readonly wanted: 'preview' | 'taken';
  readonly resolve: (answer: Preview | Taken) => void;
  readonly reject: (error: OwnError) => void;
}

export class FileReading {
  readonly #worker: ReadWorker;
  readonly #stallMs: number;
  readonly #onStep: (step: ReadStep) => void;
  #waiting: Waiting | null = null;
  #step: ReadStep = 'unpack';
  #stall: ReturnType<typeof setTimeout> | undefined;
  #whole: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  /** `make` hires a worker; `onStep` hears what is being done; `stallMs`: how long a small file's may say nothing. */
  constructor(
    private readonly file: { readonly name: string; readonly size: number } & Blob,
    make: () => ReadWorker,
    onStep: (step: ReadStep) => void = () => {},
    stallMs = STALL_MS,
  ) {
    this.#onStep = onStep;
    this.#stallMs = stallMs + (STALL_MS_A_MB * file.size) / 1024 / 1024;
    this.#worker = make();
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = ({ message }) =>
      this.#end({ code: 'memory', values: {}, detail: message ?? 'the worker ended' });
  }

  /** Reads the file. @throws OwnError */
  open(city: Surroundings): Promise<Preview> {
    const mb = LIMITS.fileBytes / 1024 / 1024;
    if (this.file.size > LIMITS.fileBytes)
      return this.#refuse({ code: 'too-large', values: { mb }, detail: `${this.file.size} bytes` });
    if (this.file.size === 0) return this.#refuse({ code: 'empty', values: {}, detail: 'no bytes' });
    return this.#ask('preview', { kind: 'open', file: this.file, name: this.file.name, city });
  }

  /** Reads it again as somebody says. @throws OwnError */
  ask(asked: Asked): Promise<Preview> {
    return this.#ask('preview', { kind: 'ask', asked });
  }

  /** Brings it to its place; the worker then ends. @throws OwnError */
  async take(crs: string, swapped: boolean): Promise<Taken> {
    const taken = await this.#ask<Taken>('taken', { kind: 'take', crs, swapped });
    this.close();
    return taken;
  }

  /** Ends the worker; whoever waits hears of it. */
  close(): void {
    this.#end({ code: 'cancelled', values: {}, detail: '' });
  }

  #refuse(fault: OwnFault): Promise<never> {
    this.#end(fault);
    return Promise.reject(new OwnError(fault));
  }

  #ask<T extends Preview | Taken>(wanted: Waiting['wanted'], message: ToReader): Promise<T> {
    if (this.#ended || this.#waiting)
      return Promise.reject(new OwnError({ code: 'cancelled', values: {}, detail: 'busy or ended' }));
    return new Promise<T>((resolve, reject) => {
      this.#waiting = { wanted, resolve: resolve as Waiting['resolve'], reject };
      this.#step = 'unpack';
      this.#watch();
      this.#whole = setTimeout(
        () =>
          this.#end({
            code: 'too-long',
            values: { seconds: WHOLE_MS / 1000, step: this.#step },
            detail: `${WHOLE_MS} ms`,
          }),
        WHOLE_MS,
      );
      this.#worker.postMessage(message);
    });
  }

  #watch(): void {
    clearTimeout(this.#stall);
    this.#stall = setTimeout(
      () =>
        this.#end({
          code: 'stalled',
          values: { seconds: Math.round(this.#stallMs / 1000), step: this.#step },
          detail: `nothing heard for ${Math.round(this.#stallMs)} ms`,
        }),
      this.#stallMs,
    );
  }

  #hear(message: FromReader): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    if (message.kind === 'tick') {
      this.#watch();
      if (message.step === this.#step) return;
      this.#step = message.step;
      this.#onStep(message.step);
      return;
    }
    this.#settle();
    if (message.kind === 'failed') waiting.reject(new OwnError(message.fault));
    else waiting.resolve(message.kind === 'preview' ? message.preview : message.taken);
  }

  #settle(): void {
    clearTimeout(this.#stall);
    clearTimeout(this.#whole);
    this.#waiting = null;
  }

  #end(fault: OwnFault): void {
    if (this.#ended) return;
    this.#ended = true;
    const waiting = this.#waiting;
    this.#settle();
    this.#worker.onmessage = null;
    this.#worker.onerror = null;
    this.#worker.terminate();
    waiting?.reject(new OwnError(fault));
  }
}
