// SPDX-License-Identifier: EUPL-1.2
import type { Position } from 'geojson';
import { BUILDING_USES, HEIGHT_ORIGINS } from '../../../src/city/building';
import { type LonLat, lonLatToMercator } from '../../../src/city/frames';
import type { CleanBuilding } from '../../themes/theme';

/** Web-Mercator world units of a stored coordinate: 0.3 mm at Milan's latitude, ± 7.7° about the origin. */
export const WORLD_UNITS_PER_STEP = 1e-11;

/**
 * Buildings in the order of their ids, as flat columns in shared memory: every worker thread reads
 * the same ones. Building `b` has the rings `firstRing[b]` … `firstRing[b + 1] - 1`, ring `r` the
 * points `firstPoint[r]` … `firstPoint[r + 1] - 1` (not closed).
 */
export interface PackedBuildings {
  readonly count: number;
  /** Mercator world units of step 0. */
  readonly origin: readonly [x: number, y: number];
  readonly firstRing: Uint32Array;
  readonly firstPoint: Uint32Array;
  /** 1 where the ring is a hole of the outer ring before it. */
  readonly isHole: Uint8Array;
  /** x, y (southward) of each point, in {@link WORLD_UNITS_PER_STEP} from the origin. */
  readonly points: Int32Array;
  readonly heightDm: Uint16Array;
  readonly minHeightDm: Uint16Array;
  /** Ground under the building, decimetres above the ellipsoid's zero of the tiles. */
  readonly baseDm: Int32Array;
  readonly year: Uint16Array;
  readonly district: Uint16Array;
  readonly storeys: Uint8Array;
  readonly use: Uint8Array;
  readonly heightOrigin: Uint8Array;
}

type Elevation = (at: LonLat) => number;

/** Packs `buildings[order[0]]`, `buildings[order[1]]`, … Throws where one lies 7° or more from `about`. */
export function packBuildings(
  buildings: readonly CleanBuilding[],
  order: Uint32Array,
  about: LonLat,
  elevationM?: Elevation,
): PackedBuildings {
  const packed = allocate(buildings, lonLatToMercator(about));
  let ring = 0;
  let point = 0;
  order.forEach((old, id) => {
    const building = buildings[old] as CleanBuilding;
    packAttributes(packed, id, building, elevationM);
    for (const [hole, positions] of ringsOf(building)) {
      packed.isHole[ring] = hole;
      for (let i = 0; i < positions.length - 1; i++)
        packPoint(packed, point++, positions[i] as Position, building.stableId);
      packed.firstPoint[++ring] = point;
    }
    packed.firstRing[id + 1] = ring;
  });
  return packed;
}

function* ringsOf({ footprint }: CleanBuilding): Generator<[hole: number, positions: Position[]]> {
  const polygons = footprint.type === 'Polygon' ? [footprint.coordinates] : footprint.coordinates;
  for (const polygon of polygons)
    for (let i = 0; i < polygon.length; i++) yield [i === 0 ? 0 : 1, polygon[i] as Position[]];
}

function allocate(buildings: readonly CleanBuilding[], origin: readonly [number, number]): PackedBuildings {
  let rings = 0;
  let points = 0;
  for (const building of buildings)
    for (const [, positions] of ringsOf(building)) {
      rings++;
      points += positions.length - 1;
    }
  const count = buildings.length;
  const u16 = () => new Uint16Array(new SharedArrayBuffer(count * 2));
  const u8 = (n: number) => new Uint8Array(new SharedArrayBuffer(n));
  return {
    count,
    origin,
    firstRing: new Uint32Array(new SharedArrayBuffer((count + 1) * 4)),
    firstPoint: new Uint32Array(new SharedArrayBuffer((rings + 1) * 4)),
    isHole: u8(rings),
    points: new Int32Array(new SharedArrayBuffer(points * 8)),
    heightDm: u16(),
    minHeightDm: u16(),
    baseDm: new Int32Array(new SharedArrayBuffer(count * 4)),
    year: u16(),
    district: u16(),
    storeys: u8(count),
    use: u8(count),
    heightOrigin: u8(count),
  };
}

const decimetres = (m: number) => Math.min(65535, Math.max(0, Math.round(m * 10)));

function packAttributes(packed: PackedBuildings, id: number, b: CleanBuilding, elevationM?: Elevation): void {
  packed.heightDm[id] = decimetres(b.heightM);
  packed.minHeightDm[id] = decimetres(b.minHeightM);
  packed.baseDm[id] = elevationM ? Math.round(elevationM(b.centre) * 10) : 0;
  packed.year[id] = b.year;
  packed.district[id] = b.district;
  packed.storeys[id] = Math.min(255, b.storeys);
  packed.use[id] = BUILDING_USES.indexOf(b.use);
  packed.heightOrigin[id] = HEIGHT_ORIGINS.indexOf(b.heightOrigin);
}

function packPoint(packed: PackedBuildings, point: number, [lonDeg, latDeg]: Position, of: string): void {
  const [x, y] = lonLatToMercator([lonDeg as number, latDeg as number]);
  const dx = Math.round((x - packed.origin[0]) / WORLD_UNITS_PER_STEP);
  const dy = Math.round((y - packed.origin[1]) / WORLD_UNITS_PER_STEP);
  if (!(Math.abs(dx) < 2 ** 31 && Math.abs(dy) < 2 ** 31))
    throw new Error(`${of}: a corner at ${lonDeg}, ${latDeg} is too far from the city's centre`);
  packed.points[2 * point] = dx;
  packed.points[2 * point + 1] = dy;
}
