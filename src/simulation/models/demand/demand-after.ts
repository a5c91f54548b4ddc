// SPDX-License-Identifier: EUPL-1.2
/** What a changed city makes of the base demand, at the base's costs. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import { noneShare, remoteShares, sum, type TripEnds, tripWeights } from './activity';
import type { BaseDemand, DemandAfter } from './demand';
import { deliveryShare, goodsWeights } from './goods';
import { growthFactors, margins } from './gravity';
import { byPurpose, DemandError, MODES, modeRow, type Purpose } from './modes';
import type { DemandParameters } from './parameters';

const NONE = modeRow('none');

/**
 * Trips of `after` from those of `before`: grown to its residents, jobs, pupils, services and shops
 * (Furness on the base matrix), moved to `none` by its remote-work shares, of which a part comes back as
 * trips for other purposes (`rebound`), and goods by its delivery hours. The same city gives the very same
 * arrays.
 * @throws DemandError where the two cities have not the same zones, or `after` has something impossible.
 */
export function demandAfter(
  before: CityInputs,
  after: CityInputs,
  base: BaseDemand,
  parameters: DemandParameters,
): DemandAfter {
  if (after.zones.count !== base.zones || after.zones.districts !== base.districts)
    throw new DemandError('zones', `${after.zones.count} after, ${base.zones} in the base demand`);
  const [remoteBefore, remoteAfter] = [
    remoteShares(before.zones, before.rules),
    remoteShares(after.zones, after.rules),
  ];
  const remoteShareChange = remoteAfter.map((share, zone) =>
    zone < base.districts ? share - (remoteBefore[zone] as number) : 0,
  );
  const grown = grownTrips(before, after, base);
  const remote = { before: remoteBefore, change: remoteShareChange };
  return {
    persons: { ...grown, other: withRebound(grown, remote, base, parameters.rebound) },
    shares: { ...base.shares, work: workShares(base, remote) },
    goodsVehH: goodsAfter(before, after, base),
    throughVehH: base.throughVehH,
    remoteShareChange,
  };
}

interface Remote {
  readonly before: Float64Array;
  readonly change: Float64Array;
}

function grownTrips(before: CityInputs, after: CityInputs, base: BaseDemand): Record<Purpose, Float64Array> {
  if (before.zones === after.zones) return { ...base.persons };
  const [old, now] = [tripWeights(before.zones), tripWeights(after.zones)];
  return byPurpose((purpose) => {
    const trips = base.persons[purpose];
    const ends = margins(trips, base.zones);
    const wished = {
      origins: grownBy(ends.origins, old[purpose].origins, now[purpose].origins),
      destinations: grownBy(ends.destinations, old[purpose].destinations, now[purpose].destinations),
    };
    if (same(wished.origins, ends.origins) && same(wished.destinations, ends.destinations)) return trips;
    const balanced = purpose === 'work' ? filledFromOutside(ends, wished, base.districts) : wished;
    const scale = sum(balanced.origins) / sum(balanced.destinations);
    return growthFactors(
      trips,
      balanced.origins,
      balanced.destinations.map((x) => x * scale),
    );
  });
}

/** New jobs that residents do not fill are filled from outside, and lost ones lost there: by all gateways alike. */
function filledFromOutside(ends: TripEnds, wished: TripEnds, districts: number): TripEnds {
  const inbound = sum(ends.origins.subarray(districts));
  if (!(inbound > 0)) return wished;
  const newJobs = sum(wished.destinations) - sum(ends.destinations);
  const factor = Math.max(0, inbound + newJobs) / inbound;
  return { ...wished, origins: wished.origins.map((x, zone) => (zone < districts ? x : x * factor)) };
}

/** Each row by the growth of its weight; gateways, with no weight, stay. */
function grownBy(ends: Float64Array, old: Float64Array, now: Float64Array): Float64Array {
  return ends.map((trips, zone) =>
    old[zone] === now[zone] ? trips : (trips * (now[zone] as number)) / (old[zone] as number),
  );
}

const same = (a: Float64Array, b: Float64Array) => a.every((value, i) => value === b[i]);

/** `none` of work trips to each zone by the change of its remote share, the modes in proportion. */
function workShares(base: BaseDemand, { before, change }: Remote): Float64Array {
  if (change.every((x) => x === 0)) return base.shares.work;
  const shares = base.shares.work.slice();
  for (let from = 0; from < base.zones; from++)
    for (let to = 0; to < base.districts; to++) {
      if (change[to] === 0) continue;
      const none = noneShare('work', before[to] as number);
      const left = 1 - (change[to] as number) / (1 - none);
      const at = (from * base.zones + to) * MODES.length;
      for (let k = 0; k < MODES.length; k++) shares[at + k] = (shares[at + k] as number) * left;
      shares[at + NONE] = none + (change[to] as number);
    }
  return shares;
}

/** Residents who do not go to work go elsewhere the more: their zone's trips for other purposes grow. */
function withRebound(
  persons: Readonly<Record<Purpose, Float64Array>>,
  { change }: Remote,
  { zones, districts, shares }: BaseDemand,
  rebound: number,
): Float64Array {
  if (rebound === 0 || change.every((x) => x === 0)) return persons.other;
  const other = persons.other.slice();
  for (let from = 0; from < districts; from++) {
    let [avoided, travelling] = [0, 0];
    for (let to = 0; to < zones; to++) {
      const cell = from * zones + to;
      avoided += (persons.work[cell] as number) * (change[to] as number);
      travelling += (other[cell] as number) * (1 - (shares.other[cell * MODES.length + NONE] as number));
    }
    if (!(travelling > 0)) continue;
    const factor = Math.max(0, 1 + (rebound * avoided) / travelling);
    for (let to = 0; to < zones; to++) {
      const cell = from * zones + to;
      other[cell] = (other[cell] as number) * factor;
    }
  }
  return other;
}

function goodsAfter(before: CityInputs, after: CityInputs, base: BaseDemand): Float64Array {
  const anyHour = base.goodsAtAnyHourVehH;
  const [old, now] = [goodsWeights(before.zones), goodsWeights(after.zones)];
  const ends = margins(anyHour, base.zones);
  const [origins, destinations] = [grownBy(ends.origins, old, now), grownBy(ends.destinations, old, now)];
  const isSame = same(origins, ends.origins) && same(destinations, ends.destinations);
  const [oldShare, newShare] = [
    deliveryShare(before.rules.deliveries),
    deliveryShare(after.rules.deliveries),
  ];
  const zones = Int32Array.from({ length: base.zones }, (_, zone) => zone);
  if (isSame && zones.every((zone) => oldShare(zone) === newShare(zone))) return base.goodsVehH;
  const scale = sum(origins) / sum(destinations);
  const grown = isSame
    ? anyHour
    : growthFactors(
        anyHour,
        origins,
        destinations.map((x) => x * scale),
      );
  return grown.map((vehH, cell) => vehH * newShare(cell % base.zones));
}
