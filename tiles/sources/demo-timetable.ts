// SPDX-License-Identifier: EUPL-1.2
import { GTFS_TIMETABLE, isMadeUp } from './gtfs';
import { gtfsCalendar } from './gtfs-calendar';
import { gtfsRoutes } from './gtfs-routes';
import { gtfsShapes } from './gtfs-shapes';
import { gtfsStopTimes } from './gtfs-stop-times';
import { gtfsStops } from './gtfs-stops';
import { gtfsTrips } from './gtfs-trips';
import type { Source } from './source';

/** Which reader of an operator's feed reads which table; the others of a feed say nothing of runs. */
const READERS: Readonly<Record<string, Source<'transit'> | null>> = {
  'agency.txt': null,
  'feed_info.txt': null,
  'calendar.txt': gtfsCalendar,
  'routes.txt': gtfsRoutes,
  'shapes.txt': gtfsShapes,
  'stop_times.txt': gtfsStopTimes,
  'stops.txt': gtfsStops,
  'trips.txt': gtfsTrips,
};

/** The timetable of the demo city: vehicles move by it, the models do not ride it. */
export const demoTimetable: Source<'transit'> = {
  ...GTFS_TIMETABLE,
  id: 'demo-timetable',
  title: { it: 'Orario dimostrativo dei trasporti, GTFS', en: 'Demonstration transport timetable, GTFS' },
  crs: 'EPSG:4326',
  commonForm: false,
  synthetic: true,
  recognises: async (file) => file.baseName in READERS && (await isMadeUp(file)),
  async *read(file, log) {
    const reader = READERS[file.baseName];
    if (reader) yield* reader.read(file, log);
  },
};
