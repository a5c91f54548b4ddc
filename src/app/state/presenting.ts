// SPDX-License-Identifier: EUPL-1.2
/** One goes through a publication, others follow on their screens: what the presenter's page says, and how it is heard. */
import { MOVES_S, type PresentationNews, type PresentationState } from '../../scenario/presentation';

/** How a presenter fares. */
export type Leading = 'leading' | 'unheard' | 'refused';

export interface LeadOptions {
  /** Address of the presentation. */
  readonly url: string;
  readonly publicationId: string;
  /** `fetch` of the browser. */
  readonly ask: (url: string, init: RequestInit) => Promise<Response>;
  readonly tell: (leading: Leading) => void;
}

const EVERY_MS = 1000 / MOVES_S;
/** What was not heard is said again after so long. */
const AGAIN_MS = 1000;

/**
 * Says where the presenter is: the newest counts, one question at a time, no more than so many a second. What was not
 * heard is said again, unless it is refused.
 */
export class Lead {
  #next: PresentationState | null = null;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(private readonly options: LeadOptions) {}

  move(state: PresentationState): void {
    if (this.#ended) return;
    this.#next = state;
    if (!this.#busy && this.#timer === undefined) void this.#say();
  }

  /** Nobody is led any more; who was refused never led anybody. */
  async end(): Promise<void> {
    const isRefused = this.#ended;
    this.#ended = true;
    clearTimeout(this.#timer);
    if (isRefused) return;
    await this.options.ask(this.options.url, { method: 'DELETE' }).catch(() => undefined);
  }

  async #say(): Promise<void> {
    const state = this.#next;
    if (!state) return;
    this.#next = null;
    this.#busy = true;
    const { url, publicationId, ask, tell } = this.options;
    const status = await ask(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ publicationId, state }),
    }).then(
      (answer) => answer.status,
      () => 0,
    );
    this.#busy = false;
    if (this.#ended) return;
    if (status >= 400 && status < 500 && status !== 429) {
      this.#ended = true;
      tell('refused');
      return;
    }
    const isHeard = status >= 200 && status < 300;
    tell(isHeard ? 'leading' : 'unheard');
    if (!isHeard) this.#next ??= state;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#say();
      },
      isHeard ? EVERY_MS : AGAIN_MS,
    );
  }
}

/** The part of the browser's EventSource that is used here. */
export interface Source {
  onmessage: ((event: { data: string }) => void) | null;
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  close(): void;
}

export interface FollowOptions {
  readonly open: () => Source;
  /** Newer than all before. */
  readonly onNews: (news: PresentationNews) => void;
  /** Whether one is connected. */
  readonly onConnection: (connected: boolean) => void;
}

/**
 * Hears where the presenter is; the browser connects again by itself.
 * @returns stops following
 */
export function follow({ open, onNews, onConnection }: FollowOptions): () => void {
  const source = open();
  let rev = -1;
  source.onopen = () => onConnection(true);
  source.onerror = () => onConnection(false);
  source.onmessage = ({ data }) => {
    const news = newsOf(data);
    if (!news || news.rev <= rev) return;
    rev = news.rev;
    onNews(news);
    if (news.ended) source.close();
  };
  return () => source.close();
}

/** Null: it is none of this version's. */
function newsOf(data: string): PresentationNews | null {
  try {
    const said = JSON.parse(data) as Partial<PresentationNews> | null;
    const { rev, publicationId, state, ended } = said ?? {};
    if (typeof rev !== 'number' || typeof publicationId !== 'string' || typeof ended !== 'boolean')
      return null;
    return typeof state?.slide === 'number' ? { rev, publicationId, state, ended } : null;
  } catch {
    return null;
  }
}
