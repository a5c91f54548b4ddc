// SPDX-License-Identifier: EUPL-1.2
/**
 * Who shops where: Huff's model (1963, "A probabilistic analysis of shopping center trade areas", Land Economics
 * 39). A shop draws by its size and repels by the way to it; the share of each in all that people know of is how
 * likely they go there. A closure is shared among the others as they stood: independence of irrelevant
 * alternatives, which is more than is true where shops are of different kinds. Pure.
 */
import { exp, log, power } from '../../../city/exact-math';

/** Shops or ways that no choice can be told from. */
export class RetailError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'RetailError';
  }
}

export interface ShoppingCity {
  /** By place: trips that begin there. */
  readonly trips: Float64Array;
  /** By shop: its size, m² of sales or another measure of what it has. */
  readonly size: Float64Array;
  /** Minutes between them at [shop * places + place]; Infinity: no way. */
  readonly minutes: Float64Array;
  /** {@link logarithms} of these, where they are known already. */
  readonly logMinutes?: Float64Array;
}

export interface HuffParameters {
  /** Exponent of the size (1 in Huff's own). */
  readonly sizeExponent: number;
  /** Exponent of the way, above nought: 1.5 to 2.5 is usual (Haines, Simon and Alexis 1972). */
  readonly distanceExponent: number;
}

/** Nobody is nearer than this: the way within a block. */
export const NEAREST_MIN = 1;

/**
 * How likely a trip of each place goes to each shop, at [shop * places + place]; of each place they add up to 1,
 * or to 0 where no shop can be reached.
 * @throws RetailError: columns that do not fit, a figure below nought or no number.
 */
export function huffShares(city: ShoppingCity, parameters: HuffParameters): Float64Array {
  const { pull, all } = pulls(city, parameters);
  const places = all.length;
  for (let shop = 0, cell = 0; shop < city.size.length; shop++)
    for (let place = 0; place < places; place++, cell++)
      if (pull[cell] !== 0) pull[cell] = (pull[cell] as number) / (all[place] as number);
  return pull;
}

/** Trips to each shop, by shop. @throws RetailError as {@link huffShares}. */
export function tripsToShops(city: ShoppingCity, parameters: HuffParameters): Float64Array {
  const { pull, all } = pulls(city, parameters);
  // What each place sends for every unit that a shop pulls.
  const sent = city.trips.map((trips, place) =>
    (all[place] as number) > 0 ? trips / (all[place] as number) : 0,
  );
  return city.size.map((_, shop) => {
    let trips = 0;
    for (let place = 0, cell = shop * sent.length; place < sent.length; place++, cell++)
      trips += (pull[cell] as number) * (sent[place] as number);
    return trips;
  });
}

/** What each shop pulls at each place, A^α · t^−λ, and all of them together by place. */
function pulls(city: ShoppingCity, parameters: HuffParameters) {
  check(city, parameters);
  const { trips, size, minutes } = city;
  const { sizeExponent, distanceExponent } = parameters;
  const logMinutes = city.logMinutes ?? logarithms(minutes);
  const all = new Float64Array(trips.length);
  const pull = new Float64Array(minutes.length);
  for (let shop = 0; shop < size.length; shop++) {
    const m2 = size[shop] as number;
    const attraction = m2 > 0 ? (sizeExponent === 1 ? m2 : power(m2, sizeExponent)) : 0;
    if (attraction === 0) continue;
    for (let place = 0, cell = shop * trips.length; place < trips.length; place++, cell++) {
      const way = logMinutes[cell] as number;
      if (way === Number.POSITIVE_INFINITY) continue;
      const one = attraction * exp(-distanceExponent * way);
      pull[cell] = one;
      all[place] = (all[place] as number) + one;
    }
  }
  return { pull, all };
}

/** Natural logarithms of ways, none shorter than {@link NEAREST_MIN}: they serve every exponent. */
export const logarithms = (minutes: Float64Array): Float64Array =>
  minutes.map((min) => (min === Number.POSITIVE_INFINITY ? min : log(Math.max(min, NEAREST_MIN))));

function check({ trips, size, minutes }: ShoppingCity, parameters: HuffParameters): void {
  if (minutes.length !== trips.length * size.length)
    throw new RetailError('minutes', `${minutes.length} for ${trips.length} places and ${size.length} shops`);
  const column = (what: string, values: Float64Array, most: number) =>
    values.forEach((value, at) => {
      if (!(value >= 0 && value <= most)) throw new RetailError(`${what} ${at + 1}`, `is ${value}`);
    });
  column('trips of place', trips, Number.MAX_VALUE);
  column('size of shop', size, Number.MAX_VALUE);
  column('way', minutes, Number.POSITIVE_INFINITY);
  for (const [name, exponent] of Object.entries(parameters))
    if (!(exponent >= 0 && exponent <= 10)) throw new RetailError(name, `is ${exponent}`);
}
