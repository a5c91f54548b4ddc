// SPDX-License-Identifier: EUPL-1.2
/** The classes of an age pyramid, of a year of the forecast and of the census. Pure. */
import { isSmall } from '../../../city/disclosure';
import type { Pyramid } from '../../../query/district';
import type { PopulationAnswer } from '../../../simulation/people-protocol';

/** Persons of a class of ages. */
export interface Band {
  readonly ageFrom: number;
  readonly men: number;
  readonly women: number;
}

/** A district's classes in a year, youngest first; null where nothing is told of it, or so few live there. */
export function peopleBands(
  { pyramids, ageFrom, districts, firstYear, years }: PopulationAnswer,
  id: number,
  year: number,
): readonly Band[] | null {
  const [row, at] = [districts.indexOf(id), year - firstYear];
  if (row < 0 || at < 0 || at >= years) return null;
  const persons = (sex: 0 | 1, band: number) =>
    pyramids[((at * districts.length + row) * 2 + sex) * ageFrom.length + band] as number;
  const bands = ageFrom.map((from, band) => ({
    ageFrom: from,
    women: persons(0, band),
    men: persons(1, band),
  }));
  const all = bands.reduce((sum, { men, women }) => sum + men + women, 0);
  return Number.isNaN(all) || isSmall(all) ? null : bands;
}

/**
 * Of the census those classes that begin and end where the forecast's do: an open class does not stand for one
 * that ends.
 */
export function censusBands({ bands }: Pyramid, like: readonly Band[]): readonly Band[] {
  const end = (all: readonly { readonly ageFrom: number }[], i: number) => all[i + 1]?.ageFrom ?? null;
  const ends = new Map(like.map(({ ageFrom }, i) => [ageFrom, end(like, i)]));
  return bands.filter(({ ageFrom }, i) => ends.has(ageFrom) && ends.get(ageFrom) === end(bands, i));
}
