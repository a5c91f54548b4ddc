// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MILANO } from '../../src/city/place';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory } from '../fixtures/files';
import { at, collection } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { trees } from '../themes/trees';
import { municipalTrees } from './municipal-trees';

const tree = (more: Record<string, unknown>, coordinates: unknown = at(0, 0)) => ({
  geometry: { type: 'Point', coordinates },
  properties: {
    obj_id: '43263',
    localita: null,
    data_ini: '1993-10-21T00:00+01:00[Europe/Paris]',
    genere: 'Fraxinus',
    specie: 'excelsior',
    varieta: null,
    diam_tronc: '20',
    diam_chiom: '4',
    h_m: '7',
    ...more,
  },
});
const fileOf = (...features: ReturnType<typeof tree>[]) =>
  fileInMemory('alberi.geojson', collection(...features));

describe('the tree inventory', () => {
  it('has every figure as a text, and dates that no library reads', async () => {
    const { rows } = await readSource(municipalTrees, [
      fileOf(
        tree({}),
        tree({
          obj_id: '2',
          data_ini: '1878-12-30T00:00+00:09:21[Europe/Paris]',
          specie: 'x acerifolia',
          genere: 'Platanus',
        }),
        tree({ obj_id: '3', specie: 'spp', genere: 'Acer', data_ini: null, diam_chiom: '1.5', h_m: '12,5' }),
        tree({ obj_id: '4', genere: 'Prunus', specie: 'cerasifera', varieta: 'Pissardii' }),
      ),
    ]);
    expect(rows.map(({ origin: _, at: __, ...row }) => row)).toEqual([
      { stableId: 'ds2484-43263', species: 'Fraxinus excelsior', heightM: 7, crownM: 4, plantedYear: 1993 },
      { stableId: 'ds2484-2', species: 'Platanus × acerifolia', heightM: 7, crownM: 4, plantedYear: 1878 },
      { stableId: 'ds2484-3', species: 'Acer sp.', heightM: 12.5, crownM: 1.5 },
      {
        stableId: 'ds2484-4',
        species: 'Prunus cerasifera ‘Pissardii’',
        heightM: 7,
        crownM: 4,
        plantedYear: 1993,
      },
    ]);
    expect(rows[0]!.at).toEqual(at(0, 0));
  });

  it('leaves out heights and crowns of 0, of 87 m and none, notes them, and keeps the tree', async () => {
    const file = fileOf(
      tree({ h_m: '0', diam_chiom: '0' }),
      tree({ h_m: '87', diam_chiom: null }),
      tree({ h_m: '', diam_chiom: '60' }),
    );
    const notes: string[] = [];
    let row = 0;
    const log = {
      place: MILANO,
      row: () => ++row,
      drop: () => expect.unreachable(),
      note: (reason: string, at: number, detail: string) => notes.push(`${reason}, row ${at}: ${detail}`),
    };
    const rows = [];
    for await (const read of municipalTrees.read(file, log)) rows.push(read);
    expect(rows.map(({ heightM, crownM }) => [heightM, crownM])).toEqual(
      Array(3).fill([undefined, undefined]),
    );
    expect(notes).toEqual([
      'value-not-used, row 1: h_m 0 m',
      'value-not-used, row 1: diam_chiom 0 m',
      'value-not-used, row 2: h_m 87 m',
      'value-not-used, row 3: diam_chiom 60 m',
    ]);
  });

  it('is read from the CSV of the portal as well', async () => {
    const csv = fileInMemory(
      'ds2484_alberi.csv',
      'obj_id;genere;specie;varieta;diam_tronc;diam_chiom;h_m;data_ini;LONG_X_4326;LAT_Y_4326;Location\n7;Celtis;australis;;30;8;15;2003-10-21;9.2;45.47;(45.47, 9.2)\n8;Celtis;australis;;30;8;15;2003-10-21;;;\n',
    );
    const reading = await readSource(municipalTrees, [csv]);
    expect(reading.rows).toHaveLength(1);
    expect(reading.rows[0]).toMatchObject({
      stableId: 'ds2484-7',
      species: 'Celtis australis',
      at: [9.2, 45.47],
      heightM: 15,
    });
    expect(reading.dropped).toEqual({ 'no-geometry': 1 });
  });

  it('counts positions that are none', async () => {
    const reading = await readSource(municipalTrees, [
      fileOf(tree({}, [45.46, 9.19]), tree({}, [null, 45]), tree({}, [2, 48])),
    ]);
    expect(reading.dropped).toEqual({ 'swapped-coordinates': 1, 'bad-coordinates': 1, 'outside-place': 1 });
  });

  it('takes any values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          h_m: fc.jsonValue(),
          diam_chiom: fc.jsonValue(),
          specie: fc.jsonValue(),
          genere: fc.jsonValue(),
          data_ini: fc.jsonValue(),
        }),
        async (values) => {
          const { rows } = await readSource(municipalTrees, [fileOf(tree(values))]);
          expect(rows).toHaveLength(1);
          expect(rows[0]!.heightM ?? 1).toBeGreaterThan(0);
          expect(rows[0]!.heightM ?? 1).toBeLessThanOrEqual(50);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describeShared('the tree inventory as published', () => {
  it('has 5,963 and 1,762 trees, 11 of them within a centimetre of another', async () => {
    const files = await openFolder(sharedPath('milano/green'));
    const { rows, read, dropped } = await readSource(municipalTrees, files);
    expect([read, rows.length, dropped]).toEqual([5963 + 1762, 7725, {}]);
    expect(rows.filter((row) => row.origin.file.includes('bovisa'))).toHaveLength(1762);
    expect(Math.max(...rows.map((row) => row.heightM ?? 0))).toBe(30);
    expect(Math.min(...rows.map((row) => row.plantedYear ?? 9999))).toBe(1878);
    const result = cleanTheme(trees, { 'municipal-trees': rows });
    expect(result.kept).toBe(7725 - 11);
    expect(new Set(result.dropped.map((text) => text.split(',')[0]))).toEqual(
      new Set(['duplicate-position']),
    );
  });
});
