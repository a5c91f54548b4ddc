// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../state/comparison';
import { QUALITY_LEVELS, type QualityLevel } from '../state/store';
import {
  drawnLevel,
  FRAMES_JUDGED,
  isSoftwareRenderer,
  levelBelow,
  nextLevel,
  qualitySettings,
} from './quality-ladder';

const frames = (ms: number, count = FRAMES_JUDGED) => new Array<number>(count).fill(ms);

describe('the ladder of quality', () => {
  it('stays where the frames are quick', () => {
    expect(nextLevel('high', frames(16.7))).toBe('high');
    expect(nextLevel('medium', frames(33))).toBe('medium');
    expect(nextLevel('low', frames(120))).toBe('low');
  });

  it('goes one step down where they are slow, to the plan at last', () => {
    expect(nextLevel('high', frames(50))).toBe('medium');
    expect(nextLevel('medium', frames(90))).toBe('low');
    expect(nextLevel('low', frames(700))).toBe('plan');
    expect(nextLevel('plan', frames(5000))).toBe('plan');
    expect(nextLevel('table', frames(5000))).toBe('table');
  });

  it('does not judge a short motion, nor by a few slow frames, nor by old ones', () => {
    expect(nextLevel('high', frames(500, FRAMES_JUDGED - 1))).toBe('high');
    expect(nextLevel('high', [...frames(16, 20), ...frames(900, 10)])).toBe('high');
    expect(nextLevel('high', [...frames(900), ...frames(16)])).toBe('high');
  });

  it('takes the median: 15 frames at 20 ms and 15 at 90 ms are 55 ms', () => {
    const mixed = [...frames(20, 15), ...frames(90, 15)];
    expect(nextLevel('high', mixed)).toBe('medium');
    expect(nextLevel('medium', mixed)).toBe('medium');
  });

  it('draws two views at one level less, and in three dimensions as long as one is', () => {
    const drawn = (level: QualityLevel, compare: Comparison | null) =>
      drawnLevel({ quality: { level, reason: 'slow' }, compare });
    const two = QUALITY_LEVELS.map((level) => drawn(level, { mode: 'side', split: 0.5 }));
    expect(two).toEqual(['medium', 'low', 'low', 'plan', 'table']);
    expect(QUALITY_LEVELS.map((level) => drawn(level, null))).toEqual([...QUALITY_LEVELS]);
  });

  it('asks for less on every step', () => {
    const levels = (['high', 'medium', 'low', 'plan'] as const).map(qualitySettings);
    for (let i = 1; i < levels.length; i++) {
      expect(levels[i]!.pixelRatio).toBeLessThanOrEqual(levels[i - 1]!.pixelRatio);
      expect(levels[i]!.errorTarget).toBeGreaterThan(levels[i - 1]!.errorTarget);
      expect(levels[i]!.capBytes).toBeLessThan(levels[i - 1]!.capBytes);
    }
    for (const level of levels) expect(level.movingPixelRatio).toBeLessThan(level.pixelRatio);
    expect(levelBelow('high')).toBe('medium');
    expect(levelBelow('plan')).toBe('plan');
  });

  it('knows renderers that draw on the processor', () => {
    expect(
      isSoftwareRenderer('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)'),
    ).toBe(true);
    expect(isSoftwareRenderer('llvmpipe (LLVM 15.0.6, 256 bits)')).toBe(true);
    expect(isSoftwareRenderer('Microsoft Basic Render Driver')).toBe(true);
    expect(isSoftwareRenderer('ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11)')).toBe(false);
    expect(isSoftwareRenderer('Apple M2')).toBe(false);
  });
});
