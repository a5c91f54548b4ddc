// SPDX-License-Identifier: EUPL-1.2
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { onDemand } from '../on-demand';

/** The note on a stored answer, in the panel of the scenario and in that of its effects: it says words of both. */
export const StoredNote = onDemand(() => {
  const { language } = useStore.getState();
  return Promise.all([
    import('./stored-note'),
    ...(['kept', 'scenario', 'impact'] as const).map((part) => loadPart(part, language)),
  ]).then(([part]) => part.default);
});
