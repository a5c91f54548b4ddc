// SPDX-License-Identifier: EUPL-1.2
/** Why a run gave no answer, or could not begin, in plain words. */
import { MEASURE_FAULTS, type MeasureFault } from '../../../scenario/measures/measure';
import type { Scenario } from '../../../scenario/scenario';
import type { RunFault } from '../../../simulation/protocol';
import { CityInputsError } from '../../../simulation/read-inputs';
import { faultText } from '../../state/fault';
import { inputFaultText } from './input-faults';
import { measureName } from './sentences';
import { codeText, measureFault, type Words } from './words';

export function runFaultText(fault: RunFault, scenario: Scenario | undefined, words: Words): string {
  const { t } = words;
  const { where, code, detail, measureId } = fault;
  if ((MEASURE_FAULTS as readonly string[]).includes(code)) {
    const said = measureFault({ code: code as MeasureFault, detail }, words);
    const measure = scenario?.measures.find(({ id }) => id === measureId);
    return measure
      ? t('scenario.run.faultAt', { name: measureName(measure, words), fault: said })
      : `${said.charAt(0).toLocaleUpperCase(words.format.locale)}${said.slice(1)}`;
  }
  if (code === 'crashed') return t('scenario.run.faultCode.crashed', { detail: detail && ` (${detail})` });
  if (code === 'unreadable') return t('scenario.run.faultCode.unreadable');
  if (code === 'inputs') return inputFaultText(fault, words);
  return t('scenario.run.faultCode.unexpected', { where, detail: detail || code });
}

/** Why the models have no city to work on. */
export function inputsFaultText(error: unknown, { t, format }: Pick<Words, 't' | 'format'>): string {
  if (error instanceof CityInputsError && error.missing.length > 0)
    return t('scenario.run.inputsMissing', {
      tables: format.list(error.missing.map((id) => codeText(t, `table.${id}`))),
    });
  return t('scenario.run.inputsFailed', { detail: faultText(error) });
}
