// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { lonLat } from '../../../city/frames';
import { codeColumn, columnsOf, numberColumn, textColumn } from '../../../query/make-columns';
import { atOnce } from '../../../query/order';
import { formats } from '../../text/format';
import { tables } from '../../text/it-tables';
import { startTexts } from '../../text/texts';
import type { Table, Words } from './table';
import { csvFile, type FileOrigin, geojsonFile } from './table-file';

let words: Words;
beforeAll(() => {
  startTexts();
  i18next.addResourceBundle('it', 'translation', { tables }, true);
  words = { t: i18next.getFixedT('it'), format: formats('it') };
});

const tableOf = (names: string[], alone: number[], withheld: number[]): Table => {
  const columns = columnsOf([
    textColumn('name', names),
    numberColumn('alone', alone, { unit: 'persons', withheld: Uint8Array.from(withheld) }),
    codeColumn(
      'use',
      names.map((_, i) => (i % 2 ? null : 'school')),
      () => 'scolastico',
    ),
  ]);
  return {
    list: 'district',
    rows: names.length,
    columns,
    shown: [...columns.keys()],
    heading: (id) => ({ name: 'Nome', alone: 'Soli con 80 anni e più', use: 'Uso' })[id] ?? id,
    key: (row) => `d${row}`,
    name: (row) => names[row] ?? '',
    at: (row) => (row === 2 ? null : lonLat(9.19 + row / 1000, 45.123456789)),
    sources: () => ['nil'],
  };
};
const origin: FileOrigin = {
  sources: () => [
    {
      title: 'NIL',
      publisher: 'Comune di Milano',
      licence: 'CC BY 4.0',
      attribution: '© Comune',
      date: '2024',
    },
  ],
  note: '',
  madeAt: '2026-11-26T12:00:00.000Z',
  title: 'Quartieri',
};
const csv = (table: Table, rows: number[], flavour: 'excel' | 'data') =>
  atOnce(csvFile(table, Uint32Array.from(rows), origin, flavour, words)).join('');
const geojson = (table: Table, rows: number[]) =>
  JSON.parse(atOnce(geojsonFile(table, Uint32Array.from(rows), origin, null, words)).join(''));

const table = () => tableOf(['Brera; centro', '=Isola', 'Parco'], [832.5, 0, Number.NaN], [0, 0, 1]);

describe('a table in a file', () => {
  it('for Excel has commas in its figures and words for what is withheld', () => {
    const text = csv(table(), [2, 0], 'excel');
    expect(text.startsWith('\ufeffNome;Soli con 80 anni e più (persone);Uso;Longitudine (°)')).toBe(true);
    const [parco, brera] = parse(text, { delimiter: ';', bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(parco).toMatchObject({
      Nome: 'Parco',
      'Soli con 80 anni e più (persone)': 'dato non diffuso',
      'Longitudine (°)': '',
      'Dati non diffusi': 'Soli con 80 anni e più',
    });
    expect(brera).toMatchObject({
      Nome: 'Brera; centro',
      'Soli con 80 anni e più (persone)': '832,5',
      Uso: 'scolastico',
      'Longitudine (°)': '9,19',
      'Latitudine (°)': '45,1234568',
      'Dati non diffusi': '',
      Fonte: 'NIL (Comune di Milano)',
      Licenza: 'CC BY 4.0',
      'Data dei dati': '2024',
      Citazione: '© Comune',
      'Estratto il': '2026-11-26T12:00:00.000Z',
    });
  });

  it('for programs leaves empty what is withheld, names it, and makes no formula of a name', () => {
    const rows = parse(csv(table(), [0, 1, 2], 'data'), { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row['Soli con 80 anni e più (persone)'])).toEqual(['832.5', '0', '']);
    expect(rows.map(({ Nome }) => Nome)).toEqual(['Brera; centro', "'=Isola", 'Parco']);
    expect(rows[2]?.['Dati non diffusi']).toBe('Soli con 80 anni e più');
  });

  it('as GeoJSON says its columns, sources and what is withheld', () => {
    const { metadata, features, type } = geojson(table(), [1, 2]);
    expect(type).toBe('FeatureCollection');
    expect(metadata.columns[1]).toEqual({ id: 'alone', name: 'Soli con 80 anni e più', unit: 'persons' });
    expect(metadata.sources[0].licence).toBe('CC BY 4.0');
    expect(features).toEqual([
      {
        type: 'Feature',
        id: 'd1',
        geometry: { type: 'Point', coordinates: [9.191, 45.1234568] },
        properties: { name: '=Isola', alone: 0, use: null, source: ['NIL'] },
      },
      {
        type: 'Feature',
        id: 'd2',
        geometry: null,
        properties: { name: 'Parco', alone: null, use: 'scolastico', withheld: ['alone'], source: ['NIL'] },
      },
    ]);
  });

  it('never has a withheld count as a number, whatever else is in it', () => {
    // Recognisable among whatever numbers and names there are.
    const SECRET = 4.25;
    const rows = fc.array(fc.tuple(fc.string(), fc.integer({ min: 5, max: 9999 }), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (made) => {
        const of = tableOf(
          made.map(([name]) => name),
          made.map(([, count, hidden]) => (hidden ? SECRET : count)),
          made.map(([, , hidden]) => (hidden ? 1 : 0)),
        );
        const all = made.map((_, i) => i);
        for (const flavour of ['excel', 'data'] as const) {
          const back = parse(csv(of, all, flavour), {
            delimiter: flavour === 'excel' ? ';' : ',',
            bom: true,
            record_delimiter: '\r\n',
          }) as string[][];
          made.forEach(([, count, hidden], i) => {
            const figure = hidden ? (flavour === 'excel' ? 'dato non diffuso' : '') : String(count);
            expect(back[i + 1]?.[1]).toBe(figure);
          });
        }
        geojson(of, all).features.forEach((feature: { properties: { alone: unknown } }, i: number) => {
          expect(feature.properties.alone).toBe(made[i]?.[2] ? null : made[i]?.[1]);
        });
      }),
      { numRuns: 50 },
    );
  });
});
