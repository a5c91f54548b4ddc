// SPDX-License-Identifier: EUPL-1.2
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { onDemand } from '../on-demand';

/** What is said of a stored answer, in words of the scenario and of its effects. */
const send = () => {
  const { language } = useStore.getState();
  const words = (['kept', 'scenario', 'impact'] as const).map((part) => loadPart(part, language));
  return Promise.all([import('./stored-note'), ...words]).then(([part]) => part);
};
export const StoredNote = onDemand(() => send().then(({ StoredNote }) => StoredNote));
export const StoredLine = onDemand(() => send().then(({ StoredLine }) => StoredLine));
