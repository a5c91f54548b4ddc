// SPDX-License-Identifier: EUPL-1.2
/** The fleet of a draw, and what bans make of it. Pure. */

import { shareOfAssignedHour } from '../../../city/assigned-hour';
import type { CityInputs } from '../../../city/city-inputs';
import { type Fleet, FUEL_SHARES, MILAN_FLEET, withBan } from '../emissions/fleet';
import { isEmissionClass } from '../emissions/fleet-factors';
import type { BannedShare } from './mode-shift';
import type { Parameters } from './parameters';

/** Milan's fleet with the draw's share of diesel cars; the other cars make way for them in proportion. */
export function fleetOf({ dieselShare }: Parameters): Fleet {
  const others = (1 - dieselShare) / (1 - FUEL_SHARES.diesel);
  const diesel = dieselShare / FUEL_SHARES.diesel;
  const car = Object.fromEntries(
    Object.entries(MILAN_FLEET.car).map(([id, share]) => [
      id,
      (share as number) * (id.startsWith('diesel-') ? diesel : others),
    ]),
  );
  return { ...MILAN_FLEET, car };
}

/** Of all cars, the share of the classes that a ban names. */
export function bannedShareOf(parameters: Parameters): BannedShare {
  const { car } = fleetOf(parameters);
  return (classes) =>
    classes.reduce((sum, id) => sum + (isEmissionClass(id) ? ((car[id] as number | undefined) ?? 0) : 0), 0);
}

/**
 * The fleet in a zone with the bans of the areas that hold it in force, by their share of the assigned
 * hour. Diesel classes are banned for vans too.
 */
export function fleetIn(city: CityInputs, zone: number, parameters: Parameters): Fleet {
  return city.rules.bans.reduce((fleet, { classes, derogatedShare, hours, inside }) => {
    const inForce = inside[zone] === 1 ? shareOfAssignedHour(hours) : 0;
    const named = classes
      .flatMap((id) => [id, `van-${id}`])
      .filter(isEmissionClass)
      .filter((id) => ((fleet.car[id] ?? 0) as number) > 0 || ((fleet.van[id] ?? 0) as number) > 0);
    return inForce > 0 && named.length > 0
      ? withBan(fleet, named, 1 - (1 - derogatedShare) * inForce)
      : fleet;
  }, fleetOf(parameters));
}

/** Zones by the bans that hold in them: `groups[zone]` numbers the fleets; zone −1 (outside) has the last. */
export function zonesByBans(city: CityInputs): { readonly group: Int32Array; readonly zoneOf: number[] } {
  const { count } = city.zones;
  const seen = new Map<string, number>();
  const zoneOf: number[] = [];
  const group = Int32Array.from({ length: count + 1 }, (_, zone) => {
    // The last one stands for what lies outside of all.
    const key = city.rules.bans.map(({ inside }) => (zone < count ? inside[zone] : 0)).join('');
    let number = seen.get(key);
    if (number === undefined) {
      number = zoneOf.push(zone) - 1;
      seen.set(key, number);
    }
    return number;
  });
  return { group, zoneOf };
}
