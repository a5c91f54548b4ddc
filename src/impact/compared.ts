// SPDX-License-Identifier: EUPL-1.2
/**
 * Answers to several scenarios of one city, beside each other: first how each differs from today, then how one differs
 * from another, draw by draw, so that what is uncertain of both alike does not part them (common random numbers). Pure.
 */
import {
  columnDirections,
  DIRECTIONS,
  type Direction,
  directionOf,
  leastOfRow,
  leastTold,
} from './certainty';
import { columnApart, type Estimate, estimateAt, timesAsMuch } from './estimate';
import type { Field, Impact } from './impact';
import { type ChangedTotal, changedTotal } from './metric';
import { FIELDS, type FieldId, modelOf, TOTALS, type TotalId, type Unit } from './outcome';

/** How an answer was asked: what a comparison has to know of it. */
export interface AnswerTerms {
  readonly effort: string;
  readonly scenario: { readonly seed: string; readonly year: number };
  readonly modelVersions: Readonly<Record<string, string>>;
  readonly inputHashes: Readonly<Record<string, string>>;
}

/** In what answers were not asked alike. */
export const UNLIKE = ['data', 'models', 'effort', 'seed', 'year'] as const;
export type Unlike = (typeof UNLIKE)[number];

/** In what several answers were not asked alike, in the order of {@link UNLIKE}; empty: they may be compared draw by draw. */
export function unlikenesses(answers: readonly AnswerTerms[]): readonly Unlike[] {
  const differ = (of: (answer: AnswerTerms) => unknown) => new Set(answers.map(of)).size > 1;
  const is: Readonly<Record<Unlike, boolean>> = {
    data: clash(answers.map(({ inputHashes }) => inputHashes)),
    models: clash(answers.map(({ modelVersions }) => modelVersions)),
    effort: differ(({ effort }) => effort),
    seed: differ(({ scenario }) => scenario.seed),
    year: differ(({ scenario }) => scenario.year),
  };
  return UNLIKE.filter((one) => is[one]);
}

/** Whether any two say otherwise of the same thing; what only one of them speaks of is no difference. */
function clash(records: readonly Readonly<Record<string, string>>[]): boolean {
  const said = new Map<string, string>();
  return records.some((record) =>
    Object.entries(record).some(([key, value]) => {
      const before = said.get(key);
      said.set(key, value);
      return before !== undefined && before !== value;
    }),
  );
}

/** A difference as it may be told. */
export type Told =
  | {
      readonly kind: 'told';
      readonly unit: Unit;
      readonly change: Estimate;
      /** Of what it is compared with; null where that is 0 in some draw, or the share would tell of few persons. */
      readonly share: Estimate | null;
      readonly direction: Direction;
    }
  /** `withheld`: of few persons. `not-asked`: no measure touches it, so no model was asked. `unpaired`: not the same draws. */
  | { readonly kind: 'withheld' | 'not-asked' | 'unpaired' };

/** How a total of the city differs from today. */
export function againstToday(impact: Impact, id: TotalId): Told {
  const metric = impact.totals.find((one) => one.id === id);
  return metric ? toldTotal(metric, impact.relativeGap) : { kind: 'not-asked' };
}

/**
 * How a total differs between two scenarios, one less the other, draw by draw; the share is of the other. Only for
 * answers of which {@link unlikenesses} says nothing.
 */
export function againstOther(one: Impact, other: Impact, id: TotalId): Told {
  const isAsked = [one, other].every(({ totals }) => totals.some((metric) => metric.id === id));
  if (!isAsked) return { kind: 'not-asked' };
  const isWithheld = [one, other].some((impact) => againstToday(impact, id).kind === 'withheld');
  if (isWithheld) return { kind: 'withheld' };
  const [is, was] = [one.drawn?.[id], other.drawn?.[id]];
  if (!is || !was || is.after.length !== was.after.length) return { kind: 'unpaired' };
  const between = changedTotal(id, { before: was.after, after: is.after });
  return toldTotal(between, Math.max(one.relativeGap, other.relativeGap));
}

function toldTotal({ id, unit, before, after, change, relativeChange }: ChangedTotal, gap: number): Told {
  if (Number.isNaN(change.value)) return { kind: 'withheld' };
  const size = Math.max(Math.abs(before.value), Math.abs(after.value));
  const direction = directionOf(change, leastTold({ id, unit }, size, gap));
  return { kind: 'told', unit, change, share: relativeChange, direction };
}

/**
 * How a field differs from today, district by district; null where the answer has no such field over districts. The
 * share is of the median of today.
 * @param districts rows of the fields over zones that are districts
 */
export function districtsAgainstToday(
  impact: Impact,
  id: FieldId,
  districts: number,
): readonly Told[] | null {
  const field = impact.fields.find((one) => one.id === id);
  if (field?.over !== 'zone') return null;
  const directions = columnDirections(field, impact.relativeGap);
  return Array.from({ length: districts }, (_, row) =>
    toldDistrict(field, row, DIRECTIONS[directions[row] as number] as Direction),
  );
}

function toldDistrict(field: Field, row: number, direction: Direction): Told {
  const change = estimateAt(field.change, row);
  if (Number.isNaN(change.value)) return { kind: 'withheld' };
  const before = estimateAt(field.before, row).value;
  const hasShare = Number.isFinite(before) && before !== 0;
  const share = hasShare ? timesAsMuch(change, 1 / Math.abs(before)) : null;
  return { kind: 'told', unit: field.unit, change, share, direction };
}

/**
 * An answer as a map of how its fields differ from another's, place by place, both against the same today. Answers hold
 * no draws of places: a difference is sure of its direction only where the two intervals do not touch. Fields that one
 * of them has not are not in it.
 */
export function fieldsAgainstOther(one: Impact, other: Impact): Impact {
  const relativeGap = Math.max(one.relativeGap, other.relativeGap);
  const fields = one.fields.flatMap((is): readonly Field[] => {
    const was = other.fields.find(({ id }) => id === is.id);
    if (!was || was.change.draws !== is.change.draws) return [];
    const field = { ...is, before: was.after, after: is.after };
    return [
      { ...field, change: columnApart(is.change, was.change, (row) => leastOfRow(field, row, relativeGap)) },
    ];
  });
  return { ...one, fields, relativeGap };
}

/** How many go which way; `untold`: of few persons. */
export type Counts = Readonly<Record<Direction | 'untold', number>>;

export function countsOf(rows: readonly Told[]): Counts {
  const counts = { less: 0, none: 0, unclear: 0, more: 0, untold: 0 };
  for (const row of rows) counts[row.kind === 'told' ? row.direction : 'untold']++;
  return counts;
}

/** Which of several is surely highest, which lowest: places in the list; null: their intervals touch. */
export interface Standing {
  readonly highest: number | null;
  readonly lowest: number | null;
}

/**
 * Says who has most and least only where the interval of that one touches no other's; null: one of which nothing is
 * known. Of nobody where one of few persons is withheld: it might be the one.
 */
export function standingOf(
  changes: readonly (Pick<Estimate, 'low' | 'high'> | 'withheld' | null)[],
): Standing {
  if (changes.includes('withheld')) return { highest: null, lowest: null };
  const known = changes.flatMap((one, at) => (one && one !== 'withheld' ? [{ at, ...one }] : []));
  const apart = (
    is: (one: Pick<Estimate, 'low' | 'high'>, other: Pick<Estimate, 'low' | 'high'>) => boolean,
  ) =>
    known.length < 2
      ? null
      : (known.find((one) => known.every((other) => other === one || is(one, other)))?.at ?? null);
  return {
    highest: apart((one, other) => one.low > other.high),
    lowest: apart((one, other) => one.high < other.low),
  };
}

/** Totals that tell of an age; whatever moves by street or by vehicle is told of no age. */
export const AGES = {
  minors: ['minors', 'unplacedPupils', 'schoolWalkMin'],
  aged65Plus: ['aged65Plus', 'homeCareNeededH', 'homeCareGivenH', 'homeCareUnmetH'],
  aged80Plus: ['aged80Plus', 'homeCareAloneUnmetH'],
} as const satisfies Record<string, readonly TotalId[]>;
export type Age = keyof typeof AGES;

/** Totals and the fields that tell of the same thing on the map, where their ids differ. */
const MAPPED: Readonly<Partial<Record<TotalId, FieldId>>> = {
  vehicleKm: 'flowVehH',
  delayHours: 'delaySKm',
  carSpeedKmH: 'speedKmH',
  noxGH: 'noxZoneGH',
  pm10GH: 'pm10ZoneGH',
  co2KgH: 'co2ZoneKgH',
  jobsIn30MinCar: 'jobs30Car',
  jobsIn30MinTransit: 'jobs30Transit',
  jobsIn30MinBicycle: 'jobs30Bicycle',
  tollPaidPerDay: 'tollPaidEurH',
  consumerSurplusFromDistrictsEurH: 'consumerSurplusZoneEurH',
  unplacedPupils: 'unplacedPrimaria',
  residentsThreeTrees: 'threeTreesShare',
  residentsNearPark: 'nearParkShare',
  canopyHa: 'canopyShare',
};

/** The field that shows on a map what a total tells of the city; null: none does. */
export function fieldOfTotal(id: TotalId): FieldId | null {
  return MAPPED[id] ?? (id in FIELDS ? (id as string as FieldId) : null);
}

/** The total of the city that tells what a field shows place by place; null: none does. */
export function totalOfField(id: FieldId): TotalId | null {
  const [mapped] = (Object.keys(MAPPED) as TotalId[]).filter((total) => MAPPED[total] === id);
  return mapped ?? (id in TOTALS && modelOf(id) !== 'mobility' ? (id as string as TotalId) : null);
}
