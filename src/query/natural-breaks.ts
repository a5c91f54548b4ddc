// SPDX-License-Identifier: EUPL-1.2
/**
 * Natural breaks of numbers: the classes with the least sum of squared deviations from their means, exactly
 * (W. D. Fisher, On grouping for maximum homogeneity, JASA 53, 1958; Jenks 1977 for maps). The table of the
 * best starts is monotonic, so each row of it is filled by halves in O(n log n).
 */

/** More distinct values than this are represented by so many of them, at even ranks. */
export const MOST_DISTINCT = 4000;

/**
 * Where each class but the first begins.
 * @param sorted ascending numbers, no NaN
 * @param classes how many are wanted; fewer come where there are fewer distinct values
 * @returns ascending places in `sorted`, each the first of its class; the classes are exact up to
 *   {@link MOST_DISTINCT} distinct values, beyond that those of a sample at even ranks
 */
export function naturalStarts(sorted: Float64Array, classes: number): number[] {
  const { values, weights, firsts } = distinct(sorted);
  if (values.length <= classes) return firsts.slice(1);
  if (values.length <= MOST_DISTINCT)
    return bestStarts(values, weights, classes).map((at) => firsts[at] as number);
  const sample = Float64Array.from({ length: MOST_DISTINCT }, (_, i) => {
    return sorted[Math.round((i * (sorted.length - 1)) / (MOST_DISTINCT - 1))] as number;
  });
  const few = distinct(sample);
  const starts = bestStarts(few.values, few.weights, classes);
  // Between two values of the sample the cut goes where it is as far from the mean on either side.
  const mean = meansBetween(few.values, few.weights, starts);
  return starts.map((at, i) => {
    const half = ((mean[i] as number) + (mean[i + 1] as number)) / 2;
    const [below, above] = [few.values[at - 1] as number, few.values[at] as number];
    return lowerBound(sorted, half > below && half <= above ? half : above);
  });
}

function meansBetween(values: readonly number[], weights: readonly number[], starts: readonly number[]) {
  return [0, ...starts].map((from, i) => {
    let [sum, count] = [0, 0];
    for (let at = from; at < (starts[i] ?? values.length); at++) {
      sum += (values[at] as number) * (weights[at] as number);
      count += weights[at] as number;
    }
    return sum / count;
  });
}

/** The first place whose value is not below `value`. */
export function lowerBound(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distinct(sorted: Float64Array): { values: number[]; weights: number[]; firsts: number[] } {
  const [values, weights, firsts]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] as number;
    if (i > 0 && value === sorted[i - 1]) weights[weights.length - 1] = (weights.at(-1) as number) + 1;
    else {
      values.push(value);
      weights.push(1);
      firsts.push(i);
    }
  }
  return { values, weights, firsts };
}

function bestStarts(values: readonly number[], weights: readonly number[], classes: number): number[] {
  const n = values.length;
  const cost = deviations(values, weights);
  let best = Float64Array.from({ length: n }, (_, end) => cost(0, end));
  const starts: Int32Array[] = [];
  for (let k = 1; k < classes; k++) {
    const [next, start] = [new Float64Array(n).fill(Number.POSITIVE_INFINITY), new Int32Array(n)];
    fill(best, next, start, cost, k);
    best = next;
    starts.push(start);
  }
  const found: number[] = [];
  for (let k = classes - 2, end = n - 1; k >= 0; k--) {
    const at = (starts[k] as Int32Array)[end] as number;
    found.unshift(at);
    end = at - 1;
  }
  return found;
}

/** Squared deviations from the mean over values from … to; by running sums about the middle, which keeps digits. */
function deviations(values: readonly number[], weights: readonly number[]) {
  const n = values.length;
  const middle = values[n >> 1] as number;
  const [sums, squares, counts] = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let i = 0; i < n; i++) {
    const [x, w] = [(values[i] as number) - middle, weights[i] as number];
    sums[i + 1] = (sums[i] as number) + w * x;
    squares[i + 1] = (squares[i] as number) + w * x * x;
    counts[i + 1] = (counts[i] as number) + w;
  }
  return (from: number, to: number): number => {
    const sum = (sums[to + 1] as number) - (sums[from] as number);
    const count = (counts[to + 1] as number) - (counts[from] as number);
    return Math.max(0, (squares[to + 1] as number) - (squares[from] as number) - (sum * sum) / count);
  };
}

/** One more class: for each end the best start of the last class, which never falls as the end grows. */
function fill(
  before: Float64Array,
  next: Float64Array,
  start: Int32Array,
  cost: (from: number, to: number) => number,
  least: number,
): void {
  const span = (low: number, high: number, from: number, to: number): void => {
    if (low > high) return;
    const end = (low + high) >> 1;
    let [bestAt, bestCost] = [Math.max(from, least), Number.POSITIVE_INFINITY];
    for (let at = Math.max(from, least); at <= Math.min(to, end); at++) {
      const total = (before[at - 1] as number) + cost(at, end);
      if (total < bestCost) [bestAt, bestCost] = [at, total];
    }
    next[end] = bestCost;
    start[end] = bestAt;
    span(low, end - 1, from, bestAt);
    span(end + 1, high, bestAt, to);
  };
  span(least, next.length - 1, least, next.length - 1);
}
