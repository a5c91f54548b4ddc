// SPDX-License-Identifier: EUPL-1.2
/** The city as measures and models know it: asked for when a scenario is first opened, then kept. */
import type { Catalogue } from '../../city/catalogue';
import type { CityInputs } from '../../city/city-inputs';
import type { ModelInputs } from '../../stream/model-inputs';
import { loadModelInputs } from '../../stream/model-inputs';
import { syntheticThemes } from './offered-layers';

const opened = new WeakMap<Catalogue, Promise<CityInputs>>();

/**
 * Rejects with a CityInputsError where this city cannot be simulated, with a StreamError where a file
 * does not come: then asking again asks the server.
 */
export function cityInputs(catalogue: Catalogue, cityUrl: string): Promise<CityInputs> {
  let coming = opened.get(catalogue);
  if (!coming) {
    opened.set(catalogue, (coming = load(catalogue, cityUrl)));
    coming.catch(() => opened.delete(catalogue));
  }
  return coming;
}

async function load(catalogue: Catalogue, cityUrl: string): Promise<CityInputs> {
  const reader = await import('../../simulation/read-inputs');
  const ids = [...reader.REQUIRED_INPUTS, ...reader.OPTIONAL_INPUTS];
  const { tables, hashes }: ModelInputs = await loadModelInputs(catalogue, cityUrl, ids);
  return reader.readCityInputs(tables, {
    cityId: catalogue.city.id,
    synthetic: syntheticThemes(catalogue).length > 0,
    hashes,
  });
}
