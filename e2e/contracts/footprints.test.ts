// SPDX-License-Identifier: EUPL-1.2
/**
 * Two independent ways from one footprint to the screen, the 3D tile and the vector tile, must end at
 * the same place: at the centre and at the city's edges, within 0.3 m.
 */
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { Matrix4, Vector3 } from 'three';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { BuildingRecord } from '../../src/city/building';
import type { Catalogue } from '../../src/city/catalogue';
import { enuToScene, lonLat, lonLatToMercator, MAPLIBRE_EARTH_RADIUS_M } from '../../src/city/frames';
import { readTileTriangles } from '../../src/stream/height-field/read-glb';

interface Tile {
  transform?: number[];
  content?: { uri: string };
  children?: Tile[];
}
interface Leaf {
  uri: string;
  centre: [number, number];
}

const CONTROL_POINTS: [string, number, number][] = [
  ['Duomo', 9.1919, 45.4642],
  ['Figino', 9.0755, 45.4925],
  ['Muggiano', 9.07, 45.45],
  ['Bruzzano', 9.17, 45.527],
  ['Ronchetto delle Rane', 9.17, 45.4],
];
const ZOOM = 15;
const TOLERANCE_M = 0.3;

let dir: string;
let catalogue: Catalogue;
let leaves: Leaf[];
let footprints: PMTiles;
/** Landmarks: their parts stand within their footprint, not on its outline. */
let models: Set<number>;

beforeAll(async () => {
  const cityDir = inject('cityDir');
  dir = join(cityDir, JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8')).path);
  catalogue = JSON.parse(readFileSync(join(dir, 'catalogue.json'), 'utf8'));
  const tilesetPath = join(dir, catalogue.files.buildings!.tileset);
  leaves = finest(JSON.parse(readFileSync(tilesetPath, 'utf8')).root, new Matrix4());
  const file = await open(join(dir, catalogue.files.footprints!.pmtiles));
  footprints = new PMTiles({
    getKey: () => 'footprints',
    getBytes: async (offset, length) => {
      const bytes = new Uint8Array(length);
      await file.read(bytes, 0, length, offset);
      return { data: bytes.buffer };
    },
  });
  const { records, count, recordsPerFile } = catalogue.files.buildings!;
  const all = Array.from(
    { length: Math.ceil(count / recordsPerFile) },
    (_, i) => JSON.parse(readFileSync(join(dir, records, `${i}.json`), 'utf8')) as BuildingRecord[],
  ).flat();
  models = new Set([...all.keys()].filter((id) => all[id]?.footprintSource === 'landmark-models'));
  expect(models.size).toBeGreaterThan(30);
});

describe('a building’s base stands on its footprint', () => {
  it.each(CONTROL_POINTS)('near %s', async (_name, lon, lat) => {
    const leaf = [...leaves].sort(
      (a, b) => distance(a.centre, [lon, lat]) - distance(b.centre, [lon, lat]),
    )[0]!;
    const base = await basePoints(leaf);
    expect(base.length).toBeGreaterThan(40);
    const sample = base.filter((_, i) => i % Math.ceil(base.length / 400) === 0);
    const worstM = Math.max(...(await Promise.all(sample.map(toFootprintM))));
    expect(worstM).toBeLessThanOrEqual(TOLERANCE_M);
  });
});

function finest(tile: Tile, parent: Matrix4): Leaf[] {
  const transform = tile.transform
    ? parent.clone().multiply(new Matrix4().fromArray(tile.transform))
    : parent;
  if (tile.children?.length) return tile.children.flatMap((child) => finest(child, transform));
  return tile.content
    ? [{ uri: tile.content.uri, centre: ecefToLonLat(new Vector3().applyMatrix4(transform)) }]
    : [];
}

/** Mercator positions (world units) of the tile's vertices on the ground, as MapLibre's scene would show them. */
async function basePoints(leaf: Leaf): Promise<[number, number][]> {
  const uri = join(dir, catalogue.files.buildings!.tileset, '..', leaf.uri);
  const { corners, ids } = await readTileTriangles(new Uint8Array(readFileSync(uri)).buffer, leaf.uri);
  const anchor = lonLat(catalogue.city.centre[0], catalogue.city.centre[1]);
  const toScene = new Matrix4().fromArray(enuToScene(anchor, lonLat(...leaf.centre)));
  const origin = lonLatToMercator(anchor);
  const metre = 1 / (2 * Math.PI * MAPLIBRE_EARTH_RADIUS_M * Math.cos((anchor[1] * Math.PI) / 180));
  const points: [number, number][] = [];
  for (let i = 0; i < ids.length; i++) {
    if (models.has(ids[i]!)) continue;
    const scene = new Vector3(corners[3 * i], corners[3 * i + 1], corners[3 * i + 2]).applyMatrix4(toScene);
    if (Math.abs(scene.z) < 0.05) points.push([origin[0] + scene.x * metre, origin[1] - scene.y * metre]);
  }
  return points;
}

/** Metres from a mercator position to the nearest outline in the vector tile that holds it. */
async function toFootprintM([x, y]: [number, number]): Promise<number> {
  const n = 2 ** ZOOM;
  const tile = await footprints.getZxy(ZOOM, Math.floor(x * n), Math.floor(y * n));
  if (!tile) return Number.POSITIVE_INFINITY;
  const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers.building!;
  const px = (x * n - Math.floor(x * n)) * layer.extent;
  const py = (y * n - Math.floor(y * n)) * layer.extent;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < layer.length; i++)
    for (const ring of layer.feature(i).loadGeometry())
      for (let j = 1; j < ring.length; j++) best = Math.min(best, toSegment(px, py, ring[j - 1]!, ring[j]!));
  const latRad = Math.atan(Math.sinh(Math.PI * (1 - 2 * y)));
  return (best * 2 * Math.PI * 6378137 * Math.cos(latRad)) / (n * layer.extent);
}

interface Point {
  x: number;
  y: number;
}
function toSegment(px: number, py: number, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = Math.max(0, Math.min(1, ((px - a.x) * dx + (py - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - a.x - t * dx, py - a.y - t * dy);
}

/** By fixed-point iteration on the latitude; at ground level exact to 1e-12 degrees. */
function ecefToLonLat({ x, y, z }: Vector3): [number, number] {
  const e2 = 0.0066943799901413165;
  const p = Math.hypot(x, y);
  let phi = Math.atan2(z, p * (1 - e2));
  for (let i = 0; i < 10; i++) {
    const n = 6378137 / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    phi = Math.atan2(z + e2 * n * Math.sin(phi), p);
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (phi * 180) / Math.PI];
}

function distance(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot((a[0] - b[0]) * 0.7, a[1] - b[1]);
}
