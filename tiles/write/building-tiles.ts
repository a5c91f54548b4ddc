// SPDX-License-Identifier: EUPL-1.2
/** The `buildings` of a city: 3D Tiles 1.1, records and lookup, and the city-wide columns. */
import { BUILDING_USES, HEIGHT_ORIGINS } from '../../src/city/building';
import type { Catalogue } from '../../src/city/catalogue';
import type { ColumnTable } from '../../src/city/columns';
import { type LonLat, lonLatToMercator, mercatorUnitsPerM } from '../../src/city/frames';
import type { Place } from '../../src/city/place';
import type { CleanBuilding } from '../themes/theme';
import { COARSEST_TILES, LEVELS } from './buildings/levels';
import { mortonOrder } from './buildings/morton';
import { packBuildings } from './buildings/packed';
import { partition, type Range } from './buildings/quadtree';
import { lanes, lookupShards, RECORDS_PER_FILE, writeLookup, writeRecords } from './buildings/records';
import type { Surfaces } from './buildings/surfaces';
import { type MadeTile, makeTile, type TileJob } from './buildings/tile';
import { type TileNode, tilesetJson } from './buildings/tileset';
import type { Output, Progress } from './output';
import { JOBS_AHEAD, type Pool, type Work } from './pool';

type BuildingFiles = NonNullable<Catalogue['files']['buildings']>;

interface WriteOptions {
  readonly place: Place;
  readonly output: Output;
  /** Worker threads; without it all runs on this thread. */
  readonly pool?: Pool;
  /** Ground above the zero of the tiles, metres. Flat at 0 until there is a terrain model. */
  readonly elevationM?: (at: LonLat) => number;
}

const TILE_WORK: Work<TileJob, MadeTile> = {
  module: new URL('./buildings/tile.ts', import.meta.url).href,
  name: 'makeTile',
};

/** A tile to be made, and those that replace it. */
interface PlannedTile {
  readonly level: number;
  readonly range: Range;
  readonly uri: string;
  readonly children: PlannedTile[];
}

/**
 * Writes all files of the buildings under `buildings/` and returns their catalogue entry and the
 * `buildings` columns. Ids are positions in Morton order. Time and memory grow in proportion to the
 * number of buildings, of which there is at least one. Throws where one is more than 7° from the
 * place's centre.
 */
export async function writeBuildings(
  buildings: readonly CleanBuilding[],
  { place, output, pool, elevationM }: WriteOptions,
  progress: Progress,
): Promise<BuildingFiles & { columns: ColumnTable }> {
  const { order, codes, side } = orderOf(buildings);
  const packed = packBuildings(buildings, order, place.centre, elevationM);
  const corners = new Float64Array(order.length + 1);
  for (let b = 0; b < order.length; b++)
    corners[b + 1] = packed.firstPoint[packed.firstRing[b + 1] as number] as number;

  const sideM = side / mercatorUnitsPerM(place.centre[1]);
  const roots = plan(codes, corners, sideM);
  const tiles = allOf(roots);
  const made = new Map<PlannedTile, MadeTile>();
  let done = 0;
  const work = async (tile: PlannedTile) => {
    const job: TileJob = {
      level: (LEVELS[tile.level] as (typeof LEVELS)[number]).id,
      range: tile.range,
      buildings: packed,
      surfaces: surfacesOf(buildings, order, tile),
    };
    const { glb, ...rest } = pool ? await pool.run(TILE_WORK, job) : (await makeTile(job)).value;
    await output.write(`buildings/${tile.uri}`, glb, true);
    made.set(tile, { ...rest, glb: EMPTY });
    progress('building-tiles', ++done, tiles.length);
  };
  // The coarsest take longest: first, so that no thread is left alone with one at the end.
  const queue = [...tiles].sort((a, b) => a.level - b.level);
  // Enough that no thread waits while others' tiles are being written.
  const lanesOfTiles = (JOBS_AHEAD + 2) * (pool?.size ?? 1) + 2;
  await Promise.all([
    lanes(queue.length, (k) => work(queue[k] as PlannedTile), lanesOfTiles),
    writeRecords(buildings, order, 'buildings/records', output, progress),
    writeLookup(buildings, order, 'buildings/lookup', output, progress),
  ]);

  const nodes = roots.map((root) => nodeOf(root, made));
  const tileset = new TextEncoder().encode(JSON.stringify(tilesetJson(place.centre, nodes)));
  await output.write('buildings/tileset.json', tileset, true);
  return {
    tileset: 'buildings/tileset.json',
    count: buildings.length,
    records: 'buildings/records',
    recordsPerFile: RECORDS_PER_FILE,
    lookup: 'buildings/lookup',
    lookupShards: lookupShards(buildings.length),
    columns: columnsOf(buildings, order),
  };
}

const EMPTY = new Uint8Array();

function orderOf(buildings: readonly CleanBuilding[]) {
  const xs = new Float64Array(buildings.length);
  const ys = new Float64Array(buildings.length);
  buildings.forEach(({ centre }, i) => {
    const [x, y] = lonLatToMercator(centre);
    xs[i] = x;
    ys[i] = y;
  });
  return mortonOrder(xs, ys);
}

/** Tiles of the coarsest level, each with those that replace it; every building is in one of each level. */
function plan(codes: Uint32Array, corners: Float64Array, sideM: number): PlannedTile[] {
  const made = LEVELS.map(() => 0);
  const total = corners.at(-1) ?? 0;
  const cut = (range: Range, level: number): PlannedTile[] => {
    const here = LEVELS[level];
    if (!here) return [];
    const leastDepth = Math.max(0, Math.ceil(Math.log2(sideM / here.widestM)));
    const cost = Math.max(here.cornersPerTile, level === 0 ? total / COARSEST_TILES : 0);
    return partition(codes, corners, range, { cost, leastDepth }).map((part) => ({
      level,
      range: part,
      uri: `${here.id}/${made[level]!++}.glb`,
      children: cut(part, level + 1),
    }));
  };
  return cut({ start: 0, end: codes.length }, 0);
}

function allOf(tiles: readonly PlannedTile[]): PlannedTile[] {
  return tiles.flatMap((tile) => [tile, ...allOf(tile.children)]);
}

function nodeOf(tile: PlannedTile, made: ReadonlyMap<PlannedTile, MadeTile>): TileNode {
  const { centre, span } = made.get(tile) as MadeTile;
  const children = tile.children.map((child) => nodeOf(child, made));
  return { uri: tile.uri, errorM: LEVELS[tile.level]?.geometricErrorM ?? 0, centre, span, children };
}

function surfacesOf(
  buildings: readonly CleanBuilding[],
  order: Uint32Array,
  { range, level }: PlannedTile,
): Map<number, Surfaces> {
  const found = new Map<number, Surfaces>();
  const isFinest = level === LEVELS.length - 1;
  for (let id = range.start; id < range.end; id++) {
    const { surfaces, silhouette } = buildings[order[id] as number] as CleanBuilding;
    const drawn = isFinest ? surfaces : silhouette;
    if (drawn && drawn.length > 0) found.set(id, drawn);
  }
  return found;
}

function columnsOf(buildings: readonly CleanBuilding[], order: Uint32Array): ColumnTable {
  const in_ = <A extends Float64Array | Float32Array | Uint16Array | Uint8Array>(
    values: A,
    of: (b: CleanBuilding) => number,
  ): A => {
    order.forEach((old, id) => {
      values[id] = of(buildings[old] as CleanBuilding);
    });
    return values;
  };
  const rows = order.length;
  return {
    id: 'buildings',
    rows,
    columns: [
      { name: 'lonDeg', unit: 'degree', values: in_(new Float64Array(rows), (b) => b.centre[0]) },
      { name: 'latDeg', unit: 'degree', values: in_(new Float64Array(rows), (b) => b.centre[1]) },
      { name: 'heightDm', unit: 'dm', values: in_(new Uint16Array(rows), (b) => Math.round(b.heightM * 10)) },
      { name: 'storeys', unit: '1', values: in_(new Uint8Array(rows), (b) => Math.min(255, b.storeys)) },
      {
        name: 'use',
        unit: '1',
        values: in_(new Uint8Array(rows), (b) => BUILDING_USES.indexOf(b.use)),
        dictionary: BUILDING_USES,
      },
      { name: 'year', unit: 'year', values: in_(new Uint16Array(rows), (b) => b.year) },
      { name: 'district', unit: '1', values: in_(new Uint16Array(rows), (b) => b.district) },
      {
        name: 'heightOrigin',
        unit: '1',
        values: in_(new Uint8Array(rows), (b) => HEIGHT_ORIGINS.indexOf(b.heightOrigin)),
        dictionary: HEIGHT_ORIGINS,
      },
      { name: 'areaM2', unit: 'm2', values: in_(new Float32Array(rows), (b) => b.areaM2) },
    ],
  };
}
