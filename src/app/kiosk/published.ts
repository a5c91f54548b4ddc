// SPDX-License-Identifier: EUPL-1.2
/** What is published, as the server tells it; the service worker answers for it where there is no network. */
import type { Publisher } from '../../city/publisher';
import type { PublicationHead, PublishedOutcome } from '../../scenario/publication';
import { fetchJson } from '../../stream/fetch-file';
import { useStore } from '../state/store';
import type { KioskClock } from './kiosk-clock';
import { useKiosk } from './kiosk-store';

const EVERY_MS = 10 * 60_000;
/** The newest of them: a kiosk is no archive. */
const MOST = 12;

export function publicationsUrl(): string {
  const city = useStore.getState().catalogue?.city.id ?? '';
  return new URL(`/api/publications?city=${encodeURIComponent(city)}`, document.baseURI).href;
}
export const outcomeUrl = (id: string): string => new URL(`/api/publications/${id}`, document.baseURI).href;

export const publisherUrl = (): string => new URL('/api/publisher', document.baseURI).href;
/** Where everybody reads an outcome in full. */
export const publicAddress = (site: string, id: string): string => `${site.replace(/\/+$/, '')}/esito/${id}`;

/** Asks now and then what is published, and where. Call once the city is known. */
export function followPublications(clock: KioskClock): void {
  const ask = async () => {
    try {
      const [{ publications }, { publisher }] = await Promise.all([
        fetchJson<{ publications: readonly PublicationHead[] }>(publicationsUrl()),
        fetchJson<{ publisher: Publisher | null }>(publisherUrl()).catch(() => ({ publisher: null })),
      ]);
      const standing = publications.filter(({ withdrawnAt }) => withdrawnAt === null).slice(0, MOST);
      useKiosk.setState({ publications: standing, ...(publisher && { site: publisher.site }) });
    } catch {
      // What was known stays; the list says where nothing ever came.
    }
    clock.after(EVERY_MS, ask);
  };
  void ask();
}

export async function openOutcome(id: string): Promise<void> {
  useKiosk.setState({ outcome: 'coming' });
  const outcome = await fetchJson<PublishedOutcome>(outcomeUrl(id)).catch(() => 'failed' as const);
  // Somebody may have gone on meanwhile.
  if (useKiosk.getState().outcome === 'coming') useKiosk.setState({ outcome });
}
