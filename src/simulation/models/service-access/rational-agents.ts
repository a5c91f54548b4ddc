// SPDX-License-Identifier: EUPL-1.2
/**
 * What care costs in travel and crowding where everybody goes where it costs him least: the rational agent
 * access model (Saxon and Snow 2020, "A rational agent model for the spatial accessibility of primary health
 * care", Annals of the AAG 110), with the steps that its authors' code takes. Pure.
 */
import { exp, log } from '../../../city/exact-math';
import { AccessError, type Catchments, checkCatchments } from './floating-catchment';

const CYCLES = 150;
/** Of a place's persons, so many move at most in a cycle: at first, halved every so many cycles, and at least. */
const FIRST_SHARE = 0.2;
const HALF_LIFE = 50;
const LEAST_SHARE = 0.005;
/** In the first cycles no service gets more than it has room for at once. */
const CROWDED_CYCLES = 20;

/**
 * Mean cost by place: travel as a share of `tau`, and crowding as a share of what a service has for the mean of
 * all; 1 is the crowding that `tau` of travel is worth. NaN where nobody is.
 * @param tau in the unit of the costs.
 * @throws AccessError: as checkCatchments; a tau not above nought; no supply at all; a place from which no
 * service can be reached.
 */
export function rationalAgentCost(catchments: Catchments, tau: number): Float64Array {
  checkCatchments(catchments);
  const half = catchments.demand.findIndex((persons) => !Number.isInteger(persons));
  if (half >= 0)
    throw new AccessError(`demand of place ${half + 1}`, `${catchments.demand[half]} are no whole persons`);
  if (!(tau > 0)) throw new AccessError('tau', `is ${tau}`);
  const agents = new Agents(catchments, tau);
  for (let cycle = 0; cycle < CYCLES - 1; cycle++) agents.move(cycle);
  return agents.move(CYCLES - 1);
}

class Agents {
  readonly #places: number;
  readonly #services: number;
  readonly #demand: Float64Array;
  /** In persons: how many a service serves at the mean of all. */
  readonly #room: Float64Array;
  readonly #travel: Float64Array;
  /** Persons of a place who go to a service, at [service * places + place]. */
  readonly #going: Float64Array;

  constructor({ demand, supply, cost }: Catchments, tau: number) {
    const open = Array.from(supply.keys()).filter((service) => (supply[service] as number) > 0);
    if (open.length === 0) throw new AccessError('supply', 'is nought everywhere');
    this.#places = demand.length;
    this.#services = open.length;
    this.#demand = demand;
    const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
    const mean = total(demand) / total(supply);
    this.#room = Float64Array.from(open, (service) => (supply[service] as number) * mean);
    this.#travel = new Float64Array(open.length * this.#places);
    open.forEach((service, i) => {
      for (let place = 0; place < this.#places; place++)
        this.#travel[i * this.#places + place] = (cost[service * this.#places + place] as number) / tau;
    });
    this.#going = new Float64Array(this.#travel.length);
    for (let place = 0; place < this.#places; place++) {
      const nearest = this.#best(this.#travel, place);
      if (
        (demand[place] as number) > 0 &&
        this.#travel[nearest * this.#places + place] === Number.POSITIVE_INFINITY
      )
        throw new AccessError(`place ${place + 1}`, 'no service can be reached from it');
      this.#going[nearest * this.#places + place] = demand[place] as number;
    }
  }

  /** Moves some from where it costs them most to where it costs least; gives what it cost before, by place. */
  move(cycle: number): Float64Array {
    const [places, services] = [this.#places, this.#services];
    const at = new Float64Array(services);
    this.#going.forEach((persons, cell) => {
      const service = Math.floor(cell / places);
      at[service] = (at[service] as number) + persons;
    });
    const cost = this.#travel.map(
      (travel, cell) =>
        (at[Math.floor(cell / places)] as number) / (this.#room[Math.floor(cell / places)] as number) +
        travel,
    );
    const share = Math.max(FIRST_SHARE * exp((-log(2) * cycle) / HALF_LIFE), LEAST_SHARE);
    const moves = Array.from({ length: places }, (_, place) => {
      const [from, to] = [this.#dearest(cost, place), this.#best(cost, place)];
      return { place, from, to, persons: from === to ? 0 : this.#wish(place, from, to, at, share) };
    });
    if (cycle < CROWDED_CYCLES) this.#hold(moves);
    for (const { place, from, to, persons } of moves) {
      this.#going[to * places + place] = (this.#going[to * places + place] as number) + persons;
      this.#going[from * places + place] = (this.#going[from * places + place] as number) - persons;
    }
    return this.#meanCost(cost);
  }

  /** So many would have to move that both cost them the same; whole persons, and no more than a share of all. */
  #wish(place: number, from: number, to: number, at: Float64Array, share: number): number {
    const of = (service: number) => {
      const cell = service * this.#places + place;
      const mine = this.#going[cell] as number;
      return {
        room: this.#room[service] as number,
        travel: this.#travel[cell] as number,
        mine,
        others: (at[service] as number) - mine,
      };
    };
    const [a, b] = [of(to), of(from)];
    const even =
      ((a.room * b.room) / (a.room + b.room)) *
      (b.travel - a.travel + (a.mine + b.mine + b.others) / b.room - a.others / a.room);
    return Math.trunc(Math.min(even - a.mine, b.mine, share * (this.#demand[place] as number)));
  }

  /** A service that more would come to than it has room for gets its room's share of each. */
  #hold(moves: { to: number; persons: number }[]): void {
    const coming = new Float64Array(this.#services);
    for (const { to, persons } of moves) coming[to] = (coming[to] as number) + persons;
    for (const move of moves) {
      const over = Math.max(1, (coming[move.to] as number) / (this.#room[move.to] as number));
      move.persons = halfToEven(move.persons / over);
    }
  }

  #meanCost(cost: Float64Array): Float64Array {
    const [sum, persons] = [new Float64Array(this.#places), new Float64Array(this.#places)];
    this.#going.forEach((going, cell) => {
      const place = cell % this.#places;
      if (going === 0) return;
      sum[place] = (sum[place] as number) + going * (cost[cell] as number);
      persons[place] = (persons[place] as number) + going;
    });
    return sum.map((all, place) => all / (persons[place] as number));
  }

  #best(cost: Float64Array, place: number): number {
    let best = 0;
    for (let service = 1; service < this.#services; service++)
      if ((cost[service * this.#places + place] as number) < (cost[best * this.#places + place] as number))
        best = service;
    return best;
  }

  /** Of the services that somebody of the place goes to. */
  #dearest(cost: Float64Array, place: number): number {
    let dearest = -1;
    for (let service = 0; service < this.#services; service++) {
      const cell = service * this.#places + place;
      if (this.#going[cell] === 0) continue;
      if (dearest < 0 || (cost[cell] as number) > (cost[dearest * this.#places + place] as number))
        dearest = service;
    }
    return Math.max(dearest, 0);
  }
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
