// SPDX-License-Identifier: EUPL-1.2
/** The districts as a drawing of vectors, which needs no map engine: on the page, on paper and in a picture. Pure. */
import type { Direction } from '../../impact/certainty';
import type { Digest } from '../../impact/digest';
import { FIELDS } from '../../impact/outcome';
import { changeBreaks, changeClassOf, middleOf } from '../../layers/impact/breaks';
import { classColours } from '../../layers/impact/impact-colours';
import type { MapScale } from '../../layers/impact/impact-map';
import type { Look } from '../../layers/layer';
import type { PlaneRing } from '../state/outlines';

export type DistrictMap = NonNullable<Digest['map']>;
export type DistrictRow = DistrictMap['rows'][number];

/** A district as it is drawn. */
interface DistrictShape {
  readonly id: number;
  readonly name: string;
  /** Path of its outlines and holes (even-odd rule), in the drawing's units. */
  readonly path: string;
  readonly colour: string;
  readonly direction: Direction;
  /** It may be told; otherwise it is drawn as nothing is known. */
  readonly isTold: boolean;
}
export interface DistrictDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DistrictShape[];
  /** A bar of so many kilometres is so long in the drawing's units. */
  readonly bar: { readonly km: number; readonly length: number };
}

/** Width of the drawing, in its own units. */
export const WIDTH = 1000;
/** A bar is at most so much of the width. */
const BAR_SHARE = 0.3;

/** Classes and colours of the map: by better and worse, as the studio has them. */
export function districtScale({ field, rows }: DistrictMap, look: Look): MapScale {
  const told = rows.filter(({ change, direction }) => change !== null && direction !== 'none');
  const breaks = changeBreaks(told.map(({ change }) => change!.value));
  const { better } = FIELDS[field];
  return { scale: better, breaks, colours: classColours(better, breaks.length, look) };
}

/** Null where no outline of a district is known. */
export function drawDistricts(
  map: DistrictMap,
  ringsOf: (id: string) => readonly PlaneRing[] | undefined,
  scale: MapScale,
): DistrictDrawing | null {
  const outlined = map.rows.flatMap((row) => {
    const rings = ringsOf(String(row.id));
    return rings && rings.length > 0 ? [{ row, rings }] : [];
  });
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { rings } of outlined)
    for (const ring of rings)
      for (const [x, y] of ring) {
        [west, east] = [Math.min(west, x), Math.max(east, x)];
        [south, north] = [Math.min(south, y), Math.max(north, y)];
      }
  if (!(east > west) || !(north > south)) return null;
  const perM = WIDTH / (east - west);
  const point = ([x, y]: readonly [number, number]) =>
    `${((x - west) * perM).toFixed(1)} ${((north - y) * perM).toFixed(1)}`;
  return {
    width: WIDTH,
    height: Math.round((north - south) * perM),
    shapes: outlined.map(({ row, rings }) => ({
      ...{ id: row.id, name: row.name, direction: row.direction, isTold: row.change !== null },
      path: rings.map((ring) => `M${ring.map(point).join('L')}Z`).join(''),
      colour: colourOf(row, scale),
    })),
    bar: barOf(east - west, perM),
  };
}

/** Of a district on a map of this scale. */
export function colourOf({ change, direction }: DistrictRow, { breaks, colours }: MapScale): string {
  const at = change === null ? middleOf(breaks) : changeClassOf(change.value, direction, breaks);
  return colours[at] as string;
}

/** The longest of 1, 2, 5, 10… km that fits. */
function barOf(widthM: number, perM: number): DistrictDrawing['bar'] {
  const mostKm = (BAR_SHARE * widthM) / 1000;
  const power = 10 ** Math.floor(Math.log10(mostKm));
  const km = ([5, 2, 1].find((figure) => figure * power <= mostKm) ?? 1) * power;
  return { km, length: km * 1000 * perM };
}

/** How many districts go which way. */
export function waysOf(rows: readonly DistrictRow[]): Readonly<Record<Direction, number>> {
  const ways = { none: 0, less: 0, more: 0, unclear: 0 };
  for (const { direction } of rows) ways[direction]++;
  return ways;
}

/** The districts of a direction, those that change most first. */
export const mostOf = (rows: readonly DistrictRow[], direction: 'less' | 'more'): readonly DistrictRow[] =>
  rows
    .filter((row) => row.direction === direction && row.change !== null)
    .sort(
      (a, b) => Math.abs(b.change!.value) - Math.abs(a.change!.value) || a.name.localeCompare(b.name, 'it'),
    );
