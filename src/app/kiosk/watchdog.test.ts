// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { romeInstant } from '../../city/rome-time';
import { DAY_MS, type Reload, readReloads, reloadWanted, shiftAt, type Vitals } from './watchdog';

const NOON = romeInstant(2026, 11, 28, 12 * 3600);
const MINUTE = 60_000;
const WELL: Vitals = {
  nowMs: NOON,
  loadedMs: NOON - 9 * 60 * MINUTE,
  inUse: false,
  heapBytes: 300e6,
  heapLimitBytes: 4e9,
  contextLossesMs: [],
  frameAgeMs: 20_000,
  isOutdated: false,
  lacksPart: false,
  reloads: [],
};
const wanted = (change: Partial<Vitals>) => reloadWanted({ ...WELL, ...change });
const at = (atMs: number): Reload => ({ atMs, reason: 'memory' });

describe('a kiosk that is well', () => {
  it('is left alone', () => expect(wanted({})).toBeNull());
  it('begins anew once a night', () => {
    const night = romeInstant(2026, 11, 28, 3.5 * 3600);
    expect(wanted({ nowMs: night, loadedMs: night - 7 * 60 * MINUTE })).toBe('night');
    expect(wanted({ nowMs: night - 1, loadedMs: night - DAY_MS })).toBeNull();
    // It has just done so.
    expect(wanted({ nowMs: night + 5 * MINUTE, loadedMs: night + MINUTE })).toBeNull();
    expect(wanted({ nowMs: night + 60 * MINUTE, loadedMs: night - DAY_MS })).toBeNull();
  });
});

describe('a kiosk that is not', () => {
  it.each<[string | null, Partial<Vitals>]>([
    ['stall', { frameAgeMs: 2 * MINUTE + 1 }],
    [null, { frameAgeMs: 2 * MINUTE }],
    ['context', { contextLossesMs: [NOON - 9 * MINUTE, NOON - 5 * MINUTE, NOON - 1] }],
    ['part', { lacksPart: true }],
    [null, { lacksPart: true, inUse: true }],
    [null, { contextLossesMs: [NOON - 11 * MINUTE, NOON - 5 * MINUTE, NOON - 1] }],
    ['memory', { heapBytes: 2.41e9 }],
    [null, { heapBytes: 2.39e9 }],
    [null, { heapBytes: null, heapLimitBytes: null }],
    ['update', { isOutdated: true }],
  ])('begins anew for %s: %j', (reason, change) => {
    expect(wanted(change)).toBe(reason);
    expect(wanted({ ...change, inUse: true })).toBeNull();
  });
  it('waits ten minutes after the last time, then twenty, forty, never more than four hours', () => {
    const ill = { isOutdated: true };
    const ago = (...minutes: number[]) => ({ ...ill, reloads: minutes.map((m) => at(NOON - m * MINUTE)) });
    expect(wanted(ago(9))).toBeNull();
    expect(wanted(ago(10))).toBe('update');
    expect(wanted(ago(100, 19))).toBeNull();
    expect(wanted(ago(100, 20))).toBe('update');
    expect(wanted(ago(9, 8, 7, 6, 5, 4, 3, 239))).toBeNull();
    expect(wanted(ago(9, 8, 7, 6, 5, 4, 3, 240))).toBe('update');
    // Yesterday's do not count.
    expect(wanted(ago(25 * 60, 24 * 60, 10))).toBe('update');
  });
  it('loads itself at most a dozen times a day, however ill it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (stepMinutes) => {
        let reloads: readonly Reload[] = [];
        for (let nowMs = NOON; nowMs < NOON + DAY_MS; nowMs += stepMinutes * MINUTE)
          if (reloadWanted({ ...WELL, nowMs, isOutdated: true, reloads })) reloads = [...reloads, at(nowMs)];
        expect(reloads.length).toBeGreaterThan(3);
        expect(reloads.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe('what it remembers of loading itself', () => {
  it('is of the last day, and not rubbish', () => {
    const kept = [at(NOON - DAY_MS), at(NOON - 5), at(NOON + 5)];
    expect(readReloads(JSON.stringify(kept), NOON)).toEqual([at(NOON - 5), at(NOON + 5)]);
    expect(wanted({ isOutdated: true, reloads: [at(NOON + 5)] })).toBeNull();
    for (const text of [null, '', '{', '{}', '7', '[1]', '[{"atMs":1}]', '["x", {"reason":"night"}]'])
      expect(readReloads(text, NOON)).toEqual([]);
  });
});

describe('what stands still', () => {
  it('is never long in one place, nor far from it', () => {
    for (let n = 0; n < 40; n++) {
      expect(shiftAt(n + 1)).not.toEqual(shiftAt(n));
      for (const pixels of shiftAt(n)) expect(Math.abs(pixels)).toBeLessThanOrEqual(8);
    }
  });
});
