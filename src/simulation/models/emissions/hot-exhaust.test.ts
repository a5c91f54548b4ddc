// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import { annexRational, DIESEL_NOX, DIESEL_PM, ENERGY, PETROL_NOX, PETROL_PM } from './car-curves';
import { EMISSION_CLASS_IDS, factorsOf } from './fleet-factors';
import { type FactorCurve, hotFactor } from './hot-exhaust';

const CAR = { minKmH: 10, maxKmH: 130 } as const;
const curve = (...row: Parameters<typeof annexRational>[0]) => annexRational(row);

/** CO and HC of Euro 1–4, 1.4–2.0 l, which the product does not use: guidebook 2013 (September 2014), tables 3-41, 3-47. */
const CO_AND_HC_TO_EURO_4: Record<string, FactorCurve> = {
  'gasoline Euro_1 CO': curve(1.12e1, 1.29e-1, -1.02e-1, -9.47e-4, 6.77e-4, 0),
  'gasoline Euro_2 CO': curve(6.05e1, 3.5, 1.52e-1, -2.52e-2, -1.68e-4, 0),
  'gasoline Euro_3 CO': curve(7.17e1, 3.54e1, 1.14e1, -2.48e-1, 0, 0),
  'gasoline Euro_4 CO': curve(1.36e-1, -1.41e-2, -8.91e-4, 4.99e-5, 0, 0),
  'gasoline Euro_1 HC': curve(1.35, 1.78e-1, -6.77e-3, -1.27e-3, 0, 0),
  'gasoline Euro_2 HC': curve(4.11e6, 1.66e6, -1.45e4, -1.03e4, 0, 0),
  'gasoline Euro_3 HC': curve(5.57e-2, 3.65e-2, -1.1e-3, -1.88e-4, 1.25e-5, 0),
  'gasoline Euro_4 HC': curve(1.18e-2, 0, -3.47e-5, 0, 8.84e-7, 0),
  'diesel Euro_1 CO': curve(9.96e-1, 0, -1.88e-2, 0, 1.09e-4, 0),
  'diesel Euro_2 CO': curve(9e-1, 0, -1.74e-2, 0, 8.77e-5, 0),
  'diesel Euro_3 CO': curve(1.69e-1, 0, -2.92e-3, 0, 1.25e-5, 1.1),
  // 0.0175 + 86.42 / (1 + exp((V + 117.67) / 21.99))
  'diesel Euro_4 CO': {
    form: 'logistic',
    coefficients: [17.5e-3, 86.42, -117.67 / 21.99, 0, 1 / 21.99],
    ...CAR,
  },
  'diesel Euro_1 HC': curve(1.42e-1, 1.38e-2, -2.01e-3, -1.9e-5, 1.15e-5, 0),
  'diesel Euro_2 HC': curve(1.61e-1, 7.46e-2, -1.21e-3, -3.35e-4, 3.63e-6, 0),
  'diesel Euro_3 HC': curve(9.65e-2, 1.03e-1, -2.38e-4, -7.24e-5, 1.93e-6, 0),
  'diesel Euro_4 HC': curve(3.47e-2, 2.69e-2, -6.41e-4, 1.59e-3, 1.12e-5, 0),
};

/** NOx and PM, which the product uses, come from its own table. */
const PRODUCT: Record<string, FactorCurve> = {};
for (const euro of ['1', '2', '3', '4', '5', '6'] as const) {
  PRODUCT[`gasoline Euro_${euro} NOx`] = PETROL_NOX[`euro${euro}`];
  PRODUCT[`diesel Euro_${euro} NOx`] = DIESEL_NOX[`euro${euro}`];
  PRODUCT[`diesel Euro_${euro} PM`] = DIESEL_PM[`euro${euro}`];
}
Object.assign(PRODUCT, {
  'gasoline Euro_6c NOx': PETROL_NOX.euro6d,
  'diesel Euro_6c NOx': DIESEL_NOX.euro6d,
  'diesel Euro_6c PM': DIESEL_PM.euro6,
  'gasoline Euro_1 PM': PETROL_PM.euro1to2,
  'gasoline Euro_2 PM': PETROL_PM.euro1to2,
  'gasoline Euro_3 PM': PETROL_PM.euro3to4,
  'gasoline Euro_4 PM': PETROL_PM.euro3to4,
  'gasoline Euro_5 PM': PETROL_PM.euro5,
  'gasoline Euro_6 PM': PETROL_PM.euro6,
  'gasoline Euro_6c PM': PETROL_PM.euro6d,
});

/** A row of the annex as a curve. */
function annexCurve(fields: readonly string[]): FactorCurve {
  const [a, b, c, d, e, f] = fields.slice(5, 11).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const range = { minKmH: Number(fields[14]), maxKmH: Number(fields[15]), reduction: Number(fields[13]) };
  switch (fields[16]) {
    case 'Equation 1':
      return { ...annexRational([a, b, c, d, e, f], range), ...range };
    case 'Equation 6':
      return { form: 'logistic', coefficients: [a, b, c, d, e], ...range };
    case 'Equation 9':
      return { form: 'powers', coefficients: [a, b, c, d], ...range };
    case 'Equation 17':
      return { form: 'polynomial', coefficients: [a, b, c, d, e, f], ...range };
    default:
      throw new Error(`the annex has an equation this test does not know: ${fields[16]}`);
  }
}

describeShared('COPERT’s published factors of passenger cars of 1.4–2.0 l', () => {
  const rows = (file: string) =>
    readFileSync(sharedPath(`benchmarks/copert-pc/${file}`), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
  const annex = Object.fromEntries(
    rows('PC_parameter_euro5_6.csv')
      .filter((fields) => fields[1]?.includes('1.4 - 2.0'))
      .map((fields) => [
        `${fields[1]?.split(' ')[0]?.toLowerCase()} Euro_${fields[3]} ${fields[4]}`,
        annexCurve(fields),
      ]),
  );
  const expected = rows('copert_hot_ef_pc_1.4-2.0l.csv');

  it('are reproduced: 336 values within 1e-6', () => {
    expect(expected.length).toBe(336);
    const curves = { ...PRODUCT, ...CO_AND_HC_TO_EURO_4, ...annex };
    for (const [fuel, euro, pollutant, speed, value] of expected) {
      const name = `${fuel} ${euro} ${pollutant}`;
      const factor = hotFactor(curves[name]!, Number(speed));
      expect(Math.abs(factor / Number(value) - 1), `${name} at ${speed} km/h`).toBeLessThanOrEqual(1e-6);
    }
  });

  it('are what the product’s own table of NOx and PM gives: 168 values within 1e-6', () => {
    let compared = 0;
    for (const [fuel, euro, pollutant, speed, value] of expected) {
      if (pollutant !== 'NOx' && pollutant !== 'PM') continue;
      const name = `${fuel} ${euro} ${pollutant}`;
      const factor = hotFactor(PRODUCT[name]!, Number(speed));
      expect(Math.abs(factor / Number(value) - 1), `${name} at ${speed} km/h`).toBeLessThanOrEqual(1e-6);
      compared++;
    }
    expect(compared).toBe(168);
  });
});

it('slower than the optimum a Euro 5 diesel emits more NOx: 0.537 g/km at 50 km/h, 0.674 at 30', () => {
  expect(hotFactor(DIESEL_NOX.euro5, 50)).toBeCloseTo(0.537, 3);
  expect(hotFactor(DIESEL_NOX.euro5, 30)).toBeCloseTo(0.674, 3);
});

it('energy at 40 km/h is what the 2019 annex prints beside its coefficients', () => {
  const printed: [FactorCurve, number][] = [
    [ENERGY.petrolEuro0, 2.1642],
    [ENERGY.petrolEuro1, 2.0747],
    [ENERGY.petrolEuro2, 2.0353],
    [ENERGY.petrolEuro3, 2.1321],
    [ENERGY.petrolEuro4On, 2.1894],
    [ENERGY.dieselEuro0, 2.4562],
    [ENERGY.dieselEuro1, 2.0418],
    [ENERGY.dieselEuro2, 2.1542],
    [ENERGY.dieselEuro3On, 2.0884],
    [ENERGY.fullHybrid, 1.3563],
    [ENERGY.lpg, 2.2884],
    [ENERGY.cng, 2.6479],
  ];
  for (const [row, value] of printed) expect(hotFactor(row, 40)).toBeCloseTo(value, 4);
});

it('takes off the reduction, and counts a speed outside the range as its nearer end', () => {
  const row: FactorCurve = { form: 'rational', alpha: 1, beta: 2, gamma: 3, delta: 40, eta: 2, ...CAR };
  // (100 + 20 + 3 + 4) / 2
  expect(hotFactor(row, 10)).toBe(63.5);
  expect(hotFactor({ ...row, reduction: 0.25 }, 10)).toBe(63.5 * 0.75);
  expect(hotFactor(row, 0)).toBe(63.5);
  expect(hotFactor(row, 500)).toBe(hotFactor(row, 130));
});

it('no curve of the fleet has a pole or falls under zero anywhere between 0 and 150 km/h', () => {
  const wrong: string[] = [];
  for (const id of EMISSION_CLASS_IDS) {
    const { noxGKm, pmGKm, co2 } = factorsOf(id);
    for (const [row, most] of [
      [noxGKm, 6],
      [pmGKm, 0.5],
      ...co2.map((part) => [part.curve, 400] as const),
    ] as const) {
      if (!row) continue;
      for (let v = 0; v <= 150; v += 0.5) {
        const factor = hotFactor(row, v);
        if (!(factor >= 0 && factor < most)) wrong.push(`${id} at ${v} km/h: ${factor}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
