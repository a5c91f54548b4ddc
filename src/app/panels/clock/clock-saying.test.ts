// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../city/catalogue';
import type { StoreState } from '../../state/store';
import { madeUp, saying } from './clock-saying';

const feeds = (...simulated: boolean[]) =>
  simulated.map((each) => ({ simulated: each })) as unknown as StoreState['feeds'];
const catalogue = { themes: [], files: { inputs: [] } } as unknown as Catalogue;
const LIVE = { clock: { kind: 'live' }, catalogue } as const;

describe('how much of what moves is made up', () => {
  it('is all, a part or nothing of what the feeds bring', () => {
    expect(madeUp({ ...LIVE, feeds: feeds(true, true) })).toBe('all');
    expect(madeUp({ ...LIVE, feeds: feeds(true, false) })).toBe('part');
    expect(madeUp({ ...LIVE, feeds: feeds(false) })).toBe('nothing');
  });
});

describe('what the bar says', () => {
  it('is never live without feeds or without a connection', () => {
    expect(saying({ ...LIVE, connection: 'stream', feeds: feeds(false) })).toBe('live');
    expect(saying({ ...LIVE, connection: 'stream', feeds: [] })).toBe('noFeeds');
    expect(saying({ ...LIVE, connection: 'lost', feeds: feeds(false) })).toBe('offline');
    expect(saying({ ...LIVE, connection: 'connecting', feeds: feeds(false) })).toBe('connecting');
  });
});
