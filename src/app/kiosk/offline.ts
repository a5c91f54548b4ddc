// SPDX-License-Identifier: EUPL-1.2
/** Has the service worker keep what the kiosk starts with when there is no network. */
import type { Catalogue } from '../../city/catalogue';
import { fetchJson } from '../../stream/fetch-file';
import { useStore } from '../state/store';
import { groundTiles, solidTiles, type TileNode } from './kept-files';
import type { KioskClock } from './kiosk-clock';
import { useKiosk } from './kiosk-store';
import { outcomeUrl, publicationsUrl, publisherUrl } from './published';

const WORKER_URL = '/kiosk-worker.js';
/** What it answers for: a colleague's studio is none of its business. */
const SCOPE = '/kiosk';
/** The first view comes first; then again and again, since what one looks at grows. */
const KEEP = { firstMs: 20_000, everyMs: 30 * 60_000 } as const;
/** Files that the page remembers to have asked for. */
const REMEMBERED = 5000;

/** What the page tells the worker: keep the shell, and these. */
export interface KeepWish {
  readonly kind: 'keep';
  /** Address of the build's folder: other builds' files go. */
  readonly cityUrl: string;
  readonly files: readonly string[];
  /** What changes, and is asked of the network first. */
  readonly told: readonly string[];
}
/** What it answers. */
export interface KeepAnswer {
  readonly kind: 'kept';
  readonly files: number;
  /** What did not come, or had no room; the rest is kept all the same. */
  readonly missing: number;
}

/** Call once the city is known. */
export async function keepForOffline(clock: KioskClock): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  performance.setResourceTimingBufferSize(REMEMBERED);
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<KeepAnswer>) => {
    if (data.kind === 'kept') useKiosk.setState({ kept: data });
  });
  try {
    await serviceWorker.register(WORKER_URL, { type: 'module', scope: SCOPE });
  } catch {
    // Without a secure address there is none, and the kiosk does without.
    return;
  }
  const ready = await serviceWorker.ready;
  const keep = async () => {
    const wish = await wishOf().catch(() => null);
    if (wish && navigator.onLine) ready.active?.postMessage(wish);
    clock.after(KEEP.everyMs, keep);
  };
  clock.after(KEEP.firstMs, keep);
}

async function wishOf(): Promise<KeepWish | null> {
  const { catalogue, cityUrl } = useStore.getState();
  const { publications } = useKiosk.getState();
  if (!catalogue) return null;
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  const files = [
    `${cityUrl}catalogue.json`,
    ...asked.filter((url) => url.startsWith(cityUrl)),
    ...groundTiles(catalogue, cityUrl),
    ...(await tilesetsOf(catalogue, cityUrl)),
  ];
  const told = [publicationsUrl(), publisherUrl(), ...(publications ?? []).map(({ id }) => outcomeUrl(id))];
  return { kind: 'keep', cityUrl, files: [...new Set(files)], told };
}

async function tilesetsOf({ files }: Catalogue, cityUrl: string): Promise<string[]> {
  const found = [files.buildings, files.trees].map(async (solid) => {
    if (!solid) return [];
    const url = cityUrl + solid.tileset;
    const { root } = await fetchJson<{ root: TileNode }>(url);
    return [url, ...solidTiles(root, url)];
  });
  return (await Promise.all(found)).flat();
}
