// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHOP_SECTORS, type Shops, type StoreChange } from '../../../city/shops';
import { logarithms } from './huff';
import { attraction, type Shoppers, shoppingDay, visitsMade } from './shopping-day';
import { CENTRAL_SHOPPING, drawShoppingParameters } from './shopping-parameters';
import { type ShoppingPlaces, waysBetween } from './shopping-places';

/** Discs of 800 m about centres 600 m apart: 10 minutes at home, √(600² + 800²) = 1000 m, 12.5 minutes, to the other. */
const DISC_M2 = Math.PI * 800 * 800;
const MINUTES = waysBetween({
  districts: 2,
  eastM: Float64Array.of(0, 600),
  northM: Float64Array.of(0, 0),
  areaM2: Float64Array.of(DISC_M2, DISC_M2),
  name: ['Left', 'Right'],
});
const SHOPS: Shops = {
  neighbourhood: Float64Array.of(100, 0),
  large: Float64Array.of(0, 1),
  foodAndDrink: Float64Array.of(30, 10),
  changes: [],
};
const TOWN: ShoppingPlaces = {
  districts: 2,
  minutes: MINUTES,
  logMinutes: logarithms(MINUTES),
  workers: Float64Array.of(100, 300),
  atHome: Float64Array.of(20, 30),
  shops: SHOPS,
  pedestrianShare: Float64Array.of(0, 0),
};
const SHOPPERS: Shoppers = {
  adults: Float64Array.of(1000, 500),
  ofWorkingAge: Float64Array.of(800, 200),
};
/** So that the decay is reckoned by hand: 1/100 at home, 1/156.25 to the other. */
const PARAMETERS = { ...CENTRAL_SHOPPING, everydayDecay: 2, mealDecay: 2 };
const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
const store = (more: Partial<StoreChange> = {}): StoreChange => ({
  id: 'new',
  change: 'open',
  sector: 'everyday',
  district: 0,
  floorM2: 1000,
  ...more,
});
const withChanges = (...changes: StoreChange[]): ShoppingPlaces => ({
  ...TOWN,
  shops: { ...SHOPS, changes },
});

describe('a town of two districts by hand', () => {
  it('ways: a district is as far from itself as it is large', () => {
    [10, 12.5, 12.5, 10].forEach((minutes, cell) => {
      expect(MINUTES[cell]).toBeCloseTo(minutes, 12);
    });
  });

  it('an area that is none is named', () =>
    expect(() =>
      waysBetween({
        districts: 1,
        eastM: Float64Array.of(0),
        northM: Float64Array.of(0),
        areaM2: Float64Array.of(0),
        name: ['Left'],
      }),
    ).toThrow('district Left: its area is 0 m²'));

  it('visits begin at home, at work, and near home where one works there', () => {
    // 50 at home, of whom 60 % live here and keep 60 % of their visits: 18, four fifths of them in the first.
    const [first, second] = visitsMade(TOWN, SHOPPERS, 'everyday', PARAMETERS);
    expect(first).toBeCloseTo(0.3 * 1000 + 0.08 * (80 + 14.4), 9);
    expect(second).toBeCloseTo(0.3 * 500 + 0.08 * (270 + 3.6), 9);
  });

  it('shops draw by their floor, bars and restaurants by their number', () => {
    // 100 shops of 50 m², 30 % for every day; a store of 800 m², 45 % of it.
    expect(Array.from(attraction(TOWN, 'everyday', PARAMETERS))).toEqual([1500, 360]);
    expect(Array.from(attraction(TOWN, 'eating-out', PARAMETERS))).toEqual([30, 10]);
    const [first, second] = attraction(TOWN, 'other-goods', PARAMETERS);
    expect(first).toBeCloseTo(3500, 9);
    expect(second).toBeCloseTo(440, 9);
  });

  it('visits arrive by attraction over the square of the way', () => {
    const { received } = shoppingDay(TOWN, SHOPPERS, PARAMETERS);
    const [made0, made1] = [307.552, 171.888];
    // From the first 15 against 2.304, from the second 9.6 against 3.6.
    expect(received.everyday[0]).toBeCloseTo((made0 * 15) / 17.304 + (made1 * 9.6) / 13.2, 9);
    expect(received.everyday[1]).toBeCloseTo((made0 * 2.304) / 17.304 + (made1 * 3.6) / 13.2, 9);
  });

  it('a store that opens adds its floor to its own sector, one that closes takes it, and no more than there is', () => {
    const everyday = (...changes: StoreChange[]) =>
      Array.from(attraction(withChanges(...changes), 'everyday', PARAMETERS));
    expect(everyday(store())).toEqual([2500, 360]);
    expect(everyday(store({ sector: 'other-goods' }))).toEqual([1500, 360]);
    expect(everyday(store({ change: 'close', district: 1, floorM2: 300 }))).toEqual([1500, 60]);
    expect(everyday(store({ change: 'close', district: 1, floorM2: 5000 }))).toEqual([1500, 0]);
    expect(everyday(store(), store({ id: 'gone', change: 'close', floorM2: 400 }))).toEqual([2100, 360]);
  });

  it('in a street for pedestrians shops draw more, by the share of the streets', () => {
    const places = { ...TOWN, pedestrianShare: Float64Array.of(0.4, 0) };
    const [first, second] = attraction(places, 'everyday', { ...PARAMETERS, pedestrianGain: 0.25 });
    expect(first).toBeCloseTo(1500 * 1.1, 9);
    expect(second).toBe(360);
  });

  it('of what is not sold anywhere nobody goes out for, and who is not told does not shop', () => {
    const shops = { ...SHOPS, foodAndDrink: new Float64Array(2) };
    const day = shoppingDay({ ...TOWN, shops }, SHOPPERS, PARAMETERS);
    expect([sum(day.made['eating-out']), sum(day.received['eating-out'])]).toEqual([0, 0]);
    expect(day.fromWork).toBeCloseTo(350 * (0.08 + 0.05), 9);
    const untold = {
      adults: Float64Array.of(Number.NaN, 500),
      ofWorkingAge: Float64Array.of(Number.NaN, 200),
    };
    const [first, second] = visitsMade(TOWN, untold, 'everyday', PARAMETERS);
    expect(first).toBeCloseTo(0.08 * 80, 9);
    expect(second).toBeCloseTo(0.3 * 500 + 0.08 * (270 + 18), 9);
  });
});

describe('whatever is drawn', () => {
  const drawn = fc.constantFrom(...drawShoppingParameters('any', 40));

  it('as many visits arrive as begin, sector by sector', () => {
    fc.assert(
      fc.property(drawn, (parameters) => {
        const { made, received } = shoppingDay(TOWN, SHOPPERS, parameters);
        for (const sector of SHOP_SECTORS) expect(sum(received[sector])).toBeCloseTo(sum(made[sector]), 8);
      }),
    );
  });

  it('a large store never draws visits of its sector from its own district, and none of another sector', () => {
    const change = fc.record({
      floorM2: fc.integer({ min: 250, max: 50_000 }),
      district: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(drawn, change, (parameters, { floorM2, district }) => {
        const before = shoppingDay(TOWN, SHOPPERS, parameters);
        const after = shoppingDay(withChanges(store({ floorM2, district })), SHOPPERS, parameters);
        const closed = shoppingDay(
          withChanges(store({ floorM2, district, change: 'close' })),
          SHOPPERS,
          parameters,
        );
        const own = (day: typeof before) => day.received.everyday[district] as number;
        expect(own(after)).toBeGreaterThan(own(before));
        expect(own(closed)).toBeLessThanOrEqual(own(before));
        expect(sum(after.received.everyday)).toBeCloseTo(sum(before.received.everyday), 8);
        expect(after.received['other-goods']).toEqual(before.received['other-goods']);
        expect(after.received['eating-out']).toEqual(before.received['eating-out']);
      }),
    );
  });

  it('a mirrored town is shopped in mirrored', () => {
    const mirrored = (column: Float64Array) => column.slice().reverse();
    const places = {
      ...TOWN,
      workers: mirrored(TOWN.workers),
      atHome: mirrored(TOWN.atHome),
      shops: {
        neighbourhood: mirrored(SHOPS.neighbourhood),
        large: mirrored(SHOPS.large),
        foodAndDrink: mirrored(SHOPS.foodAndDrink),
        changes: [],
      },
    };
    const shoppers = {
      adults: mirrored(SHOPPERS.adults),
      ofWorkingAge: mirrored(SHOPPERS.ofWorkingAge),
    };
    fc.assert(
      fc.property(drawn, (parameters) => {
        const there = shoppingDay(TOWN, SHOPPERS, parameters).received;
        const here = shoppingDay(places, shoppers, parameters).received;
        for (const sector of SHOP_SECTORS)
          mirrored(here[sector]).forEach((visits, district) => {
            expect(visits).toBeCloseTo(there[sector][district] as number, 9);
          });
      }),
    );
  });

  it('who works at home visits less near work, more near home, and less in all', () => {
    const places = { ...TOWN, atHome: Float64Array.of(0, 0) };
    fc.assert(
      fc.property(drawn, (parameters) => {
        const [was, is] = [places, TOWN].map((town) => visitsMade(town, SHOPPERS, 'eating-out', parameters));
        expect(sum(is!)).toBeLessThan(sum(was!));
        // The second has three in four of the jobs and one in five of those of working age.
        expect(is![1]).toBeLessThan(was![1]!);
      }),
    );
  });
});
