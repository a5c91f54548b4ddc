// SPDX-License-Identifier: EUPL-1.2
import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { enuOrigin, enuToEcef, lonLat, lonLatToEcef, lonLatToScene } from '../../city/frames';
import { alignedBox, alignment, groupMatrix } from './tile-alignment';

const DUOMO = lonLat(9.19186, 45.46416);
/** The city's edges, where one frame for all would be tens of metres off. */
const EDGES = [
  ['Duomo', lonLat(9.19186, 45.46416)],
  ['Figino', lonLat(9.0755, 45.4925)],
  ['Muggiano', lonLat(9.07, 45.45)],
  ['Bruzzano', lonLat(9.17, 45.527)],
  ['Ronchetto delle Rane', lonLat(9.17, 45.4)],
] as const;
const group = groupMatrix(DUOMO);
const inTile = (transform: Matrix4, place: readonly [number, number], heightM: number) =>
  new Vector3(
    ...(lonLatToEcef(lonLat(...place), heightM) as unknown as [number, number, number]),
  ).applyMatrix4(transform.clone().invert());

describe('a tile in the scene', () => {
  it.each(EDGES)('stands on MapLibre’s ground at %s', (_name, centre) => {
    const transform = new Matrix4().fromArray(enuToEcef(centre));
    const place = group
      .clone()
      .multiply(alignment(DUOMO, group, transform))
      .multiply(transform);
    for (const [east, north] of [
      [0, 0],
      [0.006, 0.004],
      [-0.006, 0.004],
      [0.006, -0.004],
    ] as const) {
      const at = lonLat(centre[0] + east, centre[1] + north);
      const drawn = inTile(transform, at, 20).applyMatrix4(place);
      const ground = lonLatToScene(DUOMO, at, 20);
      expect(Math.hypot(drawn.x - ground[0], drawn.y - ground[1])).toBeLessThan(0.1);
      // 600 m from its centre the earth has fallen 3 cm.
      expect(Math.abs(drawn.z - 20)).toBeLessThan(0.06);
    }
  });

  it('would be 20 m off at Muggiano in the Duomo’s frame', () => {
    const at = lonLat(9.07, 45.45);
    const naive = new Vector3(...(lonLatToEcef(at) as unknown as [number, number, number])).applyMatrix4(
      group,
    );
    const ground = lonLatToScene(DUOMO, at);
    expect(Math.hypot(naive.x - ground[0], naive.y - ground[1])).toBeGreaterThan(20);
  });

  it('reads the place of a frame from its up axis', () => {
    const [lon, lat] = enuOrigin(enuToEcef(lonLat(9.0755, 45.4925), 120));
    expect(lon).toBeCloseTo(9.0755, 10);
    expect(lat).toBeCloseTo(45.4925, 10);
  });
});

describe('the box of a tile', () => {
  it('holds the content where it is drawn, and little more', () => {
    const centre = lonLat(9.07, 45.45);
    const transform = new Matrix4().fromArray(enuToEcef(centre));
    const box = alignedBox(DUOMO, group, transform, [10, -20, 15, 300, 0, 0, 0, 200, 0, 0, 0, 15]);
    const drawn = transform.clone().premultiply(alignment(DUOMO, group, transform));
    const corner = new Vector3(310, 180, 30).applyMatrix4(drawn).applyMatrix4(transform.clone().invert());
    const [x = 0, y = 0, z = 0, hx = 0, , , , hy = 0, , , , hz = 0] = box;
    expect(Math.abs(corner.x - x)).toBeLessThanOrEqual(hx);
    expect(Math.abs(corner.y - y)).toBeLessThanOrEqual(hy);
    expect(Math.abs(corner.z - z)).toBeLessThanOrEqual(hz);
    expect(hx).toBeLessThan(304);
    expect(hy).toBeLessThan(204);
  });
});
