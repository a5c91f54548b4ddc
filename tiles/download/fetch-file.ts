// SPDX-License-Identifier: EUPL-1.2
/** One file from the web: resumed where it was cut, whole or not at all, without hurrying its server. */
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { conditions, describePart, forgetPart, partOf, type Stored, sha256Of } from './partial-file';

export type { Stored } from './partial-file';

const USER_AGENT = 'gemello-milano (open data twin of Milan; one request at a time)';
/** A server that asks for more patience than this is asked again another day. */
const MAX_WAIT_MS = 120_000;
const RANGE_NOT_SATISFIABLE = 416;
const MAX_FILE_BYTES = 2 * 1024 ** 3;

/** In words for the user; asking again would not help. */
export class DownloadError extends Error {}
/** No answer at all: name not found, refused, timed out. */
export class UnreachableError extends DownloadError {}
/** Worth another attempt, after a while. */
class Retry extends Error {
  constructor(
    message: string,
    readonly unreachable: boolean,
    readonly waitMs?: number,
    readonly status?: number,
  ) {
    super(message);
  }
}

export interface FetchSettings {
  readonly fetch: typeof fetch;
  readonly sleep: (ms: number) => Promise<void>;
  /** Between two requests to one host. */
  readonly delayMs: number;
  /** Attempts after the first; the n-th waits backOffMs × 2^n, or what the server asks for. */
  readonly retries: number;
  readonly backOffMs: number;
  /** A server that is silent for so long is given up. */
  readonly silenceMs: number;
}

export interface FileOptions {
  readonly onBytes: (received: number, total: number) => void;
  /** What an earlier run stored there: not fetched again where it did not change. */
  readonly known?: Stored | undefined;
  /** Looks at the whole file before it takes its name; throws a DownloadError where it is not right. */
  readonly verify?: (path: string, sha256: string) => Promise<void>;
}
export interface FetchedFile extends Stored {
  /** The server says that what is there is current: nothing was written. */
  readonly unchanged: boolean;
}

/** Asks one host one thing at a time, with a pause between, and repeats what is worth repeating. */
export class PoliteClient {
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #unreachable = new Map<string, UnreachableError>();

  constructor(readonly settings: FetchSettings) {}

  /** @throws DownloadError */
  json(url: string): Promise<unknown> {
    return this.#inTurn(url, async (get) => {
      const text = await (await get({})).text();
      try {
        return JSON.parse(text) as unknown;
      } catch {
        throw new DownloadError(
          `${url}: answered with ${isHtml(text) ? 'an HTML page' : 'something'} that is no JSON`,
        );
      }
    });
  }

  /**
   * Fetches `url` into `path`: beside it first (`.part`), renamed when whole and verified.
   *
   * @throws DownloadError
   */
  file(url: string, path: string, { onBytes, known, verify }: FileOptions): Promise<FetchedFile> {
    return this.#inTurn(url, async (get, touch) => {
      const part = await partOf(path, url);
      const response = await get(part.bytes > 0 ? part.headers : conditions(known)).catch(async (error) => {
        if (error instanceof Retry && error.status === RANGE_NOT_SATISFIABLE) await forgetPart(path);
        throw error;
      });
      if (response.status === 304 && known) return { ...known, unchanged: true };
      const appends = response.status === 206;
      if (appends && rangeStart(response) !== part.bytes) {
        await forgetPart(path);
        throw new Retry(`${url}: answered with another part of the file than asked for`, false);
      }
      const validators = validatorsOf(response);
      await mkdir(dirname(path), { recursive: true });
      await describePart(path, url, validators);
      const expected = expectedBytes(response, appends ? part.bytes : 0);
      const bytes = await receive(response, `${path}.part`, appends ? part.bytes : 0, (received) => {
        touch();
        onBytes(received, expected ?? 0);
      });
      if (expected !== undefined && bytes !== expected)
        throw new Retry(`${url}: cut after ${bytes} of ${expected} bytes`, false);
      const sha256 = await sha256Of(`${path}.part`);
      await refuseHtml(url, `${path}.part`, response);
      await verify?.(`${path}.part`, sha256).catch(async (error) => {
        await forgetPart(path);
        throw error;
      });
      await rename(`${path}.part`, path);
      await rm(`${path}.part.json`, { force: true });
      return { bytes, sha256, ...validators, unchanged: false };
    });
  }

  /** One after the other for each host; `get` is one request, `touch` says that the server still talks. */
  #inTurn<T>(
    url: string,
    work: (get: (headers: Record<string, string>) => Promise<Response>, touch: () => void) => Promise<T>,
  ): Promise<T> {
    const host = hostOf(url);
    const before = this.#turns.get(host) ?? Promise.resolve();
    const mine = before
      .catch(() => {})
      .then(async () => {
        const known = this.#unreachable.get(host);
        if (known) throw known;
        try {
          return await this.#withRetries(url, work);
        } catch (error) {
          if (error instanceof UnreachableError) this.#unreachable.set(host, error);
          throw error;
        } finally {
          await this.settings.sleep(this.settings.delayMs);
        }
      });
    this.#turns.set(host, mine);
    return mine;
  }

  async #withRetries<T>(
    url: string,
    work: (get: (headers: Record<string, string>) => Promise<Response>, touch: () => void) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once(url, work);
      } catch (error) {
        const retry = asRetry(url, error);
        if (!retry) throw error;
        const waitMs = retry.waitMs ?? this.settings.backOffMs * 2 ** attempt;
        if (attempt >= this.settings.retries || waitMs > MAX_WAIT_MS)
          throw new (retry.unreachable ? UnreachableError : DownloadError)(retry.message);
        await this.settings.sleep(waitMs);
      }
    }
  }

  async #once<T>(
    url: string,
    work: (get: (headers: Record<string, string>) => Promise<Response>, touch: () => void) => Promise<T>,
  ): Promise<T> {
    const silence = new AbortController();
    const giveUp = () => silence.abort(new Error(`silent for ${this.settings.silenceMs / 1000} s`));
    let timer = setTimeout(giveUp, this.settings.silenceMs);
    const touch = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, this.settings.silenceMs);
    };
    const get = async (headers: Record<string, string>) => {
      // Without "identity" the range of a compressed answer would not be a range of the file.
      const response = await this.settings.fetch(url, {
        headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...headers },
        signal: silence.signal,
      });
      touch();
      return checked(url, response);
    };
    try {
      return await work(get, touch);
    } finally {
      clearTimeout(timer);
    }
  }
}

async function checked(url: string, response: Response): Promise<Response> {
  const { status } = response;
  if (status === 200 || status === 206 || status === 304) return response;
  await response.body?.cancel();
  const answer = `${url}: answered ${status}${response.statusText ? ` ${response.statusText}` : ''}`;
  if (status === RANGE_NOT_SATISFIABLE) throw new Retry(answer, false, 0, status);
  if (status === 408 || status === 429 || status >= 500)
    throw new Retry(answer, false, retryAfterMs(response));
  throw new DownloadError(answer);
}

/** `Retry-After` in seconds or as a date. */
function retryAfterMs(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

const IN_WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'name not found',
  EAI_AGAIN: 'name not found',
  ECONNREFUSED: 'connection refused',
  ENETUNREACH: 'network unreachable',
  EHOSTUNREACH: 'network unreachable',
  ETIMEDOUT: 'no answer',
  UND_ERR_CONNECT_TIMEOUT: 'no answer',
  UND_ERR_SOCKET: 'connection cut',
};

/** Whether an error is worth another attempt; undefined where it is not. */
function asRetry(url: string, error: unknown): Retry | undefined {
  if (error instanceof Retry) return error;
  if (error instanceof DownloadError) return undefined;
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  // As Node's fetch says it; errors of the disk are not the network's.
  if (/^(fetch failed|terminated|silent for)/.test(message)) {
    const code = cause?.code;
    const why = code ? `${IN_WORDS[code] ?? 'connection lost'} (${code})` : (cause?.message ?? message);
    return new Retry(`${hostOf(url)}: ${why}`, !/terminated/.test(message));
  }
  return undefined;
}

function validatorsOf(response: Response): { etag?: string; lastModified?: string } {
  const etag = response.headers.get('etag');
  const lastModified = response.headers.get('last-modified');
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

const rangeStart = (response: Response) =>
  Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1]);

/** Size of the whole file, where the server says it. */
function expectedBytes(response: Response, already: number): number | undefined {
  const length = response.headers.get('content-length');
  return length === null || response.headers.get('content-encoding') ? undefined : already + Number(length);
}

/** Writes the body after the first `already` bytes; returns the bytes that are there then. */
async function receive(
  response: Response,
  path: string,
  already: number,
  onBytes: (received: number) => void,
): Promise<number> {
  const file = await open(path, already > 0 ? 'a' : 'w');
  let bytes = already;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      await file.write(chunk);
      bytes += chunk.length;
      if (bytes > MAX_FILE_BYTES)
        throw new DownloadError(`${response.url}: larger than ${MAX_FILE_BYTES} bytes`);
      onBytes(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes;
}

/** A portal's error page with status 200 is not the file. */
async function refuseHtml(url: string, path: string, response: Response): Promise<void> {
  const stream = createReadStream(path, { end: 1023 });
  const head = Buffer.concat((await stream.toArray()) as Buffer[]).toString('utf8');
  if (!isHtml(head) && !/^text\/html/i.test(response.headers.get('content-type') ?? '')) return;
  await rm(path, { force: true });
  await rm(`${path}.json`, { force: true });
  const title = /<title[^>]*>([^<]{1,80})/i.exec(head)?.[1]?.trim();
  throw new DownloadError(`${url}: is an HTML page${title ? ` ("${title}")` : ''}, not the file`);
}
const isHtml = (text: string) => /^\uFEFF?\s*(<!doctype html|<html|<head)/i.test(text);

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    throw new DownloadError(`"${url}" is no address`);
  }
}
