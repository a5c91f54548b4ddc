// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { fileInMemory } from '../fixtures/files';
import { box, collection, line } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { streetsOsmGeoJson } from './streets-osm-geojson';
import { streetsOsmnx } from './streets-osmnx';
import { streetsOverpass } from './streets-overpass';

const edge = (u: number, v: number, more: object = {}, geometry: object = line([0, 0], [100, 0])) => ({
  geometry,
  properties: { u, v, key: 0, osmid: '7', highway: 'primary', oneway: false, reversed: 'False', ...more },
});

describe('OSMnx edges', () => {
  const read = (...features: ReturnType<typeof edge>[]) =>
    readSource(streetsOsmnx, [fileInMemory('osm_strade_primary.geojson', collection(...features))]);

  it('reads an edge with its end nodes', async () => {
    const { rows } = await read(
      edge(1, 2, {
        oneway: true,
        name: "['Via Uno', 'Via Due']",
        lanes: "['2' '3']",
        maxspeed: "['50' '30']",
      }),
    );
    expect(rows).toEqual([
      {
        origin: { file: 'osm_strade_primary.geojson', row: 1 },
        stableId: 'osmnx-1-2-0',
        class: 'primary',
        name: 'Via Uno',
        oneway: true,
        lanes: 2,
        speedKmH: 30,
        geometry: line([0, 0], [100, 0]),
        fromNode: '1',
        toNode: '2',
      },
    ]);
  });

  it('takes the two directions of a street once, and parallel edges as they are', async () => {
    const { rows, dropped } = await read(
      edge(1, 2),
      edge(2, 1, { reversed: 'True' }, line([100, 0], [0, 0])),
      edge(1, 2, { key: 1, osmid: '8' }, line([0, 0], [50, 20], [100, 0])),
      edge(1, 3, { oneway: true }),
      edge(3, 1, { oneway: true }),
      edge(1, 3, { oneway: true }),
    );
    expect(rows.map((r) => r.stableId)).toEqual(['osmnx-1-2-0', 'osmnx-1-2-1', 'osmnx-1-3-0', 'osmnx-3-1-0']);
    expect(dropped).toEqual({ 'other-direction': 1, 'duplicate-id': 1 });
  });

  it('drops what has no nodes, no line, or is no street', async () => {
    const { rows, dropped } = await read(
      edge(1, 2, { u: null }),
      edge(1, 2, { highway: 'construction' }),
      edge(1, 2, {}, box(0, 0, 9, 9)),
    );
    expect(rows).toHaveLength(0);
    expect(dropped).toEqual({ 'bad-value': 1, 'not-this-theme': 1, 'no-geometry': 1 });
  });
});

describe('Overpass highways', () => {
  const way = (id: number, tags: object, nodes: number[], corners: [number, number][]) => ({
    type: 'way',
    id,
    tags,
    nodes,
    geometry: line(...corners).coordinates.map(([lon, lat]) => ({ lon, lat })),
  });
  const read = (...elements: object[]) =>
    readSource(streetsOverpass, [fileInMemory('overpass_test.json', { elements })]);

  it('reads ways with their nodes, turned into the direction of travel', async () => {
    const { rows, dropped } = await read(
      way(
        5,
        { highway: 'residential', name: 'Via Prova' },
        [1, 2, 3],
        [
          [0, 0],
          [50, 0],
          [100, 0],
        ],
      ),
      way(
        6,
        { highway: 'residential', oneway: '-1' },
        [1, 9],
        [
          [0, 0],
          [0, 50],
        ],
      ),
      { type: 'node', id: 1, lon: 9.2, lat: 45.5, tags: { highway: 'bus_stop' } },
      way(
        7,
        { building: 'yes' },
        [1, 2, 3, 1],
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 0],
        ],
      ),
    );
    expect(rows.map(({ stableId, nodes, oneway }) => ({ stableId, nodes, oneway }))).toEqual([
      { stableId: 'osm-w5', nodes: [1, 2, 3], oneway: false },
      { stableId: 'osm-w6', nodes: [9, 1], oneway: true },
    ]);
    expect(rows[1]?.geometry).toEqual(line([0, 50], [0, 0]));
    expect(dropped).toEqual({ 'not-this-theme': 2 });
  });

  it('keeps nodes in step where two stand at one place', async () => {
    const { rows } = await read(
      way(
        5,
        { highway: 'path' },
        [1, 2, 3],
        [
          [0, 0],
          [0, 0],
          [10, 0],
        ],
      ),
    );
    expect(rows[0]).toMatchObject({ nodes: [1, 3], footOnly: true });
    expect(rows[0]?.geometry.coordinates).toHaveLength(2);
  });
});

describe('OpenStreetMap GeoJSON', () => {
  it('reads lines of any exporter, each line of a multi-line by itself', async () => {
    const multi = {
      type: 'MultiLineString',
      coordinates: [line([0, 0], [9, 0]), line([0, 9], [9, 9])].map((l) => l.coordinates),
    };
    const { rows, dropped } = await readSource(streetsOsmGeoJson, [
      fileInMemory(
        'strade.geojson',
        collection(
          {
            id: 'way/1',
            geometry: line([0, 0], [50, 0]),
            properties: { highway: 'tertiary', maxspeed: '30' },
          },
          { geometry: multi, properties: { full_id: 'w2', highway: 'service' } },
          { geometry: box(0, 0, 9, 9), properties: { highway: 'pedestrian' } },
          { geometry: line([0, 0], [5, 0]), properties: { railway: 'tram' } },
        ),
      ),
    ]);
    expect(rows.map((r) => [r.stableId, r.class])).toEqual([
      ['osm-w1', 'tertiary'],
      ['osm-w2', 'service'],
      ['osm-w2-2', 'service'],
    ]);
    expect(dropped).toEqual({ 'not-this-theme': 2 });
  });

  it('leaves OSMnx edges to their own source', async () => {
    const file = fileInMemory('a.geojson', collection(edge(1, 2)));
    expect(await streetsOsmGeoJson.recognises(file)).toBe(false);
    expect(await streetsOsmnx.recognises(file)).toBe(true);
  });
});

describeShared('the streets of Milan', () => {
  it('311, 106, 2,435 and 4,158 OSMnx edges, two-way ones once', async () => {
    const files = await openFolder(sharedPath('milano/roads'));
    const counts: Record<string, [number, number]> = {};
    for (const file of files) {
      const { read, rows, dropped } = await readSource(streetsOsmnx, [file]);
      if (read === 0) continue;
      counts[file.baseName] = [read, rows.length];
      expect(read).toBe(rows.length + (dropped['other-direction'] ?? 0));
    }
    expect(counts).toEqual({
      'osm_strade_motorway.geojson': [311, 309],
      'osm_strade_primary.geojson': [2435, 2247],
      'osm_strade_secondary.geojson': [4158, 3565],
      'osm_strade_trunk.geojson': [106, 106],
    });
  });
});
