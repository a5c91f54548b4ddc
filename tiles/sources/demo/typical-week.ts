// SPDX-License-Identifier: EUPL-1.2
/**
 * The demo city's typical week, drawn by hand: nobody's measurement. Residents are those of the register;
 * the shapes follow what telephone data show of any large city: homes empty in the morning and fill in
 * the evening, offices the other way round, the centre at its fullest on Saturday afternoon.
 */
import { NIL } from './nil';
import { central, people } from './places';
import type { DemoFolder } from './write-files';

/** A station of the demo with its places. */
export interface Station {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly capacity: number;
  /** 1 in the middle of the city, 0 at its edge: who lives there and who works there. */
  readonly centrality: number;
}

const hours = (text: string): number[] => text.split(' ').map((hundredths) => Number(hundredths) / 100);
/** Five weekdays alike, then Saturday and Sunday; hundredths, 0–1, 1–2, … 23–24. */
const week = (weekday: string, saturday = weekday, sunday = saturday): number[] => [
  ...Array.from({ length: 5 }, () => hours(weekday)).flat(),
  ...hours(saturday),
  ...hours(sunday),
];
const scaled = (text: string, by: number): string =>
  hours(text)
    .map((value) => Math.round(value * by * 100))
    .join(' ');

const WORK = '3 2 2 2 3 5 12 34 72 93 100 99 88 86 95 98 94 80 50 26 15 10 7 4';
const SATURDAY_STREETS = '22 16 11 8 7 9 16 26 38 50 60 66 66 60 58 60 64 68 70 66 56 48 44 36';
const SUNDAY_STREETS = '26 20 14 10 7 7 10 16 24 34 44 50 50 46 46 50 54 58 60 56 46 36 28 20';
const PROFILES: Readonly<Record<string, number[]>> = {
  residents: week(
    '100 100 100 100 100 99 95 84 68 56 50 48 50 50 47 46 48 54 64 74 83 90 95 98',
    '98 100 100 100 100 100 98 95 90 84 78 74 76 78 76 72 70 70 74 78 80 82 86 90',
    '93 97 100 100 100 100 100 98 95 90 84 78 82 84 80 76 74 76 80 86 92 95 97 99',
  ),
  workers: week(WORK, scaled(WORK, 0.32), scaled(WORK, 0.15)),
  visitors: week(
    '16 8 5 4 4 5 8 16 30 41 51 59 69 71 64 61 64 72 82 79 71 61 46 28',
    '36 26 16 10 8 8 10 16 26 42 58 72 84 86 84 88 94 100 100 96 90 84 74 56',
    '40 30 18 12 9 8 10 14 22 36 52 66 78 80 78 80 82 80 74 66 56 44 32 22',
  ),
  inbound: week(
    '12 8 6 5 7 18 42 82 100 84 66 60 60 62 60 62 66 72 74 60 45 34 26 18',
    SATURDAY_STREETS,
    SUNDAY_STREETS,
  ),
  outbound: week(
    '14 9 6 5 6 12 28 52 64 58 56 58 64 66 64 70 84 98 100 82 56 42 32 22',
    SATURDAY_STREETS,
    SUNDAY_STREETS,
  ),
  around: week(
    '12 8 6 5 6 15 36 78 98 78 62 60 62 64 62 68 80 96 100 76 52 40 30 20',
    SATURDAY_STREETS,
    SUNDAY_STREETS,
  ),
  'bikes-homes': week(
    '90 90 90 90 89 86 74 52 34 30 33 36 38 38 36 38 44 56 68 78 84 87 89 90',
    '86 88 88 88 88 86 84 80 74 68 62 58 56 54 52 52 54 58 62 68 74 78 82 84',
  ),
  'bikes-offices': week(
    '22 20 19 19 20 24 36 60 82 90 88 84 76 74 80 78 70 54 40 32 28 26 24 23',
    '30 28 26 25 25 26 28 32 38 44 52 58 62 64 64 64 60 54 48 44 40 36 34 32',
  ),
  'places-offices': week(
    '96 97 97 97 97 95 86 58 26 12 8 8 14 16 10 10 18 36 58 74 84 90 93 95',
    '94 95 96 96 96 95 93 88 80 70 60 52 50 52 50 46 44 44 48 56 68 78 86 91',
  ),
  'places-visitors': week(
    '84 88 90 91 91 90 86 76 62 50 42 38 34 36 42 44 40 30 22 26 38 52 66 76',
    '70 76 80 84 86 86 84 78 66 50 36 26 22 24 24 18 12 10 14 22 34 44 54 62',
  ),
  'no2-day': week(
    '35 30 27 25 27 35 55 80 95 85 65 50 42 38 37 40 50 68 88 100 95 80 62 45',
    '45 40 34 30 28 30 36 46 56 58 50 42 36 34 33 36 44 56 70 78 74 66 56 48',
  ),
  'pm-day': week('80 78 75 72 70 70 72 78 84 86 82 74 66 60 56 55 58 65 74 84 92 97 94 86'),
  'o3-day': week('22 22 24 25 24 20 14 10 14 24 38 54 68 82 94 100 92 74 50 34 26 22 20 20'),
  'temperature-day': week('24 20 16 12 8 4 0 4 14 28 44 60 74 86 95 100 96 84 68 56 46 38 32 28'),
  'humidity-day': week('88 90 93 95 97 99 100 97 90 78 64 50 38 28 22 20 24 34 48 60 70 76 82 86'),
  'wind-day': week('30 28 26 24 22 22 24 28 34 42 52 62 72 82 90 94 90 80 66 54 46 40 36 32'),
};

/** ARPA’s stations in Milan (their places to four decimals); what they show here is made up. */
const AIR_STATIONS = [
  { id: 'arpa-senato', name: 'Via Senato', lon: 9.1975, lat: 45.4708, traffic: 1 },
  { id: 'arpa-marche', name: 'Viale Marche', lon: 9.1909, lat: 45.4963, traffic: 1.15 },
  { id: 'arpa-pascal', name: 'Pascal Città Studi', lon: 9.2357, lat: 45.4738, traffic: 0.7 },
  { id: 'arpa-verziere', name: 'Verziere', lon: 9.1953, lat: 45.4633, traffic: 0.85 },
  { id: 'arpa-liguria', name: 'Viale Liguria', lon: 9.1679, lat: 45.4439, traffic: 1.05 },
] as const;
/** Least and most of a day in autumn, µg/m³; those that come from traffic are more where there is more of it. */
const POLLUTANTS = [
  { quantity: 'NO2', low: 14, high: 62, profile: 'no2-day', traffic: true },
  { quantity: 'PM10', low: 16, high: 44, profile: 'pm-day', traffic: true },
  { quantity: 'PM2.5', low: 10, high: 28, profile: 'pm-day', traffic: true },
  { quantity: 'O3', low: 4, high: 58, profile: 'o3-day', traffic: false },
] as const;
const WEATHER = [
  { quantity: 'temperatureC', low: 7, high: 16, profile: 'temperature-day' },
  { quantity: 'humidityShare', low: 0.48, high: 0.92, profile: 'humidity-day' },
  { quantity: 'windMS', low: 0.6, high: 2.6, profile: 'wind-day' },
] as const;

/**
 * Practical capacity of a lane as the curve of the Bureau of Public Roads (1964) means it, about three
 * quarters of what can pass at all; flow over it where streets are at their fullest (1.5 is 1.1 of the
 * latter).
 */
const TRAFFIC = [
  { class: 'motorway', capacityVehHLane: 1400, saturationCentre: 1.4, saturationEdge: 1.2 },
  { class: 'trunk', capacityVehHLane: 1100, saturationCentre: 1.6, saturationEdge: 1.25 },
  { class: 'primary', capacityVehHLane: 650, saturationCentre: 1.75, saturationEdge: 1.3 },
  { class: 'secondary', capacityVehHLane: 500, saturationCentre: 1.6, saturationEdge: 1.1 },
  { class: 'tertiary', capacityVehHLane: 380, saturationCentre: 1.3, saturationEdge: 0.8 },
  { class: 'residential', capacityVehHLane: 250, saturationCentre: 0.8, saturationEdge: 0.4 },
] as const;

/** So many work in the city, and so many come to it for other reasons, on a good day. */
const WORKERS = 860_000;
const VISITORS = 340_000;

export async function writeTypicalWeek(
  folder: DemoFolder,
  bikes: readonly Station[],
  carParks: readonly Station[],
): Promise<void> {
  const presence = presenceRows();
  const stations = [...bikes.map(bikeStation), ...carParks.map(carPark), ...airStations()];
  await folder.json(
    'settimana_tipo.json',
    { syntheticWeek: 1, profiles: PROFILES, presence, stations, traffic: TRAFFIC },
    presence.length + stations.length + TRAFFIC.length,
  );
}

function presenceRows() {
  const parts = (power: number) => {
    const weights = NIL.map((_, nil) => central(nil) ** power);
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / sum);
  };
  const [work, visits] = [parts(0.75), parts(0.95)];
  return NIL.flatMap(({ id }, nil) =>
    (
      [
        ['residents', people(nil)],
        ['workers', WORKERS * (work[nil] as number)],
        ['visitors', VISITORS * (visits[nil] as number)],
      ] as const
    ).map(([group, persons]) => ({ district: id, group, persons: Math.round(persons), profile: group })),
  );
}

const OFFICES = 0.45;

const bikeStation = ({ centrality, capacity, ...station }: Station) => ({
  of: 'bike-station',
  ...station,
  quantity: 'bikes',
  low: Math.round(0.04 * capacity),
  high: Math.round(0.96 * capacity),
  capacity,
  profile: centrality > OFFICES ? 'bikes-offices' : 'bikes-homes',
});
const carPark = ({ centrality, capacity, ...station }: Station) => ({
  of: 'car-park',
  ...station,
  quantity: 'free',
  low: 0,
  high: capacity,
  capacity,
  profile: centrality > OFFICES ? 'places-visitors' : 'places-offices',
});

const airStations = () =>
  AIR_STATIONS.flatMap(({ id, traffic: busy, ...station }) => [
    ...POLLUTANTS.map(({ traffic, low, high, ...pollutant }) => ({
      of: 'air',
      ...station,
      ...pollutant,
      id: `${id}/${pollutant.quantity}`,
      low: Math.round(low * (traffic ? busy : 1)),
      high: Math.round(high * (traffic ? busy : 1.6 - 0.6 * busy)),
    })),
    ...WEATHER.map((weather) => ({
      of: 'weather',
      ...station,
      ...weather,
      id: `${id}/${weather.quantity}`,
    })),
  ]);
