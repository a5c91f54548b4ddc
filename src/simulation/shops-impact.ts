// SPDX-License-Identifier: EUPL-1.2
/** What a scenario does to the visits to shops. */
import type { CityInputs } from '../city/city-inputs';
import type { People } from '../city/people';
import { impactOf } from '../impact/impact';
import { applyScenario } from '../scenario/apply-scenario';
import type { Scenario } from '../scenario/scenario';
import { hashed, hashOf } from './answer';
import { CityInputsError } from './inputs/tables';
import type { PeopleForecast } from './models/demography/people-forecast';
import { mayDriveShops, type ShopsCity, ShopsModel } from './models/retail/shops-model';
import { type HashedPair, MODEL_DRAWS } from './protocol';
import type { ShopsImpactAnswer } from './shops-protocol';

/**
 * As many draws, however little is asked of a run: before is what the panel tells of the year, where it has the panel's seed.
 * @param forecastOf who lives in the city as it is, and in a changed one
 * @param onProgress hears the share that is done, 0–1
 * @throws MeasureError as {@link applyScenario}; CityInputsError: the city has no count of its shops, or no register;
 * RetailError, DemandError, DemographyError: what cannot be reckoned with.
 */
export function shopsImpact(
  city: CityInputs,
  scenario: Scenario,
  forecastOf: (people: People) => PeopleForecast,
  onProgress: (share: number) => void,
): ShopsImpactAnswer {
  const before = withShops(city);
  const changed = applyScenario(before, scenario);
  const after = changed === before ? before : withShops(changed);
  const pairs: HashedPair[] = [];
  const { year, seed } = scenario;
  const course = { year, draws: MODEL_DRAWS.shops, seed, forecastOf };
  for (const pair of new ShopsModel(before).pairs(after, course)) {
    pairs.push(hashed(pair));
    onProgress(pairs.length / MODEL_DRAWS.shops);
  }
  return {
    kind: 'shops-impact',
    impact: impactOf(pairs, mayDriveShops),
    resultHash: hashOf(pairs.map(({ hash }) => hash)),
  };
}

function withShops<City extends CityInputs>(city: City): City & ShopsCity {
  const { shops, people } = city;
  if (!shops) throw new CityInputsError(['businesses']);
  if (!people) throw new CityInputsError(['population']);
  return { ...city, shops, people };
}
