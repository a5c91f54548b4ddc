// SPDX-License-Identifier: EUPL-1.2
/** Which models a scenario has to be asked of: those that its measures change anything for. */
import type { CityInputs } from '../city/city-inputs';
import { MODELS, type ModelId } from '../city/model-id';
import { measureKind } from './measures';
import type { Scenario } from './scenario';

/**
 * In the order of MODELS; mobility where no measure says anything: it then says what is wrong with them. Without a
 * census nobody's age is known, and people are asked only where a measure is of nothing else: they then say so.
 */
export function modelsAsked(
  { people }: Pick<CityInputs, 'people'>,
  { measures }: Scenario,
): readonly ModelId[] {
  const touched = measures.filter(({ on }) => on).map(({ kind }) => measureKind(kind)?.models ?? []);
  const alone = touched.some(([first, ...others]) => first === 'people' && others.length === 0);
  const canTell = people !== null && (people.census !== null || alone);
  const asked = MODELS.filter(
    (model) => touched.some((models) => models.includes(model)) && (model !== 'people' || canTell),
  );
  return asked.length > 0 ? asked : ['mobility'];
}
