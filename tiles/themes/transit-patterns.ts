// SPDX-License-Identifier: EUPL-1.2
/** Lines as sequences of stops: what the models ride. */
import type { ColumnTable } from '../../src/city/columns';
import { lonLatToPlane } from '../../src/city/frames';
import { TRANSIT_MODES, type TransitMode } from '../../src/city/ground';
import { newestYear } from './editions';
import { grouped } from './grouped';
import type { TransitRow, TripTimes } from './rows';
import type { SourceRows } from './theme';
import { modesOfLines, planeDistanceM, type Stop } from './transit-stops';

export interface Pattern {
  readonly line: string;
  readonly mode: TransitMode;
  /** In order, at least two, none twice in a row. */
  readonly stops: readonly Stop[];
  /** By the timetable, where there is one. */
  readonly headwayMin?: number;
  readonly runs?: readonly TripTimes[];
}

type Call = Extract<TransitRow, { kind: 'call' }>;

/** So near to each other the last stop of one direction is the first of the other. */
const SAME_END_M = 600;

/**
 * One pattern a line and sequence of stops. A line's are of its newest edition; runs that are a part
 * of a longer one are left out. Where only one direction is given the other is its reverse, unless
 * the line goes round. Stops that no source places are skipped.
 */
export function patternsOf(bySource: readonly SourceRows<'transit'>[], stops: readonly Stop[]): Pattern[] {
  const rows = bySource.flatMap((source) => source.rows);
  const stopOf = new Map(stops.map((stop) => [stop.id, stop]));
  const modeOf = modesOfLines(bySource);
  const lineOf = new Map(
    rows.flatMap((row) =>
      (row.kind === 'line' || row.kind === 'route') && row.stableId
        ? [[row.stableId, row.line] as const]
        : [],
    ),
  );
  const calls = rows.filter((row): row is Call => row.kind === 'call' && lineOf.has(row.path));
  const byLine = grouped(calls, ({ path }) => lineOf.get(path) as string);
  return [...byLine].flatMap(([line, ofLine]) => {
    const mode = modeOf(line) as TransitMode;
    const newest = newestYear(ofLine);
    const current = ofLine.filter(({ editionYear }) => (editionYear ?? -Infinity) === newest);
    const sequences = [...grouped(current, ({ path }) => path).values()]
      .map((ofPath) => sequenceOf(ofPath, stopOf))
      .filter((sequence) => sequence.length >= 2);
    return bothWays(longest(sequences)).map((sequence): Pattern => ({ line, mode, stops: sequence }));
  });
}

function sequenceOf(ofPath: readonly Call[], stopOf: ReadonlyMap<string, Stop>): Stop[] {
  const ordered = [...ofPath].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const known = ordered.flatMap(({ stop }) => stopOf.get(stop) ?? []);
  return known.filter((stop, i) => stop !== known[i - 1]);
}

/** Without those that are part of another, or equal to one before. */
function longest(sequences: readonly Stop[][]): Stop[][] {
  const key = (sequence: readonly Stop[]) => ` ${sequence.map(({ id }) => id).join(' ')} `;
  const keys = sequences.map(key);
  return sequences.filter((_, i) =>
    keys.every((other, j) => i === j || !other.includes(keys[i] as string) || (other === keys[i] && i < j)),
  );
}

function bothWays(sequences: readonly Stop[][]): Stop[][] {
  const isNear = (a: Stop, b: Stop) => planeDistanceM(a.at, b.at) <= SAME_END_M;
  const ends = (sequence: readonly Stop[]) => [sequence[0], sequence.at(-1)] as [Stop, Stop];
  return sequences.flatMap((sequence) => {
    const [first, last] = ends(sequence);
    const isThere = sequences.some((other) => {
      const [otherFirst, otherLast] = ends(other);
      return isNear(first, otherLast) && isNear(last, otherFirst);
    });
    // A line that goes round is its own way back.
    return isThere ? [sequence] : [sequence, [...sequence].reverse()];
  });
}

/**
 * `transit-stops`, `transit-patterns` and `transit-calls`, and `transit-times` where a pattern has runs;
 * none where there is no pattern.
 */
export function patternTables(patterns: readonly Pattern[]): ColumnTable[] {
  if (patterns.length === 0) return [];
  const calls = patterns.flatMap((pattern) => pattern.stops);
  const stops = [...new Set(calls)];
  const row = new Map(stops.map((stop, i) => [stop, i]));
  const stop = Uint32Array.from(calls, (each) => row.get(each) as number);
  return [
    stopsTable(stops),
    linesTable(patterns),
    { id: 'transit-calls', rows: calls.length, columns: [{ name: 'stop', unit: '1', values: stop }] },
    ...timesTable(patterns),
  ];
}

function stopsTable(stops: readonly Stop[]): ColumnTable {
  const places = stops.map(({ at }) => lonLatToPlane(at));
  return {
    id: 'transit-stops',
    rows: stops.length,
    columns: [
      textColumn(
        'name',
        stops.map(({ name }) => name),
      ),
      modeColumn(stops),
      { name: 'eastM', unit: 'm', values: Float64Array.from(places, ([east]) => east) },
      { name: 'northM', unit: 'm', values: Float64Array.from(places, ([, north]) => north) },
    ],
  };
}

/** `transit-patterns` */
function linesTable(patterns: readonly Pattern[]): ColumnTable {
  const firstCall = new Uint32Array(patterns.length);
  for (let i = 1; i < patterns.length; i++)
    firstCall[i] = (firstCall[i - 1] as number) + (patterns[i - 1] as Pattern).stops.length;
  return {
    id: 'transit-patterns',
    rows: patterns.length,
    columns: [
      textColumn(
        'line',
        patterns.map(({ line }) => line),
      ),
      modeColumn(patterns),
      {
        name: 'headwayMin',
        unit: 'min',
        values: Float32Array.from(patterns, ({ headwayMin }) => headwayMin ?? Number.NaN),
      },
      { name: 'firstCall', unit: '1', values: firstCall },
      { name: 'calls', unit: '1', values: Uint32Array.from(patterns, ({ stops }) => stops.length) },
    ],
  };
}

/** The dictionary has each text once, in the order in which they come. */
function textColumn(name: string, texts: readonly string[]): ColumnTable['columns'][number] {
  const dictionary = [...new Set(texts)];
  const place = new Map(dictionary.map((text, i) => [text, i]));
  return {
    name,
    unit: '1',
    values: Uint32Array.from(texts, (text) => place.get(text) as number),
    dictionary,
  };
}

const modeColumn = (of: readonly { mode: TransitMode }[]): ColumnTable['columns'][number] => ({
  name: 'mode',
  unit: '1',
  values: Uint8Array.from(of, ({ mode }) => TRANSIT_MODES.indexOf(mode)),
  dictionary: TRANSIT_MODES,
});

/** `transit-times`, of the patterns that have runs. */
function timesTable(patterns: readonly Pattern[]): ColumnTable[] {
  const runs = patterns.flatMap(({ runs: own = [] }, pattern) => own.map((times) => ({ pattern, times })));
  if (runs.length === 0) return [];
  const seconds = (name: keyof TripTimes) => ({
    name,
    unit: 's',
    values: Uint32Array.from(runs.flatMap(({ times }) => [...times[name]])),
  });
  const pattern = runs.flatMap((run) => Array.from(run.times.arrivalS, () => run.pattern));
  return [
    {
      id: 'transit-times',
      rows: pattern.length,
      columns: [
        { name: 'pattern', unit: '1', values: Uint32Array.from(pattern) },
        seconds('arrivalS'),
        seconds('departureS'),
      ],
    },
  ];
}
