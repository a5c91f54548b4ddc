// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { fileInMemory } from '../fixtures/files';
import { box } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { areaM2 } from '../formats/geometry';
import { buildingsOverpass } from './buildings-overpass';

const read = (...elements: object[]) =>
  readSource(buildingsOverpass, [fileInMemory('overpass_test.json', { elements })]);
const points = (west: number, south: number, east: number, north: number) =>
  (box(west, south, east, north).coordinates[0] ?? []).map(([lon, lat]) => ({ lon, lat }));
const way = (id: number, tags: object, corners: [number, number, number, number] = [0, 0, 20, 20]) => ({
  type: 'way',
  id,
  tags,
  nodes: [1, 2, 3, 4, 1],
  geometry: points(...corners),
});
const member = (ref: number, role: string, corners?: [number, number, number, number]) => ({
  type: 'way',
  ref,
  role,
  ...(corners ? { geometry: points(...corners) } : {}),
});

it('reads ways and multipolygons with their courtyards', async () => {
  const { rows, dropped } = await read(
    way(1, { building: 'apartments', 'building:levels': '5' }),
    {
      type: 'relation',
      id: 2,
      tags: { type: 'multipolygon', building: 'office', height: '25' },
      members: [member(20, 'outer', [100, 0, 140, 40]), member(21, 'inner', [110, 10, 130, 30])],
    },
    { type: 'node', id: 3, lon: 9.2, lat: 45.5, tags: { building: 'entrance' } },
    way(4, { highway: 'service' }),
  );
  expect(rows.map((r) => [r.stableId, r.heightM, r.use])).toEqual([
    ['osm-w1', 16, 'residential'],
    ['osm-r2', 25, 'office'],
  ]);
  expect(areaM2(rows[1]!.geometry)).toBeCloseTo(1600 - 400, 1);
  expect(dropped).toEqual({ 'not-this-theme': 2 });
});

it('reads parts, and takes a building relation for the group that it is', async () => {
  const { rows, dropped } = await read(
    way(1, { building: 'yes' }),
    way(2, { 'building:part': 'yes', height: '40', min_height: '10' }, [0, 0, 10, 10]),
    {
      type: 'relation',
      id: 3,
      tags: { type: 'building', building: 'yes' },
      members: [member(1, 'outline', [0, 0, 20, 20]), member(2, 'part', [0, 0, 10, 10])],
    },
  );
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({
    stableId: 'osm-w2',
    isPart: true,
    heightM: 40,
    minHeightM: 10,
  });
  expect(dropped).toEqual({ 'duplicate-geometry': 1 });
});

it('states the day of the data that the answer gives, and none where it gives none', async () => {
  const answer = (osm3s?: object) => [fileInMemory('o.json', { version: 0.6, osm3s, elements: [] })];
  const of = async (osm3s?: object) => (await readSource(buildingsOverpass, answer(osm3s))).stated;
  expect(await of({ timestamp_osm_base: '2026-07-14T09:31:02Z' })).toEqual([{ vintage: '2026-07-14' }]);
  expect(await of({ timestamp_osm_base: '' })).toEqual([]);
  expect(await of()).toEqual([]);
  expect(buildingsOverpass.vintage).toBe('not stated');
});

it('keeps a part that says it is no whole building', async () => {
  const { rows, dropped } = await read(way(1, { building: 'no', 'building:part': 'yes', height: '12' }));
  expect(rows).toMatchObject([{ stableId: 'osm-w1', isPart: true, heightM: 12 }]);
  expect(dropped).toEqual({});
});

it('keeps buildings that a multipolygon only groups', async () => {
  const { rows, dropped } = await read(
    way(1, { building: 'university', 'building:levels': '1' }),
    way(2, { building: 'university', 'building:levels': '3' }, [40, 0, 60, 20]),
    {
      type: 'relation',
      id: 3,
      tags: { type: 'multipolygon', building: 'university', name: 'Dipartimento' },
      members: [member(1, 'outer', [0, 0, 20, 20]), member(2, 'outer', [40, 0, 60, 20])],
    },
  );
  expect(rows.map((r) => [r.stableId, r.storeys])).toEqual([
    ['osm-w1', 1],
    ['osm-w2', 3],
  ]);
  expect(dropped).toEqual({ 'duplicate-geometry': 1 });
});

it('drops the demolished, what multipolygons repeat, and broken geometry, each for its reason', async () => {
  const { rows, dropped, messages } = await read(
    way(1, { building: 'service', demolished: 'yes' }),
    way(2, { building: 'no' }),
    way(20, { building: 'yes' }, [100, 0, 140, 40]),
    {
      type: 'relation',
      id: 3,
      tags: { type: 'multipolygon', building: 'yes' },
      members: [member(20, 'outer', [100, 0, 140, 40])],
    },
    {
      type: 'relation',
      id: 4,
      tags: { type: 'multipolygon', building: 'yes' },
      members: [member(99, 'outer')],
    },
    { ...way(5, { building: 'yes' }), geometry: points(0, 0, 9, 9).slice(0, 3), nodes: [1, 2, 3] },
    way(6, { building: 'yes' }, [500_000, 0, 500_020, 20]),
  );
  expect(rows.map((r) => r.stableId)).toEqual(['osm-r3']);
  expect(dropped).toEqual({
    demolished: 1,
    'not-a-building': 1,
    'duplicate-geometry': 1,
    'incomplete-relation': 1,
    'no-geometry': 1,
    'outside-place': 1,
  });
  expect(messages).toContain('demolished, row 1: way 1: demolished=yes');
});

describeShared('the answers for Bovisa and Città Studi', () => {
  it('1,203 and 1,139 buildings, less the demolished and doubly drawn', async () => {
    const files = await openFolder(sharedPath('milano/osm-raw'));
    const bovisa = await readSource(
      buildingsOverpass,
      files.filter((f) => f.name.includes('bovisa_campus')),
    );
    expect(bovisa.rows.length + (bovisa.dropped.demolished ?? 0)).toBe(1203);
    expect(bovisa.dropped).toEqual({ 'not-this-theme': 1999, demolished: 3 });
    expect(bovisa.rows.filter((r) => r.heightOrigin === 'storeys')).toHaveLength(591);
    const citta = await readSource(
      buildingsOverpass,
      files.filter((f) => f.baseName === 'overpass_cittastudi.json'),
    );
    expect(
      citta.rows.length + (citta.dropped.demolished ?? 0) + (citta.dropped['duplicate-geometry'] ?? 0),
    ).toBe(1139);
    // 29 relations: one groups the parts of a building, one three buildings with attributes of their own.
    expect(citta.rows.filter((r) => r.stableId?.startsWith('osm-r'))).toHaveLength(27);
    expect(citta.dropped['duplicate-geometry']).toBe(2);
    expect(citta.dropped['incomplete-relation']).toBeUndefined();
  });
});
