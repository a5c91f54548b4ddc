// SPDX-License-Identifier: EUPL-1.2
import type { Block } from './blocks';
import { writeFamilyDoctors } from './family-doctors';
import { NIL } from './nil';
import { comma, nilName, Places, people, title, upper } from './places';
import { registerFigure } from './population';
import { writeBikes, writeBusinesses, writeCarParks, writeCulture } from './shops-and-culture';
import { writeTypicalWeek } from './typical-week';
import { type DemoFolder, pointGeometry } from './write-files';

/** Services and shops of the demo city, placed by residents of the districts and along its streets. */
export async function writeServices(
  folder: DemoFolder,
  blocks: readonly Block[],
  seed: string,
): Promise<void> {
  const places = new Places(blocks, seed);
  await writeSchools(folder, places);
  await writePharmacies(folder, places);
  await writeFamilyDoctors(folder, blocks, seed);
  await writeLibraries(folder, places);
  await writeOffices(folder, places);
  await writeSports(folder, places);
  await writeFountains(folder, places);
  await writeCulture(folder, places);
  const bikes = await writeBikes(folder, places);
  await writeBusinesses(folder, places);
  await writeTypicalWeek(folder, bikes, await writeCarParks(folder, places));
}

const SCHOOL_COLUMNS = [
  'CODSCUOLA',
  'ANNOSCOLASTICO',
  'AREAGEOGRAFICA',
  'CAPSCUOLA',
  'CODICECOMUNESCUOLA',
  'CODICEISTITUTORIFERIMENTO',
  'DENOMINAZIONEISTITUTORIFERIMENTO',
  'DENOMINAZIONESCUOLA',
  'DESCRIZIONECARATTERISTICASCUOLA',
  'DESCRIZIONECOMUNE',
  'DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA',
  'INDICAZIONESEDEDIRETTIVO',
  'INDICAZIONESEDEOMNICOMPRENSIVO',
  'INDIRIZZOSCUOLA',
  'PROVINCIA',
  'REGIONE',
  'SEDESCOLASTICA',
  'bStatale',
  'Long',
  'Lat',
  'ORDINESCUOLA',
  'ALUNNI',
];
/** Grade, pupils for each minor of the city (MIUR 2016/17 over ds205), pupils of a school. */
const GRADES = [
  ['EE', 'SCUOLA PRIMARIA', 'SCUOLA PRIMARIA', 57_929 / 196_577, 279],
  ['MM', 'SCUOLA PRIMO GRADO', 'SCUOLA SECONDARIA I GRADO', 34_859 / 196_577, 298],
] as const;

/** Primary and lower secondary schools where the minors live, with pupils. */
async function writeSchools(folder: DemoFolder, places: Places): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [letters, kind, grade, perMinor, size] of GRADES)
    for (let nil = 0; nil < NIL.length; nil++) {
      const pupils = registerFigure(nil + 1, 2024, 'minors') * perMinor;
      const count = pupils < 60 ? 0 : Math.max(1, Math.round(pupils / size));
      for (let k = 0; k < count; k++) {
        const spot = places.spot(nil);
        if (!spot) continue;
        const code = `MI${letters}${String(90_000 + rows.length).padStart(5, '0')}D`;
        const name = `${title(spot.street.replace(/^Via /, ''))} - ${nilName(nil)}`.toUpperCase();
        rows.push([
          code,
          '201617',
          'NORD OVEST',
          '20100,0',
          'F205',
          code,
          `IC ${name}`,
          name,
          'NORMALE',
          'MILANO',
          kind,
          'NO',
          'Non Disponibile',
          upper(spot),
          'MILANO',
          'LOMBARDIA',
          'SI',
          'True',
          comma(spot.lon),
          comma(spot.lat),
          grade,
          Math.round((pupils / count) * (0.85 + 0.3 * places.random())),
        ]);
      }
    }
  await folder.csv('daf_milano_scuole.csv', SCHOOL_COLUMNS, rows);
}

/** Most close for lunch; of ten one is open day and night. */
export const PHARMACY_HOURS = [
  'lun-ven 8:30-12:30 e 15:30-19:30; sabato 9:00-13:00',
  'lun-ven 8:30-13:00 e 15:00-19:30; sabato 8:30-12:30',
  'lun-sab 8:30-19:30',
  'lun-ven 8:30-12:30 e 15:30-19:30; sabato 9:00-12:30',
  'lun-sab 8:30-20:00; domenica 9:00-13:00',
  'lun-ven 8:45-12:45 e 15:30-19:30; sabato 9:00-13:00',
  'lun-ven 8:30-19:30; sabato 9:00-19:00',
  'lun-ven 9:00-13:00 e 15:30-19:30',
  'tutti i giorni 0:00-24:00',
  'lun-ven 8:30-12:30 e 15:30-19:30; sabato 9:00-13:00',
] as const;

async function writePharmacies(folder: DemoFolder, places: Places): Promise<void> {
  const columns = [
    'CODICEIDENTIFICATIVOFARMACIA',
    'CODFARMACIAASSEGNATODAASL',
    'INDIRIZZO',
    'DESCRIZIONEFARMACIA',
    'CAP',
    'CODICECOMUNEISTAT',
    'DESCRIZIONECOMUNE',
    'Long',
    'Lat',
    'ORARI',
  ];
  const rows = places
    .spread(420, people)
    .map(({ spot }, i) => [
      2501 + i,
      0,
      `${spot.street}, ${spot.number}`,
      `FARMACIA ${spot.street.replace(/^Via /, '').toUpperCase()}`,
      20_100,
      15_146,
      'MILANO',
      spot.lon,
      spot.lat,
      PHARMACY_HOURS[i % PHARMACY_HOURS.length] as string,
    ]);
  await folder.csv('farmacie_milano_daf.csv', columns, rows);
}

export const LIBRARY_HOURS = [
  'lun 14:30-19:00; mar-ven 9:00-19:00; sabato 10:00-18:00',
  'lun-ven 9:00-19:00; sabato 9:00-14:00',
  'mar-sab 9:30-19:00',
] as const;

async function writeLibraries(folder: DemoFolder, places: Places): Promise<void> {
  const columns = [
    'codiceIsil',
    'denominazioni.ufficiale',
    'ente',
    'indirizzo.via-piazza',
    'comune',
    'Lat',
    'Long',
    'orari',
  ];
  const rows = places
    .spread(27, people)
    .map(({ nil, spot }, i) => [
      `IT-MI${String(9001 + i)}`,
      `Biblioteca comunale rionale ${title(nilName(nil))}`,
      'Comune di Milano',
      `${spot.street} ${spot.number}`,
      'Milano',
      comma(spot.lat),
      comma(spot.lon),
      LIBRARY_HOURS[i % LIBRARY_HOURS.length] as string,
    ]);
  await folder.csv('biblioteche_milano_daf.csv', columns, rows);
}

export const OFFICE_HOURS = 'lun-ven 8:30-15:30 su appuntamento';

/** One seat and registry office in each municipio, social services beside them. */
async function writeOffices(folder: DemoFolder, places: Places): Promise<void> {
  const rows: (string | number)[][] = [];
  for (let municipio = 1; municipio <= 9; municipio++) {
    const inside = NIL.flatMap((n, i) => (n.municipio === municipio ? [i] : [])).sort(
      (a, b) => people(b) - people(a),
    );
    const put = (kind: string, dataset: string, name: string, nil: number) => {
      const spot = places.spot(nil);
      if (!spot) return;
      const place = `${name} - ${spot.street} ${spot.number}`;
      rows.push([kind, dataset, place, municipio, spot.lat, spot.lon, OFFICE_HOURS]);
    };
    put('municipio', 'ds1299', `Municipio ${municipio}`, inside[0] as number);
    put('anagrafe', 'ds549', `Anagrafe Municipio ${municipio}`, inside[1] as number);
    put('servizio_sociale', 'ds1303', 'Servizio Sociale Territoriale', inside[0] as number);
    put('servizio_sociale', 'ds1303', 'Servizio Sociale Territoriale', inside[2] as number);
  }
  await folder.csv(
    'comune_sedi_anagrafe_municipi_servizio_sociale.csv',
    ['kind', 'dataset', 'name', 'municipio', 'lat', 'lon', 'orari'],
    rows,
  );
}

async function writeSports(folder: DemoFolder, places: Places): Promise<void> {
  const kinds = ['Calcio a 11', 'Calcetto a 5', 'Tennis', 'Basket', 'Nuoto', 'Volley', 'Ginnastica'];
  const sites = places.spread(125, (nil) => people(nil) + 2500, true);
  await folder.geojson(
    'ds629_impianti_sportivi.geojson',
    sites.map(({ nil, spot }, i) => ({
      properties: {
        Municipio: String(NIL[nil]?.municipio),
        VIA: spot.street,
        LOCALITA: `${spot.number}, 20100`,
        SPECIFICA_LOCALITA: `Centro sportivo ${title(nilName(nil))}`,
        Tipo: kinds[i % kinds.length] as string,
        Note: '',
        Location: `${spot.lat}, ${spot.lon}`,
        'Codice via': String(1001 + i),
        ID_NIL: String(nil + 1),
        NIL: NIL[nil]?.name,
        Longitudine: spot.lon,
        Latitudine: spot.lat,
      },
      geometry: pointGeometry(spot.at),
    })),
  );
}

async function writeFountains(folder: DemoFolder, places: Places): Promise<void> {
  const data = places
    .spread(680, (nil) => people(nil) + 1500, true)
    .map(({ nil, spot }, i) => ({
      objectid: String(101 + i),
      cap: '20100',
      municipio: NIL[nil]?.municipio,
      id_nil: String(nil + 1),
      nil: NIL[nil]?.name,
      long_x_4326: spot.lon,
      lat_y_4326: spot.lat,
      location: `(${spot.lat}, ${spot.lon})`,
    }));
  await folder.json('vedovelle.json', { totale: data.length, data }, data.length);
}
