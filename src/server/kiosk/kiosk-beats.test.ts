// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { KioskBeats } from './kiosk-beats';

const beat = (kiosk: string, build = 'b1') => ({
  ...{ kiosk, build, city: 'c1', uptimeS: 1, heapMB: null, contextLosses: 0, reloads: 0 },
  ...{ reloadReason: null, asOfMs: null, inUse: false },
});

describe('what kiosks say', () => {
  it('is what each said last, in the order of their names', () => {
    let now = 1000;
    const beats = new KioskBeats(() => now);
    beats.hear(beat('sala'));
    beats.hear(beat('atrio'));
    now = 61_000;
    beats.hear(beat('sala', 'b2'));
    expect(beats.health()).toEqual({
      nowMs: 61_000,
      sinceMs: 1000,
      kiosks: [
        { ...beat('atrio'), seenMs: 1000 },
        { ...beat('sala', 'b2'), seenMs: 61_000 },
      ],
    });
  });
  it('is not crowded out by made-up names, and makes room after a week of silence', () => {
    let now = 0;
    const beats = new KioskBeats(() => now);
    expect(beats.hear(beat('atrio'))).toBe(true);
    for (let n = 1; n < 200; n++) expect(beats.hear(beat(`x${n}`))).toBe(true);
    expect(beats.hear(beat('one more'))).toBe(false);
    now = 1;
    expect(beats.hear(beat('atrio', 'b2'))).toBe(true);
    now = 7 * 86_400_000 + 1;
    expect(beats.hear(beat('one more'))).toBe(true);
    expect(beats.health().kiosks.map(({ kiosk }) => kiosk)).toEqual(['atrio', 'one more']);
  });
});
