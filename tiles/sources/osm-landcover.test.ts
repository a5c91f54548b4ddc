// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileInMemory } from '../fixtures/files';
import { at } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { InputError } from '../formats/found-file';
import { osmLandcover } from './osm-landcover';
import { osmRail } from './osm-rail';
import { osmTrees } from './osm-trees';
import { osmWater } from './osm-water';

const nodes = (...corners: [number, number][]) =>
  corners.map(([e, n]) => {
    const [lon, lat] = at(e, n);
    return { lon, lat };
  });
const square = nodes([0, 0], [50, 0], [50, 50], [0, 50], [0, 0]);
const way = (id: number, tags: Record<string, string>, geometry = square) => ({
  type: 'way',
  id,
  tags,
  geometry,
});
const node = (id: number, tags: Record<string, string>, [lon, lat] = at(0, 0)) => ({
  type: 'node',
  id,
  tags,
  lon,
  lat,
});
const answer = (...elements: object[]) => fileInMemory('overpass.json', { version: 0.6, elements });

describe('greenery of OpenStreetMap', () => {
  it('turns its words into ours and leaves the rest', async () => {
    const { rows, messages, read } = await readSource(osmLandcover, [
      answer(
        way(1, { leisure: 'park', name: 'Parco Lambro' }),
        way(2, { landuse: 'grass' }),
        way(3, { natural: 'wood' }),
        way(4, { leisure: 'dog_park' }),
        way(5, { leisure: 'pitch', sport: 'tennis' }),
        way(6, { landuse: 'residential' }),
        way(7, { leisure: 'sports_centre', building: 'yes' }),
        node(8, { leisure: 'playground' }),
        way(9, { leisure: 'garden' }, nodes([0, 0], [50, 0], [50, 50])),
        { type: 'relation', id: 10, tags: { type: 'multipolygon', leisure: 'park' }, members: [] },
      ),
    ]);
    expect(read).toBe(10);
    expect(rows.map(({ stableId, class: of, name }) => [stableId, of, name])).toEqual([
      ['osm-w1', 'park', 'Parco Lambro'],
      ['osm-w2', 'grass', undefined],
      ['osm-w3', 'wood', undefined],
      ['osm-w4', 'dog-area', undefined],
      ['osm-w5', 'sport', undefined],
    ]);
    expect(messages).toEqual([
      'not-this-theme, row 6: way 6',
      'not-this-theme, row 7: way 7',
      'not-this-theme, row 8: node 8',
      'no-geometry, row 9: way 9: no geometry',
      'incomplete-relation, row 10: relation 10: no outer ring',
    ]);
  });
});

describe('trees of OpenStreetMap', () => {
  it('are read with what is known of them; rows of trees are not trees', async () => {
    const { rows, dropped } = await readSource(osmTrees, [
      answer(
        node(1, {
          natural: 'tree',
          species: 'Tilia cordata',
          height: '12 m',
          diameter_crown: '6.5 m',
          start_date: '1990',
        }),
        node(2, { natural: 'tree', height: 'tall', genus: 'Acer' }),
        way(3, { natural: 'tree_row' }),
        node(4, { natural: 'tree' }, [45.46, 9.19]),
      ),
    ]);
    expect(rows).toEqual([
      {
        origin: { file: 'overpass.json', row: 1 },
        stableId: 'osm-n1',
        at: at(0, 0),
        species: 'Tilia cordata',
        heightM: 12,
        crownM: 6.5,
        plantedYear: 1990,
      },
      { origin: { file: 'overpass.json', row: 2 }, stableId: 'osm-n2', at: at(0, 0), species: 'Acer' },
    ]);
    expect(dropped).toEqual({ 'not-this-theme': 1, 'swapped-coordinates': 1 });
  });
});

describe('water of OpenStreetMap', () => {
  it('are areas and lines; what runs under the streets is left out', async () => {
    const line = nodes([0, 0], [300, 0]);
    const { rows, messages } = await readSource(osmWater, [
      answer(
        way(1, { natural: 'water', water: 'pond' }),
        way(2, { natural: 'water', water: 'canal', name: 'Darsena' }),
        way(3, { waterway: 'canal', name: 'Naviglio Grande', width: '15' }, line),
        way(4, { waterway: 'river', name: 'Lambro', width: 'wide' }, line),
        way(5, { waterway: 'stream', tunnel: 'culvert', name: 'Seveso' }, line),
        way(6, { waterway: 'riverbank' }),
        way(7, { landuse: 'basin' }),
        node(8, { amenity: 'fountain' }),
      ),
    ]);
    expect(rows.map(({ class: of, name, widthM, geometry }) => [of, geometry.type, name, widthM])).toEqual([
      ['lake', 'Polygon', undefined, undefined],
      ['canal', 'Polygon', 'Darsena', undefined],
      ['canal', 'LineString', 'Naviglio Grande', 15],
      ['river', 'LineString', 'Lambro', undefined],
      ['river', 'Polygon', undefined, undefined],
      ['basin', 'Polygon', undefined, undefined],
    ]);
    expect(messages).toEqual(['underground, row 5: way 5: Seveso', 'not-this-theme, row 8: node 8']);
  });
});

describe('tracks of OpenStreetMap', () => {
  it('say what they are, whether they are used and whether they are in a tunnel', async () => {
    const line = nodes([0, 0], [300, 0]);
    const { rows, dropped } = await readSource(osmRail, [
      answer(
        way(1, { railway: 'rail', name: 'Passante', tunnel: 'yes' }, line),
        way(2, { railway: 'tram' }, line),
        way(3, { railway: 'construction', construction: 'subway' }, line),
        way(4, { railway: 'platform' }, line),
        way(5, { railway: 'abandoned' }, line),
        node(6, { railway: 'station' }),
      ),
    ]);
    expect(rows.map(({ class: of, state, underground, name }) => [of, state, underground, name])).toEqual([
      ['rail', 'in-service', true, 'Passante'],
      ['tram', 'in-service', false, undefined],
      ['metro', 'planned', false, undefined],
    ]);
    expect(dropped).toEqual({ 'not-this-theme': 3 });
  });
});

describe('any tags', () => {
  it('are read or counted, never thrown at', async () => {
    const tags = fc.dictionary(
      fc.oneof(
        fc.constantFrom('natural', 'leisure', 'landuse', 'waterway', 'railway', 'width', 'height', 'tunnel'),
        fc.string(),
      ),
      fc.oneof(
        fc.constantFrom('tree', 'park', 'water', 'river', 'tram', 'yes', '__proto__', 'constructor'),
        fc.string(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tags), async (all) => {
        const file = answer(...all.map((t, i) => (i % 2 ? way(i, t) : node(i, t))));
        for (const source of [osmLandcover, osmTrees, osmWater, osmRail] as const) {
          const reading = await readSource<'greenery' | 'trees' | 'water' | 'rail'>(source as never, [file]);
          expect(reading.read).toBe(all.length);
          expect(reading.rows.length + reading.messages.length).toBe(all.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a broken-off answer is said to be one', async () => {
    const broken = fileInMemory('overpass.json', { elements: [], remark: 'runtime error: Query timed out' });
    await expect(readSource(osmWater, [broken])).rejects.toThrow(InputError);
  });
});

describeShared('OpenStreetMap as published', () => {
  it('has the green, the trees and the four ponds of two districts', async () => {
    const files = await openFolder(sharedPath('milano/osm-raw'));
    const covers = files.filter((file) => file.name.includes('landcover'));
    const green = await readSource(osmLandcover, covers);
    expect([green.read, green.rows.length]).toEqual([950, 574]);
    const trees = await readSource(osmTrees, files);
    expect(trees.rows).toHaveLength(416 + 1241);
    const water = await readSource(osmWater, files);
    expect(water.rows.map((row) => row.class)).toEqual(['lake', 'lake', 'lake', 'lake']);
  });
});
