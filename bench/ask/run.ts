// SPDX-License-Identifier: EUPL-1.2
/**
 * `npm run bench -- ask`: a filter over the whole city and a recolouring of all its buildings, and deck.gl's
 * recolouring of as many in the same run. Prints one JSON line.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import type { CDPSession, Page } from 'playwright-core';
import { ensureClient } from '../../commands/client.mjs';
import { launch, openPage } from '../../e2e/browser';
import { decodeColumns } from '../../src/city/columns';
import { buildingAskable } from '../../src/query/building-attributes';
import type { Colouring } from '../../src/query/colouring';
import { type Filter, matchesOf } from '../../src/query/filter';
import { cityRoutes, readManifest } from '../../src/server/city-routes';
import { createServer } from '../../src/server/server';
import { BENCH_SIZE } from '../live/bench-map';
import { benchCity, buildPeers } from '../view/server';

const projectDir = fileURLToPath(new URL('../../', import.meta.url));
const outDir = join(projectDir, 'bench/out/ask-peers');
const VIEW = { at: [9.19, 45.4642], zoom: 12.3, pitchDeg: 50, bearingDeg: 0 } as const;
/** Each is another one: nothing is remembered of the one before. */
const ROUNDS = 15;
const COLOURS = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
  [220, 216, 209],
] as const;

export interface Figures {
  readonly medianMs: number;
  readonly p95Ms: number;
}
export interface AskFigures {
  readonly bench: 'ask';
  readonly buildings: number;
  /** «Built before 1945 and more than 5 storeys»: how many they are, and how long the question takes by itself. */
  readonly filter: Figures & { readonly count: number };
  /** The same in the page: from the change of the store to the city told which buildings are meant. */
  readonly filterInPage: Figures;
  /** From the change of the store to the city told all colours: classes found, buildings put in them. */
  readonly recolour: Figures;
  /** All that the main thread did for it until the frame was drawn, less an ordinary frame. */
  readonly recolourTask: Figures;
  /** The same of deck.gl: prisms in the same places, coloured through `updateTriggers`. */
  readonly peer: { readonly peer: 'deck.gl'; readonly buildings: number; readonly recolourTask: Figures };
  readonly loadAverage: number;
}

/** @param cityDir a built city @param appDir the built app */
export async function measureAsk(cityDir: string, appDir: string): Promise<AskFigures> {
  const server = await createServer({ cityDir, appDir, logger: { level: 'error' } });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launch();
  try {
    const { page } = await openPage(browser, url, { viewport: BENCH_SIZE, reducedMotion: 'reduce' });
    // tsx names functions by this; in a page it is not there.
    await page.addInitScript('globalThis.__name = (named) => named');
    const { at, zoom, pitchDeg, bearingDeg } = VIEW;
    await page.goto(
      `${url}/#v=1&view=${[...at, zoom, pitchDeg, bearingDeg].join(',')}&time=w3-10:00&quality=low`,
    );
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, undefined, {
      timeout: 120_000,
    });
    // What draws it comes with the first colouring.
    await inPage(page, 'colourings', colouring(0));
    await page.waitForTimeout(5000);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const [recolour, task]: [number[], number[]] = [[], []];
    const plain = await frameTask(page, cdp);
    for (let round = 1; round <= ROUNDS; round++) {
      const before = await taskMs(cdp);
      recolour.push(await inPage(page, 'colourings', colouring(round)));
      await frame(page);
      task.push(Math.max(0, (await taskMs(cdp)) - before - plain));
    }
    const filtered: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      filtered.push(await inPage(page, 'filters', before(1945 - round)));
    const peer = await measurePeer(cityDir);
    return {
      bench: 'ask',
      ...filterFigures(await folderOf(cityDir)),
      filterInPage: figures(filtered),
      recolour: figures(recolour),
      recolourTask: figures(task),
      peer,
      loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Builds what is missing, measures and prints. */
export async function benchAsk(buildings: number): Promise<void> {
  const cityDir = benchCity(buildings);
  ensureClient();
  process.stdout.write(`${JSON.stringify(await measureAsk(cityDir, join(projectDir, 'dist')))}\n`);
}

/** Every round has breaks of its own. */
const breaksOf = (round: number): number[] => [1890, 1920, 1945, 1970].map((year) => year + round);
const colouring = (round: number): Colouring => ({
  attribute: 'year',
  scale: { kind: 'classed', method: 'manual', breaks: breaksOf(round) },
  palette: 'viridis',
});
const before = (year: number): Filter => ({
  others: 'hidden',
  conditions: [
    { attribute: 'year', kind: 'range', from: null, to: year - 1 },
    { attribute: 'storeys', kind: 'range', from: 6, to: null },
  ],
});

/** Milliseconds from the change of the store until the city has been told. */
function inPage(page: Page, key: 'colourings' | 'filters', value: Colouring | Filter): Promise<number> {
  return page.evaluate(
    async ([key, value]) => {
      const hook = window.__gemello;
      if (!hook) throw new Error('no page');
      const from = performance.now();
      hook.store.getState().set({ [key]: { building: value } });
      let until = performance.now();
      while (hook.askChanges > 0) {
        await Promise.resolve();
        until = performance.now();
      }
      return until - from;
    },
    [key, value] as const,
  );
}

/** Until a frame has been drawn. */
const frame = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const map = window.__gemello?.map;
        map?.once('render', () => requestAnimationFrame(() => resolve()));
        map?.triggerRepaint();
      }),
  );

/** What an ordinary frame costs the main thread. */
async function frameTask(page: Page, cdp: CDPSession): Promise<number> {
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = await taskMs(cdp);
    await frame(page);
    costs.push((await taskMs(cdp)) - before);
  }
  return figures(costs).medianMs;
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

function figures(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.round(share * (sorted.length - 1))] ?? 0).toFixed(2));
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}

async function folderOf(cityDir: string): Promise<string> {
  return join(cityDir, (await readManifest(cityDir))?.path ?? '');
}

/** The question by itself, without a page. */
function filterFigures(folder: string): Pick<AskFigures, 'buildings' | 'filter'> {
  const table = decodeColumns(new Uint8Array(readFileSync(join(folder, 'inputs/buildings.columns'))));
  const askable = buildingAskable(table, new Map());
  let count = 0;
  const times = Array.from({ length: 3 * ROUNDS }, () => {
    const from = performance.now();
    count = matchesOf(before(1945), askable).count;
    return performance.now() - from;
  });
  return { buildings: table.rows, filter: { ...figures(times), count } };
}

async function measurePeer(cityDir: string): Promise<AskFigures['peer']> {
  const server = Fastify();
  await server.register(cityRoutes, { cityDir });
  await buildPeers(['ask/peers/recolour.html'], outDir);
  await server.register(fastifyStatic, { root: outDir, prefix: '/', decorateReply: false });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: BENCH_SIZE, deviceScaleFactor: 1 });
    await page.addInitScript('globalThis.__name = (named) => named');
    const query = new URLSearchParams({
      city: `/city/${(await readManifest(cityDir))?.path}/`,
      camera: JSON.stringify({ name: 'recolour', ...VIEW }),
    });
    await page.goto(`${url}/ask/peers/recolour.html?${query}`);
    await page.waitForFunction(() => window.benchRecolour, undefined, { timeout: 120_000 });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const show = (round: number) =>
      page.evaluate(([breaks, colours]) => window.benchRecolour?.(breaks, colours), [
        breaksOf(round),
        COLOURS,
      ] as const);
    await show(0);
    await page.waitForTimeout(5000);
    const cost = async (round: number) => {
      const before = await taskMs(cdp);
      await show(round);
      return (await taskMs(cdp)) - before;
    };
    // The same breaks again: a frame with nothing to recolour.
    const plain: number[] = [];
    for (let i = 0; i < ROUNDS; i++) plain.push(await cost(0));
    const task: number[] = [];
    for (let round = 1; round <= ROUNDS; round++)
      task.push(Math.max(0, (await cost(round)) - figures(plain).medianMs));
    const buildings = await page.evaluate(() => window.benchBuildings ?? 0);
    return { peer: 'deck.gl', buildings, recolourTask: figures(task) };
  } finally {
    await browser.close();
    await server.close();
  }
}
