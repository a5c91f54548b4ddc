// SPDX-License-Identifier: EUPL-1.2
/**
 * A bound below every choice of p sites: the assignment of clients is put into the price (Cornuéjols, Fisher
 * and Nemhauser 1977, "Location of bank accounts to optimize float", Management Science 23), and the prices
 * are bettered by the subgradient of Held, Wolfe and Crowder (1974). Pure.
 */
import type { Costs } from './interchange';

/** Steps without a better bound after which they are halved. */
const PATIENCE = 15;
/** Below this length steps hardly change anything. */
const SHORTEST = 0.005;

/** Prices of each client's service; a step makes them better, as a rule. */
export class Prices {
  readonly #costs: Costs;
  readonly #p: number;
  /** By client. */
  readonly #price: Float64Array;
  /** By site: what it saves at these prices, at most nought. */
  readonly #saving: Float64Array;
  readonly #served: Int32Array;
  /** Sites that are in every choice asked for. */
  readonly #inside: readonly number[];
  #left: readonly number[];
  #stride: number;
  #sinceBetter = 0;
  /** The best bound so far. */
  bound = 0;
  /** The p sites that these prices would choose: those inside, then the best of those left, the last the worst. */
  chosen: readonly number[] = [];

  constructor(
    costs: Costs,
    p: number,
    price: Float64Array,
    inside: readonly number[] = [],
    left: readonly number[] = Array.from({ length: costs.sites }, (_, site) => site),
    stride = 2,
  ) {
    this.#costs = costs;
    this.#p = p;
    this.#price = price.slice();
    this.#saving = new Float64Array(costs.sites);
    this.#served = new Int32Array(costs.clients);
    this.#inside = inside;
    this.#left = left;
    this.#stride = stride;
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

  /** The same question with a site inside, or away, going on from these prices. */
  with(site: number, isInside: boolean): Prices {
    const left = this.#left.filter((one) => one !== site);
    const inside = isInside ? [...this.#inside, site] : this.#inside;
    return new Prices(this.#costs, this.#p, this.#price, inside, left, 0.5);
  }

  /** The site to decide on next: the most saving of those that nothing is decided of. */
  get mostSaving(): number {
    return this.chosen[this.#inside.length] ?? (this.#left[0] as number);
  }

  /** One step of the subgradient towards the value of the best choice known. */
  step(value: number): void {
    const { clients, cost } = this.#costs;
    const [price, saving] = [this.#price, this.#saving];
    for (const site of [...this.#inside, ...this.#left]) {
      let sum = 0;
      for (let client = 0, cell = site * clients; client < clients; client++, cell++) {
        const over = (cost[cell] as number) - (price[client] as number);
        if (over < 0) sum += over;
      }
      saving[site] = sum;
    }
    const order = [...this.#left].sort((a, b) => (saving[a] as number) - (saving[b] as number) || a - b);
    const free = this.#p - this.#inside.length;
    this.chosen = [...this.#inside, ...order.slice(0, free)];
    let here = 0;
    for (let client = 0; client < clients; client++) here += price[client] as number;
    for (const site of this.chosen) here += saving[site] as number;
    if (here > this.bound + 1e-7 * Math.abs(this.bound)) this.#sinceBetter = 0;
    else if (++this.#sinceBetter >= PATIENCE) {
      this.#stride /= 2;
      this.#sinceBetter = 0;
    }
    this.bound = Math.max(this.bound, here);
    this.#drop(order, free, here, value);
    this.#move(here, value);
  }

  /** Puts away the sites that, taken in place of the last of the chosen, cannot come below the value known. */
  #drop(order: readonly number[], free: number, here: number, value: number): void {
    if (free === 0 || free >= order.length) return;
    const last = this.#saving[order[free - 1] as number] as number;
    const kept = order.filter(
      (site, i) => i < free || here - last + (this.#saving[site] as number) <= value * (1 + 1e-9),
    );
    if (kept.length < this.#left.length) this.#left = kept;
  }

  #move(here: number, value: number): void {
    const { clients, cost } = this.#costs;
    const [price, served] = [this.#price, this.#served];
    served.fill(0);
    for (const site of this.chosen)
      for (let client = 0, cell = site * clients; client < clients; client++, cell++)
        if ((cost[cell] as number) < (price[client] as number))
          served[client] = (served[client] as number) + 1;
    let norm = 0;
    for (let client = 0; client < clients; client++) norm += (1 - (served[client] as number)) ** 2;
    if (norm === 0) {
      this.#stride = 0;
      return;
    }
    const length = (this.#stride * Math.max(1.01 * value - here, 1e-9 * value)) / norm;
    for (let client = 0; client < clients; client++)
      price[client] = (price[client] as number) + length * (1 - (served[client] as number));
  }
}
