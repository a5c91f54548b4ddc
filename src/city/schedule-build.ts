// SPDX-License-Identifier: EUPL-1.2
/** Runs as a timetable lists them → the arrays of {@link Schedule}. */
import { callsAlong, lengthsAlong } from './call-projection';
import type { Plane } from './frames';
import type { TransitMode } from './ground';
import type { Schedule } from './schedule';

export interface ScheduleStop {
  readonly id: string;
  readonly name: string;
  readonly at: Plane;
}

/** One run, with at least two calls; times in whole seconds of its day. */
export interface ScheduleRun {
  readonly trip: string;
  readonly line: string;
  readonly mode: TransitMode;
  readonly route: string;
  readonly headsign: string;
  /** Ids of stops. Runs that share the list are recognised sooner. */
  readonly stops: readonly string[];
  /** One a call; arrival ≤ departure ≤ next arrival. */
  readonly arrivalS: ArrayLike<number>;
  readonly departureS: ArrayLike<number>;
  /** Runs of one path share this list; null: none is known. */
  readonly shape: readonly Plane[] | null;
  /** Id of its service. */
  readonly service: string;
}

export interface ScheduleInput {
  readonly stops: readonly ScheduleStop[];
  readonly services: readonly (Schedule['services'][number] & { readonly id: string })[];
  readonly runs: readonly ScheduleRun[];
}

/** Why a pattern's path is straight from stop to stop: it has no shape, or a stop of it lies too far off. */
export type StraightReason = 'no-shape' | 'stop-off-shape';

/**
 * Runs of the same line, stops and shape become one pattern, those of the same times after departure one
 * profile. Calls are put along the shape in order (call-projection.ts); where that cannot be, the path is
 * straight from stop to stop, and `onStraight` is told. Only stops that are called at are kept.
 *
 * @throws RangeError where a run calls at a stop, or is of a service, that is not there, or has fewer than
 *   two calls, or times that go back.
 */
export function buildSchedule(
  { stops, services, runs }: ScheduleInput,
  onStraight: (pattern: number, first: ScheduleRun, why: StraightReason) => void = () => {},
): Schedule {
  const serviceRow = new Map(services.map(({ id }, row) => [id, row]));
  const made = { stops: stopRows(stops), patterns: new Patterns(), profiles: new Profiles() };
  const rows = runs.map((run) => {
    const service = serviceRow.get(run.service);
    if (service === undefined) throw new RangeError(`trip ${run.trip}: no service ${run.service}`);
    const departureS = checkedDeparture(run);
    const pattern = made.patterns.of(run, made.stops, onStraight);
    const profile = made.profiles.of(pattern, run);
    return { run, profile, service, departureS };
  });
  rows.sort((a, b) => a.departureS - b.departureS || compared(a.run.trip, b.run.trip));
  return {
    stops: made.stops.done(),
    ...made.patterns.done(),
    ...made.profiles.done(),
    runProfile: Uint32Array.from(rows, ({ profile }) => profile),
    runDepartureS: Uint32Array.from(rows, ({ departureS }) => departureS),
    runService: Uint16Array.from(rows, ({ service }) => service),
    runTrip: rows.map(({ run }) => run.trip),
    services: services.map(({ id: _, ...service }) => service),
  };
}

const compared = (a: string, b: string) => Number(a > b) - Number(a < b);

function checkedDeparture({ trip, stops, arrivalS, departureS }: ScheduleRun): number {
  const calls = stops.length;
  if (calls < 2 || arrivalS.length !== calls || departureS.length !== calls)
    throw new RangeError(`trip ${trip}: ${calls} stops, ${arrivalS.length} arrivals`);
  for (let call = 0; call < calls; call++) {
    const arrival = call === 0 ? 0 : (arrivalS[call] as number);
    const before = call === 0 ? 0 : (departureS[call - 1] as number);
    if (!(arrival >= before && (departureS[call] as number) >= arrival))
      throw new RangeError(`trip ${trip}: its times go back at call ${call + 1}`);
  }
  return departureS[0] as number;
}

/** Stops by the place in which they are first called at. */
interface StopRows {
  readonly of: (id: string, trip: string) => number;
  readonly at: (row: number) => Plane;
  readonly done: () => Schedule['stops'];
}

function stopRows(stops: readonly ScheduleStop[]): StopRows {
  const known = new Map(stops.map((stop) => [stop.id, stop]));
  const row = new Map<string, number>();
  const used: ScheduleStop[] = [];
  return {
    of: (id, trip) => {
      const there = row.get(id);
      if (there !== undefined) return there;
      const stop = known.get(id);
      if (!stop) throw new RangeError(`trip ${trip}: no stop ${id}`);
      row.set(id, used.length);
      return used.push(stop) - 1;
    },
    at: (at) => (used[at] as ScheduleStop).at,
    done: () => ({
      id: used.map(({ id }) => id),
      name: used.map(({ name }) => name),
      eastM: Float64Array.from(used, ({ at }) => at[0]),
      northM: Float64Array.from(used, ({ at }) => at[1]),
    }),
  };
}

/** A path in the table of points. */
interface Path {
  readonly start: number;
  readonly count: number;
}

class Patterns {
  readonly #known = new Map<string, number>();
  readonly #first: ScheduleRun[] = [];
  readonly #lists = new Map<readonly string[], { key: string; rows: readonly number[] }>();
  readonly #shapes = new Map<readonly Plane[], { key: number; path?: Path }>();
  readonly #straight = new Map<string, Path>();
  readonly #paths: Path[] = [];
  readonly #firstCall = [0];
  readonly #callStop: number[] = [];
  readonly #callAlongM: number[] = [];
  readonly #points: { east: number[]; north: number[]; along: number[] } = { east: [], north: [], along: [] };

  of(run: ScheduleRun, stops: StopRows, onStraight: Parameters<typeof buildSchedule>[1] = () => {}): number {
    let list = this.#lists.get(run.stops);
    if (!list) {
      const rows = run.stops.map((id) => stops.of(id, run.trip));
      list = { key: rows.join(' '), rows };
      this.#lists.set(run.stops, list);
    }
    const shape = run.shape && (this.#shapes.get(run.shape) ?? { key: this.#shapes.size });
    if (run.shape && shape) this.#shapes.set(run.shape, shape);
    const key = [run.line, run.mode, run.route, run.headsign, shape?.key ?? '', list.key].join('\n');
    const there = this.#known.get(key);
    if (there !== undefined) return there;
    const pattern = this.#first.push(run) - 1;
    this.#known.set(key, pattern);
    const places = list.rows.map(stops.at);
    const calls = run.shape && callsAlong(run.shape, places);
    if (!calls) onStraight(pattern, run, run.shape ? 'stop-off-shape' : 'no-shape');
    const along = calls ?? lengthsAlong(places);
    if (calls && run.shape && shape) this.#paths.push((shape.path ??= this.#addPath(run.shape)));
    else {
      const path = this.#straight.get(list.key) ?? this.#addPath(places);
      this.#straight.set(list.key, path);
      this.#paths.push(path);
    }
    for (const [call, row] of list.rows.entries()) {
      this.#callStop.push(row);
      this.#callAlongM.push(along[call] as number);
    }
    this.#firstCall.push(this.#callStop.length);
    return pattern;
  }

  #addPath(points: readonly Plane[]): Path {
    const { east, north, along } = this.#points;
    const start = east.length;
    const lengths = lengthsAlong(points);
    for (const [i, [e, n]] of points.entries()) {
      east.push(e);
      north.push(n);
      along.push(lengths[i] as number);
    }
    return { start, count: points.length };
  }

  done(): Pick<
    Schedule,
    'patterns' | 'callStop' | 'callAlongM' | 'shapeEastM' | 'shapeNorthM' | 'shapeAlongM'
  > {
    const first = this.#first;
    return {
      patterns: {
        count: first.length,
        line: first.map(({ line }) => line),
        mode: first.map(({ mode }) => mode),
        route: first.map(({ route }) => route),
        headsign: first.map(({ headsign }) => headsign),
        firstCall: Uint32Array.from(this.#firstCall),
        shapeStart: Uint32Array.from(this.#paths, ({ start }) => start),
        shapeCount: Uint32Array.from(this.#paths, ({ count }) => count),
      },
      callStop: Uint32Array.from(this.#callStop),
      callAlongM: Float32Array.from(this.#callAlongM),
      shapeEastM: Float64Array.from(this.#points.east),
      shapeNorthM: Float64Array.from(this.#points.north),
      shapeAlongM: Float32Array.from(this.#points.along),
    };
  }
}

class Profiles {
  readonly #known = new Map<string, number>();
  readonly #pattern: number[] = [];
  readonly #firstTime: number[] = [];
  readonly #arrivalS: number[] = [];
  readonly #departureS: number[] = [];

  of(pattern: number, { arrivalS, departureS }: ScheduleRun): number {
    const base = departureS[0] as number;
    let key = `${pattern}`;
    // The departure is where a run begins, however early it comes to its first stop.
    for (let call = 1; call < arrivalS.length; call++)
      key += ` ${(arrivalS[call] as number) - base} ${(departureS[call] as number) - base}`;
    const there = this.#known.get(key);
    if (there !== undefined) return there;
    const profile = this.#pattern.push(pattern) - 1;
    this.#known.set(key, profile);
    this.#firstTime.push(this.#arrivalS.length);
    for (let call = 0; call < arrivalS.length; call++) {
      this.#arrivalS.push(call === 0 ? 0 : (arrivalS[call] as number) - base);
      this.#departureS.push((departureS[call] as number) - base);
    }
    return profile;
  }

  done(): Pick<Schedule, 'profilePattern' | 'profileFirstTime' | 'timeArrivalS' | 'timeDepartureS'> {
    return {
      profilePattern: Uint32Array.from(this.#pattern),
      profileFirstTime: Uint32Array.from(this.#firstTime),
      timeArrivalS: Uint32Array.from(this.#arrivalS),
      timeDepartureS: Uint32Array.from(this.#departureS),
    };
  }
}
