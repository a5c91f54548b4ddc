// SPDX-License-Identifier: EUPL-1.2
/** Which models a scenario has to be asked of: those that its measures change anything for. */
import type { CityInputs } from '../city/city-inputs';
import { MODELS, type ModelId } from '../city/model-id';
import { measureKind } from './measures';
import type { Scenario } from './scenario';

/** In the order of MODELS; mobility where no measure says anything: it then says what is wrong with them. */
export function modelsAsked(
  { people }: Pick<CityInputs, 'people'>,
  { measures }: Scenario,
): readonly ModelId[] {
  const touched = measures.filter(({ on }) => on).flatMap(({ kind }) => measureKind(kind)?.models ?? []);
  const asked = MODELS.filter((model) => touched.includes(model) && (model !== 'people' || people !== null));
  return asked.length > 0 ? asked : ['mobility'];
}
