// SPDX-License-Identifier: EUPL-1.2
/**
 * Names are read whole at every tilt: the boxes that MapLibre placed do not overlap, they hold every
 * pixel that their names are drawn with, and no building covers one of those pixels. The pixels are
 * found by drawing the same view with and without names, with and without buildings.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, untilDrawn } from '../browser';

const PLACES: [name: string, lon: number, lat: number, zoom: number, bearing: number][] = [
  ['Duomo', 9.1905, 45.464, 16.2, -20],
  ['Porta Nuova', 9.1895, 45.4835, 15.4, 20],
  ['Quarto Oggiaro', 9.145, 45.505, 14.6, 0],
  ['the whole city', 9.19, 45.466, 12.35, 0],
];
const PITCHES = [0, 45, 60, 80];
/** In every view of these there is something to read. */
const LEAST_NAMES = 6;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  ({ page } = await openPage(browser, inject('baseUrl'), {
    reducedMotion: 'reduce',
    viewport: { width: 960, height: 640 },
  }));
});
afterAll(() => browser.close());

describe.each(PLACES)('names at %s', (_name, lon, lat, zoom, bearing) => {
  it('are whole and apart, however the map is tilted', async () => {
    await page.goto('about:blank');
    await page.goto(
      `${inject('baseUrl')}/#v=1&off=vehicles&view=${lon},${lat},${zoom},0,${bearing}&quality=low`,
    );
    for (const pitch of PITCHES) {
      await page.waitForFunction(() => window.__gemello);
      await page.evaluate((to) => void window.__gemello!.map.jumpTo({ pitch: to }), pitch);
      await untilDrawn(page);
      const seen = await page.evaluate(lookAtNames);
      const at = `tilted by ${pitch}°`;
      expect(seen.names, at).toBeGreaterThanOrEqual(LEAST_NAMES);
      expect(seen.overlapping, at).toEqual([]);
      expect(seen.covered, at).toEqual([]);
      // Of all pixels of names: none but what a turned letter puts out of its box.
      expect(seen.outside, at).toBeLessThan(0.005);
    }
  });
});

/** Runs in the page. */
async function lookAtNames() {
  const { map, city } = window.__gemello!;
  const canvas = map.getCanvas();
  const gl = (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) as WebGL2RenderingContext;

  type Key = { bucketInstanceId: number; featureIndex: number };
  type Grid = {
    boxKeys: Key[];
    bboxes: number[];
    circleKeys: Key[];
    circles: number[];
  };
  type Shape = { key: string; box: [number, number, number, number]; radius: number };
  /** MapLibre's grid begins so many pixels left of the screen and above it. */
  const MARGIN_PX = 100;
  const placedShapes = (): Shape[] => {
    const { grid } = (map as unknown as { style: { placement: { collisionIndex: { grid: Grid } } } }).style
      .placement.collisionIndex;
    const keyOf = ({ bucketInstanceId, featureIndex }: Key) => `${bucketInstanceId}/${featureIndex}`;
    const boxes = grid.boxKeys.map((key, i) => ({
      key: keyOf(key),
      box: grid.bboxes.slice(4 * i, 4 * i + 4).map((x) => x - MARGIN_PX) as Shape['box'],
      radius: 0,
    }));
    const circles = grid.circleKeys.map((key, i) => {
      const [x = 0, y = 0, radius = 0] = grid.circles.slice(3 * i, 3 * i + 3);
      const [cx, cy] = [x - MARGIN_PX, y - MARGIN_PX];
      return {
        key: keyOf(key),
        box: [cx - radius, cy - radius, cx + radius, cy + radius] as Shape['box'],
        radius,
      };
    });
    return [...boxes, ...circles];
  };

  const frame = () =>
    new Promise<Uint8Array>((resolve) => {
      map.once('render', () => {
        const pixels = new Uint8Array(canvas.width * canvas.height * 4);
        gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
        resolve(pixels);
      });
      map.triggerRepaint();
    });
  // What lies on the ground, beneath the buildings, may be hidden by them.
  const { layers } = map.getStyle();
  const order = map.getLayersOrder();
  const symbols = layers.filter(
    ({ id, type }) => type === 'symbol' && order.indexOf(id) > order.indexOf(city!.id),
  );
  const showNames = (shown: boolean) => {
    for (const { id } of symbols)
      for (const name of ['text-opacity', 'icon-opacity'] as const) {
        map.setPaintProperty(id, `${name}-transition`, { duration: 0, delay: 0 });
        map.setPaintProperty(id, name, shown ? 1 : 0);
      }
  };
  const showBuildings = (shown: boolean) => {
    for (const child of city!.scene!.children) if ('isGroup' in child) child.visible = shown;
  };

  const pictures = async () => {
    showNames(true);
    await frame();
    const whole = await frame();
    showBuildings(false);
    await frame();
    const names = await frame();
    showNames(false);
    await frame();
    const bare = await frame();
    showBuildings(true);
    showNames(true);
    await frame();
    const again = await frame();
    return { whole, names, bare, again };
  };
  // A slow frame in between lets the page draw the next ones in fewer pixels, and names of a tile that comes late
  // fade in: pictures are of one view only where it is the same after them as before.
  const isSame = (a: Uint8Array, b: Uint8Array) =>
    a.length === b.length && a.every((byte, i) => byte === b[i]);
  let { whole, names, bare, again } = await pictures();
  while (!isSame(whole, again) || names.length !== whole.length || bare.length !== whole.length)
    ({ whole, names, bare, again } = await pictures());
  const ratio = canvas.width / canvas.clientWidth;

  const shapes = placedShapes();
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const onScreen = shapes.filter(
    ({ box }) => box[0] >= 2 && box[1] >= 2 && box[2] <= width - 2 && box[3] <= height - 2,
  );

  const meet = (a: Shape, b: Shape): boolean => {
    if (a.radius > 0 && b.radius > 0) {
      const [dx, dy] = [a.box[0] + a.radius - b.box[0] - b.radius, a.box[1] + a.radius - b.box[1] - b.radius];
      return Math.hypot(dx, dy) < a.radius + b.radius - 0.5;
    }
    if (a.radius > 0) return meet(b, a);
    if (b.radius > 0) {
      const [x, y] = [b.box[0] + b.radius, b.box[1] + b.radius];
      const dx = Math.max(a.box[0] - x, 0, x - a.box[2]);
      const dy = Math.max(a.box[1] - y, 0, y - a.box[3]);
      return Math.hypot(dx, dy) < b.radius - 0.5;
    }
    return (
      Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]) > 0.5 &&
      Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]) > 0.5
    );
  };
  const overlapping: string[] = [];
  for (let i = 0; i < shapes.length; i++)
    for (let j = 0; j < i; j++)
      if (shapes[i]!.key !== shapes[j]!.key && meet(shapes[i]!, shapes[j]!))
        overlapping.push(`${shapes[i]!.box.map(Math.round)} and ${shapes[j]!.box.map(Math.round)}`);

  /** Greatest difference of a channel at a pixel of the buffer. */
  const differs = (a: Uint8Array, b: Uint8Array, at: number) =>
    Math.max(Math.abs(a[at]! - b[at]!), Math.abs(a[at + 1]! - b[at + 1]!), Math.abs(a[at + 2]! - b[at + 2]!));
  /** Pixels that stand plainly out, of letters and symbols. */
  const DRAWN = 80;
  const CHANGED = 40;
  /** Out of its box: what its halo and the turn of a letter may take. */
  const RIM_PX = 3;
  const inside = new Uint8Array(width * height);
  const covered: string[] = [];
  let names_ = 0;
  const byKey = new Map<string, Shape[]>();
  for (const shape of onScreen) byKey.set(shape.key, [...(byKey.get(shape.key) ?? []), shape]);
  const atPixel = (x: number, y: number) =>
    4 * ((canvas.height - 1 - Math.floor((y + 0.5) * ratio)) * canvas.width + Math.floor((x + 0.5) * ratio));
  for (const parts of byKey.values()) {
    let [drawn, changed] = [0, 0];
    for (const { box } of parts)
      for (let y = Math.floor(box[1]); y < box[3]; y++)
        for (let x = Math.floor(box[0]); x < box[2]; x++) {
          const at = atPixel(x, y);
          if (differs(names, bare, at) < DRAWN) continue;
          drawn++;
          if (differs(whole, names, at) > CHANGED) changed++;
        }
    if (drawn > 10) names_++;
    if (changed > 0.04 * drawn)
      covered.push(`${parts[0]!.box.map(Math.round)}: ${changed} of ${drawn} pixels`);
  }
  for (const { box } of shapes)
    for (let y = Math.max(0, Math.floor(box[1] - RIM_PX)); y < Math.min(height, box[3] + RIM_PX); y++)
      for (let x = Math.max(0, Math.floor(box[0] - RIM_PX)); x < Math.min(width, box[2] + RIM_PX); x++)
        inside[y * width + x] = 1;
  let [all, out] = [0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (differs(names, bare, atPixel(x, y)) < DRAWN) continue;
      all++;
      if (inside[y * width + x] === 0) out++;
    }
  return { names: names_, overlapping, covered, outside: all === 0 ? 0 : out / all };
}
