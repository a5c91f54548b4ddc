// SPDX-License-Identifier: EUPL-1.2
/** Every format that people bring is dropped on the page; so is every hostile file. Nothing leaves it. */
import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { FeatureCollection } from 'geojson';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { houseCityJson } from '../../tiles/fixtures/cityjson';
import { dbfOf, shpOf } from '../../tiles/fixtures/shapefile';
import { sharedPath } from '../../tiles/fixtures/shared-data';
import { violations } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** Requests since the page stood, by method and address. */
const requests: string[] = [];

beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/#v=1&look=light&quality=plan&lang=it&view=9.19,45.464,13,0,0`);
  await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, null, { timeout: 60_000 });
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.evaluate(() => {
    const seen = window as unknown as { longest: number };
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask' });
  });
});
afterAll(() => browser.close());

/** Drops a file in the middle of the page as a hand does. */
async function drop(name: string, content: Uint8Array | string): Promise<void> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const transfer = await page.evaluateHandle(
    ([text, fileName]) => {
      const data = new DataTransfer();
      const raw = atob(text as string);
      const array = Uint8Array.from(raw, (c) => c.charCodeAt(0));
      data.items.add(new File([array], fileName as string));
      return data;
    },
    [Buffer.from(bytes).toString('base64'), name],
  );
  await dropOn(transfer);
}

async function dropOn(dataTransfer: unknown): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as { longest: number }).longest = 0;
  });
  await page.dispatchEvent('main', 'dragenter', { dataTransfer });
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

/** The longest task of the page since the last file was let go, ms. */
const longestTask = () => page.evaluate(() => (window as unknown as { longest: number }).longest);
const layers = () => page.evaluate(() => window.__gemello!.store.getState().ownLayers);
const preview = () => page.locator('[data-preview]');

/** Takes what is shown; the layer that it became. */
async function add() {
  const before = (await layers()).length;
  await page.getByRole('button', { name: 'Aggiungi alla città' }).click();
  await page.waitForFunction((n) => window.__gemello!.store.getState().ownLayers.length > n, before);
  return (await layers()).at(-1)!;
}

const POINTS: FeatureCollection = {
  type: 'FeatureCollection',
  features: [0, 1, 2].map((i) => ({
    type: 'Feature',
    properties: { nome: `Luogo ${i}`, quanto: 10 * i + 1 },
    geometry: { type: 'Point', coordinates: [9.18 + i / 100, 45.46 + i / 200] },
  })),
};
const TM32 =
  'PROJCS["RDN2008/TM32",GEOGCS["GCS_RDN2008",DATUM["D_RDN2008",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const EASTING = 514998.91;
const NORTHING = 5034532.7;
const ZIP = zipSync({
  'case.shp': new Uint8Array(shpOf([{ point: [EASTING, NORTHING] }])),
  'case.dbf': new Uint8Array(dbfOf([{ name: 'nome', type: 'C', length: 10 }], [{ nome: 'Duomo' }])),
  'case.prj': strToU8(TM32),
});
const KML = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Duomo</name><Point><coordinates>9.19186,45.46416</coordinates></Point></Placemark></kml>`;
const GPX = `<gpx version="1.1" creator="x"><trk><name>Giro</name><trkseg><trkpt lat="45.46" lon="9.19"/><trkpt lat="45.47" lon="9.2"/></trkseg></trk></gpx>`;
const PARQUET = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: 'nome', data: ['a', 'b', 'c'], type: 'STRING' },
      { name: 'geometry', data: POINTS.features.map(({ geometry }) => geometry), type: 'GEOMETRY' },
    ] as never,
  }),
);
const real = (path: string) => {
  const file = sharedPath(`milano/${path}`);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
};

const FILES: readonly [
  name: string,
  content: () => Uint8Array | string | null,
  format: string,
  rows: number,
][] = [
  ['luoghi.geojson', () => JSON.stringify(POINTS), 'geojson', 3],
  ['case.zip', () => ZIP, 'shapefile', 1],
  ['luoghi.kml', () => KML, 'kml', 1],
  ['giro.gpx', () => GPX, 'gpx', 1],
  ['luoghi.fgb', () => serialize(POINTS, 4326), 'flatgeobuf', 3],
  ['luoghi.parquet', () => PARQUET, 'geoparquet', 3],
  ['casa.city.json', () => JSON.stringify(houseCityJson({})), 'cityjson', 2],
  ['farmacie.csv', () => real('services/farmacie_milano_daf.csv'), 'csv', 424],
  ['nil.zip', () => real('boundaries/ds964_nil_wm-20220405.zip'), 'shapefile', 88],
  ['metro.geojson', () => real('transit/ds535_tpl_metrofermate.geojson'), 'geojson', 113],
];

describe('what somebody brings', () => {
  it.each(FILES)('%s comes onto the city', async (name, content, format, rows) => {
    const bytes = content();
    if (bytes === null) {
      expect(process.env.CI, 'shared test data is absent, and CI=true requires it').not.toBe('true');
      return;
    }
    await drop(name, bytes);
    await preview().waitFor();
    // Drawing it afterwards is the map's own time, and without a GPU the processor's.
    expect(await longestTask()).toBeLessThan(200);
    const layer = await add();
    expect(layer).toMatchObject({ format, rows, fileName: name });
    await page.waitForFunction(
      (id) => window.__gemello!.map.getStyle().layers.some((one) => one.id.startsWith(`own-${id}`)),
      layer.id,
    );
  });

  it('is drawn where it lies, and a click there shows its row', async () => {
    await drop('uno.csv', 'nome;lat;lon\nPunto unico;45,4712;9,2034\n');
    await preview().waitFor();
    const { id } = await add();
    await page.evaluate(() => window.__gemello!.map.jumpTo({ center: [9.2034, 45.4712], zoom: 16 }));
    await page.waitForFunction(
      (layer) =>
        window.__gemello!.map.queryRenderedFeatures({ layers: [`own-${layer}-points`] } as never).length ===
        1,
      id,
    );
    const { x, y } = await page.evaluate(() => {
      const { left, top } = window.__gemello!.map.getCanvas().getBoundingClientRect();
      const at = window.__gemello!.map.project([9.2034, 45.4712]);
      return { x: at.x + left, y: at.y + top };
    });
    await page.mouse.click(x, y);
    await page.locator('#card-title', { hasText: 'Punto unico' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('asks what a CSV in metres is in, and says where each answer would put it', async () => {
    await drop('metri.csv', `nome;x;y\nDuomo;${EASTING};${NORTHING}\n`.replaceAll('.', ','));
    const question = page.locator('[data-question="missing"]');
    await question.waitFor();
    expect(await question.locator('select option').allTextContents()).toContainEqual(
      expect.stringMatching(/UTM 32 nord.*nel centro di Milano/),
    );
    expect((await add()).crs).toBe('EPSG:32632');
  });

  it('offers to swap latitude and longitude', async () => {
    await drop('scambiate.csv', 'nome,x,y\nDuomo,45.46416,9.19186\n');
    await page.locator('[data-question="swapped"]').waitFor();
    const { bounds } = await add();
    expect(bounds.slice(0, 2)).toEqual([9.19186, 45.46416]);
  });

  it('is there again when the page is loaded anew, and nothing of it was sent anywhere', async () => {
    const before = await layers();
    expect(requests.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(requests.filter((one) => /own:|Luogo|farmacie|Punto/.test(one))).toEqual([]);
    expect(misdeeds.elsewhere).toEqual([]);
    await page.reload();
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, null, { timeout: 60_000 });
    expect(await layers()).toEqual(before);
    const id = before[0]!.id;
    await page.waitForFunction(
      (layer) => window.__gemello!.map.getStyle().layers.some((one) => one.id.startsWith(`own-${layer}`)),
      id,
    );
    await page.evaluate(() => {
      const seen = window as unknown as { longest: number };
      seen.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
      }).observe({ type: 'longtask' });
    });
  });
});

describe('hostile files', () => {
  const bomb = () => zipSync({ 'a.geojson': new Uint8Array(60 * 1024 * 1024) });
  const laughs = '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha">]><kml><name>&a;</name></kml>';
  const rome = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[12.5,41.9]}}';
  /** A header that promises more features than there are, whose lengths lead nowhere. */
  const endless = () => {
    const bytes = serialize(POINTS, 4326);
    bytes.fill(0, bytes.length - 200);
    return bytes;
  };
  const HOSTILE: readonly [name: string, content: () => Uint8Array | string, code: RegExp][] = [
    ['bomba.zip', bomb, /^zip-ratio$/],
    ['annidato.zip', () => zipSync({ 'b.zip': bomb() }), /^zip-nested$/],
    ['risate.kml', () => laughs, /^xml-doctype$/],
    ['mozzo.parquet', () => PARQUET.slice(0, 300), /^damaged$/],
    ['infinito.fgb', endless, /^(stalled|damaged|no-rows)$/],
    ['troppi.csv', () => `x,y\n${'9.1,45.4\n'.repeat(1_000_001)}`, /^too-many-(rows|vertices)$/],
    ['rotto.geojson', () => '{"type":"FeatureCollection","features":[{"type":"Fea', /^(damaged|truncated)$/],
    ['nulla.bin', () => new Uint8Array([1, 2, 0, 4]), /^unknown-format$/],
  ];
  it.each(HOSTILE)('%s gets its message, and the page goes on', async (name, content, code) => {
    const bytes = content();
    const beganMs = Date.now();
    await drop(name, bytes);
    const failed = page.locator('[data-fault]').filter({ hasText: name });
    await failed.waitFor();
    // Carrying a large file into the page is the test's own time.
    if (bytes.length < 1_000_000) expect(Date.now() - beganMs).toBeLessThan(6500);
    expect(await failed.getAttribute('data-fault')).toMatch(code);
    expect(await longestTask()).toBeLessThan(200);
  });

  it('says of a file from elsewhere where it lies', async () => {
    await drop('roma.geojson', rome);
    const said = page.locator('[data-question="outside"][role="alert"]');
    await said.waitFor();
    // Rome is 477 km from Milan as the crow flies, to the south-east.
    expect(await said.textContent()).toMatch(
      /non riguardano Milano.*4[78]\d km dal centro di Milano, verso sud-est/,
    );
    expect(await page.getByRole('button', { name: 'Aggiungi alla città' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Annulla', exact: true }).last().click();
  });

  it('draws a million points without a task over 200 ms', async () => {
    await page.evaluate(() => {
      const rows = ['x,y,n'];
      for (let i = 0; i < 1_000_000; i++)
        rows.push(
          `${(9.1 + (i % 1000) * 0.00015).toFixed(5)},${(45.4 + Math.floor(i / 1000) * 0.0001).toFixed(4)},${i}`,
        );
      const data = new DataTransfer();
      data.items.add(new File([rows.join('\n')], 'milione.csv'));
      (window as unknown as { million: DataTransfer }).million = data;
    });
    await dropOn(await page.evaluateHandle(() => (window as unknown as { million: DataTransfer }).million));
    await preview().waitFor({ timeout: 60_000 });
    expect(await longestTask()).toBeLessThan(200);
    const layer = await add();
    expect(layer.rows).toBe(1_000_000);
    await page.waitForFunction(
      (id) =>
        window.__gemello!.map.queryRenderedFeatures({ layers: [`own-${id}-points`] } as never).length > 0,
      layer.id,
      { timeout: 60_000 },
    );
  }, 180_000);

  it('has no fault that axe finds, and nothing went wrong on the page', async () => {
    expect(await violations(page)).toEqual([]);
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});
