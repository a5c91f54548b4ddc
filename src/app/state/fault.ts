// SPDX-License-Identifier: EUPL-1.2
/** What did not come, or fell, in words, and on the screen. */
import { useStore } from './store';

/** What is said of anything that was thrown. */
export const faultText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Tells the screen of a fault. Call once for each; the same one told again changes nothing. */
export function tellFault(error: unknown): void {
  const fault = faultText(error);
  const { fault: told, set } = useStore.getState();
  if (fault !== told) set({ fault });
}
