// SPDX-License-Identifier: EUPL-1.2
import type { Position } from 'geojson';
import { afterAll, describe, expect, it } from 'vitest';
import { lonLat, lonLatToPlane } from '../../src/city/frames';
import type { GroundLayer, GroundProperties } from '../../src/city/ground';
import { MILANO } from '../../src/city/place';
import { seeded } from '../../src/city/seeded';
import { type ReadTile, readArchive } from '../fixtures/read-archive';
import type { CleanBuilding, GroundFeature } from '../themes/theme';
import { openPool } from './pool';
import { boundsOf } from './vector-squares';
import { writeFootprints, writeGround } from './vector-tiles';

const pool = openPool(2);
afterAll(() => pool.close());

async function written(features: readonly GroundFeature[]) {
  const files = new Map<string, Uint8Array>();
  const output = {
    write: async (path: string, bytes: Uint8Array) => void files.set(path, bytes),
  };
  const steps: [string, number, number][] = [];
  const context = { place: MILANO, output, pool, attribution: 'Comune di Milano, CC-BY-4.0' };
  const result = await writeGround(features, context, (...step) => steps.push(step));
  const bytes = files.get('ground.pmtiles');
  return { result, steps, bytes, read: bytes && (await readArchive(bytes)) };
}
const feature = <L extends GroundLayer>(
  layer: L,
  geometry: GroundFeature['geometry'],
  properties: GroundProperties[L],
): GroundFeature => ({ layer, geometry, properties }) as GroundFeature;
/** A closed square ring about a place, half a side in degrees of longitude. */
const square = (lon: number, lat: number, half: number): Position[] =>
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ].map(([a, b]) => [lon + (a as number) * half, lat + (b as number) * half * 0.7]);
const line = (length: number, random: () => number): Position[] => {
  let [lon, lat] = [9.05 + random() * 0.22, 45.4 + random() * 0.12];
  return Array.from({ length }, () => [
    (lon += (random() - 0.5) * 0.002),
    (lat += (random() - 0.5) * 0.0014),
  ]);
};
const metresApart = (a: Position, b: Position) => {
  const [p, q] = [a, b].map((at) => lonLatToPlane(lonLat(at[0] as number, at[1] as number)));
  return Math.hypot((p?.[0] ?? 0) - (q?.[0] ?? 0), (p?.[1] ?? 0) - (q?.[1] ?? 0));
};
/** Every vertex of a layer at a zoom, in degrees, of a feature. */
const vertices = (tiles: readonly ReadTile[], z: number, layer: string, id: string | number): Position[] =>
  tiles
    .filter((t) => t.z === z)
    .flatMap(({ tile, x, y }) => {
      const found = tile.layers[layer];
      return Array.from({ length: found?.length ?? 0 }, (_, i) => found?.feature(i))
        .filter((f) => f?.properties.id === id)
        .flatMap((f) => (f ? [(f.toGeoJSON(x, y, z).geometry as { coordinates: unknown }).coordinates] : []))
        .flat(3) as number[];
    })
    .flatMap((value, i, flat) => (i % 2 ? [[flat[i - 1] as number, value]] : []));
const idsAt = (tiles: readonly ReadTile[], z: number, layer: string) =>
  new Set(
    tiles
      .filter((t) => t.z === z)
      .flatMap(({ tile }) => {
        const found = tile.layers[layer];
        return Array.from({ length: found?.length ?? 0 }, (_, i) => found?.feature(i).properties.id);
      }),
  );

describe('vector tiles of the ground', () => {
  it('put every vertex within 0.3 m at zoom 15, to the edges of the city', async () => {
    const random = seeded('streets');
    const streets = Array.from({ length: 40 }, (_, i) =>
      feature(
        'street',
        { type: 'LineString', coordinates: line(30, random) },
        {
          id: `osm-w${i}`,
          class: 'residential',
          oneway: i % 2 === 0,
        },
      ),
    );
    const { read } = await written(streets);
    let worst = 0;
    for (const street of streets) {
      const at15 = vertices(read?.tiles ?? [], 15, 'street', (street.properties as { id: string }).id);
      const source = (street.geometry as { coordinates: Position[] }).coordinates;
      for (const vertex of source)
        worst = Math.max(worst, Math.min(...at15.map((other) => metresApart(vertex, other))));
    }
    expect(worst).toBeLessThanOrEqual(0.3);
    expect(worst).toBeGreaterThan(0.01); // tile units of 0.21 m: it was really measured
    // Coarser zooms hold fewer vertices.
    const count = (z: number) => vertices(read?.tiles ?? [], z, 'street', 'osm-w7').length;
    expect(count(13)).toBeGreaterThan(1);
    expect(count(13)).toBeLessThan(count(15));
    expect(count(12)).toBe(0); // residential streets begin at 13
  });

  it('carry the attributes of src/city/ground.ts and no others', async () => {
    const properties = {
      id: 'tree-1',
      species: 'Tilia cordata',
      heightM: 12.5,
      crownM: undefined,
      planted: 1979,
    } as GroundProperties['tree'];
    const district = { id: 8, name: 'ISOLA', municipio: 9 };
    const { read, result } = await written([
      feature('tree', { type: 'Point', coordinates: [9.19, 45.46] }, properties),
      feature('district', { type: 'Polygon', coordinates: [square(9.19, 45.48, 0.01)] }, district),
    ]);
    const all = read?.tiles.flatMap(({ tile }) =>
      ['tree', 'district'].flatMap((l) => (tile.layers[l] ? [tile.layers[l].feature(0)] : [])),
    );
    const trees = all?.filter((f) => 'species' in f.properties);
    expect(trees).toHaveLength(1); // zoom 15 alone
    expect(trees?.[0]?.properties).toEqual({ id: 'tree-1', species: 'Tilia cordata', heightM: 12.5 });
    const districts = all?.filter((f) => f.properties.name === 'ISOLA') ?? [];
    expect(districts.length).toBeGreaterThan(5);
    for (const found of districts) {
      expect(found.properties).toEqual(district);
      expect(found.id).toBe(8);
    }
    expect(read?.metadata.vector_layers.map((l) => l.id)).toEqual(['district', 'tree']);
    expect(read?.metadata.attribution).toBe('Comune di Milano, CC-BY-4.0');
    expect(result?.archive).toEqual({
      pmtiles: 'ground.pmtiles',
      minZoom: 10,
      maxZoom: 15,
      layers: [
        { id: 'district', features: 1 },
        { id: 'tree', features: 1 },
      ],
    });
  });

  it('keep holes as holes, and areas apart, in every tile', async () => {
    const park = {
      type: 'MultiPolygon' as const,
      coordinates: [
        [square(9.17, 45.47, 0.01), square(9.17, 45.47, 0.004).reverse()],
        [square(9.21, 45.47, 0.002)],
      ],
    };
    const { read } = await written([feature('greenery', park, { id: 'g', class: 'park' })]);
    const areaAt = (z: number) =>
      read?.tiles
        .filter((t) => t.z === z)
        .flatMap(({ tile, x, y }) => tile.layers.greenery?.feature(0).toGeoJSON(x, y, z) ?? [])
        .flatMap((f) =>
          f.geometry.type === 'Polygon'
            ? [f.geometry.coordinates]
            : f.geometry.type === 'MultiPolygon'
              ? f.geometry.coordinates
              : [],
        )
        .reduce((sum, [, ...holes]) => sum + 1000 + holes.length, 0) ?? 0;
    expect(areaAt(9)).toBe(2001); // two polygons, one hole
    expect(areaAt(10)).toBe(2001);
  });

  it('leave out at overview what would not be seen, never at the finest zoom', async () => {
    const garden = square(9.19, 45.46, 0.0001); // 16 m: a pixel at zoom 12
    const { read } = await written([
      feature('greenery', { type: 'Polygon', coordinates: [garden] }, { id: 'small', class: 'garden' }),
      feature(
        'greenery',
        { type: 'Polygon', coordinates: [square(9.2, 45.47, 0.01)] },
        { id: 'big', class: 'park' },
      ),
    ]);
    const at = (z: number) => [...idsAt(read?.tiles ?? [], z, 'greenery')].sort();
    expect(at(9)).toEqual(['big']);
    expect(at(12)).toEqual(['big']);
    expect(at(14)).toEqual(['big', 'small']);
    expect(at(15)).toEqual(['big', 'small']);
  });

  it('are the same bytes whatever thread made which tile', async () => {
    const random = seeded('again');
    const lines = Array.from({ length: 60 }, (_, i) =>
      feature(
        'cycleway',
        { type: 'MultiLineString', coordinates: [line(8, random), line(5, random)] },
        {
          id: `c${i}`,
          class: 'lane',
          lengthM: i,
        },
      ),
    );
    const [one, two] = [await written(lines), await written(lines)];
    expect(Buffer.from(one.bytes ?? []).equals(Buffer.from(two.bytes ?? []))).toBe(true);
    expect(one.steps.at(-1)).toEqual(['vector tiles: ground', one.steps.length, one.steps.length]);
    expect(one.result?.heaviest.map((t) => t.z)).toEqual([13, 14, 15]);
  });

  it('write no archive where there is nothing, and refuse a collection of geometries', async () => {
    expect((await written([])).result).toBeUndefined();
    const collection = { type: 'GeometryCollection' as const, geometries: [] };
    expect(boundsOf(collection)[0]).toBeGreaterThan(boundsOf(collection)[2]);
  });
});

describe('footprints', () => {
  it('hold number and heights of every building, zooms 13 to 15', async () => {
    const random = seeded('houses');
    const buildings = Array.from({ length: 300 }, (_, i) => ({
      footprint: {
        type: 'Polygon',
        coordinates: [square(9.1 + random() * 0.1, 45.45 + random() * 0.05, 2e-4)],
      },
      heightM: 10 + i / 7,
      minHeightM: i === 5 ? 3.0625 : 0,
    })) as unknown as CleanBuilding[];
    const files = new Map<string, Uint8Array>();
    const output = { write: async (path: string, bytes: Uint8Array) => void files.set(path, bytes) };
    const context = { place: MILANO, output, pool, attribution: '' };
    const result = await writeFootprints(
      buildings,
      (i) => 299 - i,
      context,
      () => {},
    );
    const { tiles, header } = await readArchive(files.get('footprints.pmtiles') as Uint8Array);
    expect([header.minZoom, header.maxZoom]).toEqual([13, 15]);
    expect(result?.archive.layers).toEqual([{ id: 'building', features: 300 }]);
    for (const z of [13, 14, 15]) expect(idsAt(tiles, z, 'building').size).toBe(300);
    const five = tiles.flatMap(({ tile }) => {
      const layer = tile.layers.building;
      return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer?.feature(i)).filter(
        (f) => f?.id === 294,
      );
    });
    expect(five[0]?.properties).toEqual({ id: 294, heightM: 10.7, minHeightM: 3.1 });
  });
});
