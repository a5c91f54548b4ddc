// SPDX-License-Identifier: EUPL-1.2
/**
 * Sites that serve at the least cost, bettered by exchanging one for another as long as that helps: the
 * fast interchange of Whitaker (1983), "A fast algorithm for the greedy interchange for large-scale
 * clustering and median location problems", INFOR 21, as Resende and Werneck (2004) tell it. Pure.
 */

/** What serving each client from each site costs, its weight included, at [site * clients + client]. */
export interface Costs {
  readonly clients: number;
  readonly sites: number;
  readonly cost: Float64Array;
}

/** A choice of sites with each client's nearest and second nearest of them. */
export class Choice {
  readonly #costs: Costs;
  /** By place in the choice: the site. */
  readonly sites: Int32Array;
  /** By client: place in the choice of the nearest, and what it and the second nearest cost. */
  readonly #nearest: Int32Array;
  readonly #second: Int32Array;
  readonly #nearestCost: Float64Array;
  readonly #secondCost: Float64Array;
  readonly #isChosen: Uint8Array;
  /** By place: what it costs to leave it with nobody in its stead. */
  readonly #leaving: Float64Array;
  #isLeavingKnown = false;
  readonly #loss: Float64Array;

  constructor(costs: Costs, sites: ArrayLike<number>) {
    this.#costs = costs;
    this.sites = Int32Array.from(sites);
    this.#nearest = new Int32Array(costs.clients);
    this.#second = new Int32Array(costs.clients);
    this.#nearestCost = new Float64Array(costs.clients);
    this.#secondCost = new Float64Array(costs.clients);
    this.#isChosen = new Uint8Array(costs.sites);
    this.#leaving = new Float64Array(this.sites.length);
    this.#loss = new Float64Array(this.sites.length);
    for (const site of this.sites) this.#isChosen[site] = 1;
    for (let client = 0; client < costs.clients; client++) this.#rank(client);
  }

  /** What all clients cost. */
  get value(): number {
    let sum = 0;
    for (let client = 0; client < this.#nearestCost.length; client++)
      sum += this.#nearestCost[client] as number;
    return sum;
  }

  has(site: number): boolean {
    return this.#isChosen[site] === 1;
  }

  /** Puts a site in the place of another. */
  swap(place: number, site: number): void {
    const { clients, cost } = this.#costs;
    this.#isChosen[this.sites[place] as number] = 0;
    this.#isChosen[site] = 1;
    this.sites[place] = site;
    this.#isLeavingKnown = false;
    const row = site * clients;
    for (let client = 0; client < clients; client++) {
      const here = cost[row + client] as number;
      if (this.#nearest[client] === place || this.#second[client] === place) this.#rank(client);
      else if (here < (this.#nearestCost[client] as number)) {
        this.#second[client] = this.#nearest[client] as number;
        this.#secondCost[client] = this.#nearestCost[client] as number;
        this.#nearest[client] = place;
        this.#nearestCost[client] = here;
      } else if (here < (this.#secondCost[client] as number)) {
        this.#second[client] = place;
        this.#secondCost[client] = here;
      }
    }
  }

  /**
   * Swaps until no single exchange helps by more than rounding does.
   * @param among the sites that may come in.
   */
  improve(among: readonly number[], goOn: () => boolean): void {
    let value = this.value;
    // What a swap must win: sums of so many terms are no more exact.
    const least = 1e-11 * value;
    let [at, tried] = [0, 0];
    while (tried < among.length) {
      const site = among[at] as number;
      at = (at + 1) % among.length;
      tried++;
      if (this.has(site)) continue;
      const place = this.#placeFor(site, value, least);
      if (place >= 0) {
        const other = this.sites[place] as number;
        this.swap(place, site);
        const now = this.value;
        // Beside a client whom nobody serves, rounding may promise what is not there.
        if (now < value) [value, tried] = [now, 0];
        else this.swap(place, other);
      }
      if (tried % 32 === 0 && !goOn()) return;
    }
  }

  /** The place in which this site would help most; −1: in none. */
  #placeFor(site: number, value: number, least: number): number {
    const { clients, cost } = this.#costs;
    const [nearest, nearestCost, secondCost] = [this.#nearest, this.#nearestCost, this.#secondCost];
    if (this.sites.length === 1) return costOf(this.#costs, site) < value - least ? 0 : -1;
    if (!this.#isLeavingKnown) this.#reckonLeaving();
    const loss = this.#loss;
    loss.set(this.#leaving);
    let gain = 0;
    for (let client = 0, cell = site * clients; client < clients; client++, cell++) {
      const here = cost[cell] as number;
      const second = secondCost[client] as number;
      if (here >= second) continue;
      const now = nearestCost[client] as number;
      const place = nearest[client] as number;
      if (here < now) {
        gain += now - here;
        loss[place] = (loss[place] as number) - (second - now);
      } else loss[place] = (loss[place] as number) - (second - here);
    }
    let [place, smallest] = [-1, gain - least];
    for (let i = 0; i < loss.length; i++)
      if ((loss[i] as number) < smallest) {
        smallest = loss[i] as number;
        place = i;
      }
    return place;
  }

  #reckonLeaving(): void {
    const leaving = this.#leaving.fill(0);
    for (let client = 0; client < this.#nearest.length; client++)
      leaving[this.#nearest[client] as number]! +=
        (this.#secondCost[client] as number) - (this.#nearestCost[client] as number);
    this.#isLeavingKnown = true;
  }

  #rank(client: number): void {
    const { clients, cost } = this.#costs;
    let [first, second] = [-1, -1];
    let [firstCost, secondCost] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let place = 0; place < this.sites.length; place++) {
      const here = cost[(this.sites[place] as number) * clients + client] as number;
      if (first < 0 || here < firstCost) {
        second = first;
        secondCost = firstCost;
        first = place;
        firstCost = here;
      } else if (second < 0 || here < secondCost) {
        second = place;
        secondCost = here;
      }
    }
    this.#nearest[client] = first;
    this.#second[client] = second;
    this.#nearestCost[client] = firstCost;
    this.#secondCost[client] = secondCost;
  }
}

/** What all clients cost from one site. */
function costOf({ clients, cost }: Costs, site: number): number {
  let sum = 0;
  for (let cell = site * clients; cell < (site + 1) * clients; cell++) sum += cost[cell] as number;
  return sum;
}

/** How much less all cost where a site comes to those that serve at `best`, by client. */
function savingOf({ clients, cost }: Costs, best: Float64Array, site: number): number {
  let sum = 0;
  for (let client = 0, cell = site * clients; client < clients; client++, cell++) {
    const less = (best[client] as number) - (cost[cell] as number);
    if (less > 0) sum += less;
  }
  return sum;
}

/**
 * Sites taken one after another, each the one that saves most. What one saves only falls as others are taken, so that
 * few have to be asked again (Minoux 1978, "Accelerated greedy algorithms").
 */
export function greedyChoice(costs: Costs, p: number, goOn: () => boolean): number[] {
  const { clients, sites, cost } = costs;
  const saving = new Float64Array(sites).fill(Number.POSITIVE_INFINITY);
  /** How many were taken when it was asked. */
  const askedAt = new Int32Array(sites);
  const best = new Float64Array(clients).fill(Number.POSITIVE_INFINITY);
  const chosen: number[] = [];
  const take = (site: number) => {
    chosen.push(site);
    saving[site] = -1;
    for (let client = 0, cell = site * clients; client < clients; client++, cell++)
      best[client] = Math.min(best[client] as number, cost[cell] as number);
  };
  let [first, least] = [0, Number.POSITIVE_INFINITY];
  for (let site = 0; site < sites; site++) {
    const own = costOf(costs, site);
    if (own < least) [first, least] = [site, own];
  }
  take(first);
  while (chosen.length < p) {
    if (!goOn()) {
      for (let site = 0; chosen.length < p; site++) if ((saving[site] as number) >= 0) chosen.push(site);
      break;
    }
    let site = mostAt(saving);
    while (askedAt[site] !== chosen.length) {
      saving[site] = savingOf(costs, best, site);
      askedAt[site] = chosen.length;
      site = mostAt(saving);
    }
    take(site);
  }
  return chosen;
}

/** Where the greatest is, of several the first. */
function mostAt(values: Float64Array): number {
  let most = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[most] as number)) most = i;
  return most;
}
