// SPDX-License-Identifier: EUPL-1.2
/** The shape of a row, taken out of the columns. Pure. */
import type { Geometry, GeometryCollection, Position } from 'geojson';
import { signedArea2 } from './rings';
import type { Shapes } from './table';

export type SimpleGeometry = Exclude<Geometry, GeometryCollection>;

/** The shape of a row as GeoJSON; null where it has none. */
export function geometryAt(
  { kind, firstPart, firstPosition, hole, xy }: Shapes,
  row: number,
): SimpleGeometry | null {
  if (kind[row] === 0) return null;
  const lines: Position[][] = [];
  const polygons: Position[][][] = [];
  for (let p = firstPart[row] as number; p < (firstPart[row + 1] as number); p++) {
    const line: Position[] = [];
    for (let i = firstPosition[p] as number; i < (firstPosition[p + 1] as number); i++)
      line.push([xy[2 * i] as number, xy[2 * i + 1] as number]);
    lines.push(line);
    if (hole[p] === 1) polygons.at(-1)?.push(line);
    else polygons.push([line]);
  }
  if (kind[row] === 1) {
    const points = lines.map((line) => line[0] as Position);
    return points.length === 1
      ? { type: 'Point', coordinates: points[0] as Position }
      : { type: 'MultiPoint', coordinates: points };
  }
  if (kind[row] === 2)
    return lines.length === 1
      ? { type: 'LineString', coordinates: lines[0] as Position[] }
      : { type: 'MultiLineString', coordinates: lines };
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] as Position[][] }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** With outlines counter-clockwise and holes clockwise, as RFC 7946 writes areas. */
export function wound(geometry: SimpleGeometry): SimpleGeometry {
  const turn = (polygon: Position[][]) =>
    polygon.map((ring, i) => (signedArea2(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: turn(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map(turn) };
  return geometry;
}
