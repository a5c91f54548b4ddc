// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat, plane, planeToLonLat } from '../city/frames';
import { areaM2, geodesic, lengthM, planeScale } from './ellipsoid';

const dms = (d: number, m: number, s: number) => Math.sign(d) * (Math.abs(d) + m / 60 + s / 3600);

describe('a geodesic', () => {
  it('is as published: Flinders Peak to Buninyong (Geoscience Australia, GDA technical manual)', () => {
    const flinders = lonLat(dms(144, 25, 29.5244), dms(-37, 57, 3.7203));
    const buninyong = lonLat(dms(143, 55, 35.3839), dms(-37, 39, 10.1561));
    const { lengthM: metres, azimuthDeg } = geodesic(flinders, buninyong);
    // On GRS 80; WGS 84 differs by less than this.
    expect(metres).toBeCloseTo(54972.271, 3);
    expect(azimuthDeg).toBeCloseTo(dms(306, 52, 5.37), 5);
  });

  it('is as published: New York JFK to London Heathrow (GeographicLib, GeodSolve)', () => {
    expect(geodesic(lonLat(-73.8, 40.6), lonLat(-0.5, 51.6)).lengthM).toBeCloseTo(5551759.4, 0);
  });

  it('along the equator is the arc of the semi-major axis, and none is nought', () => {
    expect(geodesic(lonLat(9, 0), lonLat(10, 0)).lengthM).toBeCloseTo((Math.PI / 180) * 6378137, 3);
    expect(geodesic(lonLat(9.19, 45.46), lonLat(9.19, 45.46)).lengthM).toBe(0);
  });

  it('agrees with EPSG:32632 over its scale', () => {
    const [a, b] = [planeToLonLat(plane(514000, 5034000)), planeToLonLat(plane(514600, 5034800))];
    const scale = planeScale([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as never);
    // 600, 800: 1000 m in the plane.
    expect(geodesic(a, b).lengthM).toBeCloseTo(1000 / scale, 3);
    expect(lengthM([a, b, a])).toBeCloseTo(2000 / scale, 3);
    expect(scale).toBeCloseTo(0.9996024, 6);
  });
});

describe('an area', () => {
  it('of a square of 100 m in the plane is 10,000 m² over the scale squared, either way round', () => {
    const ring = [
      [515000, 5035000],
      [515100, 5035000],
      [515100, 5035100],
      [515000, 5035100],
    ].map(([x, y]) => planeToLonLat(plane(x!, y!)));
    // 0.9996 · (1 + 15050² / 2 / 6,380,000²): 10,000 / 0.99960278² = 10,007.95.
    expect(areaM2(ring)).toBeCloseTo(10007.95, 1);
    expect(areaM2([...ring].reverse())).toBeCloseTo(areaM2(ring), 6);
  });

  it('of a hundredth of a degree is that of the ellipsoid (Snyder 1987, eq. 3-12)', () => {
    const e = Math.sqrt(0.00669437999014);
    const q = (latDeg: number) => {
      const s = Math.sin((latDeg * Math.PI) / 180);
      return (1 - e * e) * (s / (1 - (e * s) ** 2) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
    };
    const [west, south, sideDeg] = [9.18, 45.46, 0.01];
    const exactM2 = (6378137 ** 2 / 2) * ((sideDeg * Math.PI) / 180) * (q(south + sideDeg) - q(south));
    const ring = [
      lonLat(west, south),
      lonLat(west + sideDeg, south),
      lonLat(west + sideDeg, south + sideDeg),
      lonLat(west, south + sideDeg),
    ];
    expect(Math.abs(areaM2(ring) / exactM2 - 1)).toBeLessThan(2e-6);
  });

  it('of fewer than three corners is nought', () => {
    expect(areaM2([])).toBe(0);
    expect(areaM2([lonLat(9, 45), lonLat(9.1, 45)])).toBe(0);
  });
});
