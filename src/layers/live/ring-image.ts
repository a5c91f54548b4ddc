// SPDX-License-Identifier: EUPL-1.2
/** A disc with a ring that is filled clockwise from the top by a share, computed: no picture is fetched. */
export interface RingColours {
  readonly filled: string;
  readonly empty: string;
  readonly disc: string;
  readonly edge: string;
}

/** Shares are drawn in so many steps. */
export const RING_STEPS = 8;

const SIZE = 56;
const OUTER = 25;
const INNER = 17;
const HATCH_PX = 7;

/**
 * RGBA of the ring. `share` 0–1; null: stale, the ring hatched and the disc hollow.
 */
export function ringImage(share: number | null, colours: RingColours) {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  const [filled, empty, disc, edge] = [colours.filled, colours.empty, colours.disc, colours.edge].map(rgb);
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) {
      const x = column + 0.5 - SIZE / 2;
      const y = row + 0.5 - SIZE / 2;
      const radius = Math.hypot(x, y);
      const turn = (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;
      const hatched = (column + row) % HATCH_PX < HATCH_PX / 2;
      const ring = share === null ? (hatched ? filled : empty) : turn < share ? filled : empty;
      const inside = clamp(INNER + 0.5 - radius);
      const onRing = clamp(OUTER + 0.5 - radius);
      const whole = clamp(OUTER + 2.5 - radius);
      const at = (row * SIZE + column) * 4;
      for (let i = 0; i < 3; i++) {
        const around = mix(edge![i]!, ring![i]!, onRing);
        data[at + i] = mix(around, disc![i]!, inside);
      }
      data[at + 3] = 255 * whole;
    }
  return { width: SIZE, height: SIZE, data };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** "#rrggbb" */
function rgb(colour: string): [number, number, number] {
  const n = Number.parseInt(colour.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}
