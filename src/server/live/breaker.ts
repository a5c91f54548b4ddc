// SPDX-License-Identifier: EUPL-1.2

export interface BreakerOptions {
  /** Between two questions while all is well. */
  readonly periodMs: number;
  /** No wait is longer, unless the upstream asks for it. */
  readonly longestMs?: number;
  /** So many faults in a row open the circuit. */
  readonly faultsToOpen?: number;
  readonly random?: () => number;
}

const LONGEST_MS = 600_000;
const FAULTS_TO_OPEN = 5;
/** An upstream that asks for more is not waited for any longer than this. */
const LONGEST_ASKED_MS = 3_600_000;

/**
 * How long to leave an upstream alone. Waits double with each fault, up to a bound, and are spread by
 * up to a half so that servers do not come back in step. After several faults in a row the circuit is
 * open: one question alone (the probe) tells whether it closes.
 */
export class Breaker {
  #faults = 0;
  readonly #options: Required<BreakerOptions>;

  constructor(options: BreakerOptions) {
    this.#options = {
      longestMs: LONGEST_MS,
      faultsToOpen: FAULTS_TO_OPEN,
      random: Math.random,
      ...options,
    };
  }

  get state(): 'closed' | 'open' {
    return this.#faults >= this.#options.faultsToOpen ? 'open' : 'closed';
  }

  /** @returns milliseconds until the next question */
  afterSuccess(): number {
    this.#faults = 0;
    return this.#options.periodMs;
  }

  /**
   * @param askedMs what the upstream asked for (`Retry-After`), which is never undercut
   * @returns milliseconds until the next question
   */
  afterFault(askedMs = 0): number {
    this.#faults += 1;
    const { periodMs, longestMs, random } = this.#options;
    const doubled = Math.min(Math.max(longestMs, periodMs), periodMs * 2 ** Math.min(this.#faults, 30));
    const spread = doubled * (0.5 + random() / 2);
    return Math.max(spread, periodMs, Math.min(askedMs, LONGEST_ASKED_MS));
  }
}
