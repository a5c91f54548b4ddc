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
