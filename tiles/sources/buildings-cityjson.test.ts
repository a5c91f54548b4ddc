// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { houseCityJson } from '../fixtures/cityjson';
import { fileInMemory } from '../fixtures/files';
import { readSource } from '../fixtures/read-source';
import { areaM2 } from '../formats/geometry';
import { buildingsCityJson } from './buildings-cityjson';

const read = (model: object) => readSource(buildingsCityJson, [fileInMemory('model.city.json', model)]);

it.each(['1.1', '2.0'])('reads a house with its roof as one building, version %s', async (version) => {
  const { rows, dropped, read: count } = await read(houseCityJson({ version }));
  expect(count).toBe(3);
  expect(dropped).toEqual({ 'merged-into-whole': 1, 'not-this-theme': 1 });
  expect(rows).toHaveLength(1);
  const [house] = rows;
  expect(house).toMatchObject({
    stableId: 'cityjson-house',
    heightM: 9.5,
    heightOrigin: 'measured',
    storeys: 2,
    year: 1931,
    name: 'Casa di prova',
    use: 'residential',
    rank: 50,
  });
  expect(areaM2(house!.geometry)).toBeCloseTo(80, 1);
  // Two roofs and four walls; the ground is not drawn.
  expect(house?.surfaces).toHaveLength(6);
  const heights = house!.surfaces!.flatMap((s) => s.rings.flat().map(([, , z]) => z));
  expect(Math.min(...heights)).toBeCloseTo(0, 9);
  expect(Math.max(...heights)).toBeCloseTo(9.5, 9);
});

it('finds the footprint without ground surfaces, from above', async () => {
  const model = houseCityJson({});
  for (const geometry of model.CityObjects.part.geometry)
    delete (geometry as { semantics?: object }).semantics;
  const { rows } = await read(model);
  expect(areaM2(rows[0]!.geometry)).toBeCloseTo(80, 1);
});

it('drops a building without surfaces', async () => {
  const model = houseCityJson({});
  model.CityObjects.part.geometry = [];
  const { rows, dropped } = await read(model);
  expect(rows).toHaveLength(0);
  expect(dropped['no-geometry']).toBe(1);
});
