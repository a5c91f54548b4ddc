// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesInMemory } from '../fixtures/files';
import { type Reading, readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { InputError } from '../formats/found-file';
import type { ServiceRow } from '../themes/rows';
import { bikeRacks } from './bike-racks';
import { bikeMi, bikeMi2020 } from './bikemi';
import { businessCounts } from './business-counts';
import { carParks } from './car-parks';
import { chargingPoints } from './charging-points';
import { civicOffices } from './civic-offices';
import { cultureVenues } from './culture-venues';
import { drinkingFountains } from './drinking-fountains';
import { historicShops } from './historic-shops';
import { libraries } from './libraries';
import { nursingHomes } from './nursing-homes';
import { pharmacies } from './pharmacies';
import { pools } from './pools';
import { schoolGrade, schoolRegistry, schoolsWithPupils } from './schools';
import type { Source } from './source';
import { sportsSites } from './sports-sites';

const SERVICES: readonly Source<'services'>[] = [
  schoolsWithPupils,
  schoolRegistry,
  pharmacies,
  libraries,
  civicOffices,
  nursingHomes,
  sportsSites,
  pools,
  drinkingFountains,
  cultureVenues,
  bikeMi,
  bikeMi2020,
  carParks,
  bikeRacks,
  chargingPoints,
];
const features = (...list: [object, number[] | null][]) => ({
  type: 'FeatureCollection',
  features: list.map(([properties, coordinates]) => ({
    type: 'Feature',
    properties,
    geometry: coordinates && { type: 'Point', coordinates },
  })),
});
const read = (source: Source<'services'>, name: string, content: object | string) =>
  readSource(source, filesInMemory({ [name]: content }));

describe('schools', () => {
  const HEADER =
    'CODSCUOLA;DENOMINAZIONESCUOLA;INDIRIZZOSCUOLA;INDIRIZZOEMAILSCUOLA;Long;Lat;ORDINESCUOLA;ALUNNI';

  it('have decimal commas; one whose geocode is in China keeps its pupils and loses its point', async () => {
    const { rows, dropped } = await read(
      schoolsWithPupils,
      'scuole.csv',
      `${HEADER}\nMI1;VIA PROVA - MILANO;VIA PROVA 31;a@b.it;9,1076;45,4561;SCUOLA PRIMARIA;232\nMI2;LONTANA;VIA FINTA 2;;103,581526;28,26674;SCUOLA SECONDARIA I GRADO;118\nMI3;SBAGLIATA;X 1;;9,1;45,4;SCUOLA PRIMARIA;molti\n`,
    );
    expect(rows).toMatchObject([
      {
        stableId: 'school-MI1',
        at: [9.1076, 45.4561],
        class: 'school',
        address: 'Via Prova 31',
        capacity: 232,
        capacityUnit: 'pupils',
        grade: 'primaria',
        detail: 'Scuola primaria',
      },
      {
        stableId: 'school-MI2',
        capacity: 118,
        grade: 'secondaria-1',
        detail: 'Scuola secondaria di primo grado',
        unplaced: { reason: 'outside-place' },
      },
      { stableId: 'school-MI3' },
    ]);
    expect(rows[1]).not.toHaveProperty('at');
    expect(dropped).toEqual({});
    // "molti" is no number: the school is there, its pupils are not known.
    expect(rows[2]).not.toHaveProperty('capacity');
  });

  it('at one point stay several, and no e-mail is carried', async () => {
    const { rows } = await read(
      schoolRegistry,
      'anagrafe.csv',
      'CODICESCUOLA;DENOMINAZIONESCUOLA;INDIRIZZOSCUOLA;INDIRIZZOEMAILSCUOLA;DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA;Long;Lat\nA;UNA;VIA X 1;una@istruzione.it;SCUOLA SEC. PRIMO GRADO NON STATALE;9,1;45,45\nB;DUE;VIA X 1;due@pec.it;LICEO CLASSICO;9,1;45,45\n',
    );
    expect(rows.map((row) => row.stableId)).toEqual(['school-A', 'school-B']);
    expect(rows[0]?.at).toEqual(rows[1]?.at);
    expect(rows[0]?.detail).toBe('Scuola secondaria di primo grado non statale');
    expect(rows.map((row) => row.grade)).toEqual(['secondaria-1', 'secondaria-2']);
    expect(JSON.stringify(rows)).not.toContain('@');
  });
});

describe('the grade of a school', () => {
  it.each([
    // As the register and the list of pupils of 2016/17 write them.
    ['SCUOLA INFANZIA', 'infanzia'],
    ['SCUOLA INFANZIA NON STATALE', 'infanzia'],
    ['SCUOLA PRIMARIA', 'primaria'],
    ['SCUOLA PRIMARIA NON STATALE', 'primaria'],
    ['SCUOLA PRIMO GRADO', 'secondaria-1'],
    ['SCUOLA SECONDARIA I GRADO', 'secondaria-1'],
    ['SCUOLA SEC. PRIMO GRADO NON STATALE', 'secondaria-1'],
    ['SCUOLA SEC. SECONDO GRADO NON STATALE', 'secondaria-2'],
    ['LICEO ARTISTICO', 'secondaria-2'],
    ['LICEO CLASSICO', 'secondaria-2'],
    ['LICEO SCIENTIFICO', 'secondaria-2'],
    ['ISTITUTO MAGISTRALE', 'secondaria-2'],
    ['ISTITUTO TECNICO COMMERCIALE', 'secondaria-2'],
    ['ISTITUTO TECNICO INDUSTRIALE', 'secondaria-2'],
    ["ISTITUTO TECNICO PER ATTIVITA' SOCIALI (GIA' ITF)", 'secondaria-2'],
    ['ISTITUTO TECNICO PER GEOMETRI', 'secondaria-2'],
    ['ISTITUTO TECNICO PER IL TURISMO', 'secondaria-2'],
    ['IST PROF INDUSTRIA E ARTIGIANATO', 'secondaria-2'],
    ['IST PROF PER I SERVIZI ALBERGHIERI E RISTORAZIONE', 'secondaria-2'],
    ['IST PROF PER I SERVIZI COMMERCIALI', 'secondaria-2'],
    ['IST PROF PER I SERVIZI COMMERCIALI E TURISTICI', 'secondaria-2'],
    ["IST PROF PER L'AGRICOLTURA E L'AMBIENTE", 'secondaria-2'],
    ['IST TEC COMMERCIALE E PER GEOMETRI', 'secondaria-2'],
    // As other lists of the same ministry do.
    ['SCUOLA SECONDARIA II GRADO', 'secondaria-2'],
    ['Scuola secondaria di secondo grado', 'secondaria-2'],
    ['ISTITUTO COMPRENSIVO', undefined],
    ['CENTRO TERRITORIALE', undefined],
  ])('%s is %s', (published, grade) => expect(schoolGrade(published)).toBe(grade));
});

describe('services with odd positions', () => {
  it('pharmacies keep what their geocoder lost', async () => {
    const { rows, dropped } = await read(
      pharmacies,
      'f.csv',
      'CODICEIDENTIFICATIVOFARMACIA;INDIRIZZO;DESCRIZIONEFARMACIA;Long;Lat\n1;Via Prova, 4;ANTICA;9.21;45.43\n2;Via Finta, 5;PERSA;8.946;45.5626\n',
    );
    expect(rows).toMatchObject([
      { at: [9.21, 45.43], name: 'Antica' },
      { unplaced: { reason: 'outside-place' } },
    ]);
    expect(dropped).toEqual({});
  });

  it('libraries at 0, 0 and of other towns are counted', async () => {
    const { rows, dropped } = await read(
      libraries,
      'b.csv',
      'codiceIsil;denominazioni.ufficiale;indirizzo.via-piazza;tipologia-funzionale;comune;Lat;Long\nA;Biblioteca "Prova";Via A 1;Pubblica;Milano;45,48;9,2\nB;Nulla;Via B 1;NON SPECIFICATA;Milano;0,0;0,0\nC;Mantova;Via C 1;;Milano;45,15;10,78\n',
    );
    expect(rows).toMatchObject([{ stableId: 'library-A', name: 'Biblioteca "Prova"', detail: 'Pubblica' }]);
    expect(dropped).toEqual({ 'outside-place': 2 });
  });

  it('civic offices whose coordinates are marked wrong in the name', async () => {
    const { rows } = await read(
      civicOffices,
      'sedi.csv',
      'kind;dataset;name;municipio;lat;lon;orari\nanagrafe;ds549;Anagrafe Municipio 1 - via Prova 12;1;45.46;9.19;"lun-ven; 8:30"\nservizio_sociale;ds1303;Servizio Sociale Territoriale - Via Finta 25 [coordinate errate alla fonte];4;45.52;9.17;\nservizio_sociale;ds1303;Servizio Sociale Territoriale - Via Bis 72 [coordinate sospette: uguali a via Ter 24] (secondaria);8;45.5;9.1;\n',
    );
    expect(rows).toMatchObject([
      { class: 'civic-office', at: [9.19, 45.46], address: 'via Prova 12', hours: 'lun-ven; 8:30' },
      {
        class: 'social-service',
        name: 'Servizio Sociale Territoriale - Via Finta 25',
        address: 'Via Finta 25',
        unplaced: { reason: 'wrong-at-source' },
      },
      { address: 'Via Bis 72', unplaced: { reason: 'wrong-at-source' } },
    ]);
    expect(rows.filter((row) => row.at)).toHaveLength(1);
  });

  it('pupils and beds of a thousand and more are read where a point parts thousands', async () => {
    const schools =
      'CODSCUOLA;DENOMINAZIONESCUOLA;Long;Lat;ORDINESCUOLA;ALUNNI\nMI1;PROVA;9,1;45,4;SCUOLA PRIMARIA;1.250\n';
    const homes =
      'denominazione;comune;indirizzo;posti_letto_totali_accreditati\nPROVA;MILANO;VIA PROVA, 63;1.140\n';
    expect((await read(schoolsWithPupils, 's.csv', schools)).rows).toMatchObject([{ capacity: 1250 }]);
    expect((await read(nursingHomes, 'r.csv', homes)).rows).toMatchObject([{ capacity: 1140 }]);
  });

  it('nursing homes: this city only, beds as published, no point', async () => {
    const { rows, dropped } = await read(
      nursingHomes,
      'rsa.csv',
      'denominazione;comune;indirizzo;cap;telefono;posti_letto_totali_accreditati\nR.S.A. PROVA;MILANO;VIA PROVA, 63;20132;02 123;140\nALTRA;ALBINO;VIA X, 9;24021;035;88\nROTTA;MILANO;VIA Y, 1;20100;;molti\n',
    );
    expect(rows).toEqual([
      {
        origin: { file: 'rsa.csv', row: 1 },
        stableId: expect.stringMatching(/^rsa-.*prova-via-prova-63$/),
        class: 'nursing-home',
        name: 'RSA Prova',
        address: 'Via Prova, 63',
        capacity: 140,
        capacityUnit: 'beds',
      },
    ]);
    expect(dropped).toEqual({ 'other-city': 1, 'bad-value': 1 });
  });
});

describe('services published by activity, by edition, without names', () => {
  it('sports: one row an activity becomes one site with its activities', async () => {
    const activity = (Tipo: string, SPECIFICA_LOCALITA: string, at: number[]): [object, number[]] => [
      {
        VIA: 'Via Prova',
        LOCALITA: '4, 20158',
        SPECIFICA_LOCALITA,
        Tipo,
        Mail: 'x@y.it',
        Gestore: 'A.S.D. Prova',
        'Codice via': '1',
      },
      at,
    ];
    const {
      rows,
      dropped,
      read: count,
    } = await read(
      sportsSites,
      'ds629.geojson',
      features(
        activity('Tennis', 'Impianto Sportivo', [9.1, 45.5]),
        activity('Nuoto', 'Centro Sportivo Prova', [9.1, 45.5]),
        activity('Tennis', 'Impianto Sportivo', [9.1, 45.5]),
        activity('Rugby', 'Impianto Sportivo', [9.2, 45.5]),
      ),
    );
    expect(rows).toMatchObject([
      { name: 'Centro Sportivo Prova', address: 'Via Prova 4', detail: 'Tennis, Nuoto', at: [9.1, 45.5] },
      { name: 'Impianto sportivo, Via Prova', detail: 'Rugby', at: [9.2, 45.5] },
    ]);
    expect([count, dropped]).toEqual([4, { 'part-of-a-site': 2 }]);
    expect(JSON.stringify(rows)).not.toMatch(/@|A\.S\.D\./);
  });

  it('BikeMi: number and name in one field in 2020', async () => {
    const { rows } = await read(
      bikeMi2020,
      'x.geojson',
      features([
        { bike_shari: '012 Prova 1', stalli: 24, zd_attuale: 1, indirizzo: 'P.za Prova' },
        [9.19, 45.46],
      ]),
    );
    expect(rows).toMatchObject([
      { stableId: 'bikemi-012', name: 'Prova 1', capacity: 24, capacityUnit: 'docks', editionYear: 2020 },
    ]);
    const late = await read(
      bikeMi,
      'x.geojson',
      features(
        [{ numero: '012', nome: 'Prova', stalli: 30, zd_attuale: 1 }, [9.19, 45.46]],
        [{ numero: '013', nome: 'Rotta', stalli: 'n.d.', zd_attuale: 1 }, [9.19, 45.46]],
      ),
    );
    expect(late.rows).toMatchObject([{ stableId: 'bikemi-012', capacity: 30, editionYear: 2021 }]);
    expect(late.dropped).toEqual({ 'bad-value': 1 });
  });

  it('racks without geometry and venues that stand there twice are counted', async () => {
    const racks = await read(
      bikeRacks,
      'r.geojson',
      features(
        [
          { id_amat: 2, stalli_totali: 15, tipomanufatto: 'Verona', categorieveicoli: 'Velocipedi' },
          [9.17, 45.43],
        ],
        [{ id_amat: 3, stalli_totali: 10, tipomanufatto: 'Verona', categorieveicoli: 'Velocipedi' }, null],
      ),
    );
    expect(racks.rows).toMatchObject([{ stableId: 'rack-2', capacity: 15, capacityUnit: 'places' }]);
    expect(racks.dropped).toEqual({ 'no-geometry': 1 });
    const venues = await read(
      cultureVenues,
      'c.csv',
      'pk,name,category,address,latitude,longitude,url\n1,Casa,Museo,"Via A 3, 20122 Milano",45.46,9.19,\n2,casa,Museo,"Via A 3, 20122 Milano",45.46,9.19,\n',
    );
    expect(venues.rows).toHaveLength(1);
    expect(venues.messages).toEqual(['duplicate-name, row 2: casa: as in row 1']);
  });

  it('records under "data"; a file without them says so', async () => {
    const record = { objectid: '1', id_nil: '1', long_x_4326: 9.1, lat_y_4326: 45.45 };
    const found = await read(drinkingFountains, 'v.json', {
      totale: 2,
      data: [record, { ...record, lat_y_4326: null, long_x_4326: '' }, 7],
    });
    expect(found.rows).toMatchObject([{ stableId: 'fountain-1', class: 'fountain' }]);
    expect(found.dropped).toEqual({ 'bad-value': 1, 'no-geometry': 1 });
    await expect(read(drinkingFountains, 'v.json', { ...record, totale: 1 })).rejects.toThrow(
      new InputError('v.json', 'is JSON but holds no list of records'),
    );
  });
});

describe('businesses', () => {
  it('historic shops that closed are marked; counts carry no scores', async () => {
    const shop = {
      n: 1,
      targa: 'Prova',
      genere_merceologico: 'Ristorante',
      anno: 1929,
      stato: 'attiva',
      indirizzo: "Via SAN PROVA ALL'ORTO 3",
      long_x_4326: 9.19,
      lat_y_4326: 45.46,
    };
    const shops = await readSource(
      historicShops,
      filesInMemory({ 'b.json': { totale: 2, data: [shop, { ...shop, n: 2, stato: 'cessata', anno: 0 }] } }),
    );
    expect(shops.rows).toMatchObject([
      { stableId: 'bottega-1', address: "Via San Prova all'Orto 3", sinceYear: 1929 },
      { stableId: 'bottega-2', closed: true },
    ]);
    expect(shops.rows[0]).not.toHaveProperty('closed');
    expect(shops.rows[1]).not.toHaveProperty('sinceYear');
    const counts = await readSource(
      businessCounts,
      filesInMemory({
        'c.json': [
          { nilId: 1, pubbliciEsercizi: 687, eserciziVicinato: 2943, scoreVitalita: 100 },
          { nilId: 2, pubbliciEsercizi: -1, eserciziVicinato: 3 },
          { nilId: null, pubbliciEsercizi: 1, eserciziVicinato: 3 },
        ],
      }),
    );
    expect(counts.rows).toMatchObject([
      { district: 1, counts: { 'food-and-drink': 687, 'neighbourhood-shop': 2943 } },
    ]);
    expect(Object.keys(counts.rows[0]?.kind === 'counts' ? counts.rows[0].counts : {})).toHaveLength(2);
    expect(counts.dropped).toEqual({ 'bad-value': 1, 'unknown-district': 1 });
  });
});

describe('rubbish', () => {
  it('in CSV never throws anything but an InputError, nor yields a point that is no number', async () => {
    const headers = [
      'CODSCUOLA;DENOMINAZIONESCUOLA;ORDINESCUOLA;ALUNNI;Long;Lat',
      'codiceIsil;denominazioni.ufficiale;Lat;Long',
      'kind;dataset;name;municipio;lat;lon',
      'denominazione;comune;indirizzo;posti_letto_totali_accreditati',
      'pk,name,category,address,latitude,longitude',
    ];
    const cell = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.constantFrom('MILANO', '9,19', '45,46', 'NaN', '1e999', '"'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...headers),
        fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 5 }),
        async (header, cells) => {
          const mark = header.includes(';') ? ';' : ',';
          const files = filesInMemory({
            'x.csv': [header, ...cells.map((row) => row.join(mark))].join('\n'),
          });
          for (const source of SERVICES)
            try {
              for (const row of (await readSource(source, files)).rows) {
                expect(row.at?.every(Number.isFinite) ?? true).toBe(true);
                expect(Number.isFinite(row.capacity ?? 0)).toBe(true);
              }
            } catch (error) {
              expect(error).toBeInstanceOf(InputError);
            }
        },
      ),
      { numRuns: 80 },
    );
  });
});

describeShared("Milan's own files", () => {
  const found = new Map<string, Reading<'services'>>();
  const of = (source: Source<'services'>) => found.get(source.id) as Reading<'services'>;
  const capacity = (rows: readonly ServiceRow[]) => rows.reduce((sum, row) => sum + (row.capacity ?? 0), 0);
  let shops: Reading<'businesses'>;
  let counts: Reading<'businesses'>;
  beforeAll(async () => {
    const files = await openFolder(sharedPath('milano'));
    for (const source of SERVICES) found.set(source.id, await readSource(source, files));
    shops = await readSource(historicShops, files);
    counts = await readSource(businessCounts, files);
  }, 60_000);

  it.each([
    [schoolsWithPupils, 325, 325],
    [schoolRegistry, 809, 809],
    [pharmacies, 427, 427],
    [libraries, 214, 154],
    [civicOffices, 41, 41],
    [nursingHomes, 650, 58],
    [sportsSites, 407, 128],
    [pools, 28, 28],
    [drinkingFountains, 721, 721],
    [cultureVenues, 428, 425],
    [bikeMi, 319, 319],
    [bikeMi2020, 280, 280],
    [carParks, 53, 53],
    [bikeRacks, 1522, 1513],
    [chargingPoints, 483, 483],
  ] as const)('$id', (source, rowsRead, rowsKept) => {
    const reading = of(source);
    expect([reading.files.length, reading.read, reading.rows.length]).toEqual([1, rowsRead, rowsKept]);
    expect(rowsKept + Object.values(reading.dropped).reduce((a, b) => a + b, 0)).toBe(rowsRead);
    expect(JSON.stringify(reading.rows)).not.toMatch(/[\w.]+@[\w.]+\.it/);
  });

  it('208 primary schools with 57,929 pupils, 117 lower secondary with 34,859', () => {
    for (const [detail, schools, pupils] of [
      ['Scuola primaria', 208, 57_929],
      ['Scuola secondaria di primo grado', 117, 34_859],
    ] as const) {
      const rows = of(schoolsWithPupils).rows.filter((row) => row.detail === detail);
      expect([rows.length, capacity(rows)]).toEqual([schools, pupils]);
      expect(new Set(rows.map((row) => row.grade)).size).toBe(1);
    }
    const grades: Record<string, number> = {};
    for (const { grade = '' } of of(schoolRegistry).rows) grades[grade] = (grades[grade] ?? 0) + 1;
    expect(grades).toEqual({
      infanzia: 300,
      primaria: 216,
      'secondaria-1': 118,
      'secondaria-2': 175,
    });
    expect(of(schoolsWithPupils).rows.filter((row) => row.unplaced)).toHaveLength(1);
    expect(of(schoolRegistry).rows.filter((row) => row.unplaced)).toHaveLength(2);
  });

  it('9,281 docks, 7,915 beds, 1,141 charging points, two wrong positions marked', () => {
    expect(capacity(of(bikeMi).rows)).toBe(9281);
    expect(capacity(of(nursingHomes).rows)).toBe(7915);
    expect(capacity(of(chargingPoints).rows)).toBe(1141);
    expect(of(civicOffices).rows.filter((row) => row.unplaced?.reason === 'wrong-at-source')).toHaveLength(2);
    expect(of(pharmacies).rows.filter((row) => row.unplaced)).toHaveLength(4);
  });

  it('626 shops, 120 of them closed; 9,206 places to eat and 28,867 shops in 88 districts', () => {
    expect(shops.rows.length).toBe(626);
    expect(shops.rows.filter((row) => row.kind === 'shop' && row.closed)).toHaveLength(120);
    const total = (kind: string) =>
      counts.rows.reduce((sum, row) => sum + (row.kind === 'counts' ? (row.counts[kind] ?? 0) : 0), 0);
    expect([counts.rows.length, total('food-and-drink'), total('neighbourhood-shop')]).toEqual([
      88, 9206, 28_867,
    ]);
  });
});
