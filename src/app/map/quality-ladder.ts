// SPDX-License-Identifier: EUPL-1.2
import type { QualityLevel, StoreState } from '../state/store';

/** What a level of quality means to the map. */
export interface QualitySettings {
  /** Most device pixels in a CSS pixel. */
  readonly pixelRatio: number;
  /** The same while the view moves and frames are slow. */
  readonly movingPixelRatio: number;
  readonly antialias: boolean;
  /** Screen-space error of the building tiles, CSS pixels. */
  readonly errorTarget: number;
  /** Façades are drawn pixel by pixel (storeys, windows, the foot of walls) and trees in three dimensions. */
  readonly rich: boolean;
  readonly trees: boolean;
  readonly capBytes: number;
}

const MB = 2 ** 20;
const SETTINGS: Readonly<Record<Exclude<QualityLevel, 'table'>, QualitySettings>> = {
  high: {
    pixelRatio: 2,
    movingPixelRatio: 1.5,
    antialias: true,
    errorTarget: 10,
    rich: true,
    trees: true,
    capBytes: 384 * MB,
  },
  medium: {
    pixelRatio: 1.5,
    movingPixelRatio: 1,
    antialias: true,
    errorTarget: 16,
    rich: true,
    trees: true,
    capBytes: 256 * MB,
  },
  low: {
    pixelRatio: 1,
    movingPixelRatio: 0.6,
    antialias: false,
    errorTarget: 20,
    rich: false,
    trees: false,
    capBytes: 160 * MB,
  },
  plan: {
    pixelRatio: 1,
    movingPixelRatio: 0.75,
    antialias: false,
    errorTarget: 64,
    rich: false,
    trees: false,
    capBytes: 64 * MB,
  },
};

export function qualitySettings(level: QualityLevel): QualitySettings {
  return SETTINGS[level === 'table' ? 'plan' : level];
}

/** Renderers that draw on the processor: they begin where others end. */
export function isSoftwareRenderer(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

/** Frames of motion that a judgement takes. */
export const FRAMES_JUDGED = 30;
/** Median milliseconds of a frame in motion that a level puts up with. */
const PATIENCE_MS: Partial<Record<QualityLevel, number>> = { high: 45, medium: 60, low: 600 };
const BELOW: Partial<Record<QualityLevel, QualityLevel>> = { high: 'medium', medium: 'low', low: 'plan' };

/**
 * The level after a stretch of motion: one step down where the median of the last
 * {@link FRAMES_JUDGED} frames is slower than the level puts up with. Never up by itself: a
 * picture that swings is worse than a plain one.
 */
export function nextLevel(level: QualityLevel, frameTimesMs: readonly number[]): QualityLevel {
  const patience = PATIENCE_MS[level];
  if (patience === undefined || frameTimesMs.length < FRAMES_JUDGED) return level;
  const sorted = frameTimesMs.slice(-FRAMES_JUDGED).sort((a, b) => a - b);
  const median = ((sorted[FRAMES_JUDGED / 2 - 1] ?? 0) + (sorted[FRAMES_JUDGED / 2] ?? 0)) / 2;
  return median > patience ? (BELOW[level] ?? level) : level;
}

/** One step down whatever the frames say: after the context was lost again. */
export function levelBelow(level: QualityLevel): QualityLevel {
  return BELOW[level] ?? level;
}

/** Beside a second view: a picture each costs as much as both together did, and stays in three dimensions. */
const BESIDE: Partial<Record<QualityLevel, QualityLevel>> = { high: 'medium', medium: 'low' };

/** The level that the map is drawn at: while two views are open one less than is chosen. */
export function drawnLevel({ quality, compare }: Pick<StoreState, 'quality' | 'compare'>): QualityLevel {
  return compare ? (BESIDE[quality.level] ?? quality.level) : quality.level;
}
