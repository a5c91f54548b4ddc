// SPDX-License-Identifier: EUPL-1.2
/** What a click on the map, Enter and Backspace do to a place that is being drawn. Pure. */
import type { LonLat } from '../../city/frames';
import type { Place } from '../../scenario/measures/measure';
import type { Drawing, StoreState } from './store';

/** Points or streets that make a place. */
const ENOUGH = { polygon: 3, line: 2, point: 1, streets: 1 } as const;

/** Degrees of longitude: two points this near are one, set twice by a double click. */
const SAME_POINT_DEG = 1e-7;

/** Where drawing begins: the streets and stops chosen so far stay, an area is drawn anew. */
export function beginDrawing(kind: Drawing['kind'], place: Place | null): Drawing {
  if (kind === 'polygon') return { kind, ring: [] };
  if (place?.kind === kind) return place as Drawing;
  return kind === 'streets' ? { kind, streetIds: [], lines: [] } : { kind, points: [] };
}

export function pointsOf(drawing: Drawing): readonly LonLat[] {
  if (drawing.kind === 'polygon') return drawing.ring;
  return drawing.kind === 'streets' ? [] : drawing.points;
}

/** With one point more, the only one where one is wanted; the same drawing where streets are chosen, or the point is there already. */
export function withPoint(drawing: Drawing, at: LonLat): Drawing {
  const last = pointsOf(drawing).at(-1);
  if (last && Math.abs(last[0] - at[0]) < SAME_POINT_DEG && Math.abs(last[1] - at[1]) < SAME_POINT_DEG)
    return drawing;
  if (drawing.kind === 'polygon') return { ...drawing, ring: [...drawing.ring, at] };
  if (drawing.kind === 'line') return { ...drawing, points: [...drawing.points, at] };
  if (drawing.kind === 'point') return { ...drawing, points: [at] };
  return drawing;
}

/** Chosen where it was not, taken away where it was. */
export function withStreet(
  drawing: Extract<Drawing, { kind: 'streets' }>,
  street: { readonly id: string; readonly line: readonly LonLat[] },
): Extract<Drawing, { kind: 'streets' }> {
  if (drawing.streetIds.includes(street.id)) return withoutStreets(drawing, [street.id]);
  return {
    ...drawing,
    streetIds: [...drawing.streetIds, street.id],
    lines: [...drawing.lines, street.line],
  };
}

export function withoutStreets<Streets extends Extract<Place, { kind: 'streets' }>>(
  place: Streets,
  ids: readonly string[],
): Streets {
  const stays = place.streetIds.map((id) => !ids.includes(id));
  return {
    ...place,
    streetIds: place.streetIds.filter((_, i) => stays[i]),
    lines: place.lines.filter((_, i) => stays[i]),
  };
}

/** Without the last point or street. */
export function withoutLast(drawing: Drawing): Drawing {
  if (drawing.kind === 'polygon') return { ...drawing, ring: drawing.ring.slice(0, -1) };
  if (drawing.kind !== 'streets') return { ...drawing, points: drawing.points.slice(0, -1) };
  return withoutStreets(drawing, drawing.streetIds.slice(-1));
}

export function sizeOf(drawing: Drawing): number {
  return drawing.kind === 'streets' ? drawing.streetIds.length : pointsOf(drawing).length;
}

/** Whether it is a place already. */
export const isEnough = (drawing: Drawing): boolean => sizeOf(drawing) >= ENOUGH[drawing.kind];

/** Id of the note whose place is being drawn; null: nothing is drawn, or the place of a measure. */
export const drawnNote = ({
  editing,
  noting,
  drawing,
}: Pick<StoreState, 'editing' | 'noting' | 'drawing'>): string | null =>
  drawing && !editing ? noting : null;
