// SPDX-License-Identifier: EUPL-1.2
/** What a layer of the living city is to live-drawing.ts, which alone asks the map for frames. */
import type { Clock, Moment } from '../../city/clock';
import type { LiveKind } from '../../city/live';
import type { Look } from '../../layers/layer';
import type { LiveSolidId } from './live-solid';

/** What is so at a frame. */
export interface LiveNow {
  readonly clock: Clock;
  readonly moment: Moment;
  /** Real time, by the relay's clock. */
  readonly nowMs: number;
  /** Of the screen's time since the frame before, while time passes and motion is not reduced; else 0. */
  readonly passedS: number;
  /** CSS pixels of a metre in the middle of the view. */
  readonly pxPerM: number;
  readonly look: Look;
}

export interface LivePart {
  readonly id: LiveSolidId;
  /** Kinds whose changes ask for a frame. */
  readonly kinds: readonly LiveKind[];
  /** Draws what is so now; called before every frame while the layer is on. */
  frame(now: LiveNow): void;
  /** Metres a second of the scene that the fastest thing moves; 0 where nothing does. */
  speedMS(clock: Clock): number;
  /** Puts it into the scene, or takes it out. */
  show(shown: boolean): void;
  dispose(): void;
}

/** Times as fast as real time goes the clock. */
export const speedOf = (clock: Clock): number => (clock.kind === 'live' ? 1 : clock.speed);
