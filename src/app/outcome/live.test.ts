// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresentationNews } from '../../scenario/presentation';
import type { Source } from '../state/presenting';
import { useStore } from '../state/store';
import { comeBack, endLeading, joinIfAsked, leave, show, shownNow, startFollowing, useLive } from './live';
import { useOutcome } from './publication';

const VIEW = { at: [9.2, 45.5] as [number, number], zoom: 15, pitchDeg: 50, bearingDeg: 10 };

beforeEach(() => {
  useLive.setState({ live: { kind: 'none' } });
  useOutcome.setState({ slide: null, stops: {} });
  useStore.setState({ ...useStore.getInitialState() });
});

/** A presentation that one follows, and what its presenter does. */
function followed() {
  const source: Source = { onmessage: null, onopen: null, onerror: null, close: () => {} };
  startFollowing('p', () => source);
  let rev = 0;
  const say = (state: PresentationNews['state'], ended = false) =>
    source.onmessage?.({ data: JSON.stringify({ rev: ++rev, publicationId: 'u', state, ended }) });
  return { source, say };
}
const kind = () => useLive.getState().live.kind;
const slide = () => useOutcome.getState().slide;

describe('what a presenter shows', () => {
  it('is slide, camera, line, mode of the map and stops of questions, within what the server takes', () => {
    useOutcome.setState({ slide: 3, stops: { 0: 2 } });
    useStore.setState({ view: VIEW });
    const said = shownNow();
    expect(said).toEqual({ slide: 3, view: VIEW, split: 0.5, mode: 'change', stops: { 0: 2 } });
    expect(JSON.stringify(said).length).toBeLessThan(4096);
  });

  it('is shown by a follower: the camera flies there where the city is drawn, else it begins there', () => {
    show({ slide: 2, view: VIEW, split: 0.8, mode: 'swipe', stops: { 1: 4 } });
    expect([slide(), useOutcome.getState().stops]).toEqual([2, { 1: 4 }]);
    expect(useStore.getState().impactView).toMatchObject({ split: 0.8, mode: 'swipe' });
    expect([useStore.getState().view, useStore.getState().flight]).toEqual([VIEW, null]);
    useStore.setState({ cityDrawn: true });
    show({ slide: 2, view: { ...VIEW, zoom: 16 } });
    expect(useStore.getState().flight).toEqual({ to: { ...VIEW, zoom: 16 } });
  });

  it('changes nothing where it is rubbish, or of another version', () => {
    const before = useStore.getState();
    show({ slide: 1, view: { at: ['x'] }, split: 7, mode: 'raised', stops: null } as never);
    expect(slide()).toBe(1);
    expect(useStore.getState().view).toBe(before.view);
    expect(useStore.getState().impactView).toEqual(before.impactView);
  });
});

describe('a follower', () => {
  it('is told when the connection is there, lost and there again', () => {
    const { source } = followed();
    expect(kind()).toBe('lost');
    source.onopen?.();
    expect(kind()).toBe('following');
    source.onerror?.();
    expect(kind()).toBe('lost');
    source.onopen?.();
    expect(kind()).toBe('following');
  });

  it('looks alone after a touch, and comes back to where the presenter is by then', () => {
    const { source, say } = followed();
    source.onopen?.();
    say({ slide: 1 });
    leave();
    useOutcome.setState({ slide: 5 });
    say({ slide: 2 });
    source.onerror?.();
    source.onopen?.();
    expect([kind(), slide()]).toEqual(['left', 5]);
    comeBack();
    expect([kind(), slide()]).toEqual(['following', 2]);
  });

  it('keeps the outcome when it ends', () => {
    const { source, say } = followed();
    source.onopen?.();
    say({ slide: 4 }, true);
    source.onerror?.();
    expect([kind(), slide()]).toEqual(['ended', 4]);
    leave();
    expect(kind()).toBe('ended');
  });
});

describe('the address of a presentation that one leads', () => {
  const sent: string[] = [];
  const at = (search: string) => {
    sent.length = 0;
    vi.stubGlobal('location', new URL(`https://gemello.example/esito/u${search}`));
    vi.stubGlobal('fetch', async (url: string, { method }: RequestInit) => {
      sent.push(`${method} ${url}`);
      return new Response(null, { status: 400 });
    });
  };
  afterEach(() => vi.unstubAllGlobals());

  it('names a presentation, and leads nowhere else', () => {
    at('?presenta=../publications/11111111-2222-4333-8444-555555555555');
    joinIfAsked('u');
    expect(sent).toEqual([]);
  });

  it('is gone on with; who was refused ends nothing', async () => {
    at('?presenta=11111111-2222-4333-8444-555555555555');
    joinIfAsked('u');
    await vi.waitFor(() => expect(kind()).toBe('refused'));
    endLeading();
    expect(sent).toEqual([expect.stringMatching(/^PUT \S*presentations\/11111111-/)]);
  });
});
