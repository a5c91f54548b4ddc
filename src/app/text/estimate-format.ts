// SPDX-License-Identifier: EUPL-1.2
/**
 * Figures of an answer as they are written: never without their interval, and with no digit finer than
 * the interval allows. Only an `Estimate` can be written, and there is none without an interval.
 */
import { asTold } from '../../impact/certainty';
import type { Estimate } from '../../impact/estimate';
import { drawsOf, type Impact } from '../../impact/impact';
import type { Unit } from '../../impact/outcome';
import type { Language } from '../state/store';
import { type Formats, formats } from './format';

/** An estimate in figures: the three always go together. */
export interface Figures {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  /** Empty where the figures bear it themselves (%). */
  readonly unit: string;
}

/**
 * `level`: how much there is. `change`: by how much it changes, with its sign; shares in points.
 * `size`: by how much, whatever the sign, the smaller end first; where the interval holds both signs,
 * as a change.
 */
export type Sense = 'level' | 'change' | 'size';

const NAMES: Readonly<Record<Unit, Readonly<Record<Language, string>>>> = {
  'veh/h': { it: 'veicoli/h', en: 'vehicles/h' },
  'km/h': { it: 'km/h', en: 'km/h' },
  's/km': { it: 's/km', en: 's/km' },
  min: { it: 'min', en: 'min' },
  'h/h': { it: 'ore', en: 'hours' },
  km: { it: 'km', en: 'km' },
  'trips/h': { it: 'viaggi/h', en: 'trips/h' },
  'trips/day': { it: 'ingressi/giorno', en: 'entries/day' },
  'visits/day': { it: 'visite/giorno', en: 'visits/day' },
  'passengers/h': { it: 'passeggeri/h', en: 'passengers/h' },
  'veh/30min': { it: 'veicoli per mezz’ora', en: 'vehicles per half-hour' },
  share: { it: '', en: '' },
  'eur/h': { it: '€/h', en: '€/h' },
  'eur/day': { it: '€/giorno', en: '€/day' },
  'g/h': { it: 'g/h', en: 'g/h' },
  'kg/h': { it: 'kg/h', en: 'kg/h' },
  'dB(A)': { it: 'dB(A)', en: 'dB(A)' },
  jobs: { it: 'posti di lavoro', en: 'jobs' },
  places: { it: 'servizi', en: 'services' },
  persons: { it: 'persone', en: 'people' },
  pupils: { it: 'alunni', en: 'pupils' },
  'h/week': { it: 'ore a settimana', en: 'hours a week' },
  '/1000': { it: 'ogni 1.000 persone', en: 'per 1,000 people' },
  ha: { it: 'ettari', en: 'hectares' },
  '°C': { it: '°C', en: '°C' },
};
const POINTS = { it: 'punti', en: 'points' } as const;

/** Significant digits, however narrow the interval: the models are no finer. */
const MOST_DIGITS = 3;

/**
 * The step to which an estimate is rounded: a power of ten of which its interval holds at least two,
 * and no finer than {@link MOST_DIGITS} digits of its greatest end.
 */
export function stepOf({ low, high, value }: Pick<Estimate, 'low' | 'high' | 'value'>): number {
  const most = Math.max(Math.abs(low), Math.abs(high), Math.abs(value));
  if (most === 0) return 1;
  const finest = Math.floor(Math.log10(most)) - MOST_DIGITS + 1;
  const width = high - low;
  // The small nudge: the logarithm of an exact power of ten may fall short of it.
  const fromWidth = width > 0 ? Math.floor(Math.log10(width / 2) + 1e-9) : finest;
  return 10 ** Math.max(finest, fromWidth);
}

/** An estimate in figures of a language. */
export function formatEstimate(
  estimate: Estimate,
  unit: Unit,
  language: Language,
  asked: Sense = 'level',
): Figures {
  const sense = asked === 'size' && holdsBothSigns(estimate) ? 'change' : asked;
  const asPoints = unit === 'share' && sense !== 'level';
  const scaled = unit === 'share' ? timesAs(100, estimate) : estimate;
  const ends = sense === 'size' ? sizes(scaled) : scaled;
  const step = stepOf(ends);
  const digits = digitsOf(step);
  const { number, signed } = formats(language);
  const write = (value: number) => {
    const rounded = roundTo(value, step);
    const text = sense === 'change' ? signed(rounded, digits, true) : number(rounded, digits, true);
    return unit === 'share' && !asPoints ? `${text}%` : text;
  };
  return {
    value: write(ends.value),
    low: write(ends.low),
    high: write(ends.high),
    unit: asPoints ? POINTS[language] : NAMES[unit][language],
  };
}

/** A figure before and after, and by how much it changes. */
export interface BeforeAfter {
  readonly before: Estimate;
  readonly after: Estimate;
  readonly change: Estimate;
}

/** Significant digits of a level that is told beside its change: what is kept of an answer has no more. */
const MOST_COMPARED_DIGITS = 6;

/**
 * A figure before, after and as a change, so that they agree as they are written: after less before is the change.
 * The two levels are told as finely as the change, however wide their own intervals are: two numbers that are one
 * when they are rounded would deny the change beside them. What is told after is what is told before with the change
 * added, since each of the three is the median of its own draws, and medians do not add up; where that lies outside the
 * interval of what comes after, the median stays.
 */
export function formatBeforeAfter(
  figure: BeforeAfter,
  unit: Unit,
  language: Language,
): Readonly<Record<keyof BeforeAfter, Figures>> {
  const factor = unit === 'share' ? 100 : 1;
  const [before, after] = [timesAs(factor, figure.before), timesAs(factor, figure.after)];
  const change = timesAs(factor, asTold(figure.change, unit));
  const changeStep =
    change.low === change.high && change.value === 0 ? Number.POSITIVE_INFINITY : stepOf(change);
  const most = Math.max(Math.abs(before.value), Math.abs(after.value));
  const finest = most === 0 ? 0 : 10 ** (Math.floor(Math.log10(most)) - MOST_COMPARED_DIGITS + 1);
  const step = Math.max(finest, Math.min(changeStep, stepOf(before), stepOf(after)));
  const told = roundTo(before.value, step);
  const added = told + (Number.isFinite(changeStep) ? roundTo(change.value, changeStep) : 0);
  const isWithin = added >= after.low - step && added <= after.high + step;
  const then = changeStep >= step && isWithin ? roundTo(added, step) : roundTo(after.value, step);
  const level = (value: number) =>
    `${formats(language).number(value, digitsOf(step), true)}${unit === 'share' ? '%' : ''}`;
  return {
    before: { ...formatEstimate(figure.before, unit, language), value: level(told) },
    after: { ...formatEstimate(figure.after, unit, language), value: level(then) },
    change: formatEstimate(asTold(figure.change, unit), unit, language, 'change'),
  };
}

/** A ratio, as the change of a total over what it was before, in per cent with its sign. */
export function formatRatio(ratio: Estimate, language: Language, sense: Sense = 'change'): Figures {
  const { value, low, high } = formatEstimate(ratio, 'share', language, sense);
  return { value: `${value}%`, low: `${low}%`, high: `${high}%`, unit: '' };
}

/** Whether an interval goes from less to more: its ends cannot be written without their signs. */
export const holdsBothSigns = ({ low, high }: Pick<Estimate, 'low' | 'high'>): boolean => low < 0 && high > 0;

/** Name of a unit, as beside a column of figures; per cent for shares. */
export function unitName(unit: Unit, language: Language): string {
  return unit === 'share' ? '%' : NAMES[unit][language];
}

/** How many draws an answer rests on: from the fewest to the most, where its models differ. */
export function drawsText(impact: Impact, { number }: Formats): string {
  const { fewest, most } = drawsOf(impact);
  return fewest === most ? number(most) : `${number(fewest)}–${number(most)}`;
}

type Ends = Pick<Estimate, 'low' | 'high' | 'value'>;
const timesAs = (factor: number, { value, low, high }: Ends): Ends => ({
  value: factor * value,
  low: factor * low,
  high: factor * high,
});
const digitsOf = (step: number): number => Math.max(0, -Math.round(Math.log10(step)));
function sizes({ value, low, high }: Ends): Ends {
  const [a, b] = [Math.abs(low), Math.abs(high)];
  return { value: Math.abs(value), low: Math.min(a, b), high: Math.max(a, b) };
}
/** Halves away from zero; zero itself without a sign. */
const roundTo = (value: number, step: number): number =>
  Math.sign(value) * Math.round(Math.abs(value) / step) * step || 0;
