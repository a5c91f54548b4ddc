// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { asTold } from '../../../impact/certainty';
import type { Estimate } from '../../../impact/estimate';
import { READ_IN_PERCENT, type Unit } from '../../../impact/outcome';
import { type Sentence, TOPICS } from '../../../impact/summary';
import type { UnreachableSentence } from '../../../impact/unreachable';
import { type Language, useStore } from '../../state/store';
import { formatEstimate, formatRatio, holdsBothSigns } from '../../text/estimate-format';
import { type Formats, formats } from '../../text/format';
import { impact } from '../../text/it-impact';

/** Words and figures in the language of the screen. */
export function useImpactWords() {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  return { t, language, format: formats(language) };
}

interface Words {
  readonly t: TFunction;
  readonly language: Language;
  readonly format: Formats;
}

/** One of the sentences, with its interval. @param nameOf a district, by its row */
export function sentenceText(sentence: Sentence, nameOf: (row: number) => string, words: Words): string {
  const { most, direction } = sentence;
  const { t } = words;
  if (!most) return ofCity(sentence, words);
  const where = {
    district: nameOf(most.row),
    size: sizeText(most.change, most.unit, most.direction, words),
  };
  return direction === 'none'
    ? t('impact.summary.onlyThere', { figure: t(`impact.field.${most.field}`), ...where })
    : `${ofCity(sentence, words)} ${t('impact.summary.most', where)}`;
}

/** Of what one counts there are fewer, of what one measures less. */
const COUNTED: readonly Unit[] = [
  'veh/h',
  'trips/h',
  'trips/day',
  'visits/day',
  'passengers/h',
  'jobs',
  'places',
  'persons',
  'pupils',
];

/** How much less or more; ends of both signs are no "so much less". */
function sizeText(
  change: Estimate,
  unit: Unit,
  side: 'less' | 'more' | null,
  { t, language }: Words,
): string {
  if (holdsBothSigns(change)) return rangeText(change, unit, { t, language });
  const size = formatEstimate(change, unit, language, 'size');
  const plain =
    size.low === size.high
      ? t('impact.sizeAlways', { value: size.value, unit: size.unit })
      : t('impact.size', { low: size.low, high: size.high, unit: size.unit });
  if (!side) return plain;
  const by = side === 'less' && COUNTED.includes(unit) ? 'fewer' : side;
  return t(`impact.summary.by.${by}`, { size: plain });
}

/** The same of a change in per cent. */
function ratioText(ratio: Estimate, side: 'less' | 'more' | null, { t, language }: Words): string {
  const isBoth = side === null || holdsBothSigns(ratio);
  const { low, high } = formatRatio(ratio, language, isBoth ? 'change' : 'size');
  if (isBoth) return t('impact.summary.changeOf', { low, high, unit: '' }).trim();
  return t(`impact.summary.by.${side}`, { size: t('impact.size', { low, high, unit: '' }).trim() });
}

function ofCity(
  { topic, direction, unit, change, share, districts, outside }: Sentence,
  words: Words,
): string {
  const { t, language, format } = words;
  const ratio = share && formatRatio(share, language, 'size');
  const between = rangeText(change, unit, { t, language });
  // Its level is below what is counted: its change in per cent holds.
  const inPercent = READ_IN_PERCENT.includes(TOPICS[topic]) && share;
  const side = topic !== 'districts' && (direction === 'less' || direction === 'more') ? direction : null;
  // One key stands for all in the type; text.test.ts holds both languages complete.
  const sentence = t(`impact.summary.${topic}.${direction}` as 'impact.summary.districts.less', {
    size: inPercent ? ratioText(inPercent, side, words) : sizeText(change, unit, side, words),
    change: inPercent ? ratioText(inPercent, null, words) : between,
    share: ratio ? t('impact.summary.shareOf', { low: ratio.low, high: ratio.high }) : '',
    districts: districts ? districtsText(districts, t, format) : '',
    outside: outside ? rangeText(outside, unit, { t, language }) : '',
  });
  // Said to stay as it was, and still no figure without its interval.
  const isNothing = change.low === 0 && change.high === 0;
  return direction === 'none' && !isNothing
    ? `${sentence} ${t('impact.summary.belowCalculation', { change: between })}`
    : sentence;
}

/** From where to where a change lies, with its signs. */
function rangeText(
  change: Estimate,
  unit: Unit,
  { t, language }: { t: TFunction; language: Language },
): string {
  const { low, high, unit: name } = formatEstimate(asTold(change, unit), unit, language, 'change');
  return t('impact.summary.changeOf', { low, high, unit: name });
}

/** That pairs of zones have no way by car, and how many vehicles are left out for it. */
export function unreachableText(
  { when, pairs, vehH }: UnreachableSentence,
  { t, language, format }: { t: TFunction; language: Language; format: Formats },
): string {
  const { low, high, unit } = formatEstimate(vehH, 'veh/h', language, 'size');
  return t(`impact.unreachable.${when}`, {
    pairs:
      pairs.low === pairs.high
        ? t('impact.unreachable.pairs', { count: pairs.value, n: format.number(pairs.value) })
        : t('impact.unreachable.pairsFromTo', {
            low: format.number(Math.floor(pairs.low)),
            high: format.number(Math.ceil(pairs.high)),
          }),
    vehicles: t('impact.size', { low, high, unit }),
  });
}

/** How many districts gain, lose, cannot be told, stay: those that are none are left unsaid, but for the first two. */
function districtsText(counts: NonNullable<Sentence['districts']>, t: TFunction, format: Formats): string {
  const { gain, lose, unclear, same } = counts;
  const parts: string[] = [
    t('impact.summary.gain', { count: gain }),
    t('impact.summary.lose', { count: lose }),
  ];
  if (unclear > 0) parts.push(t('impact.summary.unclear', { count: unclear }));
  if (same > 0) parts.push(t('impact.summary.same', { count: same }));
  return format.list(parts);
}

/** What an assumption of the models is called; one that has no name yet is called as it is in the answer. */
export function parameterName(id: string, t: TFunction): string {
  return Object.hasOwn(impact.parameter, id)
    ? t(`impact.parameter.${id as keyof typeof impact.parameter}`)
    : id;
}
