// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { fileInMemory } from '../fixtures/files';
import { at, onPlane } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { areaM2 } from '../formats/geometry';
import { dbtGreenery, dbtWater } from './dbt-cover';

const ring = (width: number) =>
  [
    [0, 0],
    [width, 0],
    [width, 10],
    [0, 10],
  ].map(([e, n]) => [...onPlane(e!, n!)]);

describe('surveyed ground cover', () => {
  const file = fileInMemory('cover.json', {
    sport: [ring(40)],
    asphalt: [ring(5)],
    grass: [ring(20), [[Number.NaN, 1]], [], 'x'],
    water: [ring(8)],
  });

  it('is read from plain arrays of metres, the rings closed, for two themes', async () => {
    const green = await readSource(dbtGreenery, [file]);
    expect(green.read).toBe(7);
    expect(green.rows.map(({ class: of, geometry }) => [of, Math.round(areaM2(geometry))])).toEqual([
      ['sport', 400],
      ['grass', 200],
    ]);
    const [lon, lat] = green.rows[0]!.geometry.coordinates.flat(1)[0] as [number, number];
    expect(lon).toBeCloseTo(at(0, 0)[0], 8);
    expect(lat).toBeCloseTo(at(0, 0)[1], 8);
    expect(green.messages).toEqual([
      'not-this-theme, row 2: asphalt',
      'bad-coordinates, row 4: grass: coordinates NaN, NaN',
      'zero-area, row 5: grass: area under 0.01 m²',
      'zero-area, row 6: grass: area under 0.01 m²',
      'not-this-theme, row 7: water',
    ]);
    const water = await readSource(dbtWater, [file]);
    expect(water.rows.map(({ class: of }) => of)).toEqual(['basin']);
  });

  it('is not mistaken for other JSON', async () => {
    for (const other of [
      '{"grass": 3}',
      '{"elements": []}',
      '[]',
      '{"type":"FeatureCollection","features":[]}',
    ])
      expect(await dbtGreenery.recognises(fileInMemory('x.json', other))).toBe(false);
  });
});

describeShared('surveyed ground cover as published', () => {
  it('has 1,283 lawns, 90 pitches and 18 basins', async () => {
    const files = await openFolder(sharedPath('milano/landuse'));
    const green = await readSource(dbtGreenery, files);
    expect(green.read).toBe(2631);
    const count = (of: string) => green.rows.filter((row) => row.class === of).length;
    expect([count('grass'), count('sport')]).toEqual([1283, 90]);
    expect((await readSource(dbtWater, files)).rows).toHaveLength(18);
  });
});
