// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALIBRATED, CALIBRATED_DRAWS } from './charge-calibrated';
import { type AreaCharge, type ChargeSegment, departureWeights, isCharged, respond } from './charge-response';
import { areaCCharge, segmentsOf } from './charge-segments';
import { normalQuantile, valuesOfTime } from './charge-value-of-time';
import { HALF_HOURS } from './departure-choice';

const day = (at: (h: number) => number) => Float64Array.from({ length: HALF_HOURS }, (_, h) => at(h));
const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
const inHours = (charge: AreaCharge, values: Float64Array) =>
  values.reduce((all, value, h) => all + (isCharged(charge, h) ? value : 0), 0);

/** Two peaks on a day that is never empty. */
const PROFILE = day(
  (h) => 400 + 5000 * Math.exp(-((h - 17) ** 2) / 18) + 4500 * Math.exp(-((h - 36) ** 2) / 40),
);
const everyone = (more: Partial<ChargeSegment> = {}): ChargeSegment => ({
  id: 'all',
  share: day(() => 1),
  medianEurH: 10,
  sigma: 0,
  driveShare: 0.5,
  ...more,
});
const PARAMETERS = { thetaPerMin: 0.04, nest: 0.6, morningSchedule: 1, eveningSchedule: 0.5 };
const charge = (eur: number, fromMin = 450, toMin = 1170): AreaCharge => ({
  fromMin,
  toMin,
  priceEur: { all: eur },
});

describe('response to a charge', () => {
  it('gives the profile back bit for bit without a charge', () => {
    const draw = { ...CALIBRATED };
    for (const free of [areaCCharge(draw, 0), { ...areaCCharge(draw, 5), toMin: 450 }])
      expect(respond(PROFILE, segmentsOf(draw), free, draw).total).toEqual(PROFILE);
  });

  it('and does not jump there: a price of next to nothing changes next to nothing', () => {
    const { total } = respond(PROFILE, [everyone()], charge(1e-9), PARAMETERS);
    total.forEach((entries, h) => {
      expect(Math.abs(entries / (PROFILE[h] as number) - 1)).toBeLessThan(1e-9);
    });
  });

  it('to a charge all day is the small logit, by hand', () => {
    // €5 at 10 €/h are 30 minutes: e^(−0.04·30) = 0.3012; 0.3012 / (0.5 + 0.5·0.3012) = 0.46296.
    const { total, surplusEur } = respond(PROFILE, [everyone()], charge(5, 0, 1440), PARAMETERS);
    const odds = Math.exp(-1.2);
    expect(odds / (0.5 + 0.5 * odds)).toBeCloseTo(0.46296, 4);
    total.forEach((entries, h) => {
      expect(entries / (PROFILE[h] as number)).toBeCloseTo(odds / (0.5 + 0.5 * odds), 10);
    });
    // ln(0.5 + 0.5·0.3012) / 0.04 = −10.738 minutes of 10 €/h for each of twice as many as drove.
    expect(surplusEur[0]).toBeCloseTo(2 * sum(PROFILE) * ((Math.log(0.5 + 0.5 * odds) / 0.04 / 60) * 10), 6);
  });

  it('loses surplus by the rule of a half, where the charge is small', () => {
    const small = charge(0.1, 0, 1440);
    const { total, surplusEur } = respond(PROFILE, [everyone({ sigma: 0.7 })], small, PARAMETERS);
    const half = (-0.1 * (sum(PROFILE) + sum(total))) / 2;
    expect(Math.abs((surplusEur[0] as number) / half - 1)).toBeLessThan(0.001);
  });

  it('moves trips to just before and just after, and most to where it is nearest', () => {
    const { total } = respond(PROFILE, [everyone()], charge(5), PARAMETERS);
    const change = total.map((entries, h) => entries - (PROFILE[h] as number));
    for (let h = 0; h < HALF_HOURS; h++)
      expect(Math.sign(change[h] as number)).toBe(isCharged(charge(5), h) ? -1 : 1);
    expect(change[14]).toBeGreaterThan(change[13] as number);
    expect(change[39]).toBeGreaterThan(change[40] as number);
  });

  it('never lets more in for a higher price, and keeps segments that do not pay', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.nat(63),
        (price, more, index) => {
          const draw = CALIBRATED_DRAWS[index]!;
          const at = (eur: number) => {
            const asked = areaCCharge(draw, eur);
            const answer = respond(PROFILE, segmentsOf(draw), asked, draw);
            return { ...answer, charged: inHours(asked, answer.total) };
          };
          const [low, high] = [at(price), at(price + more)];
          expect(high.charged).toBeLessThan(low.charged);
          expect(sum(high.total)).toBeLessThan(sum(low.total));
          expect(high.bySegment[3]).toEqual(low.bySegment[3]);
          const together = high.bySegment.reduce((all, entries) => all + sum(entries), 0);
          expect(together).toBeCloseTo(sum(high.total), 6);
        },
      ),
      { numRuns: 40 },
    ));

  it('weakens with every further euro where values of time differ', () => {
    const left = (sigma: number, eur: number) => {
      const asked = charge(eur, 0, 1440);
      return Math.log(
        sum(respond(PROFILE, [everyone({ sigma, driveShare: 0.01 })], asked, PARAMETERS).total),
      );
    };
    const bend = (sigma: number) => left(sigma, 10) - left(sigma, 5) - (left(sigma, 5) - left(sigma, 0));
    expect(Math.abs(bend(0))).toBeLessThan(0.02);
    expect(bend(1)).toBeGreaterThan(0.2);
  });

  it('stands any price that is allowed, also with nobody about', () => {
    for (const eur of [1e-12, 1000]) {
      const { total } = respond(PROFILE, [everyone({ sigma: 1 })], charge(eur, 0, 1440), PARAMETERS);
      expect(total.every((entries) => Number.isFinite(entries) && entries >= 0)).toBe(true);
    }
    const empty = respond(
      day(() => 0),
      [everyone()],
      charge(5),
      PARAMETERS,
    );
    expect(empty.total).toEqual(day(() => 0));
  });

  it('takes weights made once for many profiles', () => {
    const weights = departureWeights(PARAMETERS);
    expect(respond(PROFILE, [everyone()], charge(5), PARAMETERS, weights)).toEqual(
      respond(PROFILE, [everyone()], charge(5), PARAMETERS),
    );
  });

  it.each([
    [{ price: -5 }, 'price of all: -5 € is not 0 to 1000 €'],
    [{ price: 1e9 }, 'price of all: 1000000000 € is not 0 to 1000 €'],
    [{ from: 1170, to: 450 }, 'hours of the charge: from minute 1170 until 450: they cross midnight'],
    [{ from: 455 }, 'hours of the charge: 455 minutes is no whole half-hour of a day'],
    [{ share: 0.9 }, 'half-hour 0: shares of the segments make 0.9, not 1'],
    [{ driveShare: 1 }, 'segment all: drive share is 1, not between 0 and 1'],
    [{ medianEurH: 0 }, 'segment all: value of time 0 €/h, sigma 0'],
    [{ entries: Number.NaN }, 'profile, half-hour 0: entries are NaN'],
    [{ nest: 0 }, 'parameters: theta 0.04 per minute, nest 0'],
  ])('refuses %o', (fault, message) => {
    const {
      price = 5,
      from = 450,
      to = 1170,
      share = 1,
      entries,
      nest = 0.6,
      ...segment
    } = fault as Record<string, number>;
    const profile = entries === undefined ? PROFILE : day(() => entries);
    const segments = [everyone({ share: day(() => share), ...segment })];
    expect(() => respond(profile, segments, charge(price, from, to), { ...PARAMETERS, nest })).toThrow(
      message,
    );
  });
});

describe('who enters Area C', () => {
  it.each([CALIBRATED, ...CALIBRATED_DRAWS.slice(0, 8)])('shares make 1 in every half-hour', (draw) => {
    const segments = segmentsOf(draw);
    for (let h = 0; h < HALF_HOURS; h++) {
      const shares = segments.map(({ share }) => share[h] as number);
      expect(shares.every((share) => share >= 0)).toBe(true);
      expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    }
  });

  it('private cars are fewest at ten', () => {
    const [own] = segmentsOf(CALIBRATED);
    expect([own?.share[10], own?.share[20], own?.share[45]]).toEqual([
      CALIBRATED.privateMorning,
      CALIBRATED.privateMidday,
      CALIBRATED.privateEvening,
    ]);
  });
});

describe('values of time', () => {
  it('are quantiles of the normal distribution (tables)', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8);
    expect(normalQuantile(0.01)).toBeCloseTo(-2.326347874, 8);
    expect(() => normalQuantile(0)).toThrow(RangeError);
  });

  it('lie about the median, evenly in logarithms', () => {
    const points = valuesOfTime(10, 0.5, 9);
    expect(points[4]).toBe(10);
    expect((points[0] as number) * (points[8] as number)).toBeCloseTo(100, 9);
    expect(points[8]).toBeCloseTo(10 * Math.exp(0.5 * 1.593218818), 6);
  });
});
