// SPDX-License-Identifier: EUPL-1.2
/** What the card of a district says of its register, one by one. Pure. */
import type { TFunction } from 'i18next';
import { type District, type Figure, registerFigures } from '../../../query/district';
import type { Formats } from '../../text/format';
import type { Fact } from './fact';

/** Without what would be said of few persons, itself or by subtraction (city/disclosure.ts). */
export function registerFacts(district: District, t: TFunction, format: Formats): Fact[] {
  const { areaM2, population, withheld } = district;
  const figures = registerFigures(district);
  const said = (figure: Figure, write: (value: number) => string): string =>
    typeof figure === 'number' ? write(figure) : t('district.withheld');
  const facts: Fact[] = [];
  const add = (id: string, label: string, figure: Figure, write: (value: number) => string) => {
    if (figure !== null) facts.push({ id, label, value: said(figure, write) });
  };
  const told = population && withheld !== 'all';
  if (told) add('density', t('district.density'), figures.density, format.density);
  if (areaM2 > 0) facts.push({ id: 'area', label: t('district.area'), value: format.area(areaM2) });
  if (!told) return facts;
  add('households', t('district.households'), figures.households, (n) => format.number(n));
  add('size', t('district.householdSize'), figures.householdSize, (n) => format.number(n, 1, true));
  add('alone', t('district.alone'), figures.singleHouseholds, (share) => format.percent(share, 0));
  add('aloneAged', t('district.aloneAged'), figures.aloneAged80Plus, (n) => format.number(n));
  add('foreigners', t('district.foreigners'), figures.foreigners, (share) => format.percent(share, 1));
  return facts;
}
