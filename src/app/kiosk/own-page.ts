// SPDX-License-Identifier: EUPL-1.2
/** Where the kiosk's own page would come from, were it loaded anew. */

const BUILD_URL = '/kiosk-build.json';
/** As the service worker keeps it. */
const PAGE = '/kiosk';
const PATIENCE_MS = 10_000;

/** The build that the server has; null where it does not answer. */
export async function newestBuild(): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(BUILD_URL, { cache: 'no-store', signal });
    return answer.ok ? ((await answer.json()) as { build: string }).build : null;
  } catch {
    return null;
  }
}

/** A service worker may be there and have kept nothing yet; without a secure address there is none. */
export async function isPageKept(): Promise<boolean> {
  if (!('caches' in globalThis)) return false;
  return (await caches.match(PAGE, { ignoreVary: true }).catch(() => undefined)) !== undefined;
}
