// SPDX-License-Identifier: EUPL-1.2
/** Five thousand browsers on one relay, of which five hundred never read: the others hear everything. */
import { expect, it } from 'vitest';
import { runRelay } from '../../bench/live/relay';

it('tells 4,500 listeners all that changes beside 500 that do not read, and asks the upstream once a period', async () => {
  const seconds = 6;
  const figures = await runRelay({ clients: 5000, deaf: 500, stations: 20, seconds });
  expect(figures.cameShare).toBe(1);
  // One question a second, whatever the listeners; the first and the last may be cut.
  expect(figures.questionsPerPeriod * seconds).toBeLessThanOrEqual(seconds + 1.5);
  expect(figures.questionsPerPeriod * seconds).toBeGreaterThan(1);
}, 120_000);
