// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { MercatorCoordinate } from 'maplibre-gl';
import proj4 from 'proj4';
import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import {
  enuToEcef,
  enuToScene,
  lonLat,
  lonLatToEcef,
  lonLatToMercator,
  lonLatToPlane,
  lonLatToScene,
  planeToLonLat,
} from './frames';

const UTM32 = '+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs';
const inItaly = fc.tuple(
  fc.double({ min: 6.6, max: 13.5, noNaN: true }),
  fc.double({ min: 36, max: 47.2, noNaN: true }),
);
/** The Duomo, and the city's edges: Figino, Muggiano, Bruzzano, Ronchetto delle Rane. */
const DUOMO = lonLat(9.19186, 45.46416);
const EDGES = [lonLat(9.0755, 45.4925), lonLat(9.07, 45.45), lonLat(9.17, 45.527), lonLat(9.17, 45.4)];

describe('plane, EPSG:32632', () => {
  it('agrees with PROJ’s figures for the Duomo to a tenth of a millimetre', () => {
    const [eastM, northM] = lonLatToPlane(DUOMO);
    const [e, n] = proj4(UTM32, [9.19186, 45.46416]) as [number, number];
    expect(Math.abs(eastM - e)).toBeLessThan(1e-4);
    expect(Math.abs(northM - n)).toBeLessThan(1e-4);
  });
  it('agrees with proj4 within 0.1 mm, and comes back, anywhere in the zone', () => {
    fc.assert(
      fc.property(inItaly, ([lon, lat]) => {
        const p = lonLatToPlane(lonLat(lon, lat));
        const [e, n] = proj4(UTM32, [lon, lat]) as [number, number];
        expect(Math.hypot(p[0] - e, p[1] - n)).toBeLessThan(1e-4);
        const back = planeToLonLat(p);
        expect(Math.abs(back[0] - lon)).toBeLessThan(1e-10);
        expect(Math.abs(back[1] - lat)).toBeLessThan(1e-10);
      }),
    );
  });
});

describe('earth-centred', () => {
  it('puts the equator at the semi-major axis and the pole at the semi-minor', () => {
    expect(lonLatToEcef(lonLat(0, 0))).toEqual([6378137, 0, 0]);
    expect(lonLatToEcef(lonLat(0, 90))[2]).toBeCloseTo(6356752.314245, 6);
  });
  it('east-north-up is right-handed and stands on the place', () => {
    const m = new Matrix4().fromArray(enuToEcef(DUOMO));
    expect(m.determinant()).toBeCloseTo(1, 12);
    const up = new Vector3(0, 0, 100).applyMatrix4(m).toArray();
    const expected = lonLatToEcef(DUOMO, 100);
    up.forEach((v, i) => {
      expect(v).toBeCloseTo(expected[i] as number, 5);
    });
  });
});

describe('scene, under MapLibre’s camera', () => {
  it('uses MapLibre’s own mercator and metre', () => {
    const ours = lonLatToMercator(DUOMO);
    const theirs = MercatorCoordinate.fromLngLat([DUOMO[0], DUOMO[1]]);
    expect(ours[0]).toBeCloseTo(theirs.x, 12);
    expect(ours[1]).toBeCloseTo(theirs.y, 12);
    const scale = theirs.meterInMercatorCoordinateUnits();
    const figino = MercatorCoordinate.fromLngLat([9.0755, 45.4925]);
    const scene = lonLatToScene(DUOMO, lonLat(9.0755, 45.4925));
    expect(scene[0]).toBeCloseTo((figino.x - theirs.x) / scale, 3);
    expect(scene[1]).toBeCloseTo(-(figino.y - theirs.y) / scale, 3);
  });
  it.each(EDGES)('a tile at the city’s edge (%f, %f) falls on the map within 5 cm over 600 m', (...edge) => {
    const tile = lonLat(edge[0], edge[1]);
    const place = new Matrix4().fromArray(enuToScene(DUOMO, tile));
    const toEcef = new Matrix4().fromArray(enuToEcef(tile));
    for (const [dx, dy] of [
      [0, 0],
      [0.007, 0.005],
      [-0.007, 0.005],
      [0.007, -0.005],
    ] as const) {
      const at = lonLat(tile[0] + dx, tile[1] + dy);
      const enu = new Vector3(...lonLatToEcef(at)).applyMatrix4(toEcef.clone().invert());
      const scene = new Vector3(enu.x, enu.y, 0).applyMatrix4(place);
      const [x, y] = lonLatToScene(DUOMO, at);
      expect(Math.hypot(scene.x - x, scene.y - y)).toBeLessThan(0.05);
    }
  });
  it('one frame for the whole city would be more than 20 m off at its edge (why it is per tile)', () => {
    const toEcef = new Matrix4().fromArray(enuToEcef(DUOMO)).invert();
    const naive = new Vector3(...lonLatToEcef(lonLat(9.07, 45.45))).applyMatrix4(toEcef);
    const [x, y] = lonLatToScene(DUOMO, lonLat(9.07, 45.45));
    expect(Math.hypot(naive.x - x, naive.y - y)).toBeGreaterThan(20);
  });
});
