// SPDX-License-Identifier: EUPL-1.2
/** A field of an impact as a map: which class each street or zone is in, before, after and as change. Pure. */
import { columnDirections, DIRECTIONS, type Direction } from '../../impact/certainty';
import type { Field, Impact } from '../../impact/impact';
import { FIELDS, type FieldId } from '../../impact/outcome';
import { bytesOf } from '../../query/colour';
import type { Look } from '../layer';
import { changeBreaks, changeClassOf, classOf, valueBreaks } from './breaks';
import { classColours, type Scale } from './impact-colours';

/** What is shown; `swipe`: before on the left, after on the right of a line. */
export const MODES = ['before', 'after', 'change', 'swipe'] as const;
export type Mode = (typeof MODES)[number];

/** One side of the line: what stands left or right of it. */
export type Shown = 'before' | 'after' | 'change';

export interface MapScale {
  readonly scale: Scale;
  readonly breaks: readonly number[];
  /** One more than there are breaks. */
  readonly colours: readonly string[];
}

/** A field with all that its map needs. */
export interface ImpactMap {
  readonly field: Field;
  /** Of before and of after: the same. */
  readonly values: MapScale;
  readonly change: MapScale;
  /** Rows of DIRECTIONS, of the change. */
  readonly directions: Uint8Array;
  /** Rows of the field that are drawn: of a field over zones the districts, without the gateways. */
  readonly rows: number;
  /** Flow by which streets are drawn wide; the field itself over zones, by which they are raised. */
  readonly size: Field;
  /** What is drawn widest or highest, and what is beyond. */
  readonly sizeTop: { readonly values: number; readonly change: number };
}

/** So many of them are narrower or lower than the widest or highest. */
const TOP_SHARE = 0.985;

/** By answer, then by all else that a map depends on: legend, layer and picture ask for the same one. */
const made = new WeakMap<Impact, Map<string, ImpactMap>>();

/**
 * A field of an answer as a map.
 * @param districts rows of the fields over zones that are districts
 * @throws RangeError where the answer has no such field: it is none of this version.
 */
export function impactMap(impact: Impact, id: FieldId, districts: number, look: Look): ImpactMap {
  const maps = made.get(impact) ?? new Map<string, ImpactMap>();
  made.set(impact, maps);
  const key = `${id} ${districts} ${look}`;
  const map = maps.get(key) ?? madeMap(impact, id, districts, look);
  maps.set(key, map);
  return map;
}

function madeMap(impact: Impact, id: FieldId, districts: number, look: Look): ImpactMap {
  const field = fieldOf(impact, id);
  const rows = field.over === 'zone' ? districts : field.change.value.length;
  const columns = (of: Field) => [of.before, of.after].map(({ value }) => known(value.subarray(0, rows)));
  const directions = columnDirections(field, impact.relativeGap);
  const change = toldChanges({ field, directions, rows });
  const size = field.over === 'road' ? fieldOf(impact, 'flowVehH') : field;
  const breaks = valueBreaks(columns(field));
  const changes = changeBreaks(change);
  const { better } = FIELDS[id];
  const values = topOf(columns(size));
  return {
    field,
    values: { scale: 'values', breaks, colours: classColours('values', breaks.length, look) },
    change: { scale: better, breaks: changes, colours: classColours(better, changes.length, look) },
    directions,
    rows,
    size,
    sizeTop: { values, change: field.over === 'road' ? values : topOf([change]) },
  };
}

/** What is not told as a change makes no class. */
const toldChanges = ({ field, directions, rows }: Pick<ImpactMap, 'field' | 'directions' | 'rows'>) =>
  field.change.value.subarray(0, rows).filter((_, row) => DIRECTIONS[directions[row] as number] !== 'none');

/**
 * A field of several answers as maps of change with one set of classes and sizes: a colour means the same on each.
 * @throws RangeError as {@link impactMap}
 */
export function comparedMaps(
  impacts: readonly Impact[],
  id: FieldId,
  districts: number,
  look: Look,
): readonly ImpactMap[] {
  const maps = impacts.map((impact) => impactMap(impact, id, districts, look));
  const breaks = changeBreaks(maps.flatMap((map) => [...toldChanges(map)]));
  const top = (of: 'values' | 'change') => Math.max(...maps.map(({ sizeTop }) => sizeTop[of]));
  const sizeTop = { values: top('values'), change: top('change') };
  const { better } = FIELDS[id];
  const change = { scale: better, breaks, colours: classColours(better, breaks.length, look) };
  return maps.map((map) => ({ ...map, change, sizeTop }));
}

export function fieldOf(impact: Impact, id: FieldId): Field {
  const found = impact.fields.find((field) => field.id === id);
  if (!found) throw new RangeError(`the answer has no ${id}`);
  return found;
}

/** Of what is not disclosed nothing is drawn, and no class follows it. */
const known = (column: Float32Array) => column.filter((value) => !Number.isNaN(value));

function topOf(columns: readonly Float32Array[]): number {
  const tops = columns.map((column) => {
    const sizes = column.map(Math.abs).sort();
    return sizes[Math.floor(TOP_SHARE * Math.max(0, sizes.length - 1))] ?? 0;
  });
  return Math.max(...tops) || 1;
}

/** Bytes of a side: red, green, blue, then size and marks. */
export const TEXEL = 4;
/** Greatest size in the fourth byte; the marks lie above it. */
export const LARGEST = 63;
/** The draws do not agree on the direction: hatched. */
export const HATCHED = 64;
/** Nothing to be told: drawn pale and small. */
export const PALE = 128;

/** Colours of one side of the line, {@link TEXEL} bytes a row. A fourth byte of 0: not drawn. */
export function paint(map: ImpactMap, shown: Shown): Uint8Array<ArrayBuffer> {
  const { field, directions, rows } = map;
  const { breaks, colours } = shown === 'change' ? map.change : map.values;
  const values = field[shown].value;
  const rgb = colours.map(bytesOf);
  const bytes = new Uint8Array(TEXEL * rows);
  for (let row = 0; row < rows; row++) {
    const direction = shown === 'change' ? (DIRECTIONS[directions[row] as number] as Direction) : null;
    const value = values[row] as number;
    const at = direction ? changeClassOf(value, direction, breaks) : classOf(value, breaks);
    let last = sizeOf(map, row, shown);
    if (last > 0 && direction === 'none') last |= PALE;
    if (last > 0 && direction === 'unclear') last |= HATCHED;
    bytes.set([...(rgb[at] as readonly [number, number, number]), last], TEXEL * row);
  }
  return bytes;
}

/**
 * From 0 to {@link LARGEST}. Streets by their flow, of a change by the greater of before and after, and
 * not at all where nothing goes; districts by the value itself, always but where it is not disclosed, and lowest where
 * no change is told.
 */
function sizeOf({ field, size, sizeTop, directions }: ImpactMap, row: number, shown: Shown): number {
  if (Number.isNaN(field[shown].value[row])) return 0;
  if (field.over === 'zone') {
    if (shown === 'change' && DIRECTIONS[directions[row] as number] === 'none') return 1;
    const share =
      Math.abs(field[shown].value[row] as number) / sizeTop[shown === 'change' ? 'change' : 'values'];
    return Math.max(1, Math.round(LARGEST * Math.min(1, share)));
  }
  const [before, after] = [size.before.value[row] as number, size.after.value[row] as number];
  const flow = shown === 'before' ? before : shown === 'after' ? after : Math.max(before, after);
  return flow > 0 ? Math.max(1, Math.round(LARGEST * Math.min(1, flow / sizeTop.values))) : 0;
}

/** What stands left and right of the line. */
export function sidesOf(mode: Mode): readonly [left: Shown, right: Shown] {
  return mode === 'swipe' ? ['before', 'after'] : [mode, mode];
}
