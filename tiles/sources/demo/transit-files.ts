// SPDX-License-Identifier: EUPL-1.2
import type { Plane } from '../../../src/city/frames';
import { lonLat, lonLatToPlane } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { smooth } from './main-lines';
import { NIL } from './nil';
import { between, distanceM } from './polygon';
import { RAILWAYS } from './rings-and-radials';
import { Router } from './router';
import type { StreetGraph } from './street-files';
import { type LinePath, metroServices, writeTimetable } from './timetable';
import { METRO, PASSANTE, RAIL_STATIONS, type Station, type SurfaceLine, TRAMS } from './transit';
import { type DemoFolder, type Feature, lineGeometry, pointGeometry } from './write-files';

const FIRST_METRO_PATH = 100_001;
const FIRST_METRO_STOP = 870;
const FIRST_STOP = 10_001;
const FIRST_SURFACE_PATH = 400;
const STOP_EVERY_M = 340;
const BUS_LINES = 46;

const lengthM = (points: readonly Plane[]): number =>
  points.reduce((sum, p, i) => sum + (i ? distanceM(points[i - 1] as Plane, p) : 0), 0);
const km = (points: readonly Plane[]): string => (lengthM(points) / 1000).toFixed(2);

/** Metro, railways, trams, trolleybuses and buses, with their stops and a timetable. */
export async function writeTransit(folder: DemoFolder, graph: StreetGraph, seed: string): Promise<void> {
  const metro = await writeMetro(folder);
  await writeRailways(folder);
  const surface = await writeSurface(folder, graph, seed);
  await writeTimetable(folder, [...metro, ...surface], seed);
}

async function writeMetro(folder: DemoFolder): Promise<LinePath[]> {
  const stops = new Map<string, { station: Station; lines: Set<string> }>();
  for (const { line, stations } of METRO)
    for (const station of stations) {
      const known = stops.get(station.name);
      if (known) known.lines.add(line);
      else stops.set(station.name, { station, lines: new Set([line]) });
    }
  await folder.geojson(
    'tpl_metrofermate.geojson',
    [...stops.values()].map(({ station, lines }, i) => ({
      properties: { id_amat: FIRST_METRO_STOP + i, nome: station.name, linee: [...lines].sort().join(',') },
      geometry: pointGeometry(station.at),
    })),
  );
  const runs = METRO.flatMap(({ line, stations }) => [
    { line, stations },
    { line, stations: [...stations].reverse() },
  ]);
  await folder.geojson(
    'tpl_metropercorsi.geojson',
    runs.map(({ line, stations }, i) => {
      const points = smooth(
        stations.map((s) => s.at),
        false,
      );
      return {
        properties: {
          linea: line,
          mezzo: 'METRO',
          percorso: String(FIRST_METRO_PATH + i),
          nome: `${stations[0]?.name} - ${stations.at(-1)?.name}`,
          lung_km: km(points),
          num_ferm: String(stations.length),
        },
        geometry: lineGeometry(points),
      };
    }),
  );
  const numbers = new Map([...stops.keys()].map((name, i) => [name, FIRST_METRO_STOP + i]));
  await folder.geojson(
    'tpl_metrosequenza.geojson',
    runs.flatMap(({ stations }, i) =>
      callsOf(
        FIRST_METRO_PATH + i,
        stations.map(({ name }) => numbers.get(name) as number),
      ),
    ),
  );
  return metroServices().flatMap(({ line, stations, points, branches, branch }) =>
    [false, true].map((isBack): LinePath => {
      const calls = stations.map(({ name, at }) => ({ id: numbers.get(name) as number, name, at }));
      const [stops, path] = isBack ? [calls.reverse(), [...points].reverse()] : [calls, points];
      return {
        line,
        mode: 'METRO',
        headsign: stops.at(-1)?.name as string,
        stops,
        points: path,
        branches,
        branch,
      };
    }),
  );
}

/** Which stops each path calls at, a table as published: features without geometry. */
const callsOf = (percorso: string | number, stops: readonly number[]): Feature[] =>
  stops.map((id_ferm, i) => ({ properties: { percorso, num: i + 1, id_ferm }, geometry: null }));

async function writeRailways(folder: DemoFolder): Promise<void> {
  await folder.geojson(
    'ferrovie_stazioni_milano.geojson',
    RAIL_STATIONS.map(({ name, operator, at }, i) => ({
      properties: { ID: 301 + i, nome: name, gestore: operator },
      geometry: pointGeometry(at),
    })),
  );
  const lines = RAILWAYS.map(({ name, points }, i) => ({
    properties: { ID: 331 + i, TIPO: 2, gestore: /Saronno|Seveso/.test(name) ? 'FNM' : 'FS', nome: name },
    geometry: lineGeometry(smooth(points, false)),
  }));
  await folder.geojson('ferrovie_milano_sdf.geojson', [
    ...lines,
    {
      properties: { ID: 0, TIPO: 0, gestore: 'PASSAN', nome: 'Passante ferroviario' },
      geometry: lineGeometry(smooth(PASSANTE, false)),
    },
  ]);
}

/** Lines follow the wider streets between the places they pass; stops stand along them. */
async function writeSurface(folder: DemoFolder, graph: StreetGraph, seed: string): Promise<LinePath[]> {
  const router = new Router(graph, new Set(['primary', 'secondary', 'tertiary', 'pedestrian']));
  const runs: Feature[] = [];
  const calls: Feature[] = [];
  const stops = new StopList();
  const paths: LinePath[] = [];
  for (const line of [...TRAMS, ...busLines(seed)]) {
    const way = router.along(line.via);
    if (way.length < 2) continue;
    const out = ['Di', 'As'].map((verso, i) => ({ verso, points: i ? [...way].reverse() : way }));
    const firstRun = FIRST_SURFACE_PATH + runs.length;
    const count = Math.max(2, Math.round(lengthM(way) / STOP_EVERY_M) + 1);
    for (const { verso, points } of out)
      runs.push({
        properties: {
          linea: /^\d+$/.test(line.number) ? Number(line.number) : line.number,
          mezzo: line.mode,
          percorso: FIRST_SURFACE_PATH + runs.length,
          verso,
          nome: verso === 'Di' ? line.name : line.name.split(' - ').reverse().join(' - '),
          tipo_perc: 'Canonico',
          lung_km: Number(km(points)),
          num_ferm: count,
        },
        geometry: lineGeometry(points),
      });
    const called = spaced(way, count).map((p) => stops.add(p, line.number, router.streetAt(p)));
    calls.push(...callsOf(firstRun, called), ...callsOf(firstRun + 1, [...called].reverse()));
    const ends = line.name.replace(/ \(.*\)/, '').split(' - ') as [string, string];
    for (const { verso, points } of out) {
      const own = (verso === 'Di' ? called : [...called].reverse()).map((id) => stops.called(id));
      const headsign = ends[verso === 'Di' ? 1 : 0];
      paths.push({
        line: line.number,
        mode: line.mode,
        headsign,
        stops: own,
        points,
        branches: 1,
        branch: 0,
      });
    }
  }
  await folder.geojson('tpl_percorsi.geojson', runs);
  await folder.geojson('tpl_fermate.geojson', stops.features());
  await folder.geojson('tpl_sequenza.geojson', calls);
  return paths;
}

/** Buses between the outer districts and the metro, and across. */
function busLines(seed: string): SurfaceLine[] {
  const random = seeded(`${seed}/buses`);
  const outer = NIL.filter(
    (n) => n.areaKm2 < 5 && Math.hypot((n.lonDeg - 9.19) * 0.7, n.latDeg - 45.465) > 0.018,
  );
  const metro = METRO.flatMap((b) => b.stations).filter((s) =>
    outer.some((n) => distanceM(s.at, lonLatToPlane(lonLat(n.lonDeg, n.latDeg))) < 2500),
  );
  const title = (name: string) => name.toLowerCase().replace(/(^|[\s.'-])\p{L}/gu, (c) => c.toUpperCase());
  return Array.from({ length: BUS_LINES }, (_, i) => {
    const from = outer[(i * 7) % outer.length] as (typeof outer)[number];
    const to = outer[Math.floor(random() * outer.length)] as (typeof outer)[number];
    const start = lonLatToPlane(lonLat(from.lonDeg, from.latDeg));
    const nearest = [...metro].sort((a, b) => distanceM(a.at, start) - distanceM(b.at, start));
    const change = nearest[Math.floor(random() * 4)] as Station;
    const end = lonLatToPlane(lonLat(to.lonDeg, to.latDeg));
    const far = distanceM(start, end) > 6000;
    return {
      number: String(39 + i),
      mode: 'BUS',
      name: `${title(from.name.split(' - ')[0] as string)} - ${title(far ? change.name : (to.name.split(' - ')[0] as string))}`,
      via: far ? [start, change.at] : [start, change.at, end],
    };
  });
}

/** Points at equal steps along a line, both ends among them. */
function spaced(points: readonly Plane[], count: number): Plane[] {
  const step = lengthM(points) / (count - 1);
  const out: Plane[] = [points[0] as Plane];
  let walked = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i] as Plane, points[i + 1] as Plane];
    const l = distanceM(a, b);
    while (out.length < count - 1 && walked + l >= out.length * step) {
      out.push(between(a, b, (out.length * step - walked) / l));
    }
    walked += l;
  }
  out.push(points.at(-1) as Plane);
  return out;
}

interface PlacedStop {
  readonly id: number;
  readonly at: Plane;
  readonly lines: Set<string>;
  readonly street: string;
}

/** Stops of several lines that fall together are one. */
class StopList {
  private readonly bySquare = new Map<string, PlacedStop[]>();
  private readonly all: PlacedStop[] = [];

  /** The number of the stop that is there. */
  add(p: Plane, line: string, street: string): number {
    const [x, y] = [Math.floor(p[0] / 120), Math.floor(p[1] / 120)];
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const stop of this.bySquare.get(`${x + i},${y + j}`) ?? [])
          if (distanceM(stop.at, p) < 110) {
            stop.lines.add(line);
            return stop.id;
          }
    const stop = { id: FIRST_STOP + this.all.length, at: p, lines: new Set([line]), street };
    this.all.push(stop);
    const list = this.bySquare.get(`${x},${y}`);
    if (list) list.push(stop);
    else this.bySquare.set(`${x},${y}`, [stop]);
    return stop.id;
  }

  called(id: number): LinePath['stops'][number] {
    const { at, street } = this.all[id - FIRST_STOP] as PlacedStop;
    return { id, name: street, at };
  }

  features(): Feature[] {
    return this.all.map(({ id, at, lines, street }) => ({
      properties: { id_amat: id, ubicazione: street, linee: [...lines].join(',') },
      geometry: pointGeometry(at),
    }));
  }
}
