// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodingOfCpg } from '../../src/formats/dbf';
import type { Feature } from '../../src/formats/feature';
import { filesInMemory } from '../fixtures/files';
import { type DbfField, dbfOf, type Shape, shpOf } from '../fixtures/shapefile';
import { DamagedFileError, type FoundFile, InputError } from './found-file';
import { readShapefile } from './shapefile';

const WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]]]';
const FIELDS: DbfField[] = [
  { name: 'NOME', type: 'C', length: 12 },
  { name: 'ALTEZZA', type: 'N', length: 8, decimals: 2 },
  { name: 'DATA', type: 'D', length: 8 },
  { name: 'ATTIVO', type: 'L', length: 1 },
];
const RECORD = { NOME: 'Città', ALTEZZA: 12.5, DATA: '20200205', ATTIVO: 'T' };
const square = (x: number, y: number, size: number, clockwise = true) => {
  const ring = [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ];
  return clockwise ? ring : ring.reverse();
};

interface Parts {
  shapes?: readonly Shape[];
  records?: Record<string, string | number | null>[];
  prj?: string | null;
  dbf?: Uint8Array | null;
  shp?: Uint8Array;
  cpg?: string;
}

function shapefile({ shapes = [{ point: [9, 45] }], records, prj = WGS84, dbf, shp, cpg }: Parts): FoundFile {
  const files: Record<string, string | Uint8Array> = { 'A.shp': shp ?? shpOf(shapes) };
  if (dbf !== null) files['A.dbf'] = dbf ?? dbfOf(FIELDS, records ?? shapes.map(() => RECORD));
  if (prj !== null) files['A.prj'] = prj;
  if (cpg) files['A.cpg'] = cpg;
  return filesInMemory(files).find((f) => f.baseName === 'a.shp') as FoundFile;
}

async function read(parts: Parts, options?: { crs?: string; encoding?: string }): Promise<Feature[]> {
  const features: Feature[] = [];
  for await (const feature of readShapefile(shapefile(parts), options)) features.push(feature);
  return features;
}

describe('readShapefile', () => {
  it('reads points, lines and polygons with their attributes', async () => {
    const line = [
      [9, 45],
      [9.1, 45.1],
    ];
    expect(await read({})).toEqual([
      {
        row: 1,
        geometry: { type: 'Point', coordinates: [9, 45] },
        properties: { NOME: 'Città', ALTEZZA: 12.5, DATA: '2020-02-05', ATTIVO: true },
      },
    ]);
    expect(
      (await read({ shapes: [{ lines: [line] }, { lines: [line, line] }, null] })).map((f) => f.geometry),
    ).toEqual([
      { type: 'LineString', coordinates: line },
      { type: 'MultiLineString', coordinates: [line, line] },
      null,
    ]);
  });

  it('gives holes to the smallest ring around them, whatever the order of the rings', async () => {
    const outer = square(9, 45, 1);
    const hole = square(9.2, 45.2, 0.6, false);
    const island = square(9.4, 45.4, 0.2);
    const islandHole = square(9.45, 45.45, 0.1, false);
    const far = square(11, 45, 1);
    const [feature] = await read({ shapes: [{ rings: [islandHole, hole, outer, island, far] }] });
    expect(feature?.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [[outer, hole], [island, islandHole], [far]],
    });
  });

  it('converts from the system of the .prj, and from the given one where there is none', async () => {
    const tm32 =
      'PROJCS["RDN2008/TM32",GEOGCS["GCS_RDN2008",DATUM["D_RDN2008",SPHEROID["GRS_1980",6378137.0,298.257222101]]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],AUTHORITY["EPSG","6707"]]';
    const shapes = [{ point: [514998.91, 5034532.7] }];
    for (const features of [
      await read({ shapes, prj: tm32 }, { crs: 'EPSG:3003' }),
      await read({ shapes, prj: null }, { crs: 'EPSG:32632' }),
    ]) {
      expect(features[0]?.geometry).toEqual({
        type: 'Point',
        coordinates: [expect.closeTo(9.19186, 6), expect.closeTo(45.46416, 6)],
      });
    }
  });

  it.each<[string, Parts, RegExp]>([
    ['without .dbf', { dbf: null }, /^A\.shp: has no \.dbf beside it/],
    ['without .prj', { prj: null }, /^A\.shp: has no \.prj beside it/],
    [
      'in an unknown system',
      { prj: 'PROJCS["Mars"]' },
      /^A\.prj: unknown coordinate reference system "PROJCS\["Mars"\]"/,
    ],
    ['in metres that declares degrees', { shapes: [{ point: [514998, 5034532] }] }, /look like metres/],
    ['of another number of records', { records: [] }, /has 1 shapes, but its \.dbf 0 records/],
    [
      'truncated',
      { shp: shpOf([{ point: [9, 45] }]).subarray(0, 120) },
      /truncated: its header states 128 bytes, it has 120/,
    ],
    ['that is none', { shp: Buffer.from('nothing') }, /is not a shapefile/],
    ['with a truncated .dbf', { dbf: dbfOf(FIELDS, [RECORD]).subarray(0, 170) }, /A\.dbf: truncated/],
    [
      'whose .dbf is none',
      { dbf: Buffer.from('nothing at all that is long enough to be a table') },
      /A\.dbf: is not a dBASE/,
    ],
  ])('refuses a shapefile %s', async (_, parts, message) => {
    await expect(read(parts)).rejects.toThrow(message);
    await expect(read(parts)).rejects.toBeInstanceOf(InputError);
  });

  it('tells damage from what is only missing', async () => {
    const cut = shpOf([{ point: [9, 45] }]).subarray(0, 120);
    const [dbf, none] = [dbfOf(FIELDS, [RECORD]).subarray(0, 170), Buffer.alloc(200, 'x')];
    for (const parts of [{ shp: cut }, { dbf }, { shp: none }, { dbf: none }])
      await expect(read(parts)).rejects.toBeInstanceOf(DamagedFileError);
    for (const parts of [{ dbf: null }, { prj: null }, { records: [] }])
      await expect(read(parts)).rejects.not.toBeInstanceOf(DamagedFileError);
  });

  it('reads attributes in the encoding of the .cpg, the given one, UTF-8 or windows-1252', async () => {
    const latin = dbfOf(FIELDS, [RECORD], 'latin1');
    for (const parts of [{ dbf: latin, cpg: 'ISO-8859-1' }, { dbf: latin }, {}])
      expect((await read(parts))[0]?.properties.NOME).toBe('Città');
    expect((await read({ dbf: latin }, { encoding: 'iso-8859-7' }))[0]?.properties.NOME).toBe('Cittΰ');
  });

  it('reads blank and overflowed numbers as null, and leaves out deleted records', async () => {
    const dbf = dbfOf(FIELDS, [
      { ...RECORD, ALTEZZA: null, DATA: null },
      { ...RECORD, ALTEZZA: '********' },
      RECORD,
    ]);
    const headerLength = dbf.readUInt16LE(8);
    dbf.write('*', headerLength + 2 * dbf.readUInt16LE(10), 'latin1');
    const features = await read({
      shapes: [{ point: [9, 45] }, { point: [9, 45] }, { point: [9, 45] }],
      dbf,
    });
    expect(features.map((f) => [f.row, f.properties.ALTEZZA, f.properties.DATA])).toEqual([
      [1, null, null],
      [2, null, '2020-02-05'],
    ]);
  });

  it('knows what a .cpg says', () => {
    expect(encodingOfCpg('UTF-8\n')).toBe('utf-8');
    expect(encodingOfCpg('65001')).toBe('utf-8');
    expect(encodingOfCpg('1252')).toBe('windows-1252');
    expect(encodingOfCpg('ANSI 1252')).toBe('windows-1252');
    expect(encodingOfCpg('ISO88591')).toBe('iso-8859-1');
    expect(encodingOfCpg('ISO-8859-15')).toBe('iso-8859-15');
  });

  it('gives rows or an InputError for any damage', async () => {
    const rings = { rings: [square(9, 45, 1), square(9.2, 45.2, 0.5, false)] };
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 });
    const damaged = (bytes: Buffer, at: [number, number][]) => {
      const copy = Buffer.from(bytes);
      for (const [i, value] of at) copy[i % copy.length] = value;
      return copy;
    };
    await fc.assert(
      fc.asyncProperty(damage, damage, async (ofShp, ofDbf) => {
        try {
          const parts = {
            shp: damaged(shpOf([rings, rings]), ofShp),
            dbf: damaged(dbfOf(FIELDS, [RECORD, RECORD]), ofDbf),
          };
          for (const { properties } of await read(parts))
            for (const value of Object.values(properties))
              if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
