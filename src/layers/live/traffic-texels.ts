// SPDX-License-Identifier: EUPL-1.2
/** Streets with their traffic as texels: colour and width, and where the dashes have got to. Pure. */
import type { TrafficRow } from '../../city/live';
import { bytesOf } from '../../query/colour';
import { LARGEST, PALE, TEXEL } from '../impact/impact-map';
import type { Look } from '../layer';
import { PALETTE, type Palette } from '../palette';
import { trafficClass } from './traffic-classes';

/** Dashes run so many times as fast as the traffic: a second on the screen is so many on the street. */
export const DASH_SPEED_FACTOR = 5;
/** Periods of the dashes divide it, so that a distance may be told modulo it, metres. */
export const DASH_WRAP_M = 1024;
/** A flow this great is drawn widest, vehicles an hour in one direction. */
export const WIDEST_VEH_H = 3000;
/** Where only the speed is known. */
const UNKNOWN_FLOW_SHARE = 0.12;
/** The greatest speed that a texel holds, km/h: its step is 1. */
const FASTEST_KMH = 255;
const OFFSET_STEPS = 65_536;

/** Traffic known at a moment. */
export interface ShownTraffic {
  readonly fresh: readonly TrafficRow[];
  readonly stale: readonly TrafficRow[];
}

/**
 * Two texels a street: colour with width and marks (as impact-map.ts); speed (km/h), how far the dashes
 * had got when it was written (two bytes, of {@link DASH_WRAP_M}), and 255 where they are drawn.
 */
export class TrafficTexels {
  readonly colours: Uint8Array<ArrayBuffer>;
  readonly motion: Uint8Array<ArrayBuffer>;
  readonly #freeKmH: ArrayLike<number>;
  readonly #offsetM: Float64Array;

  /** @param freeKmH of each street */
  constructor(freeKmH: ArrayLike<number>) {
    this.#freeKmH = freeKmH;
    this.colours = new Uint8Array(TEXEL * freeKmH.length);
    this.motion = new Uint8Array(TEXEL * freeKmH.length);
    this.#offsetM = new Float64Array(freeKmH.length);
  }

  /** Writes what is known. Rows without a street of this network are left out; of two of a street the later counts. */
  write({ fresh, stale }: ShownTraffic, look: Look): void {
    this.colours.fill(0);
    this.motion.fill(0);
    const inks = inksOf(look);
    for (const row of stale) this.#row(row, inks, true);
    for (const row of fresh) this.#row(row, inks, false);
    this.#offsets();
  }

  /** Lets the dashes run on for some time, so that they start from here when speeds change. */
  advance(seconds: number): void {
    const { motion } = this;
    for (let link = 0; link < this.#offsetM.length; link++) {
      const kmH = motion[TEXEL * link] as number;
      if (kmH === 0) continue;
      this.#offsetM[link] = dashedM(this.#offsetM[link] as number, kmH, seconds);
    }
    this.#offsets();
  }

  #row(row: TrafficRow, inks: Inks, stale: boolean): void {
    const { link, flowVehH, speedKmH } = row;
    if (link === null || link < 0 || link >= this.#freeKmH.length) return;
    if (flowVehH === null && speedKmH === null) return;
    const of = trafficClass(speedKmH, this.#freeKmH[link] as number);
    const size = Math.max(1, Math.round(LARGEST * flowShare(flowVehH)));
    // Where nothing goes there is nothing to draw.
    const empty = flowVehH === 0;
    const last = empty ? 0 : size | (stale ? PALE : 0);
    const ink = inks[stale ? 'stale' : (of ?? 'unknown')];
    const at = TEXEL * link;
    for (let part = 0; part < 3; part++) this.colours[at + part] = ink[part] as number;
    this.colours[at + 3] = last;
    const moves = !stale && !empty && speedKmH !== null && speedKmH >= 0;
    this.motion[at] = moves ? Math.min(FASTEST_KMH, Math.round(speedKmH)) : 0;
    this.motion[at + 3] = moves ? 255 : 0;
  }

  #offsets(): void {
    for (let link = 0; link < this.#offsetM.length; link++) {
      const step = Math.round(((this.#offsetM[link] as number) / DASH_WRAP_M) * OFFSET_STEPS) % OFFSET_STEPS;
      this.motion[TEXEL * link + 1] = step >> 8;
      this.motion[TEXEL * link + 2] = step & 255;
    }
  }
}

type Inks = Readonly<Record<keyof Palette['traffic'] | 'stale', ReturnType<typeof bytesOf>>>;

/** Colours as bytes: read once, not for each of tens of thousands of streets. */
function inksOf(look: Look): Inks {
  const { traffic, stale } = PALETTE[look];
  return {
    free: bytesOf(traffic.free),
    slowed: bytesOf(traffic.slowed),
    slow: bytesOf(traffic.slow),
    jam: bytesOf(traffic.jam),
    unknown: bytesOf(traffic.unknown),
    stale: bytesOf(stale),
  };
}

/** Share of the widest, 0–1. */
export function flowShare(flowVehH: number | null): number {
  if (flowVehH === null || Number.isNaN(flowVehH)) return UNKNOWN_FLOW_SHARE;
  return Math.min(1, Math.max(0, flowVehH / WIDEST_VEH_H));
}

/** Where dashes are that were at `offsetM`, after some seconds at a speed of the traffic; modulo {@link DASH_WRAP_M}. */
export function dashedM(offsetM: number, speedKmH: number, seconds: number): number {
  const at = (offsetM + (speedKmH / 3.6) * DASH_SPEED_FACTOR * seconds) % DASH_WRAP_M;
  return at < 0 ? at + DASH_WRAP_M : at;
}

/** About so long is a dash with its gap on the screen, CSS pixels. */
const PERIOD_PX = 46;
const SHORTEST_PERIOD_M = 16;

/** Length of a dash with its gap in this view: a power of two that divides {@link DASH_WRAP_M}, metres. */
export function dashPeriodM(pxPerM: number): number {
  const power = 2 ** Math.round(Math.log2(PERIOD_PX / pxPerM));
  return Math.min(DASH_WRAP_M, Math.max(SHORTEST_PERIOD_M, power));
}
