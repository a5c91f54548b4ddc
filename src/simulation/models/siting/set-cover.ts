// SPDX-License-Identifier: EUPL-1.2
/**
 * The fewest sites that cover every client: branch and bound on the client that the fewest sites cover, with
 * the reductions of Toregas and ReVelle (1972), "Optimal location under time or distance constraints". Pure.
 */

/** Which clients each site covers. */
export interface Cover {
  readonly clients: number;
  /** By site: the clients that it covers. */
  readonly covers: readonly Int32Array[];
}

/** An answer, proven or as far as the search came. */
export interface CoverAnswer {
  /** The fewest found; null: there is none, or none of at most the number asked for. */
  readonly sites: readonly number[] | null;
  /** No cover has fewer; beyond the number asked for: there is none of so many. */
  readonly atLeast: number;
}

interface State {
  readonly coveredBy: readonly (readonly number[])[];
  readonly covers: readonly Int32Array[];
  /** By client: how many of the chosen sites cover it. */
  readonly count: Int32Array;
  readonly shut: Uint8Array;
  readonly chosen: number[];
  uncovered: number;
  best: number[] | null;
  most: number;
  readonly goOn: () => boolean;
  stopped: boolean;
}

/**
 * @param most covers of more sites are not asked for.
 * @param goOn asked at every branch; false ends the search, and `atLeast` is the bound of its root.
 */
export function fewestSites(cover: Cover, most: number, goOn: () => boolean): CoverAnswer {
  const coveredBy: number[][] = Array.from({ length: cover.clients }, () => []);
  cover.covers.forEach((clients, site) => {
    for (const client of clients) coveredBy[client]?.push(site);
  });
  if (coveredBy.some((sites) => sites.length === 0))
    return { sites: null, atLeast: Number.POSITIVE_INFINITY };
  const kept = withoutDominated(cover.covers);
  const state: State = {
    coveredBy: coveredBy.map((sites) => sites.filter((site) => kept[site] === 1)),
    covers: cover.covers,
    count: new Int32Array(cover.clients),
    shut: new Uint8Array(cover.covers.length),
    chosen: [],
    uncovered: cover.clients,
    best: null,
    most,
    goOn,
    stopped: false,
  };
  const root = apart(state);
  const greedy = greedyCover(state);
  if (greedy.length <= most) {
    state.best = greedy;
    state.most = greedy.length - 1;
  }
  if (root <= state.most) branch(state);
  const { best, stopped } = state;
  return { sites: best, atLeast: stopped ? root : best ? best.length : most + 1 };
}

/** A site all of whose clients another covers, too, is never needed. */
function withoutDominated(covers: readonly Int32Array[]): Uint8Array {
  const kept = new Uint8Array(covers.length).fill(1);
  const order = covers.map((_, site) => site).sort((a, b) => sizeOf(covers, a) - sizeOf(covers, b) || b - a);
  const sets = covers.map((clients) => new Set(clients));
  order.forEach((site, i) => {
    const clients = covers[site] as Int32Array;
    const isWithin = order.slice(i + 1).some((other) => clients.every((client) => sets[other]?.has(client)));
    if (isWithin) kept[site] = 0;
  });
  return kept;
}

const sizeOf = (covers: readonly Int32Array[], site: number): number => covers[site]?.length ?? 0;

/** Clients of whom no two have a site in common need a site each. */
function apart({ coveredBy, count, shut }: State): number {
  const open = coveredBy
    .map((sites, client) => ({ client, sites: sites.filter((site) => shut[site] === 0) }))
    .filter(({ client }) => count[client] === 0)
    .sort((a, b) => a.sites.length - b.sites.length || a.client - b.client);
  const used = new Set<number>();
  let found = 0;
  for (const { sites } of open) {
    if (sites.length === 0) return Number.POSITIVE_INFINITY;
    if (sites.some((site) => used.has(site))) continue;
    for (const site of sites) used.add(site);
    found++;
  }
  return found;
}

function greedyCover({ coveredBy, covers }: State): number[] {
  const covered = new Uint8Array(coveredBy.length);
  const chosen: number[] = [];
  const gain = (site: number) =>
    (covers[site] as Int32Array).filter((client) => covered[client] === 0).length;
  while (covered.includes(0)) {
    let [best, most] = [0, -1];
    covers.forEach((_, site) => {
      const here = gain(site);
      if (here > most) [best, most] = [site, here];
    });
    chosen.push(best);
    for (const client of covers[best] as Int32Array) covered[client] = 1;
  }
  return chosen;
}

function branch(state: State): void {
  if (state.uncovered === 0) {
    state.best = [...state.chosen];
    state.most = state.chosen.length - 1;
    return;
  }
  if (!state.goOn()) {
    state.stopped = true;
    return;
  }
  if (state.chosen.length + apart(state) > state.most) return;
  const client = scarcest(state);
  const gain = (site: number) =>
    (state.covers[site] as Int32Array).filter((c) => state.count[c] === 0).length;
  const sites = (state.coveredBy[client] as readonly number[])
    .filter((site) => state.shut[site] === 0)
    .map((site) => ({ site, gain: gain(site) }))
    .sort((a, b) => b.gain - a.gain || a.site - b.site);
  for (const { site } of sites) {
    put(state, site, 1);
    state.chosen.push(site);
    branch(state);
    state.chosen.pop();
    put(state, site, -1);
    // What follows is without this site.
    state.shut[site] = 1;
    if (state.stopped) break;
  }
  for (const { site } of sites) state.shut[site] = 0;
}

/** The uncovered client that the fewest sites could yet cover. */
function scarcest({ coveredBy, count, shut }: State): number {
  let [client, fewest] = [-1, Number.POSITIVE_INFINITY];
  coveredBy.forEach((sites, one) => {
    if (count[one] !== 0) return;
    const open = sites.filter((site) => shut[site] === 0).length;
    if (open < fewest) [client, fewest] = [one, open];
  });
  return client;
}

function put(state: State, site: number, by: 1 | -1): void {
  for (const client of state.covers[site] as Int32Array) {
    const before = state.count[client] as number;
    state.count[client] = before + by;
    if (before === 0) state.uncovered--;
    else if (before + by === 0) state.uncovered++;
  }
}
