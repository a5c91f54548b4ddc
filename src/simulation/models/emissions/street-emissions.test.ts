// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIESEL_NOX, DIESEL_PM, ENERGY } from './car-curves';
import { type Fleet, MILAN_FLEET, sharesOf, withBan } from './fleet';
import { type EmissionClass, factorsOf } from './fleet-factors';
import { hotFactor } from './hot-exhaust';
import { CENTRAL_EMISSION_PARAMETERS, EMISSION_PARAMETERS } from './parameters';
import { fleetFactorTables, type StreetTraffic, streetEmissions } from './street-emissions';
import { wearPm10GKm } from './wear';

const tables = fleetFactorTables(MILAN_FLEET);
const only = (id: EmissionClass): Fleet => ({ ...MILAN_FLEET, car: { [id]: 1 } });
/** One street with cars on it. */
const street = (flow: number, lengthM: number, speedKmH: number): StreetTraffic => ({
  lengthM: Float64Array.of(lengthM),
  speedKmH: Float64Array.of(speedKmH),
  flowVehH: { car: Float64Array.of(flow) },
});

it('by hand: 1 000 Euro 5 diesels per hour on 500 m at 50 km/h', () => {
  const { noxGH, pm10GH, co2KgH } = streetEmissions(
    street(1000, 500, 50),
    fleetFactorTables(only('diesel-euro5')),
  );
  // 500 vehicle-km: 0.537 g of NOx each, 2.0 MJ of diesel at 74.1 g of CO2.
  expect(noxGH[0]).toBeCloseTo(500 * hotFactor(DIESEL_NOX.euro5, 50), 9);
  expect(noxGH[0]).toBeCloseTo(268.4, 0);
  // Exhaust and wear: 0.0107 · 0.6 · 1.293 + 0.0075 · 0.98 · 1.4 + 0.015 · 0.5 = 0.0260911 g/km.
  expect(pm10GH[0]).toBeCloseTo(500 * (hotFactor(DIESEL_PM.euro5, 50) + 0.02609106), 9);
  expect(co2KgH[0]).toBeCloseTo((500 * hotFactor(ENERGY.dieselEuro3On, 50) * 74.1) / 1000, 9);
});

it('wear by speed has its published values at the ends', () => {
  // Under 40 km/h: 0.0107·0.6·1.39 + 0.0075·0.98·1.67 + 0.0075.
  expect(wearPm10GKm('car', 0)).toBeCloseTo(0.0286983, 9);
  expect(wearPm10GKm('car', 120)).toBeCloseTo(0.01465059, 9);
  expect(wearPm10GKm('motorcycle', 30)).toBeCloseTo(0.0128918, 7);
  expect(wearPm10GKm('van', 30)).toBeGreaterThan(wearPm10GKm('car', 30));
});

it('all kinds and classes add up to what each would emit alone', () => {
  const kinds = ['car', 'van', 'motorcycle'] as const;
  const at = (speedKmH: number) =>
    streetEmissions(
      {
        lengthM: Float64Array.of(1000),
        speedKmH: Float64Array.of(speedKmH),
        flowVehH: { car: Float64Array.of(100), van: Float64Array.of(20), motorcycle: Float64Array.of(30) },
      },
      tables,
    );
  for (const v of [10, 17.3, 30, 49.9, 70, 130]) {
    let nox = 0;
    let co2 = 0;
    for (const [kind, flow] of [
      [kinds[0], 100],
      [kinds[1], 20],
      [kinds[2], 30],
    ] as const)
      for (const [id, share] of sharesOf(MILAN_FLEET, kind)) {
        const { noxGKm, co2: parts, understatedNox } = factorsOf(id);
        if (noxGKm) nox += flow * share * hotFactor(noxGKm, v) * (understatedNox ? 2.7 : 1);
        for (const { curve, co2GPerUnit } of parts) co2 += flow * share * hotFactor(curve, v) * co2GPerUnit;
      }
    // Between two rows of the table the factor is a straight line.
    expect(at(v).noxGH[0]! / nox).toBeCloseTo(1, 4);
    expect(at(v).co2KgH[0]! / (co2 / 1000)).toBeCloseTo(1, 4);
  }
});

describe('directions', () => {
  const totalAt = (v: number, fleet = tables) => streetEmissions(street(1000, 1000, v), fleet);

  it('slower than the optimum the fleet emits more of everything', () => {
    for (const [fast, slow] of [
      [50, 30],
      [32, 25],
      [30, 15],
    ] as const) {
      expect(totalAt(slow).noxGH[0]).toBeGreaterThan(totalAt(fast).noxGH[0]!);
      expect(totalAt(slow).pm10GH[0]).toBeGreaterThan(totalAt(fast).pm10GH[0]!);
      expect(totalAt(slow).co2KgH[0]).toBeGreaterThan(totalAt(fast).co2KgH[0]!);
    }
  });

  it('a ban of old diesels lowers NOx and exhaust particles, the more the fewer are derogated', () => {
    const nox = [1, 0.5, 0].map(
      (derogated) =>
        totalAt(
          30,
          fleetFactorTables(
            withBan(MILAN_FLEET, ['diesel-euro3', 'diesel-euro4', 'diesel-euro5'], derogated),
          ),
        ).noxGH[0]!,
    );
    expect(nox[0]).toBe(totalAt(30).noxGH[0]);
    expect(nox[1]).toBeLessThan(nox[0]!);
    expect(nox[2]).toBeLessThan(nox[1]!);
  });

  it('an electric fleet still wears tyres, brakes and road', () => {
    const { noxGH, pm10GH, co2KgH } = totalAt(30, fleetFactorTables(only('electric')));
    expect([noxGH[0], co2KgH[0]]).toEqual([0, 0]);
    expect(pm10GH[0]).toBeCloseTo(1000 * wearPm10GKm('car', 30), 9);
  });

  it('Euro 6 diesels are taken as they drive, about 0.5 g/km, and no other class is', () => {
    const factor = (id: EmissionClass, parameters = CENTRAL_EMISSION_PARAMETERS) =>
      streetEmissions(street(1, 1000, 50), fleetFactorTables(only(id), parameters)).noxGH[0]!;
    expect(factor('diesel-euro6')).toBeCloseTo(0.5, 2);
    const { low, high } = EMISSION_PARAMETERS.dieselEuro6NoxFactor;
    for (const dieselEuro6NoxFactor of [low, high]) {
      const parameters = { ...CENTRAL_EMISSION_PARAMETERS, dieselEuro6NoxFactor };
      expect(factor('diesel-euro6', parameters)).toBeCloseTo(
        dieselEuro6NoxFactor * hotFactor(DIESEL_NOX.euro6, 50),
        12,
      );
      expect(factor('diesel-euro5', parameters)).toBe(factor('diesel-euro5'));
    }
  });
});

it('takes a speed outside 10–130 km/h as the nearer end', () => {
  const traffic: StreetTraffic = {
    lengthM: Float64Array.of(100, 100, 100, 100, 100),
    speedKmH: Float64Array.of(0, 10, 4, 200, 130),
    flowVehH: { car: Float64Array.of(50, 50, 0, 50, 50) },
  };
  const { noxGH } = streetEmissions(traffic, tables);
  expect(noxGH[0]).toBe(noxGH[1]);
  expect(noxGH[2]).toBe(0);
  expect(noxGH[3]).toBe(noxGH[4]);
});

it('is 0 without flow, proportional to flow and length, and never NaN', () => {
  const some = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e4, noNaN: true }));
  fc.assert(
    fc.property(some, some, fc.double({ min: 0, max: 300, noNaN: true }), (flow, lengthM, v) => {
      const one = streetEmissions(street(flow, lengthM, v), tables);
      const two = streetEmissions(street(2 * flow, lengthM, v), tables);
      for (const key of ['noxGH', 'pm10GH', 'co2KgH'] as const) {
        expect(one[key][0]).toBeGreaterThanOrEqual(0);
        expect(two[key][0]).toBe(2 * one[key][0]!);
        if (flow === 0 || lengthM === 0) expect(one[key][0]).toBe(0);
      }
    }),
  );
});

it('refuses numbers that are none, naming the street and the field', () => {
  expect(() => streetEmissions(street(10, 100, Number.NaN), tables)).toThrow(
    'street 0: speed in km/h is NaN',
  );
  expect(() => streetEmissions(street(-1, 100, 30), tables)).toThrow('flow of kind "car"');
  expect(() => streetEmissions(street(1, Infinity, 30), tables)).toThrow('length in m is Infinity');
  expect(() => streetEmissions({ ...street(1, 1, 1), speedKmH: new Float64Array(2) }, tables)).toThrow(
    '2 values of speed in km/h for 1 streets',
  );
  expect(() => fleetFactorTables(MILAN_FLEET, { ...CENTRAL_EMISSION_PARAMETERS, wearFactor: -1 })).toThrow(
    'wearFactor is -1',
  );
});
