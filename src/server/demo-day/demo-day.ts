// SPDX-License-Identifier: EUPL-1.2
/**
 * The demo's day: a publisher on this machine that plays a Wednesday, at the present time of day in Rome,
 * from the built city's tables, in the protocols that cities publish in. What the city has no tables of is
 * not published. The same instant always gives the same documents.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ColumnTable } from '../../city/columns';
import type { InputTable } from '../../city/inputs';
import { readSchedule, SCHEDULE_TABLES } from '../../city/schedule-tables';
import { TYPICAL_TABLES, TypicalWeek } from '../../city/typical-week';
import type { DemoDay } from '../live/setup';
import { hasGround, readCityTables } from './city-tables';
import {
  datastreams,
  gbfsRoot,
  measuredData,
  presenceDocument,
  stationInformation,
  stationStatus,
  vehicleTypes,
} from './documents';
import { type DemoDocument, demoEntries } from './entries';
import { gateCountsCsv, MADE_UP_ENTRIES, wednesdayEntries } from './gate-counts';
import { alerts, tripUpdates, vehiclePositions } from './gtfs-rt';
import { TransitDay } from './transit-day';
import { ValuesDay } from './values-day';

export interface DemoDayOptions {
  /** A built city. */
  readonly cityDir: string;
  readonly nowMs?: () => number;
}

/** Starts the publisher on a free port of 127.0.0.1. Its entries are as in city.json. */
export async function startDemoDay({ cityDir, nowMs = Date.now }: DemoDayOptions): Promise<DemoDay> {
  const tables = readCityTables(cityDir, [...SCHEDULE_TABLES, ...TYPICAL_TABLES, 'area-c-entries']);
  const documents = new Map<string, DemoDocument>();
  const server = createServer((request, response) => answer(documents, nowMs(), request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [path, document] of [
    ...transitDocuments(tables),
    ...valueDocuments(tables, base),
    ...gateDocuments(cityDir, tables),
  ])
    documents.set(path, document);
  return {
    feeds: demoEntries(base, new Set(documents.keys())),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Tables = ReadonlyMap<InputTable, ColumnTable>;
type Documents = [path: string, document: DemoDocument][];

const json = (make: (atMs: number) => object): DemoDocument => ({
  contentType: 'application/json; charset=utf-8',
  body: (atMs) => JSON.stringify(make(atMs)),
});
const protobuf = (body: (atMs: number) => Uint8Array): DemoDocument => ({
  contentType: 'application/x-protobuf',
  body,
});

function transitDocuments(tables: Tables): Documents {
  // A city whose timetable has no exceptions need not have their table.
  if (!SCHEDULE_TABLES.every((id) => tables.has(id) || id === 'schedule-exceptions')) return [];
  const schedule = readSchedule(SCHEDULE_TABLES.flatMap((id) => tables.get(id) ?? []));
  const day = new TransitDay(schedule);
  return [
    ['/gtfs-rt/vehicle-positions', protobuf((atMs) => vehiclePositions(schedule, day, atMs))],
    ['/gtfs-rt/trip-updates', protobuf((atMs) => tripUpdates(schedule, day, atMs))],
    ['/gtfs-rt/alerts', protobuf((atMs) => alerts(day, atMs))],
  ];
}

function valueDocuments(tables: Tables, base: string): Documents {
  const week = new TypicalWeek(tables);
  const day = new ValuesDay(week);
  const made: Documents = [];
  if (week.has('bike-station'))
    made.push(
      ['/gbfs/gbfs.json', json((atMs) => gbfsRoot(`${base}/gbfs`, atMs))],
      ['/gbfs/station_information.json', json((atMs) => stationInformation(day.bikes(atMs), atMs))],
      ['/gbfs/station_status.json', json((atMs) => stationStatus(day.bikes(atMs), atMs))],
      ['/gbfs/vehicle_types.json', json(vehicleTypes)],
    );
  if (week.has('air')) made.push([sensors('air'), json((atMs) => datastreams(day.air(atMs)))]);
  if (week.has('weather')) made.push([sensors('weather'), json((atMs) => datastreams(day.weather(atMs)))]);
  if (week.has('car-park')) made.push([sensors('parking'), json((atMs) => datastreams(day.carParks(atMs)))]);
  if (week.has('traffic'))
    made.push([
      '/datex2/measured-data.xml',
      { contentType: 'application/xml', body: (atMs) => measuredData(day.traffic(atMs), atMs) },
    ]);
  if (week.has('presence') && tables.has('zones'))
    made.push(['/presence.json', json((atMs) => presenceDocument(day.presence(atMs), atMs))]);
  return made;
}

/** Entries into Area C: of the city's own counts where it has some, else made up where it has gates. */
function gateDocuments(cityDir: string, tables: Tables): Documents {
  const entries = tables.get('area-c-entries');
  const usual =
    (entries && wednesdayEntries(entries)) ?? (hasGround(cityDir, 'gate') ? MADE_UP_ENTRIES : undefined);
  if (!usual) return [];
  const body = (atMs: number) => gateCountsCsv(usual, atMs);
  return [['/area-c/counts.csv', { contentType: 'text/csv; charset=utf-8', body }]];
}
const sensors = (what: string) => `/sensorthings/${what}/v1.1/Datastreams`;

function answer(
  documents: ReadonlyMap<string, DemoDocument>,
  nowMs: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const document = documents.get((request.url ?? '').replace(/\?.*$/s, ''));
  if (!document || request.method !== 'GET') {
    response.writeHead(document ? 405 : 404).end();
    return;
  }
  try {
    const body = document.body(nowMs);
    response.writeHead(200, { 'content-type': document.contentType, 'cache-control': 'no-store' }).end(body);
  } catch (error) {
    // The relay tells it as the upstream's fault.
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
  }
}
