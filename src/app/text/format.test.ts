// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { NOT_STATED } from '../../city/catalogue';
import { formats } from './format';
import { startTexts } from './texts';

const italian = formats('it');
const english = formats('en');
const NBSP = '\u00a0';

describe('Italian formats', () => {
  it('groups from four digits, with a decimal comma', () => {
    expect(italian.number(1234.5, 1)).toBe('1.234,5');
    expect(italian.number(12345.67, 1)).toBe('12.345,7');
    expect(italian.number(1234)).toBe('1.234');
    expect(italian.number(2, 1)).toBe('2');
    expect(italian.number(2, 1, true)).toBe('2,0');
  });

  it('keeps years whole', () => {
    expect(italian.year(1968)).toBe('1968');
  });

  it('parts units with a no-break space', () => {
    expect(italian.length(24.5)).toBe(`24,5${NBSP}m`);
    expect(italian.length(12_340)).toBe(`12,3${NBSP}km`);
    expect(italian.area(850.4)).toBe(`850${NBSP}m²`);
    expect(italian.area(47_300)).toBe(`4,7${NBSP}ha`);
    expect(italian.area(2_340_000)).toBe(`2,34${NBSP}km²`);
    expect(italian.density(7512.4)).toBe(`7.512${NBSP}ab./km²`);
    expect(italian.speed(30)).toBe(`30${NBSP}km/h`);
  });

  it('writes percentages and changes with their sign', () => {
    expect(italian.percent(0.1254)).toBe('12,5%');
    expect(italian.signedPercent(0.0512)).toBe('+5,1%');
    expect(italian.signedPercent(-0.02)).toBe('−2%');
    expect(italian.number(-1234.5, 1)).toBe('−1.234,5');
    expect(italian.euro(-7.5)).toBe(`−7,50${NBSP}€`);
    expect(english.signed(-3)).toBe('−3');
    expect(italian.signed(1234)).toBe('+1.234');
  });

  it("writes dates in the city's zone, and leaves what is not a date", () => {
    expect(italian.date('2026-11-22')).toBe('22 novembre 2026');
    expect(italian.dateTime('2026-11-22T04:01:00Z')).toBe('22/11/26, 05:01');
    expect(italian.date('2020–2024')).toBe('2020–2024');
    expect(italian.date('2024')).toBe('2024');
    expect(italian.date('2026-06-12–2026-07-15')).toBe('12 giugno\u2009–\u200915 luglio 2026');
    expect(italian.date('before 2024')).toBe('prima del 2024');
    expect(italian.date('demo 2, milano')).toBe('dati generati, demo 2, milano');
    expect(italian.date(NOT_STATED)).toBe('data non dichiarata');
    expect(italian.dateTime('ieri')).toBe('ieri');
  });

  it('joins lists', () => {
    expect(italian.list(['edifici', 'strade', 'servizi'])).toBe('edifici, strade e servizi');
  });
});

describe('English formats', () => {
  it('uses the English marks', () => {
    expect(english.number(1234.5, 1)).toBe('1,234.5');
    expect(english.density(7512)).toBe(`7,512${NBSP}inh./km²`);
    expect(english.date('2026-11-22')).toBe('22 November 2026');
    expect(english.date(NOT_STATED)).toBe('date not stated');
  });
});

describe('plurals', () => {
  it('knows one, many and other', () => {
    startTexts();
    const rows = (n: number) => i18next.t('list.rows', { count: n, n: italian.number(n) });
    expect(rows(1)).toBe('1 riga');
    expect(rows(88)).toBe('88 righe');
    expect(rows(1_000_000)).toBe('1.000.000 di righe');
  });
});
