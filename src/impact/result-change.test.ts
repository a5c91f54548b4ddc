// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { impactOf } from './impact';
import { keepImpact, openImpact } from './kept-impact';
import { FIELDS, type FieldId, modelOf, type Outcome, TOTALS, type TotalId } from './outcome';
import { resultChange, sameFigures } from './result-change';

const idsOf = <Id extends TotalId | FieldId>(of: Readonly<Record<Id, unknown>>): Id[] =>
  (Object.keys(of) as Id[]).filter((id) => modelOf(id) === 'mobility');
const outcome = (totals: Partial<Record<TotalId, number>>, field = 1): Outcome => ({
  totals: Object.fromEntries(idsOf(TOTALS).map((id) => [id, totals[id] ?? 0])),
  fields: Object.fromEntries(idsOf(FIELDS).map((id) => [id, Float64Array.of(field, 2)])),
  entriesByHalfHour: new Float64Array(),
  ...{ relativeGap: 1e-5, demandGap: 1e-5, lines: null },
  unreachable: { pairs: 0, vehH: 0 },
});
/** Four draws alike: every estimate is the figure itself. */
const impact = (totals: Partial<Record<TotalId, number>>, field?: number) =>
  impactOf(
    [0, 1, 2, 3].map((draw) => ({
      ...{ draw, parameters: {} },
      before: outcome({ delayHours: 1000 }),
      after: outcome(totals, field),
    })),
  );

describe('two answers to one question', () => {
  it('differ by the totals after the measures, the largest relative change first', () => {
    const was = impact({ delayHours: 1000, vehicleKm: 200, noxGH: -50, pm10GH: 0 });
    const is = impact({ delayHours: 1008, vehicleKm: 190, noxGH: -55, pm10GH: 3 });
    expect(resultChange(was, is)).toEqual([
      { id: 'noxGH', before: -50, after: -55, relative: -0.1 },
      { id: 'vehicleKm', before: 200, after: 190, relative: -0.05 },
      { id: 'delayHours', before: 1000, after: 1008, relative: 0.008 },
    ]);
  });

  it('do not differ by what rounding makes, nor by what one of them does not tell', () => {
    const was = impact({ delayHours: 1000, vehicleKm: 200 });
    const rounded = impact({ delayHours: 1000 + 1e-8, vehicleKm: 200 });
    expect(resultChange(was, rounded)).toEqual([]);
    const less = { ...was, totals: was.totals.filter(({ id }) => id !== 'vehicleKm') };
    expect(resultChange(was, less)).toEqual([]);
    expect(sameFigures(was, less)).toBe(false);
  });

  it('are the same where one was kept and opened again, and not where any figure is another', () => {
    const was = impact({ delayHours: 900 });
    const kept = openImpact(keepImpact(was, null)).impact;
    expect(sameFigures(kept, was)).toBe(true);
    expect(sameFigures(impact({ delayHours: 900 }), was)).toBe(true);
    expect(sameFigures(impact({ delayHours: 901 }), was)).toBe(false);
    // A single street or district.
    expect(sameFigures(impact({ delayHours: 900 }, 1.5), was)).toBe(false);
    expect(sameFigures({ ...was, fields: was.fields.slice(1) }, was)).toBe(false);
  });
});
