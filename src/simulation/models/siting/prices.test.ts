// SPDX-License-Identifier: EUPL-1.2
/** What makes the search fast must not make its bound wrong: short lists of near sites, sites put away, greedy starts. */
import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { medianLike } from '../../../../bench/people/cases';
import { medianProgramme } from '../../../../bench/people/programmes';
import { seeded } from '../../../city/seeded';
import { Choice, type Costs, greedyChoice } from './interchange';
import { Prices, wholeOf } from './lagrangian';
import { nearSites, onlyOf, reachOf } from './near-sites';
import { solvePMedian } from './p-median';

/** Two sites, three clients: at site 0 they cost 1, 4, 9; at site 1 5, 2, 3. */
const TWO: Costs = { clients: 3, sites: 2, cost: Float64Array.of(1, 4, 9, 5, 2, 3) };

describe('near sites', () => {
  it('are those within reach, the nearest first', () => {
    const near = nearSites(TWO, Float64Array.of(5, 5, 3));
    expect(Array.from(near.first)).toEqual([0, 1, 3, 3]);
    expect(Array.from(near.site)).toEqual([0, 1, 0]);
    expect(Array.from(near.cost)).toEqual([1, 2, 4]);
    const one = onlyOf(near, Uint8Array.of(1, 0));
    expect([Array.from(one.first), Array.from(one.site), Array.from(one.cost)]).toEqual([
      [0, 1, 2, 2],
      [0, 0],
      [1, 4],
    ]);
  });

  it('reach as far as the dearest, in a large problem as the fourth nearest of a good choice', () => {
    expect(Array.from(reachOf(TWO, [0]))).toEqual([5, 4, 9]);
    const [clients, sites] = [2001, 1000];
    // Of client 0 all sites of the choice cost as much: nothing is told by them.
    const cost = Float64Array.from({ length: clients * sites }, (_, cell) =>
      cell % clients === 0 ? 7 : Math.floor(cell / clients) + 1,
    );
    const reach = reachOf({ clients, sites, cost }, [9, 3, 500, 700, 2]);
    expect([reach[0], reach[1], reach[2000]]).toEqual([7, 501, 501]);
  });

  it('are sorted, however many they are', () => {
    const random = seeded('sorted');
    const sites = 900;
    const cost = Float64Array.from({ length: sites }, () => Math.floor(200 * random()));
    const near = nearSites({ clients: 1, sites, cost }, Float64Array.of(150));
    expect(Array.from(near.cost)).toEqual(Array.from(cost.filter((c) => c < 150)).sort((a, b) => a - b));
    near.site.forEach((site, row) => {
      expect(cost[site]).toBe(near.cost[row]);
    });
  });
});

const small = fc
  .record({ clients: fc.integer({ min: 1, max: 9 }), sites: fc.integer({ min: 1, max: 8 }) })
  .chain(({ clients, sites }) => {
    const cells = (length: number, max: number) =>
      fc.array(fc.integer({ min: 0, max }), { minLength: length, maxLength: length });
    return fc.record({
      costs: cells(clients * sites, 30).map(
        (cost): Costs => ({ clients, sites, cost: Float64Array.from(cost) }),
      ),
      reach: cells(clients, 35).map((reach) => Float64Array.from(reach)),
      price: cells(clients, 40).map((price) => Float64Array.from(price)),
      p: fc.integer({ min: 1, max: sites }),
    });
  });

/** All choices of p of so many. */
function* choices(sites: number, p: number, from = 0): Generator<number[]> {
  if (p === 0) yield [];
  else
    for (let site = from; site <= sites - p; site++)
      for (const rest of choices(sites, p - 1, site + 1)) yield [site, ...rest];
}
const costOfAll = (costs: Costs, sites: readonly number[]) => new Choice(costs, sites).value;

describe('prices', () => {
  it('within whatever reach make no bound above the best, and no better choice is put away', () => {
    fc.assert(
      fc.property(small, fc.nat({ max: 20 }), ({ costs, reach, price, p }, above) => {
        const all = [...choices(costs.sites, p)];
        const best = Math.min(...all.map((sites) => costOfAll(costs, sites)));
        const prices = new Prices(costs, p, wholeOf(costs, nearSites(costs, reach), price));
        for (let i = 0; i < 40 && !prices.isSpent; i++) {
          prices.step(best + above);
          expect(new Set(prices.chosen).size).toBe(p);
        }
        expect(prices.bound).toBeLessThanOrEqual(best + 1e-9 * best + 1e-9);
        const left = new Set(prices.left);
        for (const sites of all)
          if (costOfAll(costs, sites) < best + above)
            expect(sites.every((site) => left.has(site))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of a part of the question bound that part', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.boolean(), ({ costs, reach, price, p }, at, isInside) => {
        const site = at % costs.sites;
        const part = [...choices(costs.sites, p)].filter((sites) => sites.includes(site) === isInside);
        fc.pre(part.length > 0);
        const best = Math.min(...part.map((sites) => costOfAll(costs, sites)));
        const prices = new Prices(
          costs,
          p,
          new Prices(costs, p, wholeOf(costs, nearSites(costs, reach), price)).with(site, isInside),
        );
        for (let i = 0; i < 40 && !(prices.isSpent && prices.chosen.length > 0); i++) prices.step(best);
        expect(prices.bound).toBeLessThanOrEqual(best + 1e-9 * best + 1e-9);
        expect(prices.chosen.includes(site)).toBe(isInside);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a choice', () => {
  it('that is bettered has no swap left that helps, and costs what its sites cost', () => {
    fc.assert(
      fc.property(small, ({ costs, p }) => {
        const every = Array.from({ length: costs.sites }, (_, site) => site);
        const choice = new Choice(costs, every.slice(0, p));
        choice.improve(every, () => true);
        const { value } = choice;
        expect(value).toBe(costOfAll(costs, [...choice.sites]));
        for (const [place] of choice.sites.entries())
          for (const site of every)
            if (!choice.has(site))
              expect(costOfAll(costs, [...choice.sites].with(place, site))).toBeGreaterThanOrEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  it('taken one after another takes what saves most each time, of several the first', () => {
    fc.assert(
      fc.property(small, ({ costs, p }) => {
        const chosen: number[] = [];
        while (chosen.length < p) {
          const left = Array.from({ length: costs.sites }, (_, site) => site).filter(
            (s) => !chosen.includes(s),
          );
          chosen.push(
            left.reduce((best, site) =>
              costOfAll(costs, [...chosen, site]) < costOfAll(costs, [...chosen, best]) ? site : best,
            ),
          );
        }
        expect(greedyChoice(costs, p, () => true)).toEqual(chosen);
      }),
      { numRuns: 300 },
    );
  });
});

it('what is chosen costs what HiGHS finds, an independent solver of programmes in whole numbers', async () => {
  const highs = await loadHighs();
  for (const [clients, sites, p] of [
    [30, 12, 1],
    [40, 15, 4],
    [25, 25, 9],
  ] as const) {
    const random = seeded(`${clients} by ${sites}`);
    const problem = {
      clients,
      sites,
      distance: Float64Array.from({ length: clients * sites }, () => Math.round(1000 * random()) / 10),
      weight: Float64Array.from({ length: clients }, () => 1 + Math.floor(9 * random())),
    };
    const found = solvePMedian(problem, p, { random, goOn: () => true });
    const { Status, ObjectiveValue } = highs.solve(medianProgramme(problem, p), {
      mip_rel_gap: 0,
      output_flag: false,
    });
    expect(Status).toBe('Optimal');
    expect(found.gap).toBe(0);
    expect(found.value).toBeCloseTo(ObjectiveValue, 6);
  }
});

it('a better choice that the proof itself comes upon is told, and proven', () => {
  // Interchanges and prices end at 4,252 here.
  const { name, problem, p } = medianLike(300, 30);
  const { value, bound, gap, sites } = solvePMedian(problem, p, { random: seeded(name), goOn: () => true });
  expect([value, bound, gap]).toEqual([4251, 4251, 0]);
  expect(costOfAll({ clients: 300, sites: 300, cost: problem.distance }, sites)).toBe(4251);
});

it('3,000 clients and 700 sites come within half a per cent of the best in a few hundred steps', () => {
  const random = seeded('a large town');
  const at = (n: number) => Array.from({ length: n }, () => [12_000 * random(), 12_000 * random()] as const);
  const [clients, sites] = [at(3000), at(700)];
  const problem = {
    clients: clients.length,
    sites: sites.length,
    distance: Float64Array.from(
      sites.flatMap(([x, y]) => clients.map(([a, b]) => Math.hypot(x - a, y - b) / 80)),
    ),
    weight: Float64Array.from(clients, () => 1 + Math.floor(200 * random())),
  };
  let asked = 0;
  const {
    value,
    bound,
    gap,
    sites: chosen,
  } = solvePMedian(problem, 12, { random, goOn: () => asked++ < 1500 });
  expect(gap).toBeLessThan(0.005);
  expect(bound).toBeLessThanOrEqual(value);
  const cost = problem.weight.reduce(
    (sum, w, client) =>
      sum + w * Math.min(...chosen.map((site) => problem.distance[site * 3000 + client] as number)),
    0,
  );
  expect(value).toBeCloseTo(cost, 3);
});
