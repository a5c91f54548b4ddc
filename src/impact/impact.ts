// SPDX-License-Identifier: EUPL-1.2
/** The answer to a scenario: before, after and change, each with its interval, and what moved it. */

import { MODELS, type ModelId } from '../city/model-id';
import { type Estimate, type EstimateColumn, estimateColumn, estimateOf, withoutFewAtEnds } from './estimate';
import { type PersonsField, rowsOfMany } from './few-persons';
import { type LineImpact, lineImpactOf } from './line-loads';
import { changedTotal, changeOf, type DrawnTotal, type DrawnTotals, isPersons } from './metric';
import {
  FIELDS,
  type FieldId,
  modelOf,
  type Outcome,
  TOTALS,
  type TotalId,
  type Unit,
  type Unreachable,
} from './outcome';

/** All of it NaN: not disclosed, since it would tell of few persons. */
export interface Metric {
  readonly id: TotalId;
  readonly unit: Unit;
  readonly before: Estimate;
  readonly after: Estimate;
  /** Of each draw: after less before. */
  readonly change: Estimate;
  /** Change over before, as a share; null where before is 0 in some draw. */
  readonly relativeChange: Estimate | null;
  /** The parameter that the change depends on most; null where none stands out. */
  readonly driver: string | null;
}
export interface Field {
  readonly id: FieldId;
  readonly unit: Unit;
  readonly over: 'road' | 'zone';
  readonly before: EstimateColumn;
  readonly after: EstimateColumn;
  readonly change: EstimateColumn;
}
export interface HalfHourProfile {
  readonly before: EstimateColumn;
  readonly after: EstimateColumn;
  readonly change: EstimateColumn;
}
export interface Impact {
  readonly totals: readonly Metric[];
  /** The totals that are told, draw by draw, for whoever compares answers (compared.ts); absent: they were not kept. */
  readonly drawn?: DrawnTotals;
  readonly fields: readonly Field[];
  /** Entries into Area C by half-hour; null where the city has no such area. */
  readonly entries: HalfHourProfile | null;
  /** Who boards which line; null where the city has none. */
  readonly lines: LineImpact | null;
  /** Of the total that has fewest. */
  readonly draws: number;
  /** The worst of all draws. */
  readonly relativeGap: number;
  readonly demandGap: number;
  readonly unreachable: { readonly before: UnreachableMetric; readonly after: UnreachableMetric };
}

/** Pairs of zones without a way by car, and the vehicles an hour that are left out for it. */
export interface UnreachableMetric {
  readonly pairs: Estimate;
  readonly vehH: Estimate;
}

/** One draw's city before and after, and the parameters it was drawn with. */
export interface DrawPair {
  readonly draw: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly before: Outcome;
  readonly after: Outcome;
  /** Whom fields are a part or a share of, by district, where that is told elsewhere; NaN: it is not. */
  readonly wholes?: { readonly before: Wholes; readonly after: Wholes };
}
export type Wholes = Partial<Record<FieldId, Float64Array>>;

/**
 * Rank correlation below which no parameter is called the driver of a change: half, and with few draws
 * what chance alone would give one of a dozen parameters in one case of twenty (2.5 / √n).
 */
const driverAtLeast = (draws: number) => Math.max(0.5, 2.5 / Math.sqrt(draws));

/** Whether a parameter of the models can act on a total at all: with few draws chance would name others. */
export type MayDrive = (parameter: string, total: TotalId) => boolean;

/**
 * Draws, in order of their number, as one answer. What the first has is told, from the draws that have it too; not a
 * total that is NaN in any of them.
 * @throws RangeError where there are too few for an interval (see estimate.ts).
 */
export function impactOf(pairs: readonly DrawPair[], mayDrive: MayDrive = () => true): Impact {
  const draws = [...pairs].sort((a, b) => a.draw - b.draw);
  const first = draws[0]?.before;
  const idsOf = <Id extends string>(of: Readonly<Record<Id, unknown>>, has: object | undefined) =>
    (Object.keys(of) as Id[]).filter((id) => has && id in has);
  const havingOf = (id: TotalId) => draws.filter(({ before }) => id in before.totals);
  const isTold = (id: TotalId) =>
    havingOf(id).every(
      ({ before, after }) => !Number.isNaN(before.totals[id]) && !Number.isNaN(after.totals[id]),
    );
  const told = idsOf(TOTALS, first?.totals).filter(isTold);
  const drawn = told.map((id): [TotalId, DrawnTotal] => [
    id,
    {
      before: havingOf(id).map(({ before }) => before.totals[id] as number),
      after: havingOf(id).map(({ after }) => after.totals[id] as number),
    },
  ]);
  const totals = drawn.map(([id, total]): Metric => {
    const changed = changedTotal(id, total);
    const isTold = Number.isFinite(changed.change.value);
    const mayBe = (parameter: string) => mayDrive(parameter, id);
    return { ...changed, driver: isTold ? driverOf(changeOf(total), havingOf(id), mayBe) : null };
  });
  const fields = idsOf(FIELDS, first?.fields).map(
    (id): Field => ({
      id,
      unit: FIELDS[id].unit,
      over: FIELDS[id].over,
      ...beforeAfter(
        draws.flatMap((pair) => pair.before.fields[id] ?? []),
        draws.flatMap((pair) => pair.after.fields[id] ?? []),
        personsIn(id, draws),
      ),
    }),
  );
  const hasEntries = draws.every((pair) => pair.before.entriesByHalfHour.length > 0);
  const worst = (of: (outcome: Outcome) => number) =>
    Math.max(...draws.flatMap((pair) => [of(pair.before), of(pair.after)]));
  return {
    totals,
    drawn: Object.fromEntries(drawn.filter((_, i) => Number.isFinite(totals[i]?.change.value))),
    fields,
    entries: hasEntries
      ? beforeAfter(
          draws.map((pair) => pair.before.entriesByHalfHour),
          draws.map((pair) => pair.after.entriesByHalfHour),
        )
      : null,
    lines: lineImpactOf(draws.map(({ before, after }) => ({ before: before.lines, after: after.lines }))),
    draws: totals.reduce((least, { change }) => Math.min(least, change.draws), draws.length),
    relativeGap: worst((outcome) => outcome.relativeGap),
    demandGap: worst((outcome) => outcome.demandGap),
    unreachable: {
      before: unreachableMetric(draws.map(({ before }) => before.unreachable)),
      after: unreachableMetric(draws.map(({ after }) => after.unreachable)),
    },
  };
}

/** Fewest and most draws that any total of an answer rests on. */
export function drawsOf({ totals, draws }: Impact): { readonly fewest: number; readonly most: number } {
  return { fewest: draws, most: totals.reduce((most, { change }) => Math.max(most, change.draws), draws) };
}

/** The models that have something in an answer. */
export function modelsIn({ totals }: Impact): readonly ModelId[] {
  return MODELS.filter((model) => totals.some(({ id }) => modelOf(id) === model));
}

/**
 * Two models' answers as one. What only one of them knows (streets without a way, lines, gaps) is the first's; one
 * that knows nothing of the city has no draws either.
 */
export function joined(first: Impact, other: Impact): Impact {
  const knowing = [first, other].filter(({ totals }) => totals.length > 0);
  return {
    ...first,
    draws: Math.min(...(knowing.length > 0 ? knowing : [first]).map(({ draws }) => draws)),
    totals: [...first.totals, ...other.totals],
    ...(first.drawn && other.drawn && { drawn: { ...first.drawn, ...other.drawn } }),
    fields: [...first.fields, ...other.fields],
  };
}

const unreachableMetric = (draws: readonly Unreachable[]): UnreachableMetric => ({
  pairs: estimateOf(draws.map(({ pairs }) => pairs)),
  vehH: estimateOf(draws.map(({ vehH }) => vehH)),
});

/**
 * Of whom a field is; null where it is of no persons. A field that draws later leave out is of those that have it.
 */
function personsIn(id: FieldId, draws: readonly DrawPair[]): Pick<PersonsField, 'wholes' | 'isShare'> | null {
  const before = draws.flatMap(({ wholes }) => wholes?.before[id] ?? []);
  const after = draws.flatMap(({ wholes }) => wholes?.after[id] ?? []);
  const { unit } = FIELDS[id];
  if (before.length > 0) return { wholes: { before, after }, isShare: unit === 'share' };
  return isPersons(unit) ? { isShare: false } : null;
}

/**
 * What is NaN in any draw, before or after, is not told; nor is what would tell of few `persons` (few-persons.ts).
 */
function beforeAfter(
  before: readonly Float64Array[],
  after: readonly Float64Array[],
  persons: Pick<PersonsField, 'wholes' | 'isShare'> | null = null,
): HalfHourProfile {
  const change = after.map((column, i) => column.map((value, row) => value - (before[i]?.[row] as number)));
  const known = Array.from(change[0] ?? [], (_, row) => change.every((column) => !Number.isNaN(column[row])));
  const told = persons ? rowsOfMany({ before, after, ...persons }, known) : known;
  const column = (draws: readonly Float64Array[]) => {
    const estimates = estimateColumn(draws, told);
    return persons && !persons.isShare ? withoutFewAtEnds(estimates) : estimates;
  };
  return { before: column(before), after: column(after), change: column(change) };
}

/** Of the parameters that may be, the one with the greatest rank correlation (Spearman) with the change. */
function driverOf(
  change: readonly number[],
  draws: readonly DrawPair[],
  mayBe: (parameter: string) => boolean,
): string | null {
  const ranks = ranksOf(change);
  let [best, driver]: [number, string | null] = [driverAtLeast(draws.length), null];
  for (const id of Object.keys(draws[0]?.parameters ?? {})
    .filter(mayBe)
    .sort()) {
    const correlation = Math.abs(
      pearson(ranks, ranksOf(draws.map(({ parameters }) => parameters[id] as number))),
    );
    if (correlation > best) [best, driver] = [correlation, id];
  }
  return driver;
}

/** Ranks from 0, ties sharing their mean. */
function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal - 1) / 2;
  });
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    const [da, db] = [x - meanA, (b[i] as number) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  });
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
