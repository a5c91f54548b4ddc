// SPDX-License-Identifier: EUPL-1.2
/**
 * Keeps what a kiosk starts with when there is no network: its page, the city, what was published. It answers for the
 * kiosk's page alone, and for what that page asks for: a colleague's browser that once looked at a kiosk has its studio
 * from the server as before. It has no imports, so that it is one file.
 */
import type { KeepAnswer, KeepWish } from './offline';

/** Of `self`, as far as it is used: the libraries of page and worker cannot be had together. */
interface Scope {
  addEventListener(kind: 'install' | 'activate', act: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', act: (event: Fetching) => void): void;
  addEventListener(kind: 'message', act: (event: Message) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
}
interface Extendable {
  waitUntil(until: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Message extends Extendable {
  readonly data: KeepWish;
  readonly source: { postMessage(answer: KeepAnswer): void } | null;
}
const scope = self as unknown as Scope;

/** Where it once answered for every page of the server. */
const ROOT = new URL('/', scope.location.origin).href;
/** The page with its files; the city's; what changes and is asked of the network first. */
const SHELL = 'kiosk-shell';
const CITY = 'kiosk-city';
const TOLD = 'kiosk-told';
const PAGE = '/kiosk';
const BUILD = '/kiosk-build.json';
const MANIFEST = '/city/manifest.json';
const BESIDES = ['/icon.svg', '/kiosk.webmanifest', '/kiosk-start.js'];
/** The network has so long before what is kept is taken. */
const PATIENCE_MS = 4000;
const AT_ONCE = 4;
/** A server may answer differently by encoding; what is kept has none left. */
const AS_KEPT = { ignoreVary: true } as const;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(
    // A browser brings the older registration up to date by itself, also where nobody opens the kiosk again.
    scope.registration.scope === ROOT ? scope.registration.unregister() : scope.clients.claim(),
  ),
);

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin || request.headers.has('range')) return;
  if (request.mode === 'navigate') {
    if (pathname === PAGE) event.respondWith(networkFirst(request, SHELL, PAGE, false));
  } else if (pathname === MANIFEST) event.respondWith(networkFirst(request, TOLD, MANIFEST, false));
  else if (/^\/api\/(?:publications|publisher$)/.test(pathname))
    event.respondWith(networkFirst(request, TOLD, request.url, true));
  else if (pathname.startsWith('/city/tiles/')) event.respondWith(keptFirst(request, CITY));
  else if (/^\/(?:kiosk-)?assets\//.test(pathname) || BESIDES.includes(pathname))
    event.respondWith(keptFirst(request, SHELL));
});

scope.addEventListener('message', (event) => {
  if (event.data?.kind !== 'keep') return;
  event.waitUntil(keep(event.data).then((answer) => event.source?.postMessage(answer)));
});

async function keptFirst(request: Request, name: string): Promise<Response> {
  const kept = await (await caches.open(name)).match(request, AS_KEPT);
  return kept ?? fetch(request);
}

/** What is kept, where the network says nothing in time, or that the server behind a proxy is away. */
async function networkFirst(
  request: Request,
  name: string,
  key: string,
  isToBeKept: boolean,
): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(request, { signal });
    if (answer.ok && isToBeKept)
      await cache.put(key, answer.clone()).catch((error) => {
        // Without room for it the answer is as good; one that was broken off is not.
        if (signal.aborted) throw error;
      });
    if (answer.status < 500) return answer;
  } catch {
    // Below.
  }
  return (await cache.match(key, AS_KEPT)) ?? Response.error();
}

/** Brings what is not kept yet. What is old goes only once all that is new is there. */
async function keep({ cityUrl, files, told }: KeepWish): Promise<KeepAnswer> {
  const shell = await keepShell().catch(() => 1);
  const city = await caches.open(CITY);
  const news = await caches.open(TOLD);
  let missing = shell + (await bring(city, files)) + (await bring(news, told, true));
  // The city that it starts with is another one only once that one is all there; part of one is better than none.
  if (missing === 0 || !(await news.match(MANIFEST)))
    missing += await keepManifest(news, cityUrl).catch(() => 1);
  if (missing === 0)
    for (const { url } of await city.keys()) if (!url.startsWith(cityUrl)) await city.delete(url);
  return { kind: 'kept', files: (await city.keys()).length, missing };
}

/** The page comes last: one that is kept has all its files. @returns how many did not come */
async function keepShell(): Promise<number> {
  const shell = await caches.open(SHELL);
  const told = await fetch(BUILD, { cache: 'no-store' });
  const { build, files } = (await told.json()) as { build: string; files: readonly string[] };
  const paths = [...files.map((file) => `/${file}`), ...BESIDES];
  const missing = await bring(shell, paths);
  const page = await fetch(PAGE, { cache: 'no-store' });
  // In the midst of an update: next time.
  if (missing > 0 || !page.ok || !(await page.clone().text()).includes(build)) return missing + 1;
  await shell.put(PAGE, page);
  const wanted = new Set([PAGE, ...paths]);
  for (const { url } of await shell.keys()) if (!wanted.has(new URL(url).pathname)) await shell.delete(url);
  return 0;
}

/** @returns how many did not come: none, or the manifest where it names another city than the one that is kept */
async function keepManifest(news: Cache, cityUrl: string): Promise<number> {
  const told = await fetch(MANIFEST, { cache: 'no-store' });
  if (!told.ok) return 1;
  const { path } = (await told.clone().json()) as { path: string };
  // In the midst of a publication: next time.
  if (new URL(`${path.replace(/\/+$/, '')}/`, told.url).href !== cityUrl) return 1;
  await news.put(MANIFEST, told);
  return 0;
}

/**
 * @param isAnew also what is kept already
 * @returns how many did not come, or had no room
 */
async function bring(cache: Cache, urls: readonly string[], isAnew = false): Promise<number> {
  const waiting = [...urls];
  let missing = 0;
  const work = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (!isAnew && (await cache.match(url, AS_KEPT))) continue;
      try {
        await cache.add(url);
      } catch {
        missing++;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return missing;
}
