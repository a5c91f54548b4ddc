// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { type LonLat, lonLat } from '../../src/city/frames';
import { MILANO } from '../../src/city/place';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { SOURCES } from '../sources';
import type { Source } from '../sources/source';
import { NO_DISTRICTS } from './district-finder';
import type { TransitRow } from './rows';
import type { CleanTheme, SourceRows } from './theme';
import { transit } from './transit';

type Stop = Extract<TransitRow, { kind: 'stop' }>;
const origin = { file: 'x', row: 1 };
const DUOMO = lonLat(9.19186, 45.46416);
/** About `m` metres east of the Duomo. */
const east = (m: number): LonLat => lonLat(DUOMO[0] + m / 78_100, DUOMO[1]);
const stop = (more: Partial<Stop>): Stop => ({ origin, kind: 'stop', at: DUOMO, name: 'Prova', ...more });
const line = (
  stableId: string,
  label: string,
  mode: 'metro' | 'tram' | 'bus' | 'trolleybus',
  editionYear?: number,
): TransitRow => ({
  origin,
  kind: 'line',
  stableId,
  geometry: { type: 'LineString', coordinates: [[...DUOMO], [...east(100)]] },
  mode,
  line: label,
  ...(editionYear ? { editionYear } : {}),
});
const call = (path: string, stopId: string, editionYear: number): TransitRow => ({
  origin,
  kind: 'call',
  path,
  stop: stopId,
  editionYear,
});

function clean(...bySource: TransitRow[][]) {
  const dropped: Record<string, number> = {};
  const rows = bySource.map(
    (list, i): SourceRows<'transit'> => ({ source: { id: `s${i}` } as Source<'transit'>, rows: list }),
  );
  const result = transit.clean(rows, {
    place: MILANO,
    districts: { ...NO_DISTRICTS, at: () => 1, name: () => 'Duomo' },
    drop: (reason) => {
      dropped[reason] = (dropped[reason] ?? 0) + 1;
    },
  });
  const of = (layer: string) => (result.ground ?? []).filter((f) => f.layer === layer);
  const [stops, lines] = [of('transit-stop'), of('transit-line')];
  return { result, dropped, stops: stops.map((f) => f.properties), from: stops.map((f) => f.source), lines };
}

describe('stops', () => {
  it('of one id: place and lines of the newest edition, a name of its own, wheelchairs from who knows', () => {
    const { stops, dropped } = clean(
      [
        stop({
          stableId: 'a',
          name: 'Via X, 3 dopo Via Y',
          nameIsPlace: true,
          lines: ['24', '3'],
          at: east(5),
          editionYear: 2020,
        }),
      ],
      [stop({ stableId: 'a', name: 'Via X Via Y', wheelchair: true, editionYear: 2019 })],
      [
        stop({
          stableId: 'a',
          name: 'vecchio',
          mode: 'bus',
          lines: ['99'],
          wheelchair: false,
          editionYear: 2018,
        }),
      ],
      [line('p', '24', 'tram'), line('q', '3', 'bus')],
    );
    expect(stops).toEqual([{ id: 'a', mode: 'tram', name: 'Via X Via Y', lines: '3, 24', wheelchair: true }]);
    expect(dropped).toEqual({ 'older-edition': 2 });
  });

  it('get their lines by the sequences; trolleybuses are what their path says, not the GTFS', () => {
    const { stops } = clean(
      [line('p', '90', 'trolleybus', 2020)],
      [
        { origin, kind: 'route', stableId: 'r', mode: 'bus', line: '90' },
        { origin, kind: 'route', stableId: 'old', mode: 'bus', line: '61' },
      ],
      [call('p', 'a', 2020), call('r', 'a', 2019), call('old', 'a', 2018), call('nowhere', 'a', 2020)],
      [stop({ stableId: 'a', editionYear: 2019 }), stop({ stableId: 'b', name: 'Senza linee' })],
    );
    expect(stops).toEqual([
      { id: 'a', mode: 'trolleybus', name: 'Prova', lines: '90' },
      { id: 'b', mode: 'bus', name: 'Senza linee' },
    ]);
  });

  it('that only an older edition knows are gone, once a newer one lists the whole network', () => {
    const { stops, from, dropped } = clean(
      [stop({ stableId: 'a', editionYear: 2020 })],
      [stop({ stableId: 'b', editionYear: 2019, wholeNetwork: true })],
      [stop({ stableId: 'c', editionYear: 2018 })],
    );
    expect(stops.map((s) => 'id' in s && s.id)).toEqual(['a', 'b']);
    expect(from).toEqual(['s0', 's1']);
    expect(dropped).toEqual({ 'older-edition': 1 });
  });

  it('given once for every line are one; given twice alike are a duplicate', () => {
    const { stops, dropped } = clean([
      stop({ stableId: 'a', lines: ['1'], mode: 'tram' }),
      stop({ stableId: 'a', lines: ['10'], mode: 'tram' }),
      stop({ stableId: 'a', lines: ['10'], mode: 'tram' }),
    ]);
    expect(stops).toMatchObject([{ lines: '1, 10' }]);
    expect(dropped).toEqual({ 'duplicate-id': 1 });
  });

  it('of the metro in two sources: the same line within 300 m is the same station, another line is not', () => {
    const metro = (more: Partial<Stop>) => stop({ mode: 'metro', ...more });
    const { stops, dropped } = clean(
      [
        metro({ stableId: 'd1', name: 'Duomo', lines: ['M1'] }),
        metro({ stableId: 'd3', name: 'Duomo', lines: ['M3'], at: east(90) }),
      ],
      [
        metro({ stableId: 'l1', name: 'Duomo', lines: ['M1', 'M3'], at: east(40) }),
        metro({ stableId: 'l2', name: 'Piazza', lines: ['M4'], at: east(40) }),
        metro({ stableId: 'l3', name: 'Cordusio', lines: ['M1'], at: east(310) }),
        metro({ stableId: 'l4', name: 'Duomo', lines: ['M1'], at: east(700) }),
        metro({ stableId: 'l5', name: 'DUOMO' }),
      ],
    );
    expect(stops.map((s) => 'id' in s && s.id)).toEqual(['d1', 'd3', 'l2', 'l3']);
    expect(dropped).toEqual({ 'same-as-better-source': 3 });
  });

  it('of the railway: "Milano Bruzzano" is "Bruzzano"', () => {
    const rail = (more: Partial<Stop>) => stop({ mode: 'rail', ...more });
    const { stops } = clean(
      [rail({ stableId: 'a', name: 'Bruzzano' })],
      [
        rail({ stableId: 'b', name: 'Milano Bruzzano', at: east(800) }),
        rail({ stableId: 'c', name: 'Milano Affori', at: east(800) }),
      ],
    );
    expect(stops.map((s) => 'id' in s && s.id)).toEqual(['a', 'c']);
  });

  it('are found once by name and kind, if they are near', () => {
    const { result } = clean([
      stop({ stableId: 'a', name: 'Duomo', mode: 'metro', lines: ['M3'] }),
      stop({ stableId: 'b', name: 'Duomo', mode: 'metro', lines: ['M1'], at: east(90) }),
      stop({ stableId: 'c', name: 'Duomo', mode: 'tram', lines: ['14', '2'] }),
      stop({ stableId: 'd', name: 'Duomo', mode: 'tram', lines: ['24'], at: east(5000) }),
    ]);
    expect(result.search).toEqual([
      { kind: 'stop', id: 'a', name: 'Duomo', class: 'metro', detail: 'M1, M3 · Duomo', at: DUOMO },
      { kind: 'stop', id: 'c', name: 'Duomo', class: 'tram', detail: '2, 14 · Duomo', at: DUOMO },
      { kind: 'stop', id: 'd', name: 'Duomo', class: 'tram', detail: '24 · Duomo', at: east(5000) },
    ]);
  });
});

describe('lines', () => {
  it('come from the newest edition only, the first of the shelf among equals', () => {
    const { lines, dropped } = clean(
      [line('a', 'M1', 'metro', 2020), line('b', '1', 'tram', 2020)],
      [line('a', 'M1', 'metro', 2022)],
      [line('l1', 'M1', 'metro'), line('l4', 'M4', 'metro'), line('l4', 'M4', 'metro')],
    );
    expect(lines.map(({ properties, geometry }) => [properties, geometry.type])).toMatchObject([
      [{ id: 'a', line: 'M1' }, 'LineString'],
      [{ id: 'b', line: '1', mode: 'tram' }, 'LineString'],
      [{ id: 'l4', line: 'M4' }, 'MultiLineString'],
    ]);
    expect(dropped).toEqual({ 'older-edition': 1, 'same-as-better-source': 1 });
  });
});

describeShared("Milan's network", () => {
  let found: ReturnType<typeof clean>;
  let result: CleanTheme;
  beforeAll(async () => {
    const files = await openFolder(sharedPath('milano/transit'));
    const rows: TransitRow[][] = [];
    for (const source of SOURCES)
      if (source.theme === 'transit') rows.push((await readSource(source as Source<'transit'>, files)).rows);
    found = clean(...rows);
    result = found.result;
  }, 30_000);
  const count = (mode: string) => found.stops.filter((s) => 'mode' in s && s.mode === mode).length;

  it('has the 110 metro stations of 2020 and the 21 of M4, each once', () => {
    expect(count('metro')).toBe(131);
    const names = found.stops.flatMap((s) =>
      'mode' in s && s.mode === 'metro' ? [`${s.name} ${'lines' in s ? s.lines : ''}`] : [],
    );
    expect(new Set(names).size).toBe(131);
    expect(names).toContain('San Babila M1');
    expect(names).toContain('San Babila M4');
  });

  it('has ids that are its own, and every surface stop of ds534', () => {
    const ids = found.stops.flatMap((s) => ('id' in s ? [s.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /^amat-1\d{4}$/.test(String(id))).length).toBeGreaterThan(2618);
    expect([count('tram'), count('trolleybus'), count('rail')]).toEqual([724, 193, 40]);
  });

  it('has 194 surface paths, 31 of the metro in 2022, and M4 in two states', () => {
    const lines = found.lines.map(({ properties }) => ('line' in properties ? properties.line : ''));
    expect(lines.length).toBe(194 + 31 + 2);
    expect([...new Set(lines.filter((l) => l.startsWith('M')))].sort()).toEqual([
      'M1',
      'M2',
      'M3',
      'M4',
      'M5',
    ]);
    expect(result.kept).toBe(found.lines.length + found.stops.length);
  });

  it('finds the interchange of Duomo once', () => {
    const duomo = result.search?.filter(({ name, detail }) => name === 'Duomo' && detail?.includes('M1'));
    expect(duomo?.map(({ detail }) => detail)).toEqual(['M1, M3 · Duomo']);
  });
});
