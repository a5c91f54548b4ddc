// SPDX-License-Identifier: EUPL-1.2
/** Published changes that the model is held to, and what it says of them where there are no counts by half-hour. Pure. */
import { exp, log } from '../../../../city/exact-math';
import { type Estimate, estimateOf } from '../../../../impact/estimate';
import { PRICE_2012_EUR } from './calibration';

/** What a published figure counts, and where it is from. Words for the codes are the screen's. */
interface Headline {
  readonly hours: 'charged-hours' | '24-hours';
  readonly vehicles: 'all-vehicles' | 'chargeable-vehicles';
  readonly observedPercent: number;
  readonly source: 'comune-entries-2012' | 'milanotoday-2017' | 'affaritaliani-2023';
  /** What the prediction rests on, beyond the response. */
  readonly notes: readonly NoteCode[];
  /** Why what was observed may lie outside. */
  readonly why: WhyCode;
  /** What the model was fitted to; the others it was not shown. */
  readonly fitted: boolean;
  /** The price before and after, where only it changed: what one class of travellers with one value of time would do. */
  readonly fromEur?: number;
  readonly toEur?: number;
}
export type NoteCode =
  | 'season-from-dawn-and-schools'
  /** Without the seasonal correction the interval would not hold what was counted. */
  | 'outside-without-season'
  | 'thursdays-until-18'
  | 'new-payers-assumed'
  | 'trend-assumed'
  | 'prices-of-2012'
  | 'paying-share-assumed'
  | 'season-of-2012'
  | 'year-on-year-near-zero';
export type WhyCode = 'habits-not-modelled' | 'shares-not-known' | 'eleven-years-not-modelled';

export const HEADLINES = {
  /** 121,987 entries 9–13 January → 84,926 on 16 January–29 February 2012, 7:30–19:30. */
  'start-2012': {
    hours: 'charged-hours',
    vehicles: 'all-vehicles',
    observedPercent: -30.4,
    source: 'comune-entries-2012',
    notes: ['season-from-dawn-and-schools'],
    why: 'habits-not-modelled',
    fitted: true,
    fromEur: 0,
    toEur: 5,
  },
  /** 116,587 entries 3–14 September (suspended) → 95,249 on 17–28 September, 7:30–19:30. */
  'suspension-2012': {
    hours: 'charged-hours',
    vehicles: 'all-vehicles',
    observedPercent: -18.3,
    source: 'comune-entries-2012',
    notes: ['season-from-dawn-and-schools', 'outside-without-season', 'thursdays-until-18'],
    why: 'habits-not-modelled',
    fitted: false,
    fromEur: 0,
    toEur: 5,
  },
  /** 95,000 → 88,000 a day. */
  'lpg-diesel-2017': {
    hours: 'charged-hours',
    vehicles: 'all-vehicles',
    observedPercent: -7,
    source: 'milanotoday-2017',
    notes: ['new-payers-assumed', 'trend-assumed'],
    why: 'shares-not-known',
    fitted: false,
  },
  /** 139,000 in October → 133,000 in November 2023; about 0 against the same weeks of 2022. */
  'price-2023': {
    hours: '24-hours',
    vehicles: 'all-vehicles',
    observedPercent: -4,
    source: 'affaritaliani-2023',
    notes: ['prices-of-2012', 'paying-share-assumed', 'season-of-2012', 'year-on-year-near-zero'],
    why: 'eleven-years-not-modelled',
    fitted: false,
    fromEur: 5,
    toEur: 7.5,
  },
} as const satisfies Record<string, Headline>;
export type HeadlineId = keyof typeof HEADLINES;

export interface HeadlineComparison extends Omit<Headline, 'why'> {
  readonly id: HeadlineId;
  readonly modelledPercent: Estimate;
  /** Whether the 80 % interval holds what was observed; where it does not, why it may not. */
  readonly inside: boolean;
  readonly why: WhyCode | null;
  /** One class, one value of time, fitted to the start: entries fall by the same share with every euro. */
  readonly naivePercent: number | null;
}

/**
 * The published changes in the order of HEADLINES, beside what each draw says of them, percent (one row a draw).
 * `startPercent`, `suspensionPercent`: counted from the entries, where they are there.
 */
export function headlinesBeside(
  draws: readonly (readonly number[])[],
  startPercent: number = HEADLINES['start-2012'].observedPercent,
  suspensionPercent: number = HEADLINES['suspension-2012'].observedPercent,
): HeadlineComparison[] {
  const counted: Partial<Record<HeadlineId, number>> = {
    'start-2012': startPercent,
    'suspension-2012': suspensionPercent,
  };
  return (Object.keys(HEADLINES) as HeadlineId[]).map((id, column) => {
    const { why, ...headline }: Headline = HEADLINES[id];
    const observedPercent = counted[id] ?? headline.observedPercent;
    const modelledPercent = estimateOf(draws.map((row) => row[column] as number));
    const inside = observedPercent >= modelledPercent.low && observedPercent <= modelledPercent.high;
    return {
      ...headline,
      id,
      observedPercent,
      modelledPercent,
      inside,
      why: inside ? null : why,
      naivePercent: naive(headline, startPercent),
    };
  });
}

function naive({ fitted, fromEur, toEur }: Omit<Headline, 'why'>, startPercent: number): number | null {
  if (fitted || fromEur === undefined || toEur === undefined) return null;
  const perEuro = log(1 + startPercent / 100) / PRICE_2012_EUR;
  return 100 * (exp(perEuro * (toEur - fromEur)) - 1);
}
