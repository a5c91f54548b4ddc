// SPDX-License-Identifier: EUPL-1.2
/** Who pays what, and who is better or worse off. Pure. */
import { exp, log } from '../../../city/exact-math';
import { ANSWERING, chargeEur, DRIVERS, type Driver, valueOfTimeEurH } from './classes';
import { CHARGED_HOURS_OVER_ASSIGNED } from './entries';
import type { State } from './outcome-of';
import type { Parameters } from './parameters';

export interface Accounts {
  /** By zone of origin, against the city before; 0 in the city before. */
  readonly surplusEurH: Float64Array;
  /** By zone of origin; by the ways in use as far as the pair of zones tells: see {@link accountsOf}. */
  readonly tollEurH: Float64Array;
  readonly tollPaidPerDay: number;
  readonly chargedEntriesPerDay: number;
}

/**
 * Surplus: the change of the logsum of all who could drive, as minutes times their value of time
 * (Williams 1977; the rule of a half is its first approximation, see the test), and for goods, whose
 * trips stay, their change of cost. Charges are in it: what is paid is a loss to who pays, and income
 * to the city (`tollPaidPerDay`). Tolls by zone: the total of a driver class in proportion to its
 * trips into the charged area from outside it.
 */
export function accountsOf(state: State, parameters: Parameters): Accounts {
  const { city, equilibrium } = state;
  const { count } = city.zones;
  const tollEurH = new Float64Array(count);
  let [paidH, entriesH] = [0, 0];
  DRIVERS.forEach((driver, index) => {
    const flow = equilibrium.classFlowVehH[index] as Float64Array;
    const price = chargeEur(city, driver, flow.length);
    let paid = 0;
    price.forEach((eur, link) => {
      if (eur === 0) return;
      paid += eur * (flow[link] as number);
      entriesH += flow[link] as number;
    });
    paidH += paid;
    spread(state, equilibrium.classVehH[index] as Float64Array, paid, tollEurH);
  });
  return {
    surplusEurH: surplus(state, parameters),
    tollEurH,
    tollPaidPerDay: paidH * CHARGED_HOURS_OVER_ASSIGNED,
    chargedEntriesPerDay: entriesH * CHARGED_HOURS_OVER_ASSIGNED,
  };
}

/** To the origins of the trips into charged areas. */
function spread({ city }: State, vehH: Float64Array, paid: number, into: Float64Array): void {
  if (paid === 0) return;
  const { count } = city.zones;
  const enters = (from: number, to: number) =>
    city.rules.charges.some(({ inside }) => inside[to] === 1 && inside[from] === 0);
  const trips = new Float64Array(count);
  let all = 0;
  for (let cell = 0; cell < vehH.length; cell++) {
    const [from, to] = [Math.floor(cell / count), cell % count];
    if (vehH[cell] === 0 || !enters(from, to)) continue;
    trips[from] = (trips[from] as number) + (vehH[cell] as number);
    all += vehH[cell] as number;
  }
  for (let zone = 0; zone < count; zone++)
    if (all > 0) into[zone] = (into[zone] as number) + (paid * (trips[zone] as number)) / all;
}

function surplus({ city, drivers, leastSeconds, shift, before, equilibrium }: State, parameters: Parameters) {
  const { count } = city.zones;
  const gained = new Float64Array(count);
  if (!before || !shift) return gained;
  const theta = parameters.thetaPerMin / 60;
  const change = (driver: Driver, cell: number) => {
    const [now, then] = [leastSeconds[driver][cell] as number, before.leastSeconds[driver][cell] as number];
    // No way before and none after is no change; a way that is gone is one as long as it takes to be given up.
    return now === then ? 0 : now - then;
  };
  for (const driver of ANSWERING) {
    const eurPerSecond = valueOfTimeEurH(driver, parameters) / 3600;
    const [drives, could] = [drivers.drivesVehH[driver], drivers.couldVehH[driver]];
    for (let cell = 0; cell < drives.length; cell++) {
      const all = could[cell] as number;
      if (all === 0) continue;
      const share = (drives[cell] as number) / all;
      const car = share * exp(-theta * change(driver, cell) + (shift.car[cell] as number));
      const others = (1 - share) * exp(shift.others[cell] as number);
      const from = Math.floor(cell / count);
      gained[from] = (gained[from] as number) + (all * log(car + others) * eurPerSecond) / theta;
    }
  }
  const goods = equilibrium.classVehH[DRIVERS.indexOf('goods')] as Float64Array;
  const eurPerSecond = valueOfTimeEurH('goods', parameters) / 3600;
  goods.forEach((vehH, cell) => {
    const seconds = change('goods', cell);
    if (vehH > 0 && Number.isFinite(seconds)) {
      const from = Math.floor(cell / count);
      gained[from] = (gained[from] as number) - vehH * seconds * eurPerSecond;
    }
  });
  return gained;
}
