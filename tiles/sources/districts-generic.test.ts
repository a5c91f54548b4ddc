// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../src/city/frames';
import type { Place } from '../../src/city/place';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory, filesInMemory } from '../fixtures/files';
import { box, collection, polygon } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { dbfOf, shpOf } from '../fixtures/shapefile';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { InputError } from '../formats/found-file';
import { areaM2 } from '../formats/geometry';
import { boundaries } from '../themes/boundaries';
import { columnsOf, districtsGeneric } from './districts-generic';
import { SOURCES } from './index';

const rows = (...properties: Record<string, unknown>[]) => properties.map((p) => ({ properties: p }));

describe('columns of name and number', () => {
  it.each([
    [
      rows({ quartiere: 'Arcella', cod_quart: 3 }, { quartiere: 'Guizza', cod_quart: 4 }),
      { name: 'quartiere', id: 'cod_quart' },
    ],
    [
      rows({ OBJECTID: 9, NOME: 'Borgo', ZONA: 'Nord' }, { OBJECTID: 8, NOME: 'Prà', ZONA: 'Nord' }),
      { name: 'NOME' },
    ],
    [rows({ id: 1, name: 'San Lazzaro' }, { id: 2, name: 'Saragozza' }), { name: 'name', id: 'id' }],
    [
      rows({ quartiere: 12, denominazione: 'Lame' }, { quartiere: 13, denominazione: 'Porto' }),
      { name: 'denominazione', id: 'quartiere' },
    ],
    [rows({ CIRCOSCRIZ: 1 }, { CIRCOSCRIZ: 2 }), { id: 'CIRCOSCRIZ', noun: 'Circoscrizione' }],
    [rows({ NIL: 'DUOMO', id: 1 }, { NIL: 'BRERA', id: 1 }), { name: 'NIL' }],
    [
      rows({ Nome_Rione: 'Monti', codice: '1' }, { Nome_Rione: 'Trevi', codice: '2' }),
      { name: 'Nome_Rione', id: 'codice' },
    ],
    [rows({ municipio: 'I', nome: 'Historic' }, { municipio: 'I', nome: 'Parioli' }), { name: 'nome' }],
  ])('%j → %j', (features, columns) => expect(columnsOf('f', features)).toEqual(columns));

  it('says exactly what is missing where it cannot tell', () => {
    expect(() =>
      columnsOf('quartieri.geojson', rows({ zona: 'A', area: 12.5, note: null }, { zona: 'A', area: 13.5 })),
    ).toThrow(
      'quartieri.geojson: looks like districts, but no column holds their names (a text, different from row to row, in a column called quartiere, nome, name, denominazione …) or numbers (whole, different in each row, called id, codice, numero …). Columns: zona (everywhere "A"), area (numbers), note (empty)',
    );
    expect(() => columnsOf('f', [])).toThrow('Columns: none');
  });

  it('takes no number over 65,535, which the tiles could not hold', () => {
    expect(columnsOf('f', rows({ nome: 'Alfa', id: 70000 }, { nome: 'Beta', id: 70001 }))).toEqual({
      name: 'nome',
    });
  });

  it('answers or complains, whatever the columns', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (properties) => {
        try {
          const columns = columnsOf('f', rows(...properties));
          expect(columns.name ?? columns.id).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});

/** A made-up city far from Milan, on the same metres. */
const PADOVA: Place = {
  id: 'padova',
  name: 'Padova',
  centre: lonLat(11.876, 45.408),
  bounds: [11.8, 45.34, 11.98, 45.46],
  timeZone: 'Europe/Rome',
};
const there = (area: Polygon): Polygon => ({
  ...area,
  coordinates: area.coordinates.map((ring) => ring.map(([lon, lat]) => [lon! + 2.68, lat! - 0.05])),
});

describe('districts of any city', () => {
  it('are read, mended or dropped, and numbered by name', async () => {
    const bowTie = polygon([0, 0], [100, 100], [100, 0], [0, 100]);
    const file = fileInMemory(
      'quartieri_padova.geojson',
      collection(
        {
          geometry: there(box(0, 0, 100, 100)),
          properties: { denominazione: 'PRATO DELLA VALLE', perimetro: 400 },
        },
        { geometry: there(bowTie), properties: { denominazione: 'ARCELLA', perimetro: 480 } },
        {
          geometry: there(polygon([0, 0], [50, 0], [100, 0])),
          properties: { denominazione: 'GUIZZA', perimetro: 0 },
        },
        {
          geometry: there(box(200, 0, 300, 100)),
          properties: { denominazione: "CITTA' GIARDINO", perimetro: 1 },
        },
        { geometry: null, properties: { denominazione: 'MORTISE', perimetro: 1 } },
        ...Array.from({ length: 9 }, (_, i) => ({
          geometry: there(box(400 + 20 * i, 0, 410 + 20 * i, 10)),
          properties: { denominazione: `BORGO ${'ABCDEFGHI'[i]}`, perimetro: i },
        })),
        { geometry: there(box(900, 0, 910, 10)), properties: { denominazione: ' ', perimetro: 1 } },
      ),
    );
    expect(await districtsGeneric.recognises(file)).toBe(true);
    const reading = await readSource(districtsGeneric, [file], PADOVA);
    expect(reading.rows).toHaveLength(12);
    expect(reading.rows.slice(0, 3).map(({ name, id }) => [name, id])).toEqual([
      ['Prato della Valle', undefined],
      ['Arcella', undefined],
      ['Città Giardino', undefined],
    ]);
    // A bow tie of two triangles of 2,500 m² each.
    expect(areaM2(reading.rows[1]!.geometry)).toBeGreaterThan(4900);
    expect(areaM2(reading.rows[1]!.geometry)).toBeLessThan(5100);
    expect(reading.messages.map((message) => message.replace(/:.*/, ''))).toEqual([
      'zero-area, row 3',
      'no-geometry, row 5',
      'no-name, row 15',
    ]);
    const result = cleanTheme(boundaries, { 'districts-generic': reading.rows });
    expect(
      result
        .of('district')
        .slice(0, 2)
        .map((f) => f.properties),
    ).toEqual([
      { id: 1, name: 'Arcella' },
      { id: 2, name: 'Borgo A' },
    ]);
    expect(result.of('city-limit')).toHaveLength(1);
  });

  it('are read from a shapefile, and named by number where they have no names', async () => {
    const ring = [...box(0, 0, 100, 100).coordinates[0]!].reverse();
    const files = filesInMemory({
      'circoscrizioni.shp': shpOf([
        { rings: [ring] },
        { rings: [ring.map(([lon, lat]) => [lon! + 0.01, lat!])] },
      ]),
      'circoscrizioni.dbf': dbfOf(
        [{ name: 'CIRCOSCRIZ', type: 'N', length: 4 }],
        [{ CIRCOSCRIZ: 2 }, { CIRCOSCRIZ: 1 }],
      ),
      'circoscrizioni.prj':
        'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]',
    });
    const { rows: districts } = await readSource(districtsGeneric, files);
    expect(districts.map(({ id, name }) => [id, name])).toEqual([
      [2, 'Circoscrizione 2'],
      [1, 'Circoscrizione 1'],
    ]);
  });

  it.each([
    ['rioni.geojson', { codice: 1, nome: 'Monti' }, true],
    ['confini.geojson', { quartiere: 'Monti' }, true],
    ['unita.geojson', { NOME_QUART: 'Monti' }, true],
    ['zone_urbanistiche.geojson', { nome: 'Prati' }, true],
    ['aree_verdi.geojson', { zona: 1, parco: 'Parco Lambro' }, false],
    ['edifici.geojson', { quartiere: 'Monti', building: 'yes', height: '7 m' }, false],
    ['parcheggi.geojson', { municipio: 3, indirizzo: 'via Roma' }, false],
    ['opzioni.geojson', { nome: 'x' }, false],
    ['rioni.csv', { nome: 'x' }, false],
  ])('%s with %j: %s', async (name, properties, expected) => {
    const file = fileInMemory(name, collection({ geometry: box(0, 0, 1, 1), properties }));
    expect(await districtsGeneric.recognises(file)).toBe(expected);
  });

  it('leaves points, better known files and rubbish', async () => {
    const point = { type: 'Point', coordinates: [9.19, 45.46] };
    const files = [
      fileInMemory('quartieri.geojson', collection({ geometry: point, properties: { nome: 'Duomo' } })),
      fileInMemory(
        'nil.geojson',
        collection({ geometry: box(0, 0, 1, 1), properties: { ID_NIL: 1, NIL: 'DUOMO', Valido_dal: '' } }),
      ),
      fileInMemory('quartieri.shp', new Uint8Array([1, 2, 3])),
      fileInMemory('quartieri.json', '{'),
    ];
    expect(await Promise.all(files.map((file) => districtsGeneric.recognises(file)))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describeShared('districts of any city, among the published files of Milan', () => {
  it('claims none of them, and a shapefile without .prj is nobody’s', async () => {
    const files = await openFolder(sharedPath('milano'));
    const claimed: string[] = [];
    for (const file of files) if (await districtsGeneric.recognises(file)) claimed.push(file.name);
    expect(claimed).toEqual([]);
    const noPrj = files.find((file) => file.baseName === 'sv_str.shp')!;
    for (const source of SOURCES) expect(await source.recognises(noPrj), source.id).toBe(false);
  });
});
