// SPDX-License-Identifier: EUPL-1.2
/** The form of the shelf: figures of one landmark, and how it is put together; and a row of it. */
import type { Polygon } from 'geojson';
import type { BuildingUse, Paint } from '../../../src/city/building';
import { type LonLat, lonLat, lonLatToPlane, plane, planeToLonLat } from '../../../src/city/frames';
import { MILANO } from '../../../src/city/place';
import { outlineOf } from '../../../src/formats/repair';
import { checkArea, isRejected } from '../../formats/geometry';
import type { BuildingRow } from '../../themes/rows';
import { RANK } from '../building-tags';
import { looksUp } from './solid-measures';
import type { Face, Point3, Solid } from './solids';

export interface Landmark {
  readonly id: string;
  readonly name: string;
  /** Where its model has (0, 0). */
  readonly at: readonly [lonDeg: number, latDeg: number];
  /** Of the model's x axis, from east, counter-clockwise. */
  readonly axisDeg: number;
  /** Of the highest point over the ground, spires and masts included. */
  readonly heightM: number;
  /** Of completion. */
  readonly year: number;
  readonly use: BuildingUse;
  /** What most of it is made of. */
  readonly paint: Paint;
  /** What its roofs are, where something else. */
  readonly roof?: Paint;
  readonly storeys?: number;
  /** Whose the figures are; what is not named here is estimated from proportions in photographs. */
  readonly sources: readonly string[];
  /** The demo city keeps so much ground around `at` free; 0 where nothing else is built anyway. */
  readonly clearM: number;
  readonly model: () => Model;
}
export interface Model {
  /** What gives it its outline on the ground and against the sky: drawn from afar too. */
  readonly far: readonly Solid[];
  /** What is seen from near only. */
  readonly near?: readonly Solid[];
}

type Position3 = [lonDeg: number, latDeg: number, heightM: number];
type Surfaces = NonNullable<BuildingRow['surfaces']>;

/** Under a tenth of a millimetre: a face seen edge-on from above. */
const LEAST_PLAN_M2 = 1e-4;

/** The landmark as a building with ready-made surfaces. `row` numbers it in messages. */
export function rowOf(landmark: Landmark, row: number): BuildingRow {
  const { far, near = [] } = landmark.model();
  const toDegrees = placer(landmark);
  const surfacesOf = (solids: readonly Solid[]): Surfaces =>
    solids.flatMap((solid) => {
      const paint = solid.paint ?? landmark.paint;
      const roof = solid.roofPaint ?? solid.paint ?? landmark.roof ?? paint;
      return solid.faces.map((face) => ({
        rings: face.map((ring) => ring.map(toDegrees)),
        paint: looksUp(face) ? roof : paint,
      }));
    });
  const silhouette = surfacesOf(far);
  return {
    origin: { file: 'landmarks', row },
    ownId: `landmark-${landmark.id}`,
    name: landmark.name,
    geometry: footprintOf(far, toDegrees),
    heightM: landmark.heightM,
    heightOrigin: 'stated',
    year: landmark.year,
    use: landmark.use,
    ...(landmark.storeys ? { storeys: landmark.storeys } : {}),
    rank: RANK.landmark,
    surfaces: near.length > 0 ? [...silhouette, ...surfacesOf(near)] : silhouette,
    silhouette,
  };
}

function placer({ at, axisDeg }: Landmark): (point: Point3) => Position3 {
  const [east, north] = lonLatToPlane(lonLat(...at));
  const [c, s] = [Math.cos((axisDeg * Math.PI) / 180), Math.sin((axisDeg * Math.PI) / 180)];
  return ([x, y, z]) => {
    const [lon, lat]: LonLat = planeToLonLat(plane(east + x * c - y * s, north + x * s + y * c));
    return [lon, lat, z];
  };
}

/** Everything from above. */
function footprintOf(
  solids: readonly Solid[],
  toDegrees: (point: Point3) => Position3,
): BuildingRow['geometry'] {
  const seen = solids.flatMap(({ faces }) => faces.filter((face) => planSizeM2(face) > LEAST_PLAN_M2));
  const area = checkArea(
    outlineOf(
      seen.map((face): Polygon['coordinates'] =>
        face.map((ring) => {
          const corners = ring.map((point) => toDegrees(point).slice(0, 2));
          return [...corners, corners[0] as number[]];
        }),
      ),
    ),
    MILANO,
  );
  if (isRejected(area)) throw new Error(`a landmark without a footprint: ${area.detail}`);
  return area.geometry;
}

/** Of the outer ring as seen from above, negative where it faces down. */
function planSizeM2([outer = []]: Face): number {
  let twice = 0;
  outer.forEach(([x, y], i) => {
    const [nextX, nextY] = outer[(i + 1) % outer.length] as Point3;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}
