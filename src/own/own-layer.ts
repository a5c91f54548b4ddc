// SPDX-License-Identifier: EUPL-1.2
/** What the screen knows of data that somebody brought: plain, so that it can be undone and kept. Pure. */
import type { Bounds } from '../city/place';
import type { Format } from '../formats/read-file';
import type { FileColumn } from '../formats/table';

export interface OwnStyle {
  /** #rrggbb */
  readonly colour: string;
  /** Of points their radius, of lines their width, of areas that of their edge, in pixels. */
  readonly sizePx: number;
  /** 0–1 */
  readonly opacity: number;
}

export interface OwnColumn {
  readonly name: string;
  readonly kind: FileColumn['kind'];
}

/** Rows with a shape of each kind. */
export interface ShapeCounts {
  readonly point: number;
  readonly line: number;
  readonly area: number;
}

/** A layer of one's own. Its rows lie in the browser's database under its id (shelf.ts). */
export interface OwnLayer {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly format: Format;
  /** In which the file was read: "EPSG:32632". */
  readonly crs: string;
  readonly rows: number;
  readonly shapes: ShapeCounts;
  /** Of all that is drawn. */
  readonly bounds: Bounds;
  readonly columns: readonly OwnColumn[];
  /** The column that names a row; null: none does. */
  readonly title: string | null;
  /** The column whose figures, in metres, raise its areas; null or absent: they lie flat. */
  readonly heightBy?: string | null;
  /** Its areas stand up as blocks. */
  readonly solid: boolean;
  readonly visible: boolean;
  readonly style: OwnStyle;
}

export type OwnListId = `own:${string}`;
export const ownListId = (id: string): OwnListId => `own:${id}`;
/** The layer whose table it is; null: a table of the city's. */
export const ownIdOf = (list: string): string | null => (list.startsWith('own:') ? list.slice(4) : null);

/** What is said of tables, of the city's alone or of what was brought: the latter is in no link. */
export const ofCity = <T>(of: Readonly<Record<string, T>>): Record<string, T> => ofTables(of, false);
export const ofOwn = <T>(of: Readonly<Record<string, T>>): Record<string, T> => ofTables(of, true);
const ofTables = <T>(of: Readonly<Record<string, T>>, own: boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(of).filter(([list]) => (ownIdOf(list) !== null) === own));

/** How near one stands to see all within the bounds, in degrees. */
export function zoomOn([w, s, e, n]: Bounds): number {
  const widest = Math.max(e - w, (n - s) * 1.6, 0.002);
  return Math.min(16.5, Math.max(10, Math.log2(360 / widest) + 0.3));
}

/** Colours of new layers by turns: apart from each other, from the map and for colour-blind eyes (Okabe–Ito). */
export const OWN_COLOURS = ['#d55e00', '#0072b2', '#cc79a7', '#009e73', '#e69f00', '#56b4e9'] as const;
export const SIZES_PX = { least: 1, most: 16, usual: 5 } as const;

/** The style of a new layer, of a colour that those there have least. */
export function newStyle(others: readonly OwnLayer[], shapes: ShapeCounts): OwnStyle {
  const uses = (colour: string) => others.filter(({ style }) => style.colour === colour).length;
  const colour = OWN_COLOURS.reduce((best, one) => (uses(one) < uses(best) ? one : best));
  const flat = shapes.area > 0 && shapes.point === 0;
  return { colour, sizePx: shapes.point > 0 ? SIZES_PX.usual : flat ? 2 : 3, opacity: flat ? 0.45 : 0.9 };
}

/** Whether what was kept is the form of a layer: what an older page wrote, or somebody's hand, is passed over. */
export function isOwnLayer(value: unknown): value is OwnLayer {
  const layer = value as Partial<OwnLayer> | null;
  return (
    typeof layer === 'object' &&
    layer !== null &&
    typeof layer.id === 'string' &&
    typeof layer.name === 'string' &&
    typeof layer.rows === 'number' &&
    typeof layer.visible === 'boolean' &&
    Array.isArray(layer.columns) &&
    Array.isArray(layer.bounds) &&
    layer.bounds.length === 4 &&
    layer.bounds.every(Number.isFinite) &&
    typeof layer.shapes === 'object' &&
    /^#[0-9a-f]{6}$/i.test(String(layer.style?.colour)) &&
    Number.isFinite(layer.style?.sizePx) &&
    Number.isFinite(layer.style?.opacity)
  );
}
