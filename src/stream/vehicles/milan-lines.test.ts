// SPDX-License-Identifier: EUPL-1.2
/**
 * The lines of Milan's feed of 2019, of which the stops in order are at hand, on the paths of 2022 where
 * their ids still agree and straight otherwise, with made-up times: 20 s a stop, 5 m/s as the crow flies,
 * every 12 minutes.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../tiles/fixtures/shared-data';
import { lonLat, lonLatToPlane } from '../../city/frames';
import type { Schedule } from '../../city/schedule';
import { type GtfsFiles, parseGtfsStatic } from '../feeds/gtfs-static';
import { gtfsRows } from '../feeds/gtfs-table';
import { followDay, typicalMoments } from './fixtures/follow-day';

const folder = 'milano/transit';
const read = (name: string) => readFileSync(sharedPath(`${folder}/${name}`));

interface Stop {
  readonly id: string;
  readonly lat: string;
  readonly lon: string;
}
/** Stops in order by route and shape. */
function sequences(): Map<string, Stop[]> {
  const lines = new Map<string, Stop[]>();
  for (const mode of ['bus', 'tram', 'metro'])
    gtfsRows(
      mode,
      read(`gtfs2019_${mode}_stop_sequences.csv`).toString(),
      ['route_id', 'stop_id', 'stop_sequence', 'stop_lat', 'stop_lon', 'shape_id'],
      [],
      (cells) => {
        const key = `${cells.route_id}\t${cells.shape_id}`;
        const stop = { id: cells.stop_id, lat: cells.stop_lat, lon: cells.stop_lon };
        lines.set(key, [...(lines.get(key) ?? []), stop]);
      },
    );
  return lines;
}

function milan(): { files: GtfsFiles; shaped: Set<string> } {
  const routes = new Set<string>();
  const stops = new Map<string, Stop>();
  const [trips, times, shapes]: [string[], string[], string[]] = [[], [], []];
  const paths = new Map<string, [number, number][]>();
  const geojson = JSON.parse(gunzipSync(read('ds538_tpl_percorsi.geojson.gz')).toString()) as {
    features: {
      properties: { percorso: number };
      geometry: { type: string; coordinates: [number, number][] };
    }[];
  };
  for (const { properties, geometry } of geojson.features)
    if (geometry.type === 'LineString') paths.set(String(properties.percorso), geometry.coordinates);
  const shaped = new Set<string>();
  let line = 0;
  for (const [key, calls] of sequences()) {
    const [route = '', shape = ''] = key.split('\t');
    routes.add(route);
    const path = paths.get(shape);
    if (path && !shaped.has(shape))
      path.forEach(([lon, lat], i) => {
        shapes.push(`${shape},${lat},${lon},${i}`);
      });
    if (path) shaped.add(shape);
    for (const stop of calls) stops.set(stop.id, stop);
    line++;
    for (let from = 21_600 + 37 * line, run = 0; from < 79_200; from += 720, run++) {
      const trip = `${route}-${line}-${run}`;
      trips.push(`${route},s,${trip},${path ? shape : ''}`);
      let s = from;
      calls.forEach((stop, i) => {
        const before = calls[i - 1];
        if (before) s += Math.max(30, Math.round(distanceM(before, stop) / 5));
        const leaves = i === 0 || i === calls.length - 1 ? s : s + 20;
        times.push(`${trip},${clock(s)},${clock(leaves)},${stop.id},${i}`);
        s = leaves;
      });
    }
  }
  const text = (header: string, rows: readonly string[]) => [header, ...rows].join('\n');
  const type = (route: string) => (route.startsWith('T') ? 0 : /^M\d/.test(route) ? 1 : 3);
  const rows = [...stops.values()].map(({ id, lat, lon }) => `${id},${lat},${lon}`);
  return {
    shaped,
    files: {
      'routes.txt': text(
        'route_id,route_type',
        [...routes].map((route) => `${route},${type(route)}`),
      ),
      'stops.txt': text('stop_id,stop_lat,stop_lon', rows),
      'trips.txt': text('route_id,service_id,trip_id,shape_id', trips),
      'stop_times.txt': text('trip_id,arrival_time,departure_time,stop_id,stop_sequence', times),
      'shapes.txt': text('shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence', shapes),
      'calendar_dates.txt': 'service_id,date,exception_type\ns,20191002,1',
    },
  };
}
const clock = (s: number) =>
  [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((n) => String(n).padStart(2, '0')).join(':');
function distanceM(a: Stop, b: Stop): number {
  const [from, to] = [a, b].map((stop) => lonLatToPlane(lonLat(Number(stop.lon), Number(stop.lat))));
  return from && to ? Math.hypot(to[0] - from[0], to[1] - from[1]) : 0;
}

/** Metres from each called stop to its place on the path, by call; paths that are straight between stops left out. */
function stopsOffM(s: Schedule): number[] {
  const off: number[] = [];
  for (let pattern = 0; pattern < s.patterns.count; pattern++) {
    const calls = (s.patterns.firstCall[pattern + 1] as number) - (s.patterns.firstCall[pattern] as number);
    if (s.patterns.shapeCount[pattern] === calls) continue;
    for (
      let call = s.patterns.firstCall[pattern] as number;
      call < (s.patterns.firstCall[pattern + 1] as number);
      call++
    ) {
      const stop = s.callStop[call] as number;
      const [east, north] = walkedTo(s, pattern, s.callAlongM[call] as number);
      off.push(Math.hypot(east - (s.stops.eastM[stop] as number), north - (s.stops.northM[stop] as number)));
    }
  }
  return off;
}
function walkedTo(s: Schedule, pattern: number, alongM: number): [number, number] {
  const first = s.patterns.shapeStart[pattern] as number;
  const end = first + (s.patterns.shapeCount[pattern] as number) - 1;
  let i = first;
  while (i < end - 1 && (s.shapeAlongM[i + 1] as number) <= alongM) i++;
  const length = (s.shapeAlongM[i + 1] as number) - (s.shapeAlongM[i] as number);
  const share = length > 0 ? (alongM - (s.shapeAlongM[i] as number)) / length : 0;
  const at = (values: Float64Array) =>
    (values[i] as number) + share * ((values[i + 1] as number) - (values[i] as number));
  return [at(s.shapeEastM), at(s.shapeNorthM)];
}

describeShared('vehicles on the lines of Milan', () => {
  it('are on their path within 1 m, in order, and stand at their stops all day', { timeout: 120_000 }, () => {
    const { files, shaped } = milan();
    const s = parseGtfsStatic(files);
    expect(s.patterns.count).toBe(161);
    expect(shaped.size).toBe(50);
    const off = stopsOffM(s).sort((a, b) => a - b);
    // Stops of 2019 stand at the kerb, half a street's width from paths of 2022.
    expect(off[Math.floor(off.length / 2)]).toBeLessThan(8);
    expect(off.at(-1)).toBeLessThanOrEqual(100);
    const day = followDay(s, typicalMoments(3, 20_000, 86_400, 97), 97);
    console.log(
      `Milan: ${s.patterns.count} patterns, ${shaped.size} with a path, ${s.runTrip.length} runs, at most ${day.most} vehicles at once; ` +
        `${day.seen} positions ≤ ${day.offPathM.toFixed(4)} m off the path, standing ≤ ${day.offStopM.toFixed(4)} m; ` +
        `stop to path: median ${off[Math.floor(off.length / 2)]?.toFixed(1)} m, 95 % ${off[Math.floor(off.length * 0.95)]?.toFixed(1)} m, most ${off.at(-1)?.toFixed(1)} m`,
    );
    expect(day.faults.slice(0, 5)).toEqual([]);
    expect(day.offPathM).toBeLessThan(1);
    expect(day.offStopM).toBeLessThan(1);
    expect(day.standing).toBeGreaterThan(40_000);
    expect(day.most).toBeGreaterThan(350);
  });
});
