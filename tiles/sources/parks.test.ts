// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory, filesInMemory } from '../fixtures/files';
import { box, collection, polygon } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { dbfOf, shpOf } from '../fixtures/shapefile';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { areaM2 } from '../formats/geometry';
import { greenery } from '../themes/greenery';
import { dogAreas } from './dog-areas';
import { parcoNord } from './parco-nord';
import { parks } from './parks';
import { playgrounds } from './playgrounds';

const WGS84_PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

describe('parks', () => {
  it('are read with their names as on a map, invalid ones mended', async () => {
    const clockwise = (area: ReturnType<typeof box>) => [...area.coordinates[0]!].reverse();
    const bowTie = polygon([0, 0], [100, 100], [100, 0], [0, 100]);
    const fields = [
      { name: 'ZONA', type: 'N' as const, length: 11 },
      { name: 'AREA', type: 'C' as const, length: 5 },
      { name: 'AREA_MQ', type: 'N' as const, length: 19, decimals: 4 },
      { name: 'PARCO', type: 'C' as const, length: 200 },
    ];
    const record = (PARCO: string) => ({ ZONA: 6, AREA: '215', AREA_MQ: 1, PARCO });
    const files = filesInMemory({
      'Parchi.shp': shpOf([
        { rings: [clockwise(box(0, 0, 50, 50))] },
        { rings: [bowTie.coordinates[0]!] },
        null,
      ]),
      'Parchi.dbf': dbfOf(fields, [
        record("PARCO DELL'ACQUA"),
        record('GIARDINO ALDO PROTTI'),
        record('COLLINA DEI CILIEGI'),
      ]),
      'Parchi.prj': WGS84_PRJ,
    });
    const { rows, messages } = await readSource(parks, files);
    expect(rows.map(({ class: of, name, stableId }) => [of, name, stableId])).toEqual([
      ['park', "Parco dell'Acqua", undefined],
      ['garden', 'Giardino Aldo Protti', undefined],
    ]);
    expect(areaM2(rows[1]!.geometry)).toBeGreaterThan(4900);
    expect(areaM2(rows[1]!.geometry)).toBeLessThan(5100);
    expect(messages).toEqual(['no-geometry, row 3: no geometry']);
  });

  it('of the CSV have centroids only, and are left out one by one', async () => {
    const csv = fileInMemory(
      'parchi.csv',
      'ZONA;CODICE_AREA;AREA_MQ;PERIM_M;PARCO;LONG_X_4326_CENTROID;LAT_Y_4326_CENTROID;Location\n6;233;49230.07;1250.1;PARCO DELLE CROCEROSSINE;9.12;45.45;(45.45, 9.12)\n',
    );
    const reading = await readSource(parks, [csv]);
    expect([reading.read, reading.rows.length]).toEqual([1, 0]);
    expect(reading.messages).toEqual([
      'no-geometry, row 1: PARCO DELLE CROCEROSSINE: centroid only, the areas are in the shapefile',
    ]);
  });

  it('are told from dog areas, which have the same columns and one more', async () => {
    const feature = (more: object) =>
      collection({
        geometry: box(0, 0, 9, 9),
        properties: { ZONA: 6, AREA: '1', AREA_MQ: 1, PERIM_M: 2, PARCO: 'X', ...more },
      });
    const park = fileInMemory('a.geojson', feature({}));
    const dogs = fileInMemory('b.geojson', feature({ CODICE: 'S327554', PARCO: null }));
    expect([await parks.recognises(park), await dogAreas.recognises(park)]).toEqual([true, false]);
    expect([await parks.recognises(dogs), await dogAreas.recognises(dogs)]).toEqual([false, true]);
    expect((await readSource(dogAreas, [dogs])).rows[0]).toEqual({
      origin: { file: 'b.geojson', row: 1 },
      class: 'dog-area',
      geometry: expect.anything(),
    });
  });
});

describe('playgrounds', () => {
  it.each(['località', 'localita\u0300', 'localita'])(
    'have their place under an attribute with an accent: %j',
    async (key) => {
      const file = fileInMemory(
        'giochi.geojson',
        collection({
          geometry: { type: 'MultiPolygon', coordinates: [box(0, 0, 9, 9).coordinates] },
          properties: {
            obj_id: 45165,
            [key]: 'parco della Lambretta',
            descrizione_codice: 'Area Gioco',
            area_mq: 5.5,
            perim_m: 3,
            data_ini: null,
          },
        }),
      );
      const { rows } = await readSource(playgrounds, [file]);
      expect(rows[0]).toMatchObject({
        stableId: 'ds724-45165',
        class: 'playground',
        name: 'parco della Lambretta',
      });
    },
  );
});

describe('Parco Nord', () => {
  it('is one park of two parts', async () => {
    const part = (AMBITO: string, west: number) => ({
      geometry: { type: 'MultiPolygon', coordinates: [box(west, 0, west + 500, 500).coordinates] },
      properties: { AMBITO, PERIMETRO: 1, SHAPE_AREA: 2 },
    });
    const file = fileInMemory(
      'parconord_2013.geojson',
      collection(part('comunali', 0), part('extra comunali', 500)),
    );
    const { rows } = await readSource(parcoNord, [file]);
    const result = cleanTheme(greenery, { 'parco-nord': rows });
    expect(result.of('greenery').map((f) => f.properties)).toEqual([
      { id: expect.stringMatching(/^parco-nord-/), class: 'park', name: 'Parco Nord', areaM2: 500_000 },
    ]);
  });
});

describeShared('green areas as published', () => {
  it('are 1,065 fragments of 74 parks, 22 of them twice', async () => {
    const files = await openFolder(sharedPath('milano/green'));
    const reading = await readSource(parks, files);
    expect(reading.files).toEqual(['parchi.csv', 'parchi_shp/Parchi_WGS84_Milano_1.shp']);
    expect([reading.read, reading.rows.length]).toEqual([2130, 1065]);
    expect(reading.dropped).toEqual({ 'no-geometry': 1065 });
    const result = cleanTheme(greenery, { parks: reading.rows });
    expect(result.of('greenery')).toHaveLength(74);
    expect(result.dropped.filter((text) => text.startsWith('duplicate-geometry'))).toHaveLength(22);
    const km2 =
      result.of('greenery').reduce((sum, f) => sum + ((f.properties as { areaM2: number }).areaM2 ?? 0), 0) /
      1e6;
    // 7.75 km² as measured with the fragments that are there twice.
    expect(km2).toBeGreaterThan(7);
    expect(km2).toBeLessThan(7.76);
  });

  it('are 983 playgrounds, 303 dog areas of which one twice, and Parco Nord', async () => {
    const files = await openFolder(sharedPath('milano/green'));
    const play = await readSource(playgrounds, files);
    expect([play.rows.length, play.rows.filter((row) => row.name).length]).toEqual([983, 983]);
    const dogs = await readSource(dogAreas, files);
    expect([dogs.rows.length, dogs.rows.filter((row) => row.name).length]).toEqual([303, 83]);
    const north = await readSource(parcoNord, files);
    expect(north.rows).toHaveLength(2);
    const result = cleanTheme(greenery, { 'dog-areas': dogs.rows, 'parco-nord': north.rows });
    expect(result.kept).toBe(302 + 1);
  });
});
