// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { LIVE_KINDS } from '../../city/live';
import { FEED_IDS, FEEDS, feedOf } from './index';

it('lists each feed once, by the id that it has itself', () => {
  expect(FEEDS.map(({ id }) => id)).toEqual([...FEED_IDS]);
  expect(new Set(FEED_IDS).size).toBe(FEED_IDS.length);
  for (const id of FEED_IDS) expect(feedOf(id).id).toBe(id);
  expect(FEEDS.flatMap(({ kinds }) => kinds).filter((kind) => !LIVE_KINDS.includes(kind))).toEqual([]);
});
