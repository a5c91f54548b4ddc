// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileInMemory } from '../fixtures/files';
import { at, collection } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { InputError } from '../formats/found-file';
import { buildingsOsmGeoJson } from './buildings-osm-geojson';
import { buildingsOsmLidar } from './buildings-osm-lidar';
import { buildingsOverpass } from './buildings-overpass';
import { streetsOsmGeoJson } from './streets-osm-geojson';
import { streetsOsmnx } from './streets-osmnx';
import { streetsOverpass } from './streets-overpass';

const KEYS = [
  'building',
  'building:part',
  'building:levels',
  'height',
  'min_height',
  'height_med',
  'height_max',
  'roof:levels',
  'osm_id',
  'type',
  'name',
  'start_date',
  'highway',
  'oneway',
  'lanes',
  'maxspeed',
  'construction',
  'location',
  'layer',
  'end_date',
  'u',
  'v',
  'osmid',
  'key',
  'other_tags',
  'tags',
  'junction',
];
const value = fc.oneof(fc.jsonValue(), fc.constantFrom('yes', 'primary', '3', -1, '12 m', "['a' 'b']", '-1'));
/** Half of them otherwise sound, so that the rubbish gets past the door. */
const properties = fc
  .tuple(fc.boolean(), fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 }))
  .map(([sound, rubbish]) => ({
    ...(sound ? { building: 'yes', highway: 'primary', height_med: 9, u: 1, v: 2 } : {}),
    ...rubbish,
  }));
const place = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([e, n]) => at(e * 5, n * 5));
const path = fc.array(fc.oneof({ weight: 30, arbitrary: place }, { weight: 1, arbitrary: fc.jsonValue() }), {
  maxLength: 7,
});
/** Mostly closed, so that some enclose an area. */
const ring = fc
  .tuple(path, fc.integer({ min: 0, max: 4 }))
  .map(([points, open]) => (open === 0 || points.length === 0 ? points : [...points, points[0]]));
const geometry = fc.oneof(
  fc.constant(null),
  path.map((coordinates) => ({ type: 'LineString', coordinates })),
  ring.map((points) => ({ type: 'Polygon', coordinates: [points] })),
);

/** Every number that a row holds, at any depth. */
const numbersIn = (row: unknown): number[] =>
  typeof row === 'number'
    ? [row]
    : row && typeof row === 'object'
      ? Object.values(row).flatMap(numbersIn)
      : [];

it.each(
  [buildingsOsmLidar, buildingsOsmGeoJson, streetsOsmnx, streetsOsmGeoJson].map((s) => [s.id, s] as const),
)('%s gives rows, drops or an InputError for any features, and no NaN', async (_, source) => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ geometry, properties }), { maxLength: 4 }), async (features) => {
      const file = fileInMemory('f.geojson', collection(...features));
      kept += await soundly(() =>
        readSource({ ...source, recognises: () => true } as typeof buildingsOsmLidar, [file]),
      );
    }),
    { numRuns: 300 },
  );
  expect(kept).toBeGreaterThan(10);
});

it.each([buildingsOverpass, streetsOverpass].map((s) => [s.id, s] as const))(
  '%s gives rows, drops or an InputError for any elements, and no NaN',
  async (_, source) => {
    let kept = 0;
    const element = fc.record({
      type: fc.constantFrom('node', 'way', 'relation'),
      id: fc.nat(9),
      tags: properties,
      geometry: ring.map((points) => points.map((p) => (Array.isArray(p) ? { lon: p[0], lat: p[1] } : p))),
      nodes: fc.array(fc.nat(9), { maxLength: 7 }),
      members: fc.array(
        fc.record({
          type: fc.constant('way'),
          ref: fc.nat(9),
          role: fc.constantFrom('outer', 'inner', 'part', 'outline'),
        }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(element, { maxLength: 5 }), async (elements) => {
        const file = fileInMemory('o.json', { elements });
        kept += await soundly(() =>
          readSource({ ...source, recognises: () => true } as typeof buildingsOsmLidar, [file]),
        );
      }),
      { numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(10);
  },
);

/** Reads, and gives the number of rows. */
async function soundly(read: () => ReturnType<typeof readSource>): Promise<number> {
  try {
    const { rows, read: count, dropped } = await read();
    for (const number of numbersIn(rows)) expect(Number.isFinite(number)).toBe(true);
    const out = Object.values(dropped).reduce((sum, n) => sum + n, 0);
    expect(rows.length + out).toBeGreaterThanOrEqual(count);
    return rows.length;
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return 0;
  }
}
