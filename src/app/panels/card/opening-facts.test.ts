// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Weekday } from '../../../city/clock';
import { parseOpeningHours } from '../../../city/opening-hours';
import { formats } from '../../text/format';
import { loadPart, loadWords, startTexts } from '../../text/texts';
import { openingText } from './opening-facts';

beforeAll(async () => {
  startTexts();
  await loadPart('places', 'it');
  await loadWords('en');
});

describe('whether it is open', () => {
  const office = parseOpeningHours('lun-ven 8:30-15:30; sabato 22:00-2:00')!;
  const at = (weekday: Weekday, hour: number, language: 'it' | 'en' = 'it') =>
    openingText(
      office,
      { weekday, secondOfDay: hour * 3600 },
      i18next.getFixedT(language),
      formats(language),
    );

  it('is said with the hour at which that ends, and the day where it is another', () => {
    expect(at(3, 10)).toBe('Aperto fino alle 15:30');
    expect(at(3, 7)).toBe('Chiuso, apre oggi alle 8:30');
    expect(at(3, 16)).toBe('Chiuso, apre domani alle 8:30');
    expect(at(7, 16)).toBe('Chiuso, apre domani alle 8:30');
    expect(at(7, 3)).toBe('Chiuso, apre domani alle 8:30');
    expect(at(6, 23)).toBe('Aperto fino a domenica alle 2:00');
    expect(at(5, 16)).toBe('Chiuso, apre domani alle 22:00');
    expect(at(3, 10, 'en')).toBe('Open until 15:30');
  });

  it('two days on names the day', () => {
    const monday = parseOpeningHours('lun 8:30-12:30')!;
    const { language } = i18next;
    expect(language).toBe('it');
    expect(openingText(monday, { weekday: 6, secondOfDay: 0 }, i18next.getFixedT('it'), formats('it'))).toBe(
      'Chiuso, apre lunedì alle 8:30',
    );
    const always = parseOpeningHours('tutti i giorni 0-24')!;
    expect(openingText(always, { weekday: 6, secondOfDay: 0 }, i18next.getFixedT('it'), formats('it'))).toBe(
      'Aperto',
    );
  });
});
