// SPDX-License-Identifier: EUPL-1.2
/** The city's timetable, read once for map and panels. */
import type { Catalogue } from '../../city/catalogue';
import type { ColumnTable } from '../../city/columns';
import type { Schedule } from '../../city/schedule';
import { readSchedule, SCHEDULE_TABLES } from '../../city/schedule-tables';
import { pause } from '../../stream/in-pieces';
import { cityFiles } from './city-files';

const read = new WeakMap<Catalogue, Promise<Schedule | null>>();

/** Null where this city has no timetable. Rejects where a table does not come or is not whole; then asking again asks the server. */
export function loadSchedule(catalogue: Catalogue, cityUrl: string): Promise<Schedule | null> {
  let coming = read.get(catalogue);
  if (!coming) {
    read.set(catalogue, (coming = load(catalogue, cityUrl)));
    coming.catch(() => read.delete(catalogue));
  }
  return coming;
}

async function load(catalogue: Catalogue, cityUrl: string): Promise<Schedule | null> {
  const files = cityFiles(catalogue, cityUrl);
  const tables = await Promise.all(SCHEDULE_TABLES.map((id) => files.columnsIfAny(id)));
  const built = tables.filter((table): table is ColumnTable => table !== null);
  // The last table was decoded a moment ago: the page has its turn before all of them are read.
  await pause();
  return built.some(({ id, rows }) => id === 'schedule-runs' && rows > 0) ? readSchedule(built) : null;
}
