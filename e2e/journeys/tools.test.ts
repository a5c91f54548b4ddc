// SPDX-License-Identifier: EUPL-1.2
/** The tools as one uses them: distances, areas, heights, sections and sights held to the data; compass, views, a picture. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Catalogue, Manifest } from '../../src/city/catalogue';
import { decodeColumns, valuesOf } from '../../src/city/columns';
import { violations, violationsOf } from '../axe';
import { launch, type Misdeeds, openPage } from '../browser';

const UTM32 = '+proj=utm +zone=32 +datum=WGS84 +units=m';
/** How much longer EPSG:32632 draws a length in the middle of Milan. */
const SCALE = 0.9996028;
type Point = [x: number, y: number];

let browser: Browser;
let page: Page;
let misdeeds: Misdeeds;

beforeAll(async () => {
  browser = await launch();
  ({ page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
  page.setDefaultTimeout(60_000);
  // From straight above, so that a roof does not stand before the ground behind it.
  await page.goto(
    `${inject('baseUrl')}/#v=1&look=light&lang=it&panel=tools&off=vehicles,traffic&view=9.1875,45.4672,16.4,0,0`,
  );
  await tool('distance').waitFor();
  await page.waitForFunction(() => {
    const tiles = window.__gemello?.tiles();
    return tiles && tiles.visible > 0 && tiles.loading === 0;
  });
});
afterAll(() => browser.close());

const tool = (id: string) => page.locator(`[data-tool=${id}]`);
/** Takes a tool that draws; the map has heard of it once it has a crosshair. */
async function take(id: string): Promise<void> {
  await tool(id).click();
  await page.locator('[data-drawing]').waitFor();
}
const spots = () =>
  page.evaluate(() => {
    const { tool: inHand, sketches } = window.__gemello!.store.getState();
    return `${inHand && 'spots' in inHand ? inHand.spots.length : '-'} ${sketches.length}`;
  });
/** Clicks on the map, and waits until it has been taken. */
async function click([x, y]: Point): Promise<void> {
  const before = await spots();
  await page.mouse.click(x, y);
  await expect.poll(spots, { timeout: 30_000 }).not.toBe(before);
}
/** Where a place of the page is, in EPSG:32632. */
async function planeAt([x, y]: Point): Promise<Point> {
  const at = await page.evaluate(
    ([px, py]) => {
      const { map } = window.__gemello!;
      const { left, top } = map.getCanvas().getBoundingClientRect();
      const { lng, lat } = map.unproject([px! - left, py! - top]);
      return [lng, lat];
    },
    [x, y],
  );
  return proj4('EPSG:4326', UTM32, at) as Point;
}
/** The nearest place of the page to the right of one that no building stands on: a roof is seen from aside. */
const groundBy = ([x, y]: Point) =>
  page.evaluate(
    ([px, py]) => {
      const { city, map } = window.__gemello!;
      const { left, top } = map.getCanvas().getBoundingClientRect();
      for (let right = 0; right < 300; right += 2)
        if (!city!.pickPoint(px! + right - left, py! - top)) return [px! + right, py!] as [number, number];
      throw new Error('no ground there');
    },
    [x, y],
  );
/** A figure of the sketch whose details are open, as a number. */
async function figure(name: string): Promise<number> {
  const text = await page
    .locator('dl div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .first()
    .innerText();
  return Number.parseFloat(text.replace(/\./g, '').replace(',', '.'));
}
const done = () => page.getByRole('button', { name: 'Fine', exact: true }).click();

/** Flat roofs on the screen: where, whose, and how high their records say. */
async function flatRoofs(): Promise<{ at: Point; id: number; heightM: number }[]> {
  const cityDir = inject('cityDir');
  const manifest: Manifest = JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8'));
  const folder = join(cityDir, manifest.path);
  const catalogue: Catalogue = JSON.parse(readFileSync(join(folder, 'catalogue.json'), 'utf8'));
  const file = catalogue.files.inputs.find(({ id }) => id === 'buildings')!.file;
  const heightsDm = valuesOf(decodeColumns(readFileSync(join(folder, file))), 'heightDm');
  const found = await page.evaluate(() => {
    const { city, map } = window.__gemello!;
    const { left, top } = map.getCanvas().getBoundingClientRect();
    const all = [];
    for (let x = 520; x < 1200; x += 40)
      for (let y = 220; y < 700; y += 40) {
        const hit = city!.pickPoint(x - left, y - top);
        if (hit) all.push({ at: [x, y] as [number, number], id: hit.id, heightM: hit.heightM });
      }
    return all;
  });
  return found
    .map((roof) => ({ ...roof, recordM: (heightsDm[roof.id] as number) / 10 }))
    .filter(({ heightM, recordM }) => Math.abs(heightM - recordM) < 0.06)
    .map(({ at, id, recordM }) => ({ at, id, heightM: recordM }));
}

describe('measuring', () => {
  it('a distance agrees with the projected coordinates within a thousandth', async () => {
    const [a, b] = [await groundBy([560, 320]), await groundBy([1150, 640])];
    await take('distance');
    await click(a);
    expect(await violationsOf(page, '[data-bar]'), 'a tool in hand').toEqual([]);
    await click(b);
    await done();
    const [[ax, ay], [bx, by]] = [await planeAt(a), await planeAt(b)];
    const trueM = Math.hypot(bx - ax, by - ay) / SCALE;
    expect(trueM).toBeGreaterThan(200);
    expect(Math.abs((await figure('Lunghezza a terra')) / trueM - 1)).toBeLessThan(0.001);
    await page.waitForFunction(() => location.hash.includes('sketch=distance~~'));
  });

  it('an area agrees with the shoelace formula of the projected corners', async () => {
    const corners = await Promise.all(
      (
        [
          [600, 300],
          [1000, 320],
          [900, 600],
        ] as Point[]
      ).map(groundBy),
    );
    await take('area');
    for (const corner of corners) await click(corner);
    await done();
    const ring = await Promise.all(corners.map(planeAt));
    const twice = ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length]!;
      return sum + x * ny - nx * y;
    }, 0);
    expect(Math.abs((await figure('Area')) / (Math.abs(twice) / 2 / SCALE ** 2) - 1)).toBeLessThan(0.002);
  });

  it('a height, and the highest of a section, are those of the record', async () => {
    const roofs = await flatRoofs();
    expect(roofs.length).toBeGreaterThan(3);
    const highest = roofs.reduce((best, roof) => (roof.heightM > best.heightM ? roof : best));
    await take('height');
    await click(highest.at);
    expect(await figure('Altezza')).toBeCloseTo(highest.heightM, 1);
    // A short line over that roof, longer than a pixel and shorter than a building.
    const [x, y] = highest.at;
    await take('section');
    await click([x - 6, y]);
    await click([x + 6, y]);
    await done();
    const row = page.locator(`tr[data-building="${highest.id}"]`);
    await row.waitFor();
    const told = await row.locator('td').last().innerText();
    expect(Number.parseFloat(told.replace(',', '.'))).toBeCloseTo(highest.heightM, 1);
    expect(await page.getByRole('img', { name: /^Profilo lungo/ }).count()).toBe(1);
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'section.png') });
  });

  it('a sight over a building is hidden by it, and what is seen from the ground is a share of it', async () => {
    const [roof] = await flatRoofs();
    const [x, y] = roof!.at;
    await page.evaluate(() => window.__gemello!.store.getState().set({ sketches: [], tool: null }));
    const ends = await Promise.all(
      [
        [x - 90, y],
        [x + 90, y],
      ].map(([px, py]) =>
        page.evaluate(
          ([cx, cy]) => {
            const { map } = window.__gemello!;
            const { left, top } = map.getCanvas().getBoundingClientRect();
            const { lng, lat } = map.unproject([cx! - left, cy! - top]);
            return { at: [lng, lat] as [number, number], heightM: 0 };
          },
          [px, py],
        ),
      ),
    );
    await page.evaluate((both) => {
      const { set } = window.__gemello!.store.getState();
      set({
        sketches: [
          { id: 's', kind: 'sight', name: '', spots: both, eyeM: 1.7, targetM: 0 },
          { id: 'v', kind: 'viewshed', name: '', spots: [both[0]!], eyeM: 1.7, radiusM: 100 },
        ],
      });
    }, ends);
    await page.locator('[data-sketch=sight] [data-open]').click();
    await page.locator('[data-seen=false]').waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'sight.png') });
    await page.locator('[data-sketch=viewshed] [data-open]').click();
    const share = await expect
      .poll(() => figure('Suolo libero visibile entro il raggio').catch(() => -1), { timeout: 60_000 })
      .toBeGreaterThanOrEqual(0)
      .then(() => figure('Suolo libero visibile entro il raggio'));
    expect(share).toBeLessThan(100);
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'visible.png') });
  });

  it('has a panel without barriers', async () => expect(await violations(page)).toEqual([]));
});

describe('looking', () => {
  it('turns with the compass, and back to north', async () => {
    await page.locator('canvas').first().focus();
    await page.keyboard.press(']');
    await page.locator('[data-compass="15"]').click();
    await page.locator('[data-compass="0"]').waitFor();
  });

  it('saves the map as a picture of the size asked for, with words on it', async () => {
    await tool('picture').click();
    const save = page.getByRole('button', { name: 'Salva PNG' });
    await save.waitFor();
    expect(await violations(page), 'picture').toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const bytes = readFileSync(await file.path());
    const found = await page.evaluate(async (base64) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([data], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const colours = (x: number, width: number) => {
        const { data: rgba } = pen.getImageData(x, 0, width, image.height);
        const seen = new Set<number>();
        let dark = 0;
        for (let i = 0; i < rgba.length; i += 4) {
          seen.add((rgba[i]! << 16) | (rgba[i + 1]! << 8) | rgba[i + 2]!);
          if (rgba[i]! + rgba[i + 1]! + rgba[i + 2]! < 240) dark++;
        }
        return { colours: seen.size, dark };
      };
      const words = Math.round(0.765 * image.width);
      return {
        width: image.width,
        height: image.height,
        map: colours(0, words - 1).colours,
        ink: colours(words, image.width - words).dark,
      };
    }, bytes.toString('base64'));
    expect([found.width, found.height]).toEqual([1920, 1080]);
    expect(found.map).toBeGreaterThan(100);
    expect(found.ink).toBeGreaterThan(2000);
    await page.keyboard.press('Escape');
    await save.waitFor({ state: 'detached' });
  });

  it('flies to a known view', async () => {
    await page.locator('[data-view=porta-nuova]').click();
    await page.waitForFunction(() => {
      const { lng, lat } = window.__gemello!.map.getCenter();
      return Math.abs(lng - 9.1902) < 1e-4 && Math.abs(lat - 45.4838) < 1e-4;
    });
  });

  it('walks at eye height, not through a wall, and comes back', async () => {
    const eye = () =>
      page.evaluate(() => {
        const { map } = window.__gemello!;
        const { lng, lat } = map.getCenter();
        return { at: [lng, lat] as [number, number], zoom: map.getZoom(), pitch: map.getPitch() };
      });
    const before = await eye();
    await take('walk');
    expect(await violationsOf(page, '[data-bar]'), 'before the walk').toEqual([]);
    // A place on the ground, some way from any building.
    const ground = await page.evaluate(() => {
      const { city, map } = window.__gemello!;
      const { left, top } = map.getCanvas().getBoundingClientRect();
      for (let y = 400; y < 760; y += 20)
        for (let x = 520; x < 1200; x += 20)
          if (
            [-20, 0, 20].every((dx) =>
              [-20, 0, 20].every((dy) => !city!.pickPoint(x + dx - left, y + dy - top)),
            )
          )
            return [x, y] as [number, number];
      return null;
    });
    await page.mouse.click(...ground!);
    await page.waitForFunction(() => window.__gemello!.map.getZoom() > 21.5);
    expect(await violationsOf(page, '[data-bar]'), 'on the walk').toEqual([]);
    const begun = await eye();
    expect(begun.pitch).toBe(83);
    await page.keyboard.press('w');
    await expect.poll(async () => (await eye()).at).not.toEqual(begun.at);
    const [a, b] = [proj4('EPSG:4326', UTM32, begun.at), proj4('EPSG:4326', UTM32, (await eye()).at)];
    expect(Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!) / SCALE).toBeCloseTo(2, 1);
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'walk.png') });
    // Straight on there is a wall in the end.
    const wall = page.getByText('Un edificio sbarra la strada.');
    for (let i = 0; i < 150 && (await wall.count()) === 0; i++) await page.keyboard.press('w');
    expect(await wall.count()).toBe(1);
    await page.keyboard.press('Escape');
    await tool('walk').waitFor();
    expect((await eye()).zoom).toBeCloseTo(before.zoom, 6);
    // Who clicks on a roof is put down on the ground beside it.
    const roof = await page.evaluate(() => {
      const { city, map } = window.__gemello!;
      const { left, top } = map.getCanvas().getBoundingClientRect();
      for (let x = 600; x < 1200; x += 10)
        if (city!.pickPoint(x - left, 450 - top)) return [x, 450] as [number, number];
      return null;
    });
    await take('walk');
    await page.mouse.click(...roof!);
    await page.waitForFunction(() => window.__gemello!.map.getZoom() > 21.5);
    await page.keyboard.press('Escape');
    await tool('walk').waitFor();
  });

  it('has done nothing that it must not', () => expect(misdeeds).toEqual({ elsewhere: [], errors: [] }));
});
