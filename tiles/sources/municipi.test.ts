// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { MILANO } from '../../src/city/place';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory, filesInMemory } from '../fixtures/files';
import { box, collection, onPlane } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { dbfOf, shpOf } from '../fixtures/shapefile';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { areaM2 } from '../formats/geometry';
import { boundaries } from '../themes/boundaries';
import { cityLimit } from './city-limit';
import { istatMunicipalities } from './istat-municipalities';
import { municipi } from './municipi';
import { nil } from './nil';
import { nil2011, nil2013 } from './nil-older';

/** As the geoportal writes EPSG:6707, without its number. */
const TM32_PRJ =
  'PROJCS["RDN2008/TM32",GEOGCS["GCS_RDN2008",DATUM["D_RDN2008",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

describe('municipi', () => {
  it('are read from metres with east first', async () => {
    const fields = [
      { name: 'MUNICIPIO', type: 'N' as const, length: 4 },
      { name: 'PERIMETRO', type: 'N' as const, length: 19, decimals: 4 },
    ];
    const corners = [
      [0, 0],
      [0, 200],
      [300, 200],
      [300, 0],
      [0, 0],
    ] as const;
    const ring = corners.map(([e, n]) => [...onPlane(e, n)]);
    const files = filesInMemory({
      'Municipi.shp': shpOf([{ rings: [ring] }]),
      'Municipi.dbf': dbfOf(fields, [{ MUNICIPIO: 9, PERIMETRO: 1000 }]),
      'Municipi.prj': TM32_PRJ,
    });
    const { rows } = await readSource(municipi, files);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'municipio', id: 9, name: 'Municipio 9' });
    expect(areaM2(rows[0]!.geometry)).toBeCloseTo(60_000, 1);
    expect(rows[0]!.geometry.coordinates.flat(2)[0]).toBeCloseTo(9.19, 1);
  });

  it('are known by name where the attributes come after much geometry, and a row without number goes', async () => {
    const file = fileInMemory(
      'ds379_municipi_label.geojson',
      collection({ geometry: box(0, 0, 9, 9), properties: { MUNICIPIO: null } }),
    );
    const { rows, messages } = await readSource(municipi, [file]);
    expect(rows).toEqual([]);
    expect(messages).toEqual(['bad-value, row 1: MUNICIPIO "null"']);
  });
});

describe('limits of the city', () => {
  it('has no use for junk attributes', async () => {
    const junk = { OBJECTID: 1, COD_ISTAT_: 0, TIPO_CONFI: ' ', S5000: ' ' };
    const file = fileInMemory(
      'confini-milano_raw.geojson',
      collection({ geometry: box(0, 0, 900, 900), properties: junk }),
    );
    const { rows } = await readSource(cityLimit, [file]);
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([['city-limit', 'Milano']]);
  });

  it('takes of a province the city alone, by name, as a generalised limit', async () => {
    const town = (name: string, code: string) => ({
      geometry: box(0, 0, 900, 900),
      properties: { name, com_istat_code: code, prov_istat_code: '015' },
    });
    const file = fileInMemory(
      'limits.geojson',
      collection(town('Assago', '015011'), town('Milano', '015146'), town('Arese', '015009')),
    );
    const reading = await readSource(istatMunicipalities, [file]);
    expect(reading.rows).toHaveLength(1);
    expect(reading.rows[0]).toMatchObject({ name: 'Milano', generalised: true, origin: { row: 2 } });
    expect(reading.messages).toEqual([
      'other-city, row 1: Assago (015011)',
      'other-city, row 3: Arese (015009)',
    ]);
    const elsewhere = await readSource(istatMunicipalities, [file], { ...MILANO, name: 'ARESE' });
    expect(elsewhere.rows.map(({ name }) => name)).toEqual(['Arese']);
  });
});

describeShared('boundaries as published', () => {
  it('make 9 municipi and one limit; the two files of municipi agree', async () => {
    const files = await openFolder(sharedPath('milano/boundaries'));
    const municipiRows = (await readSource(municipi, files)).rows;
    expect(municipiRows).toHaveLength(18);
    for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const [a, b] = municipiRows.filter((row) => row.id === id).map((row) => areaM2(row.geometry));
      expect(Math.abs(a! - b!) / a!).toBeLessThan(1e-5);
    }
    // AREA of Municipio 1 as published: 9,426,871.6 m².
    expect(areaM2(municipiRows.find((row) => row.id === 1)!.geometry)).toBeCloseTo(9_426_871.6, -2);
    const limits = (await readSource(cityLimit, files)).rows;
    expect(areaM2(limits[0]!.geometry) / 1e6).toBeCloseTo(181.764, 1);
    const istat = await readSource(istatMunicipalities, files);
    expect([istat.read, istat.rows.length, istat.dropped]).toEqual([133, 1, { 'other-city': 132 }]);
    expect(areaM2(istat.rows[0]!.geometry) / 1e6).toBeCloseTo(180.753, 1);

    const result = cleanTheme(boundaries, {
      nil: (await readSource(nil, files)).rows,
      'nil-2013': (await readSource(nil2013, files)).rows,
      'nil-2011': (await readSource(nil2011, files)).rows,
      municipi: municipiRows,
      'city-limit': limits,
      'istat-municipalities': istat.rows,
    });
    expect([
      result.of('district').length,
      result.of('municipio').length,
      result.of('city-limit').length,
    ]).toEqual([88, 9, 1]);
    expect(result.dropped.filter((text) => text.startsWith('older-edition'))).toHaveLength(88);
    // One more NIL file, one more file of municipi, Istat's Milan.
    expect(result.dropped.filter((text) => text.startsWith('same-as-better-source'))).toHaveLength(
      88 + 9 + 1,
    );
    const finder = result.districts!;
    expect(finder.at(MILANO.centre)).toBe(1);
    expect(finder.name(finder.at([9.2285, 45.478]))).toBe('Città Studi');
    expect(finder.byName('SELINUNTE')).toBe(57);
    // Every district lies in a municipio, and without its own file the limit is that of the municipi.
    expect(result.of('district').every((f) => (f.properties as { municipio?: number }).municipio)).toBe(true);
    const derived = cleanTheme(boundaries, { municipi: municipiRows }).of('city-limit')[0]!;
    expect(areaM2(derived.geometry as never) / 1e6).toBeCloseTo(181.764, 1);
  });
});
