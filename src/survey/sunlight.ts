// SPDX-License-Identifier: EUPL-1.2
/**
 * How long the sun shines on the ground and on the roofs, over a grid of heights. At each step of the day
 * the shadows are swept over the grid: along lines with the light, the height up to which a cell lies in
 * the shade is that of the cell before, less what the light falls in between, or the roof there if that
 * is higher. Each cell is on one line of each step, so a step costs what the grid has cells. Pure.
 */
import type { SunPosition, SunStep } from '../city/sun';
import type { GridPlace, RoofGrid } from './height-grid';

/** Steps of the day are no longer than this, minutes. */
export const STEP_MIN = 10;
/** No shadow is followed farther, metres. */
export const LONGEST_M = 1000;
/** No building of the city is higher, metres. */
const HIGHEST_M = 260;
/** So far under a shadow's edge a surface still counts as lit, metres: heights come in steps of 10 cm. */
const SAME_M = 0.1;
/** Degrees; on the horizon a shadow would have no end. */
const LOWEST_DEG = 0.05;
const DEG = Math.PI / 180;

/** Cells of a grid that are asked about: a rectangle. */
export interface CellWindow {
  readonly west: number;
  readonly south: number;
  readonly columns: number;
  readonly rows: number;
}

const fallPerM = ({ elevationDeg }: SunPosition) => Math.tan(Math.max(elevationDeg, LOWEST_DEG) * DEG);
/** How far the shadow of something so high is followed. */
const reachM = (sun: SunPosition, heightM: number) => Math.min(LONGEST_M, heightM / fallPerM(sun));

export interface Margins {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** How far about a place what stands there may shade it at any of the steps, metres to each side. */
export function marginsM(steps: readonly SunStep[]): Margins {
  const most = (component: (azimuth: number) => number) =>
    steps.reduce((m, { sun }) => Math.max(m, reachM(sun, HIGHEST_M) * component(sun.azimuthDeg * DEG)), 0);
  return {
    west: most((azimuth) => -Math.sin(azimuth)),
    south: most((azimuth) => -Math.cos(azimuth)),
    east: most((azimuth) => Math.sin(azimuth)),
    north: most((azimuth) => Math.cos(azimuth)),
  };
}

/** The grid of cells of `stepM` over `area` (metres in the frame) with its margins, and the window of the area in it. */
export function gridAbout(
  area: Margins,
  margins: Margins,
  stepM: number,
): { readonly place: GridPlace; readonly window: CellWindow } {
  // A hair more than whole cells is no cell more.
  const cells = (lengthM: number) => Math.ceil(lengthM / stepM - 1e-6);
  const window = {
    west: cells(margins.west),
    south: cells(margins.south),
    columns: Math.max(1, cells(area.east - area.west)),
    rows: Math.max(1, cells(area.north - area.south)),
  };
  const place = {
    columns: window.west + window.columns + cells(margins.east),
    rows: window.south + window.rows + cells(margins.north),
    stepM,
    westM: area.west + (0.5 - window.west) * stepM,
    southM: area.south + (0.5 - window.south) * stepM,
  };
  return { place, window };
}

/** Takes more of the light of a step away: `lit` has a byte a cell of the window, by rows from the south. */
export type Darken = (sun: SunPosition, lit: Uint8Array) => void;

/**
 * Hours of direct sun under a clear sky on the surface (ground, else roof) of each cell of the window, by
 * rows from the south. Lines go through the middles of cells: a shadow's edge is right to a cell. A
 * generator, so that whoever works it off can tell how far it is: yields the share done.
 */
export function* sunHoursOver(
  grid: RoofGrid,
  window: CellWindow,
  steps: readonly SunStep[],
  darken?: Darken,
): Generator<number, Float32Array> {
  const hours = new Float32Array(window.columns * window.rows);
  const lit = new Uint8Array(hours.length);
  const highestM = grid.heightM.reduce((most, up) => (up > most ? up : most), 0);
  for (const [i, { sun, hours: share }] of steps.entries()) {
    lit.fill(1);
    castShadows(grid, window, sun, highestM, lit);
    darken?.(sun, lit);
    for (let cell = 0; cell < hours.length; cell++) if (lit[cell]) hours[cell]! += share;
    yield (i + 1) / steps.length;
  }
  return hours;
}

/** Where light goes over a grid: along its columns or its rows, whichever it crosses faster. */
function wayOf({ columns, rows, stepM }: GridPlace, window: CellWindow, sun: SunPosition, highestM: number) {
  const azimuth = sun.azimuthDeg * DEG;
  const [dx, dy] = [-Math.sin(azimuth), -Math.cos(azimuth)];
  const byColumns = Math.abs(dx) >= Math.abs(dy);
  const slope = byColumns ? dy / dx : dx / dy;
  const onward = (byColumns ? dx : dy) > 0;
  const lengthM = stepM * Math.hypot(1, slope);
  const east = { from: window.west, to: window.west + window.columns - 1 };
  const north = { from: window.south, to: window.south + window.rows - 1 };
  const [along, across] = byColumns ? [east, north] : [north, east];
  const reach = Math.ceil(reachM(sun, highestM) / lengthM) + 1;
  const most = (byColumns ? columns : rows) - 1;
  return {
    along,
    across,
    alongStride: byColumns ? 1 : columns,
    acrossStride: byColumns ? columns : 1,
    acrossMost: (byColumns ? rows : columns) - 1,
    litAlong: byColumns ? 1 : window.columns,
    litAcross: byColumns ? window.columns : 1,
    slope,
    step: onward ? 1 : -1,
    start: onward ? Math.max(0, along.from - reach) : Math.min(most, along.to + reach),
    end: onward ? along.to : along.from,
    fallM: fallPerM(sun) * lengthM,
  };
}

/** Sets `lit` to 0 where the window lies in the shade. */
function castShadows(
  grid: RoofGrid,
  window: CellWindow,
  sun: SunPosition,
  highestM: number,
  lit: Uint8Array,
): void {
  const { heightM } = grid;
  const way = wayOf(grid, window, sun, highestM);
  const { along, across, alongStride, acrossStride, acrossMost, litAlong, litAcross, fallM } = way;
  const { slope, step, start, end } = way;
  // By how much a line has gone aside at each cell along.
  const aside = (m: number) => Math.round(m * slope);
  const [one, other] = [aside(along.from), aside(along.to)];
  const first = across.from - Math.max(one, other);
  const last = across.to - Math.min(one, other);
  for (let line = first; line <= last; line++) {
    let shadeM = Number.NEGATIVE_INFINITY;
    for (let m = start; m !== end + step; m += step, shadeM -= fallM) {
      const n = line + aside(m);
      if (n < 0 || n > acrossMost) continue;
      const up = heightM[m * alongStride + n * acrossStride] as number;
      if (shadeM > up + SAME_M && m >= along.from && m <= along.to && n >= across.from && n <= across.to)
        lit[(m - along.from) * litAlong + (n - across.from) * litAcross] = 0;
      if (up > shadeM) shadeM = up;
    }
  }
}

export interface HoursFound {
  readonly meanH: number;
  readonly leastH: number;
  readonly mostH: number;
  readonly cells: number;
}

/** Mean and range over those cells that are meant; null where none is. */
export function foundIn(hours: Float32Array, meant: (cell: number) => boolean): HoursFound | null {
  let [sum, cells, leastH, mostH] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (let cell = 0; cell < hours.length; cell++) {
    if (!meant(cell)) continue;
    const value = hours[cell] as number;
    sum += value;
    cells++;
    leastH = Math.min(leastH, value);
    mostH = Math.max(mostH, value);
  }
  return cells === 0 ? null : { meanH: sum / cells, leastH, mostH, cells };
}
