// SPDX-License-Identifier: EUPL-1.2
/** Which districts need most, by indicators and weights that whoever asks chooses. */
import { seeded } from '../city/seeded';
import { INTERVAL_LEVEL } from '../impact/estimate';
import {
  formOf,
  INDICATOR_IDS,
  type IndicatorCity,
  type IndicatorFigures,
  type IndicatorId,
  indicatorFigures,
} from './models/need/indicators';
import { type Indicator, NeedError, needIndex, principalWeights, rankRange } from './models/need/need-index';
import { OLDEST, personsAged } from './models/people/persons';
import type { NeedAnswer, NeedWish } from './people-protocol';
import { toldColumn } from './told-column';
import { ToldIndicators } from './told-indicators';

/** A district of fewer residents has no index: one family more or less would change its rank. An assumption. */
export const FEWEST_RESIDENTS = 500;
/** Draws of weights and data about their central values. */
const RANK_DRAWS = 500;
/**
 * Errors are drawn evenly: to have the standard deviation σ of a normal error, of whose 80 % interval the half is
 * 1.2816 σ, an even one reaches √3 σ to either side.
 */
const REACH_OF_HALF = Math.sqrt(3) / 1.2816;
/** An error is a share below 1. */
const MOST_ERROR = 0.95;

/** The city, with the ids of its districts (ID_NIL). */
export type NeedCity = IndicatorCity & { readonly districts: readonly number[] };

/**
 * The index of a year from the medians of the draws. An indicator that is the same everywhere, or known of fewer than
 * two districts (the growth to the register's own year; services that the city has none of), says nothing of who
 * needs more: it is told, and counts nothing. No index have districts of which nothing is told, or more than half of
 * the weight is not, or that have fewer than {@link FEWEST_RESIDENTS}. What beside the population would tell of few
 * persons ({@link ToldIndicators}) is not told, and counts nothing there.
 * @throws NeedError: an indicator that is none or named twice, weights that cannot be, no indicator that says anything;
 * ForecastRangeError: a year that is not forecast.
 */
export function needAnswer(city: NeedCity, year: number, wish: NeedWish): NeedAnswer {
  const isCounted = enoughResidents(city, year);
  const told = new ToldIndicators(city, year);
  const asked = checked(wish).map(({ id, weight }) => {
    const figures = indicatorFigures(city, year, id);
    const all = toldColumn(figures.draws);
    const values = toldColumn(figures.draws, told.told(id, all.value));
    return { id, weight, figures, values, indicator: indicatorOf(id, figures, values.value, isCounted) };
  });
  const counting = asked.filter(({ indicator }) => saysSomething(indicator));
  const indicators = counting.map(({ indicator }) => indicator);
  const weights = counting.map(({ weight }) => weight);
  const { index, contributions, ranks } = needIndex(indicators, weights, wish.normalisation);
  const range = rankRange(indicators, weights, wish.normalisation, {
    draws: RANK_DRAWS,
    random: seeded(`need/${year}`),
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const principal = principalOf(indicators);
  return {
    kind: 'need',
    year,
    districts: city.districts,
    indicators: asked.map(({ id, weight, figures, values }) => {
      const at = counting.findIndex((one) => one.id === id);
      const { unit, moreIsNeed, source } = formOf(id);
      const contribution = Float32Array.from(contributions[at] ?? new Float64Array(values.value.length));
      return {
        id,
        unit,
        source,
        year: figures.year,
        moreIsNeed,
        values,
        weight: at < 0 ? 0 : weight / whole,
        principalWeight: at < 0 || !principal ? 0 : (principal.weights[at] as number),
        contribution,
        lowContribution: contribution.map((part, row) =>
          Math.min(part, range.lowContributions[at]?.[row] ?? 0),
        ),
        highContribution: contribution.map((part, row) =>
          Math.max(part, range.highContributions[at]?.[row] ?? 0),
        ),
      };
    }),
    principalExplains: principal?.explained ?? null,
    index: Float32Array.from(index),
    // Extremes move inwards in most draws: wider than the draws, never without its own figure; so are the parts.
    lowIndex: Float32Array.from(range.lowIndex, (low, row) => Math.min(low, index[row] as number)),
    highIndex: Float32Array.from(range.highIndex, (high, row) => Math.max(high, index[row] as number)),
    ranks,
    lowRank: range.low,
    highRank: range.high,
    inWorstFifth: Float32Array.from(range.inWorstFifth, (share, row) =>
      ranks[row] === 0 ? Number.NaN : share,
    ),
  };
}

/** @throws NeedError */
function checked({ indicators }: NeedWish): { id: IndicatorId; weight: number }[] {
  return indicators.map(({ id, weight }, i) => {
    const known = INDICATOR_IDS.find((one) => one === id);
    if (!known) throw new NeedError(id, `is no indicator: ${INDICATOR_IDS.join(', ')}`);
    if (indicators.findIndex((one) => one.id === id) < i) throw new NeedError(id, 'is named twice');
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new NeedError(id, `its weight is ${weight}`);
    return { id: known, weight };
  });
}

/** By district: 1 where enough live there in the median draw. */
function enoughResidents({ forecast }: NeedCity, year: number): Uint8Array {
  const draws = Array.from({ length: forecast.draws }, (_, draw) =>
    personsAged(forecast, { draw, year, from: 0, to: OLDEST }),
  );
  return Uint8Array.from(toldColumn(draws).value, (persons) => (persons >= FEWEST_RESIDENTS ? 1 : 0));
}

function indicatorOf(
  id: IndicatorId,
  { draws }: IndicatorFigures,
  median: Float32Array,
  isCounted: Uint8Array,
): Indicator {
  const counted = (column: ArrayLike<number>) =>
    Float64Array.from(isCounted, (yes, row) => (yes === 1 ? (column[row] as number) : Number.NaN));
  return {
    id,
    values: counted(median),
    moreIsNeed: formOf(id).moreIsNeed,
    error: errorOf(draws.map(counted)),
  };
}

/**
 * How far an indicator may be off in one district beside the others, as a share, drawn evenly ({@link REACH_OF_HALF}):
 * from half of the interval of its ratio to the mean of all districts in the same draw, the median over districts. What
 * moves all of them alike (how many hours somebody in need is given) changes no rank.
 */
export function errorOf(draws: readonly Float64Array[]): number {
  const ratios = draws.map((draw) => {
    const known = draw.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    return draw.map((value) => (mean === 0 ? Number.NaN : value / mean));
  });
  const halves: number[] = [];
  for (let row = 0; row < (draws[0]?.length ?? 0); row++) {
    const sorted = Float64Array.from(ratios, (ratio) => ratio[row] as number).sort();
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
    const half = (at((1 + INTERVAL_LEVEL) / 2) - at((1 - INTERVAL_LEVEL) / 2)) / 2 / Math.abs(at(0.5));
    if (Number.isFinite(half)) halves.push(half);
  }
  const sorted = halves.sort((a, b) => a - b);
  return Math.min(MOST_ERROR, REACH_OF_HALF * (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0));
}

function saysSomething({ values }: Indicator): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length >= 2 && known.some((value) => value !== known[0]);
}

/** What the indicators have in common; null where it cannot be told. */
function principalOf(indicators: readonly Indicator[]): ReturnType<typeof principalWeights> | null {
  try {
    return principalWeights(indicators);
  } catch (error) {
    if (error instanceof NeedError) return null;
    throw error;
  }
}
