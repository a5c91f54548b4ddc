// SPDX-License-Identifier: EUPL-1.2
import { afterEach, expect, it, vi } from 'vitest';
import {
  chooseSpeed,
  chosenSpeed,
  currentMoment,
  goToMoment,
  goToSecond,
  goToTypical,
  goToYear,
  setSpeed,
  shownYear,
} from './clock';
import { useStore } from './store';

afterEach(() => void vi.useRealTimers());

it('moves to an hour by the clock on the wall, also on a day on which the hour changes', () => {
  vi.useFakeTimers({ now: Date.parse('2026-10-26T12:00:00Z') });
  for (const [day, from, to] of [
    // An hour more between 1:00 and 10:00 in October, one less in March.
    ['2026-10-24T23:00:00Z', 3600, '2026-10-25T09:00:00.000Z'],
    ['2026-03-29T00:00:00Z', 3600, '2026-03-29T08:00:00.000Z'],
  ] as const) {
    goToMoment(Date.parse(day));
    expect(currentMoment().secondOfDay).toBe(from);
    goToSecond(36_000);
    expect(currentMoment().secondOfDay).toBe(36_000);
    expect(new Date(currentMoment().atMs ?? 0).toISOString()).toBe(to);
  }
});

it('goes no further than now', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T09:42:30Z') });
  goToMoment(Date.parse('2026-11-25T06:00:00Z'));
  goToSecond(80_000);
  expect(currentMoment().atMs).toBe(Date.parse('2026-11-25T09:42:30Z'));
});

it('a speed that is chosen while time stands still does not let it run', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T09:42:30Z') });
  const speed = () => {
    const { clock } = useStore.getState();
    return clock.kind === 'live' ? null : clock.speed;
  };
  goToTypical(3, 28_800);
  expect([speed(), chosenSpeed()]).toEqual([0, 60]);
  chooseSpeed(300);
  expect([speed(), chosenSpeed()]).toEqual([0, 300]);
  setSpeed(chosenSpeed());
  chooseSpeed(1800);
  expect([speed(), chosenSpeed()]).toEqual([1800, 1800]);
  vi.advanceTimersByTime(2000);
  expect(currentMoment().secondOfDay).toBeCloseTo(28_800 + 3600, 6);
});

it('goes to the same day and hour of another year, and stands there on its weekday', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T07:30:00Z') });
  useStore.getState().set({ clock: { kind: 'live' } });
  expect(shownYear()).toBe(2026);
  goToYear(2045);
  // 27 November 2045 is a Monday; winter time.
  expect(useStore.getState().clock).toMatchObject({ kind: 'typical', weekday: 1, speed: 0 });
  expect(currentMoment()).toMatchObject({
    date: { year: 2045, month: 11, day: 27 },
    secondOfDay: 30_600,
    atMs: null,
  });
  expect(shownYear()).toBe(2045);
  // Beyond the clock's years it stays.
  goToYear(2060);
  expect(shownYear()).toBe(2045);
});

it('goes from a leap day to the 28th where a year has none', () => {
  vi.useFakeTimers({ now: Date.parse('2028-02-29T11:00:00Z') });
  useStore.getState().set({ clock: { kind: 'live' } });
  goToYear(2029);
  expect(currentMoment().date).toEqual({ year: 2029, month: 2, day: 28 });
  goToYear(2032);
  expect(currentMoment().date).toEqual({ year: 2032, month: 2, day: 28 });
});
