// SPDX-License-Identifier: EUPL-1.2
/** An answer in a few sentences, as codes and estimates: the words are the screen's. */
import { columnDirections, DIRECTIONS, type Direction, directionOf, leastTold } from './certainty';
import { type Estimate, estimateAt } from './estimate';
import type { Impact, Metric } from './impact';
import type { FieldId, TotalId, Unit } from './outcome';
import { SERVICE_TOTALS } from './service-figures';

/** What each sentence is about, and the total that it goes by. */
export const TOPICS = {
  traffic: 'vehicleKm',
  time: 'delayHours',
  carHours: 'vehicleHours',
  transit: 'transitTripsH',
  areaC: 'areaCEntriesPerDay',
  air: 'noxGH',
  districts: 'consumerSurplusFromDistrictsEurH',
  schools: 'unplacedPupils',
  schoolWay: 'schoolWalkMin',
  care: 'homeCareUnmetH',
  shopVisits: 'shopVisitsDay',
  shopMoves: 'shopVisitsGainedDay',
  pharmacy: 'pharmacyMin',
  pharmacyBeyond: 'pharmacyBeyond',
  familyDoctor: 'familyDoctorMin',
  familyDoctorBeyond: 'familyDoctorBeyond',
  library: 'libraryMin',
  libraryBeyond: 'libraryBeyond',
  civicOffice: 'civicOfficeMin',
  civicOfficeBeyond: 'civicOfficeBeyond',
  socialService: 'socialServiceMin',
  socialServiceBeyond: 'socialServiceBeyond',
  nursingHome: 'nursingHomeMin',
  nursingHomeBeyond: 'nursingHomeBeyond',
  trees: 'residentsThreeTrees',
  parks: 'residentsNearPark',
  crowns: 'canopyHa',
  heat: 'nightWarmerC',
} as const satisfies Record<string, TotalId>;
export type Topic = keyof typeof TOPICS;

/** Of these the district is named in which it changes most: the city's figure hides it. */
const FIELDS_OF_TOPICS: Readonly<Partial<Record<Topic, FieldId>>> = {
  schoolWay: 'schoolWalkMin',
  care: 'homeCareUnmetH',
  shopVisits: 'shopVisitsDay',
  pharmacy: 'pharmacyMin',
  familyDoctor: 'familyDoctorMin',
  library: 'libraryMin',
  civicOffice: 'civicOfficeMin',
  socialService: 'socialServiceMin',
  nursingHome: 'nursingHomeMin',
  heat: 'nightWarmerC',
};

/** Whether there is any of it, before or after. */
export const isSomething = ({ before, after }: Pick<Metric, 'before' | 'after'>): boolean =>
  [before, after].some(({ low, high }) => low !== 0 || high !== 0);

export interface Sentence {
  readonly topic: Topic;
  readonly direction: Direction;
  readonly unit: Unit;
  readonly change: Estimate;
  /** Of what there was before; null where there was nothing in some draw. */
  readonly share: Estimate | null;
  /** Only of `districts`. */
  readonly districts: DistrictCounts | null;
  /** Where it surely changes most, of the districts that may be told; null where that is nowhere, or not asked of the topic. */
  readonly most: DistrictChange | null;
  /** Only of `districts`: what those gain who come from outside, and are in none of them. */
  readonly outside: Estimate | null;
  /** Only of `districts`: by car and by public transport in the hour that is assigned, of the whole city as it was. */
  readonly tripsH: number | null;
}

/** Districts by what their travellers gain: surely more, surely less, or not sure; the rest see no change. */
export interface DistrictCounts {
  readonly gain: number;
  readonly lose: number;
  readonly unclear: number;
  readonly same: number;
}

export interface DistrictChange {
  /** Row of the fields over zones. */
  readonly row: number;
  readonly field: FieldId;
  readonly direction: 'less' | 'more';
  readonly unit: Unit;
  readonly change: Estimate;
}

/**
 * A sentence for each topic that the answer may tell something of, always in the same order.
 * @param districts rows of the zone fields that are districts; the rest are gateways and are not counted
 */
export function summaryOf(impact: Impact, districts: number): readonly Sentence[] {
  const told = (Object.keys(TOPICS) as Topic[]).filter((topic) =>
    impact.totals.some(
      (metric) =>
        metric.id === TOPICS[topic] &&
        !Number.isNaN(metric.change.value) &&
        // Of a city without an area nothing need be said of it.
        (topic !== 'areaC' || isSomething(metric)),
    ),
  );
  const sentences = told.map((topic): Sentence => {
    const metric = totalOf(impact, TOPICS[topic]);
    const { change, unit, relativeChange: share } = metric;
    return {
      topic,
      direction: metricDirection(metric, impact.relativeGap),
      unit,
      change,
      share,
      districts: topic === 'districts' ? countDistricts(impact, districts) : null,
      most: mostChanged(impact, FIELDS_OF_TOPICS[topic], districts),
      outside: topic === 'districts' ? totalOf(impact, 'consumerSurplusFromOutsideEurH').change : null,
      tripsH: topic === 'districts' ? tripsOf(impact) : null,
    };
  });
  return worthSaying(sentences);
}

/**
 * Without the services of which no change is told, unless there is nothing else: a line touches every class of them.
 * Whom a service leaves out is said where that changes.
 */
function worthSaying(sentences: readonly Sentence[]): readonly Sentence[] {
  const isChanged = ({ direction, most }: Sentence) => direction !== 'none' || most !== null;
  const isOfServices = ({ topic }: Sentence) => Object.hasOwn(SERVICE_TOTALS, TOPICS[topic]);
  const some = sentences.filter((sentence) => !isOfServices(sentence) || isChanged(sentence));
  if (some.length > 0) return some;
  const ways = sentences.filter(({ unit }) => unit === 'min');
  return ways.length > 0 ? ways : sentences;
}

/** Null also where a district that may go either way may change more. */
function mostChanged(impact: Impact, id: FieldId | undefined, districts: number): DistrictChange | null {
  const field = impact.fields.find((one) => one.id === id);
  if (!field) return null;
  let most: DistrictChange | null = null;
  let unclear = 0;
  columnDirections(field, impact.relativeGap)
    .subarray(0, districts)
    .forEach((at, row) => {
      const direction = DIRECTIONS[at] as Direction;
      const change = estimateAt(field.change, row);
      const size = Math.abs(change.value);
      if (direction === 'unclear') unclear = Math.max(unclear, Math.abs(change.low), Math.abs(change.high));
      if (direction !== 'less' && direction !== 'more') return;
      if (most && size <= Math.abs(most.change.value)) return;
      most = { row, field: field.id, direction, unit: field.unit, change };
    });
  const found = most as DistrictChange | null;
  return found && Math.abs(found.change.value) > unclear ? found : null;
}

/** Trips by car and by public transport in the hour that is assigned, as it was; 0 where none are known. */
const tripsOf = ({ totals }: Impact): number =>
  totals
    .filter(({ id }) => id === 'carTripsH' || id === 'transitTripsH')
    .reduce((sum, { before }) => sum + before.value, 0);

/** A total by its id. Throws where the answer has none: it is none of this version. */
export function totalOf(impact: Impact, id: TotalId): Metric {
  const found = impact.totals.find((metric) => metric.id === id);
  if (!found) throw new RangeError(`the answer has no ${id}`);
  return found;
}

export function metricDirection(metric: Metric, relativeGap: number): Direction {
  const size = Math.max(Math.abs(metric.before.value), Math.abs(metric.after.value));
  return directionOf(metric.change, leastTold(metric, size, relativeGap));
}

function countDistricts(impact: Impact, districts: number): DistrictCounts {
  const field = impact.fields.find(({ id }) => id === 'consumerSurplusZoneEurH');
  if (!field) throw new RangeError('the answer has no consumerSurplusZoneEurH');
  const rows = [...columnDirections(field, impact.relativeGap).subarray(0, districts)];
  const count = (direction: Direction) => rows.filter((row) => DIRECTIONS[row] === direction).length;
  return { gain: count('more'), lose: count('less'), unclear: count('unclear'), same: count('none') };
}
