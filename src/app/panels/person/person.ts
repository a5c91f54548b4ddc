// SPDX-License-Identifier: EUPL-1.2
/** Who one is, on the screen: sent once the server has said it. */
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { onDemand } from '../on-demand';

const sendWords = () => loadPart('person', useStore.getState().language);
export const PersonButton = onDemand(() =>
  Promise.all([import('./person-button'), sendWords()]).then(([part]) => part.default),
);
export const SignInNotice = onDemand(() =>
  Promise.all([import('./sign-in-notice'), sendWords()]).then(([part]) => part.default),
);
