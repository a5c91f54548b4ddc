// SPDX-License-Identifier: EUPL-1.2
/** All feeds: adding one is one file and one line here. */
import { areaCCounts } from './area-c-counts';
import { csvPoints } from './csv-points';
import { datex2 } from './datex2';
import type { Feed } from './feed';
import { gbfs } from './gbfs';
import { geojsonPoints } from './geojson-points';
import { gtfsRt } from './gtfs-rt';
import { lombardyAir } from './lombardy-air';
import { lombardyWeather } from './lombardy-weather';
import { ngsiLd } from './ngsi-ld';
import { presence } from './presence';
import { sensorThings } from './sensor-things/http';
import { sensorThingsMqtt } from './sensor-things/mqtt';

export const FEEDS = [
  gtfsRt,
  gbfs,
  lombardyAir,
  lombardyWeather,
  sensorThings,
  sensorThingsMqtt,
  ngsiLd,
  datex2,
  areaCCounts,
  presence,
  csvPoints,
  geojsonPoints,
] as const satisfies readonly Feed[];

/** Ids as {@link Feed.id} has them, for the compiler: index.test.ts holds them to the list. */
export const FEED_IDS = [
  'gtfs-rt',
  'gbfs',
  'lombardy-air',
  'lombardy-weather',
  'sensor-things',
  'sensor-things-mqtt',
  'ngsi-ld',
  'datex2',
  'area-c-counts',
  'presence',
  'csv-points',
  'geojson-points',
] as const;
export type FeedId = (typeof FEED_IDS)[number];

export function feedOf(id: FeedId): Feed {
  return FEEDS[FEED_IDS.indexOf(id)] as Feed;
}
