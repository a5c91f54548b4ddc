// SPDX-License-Identifier: EUPL-1.2
/** What the model of January–June 2012 says of three later changes that it has not seen. Pure. */
import { exp } from '../../../../city/exact-math';
import { seeded } from '../../../../city/seeded';
import { type ChargeResponse, respond } from '../../demand/charge-response';
import { areaCCharge, type ChargeDraw, segmentsOf } from '../../demand/charge-segments';
import { HALF_HOURS } from '../../demand/departure-choice';
import { drawnCoefficients, normal, PRICE_2012_EUR } from './calibration';
import type { EntryDay } from './entries';
import { type Season, seasonFactor } from './season';
import { CHARGED_FROM, CHARGED_UNTIL, daysOf, meanProfile, sumOf } from './windows';

/** What else than the response is uncertain, and its range; drawn uniformly. Assumptions where no source is named. */
export const OUTSIDE_FACTS = {
  /** Consumer prices (FOI) of 2017 and of 2023 over 2012's; from memory. */
  prices2017: [1.03, 1.05],
  prices2023: [1.17, 1.23],
  /** Of entries in charged hours of 2016: LPG, CNG and bi-fuel that are no taxis (9 % in the wider Area B in 2024). */
  lpgShare: [0.07, 0.19],
  /** Of the same: diesel Euro 4, and how many of them stop coming, others having changed their vehicle. */
  dieselEuro4Share: [0.03, 0.08],
  dieselEuro4Stop: [0.2, 0.6],
  /** Change of traffic from one year to the next by itself. */
  trend2017: [-0.02, 0.02],
  /** Of entries in charged hours of October 2023, those that pay (49 % in 2012). */
  payingShare2023: [0.42, 0.56],
} as const satisfies Record<string, readonly [number, number]>;
type OutsideFacts = Record<keyof typeof OUTSIDE_FACTS, number>;

/** Of 139,000 entries a day in October 2023, about 80,000 in charged hours (Comune, by Affaritaliani, December 2023). */
const CHARGED_PART_2023 = 80 / 139;
const PRICE_2023_EUR = 7.5;

/** All that a prediction hangs on, in the middle or drawn. */
export interface Circumstances {
  readonly draw: ChargeDraw;
  readonly season: Float64Array;
  readonly facts: OutsideFacts;
  /** Logarithms of what weeks differ by of themselves: between two Septembers' fortnights, two months. */
  readonly fortnights: number;
  readonly months: number;
}

export interface PredictedChange {
  readonly suspension: number;
  readonly lpgAndDiesel2017: number;
  readonly price2023: number;
  /** Entries by half-hour after the charge came back in September 2012. */
  readonly reactivated: Float64Array;
}

/** One draw of everything. `index` seeds it. */
export function drawnCircumstances(draw: ChargeDraw, season: Season, index: number): Circumstances {
  const random = seeded(`area-c-prediction-${index}`);
  const facts = mapFacts(([low, high]) => low + (high - low) * random());
  return {
    draw,
    season: drawnCoefficients(season, random),
    facts,
    fortnights: season.weekSpread * Math.sqrt(1 / 2 + 1 / 2) * normal(random),
    months: season.weekSpread * Math.sqrt(1 / 4 + 1 / 4) * normal(random),
  };
}

function mapFacts(choose: (range: readonly [number, number]) => number): OutsideFacts {
  return Object.fromEntries(
    Object.entries(OUTSIDE_FACTS).map(([fact, range]) => [fact, choose(range)]),
  ) as OutsideFacts;
}

/** The three changes as parts of 1 (−0.07 is −7 %), each in the measure in which it was published. */
export function predict(days: readonly EntryDay[], circumstances: Circumstances): PredictedChange {
  const before = meanProfile(daysOf(days, 'before'));
  const suspended = meanProfile(daysOf(days, 'suspended'));
  const reactivated = predictReactivated(days, suspended, circumstances);
  return {
    reactivated,
    suspension: sumOf(reactivated) / sumOf(suspended) - 1,
    lpgAndDiesel2017: predict2017(before, circumstances),
    price2023: predict2023(days, before, circumstances),
  };
}

/**
 * The suspended fortnight is the pivot; each day of the reactivated one has its own hours of charge (until
 * 18:00 on Thursdays since then), and charged hours the season's factor.
 */
function predictReactivated(
  days: readonly EntryDay[],
  suspended: Float64Array,
  { draw, season, fortnights }: Circumstances,
): Float64Array {
  const after = daysOf(days, 'reactivated');
  const factor = seasonFactor(season, daysOf(days, 'suspended'), after) * exp(fortnights);
  const mean = new Float64Array(HALF_HOURS);
  for (const { charged } of after) {
    const { total } = at(
      suspended,
      draw,
      PRICE_2012_EUR,
      charged.indexOf(1) * 30,
      (charged.lastIndexOf(1) + 1) * 30,
    );
    for (let h = 0; h < HALF_HOURS; h++)
      mean[h] =
        (mean[h] as number) +
        ((total[h] as number) * (h >= CHARGED_FROM && h < CHARGED_UNTIL ? factor : 1)) / after.length;
  }
  return mean;
}

/** All vehicles, charged hours: LPG and CNG begin to pay the full price, diesel Euro 4 must stay out. */
function predict2017(before: Float64Array, { draw, facts }: Circumstances): number {
  const answer = at(before, draw, PRICE_2012_EUR / facts.prices2017);
  const segments = segmentsOf(draw);
  // Their owners are like all that are not exempt: private, commercial and residents.
  const [was, is] = [0, 1, 2].reduce<[number, number]>(
    ([sumWas, sumIs], k) => [
      sumWas + sumOf(before.map((entries, h) => entries * (segments[k]?.share[h] as number))),
      sumIs + sumOf(answer.bySegment[k] as Float64Array),
    ],
    [0, 0],
  );
  const left = (facts.lpgShare * (was - is)) / was + facts.dieselEuro4Share * facts.dieselEuro4Stop;
  return (1 + facts.trend2017) * (1 - left) - 1;
}

/**
 * All vehicles, 24 hours: prices in euros of 2012. The change in charged hours is of those who pay; what moves
 * out of them stays in the day's total. From October to November traffic changes as it did in 2012.
 */
function predict2023(
  days: readonly EntryDay[],
  before: Float64Array,
  { draw, facts, months }: Circumstances,
): number {
  const [old, now] = [PRICE_2012_EUR, PRICE_2023_EUR].map((price) =>
    at(before, draw, price / facts.prices2023),
  ) as [ChargeResponse, ChargeResponse];
  const paying = sumOf(old.bySegment[0] as Float64Array) + sumOf(old.bySegment[1] as Float64Array);
  const day = sumOf(now.total, 0, HALF_HOURS) - sumOf(old.total, 0, HALF_HOURS);
  const change = (day / paying) * facts.payingShare2023 * CHARGED_PART_2023;
  const [october, november] = (['october', 'november'] as const).map((name) =>
    sumOf(meanProfile(daysOf(days, name)), 0, HALF_HOURS),
  ) as [number, number];
  return ((1 + change) * november * exp(months)) / october - 1;
}

const at = (profile: Float64Array, draw: ChargeDraw, priceEur: number, fromMin?: number, toMin?: number) =>
  respond(profile, segmentsOf(draw), areaCCharge(draw, priceEur, fromMin, toMin), draw);
