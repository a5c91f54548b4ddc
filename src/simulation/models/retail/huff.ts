// SPDX-License-Identifier: EUPL-1.2
/**
 * Who shops where: Huff's model (1963, "A probabilistic analysis of shopping center trade areas", Land Economics
 * 39). A shop draws by its size and repels by the way to it; the share of each in all that people know of is how
 * likely they go there. A closure is shared among the others as they stood: independence of irrelevant
 * alternatives, which is more than is true where shops are of different kinds. Pure.
 */
import { power } from '../../../city/exact-math';

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
  check(city, parameters);
  const { trips, size, minutes } = city;
  const places = trips.length;
  const drawn = size.map((m2) => (m2 > 0 ? power(m2, parameters.sizeExponent) : 0));
  const all = new Float64Array(places);
  const pull = minutes.map((min, cell) => {
    const attraction = drawn[Math.floor(cell / places)] as number;
    if (attraction === 0 || min === Number.POSITIVE_INFINITY) return 0;
    const way = power(Math.max(min, NEAREST_MIN), -parameters.distanceExponent);
    all[cell % places] = (all[cell % places] as number) + attraction * way;
    return attraction * way;
  });
  return pull.map((one, cell) => (one === 0 ? 0 : one / (all[cell % places] as number)));
}

/** Trips to each shop, by shop. @throws RetailError as {@link huffShares}. */
export function tripsToShops(city: ShoppingCity, parameters: HuffParameters): Float64Array {
  const places = city.trips.length;
  const to = new Float64Array(city.size.length);
  huffShares(city, parameters).forEach((share, cell) => {
    const shop = Math.floor(cell / places);
    to[shop] = (to[shop] as number) + share * (city.trips[cell % places] as number);
  });
  return to;
}

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
