// SPDX-License-Identifier: EUPL-1.2
/** The outcome as a file: every figure of the page with its interval, and in each row what it comes from. Pure. */
import type { Digest } from '../../impact/digest';
import type { Estimate } from '../../impact/estimate';
import { type CsvCell, type CsvFlavour, csvText } from '../../query/csv-file';

const HEAD = [
  ...['indicator', 'place', 'unit'],
  ...['before', 'before_low80', 'before_high80'],
  ...['after', 'after_low80', 'after_high80'],
  ...['change', 'change_low80', 'change_high80'],
  ...['direction', 'same_sign', 'draws', 'scenario', 'result_hash', 'synthetic', 'scenario_year'],
] as const;
const NONE: readonly CsvCell[] = [null, null, null];
const figures = (estimate: Estimate | null): readonly CsvCell[] =>
  estimate ? [estimate.value, estimate.low, estimate.high] : NONE;

/** The totals of the city, then the districts of the map; what may not be told is empty. */
export function outcomeCsv(digest: Digest, flavour: CsvFlavour): string {
  const { scenario, resultHash, synthetic, year, totals, map } = digest;
  const origin = (change: Estimate | null, direction: string): readonly CsvCell[] => [
    ...[direction, change?.sameSign ?? null, change?.draws ?? null],
    ...[scenario, resultHash, synthetic ? 1 : 0, year],
  ];
  return csvText(
    [
      HEAD,
      ...totals.map(({ id, unit, before, after, change, direction }) => [
        ...[id, '', unit],
        ...[before, after, change].flatMap(figures),
        ...origin(change, direction),
      ]),
      ...(map?.rows ?? []).map(({ name, change, direction }) => [
        ...[map!.field, name, map!.unit],
        ...NONE,
        ...NONE,
        ...figures(change),
        ...origin(change, direction),
      ]),
    ],
    flavour,
  );
}
