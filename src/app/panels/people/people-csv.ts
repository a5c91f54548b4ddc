// SPDX-License-Identifier: EUPL-1.2
/** The tables of the panel «Persone» as files: every figure with its interval, unit and year. Pure. */
import { INTERVAL_LEVEL } from '../../../impact/estimate';
import { type CsvFlavour, csvText } from '../../../query/csv-file';
import type { NeedAnswer, SitingAnswer } from '../../../simulation/people-protocol';
import { type Ends, endsAt } from './people-figures';
import type { DistrictPlace } from './people-hook';

/** What goes into every row, so that a row alone still says what it is. */
export interface PeopleOrigin {
  readonly city: string;
  readonly synthetic: boolean;
  /** Whose data, and of when. */
  readonly source: string;
}

type Cell = string | number | null;
/** Digits of a figure in a file: more than any interval needs, none that a float does not have. */
const DIGITS = 7;
const PERCENT = Math.round(100 * INTERVAL_LEVEL);
const rounded = (figure: number): Cell =>
  Number.isFinite(figure) ? Number(figure.toPrecision(DIGITS)) : null;
const columnsOf = (name: string) => [name, `${name}_low${PERCENT}`, `${name}_high${PERCENT}`];
const endCells = (ends: Ends | null): Cell[] =>
  ends ? [ends.value, ends.low, ends.high].map(rounded) : [null, null, null];
const ORIGIN = ['withheld', 'city', 'synthetic', 'source'];
const originCells = (withheld: boolean, { city, synthetic, source }: PeopleOrigin): Cell[] => [
  withheld ? 1 : 0,
  city,
  synthetic ? 1 : 0,
  source,
];

/** One figure a district. */
export function figuresCsv(
  rows: readonly { readonly place: DistrictPlace; readonly ends: Ends | null }[],
  { indicator, unit, year }: { indicator: string; unit: string; year: number },
  origin: PeopleOrigin,
  flavour: CsvFlavour,
): string {
  return csvText(
    [
      ['name', 'id', 'indicator', 'unit', 'year', ...columnsOf('value'), ...ORIGIN],
      ...rows.map(({ place, ends }): Cell[] => [
        place.name,
        place.id,
        indicator,
        unit,
        year,
        ...endCells(ends),
        ...originCells(ends === null, origin),
      ]),
    ],
    flavour,
  );
}

/** The need of every district: its index and ranks, and of each indicator the value, the weight and what comes from it. */
export function needCsv(
  answer: NeedAnswer,
  places: readonly DistrictPlace[],
  { preset, normalisation }: { preset: string; normalisation: string },
  origin: PeopleOrigin,
  flavour: CsvFlavour,
): string {
  const heads = answer.indicators.flatMap(({ id, unit, year }) => [
    ...columnsOf(`${id}_${unit}_${year}`),
    `${id}_weight`,
    ...columnsOf(`${id}_contribution`),
  ]);
  return csvText(
    [
      [
        'name',
        'id',
        'need',
        'normalisation',
        'year',
        ...columnsOf('index'),
        ...columnsOf('rank'),
        'share_of_draws_in_worst_fifth',
        ...heads,
        ...ORIGIN,
      ],
      ...places.map((place, row): Cell[] => {
        const rank = answer.ranks[row] as number;
        const ranks = [rank, answer.lowRank[row] as number, answer.highRank[row] as number];
        return [
          place.name,
          place.id,
          preset,
          normalisation,
          answer.year,
          ...[answer.index, answer.lowIndex, answer.highIndex].map((ends) => rounded(ends[row] as number)),
          ...ranks.map((one) => (rank > 0 ? one : null)),
          rank > 0 ? rounded(answer.inWorstFifth[row] as number) : null,
          ...answer.indicators.flatMap((indicator) => [
            ...endCells(endsAt(indicator.values, row)),
            rounded(indicator.weight),
            ...[indicator.contribution, indicator.lowContribution, indicator.highContribution].map((ends) =>
              rounded(ends[row] as number),
            ),
          ]),
          ...originCells(rank === 0, origin),
        ];
      }),
    ],
    flavour,
  );
}

/** Minutes to the nearest team, before and after, by district; of before nothing where there is no team today. */
export function sitingCsv(
  { beforeMin, afterMin }: Pick<SitingAnswer, 'beforeMin' | 'afterMin'>,
  places: readonly DistrictPlace[],
  { year, teams }: { year: number; teams: number },
  origin: PeopleOrigin,
  flavour: CsvFlavour,
): string {
  return csvText(
    [
      [
        'name',
        'id',
        'indicator',
        'unit',
        'year',
        'teams',
        ...columnsOf('before'),
        ...columnsOf('after'),
        ...ORIGIN,
      ],
      ...places.map((place, row): Cell[] => [
        place.name,
        place.id,
        'minutes that the nearest team travels, mean of the residents',
        'min',
        year,
        teams,
        ...endCells(beforeMin && endsAt(beforeMin, row)),
        ...endCells(endsAt(afterMin, row)),
        ...originCells(endsAt(afterMin, row) === null, origin),
      ]),
    ],
    flavour,
  );
}
