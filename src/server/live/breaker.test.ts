// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { Breaker } from './breaker';

const breaker = (random = 1) =>
  new Breaker({ periodMs: 1000, longestMs: 20_000, faultsToOpen: 3, random: () => random });

it('waits a period while all is well, twice as long after each fault, never longer than the bound', () => {
  const b = breaker();
  expect(b.afterSuccess()).toBe(1000);
  expect([1, 2, 3, 4, 5, 6].map(() => b.afterFault())).toEqual([2000, 4000, 8000, 16_000, 20_000, 20_000]);
  expect(b.afterSuccess()).toBe(1000);
  expect(b.afterFault()).toBe(2000);
});
it('spreads waits by up to a half, and never asks sooner than the period', () => {
  const b = breaker(0);
  expect([b.afterFault(), b.afterFault()]).toEqual([1000, 2000]);
});
it('opens after faults in a row; one success closes it', () => {
  const b = breaker();
  b.afterFault();
  b.afterFault();
  expect(b.state).toBe('closed');
  b.afterFault();
  expect(b.state).toBe('open');
  b.afterFault();
  expect(b.state).toBe('open');
  b.afterSuccess();
  expect(b.state).toBe('closed');
});
it('waits as long as the upstream asks, within reason', () => {
  expect(breaker().afterFault(60_000)).toBe(60_000);
  expect(breaker().afterFault(1)).toBe(2000);
  expect(breaker().afterFault(1e12)).toBe(3_600_000);
});
it('waits a long period out, also where it is longer than the bound', () => {
  const b = new Breaker({ periodMs: 3_600_000, random: () => 1 });
  expect(b.afterFault()).toBe(3_600_000);
});
