// SPDX-License-Identifier: EUPL-1.2
import { MeshoptEncoder } from 'meshoptimizer/encoder';
import { afterEach, expect, it, vi } from 'vitest';
import { encodeGlb } from '../../../tiles/write/buildings/glb';
import { enuToEcef, lonLat } from '../../city/frames';
import { FlatFrame } from '../../city/standing';
import { crossedBuildings, roofsUnder } from '../../survey/profile';
import { readTileTriangles } from './read-glb';
import { readStanding } from './standing-tiles';
import { fineTiles, tilesAlong, tilesWithin } from './tileset';

const duomo = lonLat(9.19, 45.464);
const tileset = {
  root: {
    boundingVolume: {},
    children: [
      {
        transform: enuToEcef(duomo),
        boundingVolume: { box: [0, 0, 10, 100, 0, 0, 0, 50, 0, 0, 0, 10] },
        content: { uri: 'blocks/0.glb' },
        children: [
          {
            boundingVolume: { box: [0, 0, 10, 100, 0, 0, 0, 50, 0, 0, 0, 10] },
            content: { uri: 'full/0.glb' },
          },
        ],
      },
    ],
  },
};

/** A roof of 10 × 4 m, 20 m up, its south-west corner at the tile's origin, of the building 4711. */
async function roofTile() {
  await MeshoptEncoder.ready;
  const corner = (east: number, north: number) => [east * 20, 200, 80 - north * 20, 0];
  return encodeGlb({
    positions: Uint16Array.from([...corner(0, 0), ...corner(10, 0), ...corner(10, 4), ...corner(0, 4)]),
    min: [0, 0, 0],
    max: [200, 200, 80],
    scale: [0.05, 0.1, 0.05],
    offset: [0, 0, -4],
    features: Uint16Array.from([1, 0, 1, 0, 1, 0, 1, 0]),
    indices: Uint16Array.from([0, 1, 2, 0, 2, 3]),
    rows: 2,
    columns: {
      id: Uint32Array.from([12, 4711]),
      heightDm: Uint16Array.from([100, 200]),
      year: Uint16Array.from([0, 0]),
      district: Uint16Array.from([0, 0]),
      storeys: Uint8Array.from([0, 0]),
      use: Uint8Array.from([0, 0]),
      heightOrigin: Uint8Array.from([0, 0]),
      paint: Uint8Array.from([0, 0]),
    },
  });
}

afterEach(() => vi.unstubAllGlobals());

it('tiles of the finest level are found by where they are', () => {
  const tiles = fineTiles(tileset);
  expect(tiles.map(({ uri }) => uri)).toEqual(['full/0.glb']);
  expect(tiles[0]!.origin[0]).toBeCloseTo(9.19, 9);
  // 100 m and 5 m of room: 0.00134° of longitude.
  expect(tiles[0]!.east).toBeCloseTo(9.19 + 105 / 77985, 4);
  expect(tilesWithin(tiles, [9.191, 45.464, 9.2, 45.47])).toHaveLength(1);
  expect(tilesWithin(tiles, [9.192, 45.464, 9.2, 45.47])).toHaveLength(0);
  expect(tilesAlong(tiles, [lonLat(9.18, 45.46), lonLat(9.2, 45.468)])).toHaveLength(1);
  expect(tilesAlong(tiles, [lonLat(9.18, 45.46), lonLat(9.2, 45.46)])).toHaveLength(0);
  expect(tilesAlong(tiles, [lonLat(9.19, 45.4), lonLat(9.19, 45.4639)])).toHaveLength(1);
});

it('what the build writes is read back: corners in metres, whose they are', async () => {
  const glb = await roofTile();
  const { corners, indices, ids } = await readTileTriangles(glb.buffer, 'a tile');
  // The order of corners is the encoder's own.
  const points = Array.from({ length: 4 }, (_, i) =>
    [...corners.slice(3 * i, 3 * i + 3)].map((m) => Math.round(m * 100) / 100 + 0),
  );
  expect(points.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)).toEqual([
    [0, 0, 20],
    [0, 4, 20],
    [10, 0, 20],
    [10, 4, 20],
  ]);
  expect([...ids]).toEqual([4711, 4711, 4711, 4711]);
  expect(indices).toHaveLength(6);
  await expect(readTileTriangles(new ArrayBuffer(40), 'rubbish.glb')).rejects.toThrow('rubbish.glb');
});

it('what stands along a line is read and cut', async () => {
  const glb = await roofTile();
  vi.stubGlobal(
    'fetch',
    async (url: string) =>
      new Response(url.endsWith('.json') ? JSON.stringify(tileset) : glb, { status: 200 }),
  );
  const steps: string[] = [];
  const frame = new FlatFrame(lonLat(9.191, 45.465));
  const own = new FlatFrame(duomo);
  const line = [own.from(-20, 2), own.from(40, 2)];
  const standing = await readStanding(
    'http://here/buildings/tileset.json',
    { line },
    frame.origin,
    (done, of) => steps.push(`${done}/${of}`),
  );
  expect(steps).toEqual(['0/1', '1/1']);
  const [crossed] = crossedBuildings(
    roofsUnder(
      standing,
      line.map((at) => frame.to(at)),
    ),
  );
  expect(crossed).toMatchObject({ building: 4711 });
  expect(crossed!.highestM).toBeCloseTo(20, 4);
  expect(crossed!.fromM).toBeCloseTo(20, 1);
  expect(crossed!.toM).toBeCloseTo(30, 1);
});
