// SPDX-License-Identifier: EUPL-1.2
/** Frames of a page's map, one after the other as fast as they come, whoever draws on it. */
import type { CDPSession, Page } from 'playwright-core';
import './bench-map';

export const FRAMES = 30;
const GIVE_UP_MS = 120_000;

export interface FrameFigures {
  readonly frames: number;
  /** All that the main thread does, over the frames. */
  readonly mainThreadMsPerFrame: number;
  readonly frameMedianMs: number;
  readonly frameP95Ms: number;
}

/**
 * Draws FRAMES frames of `window.benchMap`.
 * @throws Error where they do not come in two minutes, or the page threw
 */
export async function frameFigures(page: Page, cdp: CDPSession): Promise<FrameFigures> {
  const before = await metric(cdp, 'TaskDuration');
  const between = await Promise.race([
    thrown(page),
    page.evaluate(drawFrames, [FRAMES, GIVE_UP_MS] as const),
  ]);
  return {
    frames: between.length,
    mainThreadMsPerFrame: round((((await metric(cdp, 'TaskDuration')) - before) * 1000) / between.length),
    frameMedianMs: at(between, 0.5),
    frameP95Ms: at(between, 0.95),
  };
}

/** Runs in the page. */
function drawFrames([frames, giveUpMs]: readonly [number, number]): Promise<number[]> {
  return new Promise((done, fail) => {
    const { map, nextFrame } = window.benchMap;
    const between: number[] = [];
    let last = 0;
    const giveUp = setTimeout(() => fail(new Error(`${between.length} frames in two minutes`)), giveUpMs);
    const drawn = () => {
      const now = performance.now();
      if (last > 0) between.push(now - last);
      last = now;
      if (between.length < frames) return nextFrame();
      clearTimeout(giveUp);
      map.off('render', drawn);
      done(between);
    };
    map.on('render', drawn);
    nextFrame();
  });
}

/** A page that threw measures nothing. */
function thrown(page: Page): Promise<never> {
  return new Promise((_, fail) => page.once('pageerror', fail));
}

export async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

/** The value that so large a share is not above. */
export function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}
export const round = (value: number) => Math.round(value * 100) / 100;
