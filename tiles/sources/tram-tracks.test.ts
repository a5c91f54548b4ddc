// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory, filesInMemory } from '../fixtures/files';
import { collection, line, onPlane } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { type DbfField, dbfOf, shpOf } from '../fixtures/shapefile';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { lengthM } from '../formats/geometry';
import { readShapefile } from '../formats/shapefile';
import { rail } from '../themes/rail';
import { metroTracks } from './metro-tracks';
import { railways } from './railways';
import { tramTracks } from './tram-tracks';

const texts = (...names: string[]): DbfField[] => names.map((name) => ({ name, type: 'C', length: 60 }));
const metres = [[...onPlane(0, 0)], [...onPlane(300, 400)]];

describe('tram tracks', () => {
  it('are read from metres, with lower-case endings and their state', async () => {
    const files = filesInMemory({
      'L010204.shp': shpOf([{ lines: [metres] }, { lines: [metres] }]),
      'L010204.dbf': dbfOf(texts('FEATURE_ID', 'EL_TRV_POS', 'EL_TRV_STA'), [
        { FEATURE_ID: '000000000017', EL_TRV_POS: '0101', EL_TRV_STA: '0201' },
        { FEATURE_ID: '000000000018', EL_TRV_POS: '0195', EL_TRV_STA: '0295' },
      ]),
      'L010204.prj':
        'PROJCS["RDN2008/TM32",GEOGCS["GCS_RDN2008",DATUM["D_RDN2008",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0],AUTHORITY["EPSG","6707"]]',
    });
    const { rows } = await readSource(tramTracks, files);
    expect(rows.map(({ stableId, class: of, state }) => [stableId, of, state])).toEqual([
      ['dbt-tram-17', 'tram', 'in-service'],
      ['dbt-tram-18', 'tram', undefined],
    ]);
    expect(lengthM(rows[0]!.geometry)).toBeCloseTo(500 / 0.9996, 2);
  });
});

describe('railway lines', () => {
  it('are named where the name is a line’s, and the Passante is underground', async () => {
    const row = (nome: string | null, gestore: string | null) => ({
      geometry: line([0, 0], [900, 0]),
      properties: { ID: 0, TIPO: 2, gestore, nome },
    });
    const file = fileInMemory(
      'ferrovie.geojson',
      collection(
        row('Milano', 'FS'),
        row('Milano Monza', 'FS'),
        row('Milano-Passante', 'FNM-FS'),
        row(null, 'PasRog'),
        row(null, null),
      ),
    );
    const { rows } = await readSource(railways, [file]);
    expect(rows.map(({ name, underground, state }) => [name, underground, state])).toEqual([
      [undefined, undefined, 'in-service'],
      ['Milano Monza', undefined, 'in-service'],
      ['Passante ferroviario', true, 'in-service'],
      [undefined, true, 'in-service'],
      [undefined, undefined, 'in-service'],
    ]);
  });
});

describe('metro tracks', () => {
  it('are read without .prj, with Brescia left out and every spelling of a tunnel', async () => {
    const record = (COD_LM: string, STATO: string, DTRACC: string) => ({
      ID_ARCO: '1',
      COD_LM,
      NOME_LM: 'Linea X',
      STATO,
      DTRACC,
    });
    const records = [
      record('MM1', 'In esercizio', 'Galleria'),
      record('MM4', 'In progetto', ''),
      record('BS1', 'In esercizio', 'Galleria'),
      record('MM2', 'In esercizio', 'In Trincea'),
      record('', 'In esercizio', 'Viadotto'),
      record('MM3', '', 'Raso_Trincea'),
    ];
    const files = filesInMemory({
      'Rete_Metropolitana.shp': shpOf(records.map(() => ({ lines: [metres] }))),
      'Rete_Metropolitana.dbf': dbfOf(texts('ID_ARCO', 'COD_LM', 'NOME_LM', 'STATO', 'DTRACC'), records),
    });
    const { rows, messages } = await readSource(metroTracks, files);
    expect(rows.map(({ name, state, underground }) => [name, state, underground])).toEqual([
      ['M1', 'in-service', true],
      ['M4', 'planned', undefined],
      ['M2', 'in-service', false],
      ['Linea X', 'in-service', false],
      ['M3', undefined, false],
    ]);
    expect(messages).toEqual(['other-city, row 3: metro of Brescia']);
  });
});

describeShared('tracks as published', () => {
  it('are 1,684 tram axes, 37 railway lines and 130 metro tracks, 16 of Brescia left out', async () => {
    const [roads, transit] = await Promise.all(
      [sharedPath('milano/roads'), sharedPath('milano/transit')].map(openFolder),
    );
    const trams = await readSource(tramTracks, roads!);
    expect([trams.rows.length, trams.rows.every((row) => row.state === 'in-service')]).toEqual([1684, true]);
    const lines = await readSource(railways, transit!);
    expect(lines.rows).toHaveLength(37);
    const metro = await readSource(metroTracks, transit!);
    expect([metro.read, metro.rows.length, metro.dropped]).toEqual([146, 130, { 'other-city': 16 }]);
    expect(metro.rows.filter((row) => row.state === 'planned')).toHaveLength(13);
    expect(metro.rows.filter((row) => row.name === 'M4')).toHaveLength(20);
    // The tunnel of M1 passes under the Duomo.
    const near = metro.rows
      .filter((row) => row.name === 'M1' && row.underground)
      .flatMap((row) => row.geometry.coordinates.flat(row.geometry.type === 'LineString' ? 0 : 1));
    const nearestDeg = Math.min(
      ...(near as [number, number][]).map(([lon, lat]) => Math.hypot(lon - 9.1895, lat - 45.4643)),
    );
    expect(nearestDeg).toBeLessThan(0.002);
    const result = cleanTheme(rail, {
      'tram-tracks': trams.rows,
      railways: lines.rows,
      'metro-tracks': metro.rows,
    });
    expect([result.kept, result.dropped]).toEqual([1684 + 37 + 130, []]);
  });

  it('a shapefile without .prj says so', async () => {
    const files = await openFolder(sharedPath('milano/roads'));
    const file = files.find(({ baseName }) => baseName === 'sv_str.shp')!;
    await expect(readShapefile(file).next()).rejects.toThrow(
      /SV_STR\.shp: has no \.prj beside it, so its coordinate reference system is not known/,
    );
  });
});
