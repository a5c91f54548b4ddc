// SPDX-License-Identifier: EUPL-1.2
/** The demo city's timetable as a GTFS feed in the folder `orario/`: every run of a weekday, Saturday and Sunday. */
import { callsAlong, lengthsAlong } from '../../../src/city/call-projection';
import { type Plane, planeToLonLat } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { DEMO_TIMETABLE } from '../gtfs';
import { smooth } from './main-lines';
import { METRO, type MetroBranch, type Station, type SurfaceLine } from './transit';
import type { DemoFolder } from './write-files';

/** One direction of a line. */
export interface LinePath {
  readonly line: string;
  readonly mode: 'METRO' | SurfaceLine['mode'];
  readonly headsign: string;
  readonly stops: readonly { readonly id: number; readonly name: string; readonly at: Plane }[];
  readonly points: readonly Plane[];
  /** The line's runs are of its branches in turn: of so many this one, from 0. */
  readonly branches: number;
  readonly branch: number;
}

/** Trains run through from a branch onto the line that it leaves, in turn with those of the line. */
export function metroServices(): (MetroBranch & { points: Plane[]; branches: number; branch: number })[] {
  return [...new Set(METRO.map(({ line }) => line))].flatMap((number) => {
    const line = `M${number}`;
    const [main, branch] = METRO.filter((each) => each.line === number) as [MetroBranch, MetroBranch?];
    const branches = branch ? 2 : 1;
    const own = { ...main, line, points: pathOf(main.stations), branches, branch: 0 };
    if (!branch) return [own];
    const leaves = main.stations.findIndex(({ name }) => name === branch.stations[0]?.name);
    const joins = main.stations.findIndex(({ name }) => name === branch.stations.at(-1)?.name);
    const joined = (a: readonly Station[], b: readonly Station[]) => ({
      line,
      stations: [...a, ...b.slice(1)],
      points: [...pathOf(a), ...pathOf(b).slice(1)],
      branches,
      branch: 1,
    });
    const through =
      leaves >= 0
        ? joined(main.stations.slice(0, leaves + 1), branch.stations)
        : joined(branch.stations, main.stations.slice(joins));
    return [own, through];
  });
}
const pathOf = (stations: readonly Station[]) =>
  smooth(
    stations.map(({ at }) => at),
    false,
  );

interface Operation {
  readonly routeType: number;
  readonly prefix: string;
  /** Minutes between runs by hour from 5 to 24, Monday to Friday. */
  readonly headwayMin: readonly number[];
  /** On the way, and how fast it gets there and stops again. */
  readonly topMS: number;
  readonly accelerationMS2: number;
  /** Commercial speed aimed at where the street allows it; a train goes as fast as it can. */
  readonly commercialKmH?: number;
}
const every = (text: string): number[] => text.split(' ').map(Number);

/** Made up after what such networks do: metro 30–33 km/h, tram 13–15, bus 13–16, stops included. */
const OPERATIONS: Readonly<Record<LinePath['mode'], Operation>> = {
  METRO: {
    routeType: 1,
    prefix: '',
    //               5  6  7   8   9  10  11  12  13  14  15  16  17  18  19 20 21 22 23 24
    headwayMin: every('9 5 2.5 2.2 3 4 4 4 4 4 4 3.5 2.5 2.2 2.5 4.5 6 8 9 12'),
    topMS: 22,
    accelerationMS2: 1,
  },
  TRAM: {
    routeType: 0,
    prefix: 'T',
    headwayMin: every('14 9 6 5 5.5 7 7 7 7 7 7 6.5 5.5 5 6 8 11 14 18 24'),
    topMS: 12,
    accelerationMS2: 0.9,
    commercialKmH: 14,
  },
  FILOBUS: {
    routeType: 11,
    prefix: 'B',
    headwayMin: every('14 9 6.5 6 6 7.5 7.5 7.5 7.5 7.5 7.5 7 6 6 6.5 9 12 15 18 24'),
    topMS: 13,
    accelerationMS2: 0.9,
    commercialKmH: 14.5,
  },
  BUS: {
    routeType: 3,
    prefix: 'B',
    headwayMin: every('20 13 9 8 9 12 12 12 12 12 12 11 9 8.5 10 14 17 20 24 30'),
    topMS: 13,
    accelerationMS2: 0.9,
    commercialKmH: 14.8,
  },
};
const FIRST_S = 5 * 3600;
const LAST_S = 24.5 * 3600;
const DWELL_S = 20;

/** Weekdays of calendar.txt, Monday first; the peaks' headways stretched; the factor for all hours. */
const SERVICES = [
  { id: 'FERIALE', days: '1,1,1,1,1,0,0', letter: 'F', leastMin: 0, factor: 1 },
  { id: 'SABATO', days: '0,0,0,0,0,1,0', letter: 'S', leastMin: 4, factor: 1.15 },
  { id: 'FESTIVO', days: '0,0,0,0,0,0,1', letter: 'D', leastMin: 5, factor: 1.4 },
] as const;
type Service = (typeof SERVICES)[number];

/** Streets are fuller in the peaks and empty late. */
const BANDS = { late: 0.86, day: 1, peak: 1.12 } as const;
function bandOf(second: number, service: Service): keyof typeof BANDS {
  const hour = second / 3600;
  if (hour < 6.5 || hour >= 21) return 'late';
  return service.id === 'FERIALE' && ((hour >= 7 && hour < 9.5) || (hour >= 17 && hour < 19.5))
    ? 'peak'
    : 'day';
}

export async function writeTimetable(
  folder: DemoFolder,
  paths: readonly LinePath[],
  seed: string,
): Promise<void> {
  const table = (name: string, header: string, lines: readonly string[]) =>
    folder.text(`orario/${name}.txt`, [`${header}\n`, lines.join('')], lines.length);
  await table('agency', 'agency_id,agency_name,agency_url,agency_timezone,agency_lang', [
    `DEMO,"${DEMO_TIMETABLE}",https://example.org/,Europe/Rome,it\n`,
  ]);
  await table(
    'feed_info',
    'feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,feed_version',
    [`"${DEMO_TIMETABLE}",https://example.org/,it,20200101,20991231,${quoted(seed)}\n`],
  );
  await table(
    'calendar',
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date',
    SERVICES.map(({ id, days }) => `${id},${days},20200101,20991231\n`),
  );
  const routes = new Map(paths.map((path) => [routeOf(path), path]));
  await table(
    'routes',
    'route_id,agency_id,route_short_name,route_long_name,route_type',
    [...routes].map(
      ([id, { line, mode, stops }]) =>
        `${id},DEMO,${line},${quoted(`${stops[0]?.name} - ${stops.at(-1)?.name}`)},${OPERATIONS[mode].routeType}\n`,
    ),
  );
  const stops = new Map(paths.flatMap((path) => path.stops.map((stop) => [stop.id, stop])));
  await table(
    'stops',
    'stop_id,stop_name,stop_lat,stop_lon',
    [...stops.values()].map(({ id, name, at }) => `${id},${quoted(name)},${latLon(at)}\n`),
  );
  await table(
    'shapes',
    'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence',
    paths.flatMap(({ points }, i) => points.map((at, k) => `${shapeId(i)},${latLon(at)},${k + 1}\n`)),
  );
  const runs = { trips: [] as string[], times: [] as string[] };
  for (const [i, path] of paths.entries()) addRuns(path, i, seed, runs);
  await table('trips', 'route_id,service_id,trip_id,trip_headsign,direction_id,shape_id', runs.trips);
  await folder.text(
    'orario/stop_times.txt',
    ['trip_id,arrival_time,departure_time,stop_id,stop_sequence\n', ...runs.times],
    runs.trips.length,
  );
}

const routeOf = ({ line, mode }: LinePath) => `${OPERATIONS[mode].prefix}${line}`;
const shapeId = (path: number) => `P${path + 1}`;
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** Seven decimals: a centimetre. */
function latLon(at: Plane): string {
  const [lon, lat] = planeToLonLat(at);
  return `${lat.toFixed(7)},${lon.toFixed(7)}`;
}

/** Trips of one direction of a line, and the text of their calls, one piece a trip. */
function addRuns(
  path: LinePath,
  index: number,
  seed: string,
  runs: { trips: string[]; times: string[] },
): void {
  const operation = OPERATIONS[path.mode];
  // Neighbours that fell together are one call.
  const stops = path.stops.filter(({ id }, i) => id !== path.stops[i - 1]?.id);
  if (stops.length < 2) return;
  const legs = legsM(path.points, stops);
  const seconds = Object.fromEntries(
    Object.entries(BANDS).map(([band, factor]) => [band, callSeconds(legs, operation, factor)]),
  ) as Record<keyof typeof BANDS, CallSeconds>;
  // Lines of one kind are not all as frequent as each other, and do not all leave at the full hour.
  const random = seeded(`${seed}/timetable/${path.line}`);
  const own = path.mode === 'METRO' ? 1 : 0.9 + 0.35 * random();
  const offset = random() + (index % 2) / 2;
  for (const service of SERVICES) {
    let n = 0;
    for (const departure of departures(operation, service, own, offset)) {
      if (n++ % path.branches !== path.branch) continue;
      const trip = `${service.letter}${index + 1}-${n}`;
      runs.trips.push(
        `${routeOf(path)},${service.id},${trip},${quoted(path.headsign)},${index % 2},${shapeId(index)}\n`,
      );
      const { arrivalS, departureS } = seconds[bandOf(departure, service)];
      let text = '';
      for (let call = 0; call < stops.length; call++)
        text += `${trip},${clock(departure + (arrivalS[call] as number))},${clock(departure + (departureS[call] as number))},${stops[call]?.id},${call + 1}\n`;
      runs.times.push(text);
    }
  }
}

function legsM(points: readonly Plane[], stops: LinePath['stops']): number[] {
  const places = stops.map(({ at }) => at);
  const along = callsAlong(points, places) ?? lengthsAlong(places);
  return Array.from(along.slice(1), (m, i) => m - (along[i] as number));
}

interface CallSeconds {
  readonly arrivalS: readonly number[];
  readonly departureS: readonly number[];
}
function callSeconds(legs: readonly number[], operation: Operation, factor: number): CallSeconds {
  const { topMS, accelerationMS2: a, commercialKmH } = operation;
  const [arrivalS, departureS] = [[0], [0]];
  for (const [i, lengthM] of legs.entries()) {
    // From rest to rest: at the top speed where the leg is long enough to reach it.
    const rampM = (topMS * topMS) / a;
    const fastest = lengthM >= rampM ? lengthM / topMS + topMS / a : 2 * Math.sqrt(lengthM / a);
    const usual = commercialKmH ? (lengthM * 3.6 * factor) / commercialKmH - DWELL_S : 0;
    const arrival = (departureS[i] as number) + Math.max(Math.ceil(fastest * 1.05), Math.round(usual), 1);
    arrivalS.push(arrival);
    departureS.push(i + 1 === legs.length ? arrival : arrival + DWELL_S);
  }
  return { arrivalS, departureS };
}

/** Seconds after midnight, each a headway of its hour after the one before. */
function* departures(
  { headwayMin }: Operation,
  { leastMin, factor }: Service,
  stretched: number,
  offset: number,
): Generator<number> {
  const gapS = (at: number) => {
    const hour = Math.min(headwayMin.length - 1, Math.floor(at / 3600) - 5);
    return Math.max(headwayMin[hour] as number, leastMin) * factor * stretched * 60;
  };
  for (let at = FIRST_S + (offset % 1) * gapS(FIRST_S); at < LAST_S; at += gapS(at)) yield Math.round(at);
}

const twoDigits = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
const clock = (second: number): string =>
  `${Math.floor(second / 3600)}:${twoDigits[Math.floor(second / 60) % 60]}:${twoDigits[second % 60]}`;
