// SPDX-License-Identifier: EUPL-1.2
/** What is wrong with a file, in plain words: where in it, and what. */
import { PLACE_FAULTS } from '../../../scenario/check-measure';
import { FIELD_FAULTS } from '../../../scenario/measures/fields';
import type { FileFault, ScenarioFileError } from '../../../scenario/saved-file';
import { codeText, type Words } from './words';

/** Field faults that in a form name the limit; of a file its place and what it says are enough. */
const OF_FILES: readonly FileFault[] = ['too-low', 'too-high', 'too-short', 'too-long'];

/** «Elemento n. 3, campo «config.priceEur.visitor»: Il valore è troppo alto. Nel file: 1000» */
export function fileFaultText(error: ScenarioFileError, { t, format }: Words): string {
  const { feature, path, code, said } = error;
  const where = [
    feature === null ? '' : t('scenario.fileFault.measure', { n: format.number(feature) }),
    path && t('scenario.fileFault.path', { path }),
  ].filter(Boolean);
  const fault = codeText(t, `${shelfOf(code)}.${code}`);
  const text = said ? t('scenario.fileFault.said', { fault, said }) : fault;
  return where.length === 0 ? text : `${where.join(', ')}: ${text}`;
}

function shelfOf(code: FileFault): 'fileFault' | 'fieldFault' | 'placeFault' {
  if (!OF_FILES.includes(code)) {
    if ((FIELD_FAULTS as readonly string[]).includes(code)) return 'fieldFault';
    if ((PLACE_FAULTS as readonly string[]).includes(code)) return 'placeFault';
  }
  return 'fileFault';
}
