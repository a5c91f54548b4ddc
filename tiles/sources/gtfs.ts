// SPDX-License-Identifier: EUPL-1.2
/** What the GTFS of Milan's network and the tables made from it have in common. */
import { NOT_STATED } from '../../src/city/catalogue';
import { lonLat } from '../../src/city/frames';
import type { TransitMode } from '../../src/city/ground';
import { MILANO, within } from '../../src/city/place';
import type { FoundFile } from '../formats/found-file';
import { italianName } from './italian-names';
import { metroLine, stationName } from './metro-lines';
import { NETWORK_MARGIN_DEG } from './point-rows';
import { AMAT, milanPage } from './publishers';

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

/** Cells of one line of a GTFS table. */
export function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => unquoted(cell.replace(/,$/, ''))) ?? [];
}
const unquoted = (cell: string) => cell.trim().replace(/^"|"$/g, '');
