// SPDX-License-Identifier: EUPL-1.2
/** Whether a change is told as one: by its draws, by what the calculation leaves open, and by whether anybody would notice. */
import { type Estimate, type EstimateColumn, estimateAt } from './estimate';
import { type FieldId, modelOf, type TotalId, type Unit } from './outcome';

/** A change is sure of its direction where so many of the draws agree on it. */
export const SURE_SHARE = 0.8;
/**
 * An equilibrium is solved to a relative gap; a change of no more than so many gaps of the value
 * itself may be what was left unsolved.
 */
const GAPS_OF_A_CHANGE = 10;
/**
 * The least change that is told, however well the draws agree on it: below it nobody would notice, and the models are
 * no finer. Of units that are not here any change is told that the calculation can tell.
 */
export const LEAST_TOLD = {
  // Six seconds of a way.
  min: 0.1,
  // Of a mean over a district: half a degree on a twenty-fifth of it.
  '°C': 0.02,
  // 50 m²: the crown of one grown tree.
  ha: 0.005,
  // 50 m² of a district of two square kilometres, one in 40,000.
  share: 2.5e-5,
  '/1000': 0.005,
  // Less than one of them.
  persons: 0.5,
  pupils: 0.5,
  places: 0.5,
  jobs: 0.5,
  'visits/day': 0.5,
  'h/week': 0.5,
  // One in twelve minutes.
  'veh/h': 5,
} as const satisfies Partial<Record<Unit, number>>;

/**
 * Of a street or district a change by less than this share of what is there is none either: models that are off by
 * hundredths would paint half the city. The city's totals are told however small their share.
 */
export const LEAST_SHARE = {
  'veh/h': 0.01,
  'km/h': 0.01,
  'g/h': 0.01,
  'kg/h': 0.01,
  'visits/day': 0.005,
} as const satisfies Partial<Record<Unit, number>>;

const leastOf = (of: Readonly<Partial<Record<Unit, number>>>, unit: Unit): number => of[unit] ?? 0;

/** `unclear`: the draws do not agree; `none`: no change that is told as one. */
export const DIRECTIONS = ['none', 'less', 'more', 'unclear'] as const;
export type Direction = (typeof DIRECTIONS)[number];

type Change = Pick<Estimate, 'value' | 'low' | 'high' | 'sameSign'>;

/** A figure: which one, null for the boardings of a line, and its unit. */
interface FigureKind {
  readonly id: TotalId | FieldId | null;
  readonly unit: Unit;
}

/**
 * What a change must exceed to be told, in its unit. Only what comes out of the equilibrium has a part that is left unsolved.
 * @param size what the change is a change of: the greater of before and after, in its unit
 * @param relativeGap of the equilibrium
 */
export function leastTold({ id, unit }: FigureKind, size: number, relativeGap: number): number {
  const isSolved = id === null || modelOf(id) === 'mobility';
  return Math.max(leastOf(LEAST_TOLD, unit), isSolved ? GAPS_OF_A_CHANGE * relativeGap * Math.abs(size) : 0);
}

/** Which way a figure goes. @param least see {@link leastTold} */
export function directionOf({ value, low, high, sameSign }: Change, least: number): Direction {
  // Not disclosed.
  if (Number.isNaN(value)) return 'none';
  if (Math.max(Math.abs(low), Math.abs(value), Math.abs(high)) <= least) return 'none';
  if (sameSign < SURE_SHARE) return 'unclear';
  if (Math.abs(value) <= least) return low < 0 && high > 0 ? 'unclear' : 'none';
  return value < 0 ? 'less' : 'more';
}

type ChangedColumns = FigureKind & Readonly<Record<'before' | 'after' | 'change', EstimateColumn>>;

/** What the change of a row of a field must exceed to be told, in its unit. */
export function leastOfRow(field: ChangedColumns, row: number, relativeGap: number): number {
  const { before, after } = field;
  const size = Math.max(Math.abs(before.value[row] as number), Math.abs(after.value[row] as number));
  return Math.max(leastTold(field, size, relativeGap), leastOf(LEAST_SHARE, field.unit) * size);
}

/** {@link directionOf} of every row of a field, as rows of {@link DIRECTIONS}. */
export function columnDirections(field: ChangedColumns, relativeGap: number): Uint8Array {
  return Uint8Array.from(field.change.value, (_, row) =>
    DIRECTIONS.indexOf(directionOf(estimateAt(field.change, row), leastOfRow(field, row, relativeGap))),
  );
}

/** A change as it is written: one that nobody would notice as none, give or take the least that is told. */
export function asTold(change: Estimate, unit: Unit): Estimate {
  const least = leastOf(LEAST_TOLD, unit);
  const most = Math.max(Math.abs(change.low), Math.abs(change.value), Math.abs(change.high));
  return most > 0 && most <= least ? { ...change, value: 0, low: -least, high: least } : change;
}
