// SPDX-License-Identifier: EUPL-1.2
/** What can be wrong with a measure before any city is asked: its kind, what was set, where it is. */
import type { LonLat } from '../city/frames';
import { type Bounds, within } from '../city/place';
import { measureKind } from './measures';
import type { FieldFault } from './measures/fields';
import type { MeasureKind, Place } from './measures/measure';
import type { Measure } from './scenario';
import { crossesItself } from './simple-ring';

export const PLACE_FAULTS = [
  'wrong-place',
  'not-drawn',
  'no-area',
  'too-few-points',
  'too-many-points',
  'out-of-range',
  'crosses-itself',
  'lines-and-streets-differ',
] as const;
type PlaceFault = (typeof PLACE_FAULTS)[number];

export interface MeasureIssue {
  /** Of the field: `kind`, `config.priceEur.visitor`, `place.ring.3`. */
  readonly path: string;
  readonly code: 'unknown-kind' | FieldFault | PlaceFault;
  /** What was said there, where it is short. */
  readonly said: string;
}

/** Of one ring, line or choice of streets. */
const MOST_POINTS = 5000;
/** Northern and central Italy, where the plane frame is exact (±4° of 9° E). */
const PLAUSIBLE: Bounds = [5, 41, 13, 48];
export const isPlausible = (at: LonLat): boolean => within(PLAUSIBLE, at);

/** What is wrong with a measure, in the order of its fields; nothing for one that can be applied. */
export function checkMeasure(measure: Measure): MeasureIssue[] {
  const kind = measureKind(measure.kind);
  if (!kind) return [{ path: 'kind', code: 'unknown-kind', said: measure.kind }];
  return [...checkConfig(kind, measure.config), ...checkPlace(kind, measure.place)];
}

/** What is wrong with what was set. */
export function checkConfig(kind: MeasureKind, config: unknown): MeasureIssue[] {
  const result = kind.config.safeParse(config);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return unknown.map((key) => {
      const path = [...issue.path, ...(key === undefined ? [] : [key])];
      return {
        path: ['config', ...path].join('.'),
        code: issue.message as FieldFault,
        said: short(valueAt(config, path)),
      };
    });
  });
}

/** What is wrong with where it is. */
export function checkPlace(kind: MeasureKind, place: Place): MeasureIssue[] {
  const issue = (path: string, code: PlaceFault, said: string) => [{ path: `place${path}`, code, said }];
  if (!kind.places.includes(place.kind)) return issue('', 'wrong-place', place.kind);
  switch (place.kind) {
    case 'city':
      return [];
    case 'area':
      return place.areaId === '' ? issue('.areaId', 'no-area', '') : [];
    case 'polygon': {
      const faults = checkPoints(place.ring, 'place.ring', 3);
      return faults.length === 0 && crossesItself(place.ring) ? issue('.ring', 'crosses-itself', '') : faults;
    }
    case 'line':
      return checkPoints(place.points, 'place.points', 2);
    case 'point':
      return checkPoints(place.points, 'place.points', 1, 1);
    case 'streets': {
      const { streetIds, lines } = place;
      if (streetIds.length !== lines.length)
        return issue('.lines', 'lines-and-streets-differ', `${streetIds.length} ≠ ${lines.length}`);
      if (streetIds.length === 0) return issue('', 'not-drawn', '');
      if (lines.flat().length > MOST_POINTS)
        return issue('.lines', 'too-many-points', String(lines.flat().length));
      return lines.flatMap((line, i) => checkPoints(line, `place.lines.${i}`, 2));
    }
  }
}

function checkPoints(
  points: readonly LonLat[],
  path: string,
  fewest: number,
  most = MOST_POINTS,
): MeasureIssue[] {
  const count = String(points.length);
  if (points.length === 0) return [{ path, code: 'not-drawn', said: '' }];
  if (points.length < fewest) return [{ path, code: 'too-few-points', said: count }];
  if (points.length > most) return [{ path, code: 'too-many-points', said: count }];
  return points.flatMap((point, i) =>
    isPlausible(point)
      ? []
      : [{ path: `${path}.${i}`, code: 'out-of-range' as const, said: `[${point[0]}, ${point[1]}]` }],
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (inner, key) => (inner as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key],
    value,
  );
}

/** A value as a message can hold it. */
function short(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
