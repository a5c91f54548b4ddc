// SPDX-License-Identifier: EUPL-1.2
/** A pyramid brought through years of which the births, deaths and moves were counted, but not the ages. Pure. */
import { SEX_RATIO_AT_BIRTH } from './city-in-motion';
import { type BySex, SEXES, type Sex } from './cohort-component';
import { dyingOf, MOST_LEAVE, weighted } from './district-rates';
import { AGES, OPEN_AGE } from './schedules';

/** What happened in a year, persons. */
export interface YearEvents {
  readonly births: number;
  readonly deaths: number;
  readonly arrivals: number;
  readonly departures: number;
}

/**
 * A year on: all are a year older, and as many are born, die, come and go as were counted (fewer die and go only where
 * there are no more). Who dies is as survival has it, all ages alike raised or lowered to the count; of those who come
 * half are women.
 * @param survival as `survivalOf` gives it.
 * @param moving how likely one moves by age, the sum of which is 1: of what ages those are who go.
 * @param coming of what ages those are who come, the sum of which is 1.
 */
export function yearOlder(
  pyramid: BySex,
  { births, deaths, arrivals, departures }: YearEvents,
  survival: BySex,
  moving: Float64Array,
  coming: Float64Array,
): BySex {
  const girls = births / (1 + SEX_RATIO_AT_BIRTH);
  const born = { female: girls, male: births - girls };
  const infants = SEXES.reduce((sum, sex) => sum + born[sex] * (1 - (survival[sex][0] as number)), 0);
  const due = dyingOf(pyramid, survival) + infants;
  const ratio = due > 0 ? deaths / due : 0;
  const living = (sex: Sex, age: number) => Math.max(0, 1 - ratio * (1 - (survival[sex][age] as number)));
  const alive = (sex: Sex) => {
    const older = new Float64Array(AGES);
    pyramid[sex].forEach((persons, age) => {
      const next = Math.min(age + 1, OPEN_AGE);
      older[next] = (older[next] as number) + persons * living(sex, age + 1);
    });
    return older;
  };
  const older = { female: alive('female'), male: alive('male') };
  const movers = SEXES.reduce((sum, sex) => sum + weighted(older[sex], moving), 0);
  const leaving = movers > 0 ? departures / movers : 0;
  const settled = (sex: Sex) =>
    older[sex].map((persons, age) => {
      const stayed = persons * (1 - Math.min(MOST_LEAVE, leaving * (moving[age] as number)));
      return stayed + 0.5 * arrivals * (coming[age] as number) + (age === 0 ? born[sex] * living(sex, 0) : 0);
    });
  return { female: settled('female'), male: settled('male') };
}
