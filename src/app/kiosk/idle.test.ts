// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phaseAt, secondsLeft, TOURING, touchedAt, untilNextMs } from './idle';

describe('whoever stands before the kiosk', () => {
  it('has a minute, then is asked for fifteen seconds, then it begins anew', () => {
    const used = touchedAt(1000);
    expect(phaseAt(used, 60_999)).toBe(used);
    expect(phaseAt(used, 61_000)).toEqual({ kind: 'asking', resetMs: 76_000 });
    expect(phaseAt(used, 75_999)).toEqual({ kind: 'asking', resetMs: 76_000 });
    expect(phaseAt(used, 76_000)).toBe(TOURING);
    expect(phaseAt({ kind: 'asking', resetMs: 76_000 }, 76_000)).toBe(TOURING);
  });
  it('is waited for no longer where the kiosk slept', () =>
    expect(phaseAt(touchedAt(0), 3_600_000)).toBe(TOURING));
  it('sees each second of the countdown', () => {
    const asking = { kind: 'asking', resetMs: 76_000 } as const;
    expect([61_000, 61_001, 75_000, 75_400, 76_000].map((now) => secondsLeft(76_000, now))).toEqual([
      15, 15, 1, 1, 0,
    ]);
    expect([61_000, 61_400, 75_999].map((now) => untilNextMs(asking, now))).toEqual([1000, 600, 1]);
  });
  it('tours for ever by itself', () => {
    expect(phaseAt(TOURING, 1e12)).toBe(TOURING);
    expect(untilNextMs(TOURING, 5)).toBeNull();
  });
  it('comes to the tour by looking when it says, never later than 75 s after the touch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), (startMs) => {
        let [phase, now, looks] = [touchedAt(startMs), startMs, 0];
        for (let next = untilNextMs(phase, now); next !== null; next = untilNextMs(phase, now)) {
          now += next;
          phase = phaseAt(phase, now);
          if (++looks > 20) return false;
        }
        return phase === TOURING && now === startMs + 75_000;
      }),
    );
  });
});
