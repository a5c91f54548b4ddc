// SPDX-License-Identifier: EUPL-1.2
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLatToPlane } from '../../src/city/frames';
import { fileInMemory, filesInMemory } from '../fixtures/files';
import { box, collection, onPlane } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { dbfOf, shpOf } from '../fixtures/shapefile';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { areaM2 } from '../formats/geometry';
import { nil } from './nil';
import { nil2011, nil2013 } from './nil-older';

const WGS84_PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]';
const current = (id: unknown, name: unknown, geometry: object | null = box(0, 0, 100, 100)) => ({
  geometry,
  properties: { ID_NIL: id, NIL: name, Valido_dal: '05/02/2020', Valido_al: 'Vigente', Shape_Area: 20300 },
});

describe('districts in force', () => {
  it('reads number, name in the spelling of a map, and edition', async () => {
    const file = fileInMemory(
      'ds964_nil_wm.geojson',
      collection(current(22, "CITTA' STUDI"), current(27, 'PTA ROMANA')),
    );
    const { rows, read } = await readSource(nil, [file]);
    expect(read).toBe(2);
    expect(rows.map(({ id, name, editionYear, kind }) => [id, name, editionYear, kind])).toEqual([
      [22, 'Città Studi', 2020, 'district'],
      [27, 'Porta Romana', 2020, 'district'],
    ]);
  });

  it('drops what has no number, no name or no area, and says why', async () => {
    const file = fileInMemory(
      'nil.geojson',
      collection(current('x', 'DUOMO'), current(2, ' '), current(3, 'ISOLA', null), current(4.5, 'BRERA')),
    );
    const { rows, messages } = await readSource(nil, [file]);
    expect(rows).toEqual([]);
    expect(messages).toEqual([
      'bad-value, row 1: ID_NIL "x"',
      'no-name, row 2: NIL of district 2 is empty',
      'no-geometry, row 3: no geometry',
      'bad-value, row 4: ID_NIL "4.5"',
    ]);
  });

  it('reads the shapefile, whose field names are cut to ten characters and whose name lies about its CRS', async () => {
    const fields = [
      { name: 'ID_NIL', type: 'N' as const, length: 9 },
      { name: 'NIL', type: 'C' as const, length: 80 },
      { name: 'Valido_dal', type: 'C' as const, length: 80 },
      { name: 'Shape_Leng', type: 'N' as const, length: 24, decimals: 15 },
    ];
    const rings = [[...box(0, 0, 100, 100).coordinates[0]!].reverse()];
    const files = filesInMemory({
      'NIL_WM.shp': shpOf([{ rings }]),
      'NIL_WM.dbf': dbfOf(fields, [
        { ID_NIL: 31, NIL: "MONLUE' - PONTE LAMBRO", Valido_dal: '05/02/2020', Shape_Leng: 1 },
      ]),
      'NIL_WM.prj': WGS84_PRJ,
    });
    const { rows, files: read } = await readSource(nil, files);
    expect(read).toEqual(['NIL_WM.shp']);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: 31, name: 'Monluè - Ponte Lambro', editionYear: 2020 });
    expect(areaM2(rows[0]!.geometry)).toBeCloseTo(10_000, 1);
  });
});

describe('older districts', () => {
  const older = fileInMemory(
    'quartieri.geojson',
    collection({ geometry: box(0, 0, 100, 100), properties: { ID_NIL: 60, NIL: 'S. SIRO', AreaMQ: 1 } }),
  );
  const school = fileInMemory(
    'daf.geojson',
    collection({
      geometry: box(0, 0, 100, 100),
      properties: { IDquartiere: 60, quartiere: 'S. SIRO', AreaMQ: 1 },
    }),
  );

  it('are told from those in force and from each other', async () => {
    const now = fileInMemory('now.geojson', collection(current(1, 'DUOMO')));
    const known = [nil, nil2013, nil2011].map((source) =>
      Promise.all([now, older, school].map((file) => source.recognises(file))),
    );
    expect(await Promise.all(known)).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
  });

  it('of 2013 are moved 27 m west and 74 m north to where they belong, those of 2011 stay', async () => {
    const [south, east] = [
      (await readSource(nil2013, [older])).rows[0]!,
      (await readSource(nil2011, [school])).rows[0]!,
    ];
    expect(south).toMatchObject({ id: 60, name: 'San Siro', editionYear: 2013 });
    expect(east).toMatchObject({ id: 60, name: 'San Siro', editionYear: 2011 });
    const corner = ({ geometry }: { geometry: unknown }) => {
      const ring = (geometry as Polygon).coordinates[0]!;
      const planes = ring.map(([lon, lat]) => lonLatToPlane([lon!, lat!]));
      return [Math.min(...planes.map((p) => p[0])), Math.min(...planes.map((p) => p[1]))];
    };
    const [e, n] = onPlane(0, 0);
    expect(corner(south)[0]).toBeCloseTo(e - 27.13, 3);
    expect(corner(south)[1]).toBeCloseTo(n + 74.46, 3);
    expect(corner(east)[0]).toBeCloseTo(e, 3);
  });
});

describeShared('districts as published', () => {
  const folder = () => openFolder(sharedPath('milano/boundaries'));

  it('are the same 88 as GeoJSON and as a zipped shapefile', async () => {
    const { rows, files, dropped } = await readSource(nil, await folder());
    expect(files).toHaveLength(2);
    expect(dropped).toEqual({});
    const byFile = files.map((file) => rows.filter((row) => row.origin.file === file));
    for (const ofFile of byFile) {
      expect(ofFile).toHaveLength(88);
      expect(new Set(ofFile.map((row) => row.id)).size).toBe(88);
      expect(new Set(ofFile.map((row) => row.editionYear))).toEqual(new Set([2020]));
    }
    const named = (list: typeof rows) => new Map(list.map(({ id, name }) => [id, name]));
    expect(named(byFile[0]!)).toEqual(named(byFile[1]!));
    expect([22, 27, 31, 88, 3, 7].map((id) => named(byFile[0]!).get(id))).toEqual([
      'Città Studi',
      'Porta Romana',
      'Monluè - Ponte Lambro',
      'Parco Bosco in Città',
      'Giardini Porta Venezia',
      'Magenta - San Vittore',
    ]);
    // The published area is in Web Mercator, twice the true one: 88 districts make up 181.8 km².
    const km2 = byFile[0]!.reduce((sum, row) => sum + areaM2(row.geometry), 0) / 1e6;
    expect(km2).toBeGreaterThan(181.5);
    expect(km2).toBeLessThan(181.9);
  });

  it('lie on those of 2013 once these are moved', async () => {
    const files = await folder();
    const now = new Map((await readSource(nil, files)).rows.map((row) => [row.id, row]));
    const { rows } = await readSource(nil2013, files);
    expect(rows).toHaveLength(88);
    const offsets = rows.map((row) => {
      const [a, b] = [row, now.get(row.id)!].map(({ geometry }) =>
        westmost((geometry as Polygon).coordinates[0]!),
      );
      return Math.hypot(a![0] - b![0], a![1] - b![1]);
    });
    offsets.sort((a, b) => a - b);
    expect(offsets[44]).toBeLessThan(0.5);
  });

  it('are read out of an archive with three coordinate systems', async () => {
    const inZip = (await openFolder(sharedPath('milano/roads'))).filter((file) =>
      file.name.includes('.zip!'),
    );
    const { rows } = await readSource(nil, inZip);
    expect(rows).toHaveLength(88);
  });
});

function westmost(ring: readonly (readonly number[])[]): readonly [number, number] {
  const planes = ring.map(([lon, lat]) => lonLatToPlane([lon!, lat!]));
  const west = planes.reduce((a, b) => (b[0] < a[0] ? b : a));
  return [west[0], west[1]];
}
