// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import { type CoolingCity, type CoolingParameters, coolingOf, wetBulbGlobeC } from './urban-cooling';

const PARAMETERS: CoolingParameters = {
  weights: { shade: 0.6, albedo: 0.2, evapotranspiration: 0.2 },
  coolingDistanceM: 100,
  mixingRadiusM: 100,
  referenceC: 20,
  heatIslandC: 4,
};
const STONE = { shade: 0, albedo: 0.1, cropCoefficient: 0, isGreen: false };
const WOOD = { shade: 1, albedo: 0.2, cropCoefficient: 1, isGreen: true };

const city = (columns: number, cover: readonly number[], cellM = 50): CoolingCity => ({
  columns,
  cellM,
  cover: Uint8Array.from(cover),
  covers: [STONE, WOOD],
  evapotranspiration: new Float64Array(cover.length).fill(600),
});

describe('by hand', () => {
  it('a city of one cover is as warm everywhere as its capacity says', () => {
    const { capacity, mitigation, airC } = coolingOf(city(4, new Array(16).fill(0)), PARAMETERS);
    // 0.2 · 0.1 of stone: 20 + 0.98 · 4.
    for (const cell of capacity.keys()) {
      expect(capacity[cell]).toBeCloseTo(0.02, 12);
      expect(mitigation[cell]).toBeCloseTo(0.02, 12);
      expect(airC[cell]).toBeCloseTo(23.92, 12);
    }
    const wood = coolingOf(city(4, new Array(16).fill(1)), PARAMETERS);
    // 0.6 + 0.2 · 0.2 + 0.2 = 0.84.
    expect(wood.capacity[0]).toBeCloseTo(0.84, 12);
    expect(wood.airC[5]).toBeCloseTo(20.64, 12);
  });

  it('of two cells, stone beside wood: a park counts from two hectares on', () => {
    // A cell of 100 m is a hectare, and less than a park; one of 200 m is four.
    const small = coolingOf(city(2, [0, 1], 100), PARAMETERS);
    expect(small.mitigation[0]).toBeCloseTo(0.02, 12);
    // The neighbour is a cooling distance away: e⁻¹ of its 0.84, of 1 + e⁻¹ in all.
    const e = Math.exp(-1);
    expect(small.parkCapacity[0]).toBeCloseTo((0.84 * e) / (1 + e), 12);
    const large = coolingOf(city(2, [0, 1], 200), { ...PARAMETERS, coolingDistanceM: 200 });
    expect(large.mitigation[0]).toBeCloseTo((0.84 * e) / (1 + e), 12);
    // What cools more itself keeps its own.
    expect(large.mitigation[1]).toBeCloseTo(0.84, 12);
  });

  it('thirty degrees at half the moisture are 29.3 on the wet bulb globe', () => {
    // 6.105 · e^(518.1/267.7) = 42.288 hPa; 17.01 + 0.393 · 21.144 + 3.94.
    expect(wetBulbGlobeC(30, 50)).toBeCloseTo(29.26, 1);
  });

  it('names what cannot be', () => {
    expect(() => coolingOf(city(3, [0, 1]), PARAMETERS)).toThrow('raster: 2 cells in rows of 3');
    expect(() => coolingOf(city(2, [0, 7]), PARAMETERS)).toThrow('cell 2: cover 7 is not listed');
    expect(() => coolingOf({ ...city(1, [0]), covers: [{ ...STONE, shade: 1.2 }] }, PARAMETERS)).toThrow(
      'cover 0: shade is 1.2',
    );
    expect(() => coolingOf(city(1, [0]), { ...PARAMETERS, coolingDistanceM: 0 })).toThrow(
      'coolingDistanceM: is 0',
    );
  });
});

it('a wood in place of stone warms nobody', () => {
  const cells = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 36, maxLength: 36 });
  fc.assert(
    fc.property(cells, fc.nat({ max: 35 }), (cover, planted) => {
      const before = coolingOf(city(6, cover), PARAMETERS).airC;
      const after = coolingOf(city(6, cover.with(planted, 1)), PARAMETERS).airC;
      for (const [cell, warm] of before.entries())
        expect(after[cell] as number).toBeLessThanOrEqual(warm + 1e-12);
      expect(Math.min(...after)).toBeGreaterThanOrEqual(PARAMETERS.referenceC);
    }),
  );
});

describeShared('InVEST’s own test', () => {
  it('capacity and that of parks, cell by cell', () => {
    const published = JSON.parse(readFileSync(sharedPath('benchmarks/invest-ucm/ucm_small.json'), 'utf8'));
    const { lulc, et0, biophysical, weights } = published;
    const codes: number[] = biophysical.map(({ lucode }: { lucode: number }) => lucode);
    const { capacity, parkCapacity } = coolingOf(
      {
        columns: lulc[0].length,
        cellM: published.pixel_m,
        cover: Uint8Array.from(lulc.flat(), (code: number) => codes.indexOf(code)),
        covers: biophysical.map((row: Record<string, number>) => ({
          shade: row.shade,
          albedo: row.albedo,
          cropCoefficient: row.kc,
          isGreen: row.green_area === 1,
        })),
        evapotranspiration: Float64Array.from(et0.flat()),
      },
      {
        weights: { shade: weights.shade, albedo: weights.albedo, evapotranspiration: weights.eti },
        coolingDistanceM: published.green_area_cooling_distance_m,
        mixingRadiusM: published.t_air_average_radius_m,
        referenceC: published.t_ref,
        heatIslandC: published.uhi_max,
      },
    );
    for (const [cell, expected] of published.expected_cc.flat().entries())
      expect(Math.abs((capacity[cell] as number) - expected), `cell ${cell}`).toBeLessThan(1e-6);
    for (const [cell, expected] of published.expected_cc_park.flat().entries())
      expect(Math.abs((parkCapacity[cell] as number) - expected), `cell ${cell}`).toBeLessThan(1e-6);
  });
});
