// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ShopsTotalId } from '../impact/outcome';
import { totalOf } from '../impact/summary';
import { EXAMPLES } from '../scenario/fixtures/examples';
import { smallCity } from '../scenario/fixtures/small-city';
import type { MeasureId } from '../scenario/measures';
import { EMPTY_SCENARIO } from '../scenario/scenario';
import { forecastPeople } from './models/demography/people-forecast';
import { MODEL_DRAWS } from './protocol';
import { shopsImpact } from './shops-impact';

const ask = (of = smallCity(), ...ids: MeasureId[]) => {
  const heard: number[] = [];
  const scenario = { ...EMPTY_SCENARIO, measures: ids.map((id) => EXAMPLES[id]) };
  return {
    heard,
    ...shopsImpact(
      of,
      scenario,
      (people) => forecastPeople(people, { toYear: 2045, draws: MODEL_DRAWS.shops, seed: '1' }),
      (share) => heard.push(share),
    ),
  };
};

describe('what a scenario does to the visits to shops', () => {
  it('is nothing where nothing changes, and is the same every time', () => {
    const { impact, resultHash, heard } = ask();
    for (const { change } of impact.totals)
      expect([change.low, change.value, change.high]).toEqual([0, 0, 0]);
    for (const { change } of impact.fields) expect([...change.value]).toEqual([0, 0, 0]);
    expect(ask().resultHash).toBe(resultHash);
    expect([heard.length, heard.at(-1), impact.draws]).toEqual([MODEL_DRAWS.shops, 1, MODEL_DRAWS.shops]);
  });

  it('has before, after and change of every sector, by district and in all, with their intervals', () => {
    const { impact, resultHash } = ask(smallCity(), 'large-store');
    expect(resultHash).not.toBe(ask().resultHash);
    expect(impact.fields.map(({ id }) => id)).toEqual([
      'shopVisitsDay',
      'everydayVisitsDay',
      'otherGoodsVisitsDay',
      'mealVisitsDay',
    ]);
    const [all, everyday] = impact.fields;
    // What everyday shopping gains in Centro, all visits gain there, and the others give it.
    for (const row of [0, 1, 2]) expect(all!.change.value[row]).toBeCloseTo(everyday!.change.value[row]!, 2);
    expect(everyday!.change.low[1]).toBeGreaterThan(0);
    expect(everyday!.change.high[0]).toBeLessThan(0);
    expect(everyday!.change.high[2]).toBeLessThan(0);
    const change = (id: ShopsTotalId) => totalOf(impact, id).change;
    expect([change('everydayVisitsDay').low, change('everydayVisitsDay').high]).toEqual([0, 0]);
    expect(change('shopVisitsGainedDay').value).toBeCloseTo(change('shopVisitsLostDay').value, 6);
    expect(change('shopVisitsGainedDay').sameSign).toBe(1);
  });

  it('says what the city lacks', () => {
    const { shops: _, ...bare } = smallCity();
    expect(() => ask(bare)).toThrow('no input tables businesses');
    expect(() => ask({ ...smallCity(), people: null })).toThrow('no input tables population');
  });
});
