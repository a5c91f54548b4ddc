// SPDX-License-Identifier: EUPL-1.2
/** What the card of a district says of its register, one by one. Pure. */
import type { TFunction } from 'i18next';
import { mayBeTold } from '../../../city/disclosure';
import type { Formats } from '../../text/format';
import type { District, Population } from './district-facts';
import type { Fact } from './fact';

/** Without what would be said of few persons, itself or by subtraction (city/disclosure.ts). */
export function registerFacts(
  { areaM2, population, withheld }: District,
  t: TFunction,
  format: Formats,
): Fact[] {
  const told = population && withheld !== 'all' ? population : null;
  const facts: Fact[] = [];
  if (told && areaM2 > 0)
    facts.push({
      id: 'density',
      label: t('district.density'),
      value: format.density(told.total / (areaM2 / 1e6)),
    });
  if (areaM2 > 0) facts.push({ id: 'area', label: t('district.area'), value: format.area(areaM2) });
  return told ? [...facts, ...householdFacts(told, t, format), ...personFacts(told, t, format)] : facts;
}

function householdFacts(
  { total, households, singleHouseholds }: Population,
  t: TFunction,
  format: Formats,
): Fact[] {
  if (households === 0) return [];
  const few = t('district.withheld');
  const told = mayBeTold(households, total - households);
  const alone = told && mayBeTold(singleHouseholds, households - singleHouseholds);
  return [
    { id: 'households', label: t('district.households'), value: told ? format.number(households) : few },
    {
      id: 'size',
      label: t('district.householdSize'),
      value: told ? format.number(total / households, 1, true) : few,
    },
    {
      id: 'alone',
      label: t('district.alone'),
      value: alone ? format.percent(singleHouseholds / households, 0) : few,
    },
  ];
}

function personFacts(
  { total, foreigners, singleHouseholds, aloneAged80Plus }: Population,
  t: TFunction,
  format: Formats,
): Fact[] {
  const few = t('district.withheld');
  const aged = mayBeTold(aloneAged80Plus, singleHouseholds - aloneAged80Plus);
  const foreign = mayBeTold(foreigners, total - foreigners);
  return [
    { id: 'aloneAged', label: t('district.aloneAged'), value: aged ? format.number(aloneAged80Plus) : few },
    {
      id: 'foreigners',
      label: t('district.foreigners'),
      value: foreign ? format.percent(foreigners / total, 1) : few,
    },
  ];
}
