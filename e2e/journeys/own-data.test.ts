// SPDX-License-Identifier: EUPL-1.2
/** Every format that people bring is dropped on the page; so is every hostile file. Nothing leaves it. */
import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { FeatureCollection } from 'geojson';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Browser, JSHandle, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { houseCityJson } from '../../tiles/fixtures/cityjson';
import { dbfOf, shpOf } from '../../tiles/fixtures/shapefile';
import { sharedPath } from '../../tiles/fixtures/shared-data';
import { violationsOf } from '../axe';
import { launch, type Misdeeds, openPage, untilStill } from '../browser';
import { type Longest, watchTasks } from '../main-thread';

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;
/** Requests since the page stood, by method and address. */
const requests: string[] = [];
const LONGEST_MS = 200;
const ANSWER_MS = 5000;

beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  await page.goto(`${inject('baseUrl')}/#v=1&quality=plan&lang=it&view=9.19,45.464,13,0,0`);
  await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, null, { timeout: 60_000 });
  // What the page itself goes on bringing is not the work of a file.
  await page.waitForFunction(() => window.__gemello!.livingComing === 0);
  await untilStill(page);
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
});
afterAll(() => browser.close());

type Content = Uint8Array | string | Repeated;
/** A text that is made in the page: too long to be carried there. `$i` counts lines from 000 to 999, `$k` their thousands. */
interface Repeated {
  readonly head: string;
  readonly line: string;
  readonly times: number;
}

const inPage = (name: string, content: Content): Promise<JSHandle<DataTransfer>> =>
  page.evaluateHandle(
    ([fileName, base64, repeated]) => {
      const lines = (of: Repeated) =>
        Array.from({ length: of.times }, (_, i) => {
          const digits = String(i).padStart(6, '0');
          return of.line.replace('$i', digits.slice(-3)).replace('$k', digits.slice(0, 3));
        });
      const data = new DataTransfer();
      const text = repeated && [repeated.head, ...lines(repeated)].join('\n');
      const bytes = text ?? Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      data.items.add(new File([bytes], fileName));
      return data;
    },
    typeof content === 'object' && 'times' in content
      ? ([name, '', content] as const)
      : ([name, Buffer.from(content).toString('base64'), null] as const),
  );

let stopWatching: (() => Promise<Longest>) | null = null;
/** Ends the watch that a drop began; null: none goes on. */
async function watched(): Promise<Longest | null> {
  const stop = stopWatching;
  stopWatching = null;
  return (await stop?.()) ?? null;
}
afterEach(async () => {
  await watched();
});

/** Drops a file in the middle of the page as a hand does. Gives how to learn the longest task from then on. */
async function drop(name: string, content: Content) {
  const dataTransfer = await inPage(name, content);
  stopWatching = await watchTasks(browser, page);
  await page.evaluate(() => {
    (window as unknown as { dropped: number }).dropped = performance.now();
  });
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', event, { dataTransfer });
  return {
    async keepsThePageGoing() {
      const { workMs, heldMs } = (await watched())!;
      expect(workMs, 'work in one task').toBeLessThan(LONGEST_MS);
      expect(heldMs, 'work and waiting for the driver in one task').toBeLessThan(LONGEST_MS);
    },
  };
}

const layers = () => page.evaluate(() => window.__gemello!.store.getState().ownLayers);
const preview = () => page.locator('[data-preview]');

/** Takes what is shown; the layer that it became, once its tiles are on the map. */
async function add() {
  const before = (await layers()).length;
  await page.getByRole('button', { name: 'Aggiungi alla città' }).click();
  await page.waitForFunction((n) => window.__gemello!.store.getState().ownLayers.length > n, before);
  const layer = (await layers()).at(-1)!;
  await page.waitForFunction((id) => {
    const { map } = window.__gemello!;
    return (
      map.getSource(`own-${id}`) !== undefined && map.isSourceLoaded(`own-${id}`) && map.areTilesLoaded()
    );
  }, layer.id);
  return layer;
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
  ['farmacie.csv', () => real('services/farmacie_milano_daf.csv'), 'csv', 427],
  ['nil.zip', () => real('boundaries/ds964_nil_wm-20220405.zip'), 'shapefile', 88],
  ['metro.geojson', () => real('transit/ds535_tpl_metrofermate.geojson'), 'geojson', 110],
];

describe('what somebody brings', () => {
  it.for(FILES)('%s comes onto the city', async ([name, content, format, rows], context) => {
    const bytes = content();
    if (bytes === null) {
      expect(process.env.CI, 'shared test data is absent, and CI=true requires it').not.toBe('true');
      return context.skip('shared test data is absent');
    }
    const dropped = await drop(name, bytes);
    await preview().waitFor();
    expect(await add()).toMatchObject({ format, rows, fileName: name });
    await dropped.keepsThePageGoing();
  });

  it('a CSV as Italian offices write it is drawn where it lies, and a click there shows its row', async () => {
    // Windows-1252, semicolons, decimal commas.
    await drop('uno.csv', Buffer.from('nome;lat;lon\nCaff\u00e8 unico;45,4712;9,2034\n', 'latin1'));
    await preview().getByText('Caffè unico').waitFor();
    expect(await preview().locator('select').first().inputValue()).toBe(';');
    const { id } = await add();
    const at = await page.evaluate(async (layer) => {
      const { map } = window.__gemello!;
      map.jumpTo({ center: [9.2034, 45.4712], zoom: 16 });
      await map.once('idle');
      const { left, top } = map.getCanvas().getBoundingClientRect();
      const { x, y } = map.project([9.2034, 45.4712]);
      const found = map.queryRenderedFeatures([x, y], { layers: [`own-${layer}-points`] });
      return { found: found.length, x: x + left, y: y + top };
    }, id);
    expect(at.found).toBe(1);
    await page.mouse.click(at.x, at.y);
    await page.locator('#card-title', { hasText: 'Caffè unico' }).waitFor();
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

  it('has no fault that axe finds, in either look: the list, a style, a table, a file to confirm', async () => {
    const { id } = (await layers())[0]!;
    await page.locator(`[data-own-layer="${id}"] button[slot=trigger]`).click();
    await page.locator(`[data-own-layer="${id}"]`).getByLabel('Colora secondo').selectOption('quanto');
    await page.locator(`[data-own-layer="${id}"] [data-legend] li`).first().waitFor();
    expect(await violationsOf(page, '[data-own]'), 'list and style').toEqual([]);
    await page.evaluate((list) => window.__gemello!.store.getState().set({ list }), `own:${id}` as const);
    await page.locator('[data-list] [role=row], [data-list] tr').nth(1).waitFor();
    expect(await violationsOf(page, '[data-list]'), 'table').toEqual([]);
    await page.evaluate(() => window.__gemello!.store.getState().set({ list: null }));
    const metres = await inPage('metri.csv', `nome;x;y\nDuomo;${EASTING};${NORTHING}\n`);
    for (const event of ['dragenter', 'dragover'])
      await page.dispatchEvent('main', event, { dataTransfer: metres });
    await page.locator('[data-drop]').waitFor();
    expect(await violationsOf(page, '[data-drop]'), 'a file held over the page').toEqual([]);
    await page.dispatchEvent('main', 'drop', { dataTransfer: metres });
    await preview().waitFor();
    expect(await violationsOf(page, '[data-own]'), 'a file to confirm').toEqual([]);
    await page.getByRole('button', { name: 'Annulla', exact: true }).last().click();
  });
});

describe('hostile files', () => {
  const bomb = zipSync({ 'a.geojson': new Uint8Array(60 * 1024 * 1024) });
  const laughs = '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha">]><kml><name>&a;</name></kml>';
  const rome = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[12.5,41.9]}}';
  /** A header that promises more features than there are, whose lengths lead nowhere. */
  const endless = () => {
    const bytes = serialize(POINTS, 4326);
    bytes.fill(0, bytes.length - 200);
    return bytes;
  };
  const HOSTILE: readonly [name: string, content: () => Content, code: RegExp][] = [
    ['bomba.zip', () => bomb, /^zip-ratio$/],
    ['annidato.zip', () => zipSync({ 'b.zip': bomb }), /^zip-nested$/],
    ['risate.kml', () => laughs, /^xml-doctype$/],
    ['mozzo.parquet', () => PARQUET.slice(0, 300), /^damaged$/],
    ['infinito.fgb', endless, /^(stalled|damaged|no-rows)$/],
    ['troppi.csv', () => ({ head: 'x,y', line: '9.1,45.4', times: 1_000_001 }), /^too-many-rows$/],
    ['rotto.geojson', () => '{"type":"FeatureCollection","features":[{"type":"Fea', /^(damaged|truncated)$/],
    ['nulla.bin', () => new Uint8Array([1, 2, 0, 4]), /^unknown-format$/],
  ];
  it.each(HOSTILE)('%s gets its message, and the page goes on', async (name, content, code) => {
    const dropped = await drop(name, content());
    const failed = page.locator('[data-fault]').filter({ hasText: name });
    await failed.waitFor();
    const tookMs = await page.evaluate(
      () => performance.now() - (window as unknown as { dropped: number }).dropped,
    );
    expect(tookMs).toBeLessThan(ANSWER_MS);
    expect(await failed.getAttribute('data-fault')).toMatch(code);
    await dropped.keepsThePageGoing();
  });

  it('says of a file from elsewhere where it lies', async () => {
    const dropped = await drop('roma.geojson', rome);
    const said = page.locator('[data-question="outside"][role="alert"]');
    await said.waitFor();
    // Rome is 477 km from Milan as the crow flies, to the south-east.
    expect(await said.textContent()).toMatch(
      /non riguardano Milano.*4[78]\d\skm dal centro di Milano, verso sud-est/,
    );
    expect(await page.getByRole('button', { name: 'Aggiungi alla città' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Annulla', exact: true }).last().click();
    await dropped.keepsThePageGoing();
  });

  it('draws a million points without a task over 200 ms', async () => {
    const million = { head: 'x,y,n', line: '9.1$i,45.4$k,1', times: 1_000_000 };
    const dropped = await drop('milione.csv', million);
    await preview().waitFor({ timeout: 60_000 });
    const layer = await add();
    expect(layer.rows).toBe(1_000_000);
    await dropped.keepsThePageGoing();
  }, 180_000);

  it('and what was brought is there when the page is loaded anew, and nothing of it was sent anywhere', async () => {
    const before = await layers();
    expect(requests.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(requests.filter((one) => /own:|Luogo|farmacie|Caff/.test(one))).toEqual([]);
    await page.reload();
    await page.waitForFunction(() => window.__gemello?.store.getState().cityDrawn, null, { timeout: 60_000 });
    expect(await layers()).toEqual(before);
    await page.waitForFunction(
      (layer) => window.__gemello!.map.getStyle().layers.some((one) => one.id.startsWith(`own-${layer}`)),
      before[0]!.id,
    );
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  });
});
