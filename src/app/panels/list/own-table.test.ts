// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { lonLat } from '../../../city/frames';
import { TableBuilder } from '../../../formats/table-builder';
import { formats } from '../../text/format';
import { own } from '../../text/it-own';
import { tables } from '../../text/it-tables';
import { startTexts } from '../../text/texts';
import { choiceOf, rowOfSelection } from './choose-row';
import { loadShapes } from './load-shapes';
import { ownTable } from './own-table';
import { type Table, valueText, type Words } from './table';
import { csvFile, type FileOrigin, geojsonFile } from './table-file';
import type { City } from './table-hook';

let words: Words;
beforeAll(() => {
  startTexts();
  i18next.addResourceBundle('it', 'translation', { tables, own }, true);
  words = { t: i18next.getFixedT('it'), format: formats('it') };
});

const LINE = [
  [9.1, 45.4],
  [9.2, 45.5],
  [9.3, 45.4],
];
/** Clockwise, as shapefiles have them. */
const RING = [
  [9.1, 45.4],
  [9.1, 45.5],
  [9.2, 45.5],
  [9.1, 45.4],
];
function brought(title: string | null): Table {
  const builder = new TableBuilder('a');
  builder.add({ type: 'LineString', coordinates: LINE }, { tipo: 'x', nome: 'Giro', quota: 0.00125 });
  builder.add({ type: 'Polygon', coordinates: [RING] }, { tipo: 'y', nome: 'Isolato', quota: 1234567.5 });
  builder.add({ type: 'Point', coordinates: [9.19186, 45.46416] }, { tipo: 'x', nome: '', quota: null });
  builder.add(null, { tipo: 'x', nome: 'Altrove', quota: 1 });
  return ownTable({ id: 'abc', title }, builder.build().table, new Map(), words);
}
const origin: FileOrigin = {
  sources: () => [
    { title: 'a.csv', publisher: 'portato da te', licence: 'non dichiarata', attribution: '', date: '' },
  ],
  note: '',
  madeAt: '2026-01-01T00:00:00Z',
  title: 'Prova',
};
const rows = new Uint32Array([0, 1, 2, 3]);
function whole(work: Generator<void, string[]>): string {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value.join('');
  }
}

describe('the table of what somebody brought', () => {
  it('begins with what names a row, and calls one without a name by its number', () => {
    const table = brought('nome');
    expect([table.list, table.rows, table.shown]).toEqual(['own:abc', 4, ['nome', 'tipo', 'quota']]);
    expect([0, 1, 2].map((row) => table.name(row))).toEqual(['Giro', 'Isolato', 'Riga 3']);
    expect(table.heading('quota')).toBe('quota');
  });

  it('has its rows’ numbers where nothing names them', () => {
    const table = brought(null);
    expect(table.shown).toEqual(['#', 'tipo', 'nome', 'quota']);
    expect([table.heading('#'), table.name(3), table.columns.get('#')?.values[3]]).toEqual([
      'Riga',
      'Riga 4',
      4,
    ]);
  });

  it('writes figures as finely as they are brought', () => {
    const quota = brought('nome').columns.get('quota')!;
    expect([0, 1, 2].map((row) => valueText(quota, row, words))).toEqual(['0,00125', '1.234.567,5', '']);
  });

  it('knows where rows are: the middle of a line, of an area’s bounds, nowhere', () => {
    const table = brought('nome');
    expect([0, 1, 2, 3].map((row) => table.at(row))).toEqual([
      lonLat(9.2, 45.5),
      lonLat((9.1 + 9.2) / 2, (45.4 + 45.5) / 2),
      lonLat(9.19186, 45.46416),
      null,
    ]);
  });

  it('leads to the map and back', async () => {
    const table = brought('nome');
    const { selection, flight } = await choiceOf(table, 1, {} as City);
    expect(selection).toEqual({ kind: 'own', layer: 'abc', row: 1, at: table.at(1) });
    // A tenth of a degree, the height counting 1.6 times: log2(360 / 0.16) + 0.3.
    expect(flight?.to.zoom).toBeCloseTo(11.44, 2);
    expect(rowOfSelection(table, selection!)).toBe(1);
    expect(await choiceOf(table, 3, {} as City)).toEqual({});
    const elsewhere = { kind: 'own', layer: 'other', row: 1, at: lonLat(9, 45) } as const;
    expect(rowOfSelection(table, elsewhere)).toBeNull();
    expect(rowOfSelection(table, { ...elsewhere, layer: 'abc', row: 9 })).toBeNull();
  });

  it('gives its real lines and areas to a GeoJSON file, and exact figures to a CSV', async () => {
    const table = brought('nome');
    const shapeOf = await loadShapes(table, {} as City);
    const { features } = JSON.parse(whole(geojsonFile(table, rows, origin, shapeOf, words)));
    expect(features.map(({ geometry }: { geometry: unknown }) => geometry)).toEqual([
      { type: 'LineString', coordinates: LINE },
      { type: 'Polygon', coordinates: [[...RING].reverse()] },
      { type: 'Point', coordinates: [9.19186, 45.46416] },
      null,
    ]);
    expect(features[0].properties).toEqual({ nome: 'Giro', tipo: 'x', quota: 0.00125, source: ['a.csv'] });
    const [header, first] = whole(csvFile(table, rows, origin, 'data', words)).split(/\r?\n/);
    expect(header).toMatch(/^\W?nome,tipo,quota,/);
    expect(first).toMatch(/^Giro,x,0\.00125,9\.2,45\.5,a\.csv \(portato da te\)/);
  });
});
