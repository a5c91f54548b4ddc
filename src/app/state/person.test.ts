// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../../scenario/sign-in';
import { askWhoIAm, mayI as isAllowed, signInAddress, signOut, startPerson, usePerson } from './person';

const PLANNER: Me = {
  person: { id: 'provider:anna', name: 'Anna Bruni', role: 'planner', how: 'provider' },
  signIn: 'provider',
  keepsScenarios: true,
};
const NOBODY: Me = { person: null, signIn: 'provider', keepsScenarios: true };

/** Answers of the server, one after the other; what it was asked. */
function serverSays(...answers: (Response | Error)[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
    asked.push(`${options?.method ?? 'GET'} ${url}`);
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new TypeError('nobody answers');
    return answer;
  });
  return asked;
}
const json = (value: unknown, status = 200) => Response.json(value, { status });

beforeEach(() => usePerson.setState({ me: null, fault: null }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const mayI = (least: Parameters<typeof isAllowed>[0]) => isAllowed(least)(usePerson.getState());

describe('who one is', () => {
  it('is what the server says, and what one may do follows', async () => {
    expect(mayI('anyone')).toBe(true);
    expect(mayI('viewer')).toBe(false);
    expect(serverSays(json(PLANNER))).toEqual([]);
    expect(await askWhoIAm()).toBe('said');
    expect(usePerson.getState().me).toEqual(PLANNER);
    expect([mayI('viewer'), mayI('planner'), mayI('publisher')]).toEqual([true, true, false]);
  });
  it.each<[string, Response]>([
    ['does not know the address', json({ error: 'not found' }, 404)],
    ['answers any address with a page', new Response('<h1>Gemello</h1>')],
    ['answers with something else', json([1, 2])],
    ['answers with nothing', json(null)],
  ])('is nobody where a static host %s', async (_what, answer) => {
    serverSays(answer);
    expect(await askWhoIAm()).toBe('no-server');
    expect(usePerson.getState().me).toBeNull();
  });
  it.each<[string, Response | Error]>([
    ['there is no network', new TypeError('failed')],
    ['its database is away', json({ error: 'database-away' }, 503)],
  ])('stays what it was where %s', async (_what, answer) => {
    usePerson.setState({ me: PLANNER });
    serverSays(answer);
    expect(await askWhoIAm()).toBe('failed');
    expect(usePerson.getState().me).toEqual(PLANNER);
  });
});

describe('signing in', () => {
  const at = (pathname: string, search = '', hash = '') => signInAddress({ pathname, search, hash });
  it('comes back to what is on the screen', () => {
    expect(at('/', '?x=1', '#45.46/9.19')).toBe('api/sign-in?to=%2F%3Fx%3D1%2345.46%2F9.19');
    expect(at('/', '', '#a\\b')).toBe('api/sign-in?to=%2F%23a%255Cb');
  });
  it('comes back to the first view where the address is longer than the server takes', () =>
    expect(at('/', '', `#${'a'.repeat(2400)}`)).toBe('api/sign-in?to=%2F'));
});

describe('signing out', () => {
  it('tells the server, and asks anew who one is', async () => {
    usePerson.setState({ me: PLANNER });
    const asked = serverSays(new Response(null, { status: 204 }), json(NOBODY));
    expect(await signOut()).toBe(true);
    expect(asked).toEqual(['POST api/sign-out', 'GET api/me']);
    expect(usePerson.getState().me).toEqual(NOBODY);
  });
  it.each<[string, Response | Error]>([
    ['there is no network', new TypeError('failed')],
    ['its database is away', json({}, 503)],
  ])('has not been heard of where %s', async (_what, answer) => {
    usePerson.setState({ me: PLANNER });
    serverSays(answer, new TypeError('failed'));
    expect(await signOut()).toBe(false);
    expect(usePerson.getState().me).toEqual(PLANNER);
  });
});

describe('a page', () => {
  let onSeen: (() => void) | undefined;
  const replaced: string[] = [];
  function pageAt(href: string): void {
    replaced.length = 0;
    vi.stubGlobal('location', new URL(href));
    vi.stubGlobal('history', {
      state: null,
      replaceState: (_s: unknown, _t: string, to: string) => replaced.push(to),
    });
    vi.stubGlobal('document', {
      visibilityState: 'visible',
      addEventListener: (_name: string, listener: () => void) => {
        onSeen = listener;
      },
      removeEventListener: () => {
        onSeen = undefined;
      },
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  }

  it('tells once why a sign-in has failed, and keeps its place', async () => {
    pageAt('https://gemello.example/?x=1&sign-in=provider-away#45.46/9.19');
    serverSays(json(NOBODY));
    startPerson();
    expect(usePerson.getState().fault).toBe('provider-away');
    expect(replaced).toEqual(['/?x=1#45.46/9.19']);
  });
  it('tells nothing of a fault that there is not', () => {
    pageAt('https://gemello.example/?sign-in=<script>#1');
    serverSays(json(NOBODY));
    startPerson();
    expect([usePerson.getState().fault, replaced]).toEqual([null, ['/#1']]);
  });
  it('asks again when it is seen again, and not more than once a minute', async () => {
    pageAt('https://gemello.example/');
    const asked = serverSays(json(PLANNER), json(NOBODY));
    startPerson();
    await vi.advanceTimersByTimeAsync(0);
    expect(usePerson.getState().me).toEqual(PLANNER);
    onSeen?.();
    vi.advanceTimersByTime(59_999);
    onSeen?.();
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    onSeen?.();
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(usePerson.getState().me).toEqual(NOBODY);
  });
  it('asks again after a while where the server did not say', async () => {
    pageAt('https://gemello.example/');
    const asked = serverSays(new TypeError('failed'), json(PLANNER));
    startPerson();
    await vi.advanceTimersByTimeAsync(29_999);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    expect(usePerson.getState().me).toEqual(PLANNER);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked).toHaveLength(2);
  });
  it('asks no more where there is no server', async () => {
    pageAt('https://gemello.example/');
    const asked = serverSays(json({}, 404));
    startPerson();
    await vi.advanceTimersByTimeAsync(0);
    expect(onSeen).toBeUndefined();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked).toHaveLength(1);
  });
});
