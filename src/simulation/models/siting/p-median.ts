// SPDX-License-Identifier: EUPL-1.2
/**
 * p-median: the p sites from which all clients are served at the least weighted distance. An interchange
 * finds choices, prices a bound below all of them, and each helps the other: the sites that prices choose are
 * a start for the interchange, its value a mark for the prices. Pure.
 */
import { Choice, type Costs, greedyChoice } from './interchange';
import { type Part, Prices, wholeOf } from './lagrangian';
import { nearSites, reachOf } from './near-sites';
import { check, type Search, type Siting, SitingError, type SitingProblem, siting } from './problem';

/** Steps of prices between two looks at the sites that they choose: fewest, and most where looking was of no use. */
const STEPS = 10;
const MOST_STEPS = 40;
/** Sites that such a look may exchange for: so many times as are chosen, and no fewer than so many. */
const CORE = 4;
const FEWEST_IN_CORE = 100;
/** Shares of the way from what the nearest chosen site costs to what the second does: first prices to try. */
const FIRST_SHARES = [0, 0.25, 0.5, 1];
/** Restarts of the search after the prices are spent and nothing better is found. */
const RESTARTS = 200;
/** Steps of prices at a node of the branch and bound, and the most nodes. */
const NODE_STEPS = 60;
const NODES = 20_000;

/**
 * @param p how many sites.
 * @returns value: Σ weight · distance to the nearest chosen site.
 * @throws SitingError: as {@link check}; no p sites serve every client.
 */
export function solvePMedian(problem: SitingProblem, p: number, search: Search): Siting {
  check(problem, p);
  const { clients, sites, distance, weight } = problem;
  const cost = new Float64Array(distance.length);
  for (let site = 0, cell = 0; site < sites; site++)
    for (let client = 0; client < clients; client++, cell++) {
      const w = weight[client] as number;
      cost[cell] = w === 0 ? 0 : w * (distance[cell] as number);
    }
  const far = farOf(cost);
  for (let cell = 0; cell < cost.length; cell++)
    if (cost[cell] === Number.POSITIVE_INFINITY) cost[cell] = far;
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
  for (let cell = 0; cell < cost.length; cell++) {
    const own = cost[cell] as number;
    if (own < Number.POSITIVE_INFINITY) sum += own;
  }
  // Twice, since one more is nothing beside a very large sum.
  return 2 * sum;
}

/** The p sites of the least cost, all costs finite. */
export function cheapest(costs: Costs, p: number, search: Search): Siting {
  const median = new MedianSearch(costs, p, search);
  median.price();
  median.restart();
  // First, since it may find better sites.
  const bound = median.prove();
  return siting(median.sites, median.value, bound);
}

/** The best choice so far, and what shows how good it is. */
class MedianSearch {
  readonly #costs: Costs;
  readonly #p: number;
  readonly #search: Search;
  readonly #prices: Prices;
  /** Sums of whole numbers are whole: what is above a bound is at the next of them at least. */
  readonly #isWhole: boolean;
  sites: readonly number[];
  value: number;

  constructor(costs: Costs, p: number, search: Search) {
    this.#costs = costs;
    this.#p = p;
    this.#search = search;
    this.#isWhole = costs.cost.every(Number.isInteger);
    const start = new Choice(costs, greedyChoice(costs, p, search.goOn));
    this.sites = Array.from(start.sites);
    this.value = start.value;
    this.#prices = firstPrices(costs, p, this.sites, this.value);
  }

  /** What no choice is below, if prices show as much. */
  #lowest(bound: number): number {
    // So little is what sums of many terms are off.
    if (this.value - bound <= 1e-12 * this.value) return this.value;
    // Plus nought: of nought that was rounded up there is a negative one, too.
    const whole = this.#isWhole ? Math.ceil(bound - Math.max(1e-6, 1e-12 * this.value)) + 0 : bound;
    return Math.min(whole, this.value);
  }

  #isProven(bound: number): boolean {
    return this.value - this.#lowest(bound) <= 1e-9 * this.value;
  }

  #offer(choice: Choice, among: readonly number[]): void {
    choice.improve(among, this.#search.goOn);
    const { value } = choice;
    if (value >= this.value) return;
    this.sites = Array.from(choice.sites);
    this.value = value;
  }

  /** Prices and interchanges in turn, until the prices are spent. */
  price(): void {
    const prices = this.#prices;
    const isDone = () => prices.isSpent || this.#isProven(prices.bound) || !this.#search.goOn();
    const core = () => prices.mostPromising(Math.max(FEWEST_IN_CORE, CORE * this.sites.length));
    this.#offer(new Choice(this.#costs, this.sites), core());
    let [seen, steps] = ['', STEPS];
    while (!isDone()) {
      for (let i = 0; i < steps && !isDone(); i++) prices.step(this.value);
      const chosen = [...prices.chosen].sort((a, b) => a - b).join();
      if (chosen === seen || prices.chosen.length === 0) continue;
      seen = chosen;
      const before = this.value;
      this.#offer(new Choice(this.#costs, prices.chosen), core());
      steps = this.value < before ? STEPS : Math.min(steps + STEPS, MOST_STEPS);
    }
    this.#offer(new Choice(this.#costs, this.sites), prices.left);
  }

  /** The best choice shaken and bettered, until that has been of no use for long. */
  restart(): void {
    let idle = 0;
    while (idle < RESTARTS && !this.#isProven(this.#prices.bound) && this.#search.goOn()) {
      const before = this.value;
      const { random } = this.#search;
      const { left } = this.#prices;
      this.#offer(shaken(this.#costs, this.sites, left, random, 2 + (idle % 4)), left);
      idle = this.value < before ? 0 : idle + 1;
    }
  }

  /**
   * Branch and bound over the sites that are left: with the site that saves most, and without it, always where the
   * bound is least, so that the least of all rises.
   * @returns what no choice is below: the value itself where the search came to its end.
   */
  prove(): number {
    const root = this.#prices;
    if (this.#isProven(root.bound) || root.chosen.length === 0) return this.#lowest(root.bound);
    const open = [...parts(root)];
    for (let nodes = 0; open.length > 0; nodes++) {
      const at = leastBound(open);
      const part = open[at] as Part;
      if (this.#isProven(part.bound)) break;
      if (nodes === NODES || !this.#search.goOn()) return this.#lowest(part.bound);
      open[at] = open.at(-1) as Part;
      open.pop();
      const node = this.#bounded(part);
      if (node && !node.isDecided && !this.#isProven(node.bound)) open.push(...parts(node));
    }
    return this.value;
  }

  /** Bounds a part, and looks at what its prices choose; null: there is no such choice. */
  #bounded(part: Part): Prices | null {
    const node = new Prices(this.#costs, this.#p, part);
    if (!node.isPossible) return null;
    const isDone = () => node.isSpent || this.#isProven(node.bound) || !this.#search.goOn();
    for (let i = 0; i < NODE_STEPS && !isDone(); i++) node.step(this.value);
    if (node.chosen.length === 0) node.step(this.value);
    const choice = new Choice(this.#costs, node.chosen);
    if (choice.value < this.value) this.#offer(choice, this.#prices.left);
    return node;
  }
}

function* parts(node: Prices): Generator<Part> {
  const site = node.mostSaving;
  yield node.with(site, true);
  yield node.with(site, false);
}

/** Where the bound is least, of several the last. */
function leastBound(open: readonly Part[]): number {
  let least = 0;
  for (let i = 1; i < open.length; i++) if ((open[i] as Part).bound <= (open[least] as Part).bound) least = i;
  return least;
}

/**
 * What each client's service is worth at first: between what the nearest of the chosen sites costs and what the second
 * does, at the share of the way that bounds best.
 */
function firstPrices(costs: Costs, p: number, chosen: readonly number[], value: number): Prices {
  const { clients, cost } = costs;
  const near = nearSites(costs, reachOf(costs, chosen));
  const nearest = new Float64Array(clients).fill(Number.POSITIVE_INFINITY);
  const second = nearest.slice();
  for (const site of chosen)
    for (let client = 0; client < clients; client++) {
      const here = cost[site * clients + client] as number;
      const least = nearest[client] as number;
      nearest[client] = Math.min(least, here);
      second[client] = Math.min(second[client] as number, Math.max(least, here));
    }
  if (chosen.length === 1) second.set(nearest);
  return FIRST_SHARES.map((share) => {
    const price = nearest.map((own, client) => own + share * ((second[client] as number) - own));
    const prices = new Prices(costs, p, wholeOf(costs, near, price));
    prices.step(value);
    return prices;
  }).reduce((best, one) => (one.bound > best.bound ? one : best));
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
