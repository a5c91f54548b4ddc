// SPDX-License-Identifier: EUPL-1.2
/**
 * p-median: the p sites from which all clients are served at the least weighted distance. An interchange
 * finds choices, prices a bound below all of them, and each helps the other: the sites that prices choose are
 * a start for the interchange, its value a mark for the prices. Pure.
 */
import { Choice, type Costs, greedyChoice } from './interchange';
import { Prices } from './lagrangian';
import { check, type Search, type Siting, SitingError, type SitingProblem, siting } from './problem';

/** Steps of prices between two looks at the sites that they choose. */
const STEPS = 10;
/** Restarts of the search after the prices are spent and nothing better is found. */
const RESTARTS = 200;
/** Steps of prices at a node of the branch and bound, and the most nodes. */
const NODE_STEPS = 60;
const NODES = 5000;

/**
 * @param p how many sites.
 * @returns value: Σ weight · distance to the nearest chosen site.
 * @throws SitingError: as {@link check}; no p sites serve every client.
 */
export function solvePMedian(problem: SitingProblem, p: number, search: Search): Siting {
  check(problem, p);
  const { clients, sites, distance, weight } = problem;
  const cost = distance.map((d, cell) => {
    const w = weight[cell % clients] as number;
    return w === 0 ? 0 : w * d;
  });
  const far = farOf(cost);
  cost.forEach((c, cell) => {
    if (c === Number.POSITIVE_INFINITY) cost[cell] = far;
  });
  const found = cheapest({ clients, sites, cost }, p, search);
  if (found.value >= far)
    throw new SitingError(
      'p',
      `${found.bound >= far ? 'no' : 'in the time given no'} choice of ${p} sites serves every client`,
    );
  return found;
}

/** More than every client served at its dearest. */
function farOf(cost: Float64Array): number {
  let sum = 1;
  for (const c of cost) if (c < Number.POSITIVE_INFINITY) sum += c;
  // Twice, since one more is nothing beside a very large sum.
  return 2 * sum;
}

/** The p sites of the least cost, all costs finite. */
export function cheapest(costs: Costs, p: number, search: Search): Siting {
  const median = new MedianSearch(costs, p, search);
  median.price();
  median.restart();
  return siting(median.sites, median.value, median.prove());
}

/** The best choice so far, and what shows how good it is. */
class MedianSearch {
  readonly #costs: Costs;
  readonly #search: Search;
  readonly #prices: Prices;
  /** Sums of whole numbers are whole: what is above a bound is at the next of them at least. */
  readonly #isWhole: boolean;
  sites: readonly number[];
  value: number;

  constructor(costs: Costs, p: number, search: Search) {
    this.#costs = costs;
    this.#search = search;
    this.#isWhole = costs.cost.every(Number.isInteger);
    const all = Array.from({ length: costs.sites }, (_, site) => site);
    const start = new Choice(costs, greedyChoice(costs, p, search.goOn));
    start.improve(all, search.goOn);
    this.sites = Array.from(start.sites);
    this.value = start.value;
    this.#prices = new Prices(costs, p, firstPrices(costs, this.sites));
  }

  /** What no choice is below, if prices show as much. */
  #lowest(bound: number): number {
    // Plus nought: of nought that was rounded up there is a negative one, too.
    const whole = this.#isWhole ? Math.ceil(bound - Math.max(1e-6, 1e-12 * this.value)) + 0 : bound;
    return Math.min(whole, this.value);
  }

  #isProven(bound: number): boolean {
    return this.value - this.#lowest(bound) <= 1e-9 * this.value;
  }

  #offer(choice: Choice): void {
    choice.improve(this.#prices.left, this.#search.goOn);
    const { value } = choice;
    if (value >= this.value) return;
    this.sites = Array.from(choice.sites);
    this.value = value;
  }

  /** Prices and interchanges in turn, until the prices are spent. */
  price(): void {
    const prices = this.#prices;
    const isDone = () => prices.isSpent || this.#isProven(prices.bound) || !this.#search.goOn();
    let seen = '';
    while (!isDone()) {
      for (let i = 0; i < STEPS && !isDone(); i++) prices.step(this.value);
      const chosen = [...prices.chosen].sort((a, b) => a - b).join();
      if (chosen === seen || prices.chosen.length === 0) continue;
      seen = chosen;
      this.#offer(new Choice(this.#costs, prices.chosen));
    }
  }

  /** The best choice shaken and bettered, until that has been of no use for long. */
  restart(): void {
    let idle = 0;
    while (idle < RESTARTS && !this.#isProven(this.#prices.bound) && this.#search.goOn()) {
      const before = this.value;
      const { random } = this.#search;
      this.#offer(shaken(this.#costs, this.sites, this.#prices.left, random, 2 + (idle % 4)));
      idle = this.value < before ? 0 : idle + 1;
    }
  }

  /**
   * Branch and bound over the sites that are left: with the site that saves most, and without it.
   * @returns what no choice is below: the value itself where the search came to its end.
   */
  prove(): number {
    const root = this.#prices;
    if (this.#isProven(root.bound) || root.chosen.length === 0) return this.#lowest(root.bound);
    const open = [root];
    let nodes = 0;
    for (let node = open.pop(); node; node = open.pop()) {
      if (!node.isPossible) continue;
      const isDone = () => node.isSpent || this.#isProven(node.bound) || !this.#search.goOn();
      for (let i = 0; i < NODE_STEPS && !isDone(); i++) node.step(this.value);
      if (node.chosen.length === 0) node.step(this.value);
      if (this.#isProven(node.bound)) continue;
      const choice = new Choice(this.#costs, node.chosen);
      if (choice.value < this.value) this.#offer(choice);
      if (node.isDecided) continue;
      if (++nodes > NODES || !this.#search.goOn()) return this.#lowest(root.bound);
      const site = node.mostSaving;
      // Without it last in, first out: the bound of what lacks a good site rises fast.
      open.push(node.with(site, true), node.with(site, false));
    }
    return this.value;
  }
}

/** What a client's service is worth at first: what the second nearest of the chosen sites costs, or the nearest. */
function firstPrices({ clients, cost }: Costs, sites: readonly number[]): Float64Array {
  return Float64Array.from({ length: clients }, (_, client) => {
    const ranked = sites.map((site) => cost[site * clients + client] as number).sort((a, b) => a - b);
    return ranked[Math.min(1, ranked.length - 1)] as number;
  });
}

/** A choice with some of its sites exchanged at random. */
function shaken(
  costs: Costs,
  sites: readonly number[],
  among: readonly number[],
  random: () => number,
  times: number,
): Choice {
  const choice = new Choice(costs, sites);
  for (let i = 0; i < times; i++) {
    const site = among[Math.floor(random() * among.length)] as number;
    if (!choice.has(site)) choice.swap(Math.floor(random() * sites.length), site);
  }
  return choice;
}
