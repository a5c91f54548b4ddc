// SPDX-License-Identifier: EUPL-1.2
/**
 * Signs of schools, of teams of care and of notes, computed, so that no picture is fetched. The outline says which of
 * them it is, what is cut into it whether it opens, closes or grows: colour says neither.
 */
import type { Look } from '../layer';
import { PALETTE } from '../palette';

/** `school`: one of today; the next three are what a measure does to one; `team`: care goes out from there; `note`: somebody's words. */
export const SITE_KINDS = [
  'school',
  'new-school',
  'enlarged-school',
  'closed-school',
  'team',
  'note',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** The name of a sign's image on the map. */
export const siteImageName = (kind: SiteKind): string => `site-${kind}`;

interface SiteImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Drawn at half the size on the map ({@link SITE_PIXEL_RATIO}). */
const SIZE = 52;
export const SITE_PIXEL_RATIO = 2;
const RIM = 4;
/** Half of what a sign measures, without its rim. */
const HALF = 17;
/** Half the width of a stroke, and its reach from the middle. */
const STROKE = 2.6;
const REACH = 10;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
/** Share of a pixel that lies within an edge so far away, negative inside. */
const within = (distance: number): number => clamp(0.5 - distance);

/** A slab from the middle, `reach` to both sides along one axis. */
const bar = (along: number, across: number, reach = REACH): number =>
  Math.max(Math.abs(along) - reach, Math.abs(across) - STROKE);

/** Distance in pixels from the outline: a house for schools, a square on its corner for teams, a sheet for notes. Stops are squares. */
function outline(kind: SiteKind, x: number, y: number): number {
  const [ax, ay] = [Math.abs(x), Math.abs(y)];
  if (kind === 'team') return (ax + ay - 1.3 * HALF) / Math.SQRT2;
  if (kind === 'note') return sheet(x, y);
  const scale = kind === 'school' ? TODAYS : 1;
  return scale * house(ax / scale, y / scale);
}

/** How large a school of today is beside those that a measure moves. */
const TODAYS = 0.76;
/** Half the width of a house, where its roof begins and ends, and where it stands. */
const HOUSE = { half: 16, top: -20, eaves: -7, foot: 15 };

function house(ax: number, y: number): number {
  const { half, top, eaves, foot } = HOUSE;
  const rise = eaves - top;
  const roof = (rise * ax - half * (y - top)) / Math.hypot(rise, half);
  return Math.max(ax - half, y - foot, roof);
}

/** Half of a sheet's width and height, and the corner that is folded off it. */
const SHEET = { half: 15, halfHeight: 18, corner: 10 };

function sheet(x: number, y: number): number {
  const { half, halfHeight, corner } = SHEET;
  const fold = (x - y - (half + halfHeight - corner)) / Math.SQRT2;
  return Math.max(Math.abs(x) - half, Math.abs(y) - halfHeight, fold);
}

/** Distance from what is cut into it: a plus, an arrow up, a cross, lines of writing; far away where nothing is. */
function glyph(kind: SiteKind, x: number, fromMiddle: number): number {
  // In the rooms of a house, not under its roof.
  const y = kind === 'team' || kind === 'note' ? fromMiddle : fromMiddle - 2;
  const [u, v] = [(x + y) / Math.SQRT2, (x - y) / Math.SQRT2];
  switch (kind) {
    case 'school':
      return SIZE;
    case 'new-school':
      return Math.min(bar(x, y), bar(y, x));
    case 'team':
      return Math.min(bar(x, y, 0.8 * REACH), bar(y, x, 0.8 * REACH));
    case 'closed-school':
      return Math.min(bar(u, v, 1.15 * REACH), bar(v, u, 1.15 * REACH));
    case 'note':
      return Math.min(bar(x, y + 1), bar(x + 3, y - 8, 0.7 * REACH));
    case 'enlarged-school':
      return Math.min(
        Math.max(Math.abs(x) - STROKE, Math.abs(y - 3) - 7),
        Math.max((Math.abs(x) - 0.9 * (y + 11)) * 0.74, y + 1),
      );
  }
}

/** "#rrggbb" */
function rgb(colour: string): readonly number[] {
  const n = Number.parseInt(colour.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/** One sign as RGBA: what a measure does in its colour, what is there in that of schools, notes as sketches; a rim about all. */
export function siteImage(kind: SiteKind, look: Look): SiteImage {
  const { measure, services, sketch, symbolEdge } = PALETTE[look];
  const colour = kind === 'school' ? services.school : kind === 'note' ? sketch : measure;
  const [fill, rim] = [rgb(colour), rgb(symbolEdge)];
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) {
      const [x, y] = [column + 0.5 - SIZE / 2, row + 0.5 - SIZE / 2];
      const edge = outline(kind, x, y);
      const filled = within(edge) * (1 - within(glyph(kind, x, y)));
      const at = (row * SIZE + column) * 4;
      for (let i = 0; i < 3; i++)
        data[at + i] = (rim[i] as number) + ((fill[i] as number) - (rim[i] as number)) * filled;
      data[at + 3] = 255 * within(edge - RIM);
    }
  return { width: SIZE, height: SIZE, data };
}
