// SPDX-License-Identifier: EUPL-1.2

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesInMemory, zipOf } from '../fixtures/files';
import { onPlane } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { type DbfField, dbfOf, shpOf } from '../fixtures/shapefile';
import { openFolder } from '../formats/folder';
import { areaM2 } from '../formats/geometry';
import { buildingsDbt } from './buildings-dbt';

const PRJ =
  'PROJCS["RDN2008/TM32",GEOGCS["GCS_RDN2008",DATUM["D_RDN2008",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

type Unit = Record<string, string | number | null>;

/** Units of 10 × 10 m in a row, as a municipal delivery would hold them. */
function delivery(units: readonly Unit[], name = 'A020101'): Record<string, Uint8Array | string> {
  const names = [...new Set(units.flatMap((unit) => Object.keys(unit)))];
  const fields: DbfField[] = names.map((field) =>
    units.some((unit) => typeof unit[field] === 'number')
      ? { name: field, type: 'N', length: 12, decimals: 2 }
      : { name: field, type: 'C', length: 20 },
  );
  const shapes = units.map((_, i) => {
    const corner = (e: number, n: number) => [...onPlane(i * 20 + e, n)];
    return { rings: [[corner(0, 0), corner(0, 10), corner(10, 10), corner(10, 0), corner(0, 0)]] };
  });
  return { [`${name}.shp`]: shpOf(shapes), [`${name}.dbf`]: dbfOf(fields, units), [`${name}.prj`]: PRJ };
}
const read = (...units: Unit[]) => readSource(buildingsDbt, filesInMemory(delivery(units)));

it('reads heights, ids and places of volume units (Milan 2012)', async () => {
  const {
    rows,
    files,
    read: count,
  } = await read(
    { FEATURE_ID: 1001, UN_VOL_AV: 18.4, UN_VOL_POR: '0301' },
    { FEATURE_ID: 1002, UN_VOL_AV: null, UN_VOL_POR: '0302' },
  );
  expect(files).toEqual(['A020101.shp']);
  expect(count).toBe(2);
  expect(rows[0]).toMatchObject({ stableId: 'dbt-1001', heightM: 18.4, heightOrigin: 'measured', rank: 40 });
  expect(areaM2(rows[0]!.geometry)).toBeCloseTo(100, 1);
  expect(rows[1]).toMatchObject({ stableId: 'dbt-1002', rank: 10 });
  expect(rows[1]?.heightM).toBeUndefined();
});

it('takes top less foot where no height is stated, and -9999 for not surveyed', async () => {
  const { rows } = await read(
    { CLASSID: 'a', UN_VOL_AV: 0, UN_VOL_QE: 141.25, UN_VOL_QB: 120 },
    { CLASSID: 'b', UN_VOL_AV: 0, UN_VOL_QE: -9999, UN_VOL_QB: 120 },
  );
  expect(rows.map((r) => r.heightM)).toEqual([21.25, undefined]);
});

it('drops walls under 2 m, closed editions and ids that repeat in one delivery', async () => {
  const { rows, dropped } = await read(
    { CLASSID: 'a', COD_CONS: 'x', UN_VOL_AV: 1, DATA_FIN: '' },
    { CLASSID: 'b', COD_CONS: 'x', UN_VOL_AV: 9, DATA_FIN: '20190101' },
    { CLASSID: 'c', COD_CONS: 'x', UN_VOL_AV: 9, DATA_FIN: '' },
    { CLASSID: 'c', COD_CONS: 'y', UN_VOL_AV: 9, DATA_FIN: '' },
    { CLASSID: 'c', COD_CONS: 'x', UN_VOL_AV: 9, DATA_FIN: '' },
  );
  expect(rows.map((r) => r.stableId)).toEqual(['dbt-x-c', 'dbt-y-c']);
  expect(dropped).toEqual({ 'height-under-2m': 1, 'older-edition': 1, 'duplicate-id': 1 });
});

it('states the system of the .prj that was read, not the one that is usual', async () => {
  const etrs = PRJ.replaceAll('RDN2008', 'ETRS_1989');
  const { stated } = await readSource(
    buildingsDbt,
    filesInMemory({ ...delivery([{ CLASSID: 'a', UN_VOL_AV: 9 }]), 'A020101.prj': etrs }),
  );
  expect(stated).toEqual([{ crs: 'EPSG:25832' }]);
  expect((await read({ CLASSID: 'a', UN_VOL_AV: 9 })).stated).toEqual([{ crs: 'EPSG:7791' }]);
});

it('takes no number of a row for an id: it changes with every delivery', async () => {
  const { rows, dropped } = await read({ OBJECTID: 7, UN_VOL_AV: 9 }, { OBJECTID: 7, UN_VOL_AV: 11 });
  expect(rows.map((r) => r.stableId)).toEqual([undefined, undefined]);
  expect(dropped).toEqual({});
});

it('knows units that hang, where the delivery states their clearance', async () => {
  const { rows } = await read(
    { CLASSID: 'a', UN_VOL_AV: 12, UN_VOL_POR: '02', UN_VOL_INH: 4.5 },
    { CLASSID: 'b', UN_VOL_AV: 12, UN_VOL_POR: '01', UN_VOL_INH: 4.5 },
    { CLASSID: 'c', UN_VOL_AV: 12, UN_VOL_POR: '0302', UN_VOL_INH: 0 },
  );
  expect(rows.map((r) => r.minHeightM)).toEqual([4.5, undefined, undefined]);
});

it('notes heights that cannot be', async () => {
  const { rows, notes } = await read({ CLASSID: 'a', UN_VOL_AV: 9999 });
  expect(rows[0]?.heightM).toBeUndefined();
  expect(notes).toEqual(['row 1: height 9999 m is over 400 m']);
});

it('reads the delivery from its zip', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'dbt-'));
  try {
    await writeFile(join(dir, 'DBT2012_STRATO_02.zip'), zipOf(delivery([{ FEATURE_ID: 7, UN_VOL_AV: 11 }])));
    const { rows, files } = await readSource(buildingsDbt, await openFolder(dir));
    expect(files).toEqual(['DBT2012_STRATO_02.zip!A020101.shp']);
    expect(rows[0]).toMatchObject({ stableId: 'dbt-7', heightM: 11 });
  } finally {
    await rm(dir, { recursive: true });
  }
});
