// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Population } from '../../../query/district';
import { formats } from '../../text/format';
import { startTexts } from '../../text/texts';
import { registerFacts } from './register-facts';

const population: Population = {
  year: 2024,
  total: 1000,
  minors: 150,
  aged65Plus: 250,
  foreigners: 200,
  households: 500,
  singleHouseholds: 250,
  aloneAged80Plus: 40,
};

beforeAll(startTexts);

const said = (row: Partial<Population>, withheld?: 'all') => {
  const district = { id: 1, name: 'D', municipio: 1, areaM2: 1e6, population: { ...population, ...row } };
  const t = i18next.getFixedT('it');
  const facts = registerFacts({ ...district, ...(withheld && { withheld }) }, t, formats('it'));
  return Object.fromEntries(
    facts.map(({ id, value }) => [id, value === t('district.withheld') ? 'withheld' : value]),
  );
};

describe('what is said of the register', () => {
  it('is all that is of many', () => {
    expect(said({})).toMatchObject({
      households: '500',
      size: '2,0',
      alone: '50%',
      aloneAged: '40',
      foreigners: '20%',
    });
  });

  it('is nothing of few, nor a share whose rest is of few', () => {
    // Of 20 residents 18 foreign: two are not.
    expect(said({ total: 20, households: 10, foreigners: 18 }).foreigners).toBe('withheld');
    expect(said({ foreigners: 3 }).foreigners).toBe('withheld');
    expect(said({ households: 4, singleHouseholds: 0 })).toMatchObject({
      ...{ households: 'withheld', size: 'withheld', alone: 'withheld' },
      aloneAged: '40',
    });
    expect(said({ singleHouseholds: 497 })).toMatchObject({ households: '500', alone: 'withheld' });
    expect(said({ aloneAged80Plus: 248 }).aloneAged).toBe('withheld');
    expect(said({ households: Number.NaN, foreigners: Number.NaN })).toMatchObject({
      ...{ households: 'withheld', size: 'withheld', alone: 'withheld', foreigners: 'withheld' },
    });
  });

  it('is the area alone where so few live there that nothing is told', () => {
    expect(Object.keys(said({}, 'all'))).toEqual(['area']);
  });
});
