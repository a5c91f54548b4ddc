// SPDX-License-Identifier: EUPL-1.2
import { type LonLat, lonLatToPlane } from '../../src/city/frames';
import type { TransitMode } from '../../src/city/ground';
import { nameKey } from '../sources/italian-names';
import { newestYear, placeOf } from './editions';
import { grouped } from './grouped';
import type { TransitRow } from './rows';
import type { CleanContext, SourceRows } from './theme';

type StopRow = Extract<TransitRow, { kind: 'stop' }>;

export interface Stop {
  readonly id: string;
  readonly at: LonLat;
  readonly mode: TransitMode;
  readonly name: string;
  /** Sorted as riders read them: M1, M2, 1, 2, 24. */
  readonly lines: readonly string[];
  readonly wheelchair?: boolean;
  /** Id of the source that knows it best. */
  readonly source: string;
}

/** A stop as merged from the rows with its id. */
interface Merged extends Stop {
  readonly example: string;
}

/**
 * Stations of two sources without an id in common are the same within these distances (of one
 * metro line: the nearest two of Milan's are 277 m apart), and of the same name within the greater:
 * one gives an entrance, the other the middle of the platforms.
 */
const SAME_STATION_M: Partial<Record<TransitMode, number>> = { metro: 300, rail: 500 };
const SAME_NAME_M = 1000;

/**
 * One stop an id: position and mode of its newest edition, a proper name where any source has one,
 * wheelchair boarding from the newest that knows, lines as stated or by the sequences.
 */
export function stopsOf(bySource: readonly SourceRows<'transit'>[], drop: CleanContext['drop']): Stop[] {
  const rows = bySource.flatMap(({ source, rows }) =>
    rows.flatMap((row) => (row.kind === 'stop' ? [{ source: source.id, row }] : [])),
  );
  const network = newestYear(rows.flatMap(({ row }) => (row.wholeNetwork ? [row] : [])));
  const linesAt = callingLines(bySource);
  const modeOf = modesOfLines(bySource);
  const merged: Merged[] = [];
  for (const [id, same] of grouped(
    rows,
    ({ source, row }) => row.stableId ?? `${source}-${row.origin.row}`,
  )) {
    const newestFirst = [...same].sort((a, b) => (b.row.editionYear ?? 0) - (a.row.editionYear ?? 0));
    const [best, ...others] = newestFirst as [(typeof same)[0], ...typeof same];
    if (best.row.editionYear !== undefined && best.row.editionYear < network) {
      for (const { row } of same)
        drop('older-edition', `${placeOf(row.origin)}: ${row.name}, gone from the network of ${network}`);
      continue;
    }
    const stated = new Set(best.row.lines);
    for (const { source, row } of others) {
      const example = `${placeOf(row.origin)}: ${row.name}`;
      const adds = row.lines?.some((line) => !stated.has(line)) ?? false;
      if (source !== best.source) drop('older-edition', `${example}, taken from ${best.source}`);
      else if (adds) for (const line of row.lines ?? []) stated.add(line);
      else drop('duplicate-id', `${example}, id ${id} again`);
    }
    merged.push(
      mergedStop(
        id,
        newestFirst.map(({ row }) => row),
        best.source,
        linesAt(id),
        modeOf,
      ),
    );
  }
  return withoutRepeats(merged, drop);
}

function mergedStop(
  id: string,
  newestFirst: readonly StopRow[],
  source: string,
  calls: readonly { line: string; editionYear: number }[],
  modeOf: (line: string) => TransitMode | undefined,
): Merged {
  const best = newestFirst[0] as StopRow;
  const edition = best.editionYear ?? 0;
  const ofEdition = newestFirst.filter((row) => (row.editionYear ?? 0) === edition);
  const current = [
    ...ofEdition.flatMap((row) => row.lines ?? []),
    ...calls.filter((call) => call.editionYear >= edition).map(({ line }) => line),
  ];
  const older = [...newestFirst.flatMap((row) => row.lines ?? []), ...calls.map(({ line }) => line)];
  const lines = [...new Set(current.length > 0 ? current : older)].sort(byLine);
  const wheelchair = newestFirst.find((row) => row.wheelchair !== undefined)?.wheelchair;
  return {
    id,
    at: best.at,
    mode: best.mode ?? modeByLines(lines, modeOf) ?? newestFirst.find((row) => row.mode)?.mode ?? 'bus',
    name: (newestFirst.find((row) => !row.nameIsPlace) ?? best).name,
    lines,
    ...(wheelchair === undefined ? {} : { wheelchair }),
    source,
    example: `${placeOf(best.origin)}: ${best.name}`,
  };
}

/** A stop of several modes is that of the heaviest vehicle. */
function modeByLines(
  lines: readonly string[],
  modeOf: (line: string) => TransitMode | undefined,
): TransitMode | undefined {
  const modes = new Set(lines.map(modeOf));
  return (['metro', 'rail', 'tram', 'trolleybus', 'bus'] as const).find((mode) => modes.has(mode));
}

/** The mode of each line: by its drawn path before its route, since the GTFS has trolleybuses as buses. */
export function modesOfLines(
  bySource: readonly SourceRows<'transit'>[],
): (line: string) => TransitMode | undefined {
  const modes = new Map<string, TransitMode>();
  for (const kind of ['route', 'line'] as const)
    for (const { rows } of bySource)
      for (const row of rows) if (row.kind === kind) modes.set(row.line, row.mode);
  return (line) => modes.get(line);
}

/** Which lines call at a stop, by the tables of sequences. */
function callingLines(
  bySource: readonly SourceRows<'transit'>[],
): (stop: string) => readonly { line: string; editionYear: number }[] {
  const rows = bySource.flatMap(({ rows }) => rows);
  const lineOf = new Map(
    rows.flatMap((row) =>
      (row.kind === 'line' || row.kind === 'route') && row.stableId
        ? [[row.stableId, row.line] as const]
        : [],
    ),
  );
  const calls = grouped(
    rows.flatMap((row) => {
      const line = row.kind === 'call' ? lineOf.get(row.path) : undefined;
      return row.kind === 'call' && line ? [{ stop: row.stop, line, editionYear: row.editionYear ?? 0 }] : [];
    }),
    ({ stop }) => stop,
  );
  return (stop) => calls.get(stop) ?? [];
}

/** Stations that a better source has already, under another id. */
function withoutRepeats(stops: readonly Merged[], drop: CleanContext['drop']): Stop[] {
  const kept = new Map<TransitMode, Merged[]>();
  return stops.flatMap(({ example, ...stop }) => {
    const ofMode = kept.get(stop.mode) ?? [];
    kept.set(stop.mode, ofMode);
    const within = SAME_STATION_M[stop.mode];
    const known =
      within && ofMode.find((other) => other.source !== stop.source && isSameStation(stop, other, within));
    if (known) drop('same-as-better-source', `${example}, already there as ${known.name}`);
    else ofMode.push({ ...stop, example });
    return known ? [] : [stop];
  });
}

function isSameStation(a: Stop, b: Stop, withinM: number): boolean {
  // A station whose lines are not known may be on any.
  const known = a.mode === 'metro' && a.lines.length > 0 && b.lines.length > 0;
  if (known && !a.lines.some((line) => b.lines.includes(line))) return false;
  const distanceM = planeDistanceM(a.at, b.at);
  return distanceM <= withinM || (distanceM <= SAME_NAME_M && stationKey(a) === stationKey(b));
}

/** "Milano Bruzzano" is "Bruzzano". */
const stationKey = ({ name }: Stop) => nameKey(name).replace(/^milano /, '');

/** Metres on the ground between two points. */
export function planeDistanceM(a: LonLat, b: LonLat): number {
  const [ax, ay] = lonLatToPlane(a);
  const [bx, by] = lonLatToPlane(b);
  return Math.hypot(ax - bx, ay - by);
}

/** M1 before 1, 2 before 14. */
const lineOrder = new Intl.Collator('it', { numeric: true });
export const byLine = (a: string, b: string) =>
  Number(b.startsWith('M')) - Number(a.startsWith('M')) || lineOrder.compare(a, b);
