// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../impact/digest';
import type { Estimate } from '../../impact/estimate';
import { TOPICS, type Topic } from '../../impact/summary';
import { outcome as en } from '../text/en-outcome';
import { outcome } from '../text/it-outcome';
import { chargeDigest, greenDigest } from './fixtures/digests';
import { gulpease } from './fixtures/gulpease';
import {
  assumptionTexts,
  districtsText,
  effectText,
  firstEffects,
  headlineOn,
  headlineText,
  limitTexts,
  modelTexts,
  mostText,
  type OutcomeWords,
  outcomeWords,
} from './outcome-words';

let words: OutcomeWords;
let english: OutcomeWords;
beforeAll(async () => {
  await i18next.init({
    lng: 'it',
    resources: { it: { translation: { outcome } }, en: { translation: { outcome: en } } },
    interpolation: { escapeValue: false },
  });
  words = outcomeWords(i18next.getFixedT('it'), 'it');
  english = outcomeWords(i18next.getFixedT('en'), 'en');
});

describe('the words of an outcome', () => {
  it('say the headline in one sentence', () => {
    expect(headlineText(chargeDigest(), words)).toBe(
      'Con «Area C più cara» forse si guida di meno, ma forse chi parte da Milano ci rimette',
    );
    expect(headlineText(greenDigest(), english)).toMatch(/^With “Più alberi e una scuola” /);
    expect(headlineText({ scenario: 'X', sentences: [] }, words)).toBe('«X»: nessun cambiamento che si noti');
  });

  it('say a headline that was proposed in the language of the page, and leave an author’s own, marked', () => {
    const digest = chargeDigest();
    const proposed = headlineText(digest, words);
    const on = (title: string, page: OutcomeWords) => headlineOn(title, digest, page, words);
    expect(on(proposed, english)).toEqual({ text: headlineText(digest, english), lang: undefined });
    expect(on(proposed, english).text).toMatch(/^With “Area C più cara” /);
    expect(on('Meno auto in centro', english)).toEqual({ text: 'Meno auto in centro', lang: 'it' });
    for (const title of [proposed, 'Meno auto in centro'])
      expect(on(title, words)).toEqual({ text: title, lang: undefined });
  });

  it('say three effects, each with its interval and a plain word of how sure it is', () => {
    const effects = firstEffects(chargeDigest(), words);
    expect(effects.map(({ topic, side }) => [topic, side])).toEqual([
      ['traffic', 'better'],
      ['air', 'better'],
      ['districts', 'worse'],
    ]);
    // 95,000 − 200 a draw, before 100,000: from 5,060 to 5,540 less.
    expect(effects[0]).toMatchObject({
      // Four draws that agree are no certainty.
      title: 'Forse si guida di meno',
      figure: 'da 5.100 a 5.500 km in meno',
      share: 'cioè tra 5,1% e 5,5% rispetto a prima',
      when: 'fra le 8 e le 9 del mattino',
      confidence: 'likely',
    });
    // The clause says that it is lost: a sign would say it twice.
    expect(effects[2]!.figure).toMatch(/^da \d+ a \d+ €$/);
    expect(districtsText({ more: 2, less: 1, unclear: 3, none: 1082 }, words)).toBe(
      'Quartieri che guadagnano: 2. Che perdono: 1. Incerti: 3. Uguali: 1.082.',
    );
  });

  it('say of who comes from outside that they gain or lose only where that is sure', () => {
    const districts = chargeDigest().sentences.find(({ topic }) => topic === 'districts')!;
    const outsideSaid = (low: number, value: number, high: number) =>
      effectText({ ...districts, outside: { value, low, high } as Estimate }, words).more.at(-1);
    expect(outsideSaid(-930, -915, -900)).toBe('Chi arriva da fuori ci rimette da 900 a 930 €.');
    expect(outsideSaid(900, 915, 930)).toBe('Chi arriva da fuori ci guadagna da 900 a 930 €.');
    expect(outsideSaid(-60, -20, 40)).toBe(
      'Per chi arriva da fuori non si sa: fra 60 € persi e 40 € guadagnati.',
    );
  });

  it('say how much the district changes that changes most: the darkest colour may be little', () => {
    const row = (id: number, value: number, direction: 'less' | 'more' | 'unclear') => ({
      ...{ id, name: `Q${id}`, direction },
      change: { value, low: value - 1, high: value + 1 } as Estimate,
    });
    const rows = [row(1, 5, 'more'), row(2, -8, 'less'), row(3, 20, 'unclear')];
    expect(mostText(rows, words)).toBe(
      'Il colore più scuro è di chi cambia più degli altri: «Q2» perde 7–9 € in quell’ora.',
    );
    expect(mostText([row(3, 20, 'unclear')], words)).toBe('');
  });

  it('say what all gain or lose together for each trip too', () => {
    const districts = chargeDigest().sentences.find(({ topic }) => topic === 'districts')!;
    const perTrip = (tripsH: number | null) => {
      const change = { ...districts.change, value: -150, low: -200, high: -100 };
      return effectText({ ...districts, change, tripsH }, words).more[0];
    };
    expect(perTrip(1000)).toBe('In media, da 10 a 20 centesimi per viaggio.');
    expect(perTrip(30_000)).toBe('In media è meno di un centesimo per viaggio.');
    // What was published before trips were told, or has none.
    for (const none of [null, 0]) expect(perTrip(none)).toMatch(/^(Per )?chi arriva da fuori/i);
  });

  it('say entries in per cent: their level is below what is counted', () => {
    const traffic = chargeDigest().sentences.find(({ topic }) => topic === 'traffic')!;
    expect(effectText({ ...traffic, topic: 'areaC', unit: 'trips/day' }, words)).toMatchObject({
      title: 'Forse entrano meno auto in Area C',
      figure: 'da 5,1% a 5,5% in meno',
      when: 'in un giorno feriale',
      share: null,
      side: 'none',
    });
    const share = { value: 0.25, low: 0.2, high: 0.3 } as Estimate;
    const more = { ...traffic, topic: 'areaC', unit: 'trips/day', direction: 'more', share } as const;
    expect(effectText(more, english).figure).toBe('from 20% to 30% more');
  });

  it('tell in the headline what is for better or for worse after what is neither', () => {
    const { scenario, sentences } = chargeDigest();
    const traffic = sentences.find(({ topic }) => topic === 'traffic')!;
    const entries = { ...traffic, topic: 'areaC' } as const;
    const riders = { ...traffic, topic: 'transit', direction: 'more' } as const;
    expect(headlineText({ scenario, sentences: [entries, riders, traffic] }, words)).toBe(
      'Con «Area C più cara» forse entrano meno auto in Area C e forse si guida di meno',
    );
    const losers = sentences.find(({ topic }) => topic === 'districts')!;
    expect(headlineText({ scenario, sentences: [entries, traffic, losers] }, words)).toBe(
      'Con «Area C più cara» forse entrano meno auto in Area C, ma forse chi parte da Milano ci rimette',
    );
    expect(headlineText({ scenario, sentences: [entries, riders] }, words)).toBe(
      'Con «Area C più cara» forse entrano meno auto in Area C e forse si usano di più i mezzi pubblici',
    );
  });

  it('say what cannot be told as such', () => {
    const time = chargeDigest().sentences.find(({ topic }) => topic === 'time')!;
    expect(effectText(time, words)).toMatchObject({
      title: 'Non si sa: il tempo perso nel traffico',
      confidence: 'unclear',
      side: 'none',
      share: null,
    });
  });

  it('have words for every topic, in both languages', () => {
    const known = Object.keys(TOPICS) as Topic[];
    expect(Object.keys(outcome.clause).sort()).toEqual([...known].sort());
    for (const topic of known) expect(en.clause[topic].less, topic).not.toBe(outcome.clause[topic].less);
  });

  it.each([
    ['of a charge', chargeDigest()],
    ['of trees and a school', greenDigest()],
  ])('are easily read: Gulpease 50 and more, %s', (_, digest: Digest) => {
    const effects = digest.sentences.map((one) => effectText(one, words));
    const text = [
      headlineText(digest, words),
      ...effects.flatMap(({ title, figure, when, share, more }) => [
        title,
        [figure, when, share].filter(Boolean).join(' '),
        ...more,
      ]),
      outcome.effects.note,
      outcome.confidence.body,
      ...digest.measures.map(({ it: said }) => said),
      outcome.gains.body,
      ...assumptionTexts(digest, words),
      ...modelTexts(digest, words),
      ...limitTexts(digest, words),
      outcome.questions.body,
    ].join('\n');
    const ease = gulpease(text);
    expect(ease, `Gulpease ${ease.toFixed(1)}`).toBeGreaterThanOrEqual(50);
  });

  it('are measured by an index that knows a hard text', () => {
    // 89 + (300 × 1 − 10 × 18) ÷ 4
    expect(gulpease('Il gatto mangia pesce.')).toBeCloseTo(89 + (300 - 180) / 4, 6);
    expect(
      gulpease(
        'L’internalizzazione delle esternalità viabilistiche determina conseguentemente modificazioni redistributive.',
      ),
    ).toBeLessThan(50);
  });
});
