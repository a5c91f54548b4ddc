// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { LineLoads } from '../../../impact/line-loads';
import { lineImpactOf } from '../../../impact/line-loads';
import { linesCsv } from './impact-csv';
import { lineRows } from './lines';

const NAMES = ['90', '9', '1', '3', '2'];
const loads = (boardingsH: number[], added: boolean): LineLoads => ({
  lines: [
    ...NAMES.map((name) => ({ mode: 'tram' as const, name })),
    ...(added ? [{ mode: 'metro' as const, name: '4' }] : []),
  ],
  boardingsH: Float64Array.from(boardingsH),
  acrossBorderH: added ? 60 : 50,
});
const impact = lineImpactOf(
  [0, 1, 2, 3].map((draw) => ({
    before: loads([100, 100, 100, 100, 100], false),
    // Unclear, no change, less, more, no change, and a new one.
    after: loads([draw % 2 ? 400 : 0, 100, 80, 110, 100, 300], true),
  })),
)!;
const rows = lineRows(impact, 1e-4, new Intl.Collator('it', { numeric: true }).compare);

describe('the table of the lines', () => {
  it('begins with what changes most and can be told; what does not change is last, by its number', () =>
    expect(rows.map(({ name, direction }) => [name, direction])).toEqual([
      ['4', 'more'],
      ['1', 'less'],
      ['3', 'more'],
      ['90', 'unclear'],
      ['2', 'none'],
      ['9', 'none'],
    ]));

  it('as a file has the ends of each interval, and which line is new, and who is on none', () => {
    const origin = { scenario: 'M4', resultHash: 'abc', synthetic: false, year: 2035 };
    const [head, first, second, ...more] = linesCsv(rows, impact, 'passengers/h', origin, 'data').split(
      '\r\n',
    );
    expect(head).toBe(
      'name,mode,new,indicator,unit,before,before_low80,before_high80,after,after_low80,after_high80,change,change_low80,change_high80,same_sign,draws,scenario,result_hash,synthetic,scenario_year',
    );
    expect(first).toBe('4,metro,1,boardingsH,passengers/h,0,0,0,300,300,300,300,300,300,1,4,M4,abc,0,2035');
    expect(second).toBe(
      '1,tram,0,boardingsH,passengers/h,100,100,100,80,80,80,-20,-20,-20,1,4,M4,abc,0,2035',
    );
    expect(more.slice(-2)).toEqual([
      ',,0,acrossBorderH,passengers/h,50,50,50,60,60,60,10,10,10,1,4,M4,abc,0,2035',
      '',
    ]);
  });
});
