// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CityJsonObject, isCityJson } from '../../src/formats/cityjson';
import { houseCityJson } from '../fixtures/cityjson';
import { fileInMemory } from '../fixtures/files';
import { readCityJson } from './cityjson';
import { InputError } from './found-file';

async function read(content: object | string): Promise<CityJsonObject[]> {
  const objects: CityJsonObject[] = [];
  for await (const object of readCityJson(fileInMemory('c.city.json', content))) objects.push(object);
  return objects;
}

describe('readCityJson', () => {
  it.each(['1.0', '1.1', '2.0'])('reads a house with a gable roof, version %s', async (version) => {
    const [house, part, bench] = await read(houseCityJson({ version }));
    expect(house).toMatchObject({ row: 1, id: 'house', type: 'Building', children: ['part'], surfaces: [] });
    expect(part).toMatchObject({
      row: 2,
      type: 'BuildingPart',
      parents: ['house'],
      lod: '2.2',
      brokenSurfaces: 0,
    });
    expect(part?.surfaces.map((s) => s.semantics)).toEqual([
      'GroundSurface',
      'RoofSurface',
      'RoofSurface',
      'WallSurface',
      'WallSurface',
      'WallSurface',
      'WallSurface',
    ]);
    const heights = part?.surfaces.flatMap((s) => s.rings.flat().map(([, , z]) => z)) ?? [];
    expect(Math.min(...heights)).toBeCloseTo(120, 9);
    expect(Math.max(...heights)).toBeCloseTo(129.5, 9);
    const [lon, lat] = part!.surfaces[0]!.rings[0]![0]!;
    expect(lon).toBeCloseTo(9.19186, 6);
    expect(lat).toBeCloseTo(45.46416, 6);
    expect(bench).toMatchObject({ row: 3, type: 'CityFurniture', surfaces: [] });
  });

  it('prefers roofs to boxes, and boxes to windows and doors', async () => {
    const lods = async (...present: string[]) => (await read(houseCityJson({ lods: present })))[1]?.lod;
    expect(await lods('1.2', '2.2', '3.3')).toBe('2.2');
    expect(await lods('3.3', '1.2')).toBe('1.2');
    expect(await lods('3.3')).toBe('3.3');
  });

  it('counts surfaces that name absent vertices', async () => {
    const model = houseCityJson({});
    model.vertices.splice(9, 1);
    const part = (await read(model))[1];
    expect(part?.brokenSurfaces).toBe(3);
    expect(part?.surfaces).toHaveLength(4);
  });

  it.each([
    [{ type: 'CityJSON' }, /is JSON but not CityJSON/],
    [houseCityJson({ version: '3.0' }), /is CityJSON 3\.0; versions/],
    [{ ...houseCityJson({}), metadata: {} }, /has no metadata\.referenceSystem/],
    [houseCityJson({ referenceSystem: 'urn:ogc:def:crs:EPSG::7415' }), /unknown coordinate reference system/],
    ['{"type":"CityJSON","ver', /truncated/],
  ])('refuses %j', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
    await expect(read(content)).rejects.toBeInstanceOf(InputError);
  });

  it('knows a model by its head', () => {
    expect(isCityJson('{"type":"CityJSON","version":"2.0"')).toBe(true);
    expect(isCityJson('{"type": "FeatureCollection"')).toBe(false);
  });

  it('gives objects or an InputError for any boundaries', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('Solid', 'MultiSurface', 'MultiSolid'),
        async (boundaries, type) => {
          const model = houseCityJson({});
          model.CityObjects.part.geometry = [
            { type, lod: '2', boundaries, semantics: { values: boundaries } },
          ];
          try {
            for (const { surfaces } of await read(JSON.stringify(model)))
              for (const position of surfaces.flatMap((s) => s.rings.flat(2)))
                expect(Number.isFinite(position)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
    );
  });
});
