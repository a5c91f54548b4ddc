// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickResource } from '../download/ckan';
import { fileInMemory, filesInMemory } from '../fixtures/files';
import { readSource } from '../fixtures/read-source';
import { InputError } from '../formats/found-file';
import { familyDoctors } from './family-doctors';

const COLUMNS =
  'idMedico,codice_regionale_medico,nomeMedico,cognomeMedico,dataNascita,tipoMedico,attivo,ambulatorioPrincipale,luogo_ambulatorio,via,civico,comune_medico,aft,ID_NIL,NIL,LONG_X_4326,LAT_Y_4326';
interface Surgery {
  id?: string;
  type?: string;
  active?: string;
  main?: string;
  street?: string;
  number?: string;
  lon?: string;
  lat?: string;
}
/** A row as the columns have it; all of the person is there to be left out. */
const cells = (of: Surgery = {}): string[] => {
  const {
    id = '7',
    type = 'MMG',
    active = '1',
    main = '1',
    street = 'VIA GIUSEPPE VERDI',
    number = '12',
  } = of;
  const person = ['C7', 'ADA', 'BIANCHI', '1961-05-04T00:00:00', type];
  const place = ['AMBULATORIO', street, number, 'MILANO', 'AFT 3', '1', 'DUOMO'];
  return [id, ...person, active, main, ...place, of.lon ?? '9.19', of.lat ?? '45.465'];
};
const file = (rows: readonly Surgery[], mark = ',', header = COLUMNS) =>
  [header.replaceAll(',', mark), ...rows.map((row) => cells(row).join(mark))].join('\r\n');
const read = (content: string) => readSource(familyDoctors, filesInMemory({ 'ds234.csv': content }));

describe('family doctors', () => {
  it('count at their main surgery, with its address and nothing of who they are', async () => {
    const { rows, read: all, dropped } = await read(file([{}]));
    expect(rows).toEqual([
      {
        origin: { file: 'ds234.csv', row: 1 },
        stableId: 'doctor-7',
        at: [9.19, 45.465],
        class: 'family-doctor',
        name: 'Medico di famiglia',
        address: 'Via Giuseppe Verdi 12',
      },
    ]);
    expect([all, dropped]).toEqual([1, {}]);
    expect(JSON.stringify(rows)).not.toMatch(/ADA|BIANCHI|1961/i);
  });

  it('count once, and only where they work: each that is left out is for its reason', async () => {
    const { rows, dropped, messages } = await read(
      file([
        { id: '1' },
        { id: '1', main: '0', street: 'VIA ALTRA' },
        { id: '1', street: 'VIA TERZA' },
        { id: '2', active: '0' },
        { id: '3', type: 'PLS' },
        { id: '4', type: 'Incaricato provvisorio Pediatra' },
        { id: '' },
        { id: '5', active: 'forse' },
        { id: '6', main: '' },
      ]),
    );
    expect(rows.map(({ stableId }) => stableId)).toEqual(['doctor-1']);
    expect(dropped).toEqual({
      'second-surgery': 1,
      'duplicate-id': 1,
      'out-of-service': 1,
      'not-this-theme': 2,
      'bad-value': 3,
    });
    expect(messages.at(-1)).toBe('bad-value, row 9: attivo or ambulatorioPrincipale is neither yes nor no');
  });

  it.each(['1', '1.0', '1,0', 'true', 'True', 'SI', 'sì', 't'])('“%s” is yes', async (yes) => {
    const { rows } = await read(file([{ active: yes, main: yes }], ';'));
    expect(rows).toHaveLength(1);
  });
  it.each(['0', '0.0', 'false', 'False', 'NO', 'f'])('“%s” is no', async (no) => {
    const { dropped } = await read(file([{ active: no }, { main: no }], ';'));
    expect(dropped).toEqual({ 'out-of-service': 1, 'second-surgery': 1 });
  });

  it('stay without a point where there is none, or one in no city', async () => {
    const { rows } = await read(
      file(
        [
          { id: '1', lon: '', lat: '' },
          { id: '2', lon: '0', lat: '0' },
          { id: '3', lon: '9,19', lat: '45,465' },
          { id: '4', lon: 'x', lat: '45' },
        ],
        ';',
      ),
    );
    expect(rows.map(({ at, unplaced }) => at ?? unplaced?.reason)).toEqual([
      'no-geometry',
      'outside-place',
      [9.19, 45.465],
      'bad-coordinates',
    ]);
    expect(rows.every(({ address }) => address === 'Via Giuseppe Verdi 12')).toBe(true);
  });

  it('have no address where no street is given', async () => {
    const { rows } = await read(file([{ street: '' }, { id: '8', number: '' }]));
    expect(rows.map(({ address }) => address)).toEqual([undefined, 'Via Giuseppe Verdi']);
  });

  it('are known by their columns, in any case and between quotes', async () => {
    const upper = await read(file([{}], ';', COLUMNS.toUpperCase()));
    expect(upper.rows).toHaveLength(1);
    const quoted = await read(
      file(
        [{}],
        ';',
        COLUMNS.split(',')
          .map((one) => `"${one}"`)
          .join(','),
      ),
    );
    expect(quoted.rows).toHaveLength(1);
    const without = (column: string) =>
      familyDoctors.recognises(fileInMemory('x.csv', `${COLUMNS.replace(column, 'other')}\n1`));
    expect(await without('civico')).toBe(true);
    for (const column of ['idMedico', 'attivo', 'ambulatorioPrincipale', 'LONG_X_4326', 'LAT_Y_4326'])
      expect(await without(column), column).toBe(false);
    expect(await familyDoctors.recognises(fileInMemory('x.json', COLUMNS))).toBe(false);
  });

  it('are fetched as CSV', () => {
    const { portal } = familyDoctors;
    if (portal?.kind !== 'ckan') throw new Error('is on the portal');
    const resources = [
      { url: 'https://x/a.json', format: 'JSON' },
      { url: 'https://x/a.csv', format: 'csv' },
    ];
    const { url } = pickResource({ success: true, result: { resources } }, portal.formats, portal.slug);
    expect([portal.slug.startsWith('ds234-'), url]).toEqual([true, 'https://x/a.csv']);
  });

  it('of rubbish are never more than distinct active doctors, and every row is accounted for', async () => {
    const surgery = fc.record<Surgery>({
      id: fc.constantFrom('1', '2', '3', ''),
      type: fc.constantFrom('MMG', 'PLS', '', 'Incaricato provvisorio Pediatra'),
      active: fc.constantFrom('1', '0', 'true', 'False', '?'),
      main: fc.constantFrom('1', '0', 'True', ''),
      street: fc.constantFrom('', 'VIA DANTE', '\u0000', "CA' GRANDA"),
      lon: fc.constantFrom('9.19', '9,19', '0', 'NaN', '', '1e999'),
      lat: fc.constantFrom('45.46', '45,46', '0', 'x', ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(surgery, { maxLength: 12 }), async (surgeries) => {
        const { rows, read: all, dropped } = await read(file(surgeries, ';'));
        const isActive = ({ id, active }: Surgery) => id && (active === '1' || active === 'true');
        const active = new Set(surgeries.filter(isActive).map(({ id }) => id));
        expect(rows.length).toBeLessThanOrEqual(active.size);
        expect(new Set(rows.map(({ stableId }) => stableId)).size).toBe(rows.length);
        expect(rows.length + Object.values(dropped).reduce((sum, many) => sum + many, 0)).toBe(all);
        expect(all).toBe(surgeries.length);
        for (const { at } of rows) expect(at?.every(Number.isFinite) ?? true).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('of a broken file never throw but an InputError', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('1', '0', '9.19', '45.46', '"', 'MMG', ';'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(COLUMNS, COLUMNS.toLowerCase(), `x,${COLUMNS}`, `"${COLUMNS}`),
        fc.array(fc.array(cell, { maxLength: 20 }), { maxLength: 5 }),
        async (header, lines) => {
          try {
            const { rows } = await read([header, ...lines.map((line) => line.join(','))].join('\n'));
            for (const { at } of rows) expect(at?.every(Number.isFinite) ?? true).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
