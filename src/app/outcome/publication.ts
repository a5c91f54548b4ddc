// SPDX-License-Identifier: EUPL-1.2
/** The outcome that the page is about, and what of it is on the screen. Its own store: the studio has nothing of it. */
import { create } from 'zustand';
import { type Digest, readDigest } from '../../impact/digest';
import type { PublicationHead, PublishedOutcome } from '../../scenario/publication';
import { type Answered, asker } from '../state/kept/server';

/** Addresses beside the page's, which is one folder down. */
export const ROOT = '../';
export const API = `${ROOT}api/`;
export const CITY_FOLDER = `${ROOT}city/`;

export type OutcomeFault = 'unknown' | 'withdrawn' | 'away' | 'broken';
type LoadedOutcome =
  | { readonly kind: 'loading' }
  | { readonly kind: 'fault'; readonly fault: OutcomeFault; readonly head: PublicationHead | null }
  | { readonly kind: 'ready'; readonly head: PublicationHead; readonly digest: Digest };

interface OutcomeState {
  readonly loaded: LoadedOutcome;
  /** Shown over the page; null: the page is read. */
  readonly slide: number | null;
  /** By question: which of its stops is shown. */
  readonly stops: Readonly<Record<number, number>>;
}
export const useOutcome = create<OutcomeState>(() => ({
  loaded: { kind: 'loading' },
  slide: null,
  stops: {},
}));

/** The id at the end of an address; empty where there is none. */
export const idIn = (pathname: string): string => /\/esito\/([^/]+)\/?$/.exec(pathname)?.[1] ?? '';

type Ask = ReturnType<typeof asker>;

/** Asks for an outcome; never rejects. */
export async function loadOutcome(id: string, ask: Ask = asker(undefined, API)): Promise<LoadedOutcome> {
  return understood(await ask<PublishedOutcome>('GET', `publications/${encodeURIComponent(id)}`));
}

function understood(answer: Answered<PublishedOutcome>): LoadedOutcome {
  const fault = (code: OutcomeFault, head: PublicationHead | null = null): LoadedOutcome => ({
    kind: 'fault',
    ...{ fault: code, head },
  });
  if (answer.kind === 'refused')
    return fault(answer.status < 500 && answer.status !== 429 ? 'unknown' : 'away');
  if (answer.kind !== 'ok') return fault(answer.kind === 'absent' ? 'unknown' : 'away');
  const { file: _, digest, ...head } = answer.value;
  if (head.withdrawnAt !== null) return fault('withdrawn', head);
  try {
    return { kind: 'ready', head, digest: readDigest(digest) };
  } catch {
    return fault('broken', head);
  }
}
