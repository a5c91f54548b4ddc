// SPDX-License-Identifier: EUPL-1.2
/** One tile: a run of buildings at one level of detail becomes a glTF. Runs on a worker thread. */
import { MeshoptEncoder } from 'meshoptimizer/encoder';
import { PAINTS } from '../../../src/city/building';
import type { LonLat } from '../../../src/city/frames';
import { grouped } from '../../themes/grouped';
import type { Done } from '../pool';
import { mergeBlocks } from './blocks';
import { frameOf, type TileFrame } from './frame';
import { encodeGlb } from './glb';
import { LEVELS, type LevelId, UP_STEP_M } from './levels';
import { TileMesh } from './mesh';
import type { PackedBuildings } from './packed';
import { addPitched, isPitched, type PitchedRoof, pitchedRoof } from './pitched-roof';
import type { Range } from './quadtree';
import { ringArea, type StepPolygon, simplifyRing, stepPolygons } from './rings';
import { addSurfaces, type Surfaces } from './surfaces';

export interface TileJob {
  readonly level: LevelId;
  readonly range: Range;
  readonly buildings: PackedBuildings;
  /** Drawn at this level instead of an extrusion, of the buildings of the range that have some, by id. */
  readonly surfaces?: ReadonlyMap<number, Surfaces>;
}

export interface MadeTile {
  readonly glb: Uint8Array<ArrayBuffer>;
  /** Origin of the tile's east-north-up frame. */
  readonly centre: LonLat;
  /** What the corners span in that frame, metres: west, south, bottom, east, north, top. */
  readonly span: Span;
  readonly rows: number;
  readonly triangles: number;
}
export type Span = readonly [
  west: number,
  south: number,
  bottom: number,
  east: number,
  north: number,
  top: number,
];

/** In the middle level a courtyard smaller than this is closed, and a corner less off than this is cut. */
const MIDDLE_COURTYARD_M2 = 200;
const MIDDLE_SIMPLIFY_M = 3;

/** Makes a tile; the range must not be empty. */
export async function makeTile(job: TileJob): Promise<Done<MadeTile>> {
  await MeshoptEncoder.ready;
  const frame = frameOf(job.buildings, job.range);
  const stepM = stepThatFits(job, frame);
  const mesh = new TileMesh();
  const blocks = job.level === 'blocks' ? addBlocks(mesh, job, frame, stepM) : [];
  // Where all is too small for a block, the buildings themselves.
  const rows = blocks.length > 0 ? blocks : addBuildings(mesh, job, frame, stepM);
  const tile = finish(mesh, rows, job.buildings, stepM, frame.centre);
  return { value: tile, transfer: [tile.glb.buffer] };
}

/** The level's step, or the double, so often that the tile's width fits into 16 bits. */
function stepThatFits({ buildings, range, level }: TileJob, frame: TileFrame): number {
  let stepM: number = LEVELS.find((l) => l.id === level)?.stepM ?? 1;
  const first = buildings.firstPoint[buildings.firstRing[range.start] as number] as number;
  const last = buildings.firstPoint[buildings.firstRing[range.end] as number] as number;
  let farthestM = 0;
  for (let p = first; p < last; p++)
    for (const axis of [0, 1] as const) {
      const steps = (buildings.points[2 * p + axis] as number) - frame.centreSteps[axis];
      farthestM = Math.max(farthestM, Math.abs(steps) * frame.metresPerStep[axis]);
    }
  // Room for what the blocks' offsetting may add at a corner.
  while ((2 * farthestM + 50) / stepM > 65_000) stepM *= 2;
  return stepM;
}

/** A row of the tile's property table. */
interface TileRow {
  readonly building: number;
  /** Code of its paint. */
  readonly paint: number;
}

function addBuildings(mesh: TileMesh, job: TileJob, frame: TileFrame, stepM: number): TileRow[] {
  const { buildings, range, level, surfaces } = job;
  const rows: TileRow[] = [];
  for (let b = range.start; b < range.end; b++) {
    const own = surfaces?.get(b);
    if (own) {
      addOwn(mesh, own, { job, building: b, rows, frame, stepM });
      continue;
    }
    const row = rows.push({ building: b, paint: 0 }) - 1;
    const base = buildings.baseDm[b] as number;
    const minHeight = buildings.minHeightDm[b] as number;
    const top = base + Math.max(buildings.heightDm[b] as number, minHeight + 1);
    const polygons = stepPolygons(buildings, b, frame, stepM);
    const roof = level === 'full' ? roofOf(job, b, polygons, frame, stepM) : undefined;
    if (roof) {
      addPitched(mesh, roof, base, row);
      continue;
    }
    for (const polygon of polygons) {
      const shape = level === 'full' ? polygon : simplified(polygon, stepM);
      mesh.extrude(shape, base + minHeight, top, row, minHeight > 0);
    }
  }
  return rows;
}

/** The pitched roof of a small old house, in one piece, without a courtyard, on the ground. */
function roofOf(
  { buildings }: TileJob,
  b: number,
  polygons: readonly StepPolygon[],
  frame: TileFrame,
  stepM: number,
): PitchedRoof | undefined {
  const [[ring, ...holes] = [], ...more] = polygons;
  if (!ring || holes.length > 0 || more.length > 0 || (buildings.minHeightDm[b] as number) > 0)
    return undefined;
  const heightDm = buildings.heightDm[b] as number;
  const corner = buildings.firstPoint[buildings.firstRing[b] as number] as number;
  const [x, y] = [0, 1].map(
    (axis) => (buildings.points[2 * corner + axis] as number) * (frame.metresPerStep[axis] as number),
  );
  const facts = {
    areaM2: ringArea(ring) * stepM ** 2,
    heightM: heightDm / 10,
    year: buildings.year[b] as number,
    use: buildings.use[b] as number,
    // Steps count from the city's centre.
    fromCentreM: Math.hypot(x as number, y as number),
  };
  const base = buildings.baseDm[b] as number;
  return isPitched(facts) ? pitchedRoof(ring, base, base + heightDm, stepM) : undefined;
}

/** Ready-made surfaces, a row for each of their paints. */
function addOwn(
  mesh: TileMesh,
  own: Surfaces,
  at: { job: TileJob; building: number; rows: TileRow[]; frame: TileFrame; stepM: number },
): void {
  const { building, frame, stepM } = at;
  const packed = at.job.buildings;
  const place = { packed, frame, stepM, upStepM: UP_STEP_M, baseSteps: packed.baseDm[building] as number };
  for (const [paint, surfaces] of grouped(own, (surface) => surface.paint ?? 'plain')) {
    const row = at.rows.push({ building, paint: PAINTS.indexOf(paint) }) - 1;
    addSurfaces(mesh, surfaces, row, place);
  }
}

function simplified([outer = [], ...holes]: StepPolygon, stepM: number): StepPolygon {
  const kept = holes.filter((hole) => -ringArea(hole) * stepM ** 2 >= MIDDLE_COURTYARD_M2);
  return [outer, ...kept].map((ring) => simplifyRing(ring, MIDDLE_SIMPLIFY_M / stepM));
}

function addBlocks(mesh: TileMesh, job: TileJob, frame: TileFrame, stepM: number): TileRow[] {
  const { buildings, range, surfaces } = job;
  const rows: TileRow[] = [];
  const isOwn = (b: number) => surfaces?.has(b) === true;
  for (const [building, own] of surfaces ?? []) addOwn(mesh, own, { job, building, rows, frame, stepM });
  for (const block of mergeBlocks(buildings, range, frame, stepM, isOwn)) {
    const row = rows.push({ building: block.building, paint: 0 }) - 1;
    const base = buildings.baseDm[block.building] as number;
    for (const polygon of block.polygons)
      mesh.extrude(polygon, base + block.bottomDm, base + block.topDm, row, block.bottomDm > 0);
  }
  return rows;
}

function finish(
  mesh: TileMesh,
  rows: readonly TileRow[],
  buildings: PackedBuildings,
  stepM: number,
  centre: LonLat,
): MadeTile {
  const { positions, vertexCount, features, indices } = mesh;
  const { least, most } = spanOf(positions);
  const [minEast, minNorth, minUp] = least;
  const [maxEast, maxNorth, maxUp] = most;
  if (rows.length > 65_535) throw new Error(`${rows.length} rows do not fit into one tile`);
  const packed = new Uint16Array(4 * vertexCount);
  const packedFeatures = new Uint16Array(2 * vertexCount);
  for (let v = 0; v < vertexCount; v++) {
    // glTF is y up: east, up, south.
    packed[4 * v] = (positions[3 * v] as number) - minEast;
    packed[4 * v + 1] = (positions[3 * v + 2] as number) - minUp;
    packed[4 * v + 2] = maxNorth - (positions[3 * v + 1] as number);
    packedFeatures[2 * v] = features[v] as number;
  }
  const glb = encodeGlb({
    positions: packed,
    min: [0, 0, 0],
    max: [maxEast - minEast, maxUp - minUp, maxNorth - minNorth],
    scale: [stepM, UP_STEP_M, stepM],
    offset: [tidy(minEast * stepM), tidy(minUp * UP_STEP_M), tidy(-maxNorth * stepM)],
    features: packedFeatures,
    indices: vertexCount > 65_535 ? Uint32Array.from(indices) : Uint16Array.from(indices),
    rows: rows.length,
    columns: {
      id: Uint32Array.from(rows, ({ building: b }) => b),
      heightDm: Uint16Array.from(rows, ({ building: b }) => buildings.heightDm[b] as number),
      year: Uint16Array.from(rows, ({ building: b }) => buildings.year[b] as number),
      district: Uint16Array.from(rows, ({ building: b }) => buildings.district[b] as number),
      storeys: Uint8Array.from(rows, ({ building: b }) => buildings.storeys[b] as number),
      use: Uint8Array.from(rows, ({ building: b }) => buildings.use[b] as number),
      heightOrigin: Uint8Array.from(rows, ({ building: b }) => buildings.heightOrigin[b] as number),
      paint: Uint8Array.from(rows, ({ paint }) => paint),
    },
  });
  const span: Span = [
    minEast * stepM,
    minNorth * stepM,
    minUp * UP_STEP_M,
    maxEast * stepM,
    maxNorth * stepM,
    maxUp * UP_STEP_M,
  ];
  return { glb, centre, span, rows: rows.length, triangles: indices.length / 3 };
}

/** Without the noise of binary fractions: 12.3, not 12.300000000000001. */
const tidy = (m: number) => Number(m.toFixed(4));

function spanOf(positions: Int32Array): { least: [number, number, number]; most: [number, number, number] } {
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const most: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const axis = (i % 3) as 0 | 1 | 2;
    least[axis] = Math.min(least[axis], positions[i] as number);
    most[axis] = Math.max(most[axis], positions[i] as number);
  }
  return { least, most };
}
