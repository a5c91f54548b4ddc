// SPDX-License-Identifier: EUPL-1.2
import type { LegendEntry } from '../../../layers/layer';

interface LegendShape {
  /** On a grid of 20. */
  readonly path: string;
  /** Stroked in the colour, not filled with it. */
  readonly line?: true;
  readonly dash?: number[];
  /** Drawn over it as an edge. */
  readonly edge?: string;
}

/** A symbol as the map draws it: shape and dash as well as colour. For the screen and for pictures. */
export const LEGEND_SHAPES: Readonly<Record<LegendEntry['symbol'], LegendShape>> = {
  fill: {
    path: 'M4.5 4h11A2.5 2.5 0 0 1 18 6.5v7a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 2 13.5v-7A2.5 2.5 0 0 1 4.5 4Z',
  },
  line: { path: 'M2 14C7 14 6 6 10 6s3 8 8 8', line: true },
  'dashed-line': { path: 'M1 10h18', line: true, dash: [4.4, 2.4] },
  dot: { path: 'M10 4.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z' },
  square: {
    path: 'M6 4.5h8A1.5 1.5 0 0 1 15.5 6v8a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 14V6A1.5 1.5 0 0 1 6 4.5Z',
  },
  diamond: { path: 'm10 3 7 7-7 7-7-7 7-7Z' },
  triangle: { path: 'm10 3.5 7 12.5H3L10 3.5Z' },
  solid: { path: 'M3 7.5 10 4l7 3.5v6.5l-7 4-7-4V7.5Z', edge: 'M3.2 7.7 10 11l6.8-3.3M10 11v6.8' },
};
