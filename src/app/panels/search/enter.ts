// SPDX-License-Identifier: EUPL-1.2
/** Safari ends a composition before the Enter that ended it, and marks that key with this code. */
const OF_COMPOSITION = 229;

/** Whether a key is an Enter that takes a result, and not one that only ends the composition of a word. */
export const isEnter = ({
  key,
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode'>) =>
  key === 'Enter' && !isComposing && keyCode !== OF_COMPOSITION;
