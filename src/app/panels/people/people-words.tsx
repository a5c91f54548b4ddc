// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import type { NeedAnswer } from '../../../simulation/people-protocol';
import type { Formats } from '../../text/format';
import style from './people.module.css';
import type { Ends } from './people-figures';

export interface Words {
  readonly t: TFunction;
  readonly format: Formats;
}

export interface Written {
  readonly value: string;
  readonly low: string;
  readonly high: string;
}

/** Significant digits, however narrow the interval: the models are no finer. */
const MOST_DIGITS = 3;

/** A power of ten of which the interval holds at least twenty, so that both its ends and what is in it are told apart. */
function stepWithin({ value, low, high }: Ends): number {
  const most = Math.max(Math.abs(low), Math.abs(high), Math.abs(value));
  const finest = Math.floor(Math.log10(most)) - MOST_DIGITS + 1;
  // The small nudge: the logarithm of an exact power of ten may fall short of it.
  return 10 ** Math.max(finest, Math.floor(Math.log10((high - low) / 20) + 1e-9));
}

/** `whole`: what is no part of one, and was not counted: pupils without a place, visits, hours. */
export type Sense = 'persons' | 'whole' | 'share' | 'change' | 'minutes' | 'number';

/** A figure and its ends, with no digit finer than the interval allows; what was counted is written out. */
export function written(ends: Ends, sense: Sense, format: Formats): Written {
  const scale = sense === 'share' || sense === 'change' ? 100 : 1;
  const [value, low, high] = [ends.value * scale, ends.low * scale, ends.high * scale];
  const exact = isExact(ends);
  // Nobody is a tenth of a person.
  const finest = sense === 'persons' || sense === 'whole' ? 1 : 0;
  const step = exact ? finest || 0.1 : Math.max(finest, stepWithin({ value, low, high }));
  const digits = Math.max(0, -Math.round(Math.log10(step)));
  const write = (figure: number) => {
    const rounded = Math.round(figure / step) * step || 0;
    const text =
      sense === 'change' ? format.signed(rounded, digits, true) : format.number(rounded, digits, true);
    return scale === 100 ? `${text}%` : text;
  };
  return { value: write(value), low: write(low), high: write(high) };
}

/** The same in every draw; what only looks so once it is rounded is none. */
const isExact = ({ value, low, high }: Ends): boolean => low === high && value === low;

/** "1.200 (da 1.100 a 1.300)"; persons that were counted stand alone. */
export function withRange(ends: Ends, sense: Sense, { t, format }: Words): string {
  const { value, low, high } = written(ends, sense, format);
  return sense === 'persons' && isExact(ends) ? value : t('people.figure', { value, low, high });
}

/**
 * A figure as the tables show it: its interval under it. There is no way to show one without the other. One that has
 * none was counted, or made from what was.
 */
export function Figure({
  ends,
  sense,
  words,
  counted = true,
}: {
  ends: Ends | null;
  sense: Sense;
  words: Words;
  counted?: boolean;
}) {
  const { t, format } = words;
  if (!ends) return <small className={style.withheld}>{t('people.withheld')}</small>;
  const { value, low, high } = written(ends, sense, format);
  return (
    <span className={style.figure}>
      <b>{value}</b>
      <small>
        {sense === 'persons' && isExact(ends)
          ? t(counted ? 'people.counted' : 'people.rebuilt')
          : t('people.range', { low, high })}
      </small>
    </span>
  );
}

/** "1º", "1st". */
export function ordinal(rank: number, { format }: Words): string {
  if (format.locale === 'it-IT') return `${format.number(rank)}º`;
  const kind = new Intl.PluralRules(format.locale, { type: 'ordinal' }).select(rank);
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[kind];
  return `${format.number(rank)}${ending}`;
}

/** "tra 1º e 3º posto", or "sempre 1º": without an article, which before 8º and 11º is another. */
export function rankRangeText(low: number, high: number, words: Words): string {
  const { t } = words;
  return low === high
    ? t('people.need.always', { rank: ordinal(low, words) })
    : t('people.need.between', { low: ordinal(low, words), high: ordinal(high, words) });
}

/** "da +0,31 a +0,52": of what comes from one indicator. */
export function partRange(
  { lowContribution, highContribution }: NeedAnswer['indicators'][number],
  row: number,
  { t, format }: Words,
): string {
  const write = (ends: Float32Array) => format.signed(ends[row] as number, 2, true);
  return t('people.range', { low: write(lowContribution), high: write(highContribution) });
}

/** "da 1,52 a 2,21": of the index of need. */
export function indexRange(
  { lowIndex, highIndex }: Pick<NeedAnswer, 'lowIndex' | 'highIndex'>,
  row: number,
  { t, format }: Words,
): string {
  const write = (ends: Float32Array) => format.number(ends[row] as number, 2, true);
  return t('people.range', { low: write(lowIndex), high: write(highIndex) });
}
