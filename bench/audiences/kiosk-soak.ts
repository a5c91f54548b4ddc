// SPDX-License-Identifier: EUPL-1.2
/**
 * A kiosk for many days in some minutes: tours, is touched, begins anew, at a clock that runs faster. What of memory
 * stays after each hundred times. No peer has a kiosk to be put beside it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { launch, openPage } from '../../e2e/browser';
import { startServer } from '../../e2e/city-and-server';
import { romeInstant } from '../../src/city/rome-time';
import { slopeOf } from './slope';

/** Of the kiosk's clock: the 75 s without a touch are half a second of the world's. */
const SPEED = 150;
/** A morning: in the 22 hours until the kiosk loads itself anew, as it does every night, it comes to begin 500 times. */
const START_MS = romeInstant(2026, 11, 28, 5 * 3600);
const SAMPLE_EVERY = 10;
/** Small, since the processor draws it here: what stays of memory does not depend on it. */
const VIEWPORT = { width: 360, height: 640 };
/** Caches fill while each place is seen for the first time. */
const WARM_SHARE = 0.2;
const AIM_MB_PER_100 = 1;

interface Sample {
  readonly cycle: number;
  readonly heapMB: number;
  /** Of the buildings' tiles, as 3d-tiles-renderer reckons them. */
  readonly tilesMB: number;
  readonly geometries: number;
  readonly textures: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** @param cycles tours and resets; one JSON line at the end, one a sample before */
export async function benchKioskSoak(cycles: number): Promise<void> {
  const cityDir = process.env.CITY ?? fileURLToPath(new URL('../../tiles/out/city', import.meta.url));
  readFileSync(join(cityDir, 'manifest.json'));
  const { url, stop } = await startServer(cityDir, ['--mode', 'kiosk']);
  const browser = await launch({ flags: ['--enable-precise-memory-info'] });
  try {
    const { page, misdeeds } = await openPage(browser, url, { viewport: VIEWPORT });
    await page.addInitScript(
      (time) => {
        window.__kioskTime = time;
      },
      { speed: SPEED, startMs: START_MS },
    );
    let loads = 0;
    page.on('load', () => loads++);
    await page.goto(`${url}/kiosk?nome=soak`);
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, undefined, {
      timeout: 120_000,
    });
    const session = await page.context().newCDPSession(page);
    const samples: Sample[] = [];
    const begunMs = Date.now();
    for (let cycle = 1; cycle <= cycles; cycle++) {
      await oneCycle(page, cycle);
      if (cycle % SAMPLE_EVERY !== 0) continue;
      samples.push(await sample(page, session, cycle));
      console.log(JSON.stringify({ bench: 'audiences', what: 'kiosk-sample', ...samples.at(-1) }));
    }
    tellSlopes(samples, { cycles, loads, errors: misdeeds.errors.length, seconds: secondsSince(begunMs) });
  } finally {
    await browser.close();
    await stop();
  }
}

const secondsSince = (ms: number): number => Math.round((Date.now() - ms) / 1000);

/**
 * Tours for two stops, is touched, shows another place and another thing, is left alone, begins anew. All of it within
 * the page: the kiosk is quicker than a driver. What is gone by then is not pressed.
 */
async function oneCycle(page: Page, cycle: number): Promise<void> {
  await page.evaluate(async (n) => {
    const root = document.querySelector<HTMLElement>('[data-phase]');
    if (!root) throw new Error('there is no kiosk');
    const first = root.querySelector('[data-stop]')?.getAttribute('data-stop');
    while (root.querySelector('[data-stop]')?.getAttribute('data-stop') === first)
      await new Promise(requestAnimationFrame);
    const anew = new Promise<void>((resolve) => {
      new MutationObserver((_changes, observer) => {
        if (root.dataset.phase !== 'touring') return;
        observer.disconnect();
        resolve();
      }).observe(root, { attributeFilter: ['data-phase'] });
    });
    for (const [selector, at] of [
      ['section button', 0],
      ['[data-tab=places] fieldset button', n],
      ['nav button', 1],
      ['[data-tab=scenes] fieldset button', n],
    ] as const) {
      const found = root.querySelectorAll<HTMLButtonElement>(selector);
      found[at % Math.max(1, found.length)]?.click();
      // React draws what a click does before the next task.
      await null;
    }
    if (root.dataset.phase === 'touring') throw new Error('the kiosk was not touched');
    await anew;
  }, cycle);
}

async function sample(page: Page, session: CDPSession, cycle: number): Promise<Sample> {
  await session.send('HeapProfiler.collectGarbage');
  const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
  const seen = await page.evaluate(() => {
    const { city, tiles } = window.__gemello!;
    const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
    const graphics = city?.graphicsMemory();
    return {
      heapMB: (memory?.usedJSHeapSize ?? 0) / 1e6,
      tilesMB: tiles().bytes / 1e6,
      geometries: graphics?.geometries ?? 0,
      textures: graphics?.textures ?? 0,
    };
  });
  const round = (mb: number) => Math.round(mb * 100) / 100;
  return {
    ...{ cycle, heapMB: round(seen.heapMB), tilesMB: round(seen.tilesMB) },
    ...{ geometries: seen.geometries, textures: seen.textures, nodes, listeners: jsEventListeners },
  };
}

function tellSlopes(
  samples: readonly Sample[],
  run: { cycles: number; loads: number; errors: number; seconds: number },
): void {
  const warm = samples.filter(({ cycle }) => cycle > WARM_SHARE * run.cycles);
  const per100 = (of: (sample: Sample) => number) =>
    Math.round(slopeOf(warm.map((one) => [one.cycle, of(one)])) * 100 * 1000) / 1000;
  const heapMBPer100 = per100(({ heapMB }) => heapMB);
  const tilesMBPer100 = per100(({ tilesMB }) => tilesMB);
  console.log(
    JSON.stringify({
      ...{ bench: 'audiences', what: 'kiosk-soak', ...run, speed: SPEED, warmFrom: WARM_SHARE * run.cycles },
      ...{ heapMBPer100, tilesMBPer100 },
      geometriesPer100: per100(({ geometries }) => geometries),
      texturesPer100: per100(({ textures }) => textures),
      nodesPer100: per100(({ nodes }) => nodes),
      listenersPer100: per100(({ listeners }) => listeners),
      ...{ first: warm[0], last: warm.at(-1), aimMBPer100: AIM_MB_PER_100 },
      isMet: heapMBPer100 < AIM_MB_PER_100 && tilesMBPer100 < AIM_MB_PER_100 && run.loads === 1,
      compared: 'with nothing: no peer has a kiosk',
    }),
  );
}
