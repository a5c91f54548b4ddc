// SPDX-License-Identifier: EUPL-1.2
/** Today's figures of the city, each with the moment it is of: what the kiosk tells, also long after the network is gone. Pure. */
import type { LiveKind, LiveRows } from '../../city/live';
import type { Known } from '../../stream/live/known';

const FIGURE_IDS = ['temperature', 'pm10', 'no2', 'vehicles', 'bikes', 'carParks', 'disruptions'] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** Of counted things both ends are the sum; of measured ones the least and the most that a place says. */
export interface Figure {
  readonly id: FigureId;
  readonly low: number;
  readonly high: number;
  /** Stations, car parks or vehicles that say it. */
  readonly places: number;
  /** The newest of them. */
  readonly atMs: number;
  /** Made by the demo's publisher. */
  readonly simulated: boolean;
}

type KnownNow = <K extends LiveKind>(
  kind: K,
) => Pick<Known<K>, 'origin' | 'fresh' | 'simulated' | 'newestMs' | 'lack'>;
type KnownOf = ReturnType<KnownNow>;

/** A figure older than this is none of today's. */
const KEPT_MS = 7 * 86_400_000;

/** What is said now, of what is really reported: nothing of a typical day. */
export function figuresOf(known: KnownNow): Figure[] {
  const kinds = ['weather', 'air', 'vehicle', 'bike-station', 'car-park', 'alert'] as const;
  const [weather, air, vehicle, bikes, parks, alerts] = kinds.map((kind) => known(kind)) as unknown as [
    Pick<Known<'weather'>, keyof KnownOf>,
    Pick<Known<'air'>, keyof KnownOf>,
    Pick<Known<'vehicle'>, keyof KnownOf>,
    Pick<Known<'bike-station'>, keyof KnownOf>,
    Pick<Known<'car-park'>, keyof KnownOf>,
    Pick<Known<'alert'>, keyof KnownOf>,
  ];
  const pollutant = (name: string) => air.fresh.filter((row) => row.pollutant === name);
  const open = parks.fresh.filter((row) => row.free !== null && row.open !== false);
  return [
    ranged(
      'temperature',
      weather,
      weather.fresh.filter((row) => row.quantity === 'temperatureC'),
    ),
    ranged('pm10', air, pollutant('PM10')),
    ranged('no2', air, pollutant('NO2')),
    summed('vehicles', vehicle, vehicle.fresh, () => 1),
    summed('bikes', bikes, bikes.fresh, (row) => row.bikes),
    summed('carParks', parks, open, (row) => row.free ?? 0),
    summed('disruptions', alerts, alerts.fresh, () => 1),
  ].filter((figure) => figure !== null);
}

/** Without what there really is none of now: disruptions that have ended are no figure of today's. */
export function withoutEnded(kept: readonly Figure[], known: KnownNow): readonly Figure[] {
  const { fresh, lack } = known('alert');
  return lack === null && fresh.length === 0 ? kept.filter(({ id }) => id !== 'disruptions') : kept;
}

type Reported = Pick<KnownOf, 'origin' | 'simulated'>;

function ranged(
  id: FigureId,
  { origin, simulated }: Reported,
  rows: readonly (LiveRows['air'] | LiveRows['weather'])[],
): Figure | null {
  if (origin !== 'live' || rows.length === 0) return null;
  const values = rows.map(({ value }) => value);
  const ends = { low: Math.min(...values), high: Math.max(...values) };
  return { id, ...ends, places: rows.length, atMs: newest(rows), simulated };
}

function summed<Row extends { readonly atMs: number }>(
  id: FigureId,
  { origin, simulated }: Reported,
  rows: readonly Row[],
  countOf: (row: Row) => number,
): Figure | null {
  if (origin !== 'live' || rows.length === 0) return null;
  const sum = rows.reduce((total, row) => total + countOf(row), 0);
  return { id, low: sum, high: sum, places: rows.length, atMs: newest(rows), simulated };
}

// Thousands of vehicles are too many arguments.
const newest = (rows: readonly { readonly atMs: number }[]): number =>
  rows.reduce((latest, { atMs }) => Math.max(latest, atMs), 0);

/** The newer of each, in the order of the screen; what is older than a week is let go. */
export function mergedFigures(
  kept: readonly Figure[],
  now: readonly Figure[],
  nowMs: number,
): readonly Figure[] {
  return FIGURE_IDS.flatMap((id) => {
    const found = [...now, ...kept].filter((figure) => figure.id === id && nowMs - figure.atMs < KEPT_MS);
    const [first] = found.sort((a, b) => b.atMs - a.atMs);
    return first ? [first] : [];
  });
}

/** What was kept, as far as it is what it should be: storage is anybody's on the machine. */
export function readFigures(text: string | null): Figure[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isFigure) : [];
  } catch {
    return [];
  }
}

function isFigure(value: unknown): value is Figure {
  const { id, low, high, places, atMs, simulated } = (value ?? {}) as Record<string, unknown>;
  return (
    FIGURE_IDS.includes(id as FigureId) &&
    [low, high, places, atMs].every(Number.isFinite) &&
    typeof simulated === 'boolean'
  );
}
