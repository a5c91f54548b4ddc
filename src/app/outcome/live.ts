// SPDX-License-Identifier: EUPL-1.2
/** A presentation on this page: what its presenter shows, or what its followers see. */
import { create } from 'zustand';
import type { PresentationNews, PresentationState } from '../../scenario/presentation';
import { viewImpact } from '../state/impact-view';
import { follow, Lead, type Source } from '../state/presenting';
import { useStore, type View } from '../state/store';
import { API, useOutcome } from './publication';

/** Parameters of the address: whom one follows, and what one leads. */
export const FOLLOWS = 'segui';
export const LEADS = 'presenta';

export type Live =
  | { readonly kind: 'none' }
  | { readonly kind: 'leading' | 'unheard' | 'refused'; readonly id: string }
  /** `left`: one looks for oneself, and hears on. */
  | { readonly kind: 'following' | 'lost' | 'left' | 'ended' | 'gone'; readonly id: string };
export const useLive = create<{ readonly live: Live }>(() => ({ live: { kind: 'none' } }));
const tell = (live: Live) => useLive.setState({ live });

/** What a presenter's page says of itself; another version may say more. */
interface Shown extends PresentationState {
  readonly view?: View;
  readonly split?: number;
  readonly mode?: string;
  readonly stops?: Readonly<Record<string, number>>;
}

/** What this page shows now. */
export function shownNow(): Shown {
  const { slide, stops } = useOutcome.getState();
  const { view, impactView } = useStore.getState();
  return { slide: slide ?? 0, view, split: impactView.split, mode: impactView.mode, stops };
}

/** Shows here what is shown there. What is not said, or is not understood, stays as it is. */
export function show({ slide, view, split, mode, stops }: Shown): void {
  useOutcome.setState({
    slide,
    ...(typeof stops === 'object' && stops !== null && { stops: stops as Record<number, number> }),
  });
  if (typeof split === 'number' && split >= 0 && split <= 1) viewImpact({ split });
  if (mode === 'swipe' || mode === 'change') viewImpact({ mode });
  if (!isView(view)) return;
  const { cityDrawn, set } = useStore.getState();
  if (cityDrawn) set({ flight: { to: view } });
  else set({ view });
}

const isView = (view: unknown): view is View => {
  const { at, zoom, pitchDeg, bearingDeg } = (view ?? {}) as Partial<View>;
  return (
    Array.isArray(at) &&
    at.length === 2 &&
    [...at, zoom, pitchDeg, bearingDeg].every((figure) => Number.isFinite(figure))
  );
};

let stop: () => void = () => {};

/** Begins to lead a presentation of a publication, or goes on with one; its followers see every move. */
export function lead(id: string, publicationId: string): void {
  stop();
  const presenter = new Lead({
    url: `${API}presentations/${encodeURIComponent(id)}`,
    publicationId,
    ask: (url, init) => fetch(url, init),
    tell: (kind) => tell({ kind, id }),
  });
  if (useOutcome.getState().slide === null) useOutcome.setState({ slide: 0 });
  tell({ kind: 'leading', id });
  const move = () => presenter.move(shownNow());
  move();
  const stops = [
    useOutcome.subscribe(move),
    useStore.subscribe((now, before) => {
      if (now.view !== before.view || now.impactView !== before.impactView) move();
    }),
  ];
  stop = () => {
    for (const end of stops) end();
    stop = () => {};
    void presenter.end();
    tell({ kind: 'none' });
  };
}

/** Whoever leads leads no more. */
export const endLeading = (): void => stop();

let newest: PresentationNews | null = null;

/** Follows a presentation from now on, also when the connection was lost in between. */
export function startFollowing(id: string, open: () => Source = () => untilClosed(id)): void {
  tell({ kind: 'lost', id });
  follow({
    open,
    onNews: (news) => {
      newest = news;
      const { kind } = useLive.getState().live;
      if (news.ended) tell({ kind: 'ended', id });
      if (kind !== 'left') show(news.state);
    },
    onConnection: (connected) => {
      const { kind } = useLive.getState().live;
      if (kind === 'ended' || kind === 'left' || kind === 'gone') return;
      tell({ kind: connected ? 'following' : 'lost', id });
    },
  });
}

/** Looks for oneself. Nothing where one does not follow. */
export function leave(): void {
  const { live } = useLive.getState();
  if (live.kind === 'following' || live.kind === 'lost') tell({ kind: 'left', id: live.id });
}

/** Back to where the presenter is. */
export function comeBack(): void {
  const { live } = useLive.getState();
  if (live.kind !== 'left') return;
  tell({ kind: 'following', id: live.id });
  showNewest();
}

/** Shows again what the presenter shows, to who follows: the map has come, and stands where it begins. */
export function showNewest(): void {
  const { kind } = useLive.getState().live;
  if (newest && (kind === 'following' || kind === 'lost' || kind === 'ended')) show(newest.state);
}

/** The address may say that one follows a presentation, or goes on leading one of this publication. */
export function joinIfAsked(publicationId: string): void {
  const parameters = new URLSearchParams(location.search);
  const [follows, leads] = [parameters.get(FOLLOWS), parameters.get(LEADS)];
  if (follows) startFollowing(follows);
  // An address is anybody's: what it calls a presentation is the name of one, and no way to elsewhere.
  else if (leads && PRESENTATION.test(leads)) lead(leads, publicationId);
}
const PRESENTATION = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** So long after the browser gave up the server is asked again. */
const AGAIN_MS = 3000;

/** The browser's source of events, opened again where the server had sent it away; not where there is no presentation. */
function untilClosed(id: string): Source {
  const url = `${API}presentations/${encodeURIComponent(id)}`;
  let source: EventSource;
  let closed = false;
  const ours: Source = {
    ...{ onmessage: null, onopen: null, onerror: null },
    close: () => {
      closed = true;
      source.close();
    },
  };
  const again = async () => {
    const status = await fetch(url, { cache: 'no-store' }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (closed) return;
    if (status === 404 || status === 400) tell({ kind: 'gone', id });
    else open();
  };
  const open = () => {
    if (closed) return;
    source = new EventSource(`${url}/stream`);
    source.onopen = () => ours.onopen?.();
    source.onmessage = (event) => ours.onmessage?.(event);
    source.onerror = () => {
      ours.onerror?.();
      if (source.readyState === EventSource.CLOSED) setTimeout(() => void again(), AGAIN_MS);
    };
  };
  open();
  return ours;
}
