// SPDX-License-Identifier: EUPL-1.2
import { type Plane, planeToLonLat } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { type Block, DUOMO } from './blocks';
import { addressOf } from './buildings';
import { NIL } from './nil';
import { at, between, distanceM } from './polygon';
import { registerFigure, residents } from './population';
import { type DemoFolder, pointGeometry } from './write-files';

/** A street front in a district, with its address. */
interface Spot {
  readonly at: Plane;
  readonly lon: number;
  readonly lat: number;
  readonly street: string;
  readonly number: number;
}

const DUOMO_REACH_M = 3600;

/** Services and shops of the demo city, placed by residents of the districts and along its streets. */
export async function writeServices(
  folder: DemoFolder,
  blocks: readonly Block[],
  seed: string,
): Promise<void> {
  const places = new Places(blocks, seed);
  await writeSchools(folder, places);
  await writePharmacies(folder, places);
  await writeLibraries(folder, places);
  await writeOffices(folder, places);
  await writeSports(folder, places);
  await writeFountains(folder, places);
  await writeCulture(folder, places);
  await writeBikes(folder, places);
  await writeBusinesses(folder, places);
}

class Places {
  readonly random: () => number;
  private readonly byNil: Block[][] = NIL.map(() => []);

  constructor(blocks: readonly Block[], seed: string) {
    this.random = seeded(`${seed}/services`);
    for (const b of blocks)
      if (b.fabric !== 'field' && b.fabric !== 'farm' && b.fronts.some((f) => f))
        this.byNil[b.district]?.push(b);
  }

  /** A front in the district (0…87), or undefined where nothing is built. */
  spot(nil: number, green = false): Spot | undefined {
    const all = this.byNil[nil] as Block[];
    const wanted = all.filter((b) => (b.fabric === 'green') === green);
    const list = wanted.length ? wanted : all;
    if (!list.length) return undefined;
    const block = list[Math.floor(this.random() * list.length)] as Block;
    const edges = block.fronts.flatMap((f, i) => (f ? [i] : []));
    const edge = edges[Math.floor(this.random() * edges.length)] as number;
    const [a, b] = [at(block.ring, edge), at(block.ring, edge + 1)];
    const front = between(between(a, b, 0.15 + 0.7 * this.random()), block.centre, 0.06);
    const [lon, lat] = planeToLonLat(front);
    const address = addressOf(block, front);
    return {
      at: front,
      lon: Math.round(lon * 1e7) / 1e7,
      lat: Math.round(lat * 1e7) / 1e7,
      street: address.street ?? (block.fronts[edge] as string),
      number: address.number ?? 1,
    };
  }

  /** `count` spots in the districts, shared out by weight. */
  spread(count: number, weight: (nil: number) => number, green = false): { nil: number; spot: Spot }[] {
    const weights = NIL.map((_, i) => weight(i));
    const sum = weights.reduce((a, b) => a + b, 0);
    const out: { nil: number; spot: Spot }[] = [];
    let owed = 0;
    for (let nil = 0; nil < NIL.length; nil++) {
      owed += ((weights[nil] as number) / sum) * count;
      for (; owed >= 0.5; owed--) {
        const spot = this.spot(nil, green);
        if (spot) out.push({ nil, spot });
      }
    }
    return out;
  }
}

const people = (nil: number) => residents(nil + 1, 2024);
/** More in the middle of the city: shops, culture, shared bicycles. */
const central = (nil: number) => {
  const { lonDeg, latDeg } = NIL[nil] as (typeof NIL)[number];
  const km = Math.hypot((lonDeg - 9.19) * 78, (latDeg - 45.465) * 111);
  return people(nil) * Math.exp(-km / 2.2) + 1;
};
const comma = (n: number) => String(n).replace('.', ',');
const upper = (s: Spot) => `${s.street.toUpperCase()} ${s.number}`;
const nilName = (nil: number) => (NIL[nil]?.name ?? '').split(' - ')[0] as string;
const title = (text: string) => text.toLowerCase().replace(/(^|[\s.'-])\p{L}/gu, (c) => c.toUpperCase());

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
    ]);
  await folder.csv('farmacie_milano_daf.csv', columns, rows);
}

async function writeLibraries(folder: DemoFolder, places: Places): Promise<void> {
  const columns = [
    'codiceIsil',
    'denominazioni.ufficiale',
    'ente',
    'indirizzo.via-piazza',
    'comune',
    'Lat',
    'Long',
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
    ]);
  await folder.csv('biblioteche_milano_daf.csv', columns, rows);
}

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
      rows.push([kind, dataset, place, municipio, spot.lat, spot.lon, 'lun-ven 8:30-15:30 su appuntamento']);
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

/** The best known ones at their places; beside them theatres, galleries, cinemas without fame. */
const CULTURE = `Museo|Museo del Duomo|9.1912|45.4636
Museo|Pinacoteca di Brera|9.1880|45.4720
Museo|Castello Sforzesco|9.1795|45.4706
Museo|Museo del Novecento|9.1901|45.4634
Museo|Cenacolo Vinciano|9.1709|45.4660
Museo|Museo Nazionale Scienza e Tecnologia|9.1709|45.4624
Museo|Civico Museo di Storia Naturale|9.2024|45.4739
Museo|MUDEC|9.1618|45.4507
Museo|Galleria d’Arte Moderna|9.1997|45.4727
Spazio Espositivo|Triennale di Milano|9.1738|45.4723
Spazio Espositivo|Pirelli HangarBicocca|9.2190|45.5208
Spazio Espositivo|Fondazione Prada|9.2056|45.4442
Teatro|Teatro alla Scala|9.1893|45.4677
Teatro|Piccolo Teatro Strehler|9.1820|45.4724
Teatro|Teatro degli Arcimboldi|9.2110|45.5125
Biblioteca|Biblioteca Ambrosiana|9.1856|45.4634`;

async function writeCulture(folder: DemoFolder, places: Places): Promise<void> {
  const known = CULTURE.split('\n').map((row, i) => {
    const [category, name, lon, lat] = row.split('|') as [string, string, string, string];
    return [801 + i, name, category, 'Milano', Number(lat), Number(lon), ''];
  });
  const kinds = ['Teatro', 'Cinema', 'Galleria', 'Libreria', 'Spazio Espositivo', 'Centro culturale'];
  const others = places.spread(210, central).map(({ spot }, i) => {
    const kind = kinds[i % kinds.length] as string;
    const address = `${spot.street} ${spot.number}`;
    return [
      901 + i,
      `${kind} ${spot.street.replace(/^Via /, '')} ${spot.number}`,
      kind,
      address,
      spot.lat,
      spot.lon,
      '',
    ];
  });
  await folder.csv(
    'culture_venues_milan.csv',
    ['pk', 'name', 'category', 'address', 'latitude', 'longitude', 'url'],
    [...known, ...others],
  );
}

async function writeBikes(folder: DemoFolder, places: Places): Promise<void> {
  const stations = places
    .spread(380, central)
    .filter(({ spot }) => distanceM(spot.at, DUOMO) < DUOMO_REACH_M + 900);
  await folder.geojson(
    'bikemi_stazioni.geojson',
    stations.map(({ nil, spot }, i) => ({
      properties: {
        id_amat: i + 1,
        stato: 'attiva',
        numero: String(i + 1).padStart(3, '0'),
        nome: spot.street.replace(/^Via /, ''),
        tipo: 'Monofacciale',
        stalli: 18 + 3 * Math.floor(places.random() * 8),
        sede: 'Carreggiata',
        id_via: 1001 + i,
        indirizzo: spot.street.toUpperCase(),
        civico: null,
        zd_attuale: NIL[nil]?.municipio,
        anno: 2008 + Math.floor(places.random() * 12),
      },
      geometry: pointGeometry(spot.at),
    })),
  );
}

const TRADES = [
  ['Ristorante', 'Trattoria'],
  ['Bar, pasticceria', 'Pasticceria'],
  ['Panificio', 'Forno'],
  ['Libreria', 'Libreria'],
  ['Gioielleria', 'Gioielleria'],
  ['Sartoria', 'Sartoria'],
  ['Ferramenta', 'Ferramenta'],
  ['Farmacia', 'Antica Farmacia'],
  ['Calzature', 'Calzature'],
  ['Ottica', 'Ottica'],
  ['Cartoleria', 'Cartoleria'],
  ['Enoteca', 'Enoteca'],
] as const;
const FAMILIES = [
  'Colombo',
  'Brambilla',
  'Galli',
  'Fumagalli',
  'Villa',
  'Cattaneo',
  'Riva',
  'Sala',
  'Colnaghi',
  'Rovida',
];

/** Historic shops with invented names; counts by district. Both made up. */
async function writeBusinesses(folder: DemoFolder, places: Places): Promise<void> {
  const shops = places.spread(600, central).map(({ nil, spot }, i) => {
    const [trade, word] = TRADES[i % TRADES.length] as (typeof TRADES)[number];
    const family = FAMILIES[Math.floor(places.random() * FAMILIES.length)] as string;
    return {
      n: i + 1,
      targa: `${word} ${family}`,
      genere_merceologico: trade,
      anno: 1880 + Math.floor(places.random() * 90),
      stato: 'attiva',
      indirizzo: `${spot.street} ${spot.number}`,
      cap: '20100',
      municipio: NIL[nil]?.municipio,
      id_nil: String(nil + 1),
      nil: NIL[nil]?.name,
      long_x_4326: spot.lon,
      lat_y_4326: spot.lat,
      location: `(${spot.lat}, ${spot.lon})`,
    };
  });
  await folder.json('botteghe_storiche.json', { totale: shops.length, data: shops }, shops.length);
  const sum = NIL.reduce((total, _, i) => total + central(i) ** 0.7, 0);
  const counts = NIL.map(({ id, name }, i) => {
    const part = central(i) ** 0.7 / sum;
    return {
      _key: id,
      nilId: id,
      nilName: name,
      pubbliciEsercizi: Math.round(9200 * part),
      eserciziVicinato: Math.round(28_800 * part),
      bottegheStoriche: shops.filter((s) => s.id_nil === String(id)).length,
      coworking: Math.round(110 * part),
      grandeDistribuzione: Math.round(1000 * part),
      edicole: Math.round(430 * part),
    };
  });
  await folder.json('nil_commercio_counts.json', counts, counts.length);
}
