// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { LiveRow } from '../../city/live';
import { configured, entry } from './fixtures/relay-server';
import { LiveTopic } from './topic';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25);
const topic = () => new LiveTopic(configured([entry('https://a.example/')])[0]!.topic, NOW);
const row = (id: string, atMs: number) =>
  ({ kind: 'bike-station', id, atMs, bikes: 1 }) as unknown as LiveRow;
const says = (...rows: LiveRow[]) => ({ rows, dropped: [], whole: false });

it('forgets what has not been heard of for a day, says so once, and does not take in what comes that old', () => {
  const one = topic();
  expect(one.take(says(row('a', NOW), row('old', NOW - 2 * DAY)), NOW)).toMatchObject({
    changed: [{ id: 'a' }],
    gone: [],
  });
  expect(one.take(says(row('b', NOW + DAY)), NOW + DAY + 1)).toMatchObject({
    changed: [{ id: 'b' }],
    gone: ['a'],
  });
  expect([...one.rows.keys()]).toEqual(['b']);
  expect(one.take(says(row('a', NOW)), NOW + DAY + 2)).toEqual({ changed: [], gone: [] });
});

it('fares well or badly since it began to', () => {
  const one = topic();
  const ok = one.fares(null, NOW + 1);
  expect(ok).toEqual({ state: 'ok', sinceMs: NOW + 1, fault: null, lastGoodMs: NOW + 1 });
  expect([one.setUpstream(ok), one.setUpstream(one.fares(null, NOW + 2))]).toEqual([true, false]);
  expect(one.upstream).toEqual({ ...ok, lastGoodMs: NOW + 2 });
  one.setUpstream(one.fares('answered 500', NOW + 3));
  expect(one.fares('cut off', NOW + 4)).toEqual({
    state: 'failing',
    sinceMs: NOW + 3,
    fault: 'cut off',
    lastGoodMs: NOW + 2,
  });
});
