// SPDX-License-Identifier: EUPL-1.2
/**
 * The page part of `npm run bench -- live`: 10,000 moving vehicles and 20,000 coloured streets against the
 * same scene without them, and the heap over 30 simulated minutes. Prints one JSON line.
 * Alone: `tsx bench/live/page.ts [built city]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { launch, openPage } from '../../e2e/browser';
import { createServer } from '../../src/server/server';
import { BENCH_SIZE, BENCH_VIEW } from './bench-map';
import { CROWDED_AT_S, crowdedCity } from './crowded-city';
import { at, type FrameFigures, frameFigures, metric, round } from './frames';
import { measurePeer, type PeerFigures } from './peer';

const VEHICLES = 10_000;
const STREETS = 20_000;
/** Half an hour of the clock in half a minute, read every three minutes of it. */
const HEAP_SPEED = 60;
const HEAP_READINGS = 11;
const HEAP_EVERY_S = 3;

export interface SceneFigures extends FrameFigures {
  /** Bringing the living layers up to date: positions, and what the card is told of them. */
  readonly livingMedianMs: number;
  readonly livingP95Ms: number;
  /** Script of the whole scene in a frame. */
  readonly scriptMedianMs: number;
  readonly scriptP95Ms: number;
}
export interface PageFigures {
  readonly bench: 'live/page';
  readonly vehicles: number;
  readonly streets: number;
  readonly without: SceneFigures;
  readonly withVehicles: SceneFigures;
  readonly withBoth: SceneFigures;
  readonly heap: HeapFigures;
  /** The same number of things, drawn by a peer after us in the same run. */
  readonly peer: PeerFigures;
  readonly loadAverage: number;
}
export interface HeapFigures {
  readonly simulatedMinutes: number;
  /** Each after a collection, evenly over the time. */
  readonly readingsMB: readonly number[];
  /** Of the straight line through them (least squares). */
  readonly slopeKBPerSimulatedMinute: number;
}

/** @param cityDir a built city */
export async function measurePage(cityDir: string, appDir: string): Promise<PageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'gemello-bench-'));
  const crowded = join(folder, 'city');
  crowdedCity(cityDir, crowded, VEHICLES, STREETS);
  const server = await createServer({ cityDir: crowded, appDir, logger: { level: 'error' } });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launch();
  try {
    const { page } = await openPage(browser, url, { viewport: BENCH_SIZE });
    // tsx names functions by this; in a page it is not there.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto(url);
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, undefined, {
      timeout: 90_000,
    });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const scene = async (layers: Record<string, boolean>) => {
      await show(page, layers);
      return measure(page, cdp);
    };
    const without = await scene({ vehicles: false, traffic: false });
    const withVehicles = await scene({ vehicles: true, traffic: false });
    const withBoth = await scene({ vehicles: true, traffic: true });
    const vehicles = await drawnVehicles(page);
    const heap = await heapOverTime(page, cdp);
    await browser.close();
    return {
      bench: 'live/page',
      vehicles,
      streets: STREETS,
      without,
      withVehicles,
      withBoth,
      heap,
      peer: await measurePeer(crowded, vehicles, STREETS),
      loadAverage: round(loadavg()[0] ?? Number.NaN),
    };
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function show(page: Page, layers: Record<string, boolean>): Promise<void> {
  await page.evaluate(
    ({ layers, secondOfDay, view }) => {
      const { store, map } = window.__gemello!;
      const state = store.getState();
      state.set({
        layers: { ...state.layers, ...layers },
        clock: { kind: 'typical', weekday: 3, secondOfDay, sinceMs: Date.now(), speed: 1 },
        quality: { level: 'low', reason: 'chosen' },
      });
      map.jumpTo(view);
    },
    { layers, secondOfDay: CROWDED_AT_S, view: BENCH_VIEW },
  );
  // Tables are read, ribbons made, tiles fetched.
  await page.waitForTimeout(12_000);
}

/** Frames of our page, and our own part in them. */
async function measure(page: Page, cdp: CDPSession): Promise<SceneFigures> {
  await page.evaluate(watchScene);
  const frames = await frameFigures(page, cdp);
  const { living, script } = await page.evaluate(() => window.benchWatched());
  return {
    ...frames,
    livingMedianMs: at(living, 0.5),
    livingP95Ms: at(living, 0.95),
    scriptMedianMs: at(script, 0.5),
    scriptP95Ms: at(script, 0.95),
  };
}

/** Runs in the page: from now on each frame of the scene is timed, until asked for what it took. */
function watchScene(): void {
  const hook = window.__gemello!;
  const scene = hook.city!;
  const living: number[] = [];
  const script: number[] = [];
  const draw = scene.render;
  scene.render = (...args) => {
    const from = performance.now();
    hook.livingMs = 0;
    draw.apply(scene, args);
    living.push(hook.livingMs);
    script.push(performance.now() - from);
  };
  window.benchMap = { map: hook.map, nextFrame: () => hook.map.triggerRepaint() };
  window.benchWatched = () => {
    scene.render = draw;
    return { living, script };
  };
}

declare global {
  interface Window {
    benchWatched: () => { living: number[]; script: number[] };
  }
}

/** So many the card was told to draw. */
function drawnVehicles(page: Page): Promise<number> {
  return page.evaluate(() => {
    let most = 0;
    window.__gemello!.city!.scene!.traverse((thing) => {
      const { geometry } = thing as { geometry?: { instanceCount?: number } };
      if (Number.isFinite(geometry?.instanceCount)) most = Math.max(most, geometry!.instanceCount!);
    });
    return most;
  });
}

async function heapOverTime(page: Page, cdp: CDPSession): Promise<HeapFigures> {
  await page.evaluate((speed) => {
    const state = window.__gemello!.store.getState();
    if (state.clock.kind === 'typical')
      state.set({ clock: { ...state.clock, sinceMs: Date.now(), speed: speed as 60 } });
  }, HEAP_SPEED);
  await page.waitForTimeout(3000);
  const minutes: number[] = [];
  const readingsMB: number[] = [];
  const beginMs = performance.now();
  for (let i = 0; i < HEAP_READINGS; i++) {
    minutes.push(((performance.now() - beginMs) / 60_000) * HEAP_SPEED);
    readingsMB.push(await heap(cdp));
    if (i < HEAP_READINGS - 1) await page.waitForTimeout(HEAP_EVERY_S * 1000);
  }
  const slope = slopeOf(minutes, readingsMB) * 1024;
  return {
    simulatedMinutes: round(minutes.at(-1) ?? 0),
    readingsMB,
    slopeKBPerSimulatedMinute: round(slope),
  };
}

/** Least squares. */
function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const above = x.reduce((sum, v, i) => sum + (v - mx) * ((y[i] ?? my) - my), 0);
  return above / x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
}

async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return round((await metric(cdp, 'JSHeapUsedSize')) / 2 ** 20);
}

/** Prints one JSON line. */
export async function benchPage(cityDir?: string): Promise<void> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const figures = await measurePage(cityDir ?? join(root, 'tiles/out/city'), join(root, 'dist'));
  console.log(JSON.stringify(figures));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchPage(process.argv[2]);
