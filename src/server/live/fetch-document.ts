// SPDX-License-Identifier: EUPL-1.2
/** One document of an upstream: bounded in time, size, place and form, whatever the upstream does. */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { MessageFormat } from '../../stream/feeds/feed';
import { guardedLookup, refuseLiteral } from './guard';

export interface FetchRules {
  readonly format: MessageFormat;
  /** The feed's own, secrets among them: to `origin` only. */
  readonly headers: Readonly<Record<string, string>>;
  /** Scheme, host and port of the feed's own address. */
  readonly origin: string;
  /** Host names (with port where there is one) that documents may be on. */
  readonly hosts: readonly string[];
  readonly allowHttp: boolean;
  /** The hosts may have addresses of this machine and its network. */
  readonly allowPrivate: boolean;
  /** For all of it, from the connection to the last byte. */
  readonly timeoutMs?: number;
  /** Of the body as it comes, and again as it is unpacked. */
  readonly maxBytes?: number;
}

/** What is already there, for the upstream to say that it is still so. */
export interface KnownDocument {
  readonly bytes: Uint8Array;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}
export interface FetchedDocument extends KnownDocument {
  readonly notModified: boolean;
}

/** The upstream did not give the document; in words for an operator, without secrets. */
export class UpstreamFault extends Error {
  override readonly name = 'UpstreamFault';
  constructor(
    message: string,
    /** What the upstream asked to be left alone for. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 5_000_000;
const MAX_REDIRECTS = 3;

const MEDIA_TYPES: Readonly<Record<MessageFormat, RegExp>> = {
  json: /^(application|text)\/([\w.-]+\+)?json$/,
  xml: /^(application|text)\/([\w.-]+\+)?xml$/,
  csv: /^(text\/(csv|plain|comma-separated-values)|application\/(csv|vnd\.ms-excel))$/,
  protobuf: /^application\/(octet-stream|(x-|vnd\.)?(google[.-])?protobuf)$/,
};

/**
 * @throws UpstreamFault where it does not come, or not as it should
 */
export async function fetchDocument(
  url: string,
  rules: FetchRules,
  known?: KnownDocument,
): Promise<FetchedDocument> {
  const timeoutMs = rules.timeoutMs ?? TIMEOUT_MS;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    return await follow(url, rules, known, deadline.signal);
  } catch (error) {
    if (error instanceof UpstreamFault) throw error;
    if (deadline.signal.aborted) throw new UpstreamFault(`no whole answer within ${timeoutMs / 1000} s`);
    throw new UpstreamFault(wordsOf(error));
  } finally {
    clearTimeout(timer);
  }
}

async function follow(
  start: string,
  rules: FetchRules,
  known: KnownDocument | undefined,
  signal: AbortSignal,
): Promise<FetchedDocument> {
  let url = checkedAddress(start, rules);
  for (let redirects = 0; ; redirects++) {
    const response = await ask(url, rules, known, signal);
    try {
      const status = response.statusCode ?? 0;
      if (status === 304 && known) return { ...known, notModified: true };
      if (status === 200) return await bodyOf(response, rules, signal);
      if (![301, 302, 303, 307, 308].includes(status))
        throw new UpstreamFault(`answered ${status}`, retryAfterMs(response));
      const to = redirectTarget(response, url);
      if (redirects >= MAX_REDIRECTS) throw new UpstreamFault('redirects without end');
      if (to.host !== url.host || to.protocol !== url.protocol)
        throw new UpstreamFault(`redirects to ${to.protocol}//${to.host}: only the same host is followed`);
      url = checkedAddress(to.href, rules);
    } finally {
      response.destroy();
    }
  }
}

/** @throws UpstreamFault where the relay does not go there */
function checkedAddress(text: string, rules: FetchRules): URL {
  if (!URL.canParse(text)) throw new UpstreamFault('an address that is none');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && rules.allowHttp))
    throw new UpstreamFault(`${url.protocol}//${url.host}: only https is asked`);
  if (!rules.hosts.includes(url.host))
    throw new UpstreamFault(`${url.host} is no host of this feed: name it in "hosts" if it should be`);
  if (!rules.allowPrivate) refuseLiteral(url.hostname);
  return url;
}

function ask(
  url: URL,
  rules: FetchRules,
  known: KnownDocument | undefined,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).get(
      url,
      {
        signal,
        // A connection kept since the last period may be about to be closed by the other side.
        agent: false,
        ...(rules.allowPrivate ? {} : { lookup: guardedLookup() }),
        headers: {
          accept: ACCEPT[rules.format],
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': 'gemello-milano-relay',
          ...(known?.etag ? { 'if-none-match': known.etag } : {}),
          ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
          ...(url.origin === rules.origin ? rules.headers : {}),
        },
      },
      resolve,
    );
    request.on('error', reject);
  });
}
const ACCEPT: Readonly<Record<MessageFormat, string>> = {
  json: 'application/json, application/*+json;q=0.9',
  xml: 'application/xml, text/xml;q=0.9',
  csv: 'text/csv, text/plain;q=0.5',
  protobuf: 'application/x-protobuf, application/octet-stream;q=0.9',
};

async function bodyOf(
  response: IncomingMessage,
  rules: FetchRules,
  signal: AbortSignal,
): Promise<FetchedDocument> {
  const type = (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!MEDIA_TYPES[rules.format].test(type))
    throw new UpstreamFault(
      `content type ${type ? `"${type.slice(0, 60)}"` : 'missing'}, not ${rules.format}`,
    );
  const maxBytes = rules.maxBytes ?? MAX_BYTES;
  const tooBig = () => new UpstreamFault(`more than ${maxBytes / 1e6} MB`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooBig();
  const unpacked = unpack(response);
  let packedBytes = 0;
  response.on('data', (chunk: Buffer) => {
    packedBytes += chunk.length;
    if (packedBytes > maxBytes) response.destroy(tooBig());
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  // An answer that is cut off or given up on ends what it is unpacked by.
  response.on('error', (error) => unpacked.destroy(error));
  signal.addEventListener('abort', () => unpacked.destroy(new Error('aborted')), { once: true });
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooBig();
      chunks.push(chunk);
    }
  } finally {
    unpacked.destroy();
  }
  if (!response.complete) throw new UpstreamFault('cut off');
  return {
    bytes: new Uint8Array(Buffer.concat(chunks)),
    etag: response.headers.etag,
    lastModified: response.headers['last-modified'],
    notModified: false,
  };
}

function unpack(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return response;
  if (encoding === 'gzip' || encoding === 'x-gzip') return response.pipe(createGunzip());
  if (encoding === 'deflate') return response.pipe(createInflate());
  if (encoding === 'br') return response.pipe(createBrotliDecompress());
  throw new UpstreamFault(`content encoding "${encoding.slice(0, 40)}"`);
}

function redirectTarget(response: IncomingMessage, from: URL): URL {
  const { location } = response.headers;
  if (!location || !URL.canParse(location, from)) throw new UpstreamFault('redirects nowhere');
  return new URL(location, from);
}

/** Seconds, or a date. */
function retryAfterMs(response: IncomingMessage): number | undefined {
  const value = response.headers['retry-after'];
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** A fault of a connection, for an operator. */
export function wordsOf(error: unknown): string {
  const { code: anyCode, message } = error as NodeJS.ErrnoException;
  // Of MQTT they are numbers.
  const code = typeof anyCode === 'string' ? anyCode : undefined;
  if (code === 'ECONNREFUSED') return 'connection refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name not found';
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || message === 'aborted')
    return 'cut off';
  if (code?.startsWith('Z_') || code?.startsWith('ERR__ERROR')) return 'cannot be unpacked';
  return (message || code || 'failed').slice(0, 200);
}
