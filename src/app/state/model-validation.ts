// SPDX-License-Identifier: EUPL-1.2
/** How good the model is on this city: asked when it is first looked at, then kept. */
import type { Catalogue } from '../../city/catalogue';
import type { CityInputs } from '../../city/city-inputs';
import { startValidation, type Validation, type ValidationProgress } from '../../simulation/run-validation';
import type { ChargeValidation, ModelValidation } from '../../simulation/validate';
import { loadModelInputs } from '../../stream/model-inputs';
import { simulationWorker } from './run';

const known = new WeakMap<Catalogue, ModelValidation>();

/** What a city has been found to be; undefined until {@link validateCity} has said it once. */
export const knownValidation = (catalogue: Catalogue): ModelValidation | undefined => known.get(catalogue);

export interface ValidationNews {
  onCharge(charge: ChargeValidation): void;
  onProgress(progress: ValidationProgress): void;
}

/**
 * Asks a worker. `city` null: it has none that models can be asked about; only the charge is looked at.
 * Returns the answer to come, which is kept where a city was asked, and how to stop asking.
 */
export function validateCity(
  catalogue: Catalogue,
  cityUrl: string,
  city: CityInputs | null,
  news: ValidationNews,
): Validation {
  const abort = new AbortController();
  let asked: Validation | null = null;
  const ask = async () => {
    const { tables } = await loadModelInputs(catalogue, cityUrl, ['area-c-entries'], abort.signal);
    abort.signal.throwIfAborted();
    asked = startValidation({
      city,
      entries: tables.get('area-c-entries') ?? null,
      makeWorker: simulationWorker,
      ...news,
    });
    const validation = await asked.answer;
    if (city) known.set(catalogue, validation);
    return validation;
  };
  return {
    answer: ask(),
    cancel: () => {
      abort.abort();
      asked?.cancel();
    },
  };
}
