// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transit } from '../../../city/city-inputs';
import type { Service } from '../../../city/people';
import { homesOnRoad, serviceAt, straightWays } from '../people/fixtures/made-up-people';
import type { Homes } from '../people/homes';
import { twoStepAccess } from './floating-catchment';
import { CENTRAL_SERVICES, decayOf, drawServiceParameters, type ServiceParameters } from './service-classes';
import { serviceOutcome } from './service-outcome';
import { ServiceWays } from './service-reach';

const NO_LINES: Transit = {
  stops: { count: 0, name: [], eastM: new Float64Array(), northM: new Float64Array() },
  patterns: [],
  fareEur: 2,
};
/** A line along the road that calls at these metres, there and back. */
const lineAlong = (headwayMin: number, ...metres: number[]): Transit => ({
  stops: {
    count: metres.length,
    name: metres.map(String),
    eastM: Float64Array.from(metres),
    northM: new Float64Array(metres.length),
  },
  patterns: [metres.map((_, i) => i), metres.map((_, i) => metres.length - 1 - i)].map((stops) => ({
    line: 'X',
    mode: 'bus',
    headwayMin,
    speedKmH: 36,
    stops: Int32Array.from(stops),
  })),
  fareEur: 2,
});

/**
 * Pharmacies count 1 up to 5 minutes, 0.68 to 10, 0.22 to 15. The first district has three quarters of its homes at
 * the road's beginning and a quarter 7 minutes on; the second half 12 and half 16 minutes on.
 */
const HOMES = homesOnRoad([
  [0, 0, 0.75],
  [0, 560, 0.25],
  [1, 960, 0.5],
  [1, 1280, 0.5],
  [2, 0, 1],
]);
const PERSONS = Float64Array.from([8000, 5000, Number.NaN]);

function asked(
  services: readonly Service[],
  {
    homes = HOMES,
    persons = PERSONS,
    transit = NO_LINES,
    parameters = CENTRAL_SERVICES,
    kind = 'pharmacy' as 'pharmacy' | 'nursing-home',
  } = {},
) {
  const ways = new ServiceWays(homes, straightWays(homes));
  return serviceOutcome(ways.reach(kind, services, transit), homes, persons, parameters);
}

describe('one pharmacy on a road, by hand', () => {
  const { fields, totals } = asked([serviceAt('pharmacy', 0)]);
  // Of 6,000 whole, of 2,000 0.68, of 2,500 0.22, of 2,500 nothing.
  const asking = 6000 + 0.68 * 2000 + 0.22 * 2500;

  it('is shared among those in reach', () => {
    expect(fields.supply[0]).toBeCloseTo((1000 * (0.75 + 0.25 * 0.68)) / asking, 9);
    expect(fields.supply[1]).toBeCloseTo((1000 * 0.5 * 0.22) / asking, 9);
    expect((totals.supply * 13_000) / 1000).toBeCloseTo(1, 9);
  });

  it('is so many minutes away, and beyond a quarter of an hour for some', () => {
    expect(fields.minutes[0]).toBeCloseTo(0.25 * 7, 9);
    expect(fields.minutes[1]).toBeCloseTo(14, 9);
    expect(totals.minutes).toBeCloseTo((8000 * 1.75 + 5000 * 14) / 13_000, 9);
    expect(Array.from(fields.beyond)).toEqual([0, 2500, Number.NaN]);
    expect(totals.beyond).toBe(2500);
    expect(totals.target).toBe(13_000);
  });

  it('is nearer for whoever walks faster: 4.8 in place of 4.0 km/h', () => {
    const slow = asked([serviceAt('pharmacy', 0)], { parameters: { ...CENTRAL_SERVICES, walkKmH: 4 } });
    expect(slow.fields.minutes[1]).toBeCloseTo(14 * 1.2, 9);
    // The half that had 12 minutes has 14.4, the other 19.2.
    expect(slow.fields.beyond[1]).toBe(2500);
  });

  it('of a district of which nothing is told nothing is', () => {
    for (const column of Object.values(fields)) expect(column[2]).toBeNaN();
  });
});

describe('a bus to it, by hand', () => {
  /** One home 6 km from the pharmacy; stops 120 m from either. */
  const homes = homesOnRoad([[0, 6000, 1]]);
  const persons = Float64Array.of(1000);
  const service = [serviceAt('nursing-home', 0, 100)];
  const at = (transit: Transit, transitPace = 1) =>
    asked(service, {
      homes,
      persons,
      transit,
      kind: 'nursing-home',
      parameters: { ...CENTRAL_SERVICES, transitPace },
    });
  // Walks of 120 m · 1.2 at 75 m a minute, a wait of half of 6 minutes, 5,760 m · 1.2 at 600 m a minute.
  const byBus = 2 * 1.92 + 3 + 11.52;

  it('is taken where it is quicker: walk, half of the headway, ride, walk', () => {
    const { fields } = at(lineAlong(6, 120, 5880));
    expect(fields.minutes[0]).toBeCloseTo(byBus, 6);
    expect(fields.beyond[0]).toBe(0);
    // Second third of half an hour: all the 100 beds are the 1,000 persons'.
    expect(fields.supply[0]).toBeCloseTo(100, 9);
    expect(at(lineAlong(6, 120, 5880), 1.1).fields.minutes[0]).toBeCloseTo(1.1 * byBus, 6);
  });

  it('without it the old walk 90 minutes, and have none within reach', () => {
    const { fields } = at(NO_LINES);
    expect(fields.minutes[0]).toBeCloseTo((6000 / 80) * 1.2, 9);
    expect(fields.beyond[0]).toBe(1000);
    expect(fields.supply[0]).toBe(0);
  });
});

it('a capacity that is known as a range is drawn in it', () => {
  const home: Service = { ...serviceAt('nursing-home', 0), capacity: { low: 40, value: 100, high: 200 } };
  const beds = (capacityShare: number) =>
    asked([home], { kind: 'nursing-home', parameters: { ...CENTRAL_SERVICES, capacityShare } }).totals
      .supply * 13;
  expect([0, 0.5, 1].map((share) => Math.round(beds(share)))).toEqual([40, 100, 200]);
});

it('what cannot be is named', () => {
  expect(() => asked([serviceAt('pharmacy', 0)], { persons: Float64Array.of(-1, 5, 5) })).toThrow(
    'persons of district 1: are -1',
  );
  expect(() => asked([serviceAt('pharmacy', 0, -2)])).toThrow('service 1: offers -2');
});

describe('whatever the city', () => {
  const metres = fc.integer({ min: 0, max: 4000 });
  const city = fc.record({
    homes: fc.array(metres, { minLength: 3, maxLength: 6 }),
    persons: fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 3, maxLength: 3 }),
    services: fc.array(metres, { minLength: 1, maxLength: 4 }),
    opened: metres,
    line: fc.uniqueArray(metres, { minLength: 2, maxLength: 5 }),
    draw: fc.integer({ min: 0, max: 19 }),
  });
  const draws = drawServiceParameters('whatever', 20);
  type City = typeof city extends fc.Arbitrary<infer T> ? T : never;
  const homesOf = ({ homes }: City): Homes =>
    homesOnRoad(
      homes.map((eastM, i) => [i % 3, eastM, 1 / homes.filter((_, other) => other % 3 === i % 3).length]),
    );
  const at = (it: City, services = it.services, transit = NO_LINES) =>
    asked(
      services.map((eastM) => serviceAt('pharmacy', eastM)),
      {
        homes: homesOf(it),
        persons: Float64Array.from(it.persons),
        transit,
        parameters: draws[it.draw] as ServiceParameters,
      },
    );

  it('no more is given than is offered, and nobody is lost', () => {
    fc.assert(
      fc.property(city, (it) => {
        const { fields, totals } = at(it);
        expect((totals.supply * totals.target) / 1000).toBeLessThanOrEqual(it.services.length + 1e-9);
        fields.beyond.forEach((persons, row) => {
          expect(persons).toBeLessThanOrEqual((it.persons[row] as number) + 1e-6);
        });
        if (totals.beyond < totals.target - 1e-6) expect(totals.supply).toBeGreaterThan(0);
      }),
    );
  });

  it('one service more, or a line, takes nobody farther away', () => {
    fc.assert(
      fc.property(city, (it) => {
        const before = at(it);
        const line = lineAlong(8, ...[...it.line].sort((a, b) => a - b));
        for (const after of [at(it, [...it.services, it.opened]), at(it, it.services, line)]) {
          expect(after.totals.beyond).toBeLessThanOrEqual(before.totals.beyond + 1e-6);
          after.fields.minutes.forEach((minutes, row) => {
            if (!Number.isNaN(minutes))
              expect(minutes).toBeLessThanOrEqual((before.fields.minutes[row] as number) + 1e-9);
          });
        }
      }),
    );
  });
});

it('of one class and the same lines ways are looked for once', () => {
  const ways = new ServiceWays(HOMES, straightWays(HOMES));
  const services = [serviceAt('pharmacy', 0), serviceAt('library', 0)];
  const first = ways.reach('pharmacy', services, NO_LINES);
  expect(ways.reach('pharmacy', [...services], { ...NO_LINES })).toBe(first);
  expect(ways.reach('pharmacy', services, lineAlong(5, 0, 900))).not.toBe(first);
  expect(ways.reach('pharmacy', [...services, serviceAt('pharmacy', 500)], NO_LINES)).not.toBe(first);
  expect(ways.reach('pharmacy', services, NO_LINES)).toBe(first);
});

it('gives what the published two steps give (floating-catchment.ts), whatever the town', () => {
  // No way of a whole minute, where a step ends: the two add its metres up in another order.
  const homeAt = fc.nat(60).map((n) => 80 * n + 13);
  const serviceOn = fc.nat(120).map((n) => 40 * n);
  const town = fc.record({
    homes: fc.array(fc.tuple(homeAt, fc.integer({ min: 5, max: 9000 })), { minLength: 1, maxLength: 12 }),
    services: fc.array(serviceOn, { minLength: 1, maxLength: 8 }),
  });
  fc.assert(
    fc.property(town, ({ homes, services }) => {
      const demand = Float64Array.from(homes, ([, persons]) => persons);
      const metres = homes.map(([at]) => at);
      const { supply } = asked(
        services.map((at) => serviceAt('pharmacy', at)),
        { homes: homesOnRoad(metres.map((at, district) => [district, at, 1])), persons: demand },
      ).fields;
      const published = twoStepAccess(
        {
          demand,
          supply: new Float64Array(services.length).fill(1),
          // 4.8 km/h are 80 m a minute.
          cost: Float64Array.from(services.flatMap((to) => metres.map((at) => Math.abs(at - to) / 80))),
        },
        decayOf('pharmacy'),
      );
      published.forEach((each, row) => {
        expect(Math.abs((supply[row] as number) / 1000 - each)).toBeLessThan(1e-9);
      });
    }),
  );
});
