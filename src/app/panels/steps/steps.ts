// SPDX-License-Identifier: EUPL-1.2
/** What goes over the steps of the history: sent on demand. */
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { onDemand } from '../on-demand';

// What a step was is said with the names of the measures too.
export const UndoButtons = onDemand(() => {
  const { language } = useStore.getState();
  return Promise.all([
    import('./undo-buttons'),
    loadPart('steps', language),
    loadPart('scenario', language),
  ]).then(([part]) => part.default);
});
