// SPDX-License-Identifier: EUPL-1.2
/** The demo's feeds as city.json has them. */
import { POLLUTANTS, WEATHER_QUANTITIES } from '../../city/live';
import type { FeedEntry } from '../live/config';

export interface DemoDocument {
  readonly contentType: string;
  readonly body: (nowMs: number) => string | Uint8Array;
}

type Given = Pick<FeedEntry, 'id' | 'feed' | 'kinds' | 'periodS' | 'timeToLiveS' | 'title' | 'options'> & {
  readonly path: string;
};

const PUBLISHER = 'Gemello Milano (simulazione)';
/** What the streets and stations last said may be an hour old where they say it once an hour. */
const FEEDS: readonly Given[] = [
  {
    id: 'demo-vehicles',
    feed: 'gtfs-rt',
    kinds: ['vehicle'],
    path: '/gtfs-rt/vehicle-positions',
    periodS: 5,
    timeToLiveS: 90,
    title: { it: 'Posizione dei mezzi pubblici', en: 'Positions of public transport vehicles' },
  },
  {
    id: 'demo-trip-updates',
    feed: 'gtfs-rt',
    kinds: ['trip-update'],
    path: '/gtfs-rt/trip-updates',
    periodS: 15,
    timeToLiveS: 120,
    title: { it: 'Ritardi delle corse', en: 'Delays of runs' },
  },
  {
    id: 'demo-alerts',
    feed: 'gtfs-rt',
    kinds: ['alert'],
    path: '/gtfs-rt/alerts',
    periodS: 30,
    timeToLiveS: 300,
    title: { it: 'Avvisi del trasporto pubblico', en: 'Public transport alerts' },
  },
  {
    id: 'demo-bikes',
    feed: 'gbfs',
    path: '/gbfs/gbfs.json',
    periodS: 30,
    timeToLiveS: 300,
    title: { it: 'Stazioni delle biciclette', en: 'Bicycle stations' },
  },
  {
    id: 'demo-air',
    feed: 'sensor-things',
    kinds: ['air'],
    path: '/sensorthings/air/v1.1/Datastreams',
    periodS: 120,
    timeToLiveS: 3 * 3600,
    title: { it: 'Qualità dell’aria', en: 'Air quality' },
    options: { properties: POLLUTANTS.map((pollutant) => ({ match: pollutant, as: 'air', pollutant })) },
  },
  {
    id: 'demo-weather',
    feed: 'sensor-things',
    kinds: ['weather'],
    path: '/sensorthings/weather/v1.1/Datastreams',
    periodS: 60,
    timeToLiveS: 1800,
    title: { it: 'Meteo', en: 'Weather' },
    options: {
      properties: WEATHER_QUANTITIES.map((quantity) => ({ match: quantity, as: 'weather', quantity })),
    },
  },
  {
    id: 'demo-parking',
    feed: 'sensor-things',
    kinds: ['car-park'],
    path: '/sensorthings/parking/v1.1/Datastreams',
    periodS: 60,
    timeToLiveS: 600,
    title: { it: 'Posti auto liberi', en: 'Free parking places' },
    options: { properties: [{ match: 'free', as: 'car-park', field: 'free' }] },
  },
  {
    id: 'demo-traffic',
    feed: 'datex2',
    path: '/datex2/measured-data.xml',
    periodS: 120,
    timeToLiveS: 900,
    title: { it: 'Traffico sulle strade', en: 'Traffic on the streets' },
    options: { linkPrefix: 'link-' },
  },
  {
    id: 'demo-presence',
    feed: 'presence',
    path: '/presence.json',
    periodS: 60,
    timeToLiveS: 3600,
    title: { it: 'Presenze per quartiere', en: 'Persons present by district' },
  },
  {
    id: 'demo-area-c',
    feed: 'area-c-counts',
    path: '/area-c/counts.csv',
    periodS: 300,
    timeToLiveS: 2 * 3600,
    title: { it: 'Ingressi in Area C', en: 'Entries into Area C' },
  },
];

/** Entries of the feeds whose first document is among those published at `base`. */
export function demoEntries(base: string, published: ReadonlySet<string>): FeedEntry[] {
  return FEEDS.filter(({ path }) => published.has(path)).map(({ path, ...entry }) => ({
    ...entry,
    url: base + path,
    publisher: PUBLISHER,
    licence: 'EUPL-1.2',
    attribution: PUBLISHER,
    page: '',
    simulated: true,
    allowHttp: true,
    allowPrivate: true,
  }));
}
