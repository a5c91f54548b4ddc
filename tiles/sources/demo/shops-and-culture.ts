// SPDX-License-Identifier: EUPL-1.2
import { DUOMO } from './blocks';
import { NIL } from './nil';
import { central, type Places, people, type Spot } from './places';
import { distanceM } from './polygon';
import type { Station } from './typical-week';
import { type DemoFolder, pointGeometry } from './write-files';

const DUOMO_REACH_M = 3600;

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
Spazio Espositivo|Triennale di Milano|9.1747|45.4731
Spazio Espositivo|Pirelli HangarBicocca|9.2190|45.5208
Spazio Espositivo|Fondazione Prada|9.2056|45.4442
Teatro|Teatro alla Scala|9.1883|45.4679
Teatro|Piccolo Teatro Strehler|9.1820|45.4724
Teatro|Teatro degli Arcimboldi|9.2110|45.5125
Biblioteca|Biblioteca Ambrosiana|9.1856|45.4634`;

export async function writeCulture(folder: DemoFolder, places: Places): Promise<void> {
  const known = CULTURE.split('\n').map((row, i) => {
    const [category, name, lon, lat] = row.split('|') as [string, string, string, string];
    return [801 + i, name, category, 'Milano', Number(lat), Number(lon), ''];
  });
  const kinds = ['Teatro', 'Cinema', 'Galleria', 'Libreria', 'Spazio Espositivo', 'Centro culturale'];
  const names = new Set<string>();
  const others = places.spread(210, central).flatMap(({ spot }, i) => {
    const kind = kinds[i % kinds.length] as string;
    const address = `${spot.street} ${spot.number}`;
    const name = `${kind} ${spot.street.replace(/^Via /, '')} ${spot.number}`;
    if (names.has(name)) return [];
    names.add(name);
    return [[901 + i, name, kind, address, spot.lat, spot.lon, '']];
  });
  await folder.csv(
    'culture_venues_milan.csv',
    ['pk', 'name', 'category', 'address', 'latitude', 'longitude', 'url'],
    [...known, ...others],
  );
}

/** @returns the stations, by the ids that their reader gives them */
export async function writeBikes(folder: DemoFolder, places: Places): Promise<Station[]> {
  const stations = places
    .spread(380, central)
    .filter(({ spot }) => distanceM(spot.at, DUOMO) < DUOMO_REACH_M + 900);
  const made: Station[] = [];
  await folder.geojson(
    'bikemi_stazioni.geojson',
    stations.map(({ nil, spot }, i) => ({
      properties: {
        id_amat: i + 1,
        stato: 'attiva',
        numero: String(i + 1).padStart(3, '0'),
        nome: spot.street.replace(/^Via /, ''),
        tipo: 'Monofacciale',
        stalli: docksOf(made, spot, `bikemi-${String(i + 1).padStart(3, '0')}`, places.random()),
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
  return made;
}

/** Notes a station and returns its docks. */
function docksOf(made: Station[], spot: Spot, id: string, dice: number): number {
  const capacity = 18 + 3 * Math.floor(dice * 8);
  const name = spot.street.replace(/^Via /, '');
  const centrality = Math.max(0, 1 - distanceM(spot.at, DUOMO) / (DUOMO_REACH_M + 900));
  made.push({ id, name, lon: spot.lon, lat: spot.lat, capacity, centrality });
  return capacity;
}

/** Some in the middle, some where one changes to the metro: names after their streets, places made up. */
export async function writeCarParks(folder: DemoFolder, places: Places): Promise<Station[]> {
  const middle = places
    .spread(26, central)
    .map((of) => ({ ...of, places: 120 + 20 * Math.floor(places.random() * 20) }));
  const edge = places
    .spread(60, people)
    .filter(({ spot }) => distanceM(spot.at, DUOMO) > DUOMO_REACH_M + 1500)
    .slice(0, 14)
    .map((of) => ({ ...of, places: 400 + 50 * Math.floor(places.random() * 30) }));
  const all = [...middle, ...edge];
  await folder.geojson(
    'parcheggi_pubblici.geojson',
    all.map(({ spot, places: room }, i) => ({
      properties: {
        id: i + 1,
        nome: `PARCHEGGIO ${spot.street.toUpperCase()}`,
        n_posti: room,
        indirizzo: `${spot.street}, ${spot.number}`,
        tipo: i < middle.length ? 'PUBBLICO' : 'INTERSCAMBIO',
      },
      geometry: pointGeometry(spot.at),
    })),
  );
  return all.map(({ spot, places: capacity }, i) => ({
    id: `car-park-${i + 1}`,
    name: `Parcheggio ${spot.street}`,
    lon: spot.lon,
    lat: spot.lat,
    capacity,
    centrality: i < middle.length ? 1 : 0,
  }));
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
export async function writeBusinesses(folder: DemoFolder, places: Places): Promise<void> {
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
