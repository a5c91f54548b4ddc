// SPDX-License-Identifier: EUPL-1.2
/** The peer of the living page: deck.gl draws as many vehicles and streets of the same city on the same ground. */
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { launch } from '../../e2e/browser';
import { cityRoutes, readManifest } from '../../src/server/city-routes';
import { buildPeers } from '../view/server';
import { BENCH_SIZE, BENCH_VIEW } from './bench-map';
import { type FrameFigures, frameFigures } from './frames';

const outDir = fileURLToPath(new URL('../out/live-peers', import.meta.url));

export interface PeerFigures {
  readonly peer: 'deck.gl';
  readonly without: FrameFigures;
  readonly withVehicles: FrameFigures;
  readonly withBoth: FrameFigures;
}

/** @param cityDir a city with so much under way; nothing is written into it */
export async function measurePeer(cityDir: string, vehicles: number, streets: number): Promise<PeerFigures> {
  const server = Fastify();
  await server.register(cityRoutes, { cityDir });
  await buildPeers(['live/peers/fleet.html'], outDir);
  await server.register(fastifyStatic, { root: outDir, prefix: '/', decorateReply: false });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: BENCH_SIZE, deviceScaleFactor: 1 });
    // tsx names functions by this; in a page it is not there.
    await page.addInitScript('globalThis.__name = (named) => named');
    const { center, zoom, pitch, bearing } = BENCH_VIEW;
    const query = new URLSearchParams({
      city: `/city/${(await readManifest(cityDir))?.path}/`,
      camera: JSON.stringify({ name: 'fleet', at: center, zoom, pitchDeg: pitch, bearingDeg: bearing }),
    });
    await page.goto(`${url}/live/peers/fleet.html?${query}`);
    await page.waitForFunction(() => window.benchShow && window.benchMap);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const scene = async (moving: number, coloured: number) => {
      await page.evaluate(([v, s]) => window.benchShow?.(v, s), [moving, coloured] as const);
      await page.waitForTimeout(12_000);
      return frameFigures(page, cdp);
    };
    return {
      peer: 'deck.gl',
      without: await scene(0, 0),
      withVehicles: await scene(vehicles, 0),
      withBoth: await scene(vehicles, streets),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
