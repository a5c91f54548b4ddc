// SPDX-License-Identifier: EUPL-1.2
import { secondsOf } from '../../src/city/gtfs';
import { number } from '../formats/attributes';
import { GTFS_TIMETABLE, isGtfsTable } from './gtfs';
import { csvRows } from './point-rows';
import type { Source } from './source';

const COLUMNS = ['trip_id', 'start_time', 'end_time', 'headway_secs'];

/** Runs that leave at even times, such as those of a metro. */
export const gtfsFrequencies: Source<'transit'> = {
  ...GTFS_TIMETABLE,
  id: 'gtfs-frequencies',
  title: { it: 'Frequenze delle corse, GTFS (ds929)', en: 'Frequencies of runs, GTFS (ds929)' },
  recognises: (file) => isGtfsTable(file, COLUMNS),
  async *read(file, log) {
    for await (const { origin, values } of csvRows(file, log, COLUMNS)) {
      const { trip_id: trip } = values;
      const [fromS = Number.NaN, toS = Number.NaN] = [values.start_time, values.end_time].map(secondsOf);
      const headwayS = number(values.headway_secs) ?? Number.NaN;
      if (trip && headwayS >= 1 && fromS <= toS)
        yield { origin, kind: 'frequency', trip, fromS, toS, headwayS };
      else
        log.drop(
          'bad-value',
          origin.row,
          `trip "${trip}" from "${values.start_time}" to "${values.end_time}" every "${values.headway_secs}" s`,
        );
    }
  },
};
