// SPDX-License-Identifier: EUPL-1.2
/** A scenario from question to answer in this thread: for the command line, tests and benches. */
import type { CityInputs } from '../city/city-inputs';
import type { Scenario } from '../scenario/scenario';
import { aboutAnswer, answerOf } from './answer';
import { mayDrive } from './models/mobility/parameters';
import { type Answer, EFFORTS, type Effort } from './protocol';
import { Simulator, type Watch } from './simulator';

/** The same answer, figure for figure, as workers give. @throws as {@link Simulator.draws}. */
export function runScenario(
  city: CityInputs,
  scenario: Scenario,
  effort: Effort,
  watch?: Watch,
  simulator = new Simulator(city),
): Answer {
  const draws = Array.from({ length: EFFORTS[effort] }, (_, draw) => draw);
  const about = aboutAnswer('mobility', city, scenario, effort);
  return answerOf(about, [...simulator.draws(scenario, effort, draws, watch)], mayDrive);
}
