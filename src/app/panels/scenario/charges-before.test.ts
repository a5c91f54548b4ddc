// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallCity } from '../../../scenario/fixtures/small-city';
import { formats } from '../../text/format';
import { loadPart, startTexts } from '../../text/texts';
import { chargesText } from './charges-before';
import type { Words } from './words';

const NBSP = '\u00a0';
const city = smallCity();
let words: Words;

beforeAll(async () => {
  startTexts();
  await loadPart('scenario', 'it');
  words = { t: i18next.t, format: formats('it'), city };
});

describe('what is charged before any measure', () => {
  it('has the prices and hours of the city', () => {
    const [charge] = city.rules.charges;
    const other = {
      ...charge!,
      hours: { fromMin: 480, toMin: 600 },
      priceEur: { visitor: 7.5, resident: 3, goods: 0 },
    };
    expect(chargesText([other], words)).toBe(
      `Area C: visitatori 7,50${NBSP}€, residenti 3${NBSP}€, merci e servizio 0${NBSP}€, dalle 8:00 alle 10:00`,
    );
  });

  it('is nothing where nothing is charged', () => {
    expect(chargesText([], words)).toBeNull();
  });
});
