// SPDX-License-Identifier: EUPL-1.2
/** What the page asks of the server about kept scenarios, and every way in which it may answer. */
import {
  type AuditLine,
  KEEP_FAULTS,
  type KeptAnswerHead,
  type KeptHead,
  type KeptRevision,
  type KeptScenario,
  type Refusal,
  type SaveAnswer,
  type SaveRequest,
} from '../../../scenario/kept-scenario';

export type Answered<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  /** Nothing came that could be understood: the network, the server, a proxy between. */
  | { readonly kind: 'away' }
  /** There is no server part: only files are served. */
  | { readonly kind: 'absent' };

interface ListRequest {
  readonly cityId: string;
  readonly deleted?: boolean;
  /** What the list before ended with. */
  readonly after?: string;
}

export interface KeptServer {
  save(id: string, request: SaveRequest): Promise<Answered<SaveAnswer>>;
  get(id: string): Promise<Answered<KeptScenario>>;
  list(request: ListRequest): Promise<Answered<{ scenarios: readonly KeptHead[]; next: string | null }>>;
  revisions(id: string): Promise<Answered<{ revisions: readonly KeptRevision[] }>>;
  revision(id: string, rev: number): Promise<Answered<{ file: unknown }>>;
  /** What was answered to it, newest first, and one of these as it is kept. */
  answers(id: string): Promise<Answered<{ answers: readonly KeptAnswerHead[] }>>;
  answer(id: string, key: string): Promise<Answered<Uint8Array<ArrayBuffer>>>;
  /** Who did what to it: for who made it, and for administrators. */
  trail(id: string): Promise<Answered<{ lines: readonly AuditLine[] }>>;
  /** Into the bin, and out of it. */
  remove(id: string): Promise<Answered<unknown>>;
  restore(id: string): Promise<Answered<unknown>>;
}

const BYTES = 'application/octet-stream';
/** So long an answer is waited for. */
const PATIENCE_MS = 20_000;

export type Fetch = (address: string, options: RequestInit) => Promise<Response>;

/**
 * Asks the server that the page came from; `root` is the address of its `api/`. A body of bytes goes as it is, any
 * other as JSON, and so they come. Never rejects.
 */
export function asker(
  fetching: Fetch = (address, options) => fetch(address, options),
  root = './api/',
): <T>(method: string, path: string, body?: object) => Promise<Answered<T>> {
  return async <T>(method: string, path: string, body?: object): Promise<Answered<T>> => {
    const isBytes = body instanceof Uint8Array;
    try {
      const response = await fetching(root + path, {
        method,
        signal: AbortSignal.timeout(PATIENCE_MS),
        cache: 'no-store',
        headers: {
          accept: `application/json, ${BYTES}`,
          ...(body && { 'content-type': isBytes ? BYTES : 'application/json' }),
        },
        ...(body && { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      });
      return await understood<T>(response);
    } catch {
      return { kind: 'away' };
    }
  };
}

/** The server that the page came from; `root` is the address of its `api/`. */
export function keptServer(fetching?: Fetch, root?: string): KeptServer {
  const ask = asker(fetching, root);
  const of = (id: string) => `scenarios/${encodeURIComponent(id)}`;
  return {
    save: (id, request) => ask('PUT', of(id), request),
    get: (id) => ask('GET', of(id)),
    list: ({ cityId, deleted, after }) => {
      const query = new URLSearchParams({ city: cityId });
      if (deleted) query.set('deleted', 'true');
      if (after) query.set('after', after);
      return ask('GET', `scenarios?${query}`);
    },
    revisions: (id) => ask('GET', `${of(id)}/revisions`),
    revision: (id, rev) => ask('GET', `${of(id)}/revisions/${rev}`),
    answers: (id) => ask('GET', `${of(id)}/answers`),
    answer: (id, key) => ask('GET', `${of(id)}/answers/${encodeURIComponent(key)}`),
    trail: (id) => ask('GET', `${of(id)}/audit`),
    remove: (id) => ask('DELETE', of(id)),
    restore: (id) => ask('POST', `${of(id)}/restoration`, {}),
  };
}

/** Refusals that pass by themselves: the same is asked again later. */
const PASSING: readonly Refusal['error'][] = ['database-away', 'disk-full', 'too-many'];

async function understood<T>(response: Response): Promise<Answered<T>> {
  const { status } = response;
  if (status === 204) return { kind: 'ok', value: undefined as T };
  if (response.ok && response.headers.get('content-type')?.startsWith(BYTES))
    return { kind: 'ok', value: new Uint8Array(await response.arrayBuffer()) as T };
  const said: unknown = await response.json().catch(() => undefined);
  const isObject = typeof said === 'object' && said !== null;
  // A proxy may answer a page of its own to anything.
  if (response.ok) return isObject ? { kind: 'ok', value: said as T } : { kind: 'away' };
  const refusal = isObject ? (said as Refusal) : null;
  if (refusal && (KEEP_FAULTS as readonly unknown[]).includes(refusal.error))
    // What has failed there may do better next time.
    return status < 500 || passes(refusal) ? { kind: 'refused', status, refusal } : { kind: 'away' };
  // A server of files knows no such address, or nothing but reading.
  return status === 404 || status === 405 ? { kind: 'absent' } : { kind: 'away' };
}

/** Whether it is worth asking the same again without anything being changed. */
export const passes = ({ error }: Pick<Refusal, 'error'>): boolean => PASSING.includes(error);
