// SPDX-License-Identifier: EUPL-1.2
/** Time and chance, as what keeps scenarios asks for them: a test has its own. */
import { newScenarioId } from '../scenario-id';

export interface KeepingClock {
  nowMs(): number;
  /** Does `then` after so long; returns how not to. */
  after(ms: number, then: () => void): () => void;
  /** From 0 to 1. */
  random(): number;
  /** A UUID. */
  newId(): string;
}

export const browserClock: KeepingClock = {
  nowMs: () => Date.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  newId: newScenarioId,
};
