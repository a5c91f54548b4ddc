// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LayerTable } from '../../../city/catalogue';
import type { ColumnTable } from '../../../city/columns';
import { lonLat } from '../../../city/frames';
import { formats } from '../../text/format';
import { startTexts } from '../../text/texts';
import { cellText, columnName } from './cell';
import { buildingRows, orderRows, pageCount, type Rows, type Sort, tableRows } from './rows';

const page = (from: number, cells: LayerTable['rows']): LayerTable => ({
  layer: 'service',
  columns: ['name', 'capacity'],
  rows: cells,
  at: cells.map((_, i) => lonLat(9 + (from + i) / 100, 45)),
});
const rows = tableRows([
  page(0, [
    ['Scuola Città', 120],
    ['asilo', null],
  ]),
  page(2, [
    ['Élite', 30],
    [null, 30],
  ]),
]);
const plain = (of: Rows) => (row: number, column: number) => String(of.cell(row, column) ?? '');
const order = (filter: string, sort: Sort | null, of = rows) => [
  ...orderRows(of, filter, sort, plain(of), new Intl.Collator('it')),
];

describe('rows of the list', () => {
  it('are the pages one after the other', () => {
    expect(rows.count).toBe(4);
    expect(rows.cell(2, 0)).toBe('Élite');
    expect(rows.at(3)).toEqual([9.03, 45]);
  });

  it('are sorted as words and as numbers, unknown last either way', () => {
    expect(order('', { column: 0, descending: false })).toEqual([1, 2, 0, 3]);
    expect(order('', { column: 0, descending: true })).toEqual([0, 2, 1, 3]);
    expect(order('', { column: 1, descending: false })).toEqual([2, 3, 0, 1]);
    expect(order('', { column: 1, descending: true })).toEqual([0, 2, 3, 1]);
  });

  it('are filtered without accents and case, all words at once', () => {
    expect(order('citta', null)).toEqual([0]);
    expect(order('ELITE 30', null)).toEqual([2]);
    expect(order('elite 120', null)).toEqual([]);
  });

  it('keep every row once, whatever is asked', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const sort = fc.option(fc.record({ column: fc.nat(1), descending: fc.boolean() }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), sort, (cells, by) => {
        const of = tableRows([page(0, cells)]);
        expect(order('', by, of).sort((a, b) => a - b)).toEqual(cells.map((_, i) => i));
      }),
    );
  });

  it('leave out what only the map needs', () => {
    const places = tableRows([
      {
        layer: 'place',
        columns: ['name', 'rank', 'id', 'source'],
        rows: [['Brera', 2, 'd-2', 'nil']],
        at: [lonLat(9, 45)],
      },
    ]);
    expect(places.columns).toEqual(['name', 'id']);
    expect([places.cell(0, 0), places.cell(0, 1), places.cell(0, 2)]).toEqual(['Brera', 'd-2', null]);
  });

  it('come in pages of a hundred, and in one where there is none', () => {
    expect([0, 1, 100, 101].map(pageCount)).toEqual([1, 1, 1, 2]);
  });
});

describe('rows of the buildings', () => {
  const table: ColumnTable = {
    id: 'buildings',
    rows: 2,
    columns: [
      { name: 'lonDeg', unit: 'degree', values: new Float64Array([9.1, 9.2]) },
      { name: 'latDeg', unit: 'degree', values: new Float64Array([45.4, 45.5]) },
      { name: 'heightDm', unit: 'dm', values: new Uint16Array([245, 0]) },
      { name: 'use', unit: '1', values: new Uint8Array([1, 200]) },
      { name: 'year', unit: '1', values: new Uint16Array([0, 1990]) },
      { name: 'storeys', unit: '1', values: new Uint8Array([7, 0]) },
      { name: 'district', unit: '1', values: new Uint16Array([9, 0]) },
      { name: 'heightOrigin', unit: '1', values: new Uint8Array([3, 1]) },
      { name: 'areaM2', unit: 'm2', values: new Float32Array([120.4, 0]) },
    ],
  };
  const of = buildingRows(table, new Map([[9, 'Isola']]));

  it('say what is known in words and metres, and nothing where it is not', () => {
    const row = (n: number) => of.columns.map((_, column) => of.cell(n, column));
    expect(of.columns).toEqual([
      'id',
      'district',
      'use',
      'heightM',
      'heightOrigin',
      'storeys',
      'year',
      'areaM2',
    ]);
    expect(row(0)).toEqual([0, 'Isola', 'residential', 24.5, 'measured', 7, null, 120]);
    expect(row(1)).toEqual([1, null, 'unknown', null, 'storeys', null, 1990, null]);
    expect(of.at(1)).toEqual([9.2, 45.5]);
  });
});

describe('a cell', () => {
  beforeAll(() => startTexts());
  const t = i18next.getFixedT('it');
  const text = (column: string, value: string | number | boolean | null) =>
    cellText('service', column, value, t, formats('it'));

  it('is written with its name, unit or date', () => {
    expect(text('class', 'bike-share')).toBe('stazione BikeMi');
    expect(text('class', 'something-new')).toBe('something-new');
    expect(text('capacityUnit', 'pupils')).toBe('alunni');
    expect(text('wheelchair', true)).toBe('sì');
    expect(text('areaM2', 1234)).toBe('1.234\u00a0m²');
    expect(text('lengthM', 1234.4)).toBe('1.234\u00a0m');
    expect(text('speedKmH', 30)).toBe('30\u00a0km/h');
    expect(text('sinceYear', 1920)).toBe('1920');
    expect(text('id', 123456)).toBe('123456');
    expect(cellText('building', 'id', 7, t, formats('it'))).toBe('Edificio 7');
    expect(text('name', null)).toBe('');
    expect(cellText('transit-stop', 'mode', 'metro', t, formats('it'))).toBe('stazione della metropolitana');
    expect(cellText('building', 'use', 'constructor', t, formats('it'))).toBe('constructor');
  });

  it('stands under the name of its column', () => {
    expect(columnName('districtName', t)).toBe('Quartiere');
    expect(columnName('toString', t)).toBe('toString');
  });
});
