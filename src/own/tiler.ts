// SPDX-License-Identifier: EUPL-1.2
/**
 * Vector tiles of a table, cut when the map asks for them: what is far away or filtered out is never
 * sent to it. Of a million points a tile shows one for every few pixels; lines and areas are simplified
 * by geojson-vt.
 */
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, Geometry } from 'geojson';
import { lonLat, lonLatToMercator } from '../city/frames';
import { geometryAt } from '../formats/geometry-at';
import type { FileTable, Shapes } from '../formats/table';

export const TILE_EXTENT = 4096;
const BUFFER = 64;
/** Deepest tiles cut; the map enlarges them beyond. */
export const DEEPEST = 16;
/** A tile with more points shows one in each square of so many units (about 3 pixels). */
export const THIN_FROM = 20_000;
const THIN_UNITS = 24;
/** Squares in each direction by which points are found. */
const GRID = 256;

export type TileLayer = 'points' | 'lines' | 'areas';

/** How rows are drawn: their class of the legend, and whether they are meant by the filter. */
export interface RowLook {
  /** Class of the colouring, one a row; null: one colour. */
  readonly slots: ArrayLike<number> | null;
  /** 1: meant. Null: all are. */
  readonly mask: Uint8Array | null;
  /** Rows that are not meant are drawn faintly, not left out. */
  readonly faint: boolean;
  /** Heights of the areas in metres, one a row, instead of their own; what is not known lies flat. */
  readonly topM: ArrayLike<number> | null;
}

type Tags = Record<string, number>;
type TileFeatures = GeoJSONVTTile['features'];

export class Tiler {
  readonly #points: PointGrid | null;
  readonly #lines: GeoJSONVT | null;
  readonly #areas: GeoJSONVT | null;

  constructor(private readonly table: FileTable) {
    this.#points = pointGrid(table.shapes);
    this.#lines = indexOf(table.shapes, 2);
    this.#areas = indexOf(table.shapes, 3);
  }

  /** A tile as MVT with layers `points`, `lines`, `areas`; features have their row as id. Empty: nothing there. */
  tile(z: number, x: number, y: number, look: RowLook): Uint8Array<ArrayBuffer> {
    const layers: Record<string, GeoJSONVTTile> = {};
    const points = this.#points ? this.#pointsOf(this.#points, z, x, y, look) : [];
    if (points.length > 0) layers.points = { features: points } as unknown as GeoJSONVTTile;
    for (const [name, index] of [
      ['lines', this.#lines],
      ['areas', this.#areas],
    ] as const) {
      const tile = index?.getTile(z, x, y);
      const features = (tile?.features ?? []).flatMap((feature) => {
        const row = feature.id as number;
        const tags = tagsOf(this.table, row, look);
        return tags ? [{ ...feature, id: row, tags }] : [];
      });
      if (tile && features.length > 0) layers[name] = { ...tile, features: features as TileFeatures };
    }
    if (Object.keys(layers).length === 0) return new Uint8Array();
    return new Uint8Array(fromGeojsonVt(layers, { version: 2, extent: TILE_EXTENT }));
  }

  #pointsOf(points: PointGrid, z: number, x: number, y: number, look: RowLook): TileFeatures {
    const scale = 2 ** z * TILE_EXTENT;
    const [left, top] = [x * TILE_EXTENT, y * TILE_EXTENT];
    const found: number[] = [];
    const size = TILE_EXTENT / scale;
    const margin = BUFFER / scale;
    points.within(
      x * size - margin,
      y * size - margin,
      (x + 1) * size + margin,
      (y + 1) * size + margin,
      (i) => {
        if (!look.mask || look.faint || look.mask[points.row[i] as number] === 1) found.push(i);
      },
    );
    const taken = found.length > THIN_FROM ? new Set<number>() : null;
    const features: unknown[] = [];
    for (const i of found) {
      const px = Math.round((points.x[i] as number) * scale - left);
      const py = Math.round((points.y[i] as number) * scale - top);
      if (taken) {
        const square = Math.floor(px / THIN_UNITS) * 1000 + Math.floor(py / THIN_UNITS);
        if (taken.has(square)) continue;
        taken.add(square);
      }
      const row = points.row[i] as number;
      const tags = tagsOf(this.table, row, look);
      if (tags) features.push({ type: 1, id: row, geometry: [[px, py]], tags });
    }
    return features as TileFeatures;
  }
}

/** What the style needs of a row; null: it is not drawn. */
function tagsOf({ shapes }: FileTable, row: number, { slots, mask, faint, topM }: RowLook): Tags | null {
  const meant = !mask || mask[row] === 1;
  if (!meant && !faint) return null;
  return {
    ...(slots ? { c: slots[row] as number } : {}),
    ...(meant ? {} : { f: 1 }),
    ...heightTags(shapes, row, topM),
  };
}

function heightTags({ baseM, topM }: Shapes, row: number, asked: RowLook['topM']): Tags {
  const height = asked?.[row];
  if (height !== undefined) return { b: 0, h: height > 0 ? height : 0 };
  return topM && baseM ? { b: baseM[row] as number, h: topM[row] as number } : {};
}

/** Points in mercator (0–1), those of a square of the grid one after the other. */
interface PointGrid {
  readonly row: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  within(w: number, n: number, e: number, s: number, each: (i: number) => void): void;
}

function pointGrid({ kind, firstPart, firstPosition, xy }: Shapes): PointGrid | null {
  let count = 0;
  for (let r = 0; r < kind.length; r++)
    if (kind[r] === 1) count += (firstPart[r + 1] as number) - (firstPart[r] as number);
  if (count === 0) return null;
  const [rows, xs, ys] = [new Uint32Array(count), new Float64Array(count), new Float64Array(count)];
  let at = 0;
  const box = [1, 1, 0, 0] as [number, number, number, number];
  for (let r = 0; r < kind.length; r++) {
    if (kind[r] !== 1) continue;
    for (let p = firstPart[r] as number; p < (firstPart[r + 1] as number); p++) {
      const i = 2 * (firstPosition[p] as number);
      const [x, y] = lonLatToMercator(lonLat(xy[i] as number, xy[i + 1] as number));
      rows[at] = r;
      xs[at] = x;
      ys[at++] = y;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return sortedGrid(rows, xs, ys, box);
}

/** A counting sort into squares. */
function sortedGrid(
  rows: Uint32Array,
  xs: Float64Array,
  ys: Float64Array,
  [w, n, e, s]: readonly [number, number, number, number],
): PointGrid {
  const column = (x: number) => Math.min(GRID - 1, Math.max(0, Math.floor(((x - w) / (e - w || 1)) * GRID)));
  const line = (y: number) => Math.min(GRID - 1, Math.max(0, Math.floor(((y - n) / (s - n || 1)) * GRID)));
  const first = new Uint32Array(GRID * GRID + 1);
  const square = (i: number) => line(ys[i] as number) * GRID + column(xs[i] as number);
  for (let i = 0; i < rows.length; i++) first[square(i) + 1] = (first[square(i) + 1] as number) + 1;
  for (let i = 1; i < first.length; i++) first[i] = (first[i] as number) + (first[i - 1] as number);
  const next = first.slice(0, -1);
  const [row, x, y] = [
    new Uint32Array(rows.length),
    new Float64Array(rows.length),
    new Float64Array(rows.length),
  ];
  for (let i = 0; i < rows.length; i++) {
    const to = next[square(i)] as number;
    next[square(i)] = to + 1;
    row[to] = rows[i] as number;
    x[to] = xs[i] as number;
    y[to] = ys[i] as number;
  }
  return {
    row,
    x,
    y,
    within: (west, north, east, south, each) => {
      if (east < w || west > e || south < n || north > s) return;
      for (let l = line(north); l <= line(south); l++) {
        const to = first[l * GRID + column(east) + 1] as number;
        for (let i = first[l * GRID + column(west)] as number; i < to; i++) {
          const [px, py] = [x[i] as number, y[i] as number];
          if (px >= west && px <= east && py >= north && py <= south) each(i);
        }
      }
    },
  };
}

/** The lines (2) or areas (3) of a table; null where it has none. */
function indexOf(shapes: Shapes, kind: 2 | 3): GeoJSONVT | null {
  const features: Feature[] = [];
  for (let row = 0; row < shapes.kind.length; row++)
    if (shapes.kind[row] === kind)
      features.push({
        type: 'Feature',
        id: row,
        properties: null,
        geometry: geometryAt(shapes, row) as Geometry,
      });
  if (features.length === 0) return null;
  return new GeoJSONVT(
    { type: 'FeatureCollection', features },
    { maxZoom: DEEPEST, indexMaxZoom: 5, tolerance: 3, extent: TILE_EXTENT, buffer: BUFFER },
  );
}
