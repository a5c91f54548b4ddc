// SPDX-License-Identifier: EUPL-1.2
/** Where the stops of the city's timetable are, by the ids that feeds use. */
import type { Catalogue } from '../../city/catalogue';
import { type ColumnTable, columnOf } from '../../city/columns';
import { type LonLat, plane, planeToLonLat } from '../../city/frames';
import type { InputTable } from '../../city/inputs';
import type { StopPlaces } from '../../layers/live/live-ground';
import { loadModelInputs } from '../../stream/model-inputs';

const TABLES = ['schedule-stops', 'schedule-patterns', 'schedule-calls'] as const;
let places: Promise<StopPlaces> | null = null;

/** Read once. Rejects with StreamError where the tables do not come; empty where the city has none. */
export function loadStopPlaces(catalogue: Catalogue, cityUrl: string): Promise<StopPlaces> {
  places ??= loadModelInputs(catalogue, cityUrl, TABLES).then(({ tables }) => stopPlaces(tables));
  places.catch(() => {
    places = null;
  });
  return places;
}

export function stopPlaces(tables: ReadonlyMap<InputTable, ColumnTable>): StopPlaces {
  const [stopTable, patterns, calls] = TABLES.map((id) => tables.get(id));
  const stops = new Map<string, LonLat>();
  const ofRoute = new Map<string, string[]>();
  if (!stopTable) return { stops, ofRoute };
  const ids = texts(stopTable, 'stop');
  const east = numbers(stopTable, 'eastM');
  const north = numbers(stopTable, 'northM');
  for (let row = 0; row < stopTable.rows; row++)
    stops.set(ids(row), planeToLonLat(plane(east(row), north(row))));
  if (!patterns || !calls) return { stops, ofRoute };
  const route = texts(patterns, 'route');
  const first = numbers(patterns, 'firstCall');
  const count = numbers(patterns, 'calls');
  const stop = numbers(calls, 'stop');
  for (let row = 0; row < patterns.rows; row++) {
    const of = new Set(ofRoute.get(route(row)));
    for (let call = first(row); call < first(row) + count(row); call++) of.add(ids(stop(call)));
    ofRoute.set(route(row), [...of]);
  }
  return { stops, ofRoute };
}
function numbers(table: ColumnTable, name: string): (row: number) => number {
  const { values } = columnOf(table, name);
  return (row) => values[row] as number;
}
function texts(table: ColumnTable, name: string): (row: number) => string {
  const { values, dictionary } = columnOf(table, name);
  return (row) => dictionary?.[values[row] as number] ?? String(values[row]);
}
