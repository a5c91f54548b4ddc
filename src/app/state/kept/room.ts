// SPDX-License-Identifier: EUPL-1.2
/** How much room the browser gives this page, and what takes it: told before it is used up. */

export interface Room {
  /** Bytes. */
  readonly used: number;
  readonly given: number;
  /** Of `used`, scenarios that are kept here. */
  readonly scenarios: number;
  readonly scenarioCount: number;
}

/** Part of the room from which on it is told. */
export const TOLD_FROM = 0.8;

type Estimating = { estimate?(): Promise<{ usage?: number; quota?: number }> };

/** Null: there is enough, or the browser does not say. */
export async function tightRoom(
  texts: readonly string[],
  storage: Estimating | undefined = navigator.storage,
): Promise<Room | null> {
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const { usage = 0, quota = 0 } = estimate ?? {};
  if (quota === 0 || usage < TOLD_FROM * quota) return null;
  // In the browser's databases a character takes one byte or two.
  const scenarios = texts.reduce((sum, text) => sum + text.length, 0);
  return { used: usage, given: quota, scenarios: Math.min(scenarios, usage), scenarioCount: texts.length };
}
