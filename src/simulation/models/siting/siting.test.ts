// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { coverWithin, solveMaximalCovering, solveSetCovering } from './coverage';
import { solvePCentre } from './p-centre';
import { solvePMedian } from './p-median';
import { besideSites, type Search, type SitingProblem } from './problem';
import { fewestSites } from './set-cover';

const search = (seed = 'siting'): Search => ({ random: seeded(seed), goOn: () => true });

/**
 * Five villages on a road at 0, 1, 3, 7 and 8 km, with 10, 20, 5, 8 and 2 persons; each may have the site.
 * One: at 1 km it is 10·1 + 0 + 5·2 + 8·6 + 2·7 = 82, and nowhere less. Two: at 1 and 7 it is
 * 10 + 0 + 10 + 0 + 2 = 22. Of one site the farthest is nearest at 3 km, which 8 km is 5 away from; of two at 1 and
 * 7, the nearer of which is 2 km from the village at 3.
 */
const AT_KM = [0, 1, 3, 7, 8];
const ROAD: SitingProblem = {
  clients: 5,
  sites: 5,
  distance: Float64Array.from(AT_KM.flatMap((site) => AT_KM.map((client) => Math.abs(site - client)))),
  weight: Float64Array.from([10, 20, 5, 8, 2]),
};

describe('on a road of five villages', () => {
  it('p-median is what the hand finds', () => {
    expect(solvePMedian(ROAD, 1, search())).toEqual({ sites: [1], value: 82, bound: 82, gap: 0 });
    expect(solvePMedian(ROAD, 2, search())).toEqual({ sites: [1, 3], value: 22, bound: 22, gap: 0 });
    expect(solvePMedian(ROAD, 5, search())).toMatchObject({ sites: [0, 1, 2, 3, 4], value: 0, gap: 0 });
  });

  it('beside a site that is there, as by hand', () => {
    // One at 0 km: the others walk 0, 1, 3, 7, 8. One more at 1 km: 0 + 0 + 2·5 + 6·8 + 7·2 = 72; at 7 km:
    // 20 + 15 + 0 + 2 = 37; at 8 km: 20 + 15 + 8 + 0 = 43; at 3 km: 20 + 0 + 32 + 10 = 62.
    const beside = besideSites(ROAD, Float64Array.from(AT_KM));
    expect(solvePMedian(beside, 1, search())).toEqual({ sites: [3], value: 37, bound: 37, gap: 0 });
    expect(() => besideSites(ROAD, new Float64Array(4))).toThrow('4 distances for 5 clients');
    expect(() => besideSites(ROAD, new Float64Array(5).fill(Number.NaN))).toThrow('client 1');
  });

  it('p-centre is what the hand finds', () => {
    expect(solvePCentre(ROAD, 1, search())).toEqual({ sites: [2], value: 5, bound: 5, gap: 0 });
    expect(solvePCentre(ROAD, 2, search())).toMatchObject({ value: 2, bound: 2, gap: 0 });
  });

  it('a radius of 2 km covers 35 persons by one site, all by two', () => {
    expect(solveMaximalCovering(ROAD, 1, 2, search())).toEqual({ sites: [1], value: 35, bound: 35, gap: 0 });
    expect(solveSetCovering(ROAD, 2, search())).toMatchObject({ value: 2, bound: 2, gap: 0 });
    expect(coverWithin(ROAD, 2).covers[1]).toEqual(Int32Array.from([0, 1, 2]));
  });
});

describe('what cannot be told', () => {
  const withDistance = (cell: number, d: number): SitingProblem => {
    const distance = ROAD.distance.slice();
    distance[cell] = d;
    return { ...ROAD, distance };
  };
  it('is named', () => {
    expect(() => solvePMedian(ROAD, 6, search())).toThrow('p: 6 sites of 5 cannot be chosen');
    expect(() => solvePMedian(ROAD, 0, search())).toThrow('p: 0 sites of 5');
    expect(() => solvePMedian(withDistance(7, -1), 1, search())).toThrow(
      'client 3: its distance to site 2 is -1',
    );
    expect(() => solvePMedian(withDistance(7, Number.NaN), 1, search())).toThrow('client 3');
    expect(() => solvePMedian({ ...ROAD, weight: new Float64Array(4) }, 1, search())).toThrow(
      '4 for 5 clients',
    );
    expect(() => solveSetCovering(ROAD, -1, search())).toThrow('radius: is -1');
    const cut = {
      ...ROAD,
      distance: ROAD.distance.map((d, i) => (i % 5 === 4 ? Number.POSITIVE_INFINITY : d)),
    };
    expect(() => solvePMedian(cut, 2, search())).toThrow('client 5: no site can serve it');
    // Two halves that no road joins need two sites.
    const halves = ROAD.distance.map((d, i) => (i % 5 < 3 === i < 15 ? d : Number.POSITIVE_INFINITY));
    expect(() => solvePMedian({ ...ROAD, distance: halves }, 1, search())).toThrow('no choice of 1 sites');
    expect(() => solvePCentre({ ...ROAD, distance: halves }, 1, search())).toThrow('no choice of 1 sites');
    expect(solvePMedian({ ...ROAD, distance: halves }, 2, search())).toMatchObject({ value: 22, gap: 0 });
  });
});

/** All choices of p of so many. */
function* choices(sites: number, p: number, from = 0): Generator<number[]> {
  if (p === 0) yield [];
  else
    for (let site = from; site <= sites - p; site++)
      for (const rest of choices(sites, p - 1, site + 1)) yield [site, ...rest];
}

const small = fc
  .record({ clients: fc.integer({ min: 1, max: 9 }), sites: fc.integer({ min: 1, max: 7 }) })
  .chain(({ clients, sites }) =>
    fc.record({
      problem: fc.record({
        clients: fc.constant(clients),
        sites: fc.constant(sites),
        distance: fc
          .array(fc.integer({ min: 0, max: 30 }), { minLength: clients * sites, maxLength: clients * sites })
          .map((cells) => Float64Array.from(cells)),
        weight: fc
          .array(fc.integer({ min: 0, max: 9 }), { minLength: clients, maxLength: clients })
          .map((cells) => Float64Array.from(cells)),
      }),
      p: fc.integer({ min: 1, max: sites }),
      radius: fc.integer({ min: 0, max: 30 }),
    }),
  );

describe('held to all choices there are', () => {
  const nearest = ({ clients, distance }: SitingProblem, chosen: readonly number[], client: number) =>
    Math.min(...chosen.map((site) => distance[site * clients + client] as number));
  const all = (problem: SitingProblem, chosen: readonly number[]) =>
    Array.from({ length: problem.clients }, (_, client) => ({
      d: nearest(problem, chosen, client),
      w: problem.weight[client] as number,
    }));
  const best = (problem: SitingProblem, p: number, of: (chosen: number[]) => number) =>
    Math.min(...[...choices(problem.sites, p)].map(of));

  it('no bound is above the best, no value below it, and a gap of nought is the best', () => {
    fc.assert(
      fc.property(small, ({ problem, p, radius }) => {
        const median = solvePMedian(problem, p, search());
        const least = best(problem, p, (c) => all(problem, c).reduce((sum, { d, w }) => sum + w * d, 0));
        expect(median).toMatchObject({ value: least, bound: least, gap: 0 });
        const centre = solvePCentre(problem, p, search());
        expect(centre).toMatchObject({
          value: best(problem, p, (c) => Math.max(...all(problem, c).map(({ d }) => d))),
          gap: 0,
        });
        const covered = solveMaximalCovering(problem, p, radius, search());
        const most =
          0 -
          best(problem, p, (c) =>
            all(problem, c).reduce((sum, { d, w }) => (d <= radius ? sum - w : sum), 0),
          );
        expect(covered).toMatchObject({ value: most, bound: most, gap: 0 });
        const cover = coverWithin(problem, radius);
        const fewest = Array.from({ length: problem.sites }, (_, i) => i + 1).find((n) =>
          [...choices(problem.sites, n)].some((c) => all(problem, c).every(({ d }) => d <= radius)),
        );
        const found = fewestSites(cover, problem.sites, () => true);
        expect(found.sites?.length).toBe(fewest);
        if (fewest) expect(found.atLeast).toBe(fewest);
      }),
      { numRuns: 300 },
    );
  });

  it('beside sites that are there: the best of all choices that have them', () => {
    fc.assert(
      fc.property(small, fc.nat({ max: 6 }), ({ problem, p }, at) => {
        const { clients, sites, distance } = problem;
        const there = at % sites;
        const beside = besideSites(problem, distance.subarray(there * clients, (there + 1) * clients));
        const least = best(problem, p, (c) =>
          all(problem, [...c, there]).reduce((sum, { d, w }) => sum + w * d, 0),
        );
        expect(solvePMedian(beside, p, search())).toMatchObject({ value: least, bound: least, gap: 0 });
      }),
    );
  });

  it('is the same, whatever the order of the sites, and however often it is asked', () => {
    fc.assert(
      fc.property(small, ({ problem, p }) => {
        const { clients, sites, distance } = problem;
        const turned = distance.map(
          (_, cell) =>
            distance[(sites - 1 - Math.floor(cell / clients)) * clients + (cell % clients)] as number,
        );
        const [a, b] = [
          solvePMedian(problem, p, search()),
          solvePMedian({ ...problem, distance: turned }, p, search()),
        ];
        expect(b.value).toBe(a.value);
        expect(solvePMedian(problem, p, search())).toEqual(a);
      }),
    );
  });

  it('one site more never costs more, and is never farther', () => {
    fc.assert(
      fc.property(small, ({ problem, p }) => {
        fc.pre(p < problem.sites);
        expect(solvePMedian(problem, p + 1, search()).value).toBeLessThanOrEqual(
          solvePMedian(problem, p, search()).value,
        );
        expect(solvePCentre(problem, p + 1, search()).value).toBeLessThanOrEqual(
          solvePCentre(problem, p, search()).value,
        );
      }),
    );
  });

  it('ends when it is told to, with a choice and a bound that hold', () => {
    const random = seeded('told to end');
    const n = 60;
    const distance = Float64Array.from({ length: n * n }, () => Math.floor(1 + 100 * random()));
    const problem = { clients: n, sites: n, distance, weight: new Float64Array(n).fill(1) };
    for (const after of [0, 1, 5, 40]) {
      let asked = 0;
      const { sites, value, bound } = solvePMedian(problem, 6, { random, goOn: () => asked++ < after });
      expect(new Set(sites).size).toBe(6);
      expect(value).toBe(all(problem, sites).reduce((sum, { d }) => sum + d, 0));
      expect(bound).toBeLessThanOrEqual(solvePMedian(problem, 6, search()).value);
    }
  });
});
