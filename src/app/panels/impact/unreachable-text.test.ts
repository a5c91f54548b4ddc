// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { estimateOf } from '../../../impact/estimate';
import type { UnreachableSentence } from '../../../impact/unreachable';
import { formats } from '../../text/format';
import { loadPart, loadWords, startTexts } from '../../text/texts';
import { unreachableText } from './impact-words';

beforeAll(async () => {
  startTexts();
  await Promise.all([loadWords('en'), loadPart('impact', 'it'), loadPart('impact', 'en')]);
});

const text = (sentence: UnreachableSentence, language: 'it' | 'en') =>
  unreachableText(sentence, { t: i18next.getFixedT(language), language, format: formats(language) });
const vehH = estimateOf([100, 110, 190, 200]);

describe('zones without a way, in words', () => {
  it('as many in every draw are said as such, the vehicles with their interval', () => {
    const sentence: UnreachableSentence = { when: 'after', pairs: estimateOf([6, 6, 6, 6]), vehH };
    expect(text(sentence, 'it')).toBe(
      'Con le misure, tra 6 coppie di zone non c’è più strada: da 100 a 200 veicoli/h restano fuori dal conto del traffico.',
    );
    expect(text(sentence, 'en')).toBe(
      'With the measures, no street leads between 6 pairs of zones any more: 100 to 200 vehicles/h are left out of the traffic.',
    );
  });

  it('where there were some before, does not say that the measures took their street', () =>
    expect(text({ when: 'left', pairs: estimateOf([2, 2, 2, 2]), vehH }, 'it')).toBe(
      'Con le misure restano senza strada 2 coppie di zone: da 100 a 200 veicoli/h sono fuori dal conto del traffico.',
    ));

  it('one is one', () =>
    expect(text({ when: 'before', pairs: estimateOf([1, 1, 1, 1]), vehH }, 'it')).toBe(
      'Prima, tra una coppia di zone non c’è strada: da 100 a 200 veicoli/h restano fuori dal conto del traffico.',
    ));

  it('not as many in every draw are said with their interval', () =>
    expect(text({ when: 'always', pairs: estimateOf([2, 4, 4, 7]), vehH }, 'en')).toBe(
      'No street leads between pairs of zones (2 to 7), before or after: 100 to 200 vehicles/h are left out of the traffic.',
    ));
});
