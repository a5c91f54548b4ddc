// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { filesInMemory } from '../fixtures/files';
import { type Reading, readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { censusSections, districtNames2011, sectionDistricts } from './census-sections';
import { registerByDistrict } from './register-by-district';

const REGISTER =
  'Anno;NIL;Quartiere;Uomini;Donne;Totale;Minori;Stranieri;Famiglie;Famiglie_unipersonali;Soli_80plus;Nati;Morti;Emigrati;Immigrati;Eta_80plus;Eta_65plus;Scuole_infanzia';

describe('register by district (ds205)', () => {
  it('checks that men and women make the total; empty school cells do not matter', async () => {
    const { rows, dropped, messages } = await readSource(
      registerByDistrict,
      filesInMemory({
        'ds205.csv': [
          REGISTER,
          '2024;1;PROVA;8149;9053;17202;2780;2495;9568;5392;602;140;145;482;814;1067;3698;',
          '2024;2;ROTTO;10;10;21;0;0;9;5;0;0;0;0;0;0;0;1',
          '2024;3;VUOTO;;10;10;0;0;9;5;0;0;0;0;0;0;0;1',
          '2024;x;SENZA;5;5;10;0;0;9;5;0;0;0;0;0;0;0;1',
          '2024;4',
        ].join('\n'),
      }),
    );
    expect(rows).toEqual([
      {
        origin: { file: 'ds205.csv', row: 1 },
        kind: 'register',
        district: 1,
        year: 2024,
        total: 17_202,
        men: 8149,
        women: 9053,
        minors: 2780,
        aged65Plus: 3698,
        aged80Plus: 1067,
        foreigners: 2495,
        households: 9568,
        singleHouseholds: 5392,
        aloneAged80Plus: 602,
        births: 140,
        deaths: 145,
        arrivals: 814,
        departures: 482,
      },
    ]);
    expect(dropped).toEqual({ 'bad-value': 3, 'ragged-row': 1 });
    expect(messages[0]).toBe('bad-value, row 2: Uomini 10 and Donne 10 do not make Totale 21');
  });

  it.each([
    ['7;0;4;3;1;0;0;0;0;5;3', 'Eta_80plus make 5, Eta_65plus is 3'],
    ['7;0;4;3;1;0;0;0;0;3;15', 'Minori and Eta_65plus make 22, Totale is 20'],
    ['0;0;4;6;1;0;0;0;0;3;5', 'Famiglie_unipersonali make 6, Famiglie is 4'],
    ['0;0;9;8;6;0;0;0;0;3;5', 'Soli_80plus make 6, Eta_80plus is 3'],
  ])('drops a row that the model would refuse the city for: %s', async (counts, fault) => {
    const file = filesInMemory({ 'ds205.csv': `${REGISTER}\n2024;1;PROVA;10;10;20;${counts};\n` });
    const { rows, dropped, messages } = await readSource(registerByDistrict, file);
    expect([rows, dropped]).toEqual([[], { 'bad-value': 1 }]);
    expect(messages[0]).toBe(`bad-value, row 1: ${fault}`);
  });

  it('has thousands that a point parts; a count with decimals is none', async () => {
    const lines = [
      '2024;1;PROVA;6.000;6.000;12.000;1.200;900;6.000;3.500;602;140;145;482;814;1.067;3.698;',
      '2024;2;ROTTO;6;6.5;12;1;0;6;3;0;0;0;0;0;0;1;',
    ];
    const file = filesInMemory({ 'ds205.csv': [REGISTER, ...lines].join('\n') });
    const { rows, messages } = await readSource(registerByDistrict, file);
    expect(rows).toMatchObject([
      { total: 12_000, men: 6000, minors: 1200, foreigners: 900, aged80Plus: 1067 },
    ]);
    expect(messages).toEqual(['bad-value, row 2: Donne "6.5" is no number of persons']);
  });

  it('without a column says which', async () => {
    const file = filesInMemory({ 'ds205.csv': 'Anno;NIL;Uomini;Donne;Totale\n2024;1;1;1;2\n' });
    await expect(readSource(registerByDistrict, file)).rejects.toThrow(/ds205\.csv.*"Minori"/);
  });
});

describe('census sections', () => {
  const classes = Array.from({ length: 16 }, (_, i) => i);
  const header = [
    'SEZ2011',
    'P1',
    'PF1',
    ...classes.map((i) => `P${14 + i}`),
    ...classes.map((i) => `P${30 + i}`),
  ];
  const row = (section: number, persons: number, all: number[], men: number[]) =>
    [section, persons, 7, ...all, ...men].join(';');
  const only = (values: Record<number, number>) => classes.map((i) => values[i] ?? 0);

  it('women are what is left; 65 and over are the last three classes', async () => {
    const { rows, dropped } = await readSource(
      censusSections,
      filesInMemory({
        'sez.csv': [
          header.join(';'),
          row(151460000001, 12, only({ 0: 2, 13: 3, 14: 4, 15: 3 }), only({ 0: 1, 13: 1, 15: 3 })),
          row(151460000002, 9, only({ 0: 8 }), only({})),
          row(151460000003, 2, only({ 0: 2 }), only({ 0: 3 })),
        ].join('\n'),
      }),
    );
    expect(rows).toMatchObject([
      {
        section: 151460000001,
        persons: 12,
        households: 7,
        aged65Plus: 10,
        men: only({ 0: 1, 13: 1, 15: 3 }),
        women: only({ 0: 1, 13: 2, 14: 4 }),
      },
    ]);
    expect(dropped).toEqual({ 'bad-value': 2 });
  });
});

describeShared("Milan's own files", () => {
  let register: Reading<'population'>;
  let sections: Reading<'population'>;
  let districts: Reading<'population'>;
  let names: Reading<'population'>;
  beforeAll(async () => {
    const files = await openFolder(sharedPath('milano/population'));
    [register, sections, districts, names] = [
      await readSource(registerByDistrict, files),
      await readSource(censusSections, files),
      await readSource(sectionDistricts, files),
      await readSource(districtNames2011, files),
    ];
  }, 30_000);

  it('88 districts in two years: 1,341,830 persons in 2011 with 317,135 over 65, 1,407,044 in 2024', () => {
    expect([register.read, register.rows.length]).toEqual([176, 176]);
    const sum = (year: number, of: 'total' | 'aged65Plus') =>
      register.rows.reduce((n, row) => n + (row.kind === 'register' && row.year === year ? row[of] : 0), 0);
    expect([sum(2011, 'total'), sum(2011, 'aged65Plus'), sum(2024, 'total')]).toEqual([
      1_341_830, 317_135, 1_407_044,
    ]);
  });

  it('6,017 sections with 1,242,123 persons, 293 of them empty; 88 names', () => {
    expect([sections.files.length, sections.read, sections.rows.length]).toEqual([1, 6017, 6017]);
    const persons = sections.rows.map((row) => (row.kind === 'section' ? row.persons : Number.NaN));
    expect(persons.reduce((a, b) => a + b, 0)).toBe(1_242_123);
    expect(persons.filter((n) => n === 0)).toHaveLength(293);
    expect([districts.rows.length, names.rows.length]).toEqual([6078, 88]);
  });
});
