// SPDX-License-Identifier: EUPL-1.2
/** The map as a sheet that says what it shows: title, moment, legend, scale, north, whose data. */
import type { LegendEntry, Look } from '../../../../layers/layer';
import type { PictureSize } from '../../../map/map-picture';
import { drawSymbol } from './symbols';

/** What stands beside the map. */
export interface Sheet {
  readonly title: string;
  /** Date, and the clock's moment. */
  readonly moments: readonly string[];
  readonly legendTitle: string;
  readonly legend: readonly SheetLayer[];
  /** "and 3 more layers": said where there is no room. */
  readonly more: (layers: number) => string;
  readonly scale: {
    readonly pxPerM: number;
    readonly text: (metres: number) => string;
    readonly note: string;
  };
  readonly north: { readonly bearingDeg: number; readonly letter: string };
  /** Demo data and other warnings. */
  readonly notes: readonly string[];
  readonly attribution: string;
  readonly made: string;
  readonly look: Look;
}

export interface SheetLayer {
  readonly name: string;
  readonly entries: readonly {
    readonly entry: Pick<LegendEntry, 'symbol'> & { readonly colour: string };
    readonly text: string;
  }[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const INK = '#17324d';
const SOFT = '#455b71';
const PAPER = '#ffffff';
const WARN = '#6b4300';
const FONT = '"Titillium Web", sans-serif';
/** Shares of the sheet that the words take: beside the map, or under it on an upright sheet. */
const COLUMN = 0.235;
const FOOT = 0.3;

/** Where map and words stand on a sheet. */
export function boxesOf({ widthPx, heightPx }: PictureSize): { readonly map: Box; readonly words: Box } {
  if (widthPx >= heightPx) {
    const width = Math.round(widthPx * (1 - COLUMN));
    return {
      map: { x: 0, y: 0, width, height: heightPx },
      words: { x: width, y: 0, width: widthPx - width, height: heightPx },
    };
  }
  const height = Math.round(heightPx * (1 - FOOT));
  return {
    map: { x: 0, y: 0, width: widthPx, height },
    words: { x: 0, y: height, width: widthPx, height: heightPx - height },
  };
}

/** Puts map and words together. The fonts must have come. */
export function composed(map: HTMLCanvasElement, sheet: Sheet, size: PictureSize): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  [picture.width, picture.height] = [size.widthPx, size.heightPx];
  const pen = picture.getContext('2d');
  if (!pen) throw new Error('no canvas to draw on');
  const { map: at, words } = boxesOf(size);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, size.widthPx, size.heightPx);
  pen.drawImage(map, at.x, at.y, at.width, at.height);
  // A hundredth of a landscape sheet's height, or of an upright one's width.
  const unit = Math.min(size.widthPx, size.heightPx) / 100;
  new Column(pen, words, unit).draw(sheet);
  return picture;
}

/** The words, from the top down; notes and sources stand at the foot. */
class Column {
  readonly #pen: CanvasRenderingContext2D;
  readonly #box: Box;
  readonly #unit: number;
  #y: number;

  constructor(pen: CanvasRenderingContext2D, box: Box, unit: number) {
    this.#pen = pen;
    this.#unit = unit;
    const edge = 2.6 * unit;
    this.#box = {
      x: box.x + edge,
      y: box.y + edge,
      width: box.width - 2 * edge,
      height: box.height - 2 * edge,
    };
    this.#y = this.#box.y;
  }

  draw(sheet: Sheet): void {
    const { width } = this.#box;
    this.#text(sheet.title, 3.4, 600, INK);
    this.#y += 0.6 * this.#unit;
    for (const moment of sheet.moments) this.#text(moment, 1.75, 400, SOFT);
    this.#y += 1.6 * this.#unit;
    this.#scaleAndNorth(sheet);
    const foot = [
      ...sheet.notes.map((text) => [text, WARN] as const),
      [sheet.attribution, SOFT] as const,
      [sheet.made, SOFT] as const,
    ];
    const lines = foot.flatMap(([text, colour]) =>
      this.#wrapped(text, 1.3, width).map((line) => [line, colour] as const),
    );
    const footTop = this.#box.y + this.#box.height - lines.length * 1.3 * 1.32 * this.#unit;
    this.#legend(sheet, footTop - 1.5 * this.#unit);
    this.#y = footTop;
    for (const [line, colour] of lines) this.#line(line, 1.3, colour === WARN ? 600 : 400, colour);
  }

  #scaleAndNorth({ scale, north }: Sheet): void {
    const [pen, unit, { x, width }] = [this.#pen, this.#unit, this.#box];
    const metres = niceLength((0.55 * width) / scale.pxPerM);
    const long = metres * scale.pxPerM;
    const y = this.#y + 2.2 * unit;
    pen.fillStyle = INK;
    pen.fillRect(x, y, long, 0.5 * unit);
    for (const end of [x, x + long / 2, x + long])
      pen.fillRect(end - 0.1 * unit, y - 0.7 * unit, 0.25 * unit, 1.2 * unit);
    this.#font(1.5, 600);
    pen.fillText(scale.text(metres), x, y - 1.1 * unit);
    this.#font(1.3, 400);
    pen.fillStyle = SOFT;
    if (scale.note) pen.fillText(scale.note, x, y + 2.1 * unit);
    northArrow(pen, x + width - 2.4 * unit, y - 0.4 * unit, 2.4 * unit, north);
    this.#y = y + 4 * unit;
  }

  /** As much as there is room for above `bottom`, smaller where that makes it fit. */
  #legend({ legend, legendTitle, more }: Sheet, bottom: number): void {
    if (legend.length === 0) return;
    this.#text(legendTitle, 1.9, 600, INK);
    const top = this.#y;
    for (const size of [1.5, 1.3, 1.15, 1]) {
      this.#y = top;
      const left = this.#layers(legend, size, bottom, true);
      if (left > 0 && size > 1) continue;
      this.#y = top;
      const room = left > 0 ? bottom - 2 * size * this.#unit : bottom;
      const out = this.#layers(legend, size, room, false);
      if (out > 0) this.#text(more(out), size, 400, SOFT);
      return;
    }
  }

  /** Draws (or only measures) layers until there is no room; how many are left over. */
  #layers(legend: readonly SheetLayer[], size: number, bottom: number, measure: boolean): number {
    const unit = this.#unit;
    // Two or three beside each other.
    const columns = Math.max(1, Math.floor(this.#box.width / (size * 15 * unit)));
    const wide = this.#box.width / columns;
    for (const [i, { name, entries }] of legend.entries()) {
      const rows = Math.ceil(entries.length / columns);
      const high = (1.75 + 1.6 * rows + 0.35) * size * unit;
      if (this.#y + high > bottom) return legend.length - i;
      if (measure) {
        this.#y += high;
        continue;
      }
      this.#line(name, size, 600, INK, 1.75);
      entries.forEach(({ entry, text }, k) => {
        const x = this.#box.x + (k % columns) * wide;
        const y = this.#y + Math.floor(k / columns) * 1.6 * size * unit;
        drawSymbol(this.#pen, entry, x, y, 1.35 * size * unit);
        this.#font(size, 400);
        this.#pen.fillStyle = SOFT;
        this.#pen.fillText(
          this.#cut(text, wide - 2.2 * size * unit),
          x + 1.8 * size * unit,
          y + 1.1 * size * unit,
        );
      });
      this.#y += (1.6 * rows + 0.35) * size * unit;
    }
    return 0;
  }

  #text(text: string, size: number, weight: number, colour: string): void {
    this.#font(size, weight);
    for (const line of this.#wrapped(text, size, this.#box.width)) this.#line(line, size, weight, colour);
  }

  #line(text: string, size: number, weight: number, colour: string, high = 1.32): void {
    this.#font(size, weight);
    this.#pen.fillStyle = colour;
    this.#pen.fillText(text, this.#box.x, this.#y + size * this.#unit);
    this.#y += high * size * this.#unit;
  }

  #font(size: number, weight: number): void {
    this.#pen.font = `${weight} ${size * this.#unit}px ${FONT}`;
  }

  #wrapped(text: string, size: number, width: number): string[] {
    this.#font(size, 600);
    return wrapped(this.#pen, text, width);
  }

  #cut(text: string, width: number): string {
    if (this.#pen.measureText(text).width <= width) return text;
    let kept = text;
    while (kept.length > 1 && this.#pen.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
    return `${kept.trimEnd()}…`;
  }
}

/** The longest of 1, 2 and 5 times a power of ten that is no longer than that. */
export function niceLength(mostM: number): number {
  const power = 10 ** Math.floor(Math.log10(mostM));
  return [5, 2, 1].map((n) => n * power).find((length) => length <= mostM) ?? power;
}

/** An arrow to the north with its letter, about a point. */
function northArrow(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  { bearingDeg, letter }: Sheet['north'],
): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate((-bearingDeg * Math.PI) / 180);
  pen.fillStyle = INK;
  for (const side of [-1, 1]) {
    pen.beginPath();
    pen.moveTo(0, -size);
    pen.lineTo(side * 0.55 * size, 0.7 * size);
    pen.lineTo(0, 0.35 * size);
    pen.closePath();
    if (side < 0) pen.fill();
    pen.strokeStyle = INK;
    pen.lineWidth = 0.08 * size;
    pen.stroke();
  }
  pen.font = `600 ${0.7 * size}px ${FONT}`;
  pen.textAlign = 'center';
  pen.fillText(letter, 0, -1.2 * size);
  pen.restore();
}

/** A text in lines that are no wider than that, by the pen's font. */
export function wrapped(
  pen: Pick<CanvasRenderingContext2D, 'measureText'>,
  text: string,
  widthPx: number,
): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && pen.measureText(longer).width <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
