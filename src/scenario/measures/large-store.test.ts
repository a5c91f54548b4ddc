// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../../city/city-inputs';
import { applyScenario } from '../apply-scenario';
import { EXAMPLES } from '../fixtures/examples';
import { drawn, smallCity } from '../fixtures/small-city';
import { EMPTY_SCENARIO, type Measure } from '../scenario';

const apply = (city: CityInputs, ...measures: Measure[]) =>
  applyScenario(city, { ...EMPTY_SCENARIO, measures });
const store = (config: object, more: Partial<Measure> = {}): Measure => ({
  ...EXAMPLES['large-store'],
  config: { change: 'open', sector: 'everyday', floorM2: 2500, ...config },
  ...more,
});

describe('a large store', () => {
  it('opens in the district with the nearest centre', () =>
    expect(apply(smallCity(), store({}, { id: 'm3' })).shops!.changes).toEqual([
      { id: 'measure-m3', change: 'open', sector: 'everyday', district: 1, floorM2: 2500 },
    ]));

  it('closes where there is one, or is refused, naming the district', () => {
    const east = { place: { kind: 'point' as const, points: [drawn(990, 510)] } };
    expect(apply(smallCity(), store({ change: 'close' }, east)).shops!.changes[0]).toMatchObject({
      change: 'close',
      district: 2,
    });
    const city = smallCity();
    const none = { ...city, shops: { ...city.shops!, large: Float64Array.of(2, 8, 0) } };
    expect(() => apply(none, store({ change: 'close' }, east))).toThrow(
      'measure large-store: no-store-there: Est',
    );
  });

  it('is refused where shops are not counted, is no large one, or is nowhere', () => {
    const { shops: _, ...bare } = smallCity();
    expect(() => apply(bare, store({}))).toThrow('measure large-store: no-shops: ');
    expect(() => apply(smallCity(), store({ floorM2: 200 }))).toThrow('config.floorM2: too-low');
    const far = { place: { kind: 'point' as const, points: [drawn(20_000, 0)] } };
    expect(() => apply(smallCity(), store({}, far))).toThrow('no-district-there');
  });
});
