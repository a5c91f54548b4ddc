// SPDX-License-Identifier: EUPL-1.2
/**
 * The buildings stand where the map says: corners of the loaded tiles, brought to degrees through
 * their own earth-centred frames, are drawn where MapLibre projects those degrees. At the centre and
 * at the city's edges, in a tilted view.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, untilDrawn } from '../browser';

const PLACES: [string, number, number][] = [
  ['Duomo', 9.1919, 45.4642],
  ['Figino', 9.0815, 45.4905],
  ['Muggiano', 9.0795, 45.451],
  ['Bruzzano', 9.172, 45.5245],
  ['Ronchetto delle Rane', 9.172, 45.403],
];
/** CSS pixels; a metre is 1.2 of them at zoom 16. */
const TOLERANCE_PX = 0.35;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  ({ page } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' }));
});
afterAll(() => browser.close());

describe('buildings and map', () => {
  it.each(PLACES)('agree at %s', async (_name, lon, lat) => {
    await page.goto('about:blank');
    await page.goto(`${inject('baseUrl')}/#v=1&view=${lon},${lat},16,55,30&quality=high`);
    await untilDrawn(page);
    const errorsPx = await page.evaluate(cornerErrorsPx);
    expect(errorsPx.length).toBeGreaterThan(60);
    expect(Math.max(...errorsPx)).toBeLessThan(TOLERANCE_PX);
  });
});

/** Runs in the page: distance in CSS pixels between each corner on the ground and its place on the map. */
function cornerErrorsPx(): number[] {
  type Matrix = { elements: number[] };
  type Thing = {
    isMesh?: boolean;
    matrix: Matrix;
    matrixWorld: Matrix;
    parent: Thing | null;
    userData: { tile?: { engineData: { scene: Thing; transform: Matrix } } };
    geometry: {
      getAttribute(name: string): {
        count: number;
        getX(i: number): number;
        getY(i: number): number;
        getZ(i: number): number;
      };
    };
  };
  const { map, city } = window.__gemello!;
  const camera = city!.camera;
  const { clientWidth, clientHeight } = map.getCanvas();
  const times = ({ elements: m }: Matrix, [x, y, z, w]: number[]) =>
    [0, 1, 2, 3].map((r) => m[r]! * x! + m[4 + r]! * y! + m[8 + r]! * z! + m[12 + r]! * w!);
  /** Bowring (1985): earth-centred metres to degrees on WGS 84, good to a micrometre near the ground. */
  const degrees = ([x, y, z]: number[]): [number, number] => {
    const [a, e2] = [6378137, 0.00669437999014];
    const b = a * Math.sqrt(1 - e2);
    const p = Math.hypot(x!, y!);
    const theta = Math.atan2(z! * a, p * b);
    const phi = Math.atan2(
      z! + (e2 / (1 - e2)) * b * Math.sin(theta) ** 3,
      p - e2 * a * Math.cos(theta) ** 3,
    );
    return [(Math.atan2(y!, x!) * 180) / Math.PI, (phi * 180) / Math.PI];
  };
  const errors: number[] = [];
  city!.scene!.traverse((object) => {
    const mesh = object as unknown as Thing;
    const tile = mesh.userData.tile;
    if (!mesh.isMesh || !tile) return;
    const corners = mesh.geometry.getAttribute('position');
    for (let i = 0; i < corners.count; i += 2) {
      const corner = [corners.getX(i), corners.getY(i), corners.getZ(i), 1];
      const inScene = times(mesh.matrixWorld, corner);
      if (Math.abs(inScene[2]!) > 0.3) continue;
      const clip = times(camera.projectionMatrix, times(camera.matrixWorldInverse, inScene));
      const [px, py] = [
        ((clip[0]! / clip[3]! + 1) / 2) * clientWidth,
        ((1 - clip[1]! / clip[3]!) / 2) * clientHeight,
      ];
      if (clip[3]! < 0 || px < 0 || py < 0 || px > clientWidth || py > clientHeight) continue;
      // The content as published: its nodes, y up made z up, the tile's own frame.
      let inTile = corner;
      for (let node: Thing | null = mesh; node && node !== tile.engineData.scene; node = node.parent)
        inTile = times(node.matrix, inTile);
      const zUp = [inTile[0]!, -inTile[2]!, inTile[1]!, 1];
      const expected = map.project(degrees(times(tile.engineData.transform, zUp)));
      errors.push(Math.hypot(expected.x - px, expected.y - py));
    }
  });
  return errors;
}
