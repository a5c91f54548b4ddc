// SPDX-License-Identifier: EUPL-1.2
/** Why the model could not be put to the test, in the words of a run: but here no measure is at fault. */
import { RunError } from '../../../simulation/run';
import { inputFaultWhat } from '../scenario/input-faults';
import { inputsFaultText, runFaultText } from '../scenario/run-faults';
import type { Words } from '../scenario/words';

export function validationFaultText(error: unknown, words: Words): string {
  if (!(error instanceof RunError)) return inputsFaultText(error, words);
  const { fault } = error;
  if (fault.code !== 'inputs') return runFaultText(fault, undefined, words);
  return words.t('model.inputFault', { what: inputFaultWhat(fault, words), detail: fault.detail });
}
