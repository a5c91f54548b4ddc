// SPDX-License-Identifier: EUPL-1.2
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { fnv1a } from '../../src/city/catalogue';
import { lonLat, lonLatToPlane, type Plane } from '../../src/city/frames';
import { areaM2, centreOf } from '../formats/geometry';
import { placeOf } from './editions';
import {
  type Area,
  boundsOf,
  contains,
  distanceM,
  distanceToSegmentM,
  type Lines,
  linesOf,
} from './plane-geometry';
import type { Origin } from './rows';
import type { CleanContext } from './theme';

/** Decimals of a degree to which two geometries are the same: 1 cm. */
const SAME_DECIMALS = 7;

/** A key that equal geometries share. */
export function geometryKey(geometry: Area | Lines): string {
  return JSON.stringify(geometry.coordinates, (_, v) =>
    typeof v === 'number' ? Number(v.toFixed(SAME_DECIMALS)) : v,
  );
}

/** An id that a geometry keeps from build to build, for sources without ids. */
export const geometryId = (prefix: string, geometry: Area | Lines): string =>
  `${prefix}-${fnv1a(geometryKey(geometry)).toString(36)}`;

interface Drawn {
  readonly origin: Origin;
  readonly stableId?: string;
  readonly class: string;
  readonly name?: string;
  readonly geometry: Area | Lines;
}

/** Rows of one source, each id and each geometry of a class once; the repeats are counted. */
export function withoutDuplicates<R extends Drawn>(rows: readonly R[], drop: CleanContext['drop']): R[] {
  const ids = new Set<string>();
  const drawings = new Set<string>();
  return rows.filter((row) => {
    const drawing = `${row.class} ${geometryKey(row.geometry)}`;
    const isSecond = row.stableId !== undefined && ids.has(row.stableId);
    const reason = drawings.has(drawing) ? 'duplicate-geometry' : isSecond ? 'duplicate-id' : undefined;
    if (reason) drop(reason, `${placeOf(row.origin)}: ${row.name ?? row.stableId ?? row.class}`);
    drawings.add(drawing);
    if (row.stableId) ids.add(row.stableId);
    return !reason;
  });
}

/** How far apart the areas of two drawings of one thing may be. */
const SAME_AREA_RATIO = 1.25;

/** Whether `areas` hold one that is the same thing as the area asked for, drawn by someone else. */
export function sameAreaFinder(areas: readonly Area[]): (area: Area) => boolean {
  if (areas.length === 0) return () => false;
  const index = new Flatbush(areas.length);
  for (const area of areas) index.add(...boundsOf(area));
  index.finish();
  const sizes = areas.map(areaM2);
  return (area) => {
    const at = centreOf(area);
    const size = areaM2(area);
    return index.search(at[0], at[1], at[0], at[1]).some((i) => {
      const ratio = size / sizes[i]!;
      return ratio < SAME_AREA_RATIO && ratio > 1 / SAME_AREA_RATIO && contains(areas[i]!, at);
    });
  };
}

/** Of a line, how much must run beside others for it to be the same. */
const SAME_SHARE = 0.8;
const SAMPLE_EVERY_M = 20;

/** Whether a line runs along any of `lines`, within `withinM` for four fifths of its length. */
export function sameLineFinder(lines: readonly Lines[], withinM: number): (line: Lines) => boolean {
  const segments = lines.flatMap((line) =>
    linesOf(line).flatMap((points) => {
      const p = points.map(toPlane);
      return p.slice(1).map((end, i): [Plane, Plane] => [p[i]!, end]);
    }),
  );
  if (segments.length === 0) return () => false;
  const index = new Flatbush(segments.length);
  for (const [a, b] of segments)
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  index.finish();
  const isBeside = (p: Plane): boolean =>
    index
      .search(p[0] - withinM, p[1] - withinM, p[0] + withinM, p[1] + withinM)
      .some((i) => distanceToSegmentM(p, segments[i]![0], segments[i]![1]) <= withinM);
  return (line) => {
    const samples = linesOf(line).flatMap(sampled);
    return samples.filter(isBeside).length >= SAME_SHARE * samples.length;
  };
}

const toPlane = (p: Position): Plane => lonLatToPlane(lonLat(p[0]!, p[1]!));

/** Points along a line: its vertices, and between them one every 20 m. */
function sampled(points: readonly Position[]): Plane[] {
  const p = points.map(toPlane);
  return p.slice(1).flatMap((end, i) => {
    const start = p[i]!;
    const steps = Math.max(1, Math.ceil(distanceM(start, end) / SAMPLE_EVERY_M));
    return Array.from({ length: steps }, (_, k): Plane => {
      const t = (k + 0.5) / steps;
      return [start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])] as unknown as Plane;
    });
  });
}
