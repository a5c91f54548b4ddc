// SPDX-License-Identifier: EUPL-1.2
/** What the GTFS of Milan's network and the tables made from it have in common. */
import { NOT_STATED } from '../../src/city/catalogue';
import { lonLat } from '../../src/city/frames';
import type { TransitMode } from '../../src/city/ground';
import { MILANO, within } from '../../src/city/place';
import { readCsv } from '../formats/csv';
import type { FoundFile } from '../formats/found-file';
import { italianName } from './italian-names';
import { metroLine, stationName } from './metro-lines';
import { NETWORK_MARGIN_DEG } from './point-rows';
import { AMAT, milanPage } from './publishers';
import { hasColumns, headOf } from './recognise';

/**
 * What the tables of a timetable have in common. Feeds of all cities have them, and nothing in them says
 * of where they are: runs of routes that are not Milan's are left out by the theme.
 */
export const GTFS_TIMETABLE = {
  theme: 'transit',
  ...AMAT,
  page: milanPage('ds929-orari-del-trasporto-pubblico-locale-nel-comune-di-milano-in-formato-gtfs'),
  crs: 'none',
  vintage: NOT_STATED,
  commonForm: true,
} as const;

/** GTFS `route_type`; a trolleybus is 11, but the feed of 2019 has them as buses. */
const MODES: Readonly<Record<string, TransitMode>> = {
  '0': 'tram',
  '1': 'metro',
  '2': 'rail',
  '3': 'bus',
  '11': 'trolleybus',
};
export const modeOfRoute = (routeType: string): TransitMode | undefined => MODES[routeType.trim()];

/** `T1` → `1`, `B90` → `90`, `BQ88` → `BdQ88` (bus di quartiere), `M3` → `M3`: the line as riders know it, from the id of a route. */
export function lineOfRoute(routeId: string, mode: TransitMode, shortName?: string): string {
  const named = shortName?.trim() || routeId.replace(/^BQ/, 'BBdQ').replace(/^[TB](?=.)/, '');
  return mode === 'metro' ? (metroLine(named) ?? named) : named;
}

/** Stops of the metro have their names as ids; the others the operator's numbers. */
export const isMetroStop = (stopId: string): boolean => !/^\d+$/.test(stopId);

/** `via tesio via harar` → `Via Tesio Via Harar`, `p.le loreto` → `Piazzale Loreto`. */
export const stopName = (published: string, metro: boolean): string =>
  metro
    ? stationName(published)
    : italianName(
        published
          .toUpperCase()
          .replace(/\bP\.? ?LE\b\.?/g, 'PIAZZALE')
          .replace(/\bL\.? ?GO\b\.?/g, 'LARGO')
          .replace(/\bC\.NA\b/g, 'CASCINA'),
      );

/** Every city's GTFS has the same columns: whether the first stop of this one is in or near Milan. */
export async function isMilansFeed(file: FoundFile): Promise<boolean> {
  const [header = '', first = ''] = (await file.head()).replace(/^\uFEFF/, '').split(/\r?\n/, 2);
  const names = header.split(',').map(unquoted);
  const cells = cellsOf(first);
  const [lat, lon] = ['stop_lat', 'stop_lon'].map((name) => Number(cells[names.indexOf(name)]));
  return within(MILANO.bounds, lonLat(lon ?? Number.NaN, lat ?? Number.NaN), NETWORK_MARGIN_DEG);
}

/** Where a feed says of when it is, the best first. */
const DAYS_OF_FEED = [
  ['feed_info.txt', 'feed_start_date'],
  ['calendar.txt', 'start_date'],
  ['calendar_dates.txt', 'date'],
] as const;
/** Of the tables that the city made from its feed; unlike those of a feed they are .csv. */
const TABLES_YEAR = 2019;

/**
 * The year of a table: that in which its feed or the last of its services begins, since one left over
 * from years ago does not make a feed old. Absent where the feed does not say.
 */
export async function editionOf(file: FoundFile): Promise<{ editionYear?: number }> {
  if (!file.baseName.endsWith('.txt')) return { editionYear: TABLES_YEAR };
  for (const [name, column] of DAYS_OF_FEED) {
    const table = file.beside(name);
    if (!table || !(await hasColumns(table, [column]))) continue;
    let last = '';
    for await (const { values } of readCsv(table)) {
      const day = values[column] ?? '';
      if (/^\d{8}$/.test(day) && day > last) last = day;
    }
    if (last !== '') return { editionYear: Number(last.slice(0, 4)) };
  }
  return {};
}

/** How the demo generator signs its timetable, in feed_info.txt. */
export const DEMO_TIMETABLE = 'Gemello Milano, orario dimostrativo';

/** Whether a table lies in a timetable that the demo generator made up: no operator's word. */
export async function isMadeUp(file: FoundFile): Promise<boolean> {
  const info = file.baseName === 'feed_info.txt' ? file : file.beside('feed_info.txt');
  return info !== undefined && (await headOf(info)).includes(DEMO_TIMETABLE);
}

/** Whether a table of an operator's feed has all of these columns. Does not throw. */
export const isGtfsTable = async (file: FoundFile, columns: readonly string[]): Promise<boolean> =>
  (await hasColumns(file, columns)) && !(await isMadeUp(file));

/** As a catalogue says it. */
export const vintageOf = ({ editionYear }: { editionYear?: number }): string =>
  editionYear === undefined ? NOT_STATED : String(editionYear);

/** Whether routes.txt is of Milan's own operator. */
export const isAmats = async (routes: FoundFile): Promise<boolean> => (await headOf(routes)).includes('AMAT');

/** Cells of one line of a GTFS table, which are separated by commas. */
export function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => unquoted(cell.replace(/,$/, ''))) ?? [];
}
const unquoted = (cell: string) => cell.trim().replace(/^"|"$/g, '');
