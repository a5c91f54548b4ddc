// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { EXAMPLES } from './fixtures/examples';
import { smallCity } from './fixtures/small-city';
import type { MeasureId } from './measures';
import { modelsAsked } from './models-asked';
import { EMPTY_SCENARIO } from './scenario';

const city = smallCity();
const asked = (ids: readonly MeasureId[], of = city) =>
  modelsAsked(of, { ...EMPTY_SCENARIO, measures: ids.map((id) => EXAMPLES[id]) });

it('a scenario is asked of the models that its measures change something for', () => {
  expect(asked(['road-pricing', 'lanes'])).toEqual(['mobility']);
  expect(asked(['new-school'])).toEqual(['people']);
  expect(asked(['home-care-team', 'lanes'])).toEqual(['mobility', 'people']);
  expect(asked(['new-housing'])).toEqual(['mobility', 'people', 'shops', 'green']);
  expect(asked(['plant-trees'])).toEqual(['green']);
  expect(asked(['new-service', 'move-school'])).toEqual(['people']);
  expect(asked(['transit-line'])).toEqual(['mobility', 'people']);
  expect(asked(['transit-fare'])).toEqual(['mobility']);
  expect(asked(['remote-work'])).toEqual(['mobility', 'shops']);
  expect(asked(['large-store', 'new-school'])).toEqual(['people', 'shops']);
});

it('shops are asked of a street only where it becomes one for pedestrians', () => {
  const measures = (pedestrianise: unknown) => [{ ...EXAMPLES['close-streets'], config: { pedestrianise } }];
  expect(modelsAsked(city, { ...EMPTY_SCENARIO, measures: measures(false) })).toEqual(['mobility']);
  expect(modelsAsked(city, { ...EMPTY_SCENARIO, measures: measures(true) })).toEqual(['mobility', 'shops']);
  // What is no config is refused by whoever applies it.
  expect(modelsAsked(city, { ...EMPTY_SCENARIO, measures: measures('so') })).toEqual(['mobility', 'shops']);
});

it('where shops are not counted they are not asked, and a store alone is asked of mobility, which says so', () => {
  const { shops: _, ...bare } = city;
  expect(asked(['remote-work'], bare)).toEqual(['mobility']);
  expect(asked(['large-store'], bare)).toEqual(['mobility']);
});

it('a measure that is switched off asks nothing', () => {
  const measures = [EXAMPLES.lanes, { ...EXAMPLES['new-school'], on: false }];
  expect(modelsAsked(city, { ...EMPTY_SCENARIO, measures })).toEqual(['mobility']);
});

it('in a city without a census people are asked only of what is theirs alone', () => {
  const ageless = { ...city, people: { ...city.people!, census: null } };
  expect(asked(['new-housing'], ageless)).toEqual(['mobility']);
  expect(asked(['new-housing', 'new-school'], ageless)).toEqual(['mobility', 'people']);
  expect(asked(['new-school'], ageless)).toEqual(['people']);
  expect(asked(['plant-trees'], ageless)).toEqual(['green']);
});

it('in a city of which no people are known mobility is asked, which says so where a measure needs them', () => {
  const empty = { ...city, people: null };
  expect(asked(['new-housing'], empty)).toEqual(['mobility']);
  expect(asked(['new-school'], empty)).toEqual(['mobility']);
  expect(asked([])).toEqual(['mobility']);
});
