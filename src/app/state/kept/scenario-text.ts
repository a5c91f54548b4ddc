// SPDX-License-Identifier: EUPL-1.2
/** A scenario as the one text that stands for it: two say the same where their texts are the same. */
import { readScenario, writeScenario } from '../../../scenario/saved-file';
import { EMPTY_SCENARIO, type Scenario } from '../../../scenario/scenario';
import { hashOf } from '../../../simulation/answer';

const NOTHING = { modelVersions: {}, inputHashes: {} };
const known = new WeakMap<Scenario, string>();

/** The text, without what it was made with. @throws ScenarioFileError where it is too large to be kept. */
export function textOf(scenario: Scenario): string {
  let text = known.get(scenario);
  if (text === undefined) known.set(scenario, (text = writeScenario(scenario, NOTHING)));
  return text;
}

/** The scenario of a text. @throws ScenarioFileError where it is none. */
export const scenarioOf = (text: string): Scenario => readScenario(text).scenario;

/** What tells one text from another where only that is asked. */
export const fingerprint = (text: string): string => hashOf([text]);

export const EMPTY_TEXT = textOf(EMPTY_SCENARIO);
