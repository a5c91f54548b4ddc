// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Catalogue, fnv1a } from '../city/catalogue';
import { encodeColumns } from '../city/columns';
import { MILANO } from '../city/place';
import { loadedBuildings } from './building-tables';
import { loadBuilding, loadRecord, lookupBuilding } from './buildings';
import { StreamError } from './fetch-file';

const URL_OF_CITY = 'https://city.example/tiles/1/';
const catalogue: Catalogue = {
  schemaVersion: 1,
  city: MILANO,
  themes: [],
  files: {
    buildings: {
      tileset: 'buildings/tileset.json',
      count: 4,
      records: 'buildings/records',
      recordsPerFile: 2,
      lookup: 'buildings/lookup/',
      lookupShards: 3,
    },
    inputs: [{ id: 'buildings', file: 'inputs/buildings.columns', rows: 4, sha256: '' }],
    tables: [],
  },
};
const column = (name: string, values: number[]) => ({ name, unit: '1', values: Uint16Array.from(values) });
const columns = encodeColumns({
  id: 'buildings',
  rows: 4,
  columns: [
    column('heightDm', [100, 110, 120, 132]),
    column('storeys', [3, 3, 3, 4]),
    column('use', [0, 0, 0, 1]),
    column('year', [0, 0, 0, 1930]),
    column('district', [1, 1, 1, 7]),
    column('heightOrigin', [0, 0, 0, 3]),
  ],
});
const record = (stableId: string) => ({ stableId, footprintSource: 'osm' });
const FILES: Record<string, unknown> = {
  'buildings/records/0.json': [record('osm-w10'), record('osm-w11')],
  'buildings/records/1.json': [record('osm-w12'), record('osm-w13')],
  [`buildings/lookup/${fnv1a('osm-w13') % 3}.json`]: { 'osm-w13': [3, 9.19, 45.46] },
  'inputs/buildings.columns': columns,
};

function serve(files: Record<string, unknown>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.slice(URL_OF_CITY.length);
    asked.push(path);
    const file = files[path];
    if (file === undefined) return new Response('', { status: 404, statusText: 'Not Found' });
    return new Response(
      file instanceof Uint8Array ? file.slice() : typeof file === 'string' ? file : JSON.stringify(file),
    );
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

describe('a building of the city', () => {
  it('is found by its stable id, with record and attributes', async () => {
    serve(FILES);
    expect(await loadBuilding(catalogue, URL_OF_CITY, 'osm-w13')).toEqual({
      id: 3,
      at: [9.19, 45.46],
      record: record('osm-w13'),
      attributes: { id: 3, heightDm: 132, storeys: 4, use: 1, year: 1930, district: 7, heightOrigin: 3 },
    });
  });

  it('takes its attributes from a tile on the screen, without the columns', async () => {
    const asked = serve(FILES);
    const tile = {};
    const one = (value: number) => [value];
    loadedBuildings.add(tile, {
      id: one(3),
      heightDm: one(133),
      year: one(1931),
      district: one(7),
      storeys: one(4),
      use: one(2),
      heightOrigin: one(3),
      paint: one(0),
    });
    expect((await loadBuilding(catalogue, URL_OF_CITY, 'osm-w13'))?.attributes.heightDm).toBe(133);
    expect(asked).not.toContain('inputs/buildings.columns');
    loadedBuildings.remove(tile);
    expect(loadedBuildings.find(3)).toBeNull();
  });

  it('is null where this build has none of that id, also where its shard was not written', async () => {
    serve(FILES);
    expect(await lookupBuilding(catalogue, URL_OF_CITY, 'osm-w99')).toBeNull();
    serve({ [`buildings/lookup/${fnv1a('__proto__') % 3}.json`]: {} });
    expect(await lookupBuilding(catalogue, URL_OF_CITY, '__proto__')).toBeNull();
  });

  it('says in words what did not come', async () => {
    serve({ ...FILES, 'buildings/records/0.json': 'not json' });
    await expect(loadRecord(catalogue, URL_OF_CITY, 0)).rejects.toThrow(/records\/0\.json: is not JSON/);
    await expect(loadRecord(catalogue, URL_OF_CITY, 9)).rejects.toThrow(/the server answered 404 Not Found/);
    serve({ 'buildings/records/1.json': [] });
    await expect(loadRecord(catalogue, URL_OF_CITY, 3)).rejects.toThrow(/has no record of building 3/);
    await expect(
      loadRecord({ ...catalogue, files: { inputs: [], tables: [] } }, URL_OF_CITY, 0),
    ).rejects.toBeInstanceOf(StreamError);
  });
});
