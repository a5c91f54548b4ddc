// SPDX-License-Identifier: EUPL-1.2
/** The page of an outcome over a line of 10 Mbit/s and 100 ms, on a telephone's screen: bytes and time to its text and to its map. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch, openPage } from '../../e2e/browser';
import { startServer } from '../../e2e/city-and-server';
import { publishDirectly } from '../../e2e/journeys/publish-directly';

const LINE = { downloadThroughput: (10 * 1e6) / 8, uploadThroughput: (10 * 1e6) / 8, latency: 100 };
const ROUNDS = 5;
const VIEWPORT = { width: 390, height: 844 };
/** Bytes before the first reading. */
const AIM_BYTES = 1_000_000;

interface Round {
  readonly textMs: number;
  readonly textBytes: number;
  readonly districtsMs: number;
  readonly cityMs: number;
  readonly cityBytes: number;
}

/** Of a built app and city (CITY, else `tiles/out/city`); one JSON line. No peer has such a page. */
export async function benchOutcomePage(): Promise<void> {
  const cityDir = process.env.CITY ?? fileURLToPath(new URL('../../tiles/out/city', import.meta.url));
  readFileSync(join(cityDir, 'manifest.json'));
  const scenarios = mkdtempSync(join(tmpdir(), 'gemello-bench-'));
  const { url, stop } = await startServer(cityDir, ['--scenarios', scenarios]);
  const browser = await launch();
  try {
    const { id } = await publishDirectly(url, cityDir);
    const rounds: Round[] = [];
    for (let n = 0; n < ROUNDS; n++) rounds.push(await oneRound(browser, url, id));
    const median = (of: (round: Round) => number) =>
      Math.round(rounds.map(of).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number);
    console.log(
      JSON.stringify({
        ...{ bench: 'audiences', what: 'outcome-page', line: '10 Mbit/s, 100 ms', rounds: ROUNDS },
        ...{ textMs: median((r) => r.textMs), textBytes: median((r) => r.textBytes), aimBytes: AIM_BYTES },
        ...{ districtsMs: median((r) => r.districtsMs), cityMs: median((r) => r.cityMs) },
        ...{ cityBytes: median((r) => r.cityBytes), peers: 'none has such a page' },
      }),
    );
  } finally {
    await browser.close();
    await stop();
    rmSync(scenarios, { recursive: true, force: true });
  }
}

/** A browser that has seen nothing: the text, the map of the districts, then the city in 3D with the answer on it. */
async function oneRound(browser: Browser, url: string, id: string): Promise<Round> {
  const { page } = await openPage(browser, url, { viewport: VIEWPORT, reducedMotion: 'reduce' });
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
  const begunMs = performance.now();
  const since = () => performance.now() - begunMs;
  await page.goto(`${url}/esito/${id}`, { waitUntil: 'commit' });
  await page.locator('[data-effects]').waitFor();
  const [textMs, textBytes] = [since(), bytes];
  await page.locator('svg[data-districts]').waitFor();
  const districtsMs = since();
  await page.locator('#city').scrollIntoViewIfNeeded();
  await page.locator('[data-swipe]').waitFor({ timeout: 120_000 });
  const round = { textMs, textBytes, districtsMs, cityMs: since(), cityBytes: bytes };
  await page.context().close();
  return round;
}
