// SPDX-License-Identifier: EUPL-1.2
/** Which models a scenario has to be asked of: those that its measures change anything for. */
import type { CityInputs } from '../city/city-inputs';
import { MODELS, type ModelId } from '../city/model-id';
import { measureKind } from './measures';
import type { Measure, Scenario } from './scenario';

/**
 * In the order of MODELS; mobility where no measure says anything: it then says what is wrong with them. Without a
 * census nobody's age is known, and people are asked only where a measure is of nothing else: they then say so. The
 * same holds of shops, which are to be known too.
 */
export function modelsAsked(
  { people, shops }: Pick<CityInputs, 'people' | 'shops'>,
  { measures }: Scenario,
): readonly ModelId[] {
  const touched = measures.filter(({ on }) => on).map(modelsOf);
  const isAlone = (model: ModelId) =>
    touched.some(([first, ...others]) => first === model && others.length === 0);
  const canTell: Readonly<Record<ModelId, boolean>> = {
    mobility: true,
    people: people !== null && (people.census !== null || isAlone('people')),
    green: people !== null && (people.census !== null || isAlone('green')),
    shops: shops !== undefined && people !== null && (people.census !== null || isAlone('shops')),
  };
  const asked = MODELS.filter((model) => canTell[model] && touched.some((models) => models.includes(model)));
  return asked.length > 0 ? asked : ['mobility'];
}

const OF_SCHOOLS: readonly string[] = ['new-school', 'school-places', 'move-school', 'close-school'];

/** Whether more draws can be asked for: of traffic and of schools; those of the others are always as many. */
export const heedsEffort = (models: readonly ModelId[], scenario: Scenario | undefined): boolean =>
  models.includes('mobility') ||
  (scenario?.measures.some(({ on, kind }) => on && OF_SCHOOLS.includes(kind)) ?? false);

/** Of a config that its kind refuses: all that it may touch. */
function modelsOf({ kind: id, config }: Measure): readonly ModelId[] {
  const kind = measureKind(id);
  if (!kind) return [];
  const said = kind.config.safeParse(config);
  return (said.success && kind.modelsOf?.(said.data)) || kind.models;
}
