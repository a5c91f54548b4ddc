// SPDX-License-Identifier: EUPL-1.2
/**
 * Which neighbourhoods need most: indicators made alike, weighted and added up in the open (OECD and JRC 2008,
 * "Handbook on Constructing Composite Indicators"), and how far the order holds where weights and data are not
 * exact (Saisana, Saltelli and Tarantola 2005, J. R. Statist. Soc. A 168). Pure.
 */

/** Indicators that no index can be told from. */
export class NeedError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'NeedError';
  }
}

export interface Indicator {
  readonly id: string;
  /** By area; NaN: nothing is told of it. */
  readonly values: Float64Array;
  /** Whether more of it is more need, or less. */
  readonly moreIsNeed: boolean;
  /** How far a value may be off either way, as a share of it. */
  readonly error: number;
}

/** How indicators are made alike: by their standard deviation about the mean, or from the least to the most. */
export type Normalisation = 'z-score' | 'min-max';

export interface NeedIndex {
  /** By area; more is more need. NaN: less than half of the weight is known of it. */
  readonly index: Float64Array;
  /** By indicator, by area: what of the index comes from it; they add up to the index. NaN as the values are. */
  readonly contributions: readonly Float64Array[];
  /** By area: 1 for the most need; areas alike share the better rank. 0: no index. */
  readonly ranks: Int32Array;
}

/** So much of the weight must be known of an area that it has an index. */
const LEAST_KNOWN = 0.5;

/**
 * @param weights by indicator, at least nought, not all nought; only how they compare counts.
 * @throws NeedError: no indicators, columns of other lengths, weights that cannot be, an indicator that is the
 * same everywhere or known of fewer than two areas.
 */
export function needIndex(
  indicators: readonly Indicator[],
  weights: readonly number[],
  normalisation: Normalisation,
): NeedIndex {
  check(indicators, weights);
  return weighted(indicators, weights, normalisation, isKnownOf(indicators, weights));
}

/**
 * Weights by what the indicators have in common: the squared loadings of the first principal component of their
 * correlations (Nicoletti, Scarpetta and Boylaud 2000), which add up to 1. Over areas of which all is known.
 * @returns explained: the share of all variance that this component has.
 * @throws NeedError as {@link needIndex}; fewer than three areas of which all is known.
 */
export function principalWeights(indicators: readonly Indicator[]): {
  readonly weights: number[];
  readonly explained: number;
} {
  const areas = check(
    indicators,
    indicators.map(() => 1),
  );
  const known = Array.from({ length: areas }, (_, area) => area).filter((area) =>
    indicators.every(({ values }) => !Number.isNaN(values[area])),
  );
  if (known.length < 3) throw new NeedError('indicators', `all is known of ${known.length} areas`);
  const complete = indicators.map((indicator) => ({
    ...indicator,
    values: Float64Array.from(known, (area) => indicator.values[area] as number),
  }));
  check(
    complete,
    indicators.map(() => 1),
  );
  const alike = complete.map((indicator) => normalised(indicator, 'z-score'));
  const correlation = alike.map((a) =>
    alike.map((b) => a.reduce((sum, one, i) => sum + one * (b[i] as number), 0) / known.length),
  );
  const loading = firstComponent(correlation);
  const weights = loading.map((one) => one * one);
  const along = correlation.map((row) => row.reduce((sum, one, i) => sum + one * (loading[i] as number), 0));
  const variance = along.reduce((sum, one, i) => sum + one * (loading[i] as number), 0);
  return { weights, explained: variance / indicators.length };
}

export interface RankRange {
  /** By area: ranks that 80 % of the draws lie between, and their median; 0: no index. */
  readonly low: Int32Array;
  readonly median: Int32Array;
  readonly high: Int32Array;
  /** By area: what 80 % of the draws of the index lie between; NaN: no index. */
  readonly lowIndex: Float64Array;
  readonly highIndex: Float64Array;
  /** By indicator, by area: what 80 % of the draws of its contribution lie between; NaN as the values are. */
  readonly lowContributions: readonly Float64Array[];
  readonly highContributions: readonly Float64Array[];
  /** By area: share of the draws in which it is among the fifth with the most need. */
  readonly inWorstFifth: Float64Array;
}

/** Weights are drawn from so much below to so much above. */
export const WEIGHT_ERROR = 0.2;

/**
 * How far ranks move where weights are off by up to {@link WEIGHT_ERROR} and each value by up to its indicator's
 * error, all evenly and apart.
 * @throws NeedError as {@link needIndex}.
 */
export function rankRange(
  indicators: readonly Indicator[],
  weights: readonly number[],
  normalisation: Normalisation,
  { draws, random }: { readonly draws: number; readonly random: () => number },
): RankRange {
  const areas = check(indicators, weights);
  const aside = (most: number) => 1 + most * (2 * random() - 1);
  const seen = Array.from({ length: areas }, () => new Int32Array(draws));
  const indices = Array.from({ length: areas }, () => new Float64Array(draws));
  const parts = indicators.map(() => Array.from({ length: areas }, () => new Float64Array(draws)));
  const worst = new Float64Array(areas);
  // Decided once: which areas have an index is no matter of chance.
  const isKnown = isKnownOf(indicators, weights);
  for (let draw = 0; draw < draws; draw++) {
    const drawn = indicators.map((indicator) => ({
      ...indicator,
      values: indicator.values.map((value) => value * aside(indicator.error)),
    }));
    const { index, contributions, ranks } = weighted(
      drawn,
      weights.map((weight) => weight * aside(WEIGHT_ERROR)),
      normalisation,
      isKnown,
    );
    const fifth = ranks.filter((rank) => rank > 0).length / 5;
    ranks.forEach((rank, area) => {
      (seen[area] as Int32Array)[draw] = rank;
      (indices[area] as Float64Array)[draw] = index[area] as number;
      if (rank > 0 && rank <= fifth) worst[area] = (worst[area] as number) + 1 / draws;
    });
    contributions.forEach((ofAreas, i) => {
      ofAreas.forEach((part, area) => {
        (parts[i]?.[area] as Float64Array)[draw] = part;
      });
    });
  }
  const at = (share: number) =>
    Int32Array.from(seen, (ranks) => ranks.toSorted()[Math.round(share * (draws - 1))] as number);
  const among = (ofAreas: readonly Float64Array[], share: number) =>
    Float64Array.from(ofAreas, (drawn) => drawn.toSorted()[Math.round(share * (draws - 1))] as number);
  return {
    low: at(0.1),
    median: at(0.5),
    high: at(0.9),
    lowIndex: among(indices, 0.1),
    highIndex: among(indices, 0.9),
    lowContributions: parts.map((ofAreas) => among(ofAreas, 0.1)),
    highContributions: parts.map((ofAreas) => among(ofAreas, 0.9)),
    inWorstFifth: worst,
  };
}

/** By area: whether enough of the weight is known of it. */
function isKnownOf(indicators: readonly Indicator[], weights: readonly number[]): Uint8Array {
  const share = shares(weights);
  return Uint8Array.from(indicators[0]?.values ?? [], (_, area) => {
    const known = indicators.reduce(
      (sum, { values }, i) => (Number.isNaN(values[area]) ? sum : sum + (share[i] as number)),
      0,
    );
    // Shares of a whole may add up to a little less.
    return known >= LEAST_KNOWN - 1e-9 ? 1 : 0;
  });
}

function weighted(
  indicators: readonly Indicator[],
  weights: readonly number[],
  normalisation: Normalisation,
  isKnown: Uint8Array,
): NeedIndex {
  const alike = indicators.map((indicator) => normalised(indicator, normalisation));
  const share = shares(weights);
  const known = Float64Array.from(isKnown, (_, area) =>
    alike.reduce((sum, one, i) => (Number.isNaN(one[area]) ? sum : sum + (share[i] as number)), 0),
  );
  const contributions = alike.map((one, i) =>
    one.map((value, area) => ((share[i] as number) * value) / (known[area] as number)),
  );
  const index = Float64Array.from(isKnown, (enough, area) =>
    enough === 1
      ? contributions.reduce((sum, one) => (Number.isNaN(one[area]) ? sum : sum + (one[area] as number)), 0)
      : Number.NaN,
  );
  const ranks = Int32Array.from(index, (one) =>
    Number.isNaN(one) ? 0 : 1 + index.reduce((above, other) => (other > one ? above + 1 : above), 0),
  );
  return { index, contributions, ranks };
}

/** More is more need, whatever it was. */
function normalised({ values, moreIsNeed }: Indicator, how: Normalisation): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const sign = moreIsNeed ? 1 : -1;
  if (how === 'min-max') {
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return values.map((value) => (moreIsNeed ? value - least : most - value) / (most - least));
  }
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  return values.map((value) => (sign * (value - mean)) / deviation);
}

function shares(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

/** Steps in which the others fade: of a second component nearly as large little is left after these. */
const POWER_STEPS = 2000;

/** The direction of the largest variance, of length 1, by multiplying it with the matrix over and over. */
function firstComponent(matrix: readonly (readonly number[])[]): number[] {
  // No even start, which a component might lie across.
  let direction = matrix.map((_, i) => 1 + i / (10 * matrix.length));
  for (let step = 0; step < POWER_STEPS; step++) {
    const next = matrix.map((row) => row.reduce((sum, one, i) => sum + one * (direction[i] as number), 0));
    const length = Math.sqrt(next.reduce((sum, one) => sum + one * one, 0));
    direction = next.map((one) => one / length);
  }
  return direction;
}

function check(indicators: readonly Indicator[], weights: readonly number[]): number {
  const areas = indicators[0]?.values.length ?? 0;
  if (areas === 0) throw new NeedError('indicators', 'there are none');
  if (weights.length !== indicators.length)
    throw new NeedError('weights', `${weights.length} for ${indicators.length} indicators`);
  for (const { id, values, error } of indicators) {
    if (values.length !== areas) throw new NeedError(id, `${values.length} areas, others have ${areas}`);
    if (!(error >= 0 && error < 1)) throw new NeedError(id, `its error is ${error}`);
    if (values.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY))
      throw new NeedError(id, 'a value is infinite');
    const known = values.filter((value) => !Number.isNaN(value));
    if (known.length < 2) throw new NeedError(id, `is known of ${known.length} areas`);
    if (known.every((value) => value === known[0])) throw new NeedError(id, 'is the same everywhere');
  }
  weights.forEach((weight, i) => {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new NeedError(indicators[i]?.id as string, `its weight is ${weight}`);
  });
  if (weights.every((weight) => weight === 0)) throw new NeedError('weights', 'are all nought');
  return areas;
}
