// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../formats/found-file';
import { GTFS_TIMETABLE, isGtfsTable } from './gtfs';
import type { Source } from './source';
import { readStopTimes, tripTimes } from './stop-times';

const COLUMNS = ['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence'];

/**
 * When each run calls where. A run counts as one row, whatever the number of its calls: one with a
 * fault in any of them is left out whole, since it could not be ridden through.
 */
export const gtfsStopTimes: Source<'transit'> = {
  ...GTFS_TIMETABLE,
  id: 'gtfs-stop-times',
  title: { it: 'Orari alle fermate, GTFS (ds929)', en: 'Times at stops, GTFS (ds929)' },
  recognises: (file) => isGtfsTable(file, COLUMNS),
  async *read(file, log) {
    const text = await file.text();
    const table = readStopTimes(text, COLUMNS);
    if ('missing' in table) {
      const [separator] = /[;\t|]/.exec(table.header) ?? [];
      throw new InputError(
        file.name,
        separator
          ? `its columns are separated by ${JSON.stringify(separator)}, those of GTFS by ","`
          : `has no column ${table.missing.map((name) => `"${name}"`).join(', ')}`,
      );
    }
    for (const run of tripTimes(table)) {
      log.row();
      if ('fault' in run) log.drop('bad-value', run.row, `trip ${run.trip}: ${run.fault}`);
      else {
        const { rows, trip, stops, times } = run;
        const origin = { file: file.name, row: Math.min(...rows) };
        yield { origin, kind: 'trip-times', trip, stops, times, rows };
      }
    }
  },
};
