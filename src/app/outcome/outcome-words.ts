// SPDX-License-Identifier: EUPL-1.2
/** A digest in the words of the page: the same for the screen, its reader, print, slides and files. */
import type { TFunction } from 'i18next';
import { asTold, type Direction } from '../../impact/certainty';
import { type Confidence, confidenceOf } from '../../impact/confidence';
import type { Digest, ToldSentence } from '../../impact/digest';
import { type Estimate, keptEstimate } from '../../impact/estimate';
import { READ_IN_PERCENT, type Unit } from '../../impact/outcome';
import { TOPICS } from '../../impact/summary';
import { FIRST, sideOf } from '../../impact/told-first';
import type { Language } from '../state/store';
import { formatEstimate, formatRatio, holdsBothSigns } from '../text/estimate-format';
import { type Formats, formats } from '../text/format';

export interface OutcomeWords {
  readonly t: TFunction;
  readonly language: Language;
  readonly format: Formats;
}
export const outcomeWords = (t: TFunction, language: Language): OutcomeWords => ({
  ...{ t, language },
  format: formats(language),
});

/** One thing that changes, stays, or cannot be told. */
export interface EffectText {
  readonly topic: ToldSentence['topic'];
  readonly title: string;
  /** How much, with its interval; null where nothing changes at all. */
  readonly figure: string | null;
  readonly when: string;
  /** Of what there was; null where that is not known. */
  readonly share: string | null;
  /** How sure the direction is; null where there is none. */
  readonly confidence: Confidence | null;
  readonly side: 'better' | 'worse' | 'none';
  /** Districts, those from outside, where it changes most: a sentence each. */
  readonly more: readonly string[];
}

/** What one in five calculations denies is said with a "perhaps". */
const isLikely = (sentence: ToldSentence): boolean =>
  isChange(sentence) && confidenceOf(sentence.change) === 'likely';
const isChange = ({ direction }: ToldSentence): boolean => direction === 'less' || direction === 'more';

/** A sentence of the digest in words. */
export function effectText(sentence: ToldSentence, words: OutcomeWords): EffectText {
  const { t, language } = words;
  const { topic, direction, change, unit, share } = sentence;
  const about = t(`outcome.clause.${topic}.about`);
  const title =
    direction === 'less' || direction === 'more'
      ? t(`outcome.clause.${topic}.${direction}`)
      : t(direction === 'unclear' ? 'outcome.effects.unclearTitle' : 'outcome.effects.noneTitle', { about });
  const isNothing = change.low === 0 && change.high === 0;
  const ratio = share && isChange(sentence) && !holdsBothSigns(share) && formatRatio(share, language, 'size');
  const inPercent =
    ratio &&
    READ_IN_PERCENT.includes(TOPICS[topic]) &&
    oneSpaced(
      t(`outcome.effects.${direction as 'less' | 'more'}`, { low: ratio.low, high: ratio.high, unit: '' }),
    );
  return {
    topic,
    title: capital(isLikely(sentence) ? t('outcome.headline.perhaps', { clause: title }) : title, words),
    figure: isNothing ? null : inPercent || sizeText(change, unit, sizeWord(sentence), words),
    when: t(`outcome.clause.${topic}.when`),
    share: ratio && !inPercent ? t('outcome.effects.share', { low: ratio.low, high: ratio.high }) : null,
    confidence: direction === 'none' ? null : direction === 'unclear' ? 'unclear' : confidenceOf(change),
    side: sideOf(sentence) ?? 'none',
    more: moreText(sentence, words),
  };
}

/** How a figure is told whose side is known: so much less, so much more, or, where the clause says which, so much. */
type SizeWord = 'less' | 'more' | 'size';

/** Of money, one gains or loses it: the clause says which. */
const sizeWord = (sentence: ToldSentence): SizeWord | null => {
  if (!isChange(sentence)) return null;
  return sentence.topic === 'districts' ? 'size' : (sentence.direction as 'less' | 'more');
};

function moreText(sentence: ToldSentence, words: OutcomeWords): readonly string[] {
  const { outside, most, unit } = sentence;
  const { t } = words;
  const said: string[] = [];
  if (isChange(sentence)) said.push(...perTripText(sentence, words));
  if (outside) said.push(outsideText(outside, unit, words));
  if (most)
    said.push(
      t('outcome.effects.most', {
        district: most.name,
        size: sizeText(most.change, most.unit, most.direction, words),
      }),
    );
  return said;
}

/** How many districts gain, lose, cannot be told, stay. */
export const districtsText = (
  { more, less, unclear, none }: Readonly<Record<Direction, number>>,
  { t, format: { number } }: OutcomeWords,
): string =>
  t('outcome.gains.counts', {
    ...{ gain: number(more), lose: number(less) },
    ...{ unclear: number(unclear), same: number(none) },
  });

/** By how much the district changes that surely changes most: dark colours are the most there is, however little that is. */
export function mostText(rows: NonNullable<Digest['map']>['rows'], words: OutcomeWords): string {
  const sizeOf = ({ change }: (typeof rows)[number]) => Math.abs(change?.value ?? 0);
  const sure = rows.filter(({ direction }) => direction === 'less' || direction === 'more');
  const [most] = [...sure].sort((a, b) => sizeOf(b) - sizeOf(a));
  if (!most?.change) return '';
  const way = most.direction as 'less' | 'more';
  const { low, high } = formatEstimate(most.change, 'eur/h', words.language, 'size');
  return words.t(`outcome.gains.mostOf.${way}`, { name: most.name, low, high });
}

/** What all gain or lose together, for each trip of that hour; nothing where trips are not known, or the side is not. */
function perTripText({ change, unit, tripsH }: ToldSentence, words: OutcomeWords): readonly string[] {
  if (!tripsH || holdsBothSigns(change)) return [];
  const { value, low, high } = change;
  const cents = (eurH: number) => (100 * eurH) / tripsH;
  const perTrip = keptEstimate({ ...change, value: cents(value), low: cents(low), high: cents(high) });
  if (Math.max(Math.abs(perTrip.low), Math.abs(perTrip.high)) < 1)
    return [words.t('outcome.effects.perTripTrifle')];
  const ends = formatEstimate(perTrip, unit, words.language, 'size');
  return [words.t('outcome.effects.perTrip', { low: ends.low, high: ends.high })];
}

/** What those who are no resident gain or lose, where that is sure; else how far it may go either way. */
function outsideText(change: Estimate, unit: Unit, words: OutcomeWords): string {
  const { t, language } = words;
  if (!holdsBothSigns(change)) {
    const size = sizeText(change, unit, 'size', words);
    return t(`outcome.effects.${change.value < 0 ? 'outsideLoses' : 'outsideGains'}`, { size });
  }
  const { low, high, unit: name } = formatEstimate(asTold(change, unit), unit, language, 'change');
  const money = (end: string) => `${end.replace(/^[−+]/, '')} ${ofTheHour(name)}`;
  return t('outcome.effects.outside', { loss: money(low), gain: money(high) });
}

/** "da 3.100 a 3.900 km in meno"; of both signs, or without a side, as a change. */
function sizeText(change: Estimate, unit: Unit, side: SizeWord | null, words: OutcomeWords): string {
  const { t, language } = words;
  if (!side || holdsBothSigns(change)) return rangeText(change, unit, words);
  const { low, high, unit: name } = formatEstimate(change, unit, language, 'size');
  return oneSpaced(t(`outcome.effects.${side}`, { low, high, unit: ofTheHour(name) }));
}

/** Where a unit is empty, two spaces have met. */
const oneSpaced = (text: string): string => text.replace(/\s+/g, (space) => space[0]!);

function rangeText(change: Estimate, unit: Unit, { t, language }: OutcomeWords): string {
  const { low, high, unit: name } = formatEstimate(asTold(change, unit), unit, language, 'change');
  return t('outcome.effects.between', { low, high, unit: ofTheHour(name) });
}

/** Of which hour it is, the sentence says: euros, not euros an hour. A speed stays one. */
const ofTheHour = (unit: string): string => (unit === 'km/h' ? unit : unit.replace(/\/h$/, ''));

/** The three that are told first. */
export const firstEffects = (digest: Pick<Digest, 'sentences'>, words: OutcomeWords): readonly EffectText[] =>
  digest.sentences.slice(0, FIRST).map((one) => effectText(one, words));

/**
 * The headline in one sentence, as it is proposed to whoever publishes: the scenario, what counts most, and what goes
 * the other way where something does.
 */
export function headlineText(
  { scenario, sentences }: Pick<Digest, 'scenario' | 'sentences'>,
  { t }: OutcomeWords,
): string {
  const [first, ...rest] = sentences.slice(0, FIRST).filter(isChange);
  if (!first) return t('outcome.headline.none', { scenario });
  const [sided, ...others] = [first, ...rest].filter((one) => sideOf(one) !== null);
  const opposite = sided && others.find((one) => sideOf(one) !== sideOf(sided));
  const second = opposite ?? (sided === first ? rest[0] : (sided ?? rest[0]));
  const clause = (sentence: ToldSentence) => {
    const said = t(`outcome.clause.${sentence.topic}.${sentence.direction as 'less' | 'more'}`);
    return isLikely(sentence) ? t('outcome.headline.perhaps', { clause: said }) : said;
  };
  if (!second) return t('outcome.headline.one', { scenario, one: clause(first) });
  const words = { scenario, one: clause(first), other: clause(second) };
  return t(opposite ? 'outcome.headline.but' : 'outcome.headline.two', words);
}

/** Words that somebody wrote or the page made, and their language where it is not the page's. */
export interface SaidIn {
  readonly text: string;
  readonly lang: 'it' | undefined;
}

/**
 * The headline on a page: the one that was proposed is said anew in the page's language, what its author wrote stays,
 * in the language of the house.
 * @param italian words of the language that it was written in
 */
export function headlineOn(
  title: string,
  digest: Pick<Digest, 'scenario' | 'sentences'>,
  words: OutcomeWords,
  italian: OutcomeWords,
): SaidIn {
  if (words.language === 'it') return { text: title, lang: undefined };
  if (title === headlineText(digest, italian)) return { text: headlineText(digest, words), lang: undefined };
  return { text: title, lang: title === headlineText(digest, words) ? undefined : 'it' };
}

/** How many calculations an outcome rests on. */
export const drawsOfDigest = (
  { draws: { fewest, most } }: Pick<Digest, 'draws'>,
  { number }: Formats,
): string => (fewest === most ? number(most) : `${number(fewest)}–${number(most)}`);

/** What it rests on, a sentence each. */
export function assumptionTexts(digest: Digest, { t, format }: OutcomeWords): readonly string[] {
  const { models, year } = digest;
  const ofPeople = models.some((model) => model !== 'mobility');
  return [
    ...(models.includes('mobility') ? [t('outcome.assumptions.hour'), t('outcome.assumptions.short')] : []),
    ...(ofPeople ? [t('outcome.assumptions.year', { year: format.year(year) })] : []),
    t('outcome.assumptions.draws', { draws: drawsOfDigest(digest, format) }),
  ];
}

const LIMITS = {
  mobility: ['hour', 'queues', 'buses', 'entries'],
  people: ['growth', 'choice', 'places', 'care'],
  shops: ['visits', 'visitors', 'others'],
  green: ['trees', 'growth', 'heat'],
} as const satisfies Readonly<Record<Digest['models'][number], readonly string[]>>;

/** What the models that answered do not know, a sentence each. */
export const limitTexts = ({ models }: Pick<Digest, 'models'>, { t }: OutcomeWords): readonly string[] =>
  models.flatMap((model) =>
    LIMITS[model].map((limit) => t(`outcome.limits.${model}.${limit}` as 'outcome.limits.mobility.hour')),
  );

/** What is said of how the model did, a sentence each. */
export function modelTexts(
  { validation, synthetic }: Pick<Digest, 'validation' | 'synthetic'>,
  { t, format }: OutcomeWords,
): readonly string[] {
  if (!validation) return [t('outcome.model.untested')];
  const { inside, of } = validation;
  return [
    t('outcome.model.changes', { inside: format.number(inside), of: format.number(of) }),
    ...(synthetic ? [t('outcome.model.synthetic')] : []),
    t('outcome.model.fits'),
  ];
}

function capital(text: string, { format }: OutcomeWords): string {
  return text.charAt(0).toLocaleUpperCase(format.locale) + text.slice(1);
}
