// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { type DrawPair, impactOf } from './impact';
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
