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
  readonly #loss: Float64Array;

  constructor(costs: Costs, sites: ArrayLike<number>) {
    this.#costs = costs;
    this.sites = Int32Array.from(sites);
    this.#nearest = new Int32Array(costs.clients);
    this.#second = new Int32Array(costs.clients);
    this.#nearestCost = new Float64Array(costs.clients);
    this.#secondCost = new Float64Array(costs.clients);
    this.#isChosen = new Uint8Array(costs.sites);
    this.#loss = new Float64Array(this.sites.length);
    for (const site of this.sites) this.#isChosen[site] = 1;
    for (let client = 0; client < costs.clients; client++) this.#rank(client);
  }

  /** What all clients cost. */
  get value(): number {
    return this.#nearestCost.reduce((sum, cost) => sum + cost, 0);
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
    // What a swap must win: sums of so many terms are no more exact.
    const least = 1e-11 * this.value;
    let [at, tried] = [0, 0];
    while (tried < among.length) {
      const site = among[at] as number;
      at = (at + 1) % among.length;
      tried++;
      if (this.has(site)) continue;
      const place = this.#placeFor(site, least);
      if (place >= 0) {
        this.swap(place, site);
        tried = 0;
      }
      if (tried % 32 === 0 && !goOn()) return;
    }
  }

  /** The place in which this site would help most; −1: in none. */
  #placeFor(site: number, least: number): number {
    const { clients, cost } = this.#costs;
    const [loss, nearest, nearestCost, secondCost] = [
      this.#loss,
      this.#nearest,
      this.#nearestCost,
      this.#secondCost,
    ];
    loss.fill(0);
    let gain = 0;
    for (let client = 0, cell = site * clients; client < clients; client++, cell++) {
      const here = cost[cell] as number;
      const now = nearestCost[client] as number;
      if (here < now) gain += now - here;
      else {
        const second = secondCost[client] as number;
        const place = nearest[client] as number;
        loss[place] = (loss[place] as number) + (here < second ? here : second) - now;
      }
    }
    let [place, smallest] = [-1, gain - least];
    for (let i = 0; i < loss.length; i++)
      if ((loss[i] as number) < smallest) {
        smallest = loss[i] as number;
        place = i;
      }
    return place;
  }

  #rank(client: number): void {
    const { clients, cost } = this.#costs;
    let [first, second] = [-1, -1];
    let [firstCost, secondCost] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let place = 0; place < this.sites.length; place++) {
      const here = cost[(this.sites[place] as number) * clients + client] as number;
      if (first < 0 || here < firstCost) {
        [second, secondCost] = [first, firstCost];
        [first, firstCost] = [place, here];
      } else if (second < 0 || here < secondCost) [second, secondCost] = [place, here];
    }
    this.#nearest[client] = first;
    this.#second[client] = second;
    this.#nearestCost[client] = firstCost;
    this.#secondCost[client] = secondCost;
  }
}

/** Sites taken one after another, each the one that saves most. */
export function greedyChoice({ clients, sites, cost }: Costs, p: number, goOn: () => boolean): number[] {
  const best = new Float64Array(clients).fill(Number.POSITIVE_INFINITY);
  const chosen: number[] = [];
  const left = Array.from({ length: sites }, (_, site) => site);
  while (chosen.length < p) {
    if (!goOn() && chosen.length > 0) {
      chosen.push(...left.splice(0, p - chosen.length));
      break;
    }
    let [taken, least] = [0, Number.POSITIVE_INFINITY];
    left.forEach((site, i) => {
      let sum = 0;
      for (let client = 0, cell = site * clients; client < clients; client++, cell++)
        sum += Math.min(best[client] as number, cost[cell] as number);
      if (sum < least) [taken, least] = [i, sum];
    });
    const [site] = left.splice(taken, 1) as [number];
    chosen.push(site);
    for (let client = 0; client < clients; client++)
      best[client] = Math.min(best[client] as number, cost[site * clients + client] as number);
  }
  return chosen;
}
