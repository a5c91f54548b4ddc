// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../city/clock';
import { formats } from '../../text/format';
import { keptDays, momentText, secondOfText, weekdayName } from './clock-words';

const at = (iso: string) => Date.parse(iso);

describe('what the clock says', () => {
  const italian = formats('it');
  const say = (clock: Parameters<typeof momentOf>[0]) =>
    momentText(momentOf(clock, at('2026-11-25T09:42:30Z')), italian);

  it('is the time of now, the hour of a weekday, or a day and its hour', () => {
    expect(say({ kind: 'live' })).toBe('10:42');
    expect(say({ kind: 'typical', weekday: 3, secondOfDay: 28_800, sinceMs: 0, speed: 0 })).toBe(
      'mercoledì 8:00',
    );
    expect(say({ kind: 'moment', atMs: at('2026-11-24T07:05:00Z'), sinceMs: 0, speed: 0 })).toBe(
      'martedì 24 novembre, 8:05',
    );
    const date = { year: 2026, month: 6, day: 21 };
    expect(say({ kind: 'typical', weekday: 7, date, secondOfDay: 28_800, sinceMs: 0, speed: 0 })).toBe(
      'domenica 21 giugno 2026, 8:00',
    );
    expect(weekdayName(7, formats('en'))).toBe('Sunday');
  });
});

describe('an hour that is typed', () => {
  it('is read however it is written, to the minute', () => {
    expect(['0:00', '8:05', '23:59', '14.30', '1430', '905', '9', '9h30'].map(secondOfText)).toEqual([
      0, 29_100, 86_340, 52_200, 52_200, 32_700, 32_400, 34_200,
    ]);
    expect(['', '24:00', '12:60', '12:5', 'noon', '-1', '14305'].map(secondOfText)).toEqual(
      Array(7).fill(null),
    );
  });
});

describe('the days that are kept', () => {
  it('are cut at the midnights of Rome', () => {
    const days = keptDays({ fromMs: at('2026-11-24T08:00:00Z'), toMs: at('2026-11-25T09:00:00Z') });
    expect(days).toEqual([
      { midnightMs: at('2026-11-23T23:00:00Z'), fromS: 32_400, toS: 86_399 },
      { midnightMs: at('2026-11-24T23:00:00Z'), fromS: 0, toS: 36_000 },
    ]);
    expect(keptDays({ fromMs: null, toMs: null })).toEqual([]);
  });

  it('the day on which the clocks go back is one', () => {
    const days = keptDays({ fromMs: at('2026-10-24T22:00:00Z'), toMs: at('2026-10-25T22:59:59Z') });
    expect(days).toEqual([{ midnightMs: at('2026-10-24T22:00:00Z'), fromS: 0, toS: 86_399 }]);
  });
});
