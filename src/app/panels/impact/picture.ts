// SPDX-License-Identifier: EUPL-1.2
/** The map as a picture that says what it shows: title, legend, how sure it is, whose data. */
import type { MapScale } from '../../../layers/impact/impact-map';
import { wrapped } from '../tools/picture/sheet';

export interface Caption {
  readonly title: string;
  /** What is shown, and of when. */
  readonly what: string;
  readonly scale: MapScale;
  /** Under the edges of the classes. */
  readonly breaks: readonly string[];
  /** Smaller lines beneath: a sentence with its interval, certainty, sources. */
  readonly lines: readonly string[];
  /** Where before ends and after begins, and their names; null where the map is not divided. */
  readonly divided: { readonly share: number; readonly before: string; readonly after: string } | null;
}

/** Sizes of the caption, in hundredths of the picture's width; no smaller than can be read. */
const SMALLEST_UNIT_PX = 9;
const INK = '#17324d';
const SOFT = '#455b71';
const PAPER = '#ffffff';
const FONT = '"Titillium Web", sans-serif';

/** Puts a caption under a picture of the map. */
export function captioned(map: HTMLCanvasElement, caption: Caption): HTMLCanvasElement {
  const unit = Math.max(SMALLEST_UNIT_PX, map.width / 100);
  const picture = document.createElement('canvas');
  const pen = picture.getContext('2d');
  if (!pen) throw new Error('no canvas to draw on');
  const width = map.width - 4 * unit;
  pen.font = `${1.2 * unit}px ${FONT}`;
  const lines = caption.lines.flatMap((line) => wrapped(pen, line, width));
  picture.width = map.width;
  picture.height = map.height + Math.ceil((10.5 + 1.7 * lines.length) * unit);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(map, 0, 0);
  if (caption.divided) drawLine(pen, map, caption.divided, unit);
  let y = map.height + 3 * unit;
  pen.fillStyle = INK;
  pen.font = `700 ${1.9 * unit}px ${FONT}`;
  pen.fillText(caption.title, 2 * unit, y);
  pen.fillStyle = SOFT;
  pen.font = `600 ${1.35 * unit}px ${FONT}`;
  pen.fillText(caption.what, 2 * unit, (y += 2.1 * unit));
  drawScale(pen, caption, 2 * unit, y + 0.8 * unit, unit);
  pen.fillStyle = SOFT;
  pen.textAlign = 'left';
  pen.font = `${1.2 * unit}px ${FONT}`;
  y = map.height + 10.6 * unit;
  for (const line of lines) {
    pen.fillText(line, 2 * unit, y);
    y += 1.7 * unit;
  }
  return picture;
}

function drawScale(
  pen: CanvasRenderingContext2D,
  { scale, breaks }: Caption,
  x: number,
  y: number,
  unit: number,
): void {
  const each = 6 * unit;
  scale.colours.forEach((colour, i) => {
    pen.fillStyle = colour;
    pen.fillRect(x + i * each, y, each - unit / 8, 1.1 * unit);
  });
  pen.fillStyle = INK;
  pen.textAlign = 'center';
  pen.font = `${1.1 * unit}px ${FONT}`;
  breaks.forEach((text, i) => {
    pen.fillText(text, x + (i + 1) * each, y + 2.3 * unit);
  });
}

function drawLine(
  pen: CanvasRenderingContext2D,
  map: HTMLCanvasElement,
  { share, before, after }: NonNullable<Caption['divided']>,
  unit: number,
): void {
  const x = share * map.width;
  pen.fillStyle = INK;
  pen.fillRect(x - unit / 5, 0, (2 * unit) / 5, map.height);
  pen.fillStyle = PAPER;
  pen.fillRect(x - unit / 10, 0, unit / 5, map.height);
  pen.font = `700 ${1.4 * unit}px ${FONT}`;
  for (const [text, align, at] of [
    [before, 'right', x - unit],
    [after, 'left', x + unit],
  ] as const) {
    const wide = pen.measureText(text).width + unit;
    pen.fillStyle = PAPER;
    pen.fillRect(
      align === 'right' ? at - wide + unit / 2 : at - unit / 2,
      map.height - 4 * unit,
      wide,
      2.2 * unit,
    );
    pen.fillStyle = INK;
    pen.textAlign = align;
    pen.fillText(text, at, map.height - 2.4 * unit);
  }
  pen.textAlign = 'left';
}
