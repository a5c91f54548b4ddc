// SPDX-License-Identifier: EUPL-1.2
/** A comparison as a file: a line an indicator, place and scenario, each with its interval and what it comes from. Pure. */
import type { Told } from '../../../impact/compared';
import type { Estimate } from '../../../impact/estimate';
import { type CsvCell, type CsvFlavour, csvText } from '../../../query/csv-file';
import type { Scenario } from '../../../scenario/scenario';
import type { Answer } from '../../../simulation/protocol';
import type { Column } from '../../state/desk/desk';
import { columnsOf, figures } from '../impact/impact-csv';
import { type Cell, isTold } from './rows';

export interface CsvLine {
  readonly indicator: string;
  /** Of one district; null: of the whole city. */
  readonly district: { readonly id: number; readonly name: string } | null;
  readonly scenario: string;
  /** Name of the scenario that it is compared with; empty: today. */
  readonly against: string;
  readonly told: Told;
  readonly answer: Answer;
}

/** Why a cell of figures is empty, beside it. */
const HEAD = [
  ...['indicator', 'district_id', 'district', 'scenario', 'compared_with', 'unit'],
  ...columnsOf('difference'),
  ...columnsOf('share'),
  ...['untold', 'same_sign', 'draws', 'result_hash', 'synthetic', 'scenario_year'],
];
const NOTHING = ['', '', ''];

/** A row of a table as lines of a file: the scenarios that have an answer. */
export function linesOf(
  columns: readonly Column[],
  cells: readonly Cell[],
  titleOf: (scenario: Scenario | null) => string,
  about: Pick<CsvLine, 'indicator' | 'against'> & Partial<Pick<CsvLine, 'district'>>,
): readonly CsvLine[] {
  return columns.flatMap(({ scenario, answer }, place): CsvLine[] => {
    const told = cells[place];
    if (!answer || !isTold(told)) return [];
    return [{ district: null, ...about, scenario: titleOf(scenario), told, answer }];
  });
}

export function deskCsv(lines: readonly CsvLine[], flavour: CsvFlavour): string {
  return csvText([HEAD, ...lines.map(lineCells)], flavour);
}

function lineCells({ indicator, district, scenario, against, told, answer }: CsvLine): CsvCell[] {
  const isTold = told.kind === 'told';
  const cells = (estimate: Estimate | null) => (estimate ? figures(estimate) : NOTHING);
  return [
    indicator,
    district?.id ?? '',
    district?.name ?? '',
    scenario,
    against || 'today',
    isTold ? told.unit : '',
    ...cells(isTold ? told.change : null),
    ...cells(isTold ? told.share : null),
    isTold ? '' : told.kind,
    isTold ? told.change.sameSign : '',
    isTold ? told.change.draws : '',
    answer.resultHash,
    answer.synthetic ? 1 : 0,
    answer.scenario.year,
  ];
}
