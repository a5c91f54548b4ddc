// SPDX-License-Identifier: EUPL-1.2
/**
 * The shapes of the map's symbols as signed distance fields, computed, so that no picture is
 * fetched and one shape takes any colour. Shape says the kind before colour does.
 */
export const ICON_SHAPES = ['dot', 'square', 'diamond', 'triangle'] as const;
export type IconShape = (typeof ICON_SHAPES)[number];

export interface IconImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

const SIZE = 48;
const RADIUS = 15;
/** MapLibre puts the edge of a shape at 0.75 and spreads 8 px over the whole range. */
const EDGE = 191;
const PER_PX = 255 / 8 / 2;

/** Distance in pixels from the edge of a shape of "radius" 1, negative inside. */
function distance(shape: IconShape, x: number, y: number): number {
  const [ax, ay] = [Math.abs(x), Math.abs(y)];
  if (shape === 'dot') return Math.hypot(x, y) - RADIUS;
  if (shape === 'square') {
    const corner = 4;
    const [qx, qy] = [ax - RADIUS * 0.9 + corner, ay - RADIUS * 0.9 + corner];
    return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - corner;
  }
  if (shape === 'diamond') return (ax + ay - RADIUS * 1.2) / Math.SQRT2;
  return Math.max(ax * 0.866 - y * 0.5, y) - RADIUS * 0.62;
}

/** One shape as an RGBA image whose alpha is the distance field. */
export function iconImage(shape: IconShape): IconImage {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) {
      const d = distance(shape, column + 0.5 - SIZE / 2, row + 0.5 - SIZE / 2);
      data[(row * SIZE + column) * 4 + 3] = EDGE - d * PER_PX;
    }
  return { width: SIZE, height: SIZE, data };
}
