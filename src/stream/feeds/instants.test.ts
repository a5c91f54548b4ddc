// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { fromSeconds, instant, interval } from './instants';

const at = (...parts: [number, number, number, number?, number?, number?, number?]) => Date.UTC(...parts);

describe('instants', () => {
  it('reads ISO 8601 with zone, without one by the clocks that are meant, and Italian days', () => {
    const eight = at(2026, 6, 1, 8);
    for (const text of [
      '2026-07-01T08:00:00Z',
      '20260701T080000Z',
      '2026-07-01T10:00+02:00',
      '2026-07-01 06:30:00-0130',
    ])
      expect(instant(text)).toBe(eight);
    expect(instant('2026-07-01T08:00:00.250Z')).toBe(eight + 250);
    expect(instant('2026-07-01T10:00', 'rome')).toBe(eight);
    expect(instant('2026-07-01T09:00', 'solar')).toBe(eight);
    expect(instant('01/07/2026 10:00', 'rome')).toBe(eight);
    expect(instant('2026-07-01')).toBe(at(2026, 6, 1));
    expect(instant('2026-07-01T24:00Z')).toBe(at(2026, 6, 2));
    expect(instant('2026-07-01T24:00', 'rome')).toBe(at(2026, 6, 1, 22));
  });

  it('knows both changes of the hour in Rome', () => {
    expect(instant('2026-03-29T01:59:59', 'rome')).toBe(at(2026, 2, 29, 0, 59, 59));
    expect(instant('2026-03-29T02:30', 'rome')).toBeUndefined();
    expect(instant('2026-03-29T03:00', 'rome')).toBe(at(2026, 2, 29, 1));
    expect(instant('2026-10-25T02:30', 'rome')).toBe(at(2026, 9, 25, 0, 30));
    expect(instant('2026-10-25T03:00', 'rome')).toBe(at(2026, 9, 25, 2));
  });

  it('takes no time that there is not', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2026-07-01T25:00',
      '2026-07-01T08:61Z',
      '1999-12-31',
      'now',
      '',
      '1e9',
    ])
      expect(instant(text)).toBeUndefined();
    expect(instant(1_774_422_000)).toBeUndefined();
    expect(fromSeconds(1_774_422_000)).toBe(at(2026, 2, 25, 7));
    expect(fromSeconds(0)).toBeUndefined();
    expect(fromSeconds(1.8e19)).toBeUndefined();
  });

  it('reads intervals, of an instant both ends, and none that goes back', () => {
    const [fromMs, toMs] = [at(2026, 2, 25, 7), at(2026, 2, 25, 8)];
    expect(interval('2026-03-25T07:00Z/2026-03-25T08:00Z')).toEqual({ fromMs, toMs });
    expect(interval('2026-03-25T07:00Z')).toEqual({ fromMs, toMs: fromMs });
    expect(interval('2026-03-25T08:00Z/2026-03-25T07:00Z')).toBeUndefined();
    expect(interval('/')).toBeUndefined();
  });
});
