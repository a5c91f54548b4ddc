// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { lonLat } from '../../src/city/frames';
import type { Place } from '../../src/city/place';
import { fileInMemory } from '../fixtures/files';
import { box, collection, line } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { buildingsOsmGeoJson } from './buildings-osm-geojson';

const read = (...features: Parameters<typeof collection>) =>
  readSource(buildingsOsmGeoJson, [fileInMemory('edifici.geojson', collection(...features))]);

it('reads the ids and tags of the usual exporters', async () => {
  const { rows } = await read(
    {
      id: 'way/1',
      geometry: box(0, 0, 10, 10),
      properties: { '@id': 'way/1', building: 'yes', height: '7 m' },
    },
    { geometry: box(20, 0, 30, 10), properties: { full_id: 'r2', building: 'yes', 'building:levels': '3' } },
    {
      geometry: box(40, 0, 50, 10),
      properties: {
        osm_id: '-3',
        building: 'house',
        other_tags: '"building:levels"=>"2","roof:shape"=>"gabled"',
      },
    },
    { geometry: box(60, 0, 70, 10), properties: { osm_way_id: '4', building: 'yes', building_levels: '4' } },
    { geometry: box(80, 0, 90, 10), properties: { element_type: 'relation', osmid: 5, building: 'retail' } },
    { geometry: box(100, 0, 110, 10), properties: { building: 'yes', tags: { height: '9' } } },
  );
  expect(rows.map((r) => [r.stableId, r.heightM])).toEqual([
    ['osm-w1', 7],
    ['osm-r2', 9.6],
    ['osm-r3', 6.4],
    ['osm-w4', 12.8],
    ['osm-r5', undefined],
    [undefined, 9],
  ]);
});

it('takes closed lines as areas, and counts what is no building', async () => {
  const { rows, dropped } = await read(
    { geometry: line([0, 0], [10, 0], [10, 10], [0, 0]), properties: { building: 'yes' } },
    {
      id: 'node/1',
      geometry: { type: 'Point', coordinates: [9.19, 45.46] },
      properties: { building: 'yes' },
    },
    { geometry: box(0, 0, 9, 9), properties: { landuse: 'grass' } },
    { geometry: box(0, 0, 9, 9), properties: { building: 'yes', 'demolished:building': 'yes' } },
    { id: 'way/7', geometry: box(0, 0, 9, 9), properties: { building: 'yes' } },
    { id: 'way/7', geometry: box(0, 0, 9, 9), properties: { building: 'yes' } },
  );
  expect(rows).toHaveLength(2);
  expect(dropped).toEqual({ 'not-this-theme': 2, demolished: 1, 'duplicate-id': 1 });
});

it('reads another city of Italy as well', async () => {
  const bologna: Place = {
    id: 'bologna',
    name: 'Bologna',
    centre: lonLat(11.3426, 44.4938),
    bounds: [11.2, 44.4, 11.5, 44.6],
    timeZone: 'Europe/Rome',
  };
  const ring = [
    [11.34, 44.49],
    [11.341, 44.49],
    [11.341, 44.491],
    [11.34, 44.49],
  ];
  const file = fileInMemory(
    'bologna.geojson',
    collection({
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: { building: 'yes', height: '7 m' },
    }),
  );
  expect((await readSource(buildingsOsmGeoJson, [file], bologna)).rows[0]?.heightM).toBe(7);
  expect((await readSource(buildingsOsmGeoJson, [file])).dropped).toEqual({ 'outside-place': 1 });
});

it('leaves LiDAR files and Overpass answers to their own sources', async () => {
  const lidar = collection({ geometry: box(0, 0, 9, 9), properties: { building: 'yes', height_med: 3 } });
  expect(await buildingsOsmGeoJson.recognises(fileInMemory('a.geojson', lidar))).toBe(false);
  const overpass = { elements: [{ type: 'way', id: 1, tags: { building: 'yes' } }] };
  expect(await buildingsOsmGeoJson.recognises(fileInMemory('a.json', overpass))).toBe(false);
});
