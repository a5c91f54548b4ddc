// SPDX-License-Identifier: EUPL-1.2
/** The kiosk's time. Tests and the soak let it pass faster than the world's. */

export interface KioskClock {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Calls back after so many of its milliseconds; returns how not to. */
  after(ms: number, act: () => void): () => void;
  /** Milliseconds of the world for so many of its own: how long a flight takes. */
  worldMs(ms: number): number;
}

interface KioskTime {
  /** Times as fast as the world's. */
  readonly speed: number;
  /** What it shows at first. */
  readonly startMs: number;
}

/** The world's own time where none is given. */
export function kioskClock({ speed, startMs }: KioskTime = { speed: 1, startMs: Date.now() }): KioskClock {
  const worldStartMs = Date.now();
  return {
    nowMs: () => startMs + (Date.now() - worldStartMs) * speed,
    after: (ms, act) => {
      const timer = setTimeout(act, ms / speed);
      return () => clearTimeout(timer);
    },
    worldMs: (ms) => ms / speed,
  };
}

declare global {
  interface Window {
    /** Set before the page begins, by tests and benches alone. */
    __kioskTime?: KioskTime;
  }
}
