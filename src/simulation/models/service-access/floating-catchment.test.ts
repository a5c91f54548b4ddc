// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../tiles/fixtures/shared-data';
import {
  type Catchments,
  type Decay,
  gaussian,
  reachableSupply,
  steps,
  threeStepAccess,
  twoStepAccess,
  within,
} from './floating-catchment';
import { rationalAgentCost } from './rational-agents';

/**
 * Two places of 100 and 50 persons, two services of 10 and 6. The first is 5 minutes from the first place and 15
 * from the second, the second 25 and 5. With steps 1, 0.5 and 0 at 10, 20 and beyond:
 * R₁ = 10 / (100·1 + 50·0.5) = 0.08, R₂ = 6 / (50·1) = 0.12; A₁ = 0.08, A₂ = 0.5·0.08 + 0.12 = 0.16.
 */
const TOWN: Catchments = {
  demand: Float64Array.from([100, 50]),
  supply: Float64Array.from([10, 6]),
  cost: Float64Array.from([5, 15, 25, 5]),
};
const DECAY = steps([
  [10, 1],
  [20, 0.5],
]);

describe('two places and two services', () => {
  it('in two steps as by hand', () => {
    const [a, b] = twoStepAccess(TOWN, DECAY);
    expect(a).toBeCloseTo(0.08, 12);
    expect(b).toBeCloseTo(0.16, 12);
  });

  it('in three steps as by hand', () => {
    // Of the second place a third would go to the first service: W·G = 0.5·⅓ there and 1·⅔ at the second.
    const first = 10 / (100 + 50 / 6);
    const second = 6 / (50 * (2 / 3));
    const [a, b] = threeStepAccess(TOWN, DECAY);
    expect(a).toBeCloseTo(first, 12);
    expect(b).toBeCloseTo(first / 6 + (second * 2) / 3, 12);
  });

  it('adds up what can be reached', () => {
    expect(Array.from(reachableSupply(TOWN, within(20)))).toEqual([10, 16]);
    // What lies at the limit itself is beyond it.
    expect(Array.from(reachableSupply(TOWN, within(15)))).toEqual([10, 6]);
  });

  it('who knows of nothing in reach has nothing, and takes nothing from others', () => {
    expect(Array.from(threeStepAccess(TOWN, within(20), within(5)))).toEqual([0, 0]);
    expect(() =>
      twoStepAccess({ ...TOWN, cost: Float64Array.from([0, 1, 1, 1]) }, (cost) => 1 / cost),
    ).toThrow('cost 0: counts Infinity');
  });

  it('names what cannot be', () => {
    const wrong = (part: Partial<Catchments>) => () => twoStepAccess({ ...TOWN, ...part }, DECAY);
    expect(wrong({ demand: Float64Array.from([100, -1]) })).toThrow('demand of place 2: is -1');
    expect(wrong({ supply: Float64Array.from([Number.NaN, 6]) })).toThrow('supply of service 1: is NaN');
    expect(wrong({ cost: Float64Array.from([5]) })).toThrow('1 for 2 places and 2 services');
    expect(() => rationalAgentCost(TOWN, 0)).toThrow('tau: is 0');
    expect(() => rationalAgentCost({ ...TOWN, supply: new Float64Array(2) }, 10)).toThrow(
      'nought everywhere',
    );
  });
});

describe('whatever the town', () => {
  const town = fc
    .record({ places: fc.integer({ min: 1, max: 8 }), services: fc.integer({ min: 1, max: 5 }) })
    .chain(({ places, services }) => {
      const column = (length: number, most: number) =>
        fc
          .array(fc.integer({ min: 0, max: most }), { minLength: length, maxLength: length })
          .map((cells) => Float64Array.from(cells));
      return fc.record({
        demand: column(places, 5000),
        supply: column(services, 50),
        cost: column(places * services, 40),
      });
    });
  const given = ({ demand }: Catchments, access: Float64Array) =>
    access.reduce((sum, each, place) => sum + each * (demand[place] as number), 0);
  /** Of the services that somebody can reach. */
  const offered = ({ demand, supply, cost }: Catchments, decay: Decay) =>
    supply.reduce((sum, one, service) => {
      const isReached = demand.some(
        (persons, place) => persons * decay(cost[service * demand.length + place] as number) > 0,
      );
      return isReached ? sum + one : sum;
    }, 0);

  it('all that is offered within reach is given, and no more', () => {
    fc.assert(
      fc.property(town, (it) => {
        for (const decay of [DECAY, within(20), gaussian(8, 40)])
          for (const access of [twoStepAccess(it, decay), threeStepAccess(it, decay)])
            expect(given(it, access)).toBeCloseTo(offered(it, decay), 8);
      }),
    );
  });

  it('in one pass is what a cell at a time gives, and a cost that cannot be is named wherever it stands', () => {
    const cellByCell = ({ demand, supply, cost }: Catchments, decay: Decay) =>
      demand.map((_, place) =>
        supply.reduce((sum, offered, service) => {
          const row = Array.from(demand, (__, at) => decay(cost[service * demand.length + at] as number));
          const asking = row.reduce((all, weight, at) => all + weight * (demand[at] as number), 0);
          return asking > 0 ? sum + (offered * (row[place] as number)) / asking : sum;
        }, 0),
      );
    fc.assert(
      fc.property(town, (it) => {
        for (const decay of [DECAY, within(20), gaussian(8, 40), gaussian(8)]) {
          const expected = cellByCell(it, decay);
          for (const [place, each] of twoStepAccess(it, decay).entries())
            expect(Math.abs(each - (expected[place] as number))).toBeLessThan(1e-12);
        }
        for (const wrong of [-1, Number.NaN]) {
          const at = it.cost.length - 1;
          expect(() => twoStepAccess({ ...it, cost: it.cost.with(at, wrong) }, DECAY)).toThrow(
            `cost ${at + 1}: is ${wrong}`,
          );
        }
      }),
    );
  });

  it('more of a service leaves nobody with less', () => {
    fc.assert(
      fc.property(town, fc.nat({ max: 4 }), (it, at) => {
        const supply = it.supply.map((one, service) => (service === at ? one + 10 : one));
        const [before, after] = [twoStepAccess(it, DECAY), twoStepAccess({ ...it, supply }, DECAY)];
        for (const [place, each] of after.entries())
          expect(each).toBeGreaterThanOrEqual((before[place] as number) - 1e-12);
      }),
    );
  });
});

describeShared('pysal-access, executed', () => {
  const text = (path: string) => readFileSync(sharedPath(`benchmarks/${path}`), 'utf8');
  const rows = (path: string) =>
    text(path)
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));

  it('the hospital example, in its four scenarios', () => {
    const { tracts, scenarios } = JSON.parse(text('pysal-access/hospital_example.json'));
    const byTract = (key: string) =>
      Float64Array.from(tracts, (tract: Record<string, number>) => tract[key] as number);
    const ids = tracts.map(({ geoid }: { geoid: number }) => geoid);
    const inverse: Decay = (cost) => (cost < 61 ? 1 / cost : 0);
    expect(scenarios).toHaveLength(4);
    for (const scenario of scenarios) {
      const cost = new Float64Array(ids.length ** 2).fill(Number.POSITIVE_INFINITY);
      for (const [origin, destination, minutes] of scenario.cost)
        cost[ids.indexOf(destination) * ids.length + ids.indexOf(origin)] = minutes;
      const town = { demand: byTract('pop'), supply: byTract('doc'), cost };
      for (const [name, access] of [
        ['2sfca', twoStepAccess(town, inverse)],
        ['3sfca', threeStepAccess(town, inverse, (cost) => 1 / cost)],
      ] as const)
        ids.forEach((id: number, place: number) => {
          const expected = scenario[name][id];
          expect(Math.abs((access[place] as number) / expected - 1), `${name} ${id}`).toBeLessThan(1e-9);
        });
    }
  });

  it('San Francisco’s 205 tracts and 16 stores, all that was computed of them', () => {
    const demand = rows('pysal-access/sf205_uniform.csv').map((cells) => cells.map(Number));
    const supply = rows('pysal-access/sf205_uniform_supply.csv');
    const tractAt = new Map(demand.map(([id], i) => [id, i]));
    const storeAt = new Map(supply.map(([id], i) => [id, i]));
    const cost = new Float64Array(demand.length * supply.length).fill(Number.POSITIVE_INFINITY);
    for (const [distance, store, tract] of rows(
      'spopt-sf205/SF_network_distance_candidateStore_16_censusTract_205_new.csv',
    )) {
      const [service, place] = [storeAt.get(store), tractAt.get(Number(tract))];
      if (service !== undefined && place !== undefined)
        cost[service * demand.length + place] = Number(distance);
    }
    const town: Catchments = {
      demand: Float64Array.from(demand, ([, persons]) => persons as number),
      supply: Float64Array.from(supply, ([, capacity]) => Number(capacity)),
      cost,
    };
    const { fca, R, step, sigma, tau } = JSON.parse(text('pysal-access/sf205_uniform_params.json'));
    const stepped = steps(Object.entries(step).map(([upTo, weight]) => [Number(upTo), weight as number]));
    const computed = {
      2: twoStepAccess(town, within(fca)),
      3: twoStepAccess(town, stepped),
      4: twoStepAccess(town, gaussian(sigma, fca)),
      5: threeStepAccess(town, stepped),
      6: reachableSupply(town, within(R)),
      7: rationalAgentCost(town, tau),
    };
    for (const [column, access] of Object.entries(computed))
      demand.forEach((cells, place) => {
        const expected = cells[Number(column)] as number;
        const off = Math.abs((access[place] as number) - expected) / Math.max(Math.abs(expected), 1e-12);
        expect(off, `column ${column}, tract ${cells[0]}`).toBeLessThan(1e-9);
      });
  });
});
