// SPDX-License-Identifier: EUPL-1.2
import { GTFS_TIMETABLE, isGtfsTable } from './gtfs';
import { csvRows } from './point-rows';
import type { Source } from './source';

/** Which route each run is of, and on the days of which service. */
export const gtfsTrips: Source<'transit'> = {
  ...GTFS_TIMETABLE,
  id: 'gtfs-trips',
  title: { it: 'Corse del trasporto pubblico, GTFS (ds929)', en: 'Public transport runs, GTFS (ds929)' },
  recognises: (file) => isGtfsTable(file, ['route_id', 'service_id', 'trip_id']),
  async *read(file, log) {
    const seen = new Set<string>();
    for await (const { origin, values } of csvRows(file, log, ['route_id', 'service_id', 'trip_id'])) {
      const { route_id: route, service_id: service, trip_id: trip, shape_id: shape } = values;
      const headsign = values.trip_headsign?.trim();
      if (!route || !service || !trip)
        log.drop('bad-value', origin.row, 'route_id, service_id or trip_id is empty');
      else if (seen.has(trip)) log.drop('duplicate-id', origin.row, `trip ${trip} again`);
      else {
        seen.add(trip);
        yield {
          origin,
          kind: 'trip',
          trip,
          route: `gtfs-${route}`,
          service,
          ...(headsign ? { headsign } : {}),
          ...(shape ? { shape } : {}),
        };
      }
    }
  },
};
