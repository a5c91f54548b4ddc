// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import { lineSourceDb, lineSourceDbA, type RoadSurface, vehiclePowerDb } from './cnossos';
import {
  type CategoryCoefficients,
  NOISE_CATEGORIES,
  type NoiseCategory,
  OCTAVES_HZ,
  ROAD_COEFFICIENTS_2021,
  type RoadCoefficients,
} from './road-coefficients';

interface VehicleRow {
  frequency: number[];
  ar: number[];
  br: number[];
  ap: number[];
  bp: number[];
  a?: number[];
  b?: number[];
  crossing: { cr: number; cp: number };
  roundabout: { cr: number; cp: number };
}
interface CoefficientFile {
  vehicles: Record<NoiseCategory, VehicleRow>;
  roads: Record<string, { ref: Record<NoiseCategory, { ßm: number; spectrum: number[] }> }>;
}
interface Expected {
  cases: {
    id: string;
    v: number[];
    q: number[];
    f: number;
    T: number;
    surf: string;
    Ts: number;
    Pm: number;
    jd: number;
    jt: number;
    slope: number;
    Lw_dB: number;
  }[];
  'spectrum_cat1_20kmh_1000vph_NL01_-5C_slope-15_Pm1_Ts0.5_jd200': { freqs: number[]; Lw_dB: number[] };
  global: { v: number[]; q: number[]; T: number; surf: string; LwA_dB: number; tol: number };
}

const byCategory = <T>(make: (category: NoiseCategory, index: number) => T) =>
  Object.fromEntries(NOISE_CATEGORIES.map((c, i) => [c, make(c, i)])) as Record<NoiseCategory, T>;

describeShared('CNOSSOS-EU’s reference implementation', () => {
  const open = <T>(file: string) =>
    JSON.parse(readFileSync(sharedPath(`benchmarks/cnossos-road/${file}`), 'utf8')) as T;
  const coefficientsOf = ({ vehicles }: CoefficientFile): RoadCoefficients =>
    byCategory((category): CategoryCoefficients => {
      const { frequency, ar, br, ap, bp, a, b, crossing, roundabout } = vehicles[category];
      expect(frequency).toEqual([...OCTAVES_HZ]);
      const junctionOf = ({ cr, cp }: { cr: number; cp: number }) => ({ cr, cp });
      return {
        ...(category.startsWith('4') ? {} : { rolling: { a: ar, b: br } }),
        propulsion: { a: ap, b: bp },
        ...(a && b ? { studs: { a, b } } : {}),
        junction: { crossing: junctionOf(crossing), roundabout: junctionOf(roundabout) },
      };
    });
  const file2015 = open<CoefficientFile>('RoadCnossos_2015.json');
  const coefficients = coefficientsOf(file2015);
  const surface = (name: string): RoadSurface =>
    byCategory((category) => {
      const { ßm, spectrum } = file2015.roads[name]!.ref[category];
      return { alpha: spectrum, beta: ßm };
    });
  const traffic = (v: number[], q: number[]) =>
    byCategory((_, index) => ({ flowVehH: q[index]!, speedKmH: v[index]! }));
  const expected = open<Expected>('expected.json');
  const octave = (hz: number) => (OCTAVES_HZ as readonly number[]).indexOf(hz);

  it.each(expected.cases)('$id within 0.01 dB', ({ v, q, f, T, surf, Ts, Pm, jd, jt, slope, Lw_dB }) => {
    const level = lineSourceDb(coefficients, traffic(v, q), octave(f), {
      temperatureC: T,
      surface: surface(surf),
      studs: { share: Pm, months: Ts },
      junction: { kind: jt === 1 ? 'crossing' : 'roundabout', distanceM: jd },
      slopePercent: slope,
    });
    expect(Math.abs(level - Lw_dB)).toBeLessThanOrEqual(0.01);
  });

  it('a spectrum of light vehicles at 20 km/h within 0.01 dB', () => {
    const { freqs, Lw_dB } = expected['spectrum_cat1_20kmh_1000vph_NL01_-5C_slope-15_Pm1_Ts0.5_jd200'];
    expect(freqs.length).toBe(7);
    freqs.forEach((f, i) => {
      const level = lineSourceDb(coefficients, { '1': { flowVehH: 1000, speedKmH: 20 } }, octave(f), {
        temperatureC: -5,
        surface: surface('NL01'),
        studs: { share: 1, months: 0.5 },
        junction: { kind: 'crossing', distanceM: 200 },
        slopePercent: -15,
      });
      expect(Math.abs(level - Lw_dB[i]!), `${f} Hz`).toBeLessThanOrEqual(0.01);
    });
  });

  it('the A-weighted whole of light and heavy traffic within its tolerance', () => {
    const { v, q, T, surf, LwA_dB, tol } = expected.global;
    const level = lineSourceDbA(coefficients, traffic(v, q), { temperatureC: T, surface: surface(surf) });
    expect(Math.abs(level - LwA_dB)).toBeLessThanOrEqual(tol);
  });

  it('the product’s coefficients are the amended ones', () => {
    expect(ROAD_COEFFICIENTS_2021).toEqual(coefficientsOf(open<CoefficientFile>('RoadCnossos_2020.json')));
  });
});

it('by hand: a light vehicle at 70 km/h at 1 kHz is A_R and A_P together', () => {
  // 10 lg(10^10.01 + 10^8.47)
  expect(vehiclePowerDb(ROAD_COEFFICIENTS_2021, '1', 4, 70)).toBeCloseTo(100.2235, 3);
  // 1 000 an hour at 70 km/h: 10 lg(1 / 70) = −18.451
  expect(lineSourceDb(ROAD_COEFFICIENTS_2021, { '1': { flowVehH: 1000, speedKmH: 70 } }, 4)).toBeCloseTo(
    81.7725,
    3,
  );
});

it('is −∞ dB where nothing drives', () => {
  expect(lineSourceDbA(ROAD_COEFFICIENTS_2021, {})).toBe(-Infinity);
});
