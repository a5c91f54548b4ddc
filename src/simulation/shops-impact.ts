// SPDX-License-Identifier: EUPL-1.2
/** What a scenario does to the visits to shops. */
import type { CityInputs } from '../city/city-inputs';
import { impactOf } from '../impact/impact';
import { applyScenario } from '../scenario/apply-scenario';
import { hashed, hashOf } from './answer';
import { CityInputsError } from './inputs/tables';
import { mayDriveShops, type ShopsCity, ShopsModel } from './models/retail/shops-model';
import { EFFORTS, type HashedPair } from './protocol';
import type { ShopsImpactAnswer, ShopsQuestion } from './shops-protocol';

/**
 * @param onProgress hears the share that is done, 0–1
 * @throws MeasureError as {@link applyScenario}; CityInputsError: the city has no count of its shops, or no register;
 * RetailError, DemandError, DemographyError: what cannot be reckoned with.
 */
export function shopsImpact(
  city: CityInputs,
  { scenario, effort }: Extract<ShopsQuestion, { kind: 'shops-impact' }>,
  onProgress: (share: number) => void,
): ShopsImpactAnswer {
  const before = withShops(city);
  const changed = applyScenario(before, scenario);
  const after = changed === before ? before : withShops(changed);
  const draws = EFFORTS[effort];
  const pairs: HashedPair[] = [];
  const course = { year: scenario.year, draws, seed: scenario.seed };
  for (const pair of new ShopsModel(before).pairs(after, course)) {
    pairs.push(hashed(pair));
    onProgress(pairs.length / draws);
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
