// SPDX-License-Identifier: EUPL-1.2
/**
 * The transport problem (Hitchcock 1941) by shortest augmenting paths with prices (Busacker and Gowen 1961;
 * Edmonds and Karp 1972) over the schools: a pupil for whom there is no room moves another on, who moves another.
 * It begins where an auction ends (auction.ts), which leaves few to be placed so. A solution is changed into that of a
 * problem a little different: who loses a place looks for another, and a place that becomes free draws in whom it
 * serves most, who leaves one that draws in another. Pure.
 */
import { auctioned } from './auction';
import type { Choices, Solved } from './choices';
import { Frontier } from './frontier';

/** Who moves on: from which row to which. */
type Step = readonly [from: number, to: number];

/** Below this no pupil is left. */
const NOBODY = 1e-9;

export class Transport {
  readonly #choices: Choices;
  /** Schools and none. */
  readonly #size: number;
  readonly #pupils: Float64Array;
  /** By school: what a place there is worth; nought where there is room. */
  readonly #price: Float64Array;
  readonly #free: Float64Array;
  /** Places that are free and still have a price: who is without one comes first, then whom they serve most. */
  readonly #held: Float64Array;
  /** By school: the rows that have pupils there. */
  readonly #users: Set<number>[];
  /** Schools that some home has beside this one. */
  readonly #near: readonly Int32Array[];
  /** What it costs least to move a pupil on, at [from * size + to], and from which row to which. */
  readonly #move: Float64Array;
  readonly #moveFrom: Int32Array;
  readonly #moveTo: Int32Array;
  /** 1: the moves from a school are to be looked for again. */
  readonly #stale: Uint8Array;
  readonly #frontier: Frontier;

  constructor(choices: Choices, near: readonly Int32Array[]) {
    const size = choices.schools + 1;
    this.#choices = choices;
    this.#size = size;
    this.#near = near;
    this.#pupils = new Float64Array(choices.school.length);
    this.#price = new Float64Array(size);
    this.#free = new Float64Array(size);
    this.#free[size - 1] = Number.POSITIVE_INFINITY;
    this.#held = new Float64Array(size);
    this.#users = Array.from({ length: size }, () => new Set());
    this.#move = new Float64Array(size ** 2).fill(Number.POSITIVE_INFINITY);
    this.#moveFrom = new Int32Array(size ** 2).fill(-1);
    this.#moveTo = new Int32Array(size ** 2).fill(-1);
    this.#stale = new Uint8Array(size);
    this.#frontier = new Frontier(size);
  }

  /** Solves from nothing. */
  solve(pupils: Float64Array, places: Float64Array): Solved {
    const start = auctioned(this.#choices, pupils, places);
    return this.solveFrom(pupils, places, start.pupils, start.price);
  }

  /**
   * Solves from a solution of the same homes.
   * @param pupilsBefore by row of the choices: who is there already, each by a cheapest row of his home at the prices.
   * @param price by school; of a new one what `none` counts or more.
   */
  solveFrom(
    pupils: Float64Array,
    places: Float64Array,
    pupilsBefore: Float64Array,
    price: Float64Array,
  ): Solved {
    this.#price.set(price);
    for (let row = 0; row < pupilsBefore.length; row++) {
      const many = pupilsBefore[row] as number;
      if (many > NOBODY) this.#add(row, many);
    }
    const left = pupils.map((many, home) => many - this.#cut(home, many));
    for (let school = 0; school < this.#choices.schools; school++)
      this.#fit(school, places[school] as number, left);
    left.forEach((many, home) => {
      this.#place(home, many);
    });
    for (let school = 0; school < this.#choices.schools; school++) this.#open(school);
    return this.#solved();
  }

  #solved(): Solved {
    return { choices: this.#choices, pupils: this.#pupils, price: this.#price };
  }

  /** No more of a home than it has; gives how many there are. */
  #cut(home: number, most: number): number {
    let there = 0;
    for (let row = this.#choices.first[home] as number; row < this.#end(home); row++) {
      const many = this.#pupils[row] as number;
      if (many === 0) continue;
      const kept = Math.min(many, Math.max(0, most - there));
      if (kept < many) this.#add(row, kept - many);
      there += kept;
    }
    return there;
  }

  /** No more in a school than its places; who has to go is `left` at home. What is free is held where it has a price. */
  #fit(school: number, places: number, left: Float64Array): void {
    let spare = places;
    for (const row of this.#users[school] as Set<number>) spare -= this.#pupils[row] as number;
    for (const row of [...(this.#users[school] as Set<number>)]) {
      if (spare >= 0) break;
      const gone = Math.min(-spare, this.#pupils[row] as number);
      this.#add(row, -gone);
      left[this.#choices.home[row] as number]! += gone;
      spare += gone;
    }
    if (spare <= NOBODY) return;
    if ((this.#price[school] as number) > 0) this.#held[school] = spare;
    else this.#free[school] = spare;
  }

  /** Finds a place for pupils of a home. */
  #place(home: number, many: number): void {
    let left = many;
    while (left > NOBODY) left -= this.#send(home, this.#nearestRoom(home), left);
  }

  /** The school with room that is the cheapest to come to, by way of others where that is cheaper. */
  #nearestRoom(home: number): number {
    const { first, school, minutes } = this.#choices;
    const [frontier, price, size] = [this.#frontier, this.#price, this.#size];
    frontier.begin();
    for (let row = first[home] as number; row < this.#end(home); row++) {
      const s = school[row] as number;
      frontier.see(s, (minutes[row] as number) + (price[s] as number), -1);
    }
    for (;;) {
      const here = frontier.nearest();
      const way = frontier.way[here] as number;
      if ((this.#free[here] as number) + (this.#held[here] as number) > NOBODY) {
        // What is nearer is full: so much dearer is a place there.
        frontier.nearer(way, (s, by) => {
          price[s] = (price[s] as number) + by;
        });
        return here;
      }
      this.#look(here);
      const own = price[here] as number;
      for (const to of this.#near[here] as Int32Array) {
        // Prices make every move cost nought or more.
        const more = (this.#move[here * size + to] as number) - own + (price[to] as number);
        frontier.see(to, way + Math.max(0, more), here);
      }
    }
  }

  /** Sends as many as can go that way; gives how many did. */
  #send(home: number, room: number, left: number): number {
    const via = this.#frontier.via;
    const steps: Step[] = [];
    let to = room;
    for (let from = via[to] as number; from >= 0; from = via[to] as number) {
      steps.push(this.#step(from, to));
      to = from;
    }
    const spare = (this.#held[room] as number) > NOBODY ? this.#held : this.#free;
    const many = this.#mostAlong(steps, Math.min(left, spare[room] as number));
    let row = this.#choices.first[home] as number;
    while (this.#choices.school[row] !== to) row++;
    this.#add(row, many);
    this.#shift(steps, many);
    const rest = (spare[room] as number) - many;
    spare[room] = rest > NOBODY ? rest : 0;
    return many;
  }

  /** Lets in whom the held places of a school serve, or finds that nobody needs them. */
  #open(school: number): void {
    while ((this.#held[school] as number) > 0) {
      const last = this.#leastWorth(school);
      if ((this.#price[school] as number) <= 0) {
        this.#free[school] = (this.#free[school] as number) + (this.#held[school] as number);
        this.#held[school] = 0;
        return;
      }
      const via = this.#frontier.via;
      const steps: Step[] = [];
      for (let from = last; from !== school; from = via[from] as number)
        steps.push(this.#step(from, via[from] as number));
      const many = this.#mostAlong(steps, this.#held[school] as number);
      this.#shift(steps, many);
      const held = (this.#held[school] as number) - many;
      this.#held[school] = held > NOBODY ? held : 0;
      this.#free[last] = (this.#free[last] as number) + many;
    }
  }

  /**
   * Where the place is that is worth least when pupils move on toward this school: itself, or the end of a chain of
   * moves that comes to it. What is dearer than that becomes so much cheaper.
   */
  #leastWorth(school: number): number {
    const [frontier, price, size] = [this.#frontier, this.#price, this.#size];
    frontier.begin();
    frontier.see(school, 0, -1);
    let [last, worth] = [school, price[school] as number];
    for (let here = frontier.nearest(); here >= 0; here = frontier.nearest()) {
      const way = frontier.way[here] as number;
      if (way >= worth) break;
      const own = price[here] as number;
      if (way + own < worth) [last, worth] = [here, way + own];
      if (own === 0) break;
      for (const from of this.#near[here] as Int32Array) {
        this.#look(from);
        const more = (this.#move[from * size + here] as number) - (price[from] as number) + own;
        frontier.see(from, way + Math.max(0, more), here);
      }
    }
    frontier.nearer(worth, (s, by) => {
      price[s] = Math.max(0, (price[s] as number) - by);
    });
    price[last] = 0;
    return last;
  }

  #step(from: number, to: number): Step {
    const move = from * this.#size + to;
    return [this.#moveFrom[move] as number, this.#moveTo[move] as number];
  }

  #mostAlong(steps: readonly Step[], most: number): number {
    return steps.reduce((many, [from]) => Math.min(many, this.#pupils[from] as number), most);
  }

  #shift(steps: readonly Step[], many: number): void {
    for (const [from, to] of steps) {
      this.#add(from, -many);
      this.#add(to, many);
    }
  }

  #add(row: number, many: number): void {
    const was = this.#pupils[row] as number;
    const now = was + many;
    const school = this.#choices.school[row] as number;
    this.#pupils[row] = now > NOBODY ? now : 0;
    if (now > NOBODY && was === 0) {
      (this.#users[school] as Set<number>).add(row);
      if (!this.#stale[school]) this.#offer(row, school);
    } else if (now <= NOBODY && was > 0) {
      (this.#users[school] as Set<number>).delete(row);
      this.#stale[school] = 1;
    }
  }

  /** Who of a school moves on at the least cost, to each other school. */
  #look(school: number): void {
    if (!this.#stale[school]) return;
    this.#stale[school] = 0;
    this.#move.fill(Number.POSITIVE_INFINITY, school * this.#size, (school + 1) * this.#size);
    for (const row of this.#users[school] as Set<number>) this.#offer(row, school);
  }

  #offer(row: number, school: number): void {
    const { home, minutes, school: schoolOf, first } = this.#choices;
    const own = home[row] as number;
    const here = minutes[row] as number;
    const at = school * this.#size;
    for (let other = first[own] as number; other < this.#end(own); other++) {
      const more = (minutes[other] as number) - here;
      const move = at + (schoolOf[other] as number);
      if (other === row || more >= (this.#move[move] as number)) continue;
      this.#move[move] = more;
      this.#moveFrom[move] = row;
      this.#moveTo[move] = other;
    }
  }

  #end(home: number): number {
    return this.#choices.first[home + 1] as number;
  }
}
