// SPDX-License-Identifier: EUPL-1.2
/** The table of an impact as a file: every figure with its interval, and what it comes from. Pure. */
import { type Estimate, INTERVAL_LEVEL } from '../../../impact/estimate';
import type { Metric } from '../../../impact/impact';
import type { LineImpact } from '../../../impact/line-loads';
import { type CsvFlavour, csvText } from '../../../query/csv-file';
import type { LineRow } from './lines';
import type { PlaceRow } from './places';

/** What goes into every row, so that a row alone still says what it is. */
export interface CsvOrigin {
  readonly scenario: string;
  readonly resultHash: string;
  readonly synthetic: boolean;
  /** That the scenario is of: of people, shops and green. */
  readonly year: number;
}

type Cell = string | number;
/** Digits of a figure in a file: more than any interval needs, none that a float does not have. */
const DIGITS = 7;

/** An estimate's three cells; empty where it is not disclosed: that is not zero. */
export const figures = (estimate: Estimate): Cell[] =>
  [estimate.value, estimate.low, estimate.high].map((figure) =>
    Number.isNaN(figure) ? '' : Number(figure.toPrecision(DIGITS)),
  );
const PERCENT = Math.round(100 * INTERVAL_LEVEL);
export const columnsOf = (name: string) => [name, `${name}_low${PERCENT}`, `${name}_high${PERCENT}`];
const FIGURES = ['before', 'after', 'change'].flatMap(columnsOf);
const ORIGIN = ['same_sign', 'draws', 'scenario', 'result_hash', 'synthetic', 'scenario_year'];

const originCells = (change: Estimate, { scenario, resultHash, synthetic, year }: CsvOrigin): Cell[] => [
  Number.isNaN(change.sameSign) ? '' : change.sameSign,
  change.draws,
  scenario,
  resultHash,
  synthetic ? 1 : 0,
  year,
];

/** Streets or districts by one field. */
export function placesCsv(
  rows: readonly PlaceRow[],
  field: { readonly id: string; readonly unit: string },
  origin: CsvOrigin,
  flavour: CsvFlavour,
): string {
  return csvText(
    [
      ['name', 'id', 'indicator', 'unit', ...FIGURES, ...ORIGIN],
      ...rows.map(({ name, select, before, after, change }): Cell[] => [
        name,
        select.id,
        field.id,
        field.unit,
        ...[before, after, change].flatMap(figures),
        ...originCells(change, origin),
      ]),
    ],
    flavour,
  );
}

/** Boardings of the lines, and last who is on none: without them boardings say little of the trips by transit. */
export function linesCsv(
  rows: readonly LineRow[],
  { acrossBorderH }: Pick<LineImpact, 'acrossBorderH'>,
  unit: string,
  origin: CsvOrigin,
  flavour: CsvFlavour,
): string {
  const rest = ({ before, after, change }: LineImpact['acrossBorderH']): Cell[] => [
    unit,
    ...[before, after, change].flatMap(figures),
    ...originCells(change, origin),
  ];
  return csvText(
    [
      ['name', 'mode', 'new', 'indicator', 'unit', ...FIGURES, ...ORIGIN],
      ...rows.map((row): Cell[] => [row.name, row.mode, row.isNew ? 1 : 0, 'boardingsH', ...rest(row)]),
      ['', '', 0, 'acrossBorderH', ...rest(acrossBorderH)],
    ],
    flavour,
  );
}

/** The totals of the city. */
export function totalsCsv(totals: readonly Metric[], origin: CsvOrigin, flavour: CsvFlavour): string {
  return csvText(
    [
      ['indicator', 'unit', ...FIGURES, 'driver', ...ORIGIN],
      ...totals.map(({ id, unit, before, after, change, driver }): Cell[] => [
        id,
        unit,
        ...[before, after, change].flatMap(figures),
        driver ?? '',
        ...originCells(change, origin),
      ]),
    ],
    flavour,
  );
}
