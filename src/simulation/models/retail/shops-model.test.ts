// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { People } from '../../../city/people';
import { SHOP_SECTORS } from '../../../city/shops';
import { impactOf } from '../../../impact/impact';
import type { ShopsTotalId } from '../../../impact/outcome';
import { applyScenario } from '../../../scenario/apply-scenario';
import { EXAMPLES, streets } from '../../../scenario/fixtures/examples';
import { smallCity } from '../../../scenario/fixtures/small-city';
import { EMPTY_SCENARIO, type Measure } from '../../../scenario/scenario';
import { forecastPeople } from '../demography/people-forecast';
import { pedestrianShares } from './shopping-places';
import { mayDriveShops, type ShopsCity, ShopsModel } from './shops-model';

const OPTIONS = { toYear: 2030, draws: 8, seed: 'small' };
const COURSE = {
  ...OPTIONS,
  year: 2030,
  forecastOf: (people: People) => forecastPeople(people, OPTIONS),
};
const city = smallCity() as ShopsCity & ReturnType<typeof smallCity>;
const measured = (...measures: Measure[]) =>
  applyScenario(city, { ...EMPTY_SCENARIO, measures }) as ShopsCity;
const pairsOf = (...measures: Measure[]) => [...new ShopsModel(city).pairs(measured(...measures), COURSE)];
const changes = (id: ShopsTotalId, ...measures: Measure[]) =>
  pairsOf(...measures).map(
    ({ before, after }) => (after.totals[id] as number) - (before.totals[id] as number),
  );
const store = (config: object): Measure => ({ ...EXAMPLES['large-store'], config });
const sum = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
const FIELDS = ['everydayVisitsDay', 'otherGoodsVisitsDay', 'mealVisitsDay'] as const;

describe('the shops of a city', () => {
  it('that nothing changes are visited alike, draw for draw', () => {
    for (const { before, after } of new ShopsModel(city).pairs(city, COURSE)) expect(after).toEqual(before);
  });

  it('are visited alike for the same seed', () =>
    expect(pairsOf(EXAMPLES['large-store'])).toEqual(pairsOf(EXAMPLES['large-store'])));

  it('add up: sectors to all, districts to the city, before and after', () => {
    for (const pair of pairsOf(EXAMPLES['large-store'], EXAMPLES['remote-work']))
      for (const { totals, fields } of [pair.before, pair.after]) {
        for (const id of ['shopVisitsDay', ...FIELDS] as const)
          expect(sum(fields[id]!)).toBeCloseTo(totals[id]!, 8);
        expect(FIELDS.reduce((all, id) => all + totals[id]!, 0)).toBeCloseTo(totals.shopVisitsDay!, 8);
      }
    expect(SHOP_SECTORS).toHaveLength(FIELDS.length);
  });

  it('with a large store more are visited elsewhere, and as often: what districts gain others lose', () => {
    const measure = EXAMPLES['large-store'];
    for (const { before, after } of pairsOf(measure)) {
      expect(after.fields.everydayVisitsDay![1]).toBeGreaterThan(before.fields.everydayVisitsDay![1]!);
      expect(after.fields.everydayVisitsDay![0]).toBeLessThan(before.fields.everydayVisitsDay![0]!);
      expect(after.totals.everydayVisitsDay).toBeCloseTo(before.totals.everydayVisitsDay!, 8);
      expect(after.totals.shopVisitsGainedDay).toBeCloseTo(after.totals.shopVisitsLostDay!, 8);
      expect(after.totals.shopVisitsGainedDay).toBeGreaterThan(1);
      expect(before.totals.shopVisitsGainedDay).toBe(0);
      expect(after.fields.mealVisitsDay).toEqual(before.fields.mealVisitsDay);
    }
  });

  it('a store that closes gives back what one like it drew', () => {
    const opened = store({ change: 'open', sector: 'other-goods', floorM2: 4000 });
    const closed = { ...store({ change: 'close', sector: 'other-goods', floorM2: 4000 }), id: 'gone' };
    for (const { before, after } of pairsOf(opened, closed))
      after.fields.otherGoodsVisitsDay!.forEach((visits, district) => {
        expect(visits).toBeCloseTo(before.fields.otherGoodsVisitsDay![district]!, 8);
      });
    expect(changes('otherGoodsVisitsDay', closed).every((change) => Math.abs(change) < 1e-8)).toBe(true);
  });

  it('more work at home takes visits from the city, most from where offices are', () => {
    for (const { before, after } of pairsOf(EXAMPLES['remote-work'])) {
      expect(after.totals.mealVisitsDay).toBeLessThan(before.totals.mealVisitsDay!);
      const lost = after.fields.shopVisitsDay!.map(
        (visits, row) => visits / before.fields.shopVisitsDay![row]!,
      );
      // Centro has two jobs in three.
      expect(lost[1]).toBeLessThan(lost[0]!);
      expect(lost[1]).toBeLessThan(lost[2]!);
    }
  });

  it('streets for pedestrians draw to their district; streets that are only closed do not', () => {
    const measure = (pedestrianise: boolean): Measure => ({
      ...EXAMPLES['close-streets'],
      place: streets('Viale Centro'),
      config: { pedestrianise },
    });
    const { roads, zones } = measured(measure(true));
    // All that lies in Centro is Viale Centro.
    expect(Array.from(pedestrianShares(roads, zones.districts))).toEqual([0, 1, 0]);
    const pairs = pairsOf(measure(true));
    for (const { before, after, parameters } of pairs) {
      const gain = after.fields.shopVisitsDay![1]! - before.fields.shopVisitsDay![1]!;
      expect(gain).toBeGreaterThan(0);
      expect(parameters.pedestrianGain).toBeGreaterThan(0);
      expect(after.totals.shopVisitsDay).toBeCloseTo(before.totals.shopVisitsDay!, 8);
    }
    expect(changes('shopVisitsGainedDay', measure(false)).every((visits) => visits === 0)).toBe(true);
    expect(impactOf(pairs, mayDriveShops).totals.find(({ id }) => id === 'shopVisitsGainedDay')!.driver).toBe(
      'pedestrianGain',
    );
  });

  it('new homes bring visits, and jobs too', () => {
    expect(changes('everydayVisitsDay', EXAMPLES['new-jobs']).every((visits) => visits > 0)).toBe(true);
    for (const { before, after } of pairsOf(EXAMPLES['new-housing']))
      expect(after.fields.everydayVisitsDay![1]).toBeGreaterThan(before.fields.everydayVisitsDay![1]!);
  });
});

it('a parameter drives no total of another sector', () => {
  expect(mayDriveShops('mealDecay', 'mealVisitsDay')).toBe(true);
  expect(mayDriveShops('mealDecay', 'everydayVisitsDay')).toBe(false);
  expect(mayDriveShops('largeFloorM2', 'mealVisitsDay')).toBe(false);
  expect(mayDriveShops('largeFloorM2', 'otherGoodsVisitsDay')).toBe(true);
  expect(mayDriveShops('homeKept', 'mealVisitsDay')).toBe(true);
  expect(mayDriveShops('mealDecay', 'shopVisitsDay')).toBe(true);
  expect(mayDriveShops('cityGrowthPer1000', 'mealVisitsDay')).toBe(true);
});
