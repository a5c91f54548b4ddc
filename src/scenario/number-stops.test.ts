// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { checkMeasure } from './check-measure';
import { EXAMPLES } from './fixtures/examples';
import { numberStops, withNumber } from './number-stops';
import { EMPTY_SCENARIO, type Measure, type Scenario } from './scenario';

const scenario = (...measures: Measure[]): Scenario => ({ ...EMPTY_SCENARIO, measures });
const pricing: Measure = {
  ...EXAMPLES['road-pricing'],
  config: { hours: { fromMin: 450, toMin: 1170 }, priceEur: { visitor: 7.5, resident: 3, goods: 4.5 } },
};

describe('numbers that may be asked about', () => {
  it('have five values about the one of now, on the steps of the form', () => {
    const [price, ...others] = numberStops(scenario(pricing));
    expect(others).toEqual([]);
    expect(price).toMatchObject({
      key: 'priceEur',
      unit: 'eur',
      value: 7.5,
      stops: [4, 5.5, 7.5, 9.5, 11.5],
    });
  });

  it('change alone, in proportion where there are several', () => {
    const [price] = numberStops(scenario(pricing));
    const dearer = withNumber(scenario(pricing), price!, 11.5);
    expect(dearer.measures[0]!.config).toEqual({
      hours: { fromMin: 450, toMin: 1170 },
      priceEur: { visitor: 11.5, resident: 4.6, goods: 6.9 },
    });
    expect(withNumber(scenario(pricing), price!, 7.5)).toEqual(scenario(pricing));
  });

  it('are none of a measure that is off, or at nothing', () => {
    expect(numberStops(scenario({ ...pricing, on: false }))).toEqual([]);
    const free = {
      ...pricing,
      config: { ...(pricing.config as object), priceEur: { visitor: 0, resident: 0, goods: 0 } },
    };
    expect(numberStops(scenario(free))).toEqual([]);
  });

  it.each(Object.values(EXAMPLES))('of $kind are within the limits of their form', (measure) => {
    const asked = scenario(measure);
    for (const one of numberStops(asked)) {
      expect(one.stops).toContain(one.value);
      for (const stop of one.stops)
        expect(checkMeasure(withNumber(asked, one, stop).measures[0]!)).toEqual(checkMeasure(measure));
    }
  });
});
