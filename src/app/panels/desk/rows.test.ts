// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type DrawPair, impactOf } from '../../../impact/impact';
import type { FieldId, Outcome } from '../../../impact/outcome';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import type { Answer } from '../../../simulation/protocol';
import type { Column } from '../../state/desk/desk';
import { deskCsv, linesOf } from './desk-csv';
import { ageGroups, cityGroups, districtCells, districtFields, orderDistricts, totalCells } from './rows';

function outcome(
  totals: Outcome['totals'],
  fields: Readonly<Partial<Record<FieldId, readonly number[]>>> = {},
): Outcome {
  return {
    totals,
    fields: Object.fromEntries(
      Object.entries(fields).map(([id, column]) => [id, Float64Array.from(column as readonly number[])]),
    ),
    entriesByHalfHour: new Float64Array(),
    relativeGap: 0,
    demandGap: 0,
    unreachable: { pairs: 0, vehH: 0 },
    lines: null,
  };
}
/** Four draws: delay before, and what is left of it; minutes of three districts, and their changes. */
function column(id: string, left: number, minutes: readonly number[], patch: Partial<Answer> = {}): Column {
  const impact = impactOf(
    [100, 200, 300, 400].map(
      (delayHours, draw): DrawPair => ({
        draw,
        parameters: {},
        before: outcome({ delayHours, carTripsH: 0 }, { carMinutes: [20, 30, 40] }),
        after: outcome(
          { delayHours: delayHours * left, carTripsH: 0 },
          { carMinutes: [20 + minutes[0]!, 30 + minutes[1]!, 40 + minutes[2]!] },
        ),
      }),
    ),
  );
  const scenario = { ...EMPTY_SCENARIO, name: id };
  const answer: Answer = {
    ...{ impact, scenario, effort: 'quick', modelVersions: {}, inputHashes: {} },
    ...{ resultHash: `hash-${id}`, synthetic: true },
    ...patch,
  };
  return { id, scenario, answer, stored: null, fault: null };
}
const a = column('a', 0.5, [1, -2, 0]);
const b = column('b', 0.75, [3, 0, 0]);
const waits: Column = { id: 'c', scenario: EMPTY_SCENARIO, answer: null, stored: null, fault: null };
const kinds = (cells: readonly { readonly kind: string }[]) => cells.map(({ kind }) => kind);

describe('the table of totals', () => {
  it('has today first: what each changes', () => {
    const cells = totalCells([a, b, waits], 'delayHours', null);
    expect(kinds(cells)).toEqual(['told', 'told', 'waiting']);
    // Half, and a quarter, of the 250 hours of the middle.
    expect(cells).toMatchObject([{ change: { value: -125 } }, { change: { value: -62.5 } }, {}]);
    expect(cells).toMatchObject([{ share: { value: -0.5 } }, { share: { value: -0.25 } }, {}]);
  });

  it('then one against another, draw by draw, each of whose draws is a third less', () => {
    const cells = totalCells([a, b, waits], 'delayHours', 'b');
    expect(kinds(cells)).toEqual(['told', 'itself', 'waiting']);
    expect(cells[0]).toMatchObject({ change: { value: -62.5 } });
    const [{ share }] = cells as unknown as [{ share: { low: number; high: number } }];
    expect(share.low).toBeCloseTo(-1 / 3, 12);
    expect(share.high).toBeCloseTo(-1 / 3, 12);
  });

  it('does not part answers of other seeds draw by draw', () => {
    const other = column('b', 0.75, [0, 0, 0], { scenario: { ...EMPTY_SCENARIO, seed: 'altro' } });
    expect(kinds(totalCells([a, other], 'delayHours', 'b'))).toEqual(['unpaired', 'itself']);
  });

  it('waits where the one that others are compared with has no answer', () => {
    expect(kinds(totalCells([a, waits], 'delayHours', 'c'))).toEqual(['waiting', 'itself']);
  });

  it('lists what any of them tells something of, without what is nothing', () => {
    expect(cityGroups([a, waits])).toEqual([{ name: 'traffic', totals: ['delayHours'] }]);
    expect(ageGroups([a, b])).toEqual([]);
    expect(cityGroups([waits])).toEqual([]);
  });
});

describe('the table of districts', () => {
  const cells = districtCells([a, b, waits], 'carMinutes', 3);
  it('has a row each, and says what was not asked', () => {
    expect(cells.map(kinds)).toEqual(Array(3).fill(['told', 'told', 'waiting']));
    expect(districtCells([a], 'residents', 2).map(kinds)).toEqual([['not-asked'], ['not-asked']]);
    expect(districtFields([a, waits])).toEqual(['carMinutes']);
  });
  const order = (by: 'name' | 'size' | number, descending: boolean) =>
    orderDistricts(['Brera', 'Adda', 'Corvetto'], cells, { by, descending }, (one, other) =>
      one.localeCompare(other),
    );
  it('is in the order asked for; without a change that is told a district comes last', () => {
    expect(order('name', false)).toEqual([1, 0, 2]);
    expect(order('size', true)).toEqual([0, 1, 2]);
    expect(order(0, true)).toEqual([0, 1, 2]);
    expect(order(0, false)).toEqual([1, 0, 2]);
    // Of b only the first changes; the others are by name.
    expect(order(1, true)).toEqual([0, 1, 2]);
    expect(order(2, true)).toEqual([1, 0, 2]);
  });
});

describe('the file', () => {
  it('has the figures of the table, a line a scenario, and why there is none', () => {
    const titleOf = (scenario: { readonly name: string } | null) => scenario?.name ?? '';
    const lines = [
      ...linesOf([a, waits], totalCells([a, waits], 'delayHours', null), titleOf, {
        indicator: 'delayHours',
        against: '',
      }),
      ...linesOf([a], districtCells([a], 'residents', 1)[0]!, titleOf, {
        indicator: 'residents',
        against: '',
        district: { id: 7, name: 'Brera' },
      }),
    ];
    const [head, first, second, end] = deskCsv(lines, 'data').split('\r\n');
    expect(head?.split(',')).toHaveLength(18);
    expect(first).toBe('delayHours,,,a,today,h/h,-125,-185,-65,-0.5,-0.5,-0.5,,1,4,hash-a,1,2035');
    expect(second).toBe('residents,7,Brera,a,today,,,,,,,,not-asked,,,hash-a,1,2035');
    expect(end).toBe('');
  });
});
