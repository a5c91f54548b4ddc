// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileInMemory } from '../fixtures/files';
import { InputError } from './found-file';
import { areaWithin, isArea, isOverpass, type OsmElement, readOverpass } from './overpass';

async function read(content: object | string): Promise<OsmElement[]> {
  const elements: OsmElement[] = [];
  for await (const element of readOverpass(fileInMemory('o.json', content))) elements.push(element);
  return elements;
}
const one = async (...elements: object[]) => (await read({ elements }))[0] as OsmElement;
const geometry = (...points: [number, number][]) => points.map(([lon, lat]) => ({ lon, lat }));
const [A, B, C, D]: [number, number][] = [
  [9, 45],
  [9.1, 45],
  [9.1, 45.1],
  [9, 45.1],
] as [[number, number], [number, number], [number, number], [number, number]];
const E: [number, number] = [9.04, 45.04];
const F: [number, number] = [9.06, 45.04];
const G: [number, number] = [9.05, 45.06];

describe('readOverpass', () => {
  it('reads nodes, open and closed ways, without needing the osm3s header', async () => {
    const elements = await read({
      elements: [
        { type: 'node', id: 1, lon: 9.2, lat: 45.5, tags: { natural: 'tree' } },
        { type: 'way', id: 2, nodes: [1, 2], geometry: geometry(A, B), tags: { highway: 'service' } },
        {
          type: 'way',
          id: 3,
          nodes: [1, 2, 3, 1],
          geometry: geometry(A, B, C, A),
          tags: { building: 'yes' },
        },
        {
          type: 'way',
          id: 4,
          nodes: [1, 2, 3, 1],
          geometry: geometry(A, B, C, A),
          tags: { highway: 'pedestrian' },
        },
      ],
    });
    expect(elements).toEqual([
      {
        row: 1,
        type: 'node',
        id: 1,
        tags: { natural: 'tree' },
        geometry: { type: 'Point', coordinates: [9.2, 45.5] },
      },
      {
        row: 2,
        type: 'way',
        id: 2,
        tags: { highway: 'service' },
        nodes: [1, 2],
        geometry: { type: 'LineString', coordinates: [A, B] },
      },
      {
        row: 3,
        type: 'way',
        id: 3,
        tags: { building: 'yes' },
        nodes: [1, 2, 3, 1],
        geometry: { type: 'Polygon', coordinates: [[A, B, C, A]] },
      },
      {
        row: 4,
        type: 'way',
        id: 4,
        tags: { highway: 'pedestrian' },
        nodes: [1, 2, 3, 1],
        geometry: { type: 'LineString', coordinates: [A, B, C, A] },
      },
    ]);
    expect(areaWithin(elements[3]?.geometry ?? null)).toEqual({
      type: 'Polygon',
      coordinates: [[A, B, C, A]],
    });
  });

  it('joins the member ways of a multipolygon, whatever their direction, with its inner rings', async () => {
    const relation = await one({
      type: 'relation',
      id: 9,
      tags: { type: 'multipolygon', building: 'yes' },
      members: [
        { type: 'way', ref: 1, role: 'outer', geometry: geometry(A, B, C) },
        { type: 'way', ref: 2, role: 'outer', geometry: geometry(A, D, C) },
        { type: 'way', ref: 3, role: 'inner', geometry: geometry(E, F, G, E) },
        { type: 'node', ref: 4, role: 'entrance', lon: 9, lat: 45 },
      ],
    });
    expect(relation.incomplete).toBeUndefined();
    expect(relation.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [A, B, C, D, A],
        [E, F, G, E],
      ],
    });
    expect(relation.members).toHaveLength(4);
  });

  it('flags what is missing of a relation', async () => {
    const relation = (...members: object[]) =>
      one({ type: 'relation', id: 9, tags: { type: 'multipolygon' }, members });
    expect(await relation({ type: 'way', ref: 1, role: 'outer', geometry: geometry(A, B, C) })).toMatchObject(
      {
        geometry: null,
        incomplete: '1 rings do not close',
      },
    );
    expect(await relation({ type: 'way', ref: 7, role: 'outer' })).toMatchObject({
      geometry: null,
      incomplete: 'member way 7 is not wholly in the file',
    });
    expect(await relation()).toMatchObject({ geometry: null, incomplete: 'no outer ring' });
    expect(
      await relation(
        { type: 'way', ref: 1, role: 'outer', geometry: geometry(A, B, C, A) },
        { type: 'way', ref: 2, role: 'inner', geometry: [{ lon: 9, lat: 45 }, null] },
      ),
    ).toMatchObject({ geometry: { type: 'Polygon' }, incomplete: 'member way 2 is not wholly in the file' });
  });

  it('leaves relations that are no areas without geometry', async () => {
    const route = await one({ type: 'relation', id: 5, tags: { type: 'route', ref: '14' } });
    expect(route).toMatchObject({ geometry: null, members: [], tags: { ref: '14' } });
    expect(route.incomplete).toBeUndefined();
  });

  it('assembles ways from nodes that come as elements, and flags absent ones', async () => {
    const nodes = [A, B, C].map(([lon, lat], i) => ({ type: 'node', id: i + 1, lon, lat }));
    const way = { type: 'way', id: 8, nodes: [1, 2, 3, 1], tags: { building: 'yes' } };
    expect((await one(way, ...nodes)).geometry).toEqual({ type: 'Polygon', coordinates: [[A, B, C, A]] });
    const relation = {
      type: 'relation',
      id: 9,
      tags: { type: 'multipolygon' },
      members: [{ type: 'way', ref: 8, role: 'outer' }],
    };
    expect((await one(relation, way, ...nodes)).geometry).toEqual({
      type: 'Polygon',
      coordinates: [[A, B, C, A]],
    });
    expect(await one({ ...way, nodes: [1, 2, 99] }, ...nodes)).toMatchObject({
      geometry: { type: 'LineString', coordinates: [A, B] },
      incomplete: '1 of its nodes are not in the file',
    });
  });

  it.each([
    [{ version: 0.6 }, /no Overpass answer/],
    [
      { elements: [], remark: 'runtime error: Query timed out in "query" at line 3' },
      /incomplete: Overpass says/,
    ],
    [{ elements: [{ type: 'node' }] }, /row 1: an element without id/],
    [{ elements: [{ type: 'area', id: 1 }] }, /row 1: an element that is no node, way or relation/],
    ['{"elements": [{"type": "no', /truncated/],
    ['[]', /no Overpass answer/],
    ['null', /no Overpass answer/],
  ])('refuses %j', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
    await expect(read(content)).rejects.toBeInstanceOf(InputError);
  });

  it('knows an answer by its head', () => {
    expect(isOverpass('{"version": 0.6, "elements": [')).toBe(true);
    expect(isOverpass('{"elements": [{"type": "node"')).toBe(true);
    expect(isOverpass('{"type":"FeatureCollection","features":[')).toBe(false);
    expect(isOverpass('[{"elements":[')).toBe(false);
  });

  it('knows which closed ways are areas', () => {
    expect(isArea({ building: 'yes' })).toBe(true);
    expect(isArea({ highway: 'pedestrian', area: 'yes' })).toBe(true);
    expect(isArea({ highway: 'service' })).toBe(false);
    expect(isArea({ natural: 'water' })).toBe(true);
    expect(isArea({ natural: 'tree_row' })).toBe(false);
    expect(isArea({ waterway: 'river' })).toBe(false);
    expect(isArea({ waterway: 'riverbank' })).toBe(true);
    expect(isArea({ barrier: 'fence', leisure: 'pitch' })).toBe(false);
  });

  it('gives elements or an InputError for any JSON', async () => {
    const member = fc.record({
      type: fc.constantFrom('way', 'node'),
      ref: fc.nat(3),
      role: fc.constantFrom('outer', 'inner', ''),
      geometry: fc.option(
        fc.array(
          fc.option(fc.record({ lon: fc.integer({ min: 0, max: 3 }), lat: fc.integer({ min: 0, max: 3 }) })),
        ),
        { nil: undefined },
      ),
    });
    const element = fc.record({
      type: fc.constantFrom('node', 'way', 'relation', 'x'),
      id: fc.nat(5),
      nodes: fc.option(fc.array(fc.nat(5)), { nil: undefined }),
      tags: fc.constantFrom({ type: 'multipolygon' }, { building: 'yes' }, {}),
      members: fc.option(fc.array(member), { nil: undefined }),
    });
    const top = fc.oneof(
      fc.jsonValue(),
      fc.record({ elements: fc.array(fc.oneof(element, fc.jsonValue())) }),
    );
    await fc.assert(
      fc.asyncProperty(top, async (json) => {
        try {
          for (const { geometry: shape } of await read(JSON.stringify(json)))
            expect(JSON.stringify(shape)).not.toContain('null,');
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});
