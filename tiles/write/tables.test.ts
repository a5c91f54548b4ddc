// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { LayerTable, SearchEntry } from '../../src/city/catalogue';
import { decodeColumns } from '../../src/city/columns';
import { lonLat } from '../../src/city/frames';
import { INPUT_TABLES } from '../../src/city/inputs';
import type { DistrictFinder, GroundFeature } from '../themes/theme';
import { writeInputs } from './inputs';
import { writeSearch } from './search';
import { pointOf, ROWS_PER_PAGE, writeTables } from './tables';

function memory() {
  const files = new Map<string, Uint8Array>();
  const write = async (path: string, bytes: Uint8Array) => void files.set(path, bytes);
  const json = <T>(path: string) => JSON.parse(Buffer.from(files.get(path) ?? []).toString()) as T;
  return { files, output: { write }, json };
}
const districts: DistrictFinder = {
  count: 2,
  at: ([lon]) => (lon < 9.2 ? 1 : 2),
  name: (id) => ['', 'BRERA', 'LAMBRATE'][id] || undefined,
  byName: () => 0,
};
const tree = (i: number, species?: string): GroundFeature<'tree'> => ({
  layer: 'tree',
  geometry: { type: 'Point', coordinates: [9.19 + i * 1e-6, 45.46] },
  properties: { id: `t${i}`, ...(species ? { species } : {}) },
  source: 'osm-trees',
});

describe('tables of the layers', () => {
  it('are sorted by name, with what is worked out and where it is from, without empty columns', async () => {
    const street = (id: string, name: string | undefined, lon: number): GroundFeature<'street'> => ({
      layer: 'street',
      // 0.001° of longitude at 45.46° N: 78.2 m.
      geometry: {
        type: 'LineString',
        coordinates: [
          [lon, 45.46],
          [lon + 0.0005, 45.46],
          [lon + 0.001, 45.46],
        ],
      },
      properties: { id, class: 'residential', oneway: true, ...(name ? { name } : {}) },
      source: `from-${id}`,
    });
    const { output, json } = memory();
    const entries = await writeTables(
      [street('c', undefined, 9.25), street('b', 'Via Torino', 9.18), street('a', 'Via Èrcole', 9.24)],
      districts,
      output,
    );
    expect(entries).toEqual([{ layer: 'street', file: 'tables/street.json', rows: 3 }]);
    expect(json<LayerTable>('tables/street.json')).toEqual({
      layer: 'street',
      columns: ['name', 'class', 'lengthM', 'oneway', 'districtName', 'id', 'source'],
      rows: [
        ['Via Èrcole', 'residential', 78, true, 'LAMBRATE', 'a', 'from-a'],
        ['Via Torino', 'residential', 78, true, 'BRERA', 'b', 'from-b'],
        [null, 'residential', 78, true, 'LAMBRATE', 'c', 'from-c'],
      ],
      at: [
        [9.2405, 45.46],
        [9.1805, 45.46],
        [9.2505, 45.46],
      ],
    });
  });

  it('come in pages where they are long, every row once', async () => {
    const { output, json } = memory();
    const trees = Array.from({ length: 2 * ROWS_PER_PAGE + 1 }, (_, i) => tree(i, i % 2 ? 'Acer' : 'Tilia'));
    const [entry] = await writeTables(trees, undefined, output);
    const pages = ['tables/tree/0.json', 'tables/tree/1.json', 'tables/tree/2.json'];
    expect(entry).toEqual({ layer: 'tree', file: pages[0], rows: 10_001, pages });
    const read = pages.map((page) => json<LayerTable>(page));
    expect(read.map(({ rows, at }) => [rows.length, at.length])).toEqual([
      [5000, 5000],
      [5000, 5000],
      [1, 1],
    ]);
    expect(new Set(read.flatMap(({ rows }) => rows.map((row) => row.at(-2)))).size).toBe(10_001);
    expect(read.map(({ columns }) => columns)).toEqual(Array(3).fill(['species', 'id', 'source']));
    expect(read[0]?.rows.every(([species]) => species === 'Acer')).toBe(true);
  });

  it('know where each row is', () => {
    const ring = [
      [9, 45],
      [9.2, 45],
      [9.2, 45.2],
      [9, 45.2],
      [9, 45],
    ];
    expect(pointOf({ type: 'Polygon', coordinates: [ring] }).map((v) => v.toFixed(3))).toEqual([
      '9.100',
      '45.100',
    ]);
    expect(
      pointOf({
        type: 'MultiPoint',
        coordinates: [
          [9.123456789, 45],
          [9.2, 45],
        ],
      }),
    ).toEqual([9.2, 45]);
    const lines = {
      type: 'MultiLineString' as const,
      coordinates: [
        [
          [1, 1],
          [2, 2],
        ],
        [
          [9, 45],
          [9.1, 45],
          [9.2, 45],
        ],
      ],
    };
    expect(pointOf(lines)).toEqual([9.1, 45]);
  });
});

describe('search', () => {
  it('holds each thing once, the fields of an entry alone, what people look for first', async () => {
    const { output, json } = memory();
    const entry = (kind: SearchEntry['kind'], id: string, name: string, more = {}): SearchEntry => ({
      kind,
      id,
      name,
      at: lonLat(9.191861234, 45.464161234),
      ...more,
    });
    const path = await writeSearch(
      [
        entry('service', 's1', 'Farmacia', { class: 'pharmacy', secret: 1 }),
        entry('building', 'osm-w2', 'Palazzo Reale'),
        entry('municipio', '1', 'Municipio 1'),
        entry('street', 'w1', 'Via Dante', { detail: 'BRERA' }),
        entry('street', 'w1', 'Via Dante again'),
        entry('district', '1', 'DUOMO', { detail: '' }),
        entry('stop', 'x', '  '),
      ],
      output,
    );
    expect(path).toBe('search.json');
    const at = [9.19186, 45.46416];
    expect(json('search.json')).toEqual([
      { kind: 'district', id: '1', name: 'DUOMO', at },
      { kind: 'municipio', id: '1', name: 'Municipio 1', at },
      { kind: 'street', id: 'w1', name: 'Via Dante', detail: 'BRERA', at },
      { kind: 'building', id: 'osm-w2', name: 'Palazzo Reale', at },
      { kind: 'service', id: 's1', name: 'Farmacia', class: 'pharmacy', at },
    ]);
    expect(await writeSearch([], output)).toBeUndefined();
  });
});

describe('model inputs', () => {
  const table = (id: string, names: readonly string[]) => ({
    id,
    rows: 2,
    columns: names.map((name, i) => ({ name, unit: '1', values: Float64Array.of(i, i + 1) })),
  });
  it('are columns that read back, in the order of the list, with their hash', async () => {
    const { output, files } = memory();
    const entries = await writeInputs(
      [table('street-nodes', INPUT_TABLES['street-nodes']), table('zones', INPUT_TABLES.zones)],
      output,
    );
    expect(entries.map(({ id, file, rows }) => [id, file, rows])).toEqual([
      ['zones', 'inputs/zones.columns', 2],
      ['street-nodes', 'inputs/street-nodes.columns', 2],
    ]);
    for (const { file, sha256 } of entries) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(decodeColumns(files.get(file) as Uint8Array).rows).toBe(2);
    }
    expect(decodeColumns(files.get('inputs/zones.columns') as Uint8Array).columns[2]?.values).toEqual(
      Float64Array.of(2, 3),
    );
  });
  it('are those of the contract, whole', async () => {
    const { output } = memory();
    await expect(writeInputs([table('secrets', ['a'])], output)).rejects.toThrow(/secrets is no table/);
    await expect(writeInputs([table('street-nodes', ['eastM'])], output)).rejects.toThrow(/lacks northM/);
  });
});
