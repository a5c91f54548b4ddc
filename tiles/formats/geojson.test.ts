// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feature } from '../../src/formats/feature';
import { fileInMemory } from '../fixtures/files';
import { InputError } from './found-file';
import { readGeoJson } from './geojson';

async function read(content: string | object, options?: { defaultCrs?: string }): Promise<Feature[]> {
  const features: Feature[] = [];
  for await (const feature of readGeoJson(fileInMemory('a.geojson', content), options))
    features.push(feature);
  return features;
}

/** Coordinates of a point. */
const coordinatesOf = (feature: Feature | undefined): number[] =>
  feature?.geometry?.type === 'Point' ? feature.geometry.coordinates : [];

const point = (x: number, y: number, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [x, y] },
});
const collection = (features: unknown[], crs?: string) => ({
  type: 'FeatureCollection',
  ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}),
  features,
});

describe('readGeoJson', () => {
  it('reads a collection, one feature, and one feature a line', async () => {
    const expected = [
      { row: 1, geometry: { type: 'Point', coordinates: [9.2, 45.5] }, properties: { n: 1 } },
    ];
    expect(await read(collection([point(9.2, 45.5, { n: 1 })]))).toEqual(expected);
    expect(await read(point(9.2, 45.5, { n: 1 }))).toEqual(expected);
    const lines = [point(9.2, 45.5, { n: 1 }), point(9.3, 45.4)].map((f) => JSON.stringify(f)).join('\n');
    const read2 = await read(`\uFEFF${lines}\n`);
    expect(read2[0]).toEqual(expected[0]);
    expect(read2[1]).toMatchObject({ row: 2, geometry: { coordinates: [9.3, 45.4] } });
  });

  it('reads one feature a line also where the first is longer than the head of the file', async () => {
    const long = point(9.2, 45.5, { n: 'x'.repeat(70_000) });
    for (const mark of ['', '\u001e']) {
      const lines = [long, point(9.3, 45.4)].map((f) => mark + JSON.stringify(f)).join('\n');
      expect((await read(`${lines}\n`)).map(coordinatesOf)).toEqual([
        [9.2, 45.5],
        [9.3, 45.4],
      ]);
    }
    expect(await read(long)).toHaveLength(1);
    expect(await read(`${JSON.stringify(long)}\n`)).toHaveLength(1);
  });

  it('honours the crs member and the default, in this order', async () => {
    const inMetres = collection([point(514998.91, 5034532.7)], 'urn:ogc:def:crs:EPSG::32632');
    const [feature] = await read(inMetres, { defaultCrs: 'EPSG:3003' });
    const [lon, lat] = coordinatesOf(feature);
    expect(lon).toBeCloseTo(9.19186, 6);
    expect(lat).toBeCloseTo(45.46416, 6);
    const [other] = await read(collection([point(1515026.91, 5034552.71)]), { defaultCrs: 'EPSG:3003' });
    expect(coordinatesOf(other)[0]).toBeCloseTo(9.19186, 6);
  });

  it('gives rows without geometry and without properties, and keeps ids', async () => {
    const rows = await read(
      collection([
        { type: 'Feature', id: 'way/1', geometry: null, properties: null },
        null,
        { type: 'Feature', geometry: { type: 'Circle' }, properties: { a: 1 } },
      ]),
    );
    expect(rows).toEqual([
      { row: 1, id: 'way/1', geometry: null, properties: {} },
      { row: 2, geometry: null, properties: {} },
      { row: 3, geometry: null, properties: { a: 1 } },
    ]);
  });

  it.each([
    ['{"type":"FeatureCollection","features":[{"type":"Fea', /truncated: the JSON breaks off at line 1/],
    ['<!DOCTYPE html>', /not valid JSON at line 1, column 1/],
    ['{"error":"not found"}', /is JSON but not GeoJSON/],
    [JSON.stringify(collection([], 'EPSG:28992')), /unknown coordinate reference system "EPSG:28992"/],
    [JSON.stringify({ ...collection([]), crs: { type: 'link' } }), /unknown coordinate reference system/],
    [
      JSON.stringify(collection([point(514998, 5034532), point(514000, 5034000)])),
      /coordinates look like metres \(514998, 5034532\)/,
    ],
    [`${JSON.stringify(point(9, 45))}\n{"type":"Feat`, /line 2: truncated/],
  ])('refuses %s', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
    await expect(read(content)).rejects.toBeInstanceOf(InputError);
  });

  it('does not stop for one row in metres: that is the fault of the row', async () => {
    expect(await read(collection([point(514998, 5034532), point(9.2, 45.5)]))).toHaveLength(2);
  });

  it('gives rows or an InputError for any JSON', async () => {
    const coordinates = fc.jsonValue();
    const geometry = fc.record({
      type: fc.constantFrom('Point', 'Polygon', 'LineString', 'MultiPolygon', 'GeometryCollection', 'X'),
      coordinates,
    });
    const feature = fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('Feature'), geometry }));
    const top = fc.oneof(
      fc.jsonValue(),
      fc.record({
        type: fc.constant('FeatureCollection'),
        features: fc.array(feature),
        crs: fc.oneof(
          fc.jsonValue(),
          fc.constantFrom('EPSG:3003', 'EPSG:4326').map((name) => ({ properties: { name } })),
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(top, async (json) => {
        try {
          for (const { row } of await read(JSON.stringify(json))) expect(row).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});
