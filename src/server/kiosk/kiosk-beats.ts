// SPDX-License-Identifier: EUPL-1.2
/** What kiosks last said of themselves. In memory: a kiosk says it again within a minute. */
import type { KioskBeat, KioskHealth, KioskSeen } from '../../city/kiosk-health';

/** So many kiosks are remembered: anybody on the network can make names up. */
const MOST_KIOSKS = 200;
/** One that was silent for so long is forgotten. */
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;

export class KioskBeats {
  readonly #seen = new Map<string, KioskSeen>();
  readonly #sinceMs: number;

  constructor(private readonly nowMs: () => number = Date.now) {
    this.#sinceMs = nowMs();
  }

  /** @returns false where there is no room for another kiosk: those that are known go on being heard */
  hear(beat: KioskBeat): boolean {
    const seenMs = this.nowMs();
    for (const [name, known] of this.#seen)
      if (seenMs - known.seenMs > FORGOTTEN_AFTER_MS) this.#seen.delete(name);
    if (!this.#seen.has(beat.kiosk) && this.#seen.size >= MOST_KIOSKS) return false;
    this.#seen.set(beat.kiosk, { ...beat, seenMs });
    return true;
  }

  /** In the order of their names. */
  health(): KioskHealth {
    const kiosks = [...this.#seen.values()].sort((a, b) => a.kiosk.localeCompare(b.kiosk, 'it'));
    return { nowMs: this.nowMs(), sinceMs: this.#sinceMs, kiosks };
  }
}
