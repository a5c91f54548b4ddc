// SPDX-License-Identifier: EUPL-1.2
/**
 * Who goes to which school: all pupils together walk as little as they can where no school has more than its
 * places. The transport problem (Hitchcock 1941), solved exactly by shortest augmenting paths with prices
 * (Busacker and Gowen 1961; Edmonds and Karp 1972) over the schools: a pupil for whom there is no room moves
 * another on, who moves another. Pure.
 */

/** Pupils, places or ways that no allocation can be told from. */
export class AllocationError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'AllocationError';
  }
}

export interface AllocationProblem {
  /** By home: pupils; a section's, a block's. */
  readonly pupils: Float64Array;
  /** By school: its places. */
  readonly places: Float64Array;
  /** Minutes between them at [school * homes + home]; Infinity: no way. */
  readonly minutes: Float64Array;
  /** What a pupil without a place counts, in minutes: nobody is sent farther than that. */
  readonly unplacedMin: number;
}

export interface Allocation {
  /** Pupils of a home in a school, at [school * homes + home]. */
  readonly pupils: Float64Array;
  /** By home: pupils without a place. */
  readonly unplaced: Float64Array;
  /** Minutes of all, with `unplacedMin` for each without a place. */
  readonly totalMin: number;
  /** No allocation takes less: prices of homes and places show it. */
  readonly boundMin: number;
}

/** Below this no pupil is left. */
const NOBODY = 1e-9;

/** @throws AllocationError: columns that do not fit, a figure below nought or no number. */
export function allocate(problem: AllocationProblem): Allocation {
  check(problem);
  const solver = new Transport(problem);
  for (const home of problem.pupils.keys()) solver.place(home);
  return solver.answer();
}

/** The last school is none: it has room for everybody, `unplacedMin` away. */
class Transport {
  readonly #homes: number;
  readonly #schools: number;
  readonly #problem: AllocationProblem;
  /** At [home * schools + school], so that what is looked at together lies together; none is the last. */
  readonly #minutes: Float64Array;
  readonly #pupils: Float64Array;
  readonly #free: Float64Array;
  /** By school: the homes that have pupils there. */
  readonly #from: Set<number>[];
  /** What it costs least to move a pupil on from one school to another, and of which home, at [from * schools + to]. */
  readonly #move: Float64Array;
  readonly #mover: Int32Array;
  /** By school: what a place there is worth; nought where there is room. */
  readonly #price: Float64Array;
  readonly #way: Float64Array;
  readonly #before: Int32Array;
  readonly #isDone: Uint8Array;

  constructor(problem: AllocationProblem) {
    this.#problem = problem;
    this.#homes = problem.pupils.length;
    this.#schools = problem.places.length + 1;
    this.#minutes = new Float64Array(this.#homes * this.#schools);
    for (let home = 0, cell = 0; home < this.#homes; home++)
      for (let school = 0; school < this.#schools; school++, cell++)
        this.#minutes[cell] = problem.minutes[school * this.#homes + home] ?? problem.unplacedMin;
    this.#pupils = new Float64Array(this.#homes * this.#schools);
    this.#free = Float64Array.from(
      { length: this.#schools },
      (_, s) => problem.places[s] ?? Number.POSITIVE_INFINITY,
    );
    this.#from = Array.from({ length: this.#schools }, () => new Set());
    this.#move = new Float64Array(this.#schools ** 2).fill(Number.POSITIVE_INFINITY);
    this.#mover = new Int32Array(this.#schools ** 2).fill(-1);
    this.#price = new Float64Array(this.#schools);
    this.#way = new Float64Array(this.#schools);
    this.#before = new Int32Array(this.#schools);
    this.#isDone = new Uint8Array(this.#schools);
  }

  /** Finds a place for all pupils of a home. */
  place(home: number): void {
    let left = this.#problem.pupils[home] as number;
    while (left > NOBODY) {
      const school = this.#nearestRoom(home);
      left -= this.#send(home, school, left);
    }
  }

  /** The school with room that is the cheapest to come to, by way of others where that is cheaper: Dijkstra. */
  #nearestRoom(home: number): number {
    const [way, before, isDone, price] = [this.#way, this.#before, this.#isDone, this.#price];
    for (let s = 0, cell = home * this.#schools; s < this.#schools; s++, cell++) {
      // Prices make every move cost nought or more.
      way[s] = (this.#minutes[cell] as number) + (price[s] as number);
      before[s] = -1;
      isDone[s] = 0;
    }
    for (;;) {
      let here = -1;
      for (let s = 0; s < this.#schools; s++)
        if (!isDone[s] && (here < 0 || (way[s] as number) < (way[here] as number))) here = s;
      isDone[here] = 1;
      if ((this.#free[here] as number) > NOBODY) {
        this.#raise(here);
        return here;
      }
      for (let s = 0, at = here * this.#schools; s < this.#schools; s++, at++) {
        const moved =
          (way[here] as number) +
          Math.max(0, (this.#move[at] as number) - (price[here] as number) + (price[s] as number));
        if (!isDone[s] && moved < (way[s] as number)) {
          way[s] = moved;
          before[s] = here;
        }
      }
    }
  }

  /** What is nearer than the room that was found is so much dearer: it is full. */
  #raise(room: number): void {
    const reach = this.#way[room] as number;
    for (let s = 0; s < this.#schools; s++)
      if (this.#isDone[s]) this.#price[s] = (this.#price[s] as number) + reach - (this.#way[s] as number);
  }

  /** Sends as many as can go that way; gives how many did. */
  #send(home: number, room: number, left: number): number {
    const path = [room];
    for (let s = this.#before[room] as number; s >= 0; s = this.#before[s] as number) path.unshift(s);
    let many = Math.min(left, this.#free[room] as number);
    const movers = path.slice(1).map((to, i) => {
      const from = path[i] as number;
      const mover = this.#mover[from * this.#schools + to] as number;
      many = Math.min(many, this.#pupils[from * this.#homes + mover] as number);
      return { mover, from, to };
    });
    this.#add(home, path[0] as number, many);
    for (const { mover, from, to } of movers) {
      this.#add(mover, from, -many);
      this.#add(mover, to, many);
    }
    this.#free[room] = (this.#free[room] as number) - many;
    for (const school of new Set(path)) this.#look(school);
    return many;
  }

  #add(home: number, school: number, many: number): void {
    const cell = school * this.#homes + home;
    const now = (this.#pupils[cell] as number) + many;
    this.#pupils[cell] = now > NOBODY ? now : 0;
    if (now > NOBODY) this.#from[school]?.add(home);
    else this.#from[school]?.delete(home);
  }

  /** Who of a school moves on at the least cost, to each other school. */
  #look(from: number): void {
    const row = from * this.#schools;
    this.#move.fill(Number.POSITIVE_INFINITY, row, row + this.#schools);
    for (const home of this.#from[from] as Set<number>) {
      const minutes = this.#minutes.subarray(home * this.#schools, (home + 1) * this.#schools);
      const here = minutes[from] as number;
      for (let to = 0; to < this.#schools; to++) {
        const more = (minutes[to] as number) - here;
        if (to !== from && more < (this.#move[row + to] as number)) {
          this.#move[row + to] = more;
          this.#mover[row + to] = home;
        }
      }
    }
  }

  answer(): Allocation {
    const none = this.#schools - 1;
    const unplaced = this.#pupils.slice(none * this.#homes);
    const pupils = this.#pupils.slice(0, none * this.#homes);
    let totalMin = 0;
    this.#pupils.forEach((many, cell) => {
      const [home, school] = [cell % this.#homes, Math.floor(cell / this.#homes)];
      if (many > 0) totalMin += many * (this.#minutes[home * this.#schools + school] as number);
    });
    return { pupils, unplaced, totalMin, boundMin: this.#bound() };
  }

  /** The dual of the transport problem at these prices. */
  #bound(): number {
    let bound = 0;
    for (const [home, many] of this.#problem.pupils.entries()) {
      let least = Number.POSITIVE_INFINITY;
      for (let s = 0; s < this.#schools; s++)
        least = Math.min(
          least,
          (this.#minutes[home * this.#schools + s] as number) + (this.#price[s] as number),
        );
      if (many > 0) bound += many * least;
    }
    for (const [school, places] of this.#problem.places.entries())
      if (places > 0) bound -= places * (this.#price[school] as number);
    return bound;
  }
}

function check({ pupils, places, minutes, unplacedMin }: AllocationProblem): void {
  if (minutes.length !== pupils.length * places.length)
    throw new AllocationError(
      'minutes',
      `${minutes.length} for ${pupils.length} homes and ${places.length} schools`,
    );
  const column = (what: string, values: Float64Array, most: number) =>
    values.forEach((value, at) => {
      if (!(value >= 0 && value <= most)) throw new AllocationError(`${what} ${at + 1}`, `is ${value}`);
    });
  column('pupils of home', pupils, Number.MAX_VALUE);
  column('places of school', places, Number.MAX_VALUE);
  column('way', minutes, Number.POSITIVE_INFINITY);
  if (!(unplacedMin >= 0 && unplacedMin < Number.POSITIVE_INFINITY))
    throw new AllocationError('unplacedMin', `is ${unplacedMin}`);
}
