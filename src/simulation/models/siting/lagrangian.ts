// SPDX-License-Identifier: EUPL-1.2
/**
 * A bound below every choice of p sites: the assignment of clients is put into the price (Cornuéjols, Fisher
 * and Nemhauser 1977, "Location of bank accounts to optimize float", Management Science 23), and the prices
 * are bettered by the subgradient of Held, Wolfe and Crowder (1974), deflected as Camerini, Fratta and Maffioli
 * (1975, "On improving relaxation methods by modified gradient techniques") do. Pure.
 */
import type { Costs } from './interchange';
import { type NearSites, onlyOf } from './near-sites';

/** Length of the first steps, and of those of a part of the question. */
const FIRST_STRIDE = 1;
const PART_STRIDE = 0.5;
/** Steps without a better bound after which they are halved. */
const PATIENCE = 12;
/** Below this length steps hardly change anything. */
const SHORTEST = 0.003;
/** How much a step turns away from one that leads back. */
const DEFLECTION = 1.5;
/** The lists are made anew once a smaller share of their sites is left. */
const WORTH_LISTING = 0.8;

/** A question, and from where its prices go on. */
export interface Part {
  /** Sites that are in every choice asked for, and those that may be in one beside them. */
  readonly inside: readonly number[];
  readonly left: readonly number[];
  /** Nothing in it is below. */
  readonly bound: number;
  readonly near: NearSites;
  /** By client; of what is above his reach only that much counts. */
  readonly price: Float64Array;
}

/** Every choice of p sites. */
export const wholeOf = ({ sites }: Costs, near: NearSites, price: Float64Array): Part => ({
  inside: [],
  left: Array.from({ length: sites }, (_, site) => site),
  bound: 0,
  near,
  price,
});

/** Prices of each client's service; a step makes them better, as a rule. */
export class Prices {
  readonly #costs: Costs;
  readonly #p: number;
  #near: NearSites;
  /** How many sites the lists hold. */
  #listed: number;
  /** By client: the price, the best so far, where the next step leads, and the end of the sites cheaper than it. */
  readonly #price: Float64Array;
  readonly #best: Float64Array;
  readonly #way: Float64Array;
  readonly #end: Int32Array;
  /** How many of the lists that is. */
  #looked = 0;
  /** By client: 1 less how many of the chosen would serve him. */
  readonly #unserved: Float64Array;
  /** By site: what it saves at these prices, at most nought; and whether it is chosen. */
  readonly #saving: Float64Array;
  readonly #isChosen: Uint8Array;
  readonly #inside: readonly number[];
  #left: readonly number[];
  #stride: number;
  #sinceBetter = 0;
  /** The best bound so far. */
  bound: number;
  /** The p sites that these prices would choose: those inside, then the best of those left. */
  chosen: readonly number[] = [];

  constructor(costs: Costs, p: number, { inside, left, bound, near, price }: Part) {
    const { clients, sites } = costs;
    this.#costs = costs;
    this.#near = near;
    this.#p = p;
    this.#price = price.map((own, client) => Math.min(own, near.reach[client] as number));
    this.#best = this.#price.slice();
    this.#way = new Float64Array(clients);
    this.#end = new Int32Array(clients);
    this.#unserved = new Float64Array(clients);
    this.#saving = new Float64Array(sites);
    this.#isChosen = new Uint8Array(sites);
    this.#inside = inside;
    this.#left = left;
    this.#listed = inside.length + left.length;
    this.#stride = inside.length + left.length < sites ? PART_STRIDE : FIRST_STRIDE;
    this.bound = bound;
  }

  /** The sites that may yet be in a choice better than the one known, of those that are not inside. */
  get left(): readonly number[] {
    return this.#left;
  }

  /** Whether further steps would hardly change anything. */
  get isSpent(): boolean {
    return this.#stride < SHORTEST || this.#inside.length === this.#p || this.#left.length === 0;
  }

  /** Whether there are p sites to choose at all. */
  get isPossible(): boolean {
    return this.#inside.length <= this.#p && this.#inside.length + this.#left.length >= this.#p;
  }

  /** Whether there is but one choice. */
  get isDecided(): boolean {
    return this.#inside.length === this.#p || this.#inside.length + this.#left.length === this.#p;
  }

  /** The same question with a site inside, or away, going on from the best of these prices. */
  with(site: number, isInside: boolean): Part {
    return {
      inside: isInside ? [...this.#inside, site] : this.#inside,
      left: this.#left.filter((one) => one !== site),
      bound: this.bound,
      near: this.#near,
      price: this.#best,
    };
  }

  /** Of the sites that are left so many that save most; all of them where they are no more. */
  mostPromising(count: number): readonly number[] {
    if (this.#left.length <= count) return this.#left;
    const saving = this.#saving;
    const last = Float64Array.from(this.#left, (site) => saving[site] as number).sort()[count - 1] as number;
    return this.#left.filter((site) => (saving[site] as number) <= last);
  }

  /** The site to decide on next: the most saving of those that nothing is decided of. */
  get mostSaving(): number {
    let most = this.#left[0] as number;
    for (const site of this.#left)
      if ((this.#saving[site] as number) < (this.#saving[most] as number)) most = site;
    return most;
  }

  /** One step of the subgradient towards the value of the best choice known. */
  step(value: number): void {
    this.#relist();
    this.#save();
    const free = this.#p - this.#inside.length;
    const last = this.#choose(free);
    let here = 0;
    for (let client = 0; client < this.#price.length; client++) here += this.#price[client] as number;
    for (const site of this.chosen) here += this.#saving[site] as number;
    this.#drop(free, here - last, value);
    if (here > this.bound + 1e-7 * Math.abs(this.bound)) {
      this.#sinceBetter = 0;
      this.#best.set(this.#price);
    } else if (++this.#sinceBetter >= PATIENCE) {
      this.#sinceBetter = 0;
      this.#stride /= 2;
      this.#price.set(this.#best);
      this.#way.fill(0);
      return;
    }
    this.bound = Math.max(this.bound, here);
    this.#move(here, value);
  }

  /** What each site saves: those that are dearer than a client's price save nothing of his. */
  #save(): void {
    const { first, site, cost } = this.#near;
    const [price, saving, end] = [this.#price, this.#saving, this.#end];
    saving.fill(0);
    this.#looked = 0;
    for (let client = 0; client < price.length; client++) {
      const worth = price[client] as number;
      const last = first[client + 1] as number;
      let row = first[client] as number;
      for (; row < last; row++) {
        const over = (cost[row] as number) - worth;
        if (over >= 0) break;
        const one = site[row] as number;
        saving[one] = (saving[one] as number) + over;
      }
      end[client] = row;
      this.#looked += row - (first[client] as number);
    }
  }

  /** Chooses so many of those left, of several alike the first; gives what the last of them saves. */
  #choose(free: number): number {
    const [saving, isChosen] = [this.#saving, this.#isChosen];
    isChosen.fill(0);
    for (const site of this.#inside) isChosen[site] = 1;
    if (free <= 0) {
      this.chosen = this.#inside;
      return 0;
    }
    const sorted = Float64Array.from(this.#left, (site) => saving[site] as number).sort();
    const last = sorted[Math.min(free, sorted.length) - 1] as number;
    let alike = free;
    for (const own of sorted) {
      if (own >= last) break;
      alike--;
    }
    const chosen = [...this.#inside];
    for (const site of this.#left) {
      const own = saving[site] as number;
      if (own > last || (own === last && --alike < 0)) continue;
      isChosen[site] = 1;
      chosen.push(site);
    }
    this.chosen = chosen;
    return last;
  }

  /** Puts away the sites that, taken in place of the last of the chosen, cannot come below the value known. */
  #drop(free: number, others: number, value: number): void {
    if (free <= 0 || free >= this.#left.length) return;
    const most = value * (1 + 1e-9) - others;
    const [saving, isChosen] = [this.#saving, this.#isChosen];
    const kept = this.#left.filter((site) => isChosen[site] === 1 || (saving[site] as number) <= most);
    if (kept.length < this.#left.length) this.#left = kept;
  }

  /** Lists only the sites that there still are, once they are so many fewer. */
  #relist(): void {
    const count = this.#inside.length + this.#left.length;
    if (count > WORTH_LISTING * this.#listed) return;
    const isKept = new Uint8Array(this.#costs.sites);
    for (const site of this.#inside) isKept[site] = 1;
    for (const site of this.#left) isKept[site] = 1;
    this.#near = onlyOf(this.#near, isKept);
    this.#listed = count;
  }

  #move(here: number, value: number): void {
    const [price, way, unserved] = [this.#price, this.#way, this.#unserved];
    const { first, cost, reach } = this.#near;
    const [along, back, steep] = this.#look();
    if (steep === 0) {
      this.#stride = 0;
      return;
    }
    const turn = along < 0 ? (-DEFLECTION * along) / back : 0;
    let norm = 0;
    for (let client = 0; client < price.length; client++) {
      const own = (unserved[client] as number) + turn * (way[client] as number);
      way[client] = own;
      norm += own * own;
    }
    const length = (this.#stride * Math.max(value - here, 1e-9 * value)) / (norm || 1);
    for (let client = 0; client < price.length; client++) {
      const most = reach[client] as number;
      const row = first[client] as number;
      // Below the cheapest site a price only lowers the bound.
      const least = row < (first[client + 1] as number) ? (cost[row] as number) : most;
      const next = (price[client] as number) + length * (way[client] as number);
      price[client] = next > most ? most : next < least ? least : next;
    }
  }

  /** Who is served how often; gives how far that leads along the last way, and the squares of both. */
  #look(): [along: number, back: number, steep: number] {
    this.#serve();
    const { reach } = this.#near;
    const [price, way, unserved] = [this.#price, this.#way, this.#unserved];
    let along = 0;
    let back = 0;
    let steep = 0;
    for (let client = 0; client < price.length; client++) {
      let own = unserved[client] as number;
      if (own > 0 && (price[client] as number) >= (reach[client] as number)) {
        own = 0;
        unserved[client] = 0;
      }
      const before = way[client] as number;
      along += own * before;
      back += before * before;
      steep += own * own;
    }
    return [along, back, steep];
  }

  /** How many of the chosen would serve each: by their columns, or by the lists where those are shorter. */
  #serve(): void {
    const { clients, cost } = this.#costs;
    const { first, site } = this.#near;
    const [price, unserved, end, isChosen] = [this.#price, this.#unserved, this.#end, this.#isChosen];
    unserved.fill(1);
    if (this.chosen.length * clients < this.#looked)
      for (const one of this.chosen)
        for (let client = 0, cell = one * clients; client < clients; client++, cell++)
          unserved[client]! -= (cost[cell] as number) < (price[client] as number) ? 1 : 0;
    else
      for (let client = 0; client < clients; client++)
        for (let row = first[client] as number; row < (end[client] as number); row++)
          unserved[client]! -= isChosen[site[row] as number] as number;
  }
}
