// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { type DrawPair, drawsOf, impactOf, joined } from './impact';
import type { Outcome } from './outcome';

/** Persons and minutes by district; their sum is the city's total. */
function outcome(residents: readonly number[]): Outcome {
  const column = Float64Array.from(residents);
  return {
    totals: { residents: column.reduce((all, persons) => all + (persons || 0), 0) },
    fields: { residents: column, schoolWalkMin: column },
    entriesByHalfHour: new Float64Array(),
    relativeGap: 0,
    demandGap: 0,
    unreachable: { pairs: 0, vehH: 0 },
    lines: null,
  };
}

it('few persons are told of neither by their district nor by the others and the total; few minutes are', () => {
  const none = Number.NaN;
  const pairs = [0, 1, 2, 3, 4].map(
    (draw): DrawPair => ({
      draw,
      parameters: {},
      before: outcome([3, 900, 40, none, 700]),
      after: outcome([8, 900, 40, none, 700]),
    }),
  );
  const [residents, minutes] = impactOf(pairs).fields;
  for (const { value } of [residents!.before, residents!.after, residents!.change])
    expect([...value].map(Number.isNaN)).toEqual([true, false, true, true, false]);
  expect([...minutes!.before.value]).toEqual([3, 900, 40, none, 700]);
});

it('what is not a number in one draw is not told in any: neither of a district nor of the city', () => {
  const pairs = [5, 6, 7, 8].map(
    (minutes, draw): DrawPair => ({
      draw,
      parameters: {},
      before: walked(minutes, draw === 2 ? Number.NaN : 0),
      after: walked(minutes + 1, 3),
    }),
  );
  const { totals, fields } = impactOf(pairs);
  expect(totals.map(({ id }) => id)).toEqual(['pupils']);
  expect([...fields[0]!.before.value]).toEqual([6.5, Number.NaN]);
  expect([...fields[0]!.change.value]).toEqual([1, Number.NaN]);
});

/** Nobody of the second district has a place where its minutes are none. */
function walked(first: number, second: number): Outcome {
  return {
    ...outcome([]),
    totals: { pupils: 100, schoolWalkMin: (first + second) / 2 },
    fields: { schoolWalkMin: Float64Array.of(first, second) },
  };
}

/** Persons of the whole city who are too far from a library. */
const beyond = (persons: number): Outcome => ({
  ...outcome([]),
  totals: { libraryBeyond: persons },
  fields: {},
});
const ofCity = (...draws: readonly (readonly [before: number, after: number])[]) =>
  impactOf(
    draws.map(
      ([before, after], draw): DrawPair => ({
        draw,
        parameters: {},
        before: beyond(before),
        after: beyond(after),
      }),
    ),
  );

it('few persons of the whole city are not told either: not as they were, as they are, or as they change', () => {
  const alike = (before: number, after: number) =>
    ofCity([before, after], [before, after], [before, after], [before, after]).totals[0]!;
  for (const [before, after] of [
    [3, 900],
    [900, 2],
    [900, 897],
  ] as const) {
    const { before: was, after: is, change, relativeChange } = alike(before, after);
    expect([was.value, is.low, change.value, change.high]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(relativeChange).toBeNull();
  }
  expect(alike(900, 890).change.value).toBe(-10);
  expect(alike(900, 900).change.value).toBe(0);
  // Ends of an interval are moved outward.
  const { change } = ofCity([900, 897], [900, 890], [900, 885], [900, 880], [900, 880]).totals[0]!;
  expect([change.low, change.value]).toEqual([-20, -15]);
  expect(change.high).toBeCloseTo(-5.8, 9);
  const near = ofCity([900, 898], [900, 898], [900, 885], [900, 880], [900, 880]).totals[0]!.change;
  expect([near.value, near.high]).toEqual([-15, 0]);
  // Nor is the share told that would tell the end.
  const share = ofCity([900, 898], [900, 898], [900, 885], [900, 880], [900, 880]).totals[0]!.relativeChange;
  expect(share).toBeNull();
  expect(alike(900, 890).relativeChange!.value).toBeCloseTo(-10 / 900, 9);
  // What rounding leaves is nobody.
  const rest = ofCity([900, 900.2], [900, 899.9], [900, 900], [900, 900.1]).totals[0]!.change;
  expect([rest.low, rest.high]).toEqual([0, 0]);
});

it('of two answers as one the draws are told from the fewest to the most, without those that say nothing', () => {
  const four = ofCity([9, 9], [9, 9], [9, 9], [9, 9]);
  const five = ofCity([9, 9], [9, 9], [9, 9], [9, 9], [9, 9]);
  expect(drawsOf(joined(five, four))).toEqual({ fewest: 4, most: 5 });
  const nothing = { ...four, totals: [], fields: [] };
  expect(drawsOf(joined(five, nothing))).toEqual({ fewest: 5, most: 5 });
  expect(drawsOf(joined(nothing, five))).toEqual({ fewest: 5, most: 5 });
});
