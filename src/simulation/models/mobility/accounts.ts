// SPDX-License-Identifier: EUPL-1.2
/** Who pays what, and who is better or worse off. Pure. */
import { exp, log } from '../../../city/exact-math';
import { ANSWERING, chargeEur, DRIVERS, type Driver, valueOfTimeEurH } from './classes';
import { hoursOverAssigned } from './entries';
import type { State } from './outcome-of';
import type { Parameters } from './parameters';
import { GAP } from './prepared';
import { toZoneLink } from './road-side';

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
  DRIVERS.forEach((driver, index) => {
    const flow = equilibrium.classFlowVehH[index] as Float64Array;
    const price = chargeEur(city, driver, flow.length);
    let paid = 0;
    price.forEach((eur, link) => {
      if (eur > 0) paid += eur * (flow[link] as number);
    });
    spread(state, equilibrium.classVehH[index] as Float64Array, paid, tollEurH);
  });
  return { surplusEurH: surplus(state, parameters), tollEurH, ...perDay(state) };
}

/**
 * Entries that pay, and what they pay, over a charge's own hours: those of 8–9 times what of the counted
 * day falls into the hours. Where the charge is not in force at 8–9, its entries are those of an hour
 * without it, and nobody has answered to it yet.
 */
function perDay({ city, equilibrium }: State): Pick<Accounts, 'tollPaidPerDay' | 'chargedEntriesPerDay'> {
  let [tollPaidPerDay, chargedEntriesPerDay] = [0, 0];
  for (const { entries, connectorEntries, hours, priceEur } of city.rules.charges) {
    const links = [...entries, ...Array.from(connectorEntries, (row) => toZoneLink(city, row))];
    DRIVERS.forEach((driver, index) => {
      const eur = driver === 'exempt' ? 0 : driver === 'goods' ? priceEur.goods : priceEur.visitor;
      if (eur === 0) return;
      const flow = equilibrium.classFlowVehH[index] as Float64Array;
      const entered = links.reduce((sum, link) => sum + (flow[link] as number), 0) * hoursOverAssigned(hours);
      chargedEntriesPerDay += entered;
      tollPaidPerDay += entered * eur;
    });
  }
  return { tollPaidPerDay, chargedEntriesPerDay };
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

/** A change of less than so many gaps of what a zone's travel costs may be what the equilibrium left open. */
const GAPS_OF_A_CHANGE = 10;

function surplus({ city, drivers, leastSeconds, shift, before, equilibrium }: State, parameters: Parameters) {
  const { count } = city.zones;
  const gained = new Float64Array(count);
  const costEurH = new Float64Array(count);
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
      const seconds = before.leastSeconds[driver][cell] as number;
      if (Number.isFinite(seconds))
        costEurH[from] = (costEurH[from] as number) + (drives[cell] as number) * seconds * eurPerSecond;
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
  return gained.map((eurH, zone) =>
    Math.abs(eurH) > GAPS_OF_A_CHANGE * GAP * (costEurH[zone] as number) ? eurH : 0,
  );
}
