// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cooledAir } from './cooling-raster';
import { capacities, districtHeat } from './district-heat';
import { parkAt, rectangle } from './fixtures/small-green';
import { CENTRAL_GREEN } from './green-parameters';
import { greenRaster, withGreens } from './green-raster';
import { type GroundCover, groundCover, withGround, withPatches } from './ground-cover';

const raster = greenRaster([[rectangle(0, 0, 500, 500)], [rectangle(500, 0, 1000, 500)]], []);
const KNOWN = Uint8Array.of(1, 1);
/** A quarter of every cell under a building in its middle. */
const middles = Array.from(
  { length: 50 },
  (_, i) => [50 + 100 * (i % 10), 50 + 100 * Math.floor(i / 10)] as const,
);
const footprints = {
  count: 50,
  eastM: middles.map(([east]) => east),
  northM: middles.map(([, north]) => north),
  areaM2: middles.map(() => 2500),
};
const built = groundCover(raster, footprints, KNOWN);
const bare = new Float64Array(50);
const heat = (cover: GroundCover, canopy = bare) => districtHeat(raster, cover, canopy, CENTRAL_GREEN);

describe('what covers the ground', () => {
  it('is a quarter building, and the rest of the built city', () => {
    for (const cell of [0, 24, 49]) {
      expect(built.building[cell]).toBeCloseTo(0.25, 12);
      expect(built.rest[cell]).toBeCloseTo(0.75, 12);
      expect(built.green[cell]! + built.field[cell]!).toBe(0);
    }
  });

  it('lays a building on the cells it touches, and is full at most', () => {
    const one = { count: 1, eastM: [100], northM: [50], areaM2: [400] };
    const { building, field } = groundCover(raster, one, KNOWN);
    expect(building[0]).toBeCloseTo(0.02, 12);
    expect(building[1]).toBeCloseTo(0.02, 12);
    // A single house in 25 hectares is open country.
    expect(field[0]).toBeCloseTo(0.98, 12);
    const huge = groundCover(raster, { ...one, areaM2: [1e6] }, KNOWN);
    expect(Math.max(...huge.building)).toBe(1);
  });

  it('knows cells by their districts', () =>
    expect([...groundCover(raster, footprints, Uint8Array.of(1, 0)).inside].reduce((a, b) => a + b)).toBe(
      25,
    ));

  it('is green where a park lies, and no building', () => {
    const green = withGround(built, withGreens(raster, [parkAt(0, 0, 100)]));
    expect(green.green[0]).toBeCloseTo(0.75, 12);
    expect(green.rest[0]).toBeCloseTo(0, 12);
    expect(green.rest[1]).toBeCloseTo(0.75, 12);
  });
});

describe('how warm it is', () => {
  it('is the same everywhere in a city of one cover, by hand', () => {
    // A fifth of the open three quarters is soft: 0.15 soft, 0.85 sealed.
    // 0.2 · (0.15 · 0.2 + 0.85 · 0.15) + 0.2 · (0.15 · 0.6 + 0.85 · 0.1) = 0.0315 + 0.035.
    const { mitigation, warmerC } = heat(built);
    for (const district of [0, 1]) {
      expect(mitigation[district]).toBeCloseTo(0.0665, 10);
      expect(warmerC[district]).toBeCloseTo((1 - 0.0665) * 4, 10);
    }
  });

  it('falls under crowns: fully shaded ground can cool by 0.6 + 0.2 · 0.2 + 0.2 · 0.95', () => {
    const { capacity } = capacities(built, new Float64Array(50).fill(1), CENTRAL_GREEN);
    expect(capacity[7]).toBeCloseTo(0.83, 12);
    const shaded = heat(
      built,
      bare.map((_, cell) => (cell % 10 < 5 ? 0.3 : 0)),
    );
    expect(shaded.warmerC[0]).toBeLessThan(heat(built).warmerC[0]! - 0.4);
    // Air mixes: the other half is cooler too, and less so.
    expect(shaded.warmerC[1]).toBeLessThan(heat(built).warmerC[1]!);
    expect(shaded.warmerC[1]).toBeGreaterThan(shaded.warmerC[0]!);
  });

  it('falls where ground is opened, and rises where it is sealed', () => {
    const west = [{ rings: [rectangle(0, 0, 500, 500)], share: 0.5 }];
    const opened = withPatches(built, raster, 'opened', west);
    expect(opened.opened[0]).toBeCloseTo(0.5, 12);
    expect(opened.opened[9]).toBe(0);
    // Half of the sealed 0.6 becomes grass: 0.3 · (0.2 · (0.2 − 0.15) + 0.2 · (0.875 − 0.1)).
    expect(heat(opened).mitigation[0]! - heat(built).mitigation[0]!).toBeCloseTo(0.3 * 0.165, 10);
    expect(heat(opened).warmerC[0]).toBeLessThan(heat(built).warmerC[0]!);
    const sealed = withPatches(built, raster, 'sealed', west);
    expect(heat(sealed).warmerC[0]).toBeGreaterThan(heat(built).warmerC[0]!);
    expect(withPatches(built, raster, 'opened', [])).toBe(built);
    const twice = withPatches(opened, raster, 'opened', west);
    expect(twice.opened[0]).toBeCloseTo(0.75, 12);
  });

  it('is told of nothing that is not known, which warms and cools nobody', () => {
    const half = groundCover(raster, footprints, Uint8Array.of(1, 0));
    const { warmerC, mitigation } = heat(half);
    expect(warmerC[0]).toBeCloseTo(heat(built).warmerC[0]!, 10);
    expect([warmerC[1], mitigation[1]]).toEqual([Number.NaN, Number.NaN]);
  });

  it('is the same with a mask over all as without one', () => {
    const field = {
      columns: 10,
      cellM: 100,
      capacity: bare.map((_, cell) => (cell % 7) / 10),
      greenShare: bare.map((_, cell) => (cell % 3) / 2),
      greenCapacity: bare.map((_, cell) => (cell % 5) / 5),
    };
    const air = { coolingDistanceM: 300, mixingRadiusM: 250, referenceC: 20, heatIslandC: 4 };
    const all = cooledAir({ ...field, inside: null }, air);
    const masked = cooledAir({ ...field, inside: new Uint8Array(50).fill(1) }, air);
    for (const cell of bare.keys()) expect(masked.airC[cell]).toBeCloseTo(all.airC[cell]!, 12);
  });
});
