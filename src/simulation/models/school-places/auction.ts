// SPDX-License-Identifier: EUPL-1.2
/**
 * A start for the transport problem that is near its end: homes bid for the places of schools (Bertsekas and Castañon
 * 1989, "The auction algorithm for the transportation problem", Annals of Operations Research 20). Pure.
 */
import type { Choices } from './choices';

/** Who is where, each by a cheapest row of his home at the prices, and no school over-full; some are nowhere yet. */
export interface Start {
  /** By row of the choices. */
  readonly pupils: Float64Array;
  /** By school, and nought of none. */
  readonly price: Float64Array;
}

/**
 * Minutes by which a bid is above what it need be: small ones end nearer to the best, large ones sooner. A power of two,
 * so that prices stay exact.
 */
const ABOVE_MIN = 0.25;
/** Bids a home, on the mean: where there are too few places prices would rise for ever. */
const MOST_BIDS = 30;
/** Below this no pupil is left. */
const NOBODY = 1e-9;

/** Holds the auction. */
export function auctioned(choices: Choices, pupils: Float64Array, places: Float64Array): Start {
  const auction = new Auction(choices, places);
  auction.hold(pupils);
  return auction.start();
}

class Auction {
  readonly #choices: Choices;
  readonly #places: Float64Array;
  readonly #price: Float64Array;
  readonly #pupils: Float64Array;
  /** By row: what was bid for it. */
  readonly #bid: Float64Array;
  readonly #taken: Float64Array;
  /** By school: the rows that have pupils there. */
  readonly #users: number[][];

  constructor(choices: Choices, places: Float64Array) {
    const { schools, school, minutes } = choices;
    this.#choices = choices;
    this.#places = places;
    this.#price = new Float64Array(schools + 1);
    this.#pupils = new Float64Array(school.length);
    this.#bid = new Float64Array(school.length);
    this.#taken = new Float64Array(schools);
    this.#users = Array.from({ length: schools }, () => []);
    // What has no places is worth as much as being without one costs: nobody bids for it.
    const none = minutes[school.length - 1] ?? 0;
    for (let s = 0; s < schools; s++) if ((places[s] as number) <= NOBODY) this.#price[s] = none;
  }

  hold(pupils: Float64Array): void {
    const { homes } = this.#choices;
    const loose = pupils.slice();
    const waiting: number[] = [];
    for (let home = homes - 1; home >= 0; home--) if ((loose[home] as number) > NOBODY) waiting.push(home);
    let bids = MOST_BIDS * homes;
    for (let home = waiting.pop(); home !== undefined && bids > 0; home = waiting.pop(), bids--) {
      const many = loose[home] as number;
      loose[home] = 0;
      this.#bidOf(home, many, (other, out) => {
        if (loose[other] === 0) waiting.push(other);
        loose[other]! += out;
      });
    }
  }

  /** The pupils of a home bid for the school that is cheapest; who has to leave it for them is told. */
  #bidOf(home: number, many: number, leave: (home: number, many: number) => void): void {
    const { first, school, minutes, schools } = this.#choices;
    const price = this.#price;
    let row = -1;
    let [least, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const end = first[home + 1] as number;
    for (let at = first[home] as number; at < end; at++) {
      const here = (minutes[at] as number) + (price[school[at] as number] as number);
      if (here >= second) continue;
      if (here < least) {
        second = least;
        least = here;
        row = at;
      } else second = here;
    }
    const own = school[row] as number;
    if (own === schools || (this.#places[own] as number) <= NOBODY) {
      // The last row is none; what has no places is as dear.
      this.#pupils[end - 1]! += many;
      return;
    }
    if (this.#pupils[row] === 0) this.#users[own]?.push(row);
    this.#pupils[row]! += many;
    this.#bid[row] = (price[own] as number) + second - least + ABOVE_MIN;
    this.#taken[own]! += many;
    this.#fit(own, leave);
  }

  /** The least bids of an over-full school leave it; the least of the others is its price. */
  #fit(school: number, leave: (home: number, many: number) => void): void {
    const [bid, pupils] = [this.#bid, this.#pupils];
    const users = this.#users[school] as number[];
    let over = (this.#taken[school] as number) - (this.#places[school] as number);
    if (over <= NOBODY) return;
    for (; over > NOBODY; over = (this.#taken[school] as number) - (this.#places[school] as number)) {
      const at = this.#leastBid(users);
      const row = users[at] as number;
      const out = Math.min(over, pupils[row] as number);
      const left = (pupils[row] as number) - out;
      pupils[row] = left > NOBODY ? left : 0;
      this.#taken[school]! -= out;
      if (pupils[row] === 0) {
        users[at] = users.at(-1) as number;
        users.pop();
      }
      leave(this.#choices.home[row] as number, out);
    }
    this.#price[school] = bid[users[this.#leastBid(users)] as number] as number;
  }

  #leastBid(users: readonly number[]): number {
    let at = 0;
    for (let i = 1; i < users.length; i++)
      if ((this.#bid[users[i] as number] as number) < (this.#bid[users[at] as number] as number)) at = i;
    return at;
  }

  /** Without those who are better off elsewhere at the last prices. */
  start(): Start {
    const { homes, first, school, minutes } = this.#choices;
    const [price, pupils] = [this.#price, this.#pupils];
    for (let home = 0; home < homes; home++) {
      const end = first[home + 1] as number;
      let least = Number.POSITIVE_INFINITY;
      for (let row = first[home] as number; row < end; row++)
        least = Math.min(least, (minutes[row] as number) + (price[school[row] as number] as number));
      for (let row = first[home] as number; row < end; row++)
        if (
          (pupils[row] as number) > 0 &&
          (minutes[row] as number) + (price[school[row] as number] as number) > least
        )
          pupils[row] = 0;
    }
    return { pupils, price };
  }
}
