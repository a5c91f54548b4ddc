// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { PopulationAnswer } from '../../../simulation/people-protocol';
import { censusBands, peopleBands } from './pyramid-bands';

/** Two years, two districts, three classes: women 1, 2, 3 and men 10, 20, 30 at first; a year later twice as many. */
const ANSWER = {
  firstYear: 2024,
  years: 2,
  districts: [7, 9],
  ageFrom: [0, 5, 80],
  pyramids: Float32Array.of(
    ...[1, 2, 3, 10, 20, 30],
    ...[Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
    ...[2, 4, 6, 20, 40, 60],
    ...[1, 0, 0, 0, 2, 0],
  ),
} as Pick<PopulationAnswer, 'firstYear' | 'years' | 'districts' | 'ageFrom' | 'pyramids'> as PopulationAnswer;

describe('the classes of a pyramid', () => {
  it('are those of the district and the year', () => {
    expect(peopleBands(ANSWER, 7, 2025)).toEqual([
      { ageFrom: 0, women: 2, men: 20 },
      { ageFrom: 5, women: 4, men: 40 },
      { ageFrom: 80, women: 6, men: 60 },
    ]);
    expect(peopleBands(ANSWER, 7, 2024)?.[1]).toEqual({ ageFrom: 5, women: 2, men: 20 });
  });

  it('are not told of what is withheld, of three persons, of another year or of nowhere', () => {
    expect(peopleBands(ANSWER, 9, 2024)).toBeNull();
    expect(peopleBands(ANSWER, 9, 2025)).toBeNull();
    expect(peopleBands(ANSWER, 7, 2026)).toBeNull();
    expect(peopleBands(ANSWER, 7, 2023)).toBeNull();
    expect(peopleBands(ANSWER, 8, 2024)).toBeNull();
  });

  it('of the census stand beside those that begin and end with them', () => {
    const census = {
      total: 60,
      bands: [
        { ageFrom: 0, men: 10, women: 10 },
        { ageFrom: 5, men: 10, women: 10 },
        { ageFrom: 75, men: 10, women: 10 },
      ],
    };
    const like = [0, 5, 75, 80].map((ageFrom) => ({ ageFrom, men: 1, women: 1 }));
    // The census ends with 75 and over, which is no 75 to 79.
    expect(censusBands(census, like).map(({ ageFrom }) => ageFrom)).toEqual([0, 5]);
    expect(censusBands(census, like.slice(0, 3)).map(({ ageFrom }) => ageFrom)).toEqual([0, 5, 75]);
  });
});
