// SPDX-License-Identifier: EUPL-1.2
/** Whether somebody stands before the kiosk: it tours, it is used, or it asks whether anybody is still there. Pure. */

export type Phase =
  | { readonly kind: 'touring' }
  | { readonly kind: 'in-use'; readonly touchedMs: number }
  /** Nobody has touched it for a while: at `resetMs` everything begins anew. */
  | { readonly kind: 'asking'; readonly resetMs: number };

export const TOURING: Phase = { kind: 'touring' };
/** Without a touch it asks after this. */
const IDLE_MS = 60_000;
/** And so long it waits for an answer. */
export const COUNTDOWN_MS = 15_000;

/** After a touch, whatever it was doing. */
export const touchedAt = (nowMs: number): Phase => ({ kind: 'in-use', touchedMs: nowMs });

/** What has become of a phase by now; the same object where nothing has. */
export function phaseAt(phase: Phase, nowMs: number): Phase {
  if (phase.kind === 'touring') return phase;
  const resetMs = phase.kind === 'asking' ? phase.resetMs : phase.touchedMs + IDLE_MS + COUNTDOWN_MS;
  if (nowMs >= resetMs) return TOURING;
  if (phase.kind === 'asking' || nowMs < phase.touchedMs + IDLE_MS) return phase;
  return { kind: 'asking', resetMs };
}

/** Milliseconds until it may become another, or shows another second; null: never by itself. */
export function untilNextMs(phase: Phase, nowMs: number): number | null {
  if (phase.kind === 'touring') return null;
  if (phase.kind === 'in-use') return Math.max(0, phase.touchedMs + IDLE_MS - nowMs);
  const leftMs = Math.max(0, phase.resetMs - nowMs);
  return leftMs % 1000 || Math.min(leftMs, 1000);
}

/** Whole seconds left to answer. */
export const secondsLeft = (resetMs: number, nowMs: number): number =>
  Math.max(0, Math.ceil((resetMs - nowMs) / 1000));
