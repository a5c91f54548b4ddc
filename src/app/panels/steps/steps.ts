// SPDX-License-Identifier: EUPL-1.2
/** What goes over the steps of the history: sent on demand. */
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { onDemand } from '../on-demand';

export const UndoButtons = onDemand(() =>
  Promise.all([import('./undo-buttons'), loadPart('steps', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
