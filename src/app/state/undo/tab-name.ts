// SPDX-License-Identifier: EUPL-1.2
/** By which name the steps of this tab are kept, as long as it is one tab. */
export const TAB_NAME = 'gemello.tab';

/**
 * A page loaded anew in this tab begins without the steps of before: whoever sits there by then is not to be shown what
 * somebody else had on the desk.
 */
export function forgetTab(): void {
  try {
    sessionStorage.removeItem(TAB_NAME);
  } catch {
    // A browser that refuses its storage has kept nothing by it.
  }
}
