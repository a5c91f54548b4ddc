// SPDX-License-Identifier: EUPL-1.2
/** An answer in a few sentences, as codes and estimates: the words are the screen's. */
import { columnDirections, DIRECTIONS, type Direction, directionOf } from './certainty';
import type { Estimate } from './estimate';
import type { Impact, Metric } from './impact';
import type { TotalId, Unit } from './outcome';
import { SERVICE_TOTALS } from './service-figures';

/** What each sentence is about, and the total that it goes by. */
export const TOPICS = {
  traffic: 'vehicleKm',
  time: 'delayHours',
  transit: 'transitTripsH',
  air: 'noxGH',
  districts: 'consumerSurplusFromDistrictsEurH',
  schools: 'unplacedPupils',
  schoolWay: 'schoolWalkMin',
  care: 'homeCareUnmetH',
  shopVisits: 'shopVisitsDay',
  shopMoves: 'shopVisitsGainedDay',
  pharmacy: 'pharmacyMin',
  familyDoctor: 'familyDoctorMin',
  library: 'libraryMin',
  civicOffice: 'civicOfficeMin',
  socialService: 'socialServiceMin',
  nursingHome: 'nursingHomeMin',
  trees: 'residentsThreeTrees',
  parks: 'residentsNearPark',
  crowns: 'canopyHa',
  heat: 'nightWarmerC',
} as const satisfies Record<string, TotalId>;
export type Topic = keyof typeof TOPICS;

export interface Sentence {
  readonly topic: Topic;
  readonly direction: Direction;
  readonly unit: Unit;
  readonly change: Estimate;
  /** Of what there was before; null where there was nothing in some draw. */
  readonly share: Estimate | null;
  /** Only of `districts`. */
  readonly districts: DistrictCounts | null;
  /** Only of `districts`: what those gain who come from outside, and are in none of them. */
  readonly outside: Estimate | null;
}

/** Districts by what their travellers gain: surely more, surely less, or not sure; the rest see no change. */
export interface DistrictCounts {
  readonly gain: number;
  readonly lose: number;
  readonly unclear: number;
  readonly same: number;
}

/**
 * A sentence for each topic that the answer has something on, always in the same order.
 * @param districts rows of the zone fields that are districts; the rest are gateways and are not counted
 */
export function summaryOf(impact: Impact, districts: number): readonly Sentence[] {
  const told = (Object.keys(TOPICS) as Topic[]).filter((topic) =>
    impact.totals.some(({ id }) => id === TOPICS[topic]),
  );
  return worthSaying(impact, told).map((topic): Sentence => {
    const metric = totalOf(impact, TOPICS[topic]);
    const { change, unit, relativeChange: share } = metric;
    return {
      topic,
      direction: metricDirection(metric, impact.relativeGap),
      unit,
      change,
      share,
      districts: topic === 'districts' ? countDistricts(impact, districts) : null,
      outside: topic === 'districts' ? totalOf(impact, 'consumerSurplusFromOutsideEurH').change : null,
    };
  });
}

/** Without the services that nothing changes for, unless there is nothing else: a line touches every class of them. */
function worthSaying(impact: Impact, topics: readonly Topic[]): readonly Topic[] {
  const some = topics.filter((topic) => {
    const { change } = totalOf(impact, TOPICS[topic]);
    return !Object.hasOwn(SERVICE_TOTALS, TOPICS[topic]) || change.low !== 0 || change.high !== 0;
  });
  return some.length > 0 ? some : topics;
}

/** A total by its id. Throws where the answer has none: it is none of this version. */
export function totalOf(impact: Impact, id: TotalId): Metric {
  const found = impact.totals.find((metric) => metric.id === id);
  if (!found) throw new RangeError(`the answer has no ${id}`);
  return found;
}

export function metricDirection({ before, after, change }: Metric, relativeGap: number): Direction {
  return directionOf(change, Math.max(Math.abs(before.value), Math.abs(after.value)), relativeGap);
}

function countDistricts(impact: Impact, districts: number): DistrictCounts {
  const field = impact.fields.find(({ id }) => id === 'consumerSurplusZoneEurH');
  if (!field) throw new RangeError('the answer has no consumerSurplusZoneEurH');
  const rows = [...columnDirections(field, impact.relativeGap).subarray(0, districts)];
  const count = (direction: Direction) => rows.filter((row) => DIRECTIONS[row] === direction).length;
  return { gain: count('more'), lose: count('less'), unclear: count('unclear'), same: count('none') };
}
