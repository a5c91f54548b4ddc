// SPDX-License-Identifier: EUPL-1.2
/**
 * `npm run bench -- view`: our page and its peers on the same tileset, cameras and machine, one JSON
 * line each, then the ratios. Linux, for the CPU of the browser's processes.
 */
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../e2e/browser';
import { type BenchCamera, CAMERAS } from './cameras';
import { cpuSecondsOfTree } from './processes';
import { scriptBytes } from './script-bytes';
import { type BenchServer, startBenchServer } from './server';

export const ENGINES = ['ours', 'cesium', 'deck', 'extrusion'] as const;
export type Engine = (typeof ENGINES)[number];

const SIZE = { width: 1280, height: 720 };
const ORBIT_S = 10;
const ORBIT_DEG_S = 36;
const IDLE_S = 10;
/** Until a view counts as loaded, nothing may have been on its way for this long. */
const QUIET_MS = 500;
const GIVE_UP_MS = 90_000;

/** What the bench aims at: ours over each peer's, percent of a core, bytes. */
const AIMS = {
  frame: { cesium: 0.5, deck: 0.3, extrusion: 0.8 },
  firstBuilding: { cesium: 0.6 },
  idleCpuPercent: 1,
  scriptBytes: { firstView: 700_000, shell: 200_000 },
};

export interface ViewFigures {
  engine: Engine;
  camera: string;
  firstBuildingMs: number;
  allTilesMs: number;
  bytes: number;
  frameMedianMs: number;
  frameP95Ms: number;
  cpuMsPerFrame: number;
  heapMB: number;
  idleCpuPercent: number;
}

/** One engine at one camera, in a browser of its own with an empty cache. */
export async function measure(
  engine: Engine,
  camera: BenchCamera,
  server: BenchServer,
): Promise<ViewFigures> {
  const process = await launchWithPid();
  try {
    const page = await process.browser.newPage({ viewport: SIZE, deviceScaleFactor: 1 });
    // tsx names functions by this; in a page it is not there.
    await page.addInitScript('globalThis.__name = (named) => named');
    const before = server.bytesSent();
    if (engine === 'ours') await page.addInitScript(offerOurs);
    await page.goto(server.address(engine, camera), { waitUntil: 'commit' });
    const { first, all } = await untilLoaded(page);
    const bytes = server.bytesSent() - before;
    // Before the motion: V8 tidies up for a quarter of a minute after it, whoever drew.
    const idleCpuPercent = await idleCpu(page, process.pid);
    const cpuBefore = cpuSecondsOfTree(process.pid);
    const frames = await orbit(page, camera.bearingDeg);
    const cpuMsPerFrame = ((cpuSecondsOfTree(process.pid) - cpuBefore) * 1000) / frames.length;
    const heapMB = await heap(page);
    frames.sort((a, b) => a - b);
    const at = (share: number) =>
      round(frames[Math.min(frames.length - 1, Math.floor(frames.length * share))] ?? 0);
    return {
      engine,
      camera: camera.name,
      firstBuildingMs: round(first),
      allTilesMs: round(all),
      bytes,
      frameMedianMs: at(0.5),
      frameP95Ms: at(0.95),
      cpuMsPerFrame: round(cpuMsPerFrame),
      heapMB,
      idleCpuPercent: round(idleCpuPercent),
    };
  } finally {
    await process.browser.close();
  }
}

/** Percent of a core that the whole browser takes while the page rests. */
async function idleCpu(page: Page, pid: number): Promise<number> {
  // What follows loading is not rest yet. Cesium keeps its loop for a minute; it is not waited for.
  await page.waitForTimeout(5000);
  const before = cpuSecondsOfTree(pid);
  await page.waitForTimeout(IDLE_S * 1000);
  return ((cpuSecondsOfTree(pid) - before) / IDLE_S) * 100;
}

/** What the browser itself takes with nothing to show: to be taken off everybody's. */
async function blankIdleCpu(): Promise<number> {
  const { browser, pid } = await launchWithPid();
  try {
    const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1 });
    await page.goto('about:blank');
    return round(await idleCpu(page, pid));
  } finally {
    await browser.close();
  }
}

/** Our page is the product itself; what the runner needs is read from its test hook. */
function offerOurs(): void {
  window.bench = {
    setCamera: (to) => {
      const [lng, lat] = to.at;
      window.__gemello?.map.jumpTo({
        center: [lng, lat],
        zoom: to.zoom,
        pitch: to.pitchDeg,
        bearing: to.bearingDeg,
      });
    },
    turn: (bearingDeg) => window.__gemello?.map.setBearing(bearingDeg),
    settled: () => {
      const tiles = window.__gemello?.tiles();
      return !!tiles && tiles.visible > 0 && tiles.loading === 0 && !!window.__gemello?.map.areTilesLoaded();
    },
    get firstBuildingMs() {
      return performance.getEntriesByName('gemello:first-building')[0]?.startTime ?? null;
    },
  };
}

async function launchWithPid(): Promise<{ browser: Browser; pid: number }> {
  const browser = await launch();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find((info: { type: string }) => info.type === 'browser');
  return { browser, pid: main?.id ?? 0 };
}

/** Milliseconds from the start of navigation to the first building, and to a view with nothing on its way. */
function untilLoaded(page: Page): Promise<{ first: number; all: number }> {
  return page.evaluate(
    ([quietMs, giveUpMs]) =>
      new Promise<{ first: number; all: number }>((resolve, reject) => {
        let since: number | null = null;
        const look = () => {
          const now = performance.now();
          const settled = window.bench?.settled() ?? false;
          since = settled ? (since ?? now) : null;
          if (since !== null && now - since > quietMs)
            resolve({ first: window.bench.firstBuildingMs ?? now, all: since });
          else if (now > giveUpMs) reject(new Error(`not loaded after ${giveUpMs} ms`));
          else setTimeout(look, 10);
        };
        look();
      }),
    [QUIET_MS, GIVE_UP_MS] as const,
  );
}

/** Turns about the view's centre and times each frame, milliseconds. */
function orbit(page: Page, fromDeg: number): Promise<number[]> {
  return page.evaluate(
    ([start, seconds, degPerS]) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        const begun = performance.now();
        let last = begun;
        const frame = () => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          if (now - begun > seconds * 1000) return resolve(frames.slice(2));
          window.bench.turn(start + ((now - begun) / 1000) * degPerS);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [fromDeg, ORBIT_S, ORBIT_DEG_S] as const,
  );
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return round((usedSize + (backingStorageSize ?? 0)) / 1e6);
}

const round = (x: number) => Math.round(x * 10) / 10;

/**
 * The whole comparison: `rounds` times every engine at every camera, interleaved; medians printed.
 * False where a measurement failed.
 */
export async function benchView(options: {
  buildings: number;
  rounds: number;
  engines: readonly Engine[];
  cameras: readonly string[];
}): Promise<boolean> {
  let complete = true;
  const server = await startBenchServer(options.buildings);
  const all: ViewFigures[] = [];
  const blank: number[] = [];
  let scripts: Awaited<ReturnType<typeof scriptBytes>> | undefined;
  try {
    if (options.engines.includes('ours')) {
      scripts = await scriptBytes(server.address('ours', CAMERAS[1] as BenchCamera));
      console.log(JSON.stringify({ bench: 'view-scripts', brotliBytes: scripts }));
    }
    for (let round = 0; round < options.rounds; round++) {
      blank.push(await blankIdleCpu());
      console.log(JSON.stringify({ bench: 'view-blank', round, idleCpuPercent: blank.at(-1) }));
      for (const camera of CAMERAS.filter((c) => options.cameras.includes(c.name)))
        for (const engine of options.engines) {
          const figures = await measure(engine, camera, server).catch((error: Error) => {
            console.log(
              JSON.stringify({
                bench: 'view',
                engine,
                camera: camera.name,
                failed: error.message.split('\n')[0],
              }),
            );
            complete = false;
            return undefined;
          });
          if (!figures) continue;
          all.push(figures);
          console.log(JSON.stringify({ bench: 'view', round, ...figures }));
        }
    }
  } finally {
    await server.stop();
  }
  for (const line of ratios(all)) console.log(JSON.stringify(line));
  console.log(JSON.stringify(aimsOf(all, blank, scripts)));
  return complete;
}

/** Which aims are met, at every camera measured; null where it was not measured. */
function aimsOf(
  all: readonly ViewFigures[],
  blank: readonly number[],
  scripts: { firstView: number; shell: number } | undefined,
) {
  const lines = ratios(all);
  const within = (peer: string, key: 'frame' | 'firstBuilding', most: number) => {
    const of = lines.filter((line) => line.oursOver === peer);
    return of.length === 0 ? null : of.every((line) => Number(line[key]) <= most);
  };
  const least = Math.min(...blank);
  const idle = all.filter(({ engine }) => engine === 'ours').map((f) => f.idleCpuPercent - least);
  return {
    bench: 'view-aims',
    frameOverCesium: within('cesium', 'frame', AIMS.frame.cesium),
    frameOverDeck: within('deck', 'frame', AIMS.frame.deck),
    frameOverExtrusion: within('extrusion', 'frame', AIMS.frame.extrusion),
    firstBuildingOverCesium: within('cesium', 'firstBuilding', AIMS.firstBuilding.cesium),
    idleOverBlank: idle.length === 0 ? null : idle.every((percent) => percent < AIMS.idleCpuPercent),
    firstViewScript: scripts ? scripts.firstView <= AIMS.scriptBytes.firstView : null,
    shellScript: scripts ? scripts.shell <= AIMS.scriptBytes.shell : null,
    aims: AIMS,
  };
}

/** Ours over each peer, by camera, from medians over the rounds. */
export function ratios(all: readonly ViewFigures[]): Record<string, string | number>[] {
  const median = (engine: Engine, camera: string, key: 'frameMedianMs' | 'firstBuildingMs') => {
    const values = all.filter((f) => f.engine === engine && f.camera === camera).map((f) => f[key]);
    values.sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)];
  };
  return [...new Set(all.map((f) => f.camera))].flatMap((camera) =>
    ENGINES.slice(1).flatMap((peer) => {
      const [ours, theirs] = [median('ours', camera, 'frameMedianMs'), median(peer, camera, 'frameMedianMs')];
      const [oursFirst, theirsFirst] = [
        median('ours', camera, 'firstBuildingMs'),
        median(peer, camera, 'firstBuildingMs'),
      ];
      if (!ours || !theirs || !oursFirst || !theirsFirst) return [];
      const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100;
      return [
        {
          bench: 'view',
          camera,
          oursOver: peer,
          frame: ratio(ours, theirs),
          firstBuilding: ratio(oursFirst, theirsFirst),
        },
      ];
    }),
  );
}
