// SPDX-License-Identifier: EUPL-1.2
/** The symbols of the legend on a canvas, in the shapes that panels/layers/legend.tsx has. */
import type { LegendEntry } from '../../../../layers/layer';
import { LEGEND_SHAPES } from '../../layers/legend-shapes';

const EDGE = 'rgb(23 50 77 / 45%)';
/** Side of the grid that the shapes are drawn on. */
const GRID = 20;

export function drawSymbol(
  pen: CanvasRenderingContext2D,
  { symbol, colour }: Pick<LegendEntry, 'symbol'> & { readonly colour: string },
  x: number,
  y: number,
  sizePx: number,
): void {
  const { path, line, dash, edge } = LEGEND_SHAPES[symbol];
  pen.save();
  pen.translate(x, y);
  pen.scale(sizePx / GRID, sizePx / GRID);
  const shape = new Path2D(path);
  pen.lineCap = 'round';
  if (line) {
    if (!dash) stroke(pen, shape, EDGE, 5.5);
    pen.setLineDash(dash ?? []);
    if (dash) pen.lineCap = 'butt';
    stroke(pen, shape, colour, 3.5);
  } else {
    pen.fillStyle = colour;
    pen.fill(shape);
    stroke(pen, shape, EDGE, 1);
    if (edge) stroke(pen, new Path2D(edge), EDGE, 1);
  }
  pen.restore();
}

function stroke(pen: CanvasRenderingContext2D, shape: Path2D, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(shape);
}
