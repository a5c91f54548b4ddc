// SPDX-License-Identifier: EUPL-1.2
/** A scenario's draws, one after the other: the same function for workers, command line, tests and benches. */
import type { CityInputs } from '../city/city-inputs';
import { applyScenario } from '../scenario/apply-scenario';
import type { Scenario } from '../scenario/scenario';
import { answerOf, hashed, MODEL_VERSIONS } from './answer';
import { MobilityDraw } from './models/mobility/mobility';
import { drawParameters } from './models/mobility/parameters';
import { prepareCity } from './models/mobility/prepared';
import { type Answer, EFFORTS, type Effort, type HashedPair, type Phase } from './protocol';

/** What is going on; returns whether to go on. */
export type Watch = (at: {
  readonly phase: Phase;
  readonly draw: number;
  readonly iteration: number;
  readonly relativeGap: number;
}) => boolean;

/**
 * The draws asked for, in that order; what a draw says does not depend on the others.
 * @throws MeasureError where a measure cannot be applied, before anything is computed; DemandError,
 * NetworkError or TransitError where the inputs cannot be computed with; Stopped where `watch` says so.
 */
export function* computeDraws(
  city: CityInputs,
  scenario: Scenario,
  effort: Effort,
  draws: readonly number[],
  watch: Watch = () => true,
): Generator<HashedPair> {
  const changed = applyScenario(city, scenario);
  const ensemble = drawParameters(scenario.seed, EFFORTS[effort]);
  const prepared = prepareCity(city, ({ iteration, relativeGap }) =>
    watch({ phase: 'prepare', draw: draws[0] ?? 0, iteration, relativeGap }),
  );
  for (const draw of draws) {
    const parameters = ensemble[draw];
    if (!parameters) throw new RangeError(`draw ${draw} of an ensemble of ${ensemble.length}`);
    const mobility = new MobilityDraw(prepared, parameters, (phase, progress) =>
      watch({
        phase,
        draw,
        iteration: progress?.iteration ?? 0,
        relativeGap: progress?.relativeGap ?? 0,
      }),
    );
    yield hashed({ draw, parameters, before: mobility.before, after: mobility.after(changed) });
  }
}

/** All of it, in this thread. @throws as {@link computeDraws}. */
export function runScenario(city: CityInputs, scenario: Scenario, effort: Effort, watch?: Watch): Answer {
  const draws = Array.from({ length: EFFORTS[effort] }, (_, draw) => draw);
  const about = {
    scenario,
    effort,
    modelVersions: MODEL_VERSIONS,
    inputHashes: city.hashes,
    synthetic: city.synthetic,
  };
  return answerOf(about, [...computeDraws(city, scenario, effort, draws, watch)]);
}
