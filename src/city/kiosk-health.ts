// SPDX-License-Identifier: EUPL-1.2
/** What a kiosk tells of itself, and what the operator is told of all of them. */

/** Why a kiosk loaded its page anew by itself. */
export const RELOAD_REASONS = ['night', 'update', 'memory', 'stall', 'context', 'part'] as const;
export type ReloadReason = (typeof RELOAD_REASONS)[number];

/** What a kiosk says once a minute. */
export interface KioskBeat {
  /** As its address calls it: `/kiosk?nome=atrio`. */
  readonly kiosk: string;
  /** Of the page's code. */
  readonly build: string;
  /** Of the city on its screen; '' while there is none. */
  readonly city: string;
  /** Since the page was loaded. */
  readonly uptimeS: number;
  /** Of its JavaScript; null where the browser does not say. */
  readonly heapMB: number | null;
  /** Graphics contexts that it lost since the page was loaded. */
  readonly contextLosses: number;
  /** Times that it loaded itself anew within the last day. */
  readonly reloads: number;
  /** Why it did so the last time; null: it has not. */
  readonly reloadReason: ReloadReason | null;
  /** Moment of the newest live figure that it shows (milliseconds since 1970); null: it shows none. */
  readonly asOfMs: number | null;
  /** Somebody stands before it. */
  readonly inUse: boolean;
}

/** A kiosk as the server last heard of it. */
export interface KioskSeen extends KioskBeat {
  readonly seenMs: number;
}

/** `/api/kiosk/health`. */
export interface KioskHealth {
  readonly nowMs: number;
  /** When this process began to listen: what it was told before is forgotten. */
  readonly sinceMs: number;
  readonly kiosks: readonly KioskSeen[];
}

/** Between two beats. */
export const BEAT_EVERY_MS = 60_000;
/** One that says nothing for so long does not run. */
export const SILENT_AFTER_MS = 3 * BEAT_EVERY_MS;
