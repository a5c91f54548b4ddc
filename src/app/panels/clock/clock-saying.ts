// SPDX-License-Identifier: EUPL-1.2
/** Where what the clock shows comes from, and how much of it is made up. Pure. */
import { movesMadeUp } from '../../state/offered-layers';
import type { StoreState } from '../../state/store';

export type Saying = 'live' | 'offline' | 'noFeeds' | 'connecting' | 'moment' | 'typical' | 'date';

/** What the bar says of where the data come from. */
export function saying(s: Pick<StoreState, 'clock' | 'connection' | 'feeds'>): Saying {
  if (s.clock.kind === 'typical' && s.clock.date) return 'date';
  if (s.clock.kind !== 'live') return s.clock.kind;
  if (s.connection === 'lost') return s.feeds.length > 0 ? 'offline' : 'noFeeds';
  if (s.connection === 'connecting' || s.connection === 'off') return 'connecting';
  return s.feeds.length > 0 ? 'live' : 'noFeeds';
}

/** How much of what is shown is made up. */
export function madeUp({
  clock,
  feeds,
  catalogue,
}: Pick<StoreState, 'clock' | 'feeds' | 'catalogue'>): 'nothing' | 'part' | 'all' {
  if (clock.kind !== 'typical') {
    if (!movesMadeUp({ feeds, catalogue })) return 'nothing';
    return feeds.every(({ simulated }) => simulated) ? 'all' : 'part';
  }
  const daily = catalogue?.themes.find(({ id }) => id === 'daily-life');
  return (daily?.synthetic ?? catalogue?.themes.some(({ synthetic }) => synthetic)) ? 'all' : 'nothing';
}
