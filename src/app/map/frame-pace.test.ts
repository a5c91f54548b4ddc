// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { frameEveryMs } from './frame-pace';

describe('the pace of frames', () => {
  it('is none where nothing moves', () => {
    expect(frameEveryMs(0, false)).toBeNull();
    expect(frameEveryMs(Number.NaN, true)).toBeNull();
  });

  it('follows the motion: 9 px/s are six steps of 1.5 px', () => {
    expect(frameEveryMs(9, true)).toBeCloseTo(1000 / 6);
    expect(frameEveryMs(0.1, false)).toBe(500);
  });

  it('has its most: 12 frames a second where the processor draws, 40 else', () => {
    expect(frameEveryMs(5000, true)).toBeCloseTo(1000 / 12);
    expect(frameEveryMs(5000, false)).toBe(25);
  });
});
