// SPDX-License-Identifier: EUPL-1.2
/** How good the forecast of the population would have been, from the register's first year to its last. */
import type { People } from '../city/people';
import { seeded } from '../city/seeded';
import { backTest } from './models/demography/back-test';
import { MILAN_OUTLOOKS, outlookKnownIn } from './models/demography/milan-outlook';
import { startAtFirst } from './models/demography/people-start';
import { AGES } from './models/demography/schedules';
import type { BackTestAnswer } from './people-protocol';

/**
 * Districts of fewer residents in the first year are parks and building sites, of which a share that one is off says
 * nothing.
 */
export const FEWEST_RESIDENTS = 500;

const HELD = [
  { group: 'minors', from: 0, to: 17 },
  { group: 'aged65Plus', from: 65, to: AGES - 1 },
  { group: 'aged80Plus', from: 80, to: AGES - 1 },
] as const;

/**
 * Made with what was known in the register's first year – its counts, the census, the outlook of the city then – and
 * held to the last, beside two that know less: as many as at the begin, and as many as the last balance adds each year.
 * Not held are districts whose register or census is withheld, of fewer than {@link FEWEST_RESIDENTS} residents in the
 * first year or of nobody in the last.
 * @param districts their ids, by row of `people`.
 * @throws DemographyError as `startAtFirst`.
 */
export function backTestAnswer(
  people: People,
  districts: readonly number[],
  { draws = 500, seed = 'back-test' }: { readonly draws?: number; readonly seed?: string } = {},
): BackTestAnswer {
  const { first, last } = people.register;
  if (first.year === last.year || MILAN_OUTLOOKS.every(({ year }) => year > first.year))
    return { kind: 'back-test', found: null };
  const start = startAtFirst(people);
  const held = start.rows
    .map((row, i) => ({ row, district: start.districts[i]! }))
    .filter(({ row }) => first.total[row]! >= FEWEST_RESIDENTS && last.total[row]! > 0);
  const counted = (column: Float64Array) => held.map(({ row }) => column[row]!);
  const test = backTest(
    held.map(({ row, district }) => ({ ...district, id: districts[row]! })),
    outlookKnownIn(first.year),
    counted(last.total),
    {
      years: last.year - first.year,
      draws,
      random: seeded(seed),
      ages: HELD.map(({ group, from, to }) => ({
        from,
        to,
        actual: counted(last[group]),
        before: counted(first[group]),
      })),
    },
  );
  const { actual, value, low, high } = test.city;
  return {
    kind: 'back-test',
    found: {
      fromYear: first.year,
      toYear: last.year,
      districts: test.districts,
      city: { actual, value, low, high },
      medianError: test.medianError,
      meanError: test.meanError,
      coverage: test.coverage,
      ageGroups: HELD.map(({ group }, i) => ({ group, ...test.ages[i]! })),
    },
  };
}
