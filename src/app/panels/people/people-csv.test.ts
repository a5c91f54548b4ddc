// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../../city/frames';
import { estimateColumn } from '../../../impact/estimate';
import type { NeedAnswer } from '../../../simulation/people-protocol';
import { figuresCsv, needCsv, sitingCsv } from './people-csv';

const place = (id: number, name: string) => ({ id, name, at: lonLat(9.2, 45.5) });
const PLACES = [place(7, 'Brera'), place(9, 'Figino')];
const ORIGIN = { city: 'demo', synthetic: true, source: 'Popolazione: Comune di Milano, 2024.' };
const read = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

describe('tables of the people as files', () => {
  it('have every figure with its interval, unit and year, and say what is withheld', () => {
    const rows = [
      { place: PLACES[0]!, ends: { value: 120.5, low: 100, high: 140 } },
      { place: PLACES[1]!, ends: null },
    ];
    const about = { indicator: 'aged80Plus value', unit: 'persons', year: 2035 };
    expect(read(figuresCsv(rows, about, ORIGIN, 'data'))).toEqual([
      {
        name: 'Brera',
        id: '7',
        indicator: 'aged80Plus value',
        unit: 'persons',
        year: '2035',
        value: '120.5',
        value_low80: '100',
        value_high80: '140',
        withheld: '0',
        city: 'demo',
        synthetic: '1',
        source: 'Popolazione: Comune di Milano, 2024.',
      },
      expect.objectContaining({
        name: 'Figino',
        value: '',
        value_low80: '',
        value_high80: '',
        withheld: '1',
      }),
    ]);
    expect(figuresCsv(rows, about, ORIGIN, 'excel')).toContain(
      'Brera;7;aged80Plus value;persons;2035;120,5;100;140;0',
    );
  });

  it('have of a need the ranks with their range, and what comes from each indicator', () => {
    const answer: NeedAnswer = {
      kind: 'need',
      year: 2035,
      districts: [7, 9],
      indicators: [
        {
          id: 'singleHouseholdsShare',
          unit: 'share',
          source: 'register',
          year: 2024,
          moreIsNeed: true,
          values: estimateColumn([1, 2, 3, 4, 5].map((n) => Float64Array.of(n, 10))),
          weight: 1,
          principalWeight: 1,
          contribution: Float32Array.of(0.5, Number.NaN),
          lowContribution: Float32Array.of(0.25, Number.NaN),
          highContribution: Float32Array.of(0.75, Number.NaN),
        },
      ],
      principalExplains: null,
      index: Float32Array.of(0.5, Number.NaN),
      lowIndex: Float32Array.of(0.25, Number.NaN),
      highIndex: Float32Array.of(0.75, Number.NaN),
      ranks: Int32Array.of(1, 0),
      lowRank: Int32Array.of(1, 0),
      highRank: Int32Array.of(2, 0),
      inWorstFifth: Float32Array.of(0.75, 0),
    };
    const [one, two] = read(
      needCsv(answer, PLACES, { preset: 'home-care', normalisation: 'z-score' }, ORIGIN, 'data'),
    );
    expect(one).toMatchObject({
      name: 'Brera',
      need: 'home-care',
      year: '2035',
      index: '0.5',
      index_low80: '0.25',
      index_high80: '0.75',
      rank: '1',
      rank_low80: '1',
      rank_high80: '2',
      share_of_draws_in_worst_fifth: '0.75',
      singleHouseholdsShare_share_2024: '3',
      singleHouseholdsShare_weight: '1',
      singleHouseholdsShare_contribution: '0.5',
      singleHouseholdsShare_contribution_low80: '0.25',
      singleHouseholdsShare_contribution_high80: '0.75',
      withheld: '0',
    });
    // Nothing, and not nought.
    expect(two).toMatchObject({
      name: 'Figino',
      index: '',
      index_low80: '',
      rank: '',
      singleHouseholdsShare_contribution: '',
      withheld: '1',
    });
  });

  it('have minutes before and after, each with its interval', () => {
    // Of five draws the median is the third; the 10th and 90th percentile lie 0.4 of a step from the ends.
    const column = (...rows: number[]) =>
      estimateColumn(
        [-2, -1, 0, 1, 2].map((step) => Float64Array.from(rows, (minutes) => minutes + step)),
        rows.map((minutes) => !Number.isNaN(minutes)),
      );
    const minutes = { beforeMin: column(Number.NaN, 12.5), afterMin: column(8, 7.25) };
    const about = { year: 2035, teams: 3 };
    expect(read(sitingCsv(minutes, PLACES, about, ORIGIN, 'data'))).toEqual([
      expect.objectContaining({
        name: 'Brera',
        teams: '3',
        year: '2035',
        unit: 'min',
        before: '',
        before_low80: '',
        before_high80: '',
        after: '8',
        after_low80: '6.4',
        after_high80: '9.6',
        withheld: '0',
      }),
      expect.objectContaining({ name: 'Figino', before: '12.5', before_low80: '10.9', after_high80: '8.85' }),
    ]);
    // Without a team today there is nothing before, which is not withheld.
    expect(read(sitingCsv({ ...minutes, beforeMin: null }, PLACES, about, ORIGIN, 'data'))[1]).toMatchObject({
      before: '',
      before_high80: '',
      after: '7.25',
      withheld: '0',
    });
  });
});
