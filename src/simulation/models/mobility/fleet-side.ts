// SPDX-License-Identifier: EUPL-1.2
/** The fleet of a draw, and what bans make of it. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import { type Fleet, FUEL_SHARES, MILAN_FLEET, withBan } from '../emissions/fleet';
import { isEmissionClass } from '../emissions/fleet-factors';
import type { BannedShare } from './mode-shift';
import type { Parameters } from './parameters';
import { shareOfAssignedHour } from './road-side';

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
 * The fleet on the streets with the city's bans in force, by the share of the assigned hour; the whole
 * city's, though a ban is of an area: 72 % of the city in Area B's case.
 */
export function fleetWithBans(city: CityInputs, parameters: Parameters): Fleet {
  return city.rules.bans.reduce((fleet, { classes, derogatedShare, hours }) => {
    const inForce = shareOfAssignedHour(hours);
    const named = classes.filter(isEmissionClass).filter((id) => (fleet.car[id] ?? 0) > 0);
    return inForce > 0 && named.length > 0
      ? withBan(fleet, named, 1 - (1 - derogatedShare) * inForce)
      : fleet;
  }, fleetOf(parameters));
}
