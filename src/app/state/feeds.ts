// SPDX-License-Identifier: EUPL-1.2
/** Wires the living city to the store. Comes after the first building: nothing of it is in the first view. */
import { LivingCity } from '../../stream/live/living-city';
import { correctClock } from './clock';
import { type FeedState, useStore } from './store';

const RELAY_URL = 'api/live';
/** The store hears of feeds at most so often; their ages are told by whoever shows them. */
const TELL_EVERY_MS = 1000;

let city: LivingCity | null = null;

/** The one living city of the page. Throws where the catalogue has not come yet. */
export function livingCity(): LivingCity {
  if (city) return city;
  const { catalogue, cityUrl } = useStore.getState();
  if (!catalogue) throw new Error('the living city begins after the catalogue has come');
  city = new LivingCity({
    catalogue,
    cityUrl,
    relayUrl: RELAY_URL,
    onConnection: (connection) => useStore.getState().set({ connection }),
  });
  useStore.getState().set({ connection: city.connection });
  watch(city);
  return city;
}

function watch(living: LivingCity): void {
  let told: readonly FeedState[] | null = null;
  const tell = () => {
    // Who does not look is told when he looks again.
    if (document.hidden) return;
    correctClock(living.nowMs());
    const feeds = living.feeds();
    if (feeds === told) return;
    told = feeds;
    useStore.getState().set({ feeds });
  };
  setInterval(tell, TELL_EVERY_MS);
  addEventListener('online', () => living.wake());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    living.wake();
    tell();
  });
}
