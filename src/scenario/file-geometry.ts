// SPDX-License-Identifier: EUPL-1.2
/** The place of a measure, or of a note, as a GeoJSON feature has it, and back (RFC 7946). */
import { z } from 'zod';
import { type LonLat, lonLat } from '../city/frames';
import { exactly, faultOr } from './measures/fields';
import type { Place } from './measures/measure';

const point = z.tuple([z.number({ error: 'not-a-number' }), z.number({ error: 'not-a-number' })], {
  error: 'not-a-point',
});
const points = z.array(point, { error: faultOr('not-a-geometry') });
const ring = points.refine(
  (all) => all.length === 0 || (all.length > 1 && isSamePoint(all[0] as LonLat, all.at(-1) as LonLat)),
  { error: 'ring-not-closed' },
);
const wrong = { error: faultOr('not-a-geometry') };
const type = <T extends string>(name: T) => z.literal(name, wrong);
/** By the kind of the place: which geometry it has. A polygon has no holes. */
const GEOMETRIES = {
  city: z.null(wrong),
  area: z.null(wrong),
  polygon: exactly({
    type: type('Polygon'),
    coordinates: z.array(ring, wrong).max(1, { error: 'has-holes' }),
  }),
  streets: exactly({ type: type('MultiLineString'), coordinates: z.array(points, wrong) }),
  line: exactly({ type: type('LineString'), coordinates: points }),
  // A point that is not set yet has no coordinates, which a GeoJSON Point cannot say.
  point: exactly({ type: type('MultiPoint'), coordinates: points }),
} as const;

/** Of a note: there is none without its place. */
export const noteGeometry = exactly({ type: type('Point'), coordinates: point });

const text = (maxLength: number) =>
  z
    .string({ error: faultOr('not-a-text') })
    .min(1, { error: 'too-short' })
    .max(maxLength, { error: 'too-long' });
/** What the properties say of a place beside its geometry. */
const PLACES = {
  city: exactly({ kind: z.literal('city') }),
  area: exactly({ kind: z.literal('area'), areaId: text(100) }),
  polygon: exactly({ kind: z.literal('polygon') }),
  streets: exactly({
    kind: z.literal('streets'),
    streetIds: z.array(text(200), { error: faultOr('not-a-list') }),
  }),
  line: exactly({ kind: z.literal('line') }),
  point: exactly({ kind: z.literal('point') }),
} as const;

/** Zod's check of a feature's geometry and of `properties.place`, by the kind that the latter names. */
export const placeSchemas = (kind: Place['kind']) => ({ geometry: GEOMETRIES[kind], place: PLACES[kind] });
export const isPlaceKind = (kind: unknown): kind is Place['kind'] =>
  typeof kind === 'string' && Object.hasOwn(PLACES, kind);

/** Rings are written as they were drawn, closed; which way round they run means nothing here. */
export function toGeometry(place: Place): { geometry: object | null; place: object } {
  const { kind } = place;
  switch (kind) {
    case 'city':
      return { geometry: null, place: { kind } };
    case 'area':
      return { geometry: null, place: { kind, areaId: place.areaId } };
    case 'polygon': {
      const closed = [...place.ring, ...place.ring.slice(0, 1)];
      return {
        geometry: { type: 'Polygon', coordinates: closed.length > 0 ? [closed] : [] },
        place: { kind },
      };
    }
    case 'streets':
      return {
        geometry: { type: 'MultiLineString', coordinates: place.lines },
        place: { kind, streetIds: place.streetIds },
      };
    case 'line':
      return { geometry: { type: 'LineString', coordinates: place.points }, place: { kind } };
    case 'point':
      return { geometry: { type: 'MultiPoint', coordinates: place.points }, place: { kind } };
  }
}

/** The place that a geometry and `properties.place` make, both checked by {@link placeSchemas}. */
export function toPlace(geometry: unknown, place: unknown): Place {
  const said = place as { kind: Place['kind']; areaId: string; streetIds: string[] };
  const { coordinates } = (geometry ?? { coordinates: [] }) as { coordinates: unknown };
  switch (said.kind) {
    case 'city':
      return { kind: 'city' };
    case 'area':
      return { kind: 'area', areaId: said.areaId };
    case 'polygon':
      return { kind: 'polygon', ring: toPoints((coordinates as LonLat[][])[0] ?? []).slice(0, -1) };
    case 'streets':
      return {
        kind: 'streets',
        streetIds: said.streetIds,
        lines: (coordinates as LonLat[][]).map(toPoints),
      };
    case 'line':
      return { kind: 'line', points: toPoints(coordinates as LonLat[]) };
    case 'point':
      return { kind: 'point', points: toPoints(coordinates as LonLat[]) };
  }
}

const toPoints = (line: readonly LonLat[]) => line.map(([lon, lat]) => lonLat(lon, lat));
const isSamePoint = (a: LonLat, b: LonLat) => a[0] === b[0] && a[1] === b[1];
