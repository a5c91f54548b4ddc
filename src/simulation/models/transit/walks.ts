// SPDX-License-Identifier: EUPL-1.2
/** Who walks where: from zones to stops and from stop to stop, by distance in the plane. Pure. */
import { type PlanePoints, straightM } from './transit-lines';

export interface WalkParameters {
  readonly walkSpeedKmH: number;
  /** Way walked over the straight line. */
  readonly walkDetour: number;
  /** Straight line within which a zone reaches stops: the nearest ones, not more and not fewer than these. */
  readonly accessM: number;
  readonly mostStops: number;
  readonly leastStops: number;
  /** Straight line within which one changes from stop to stop. */
  readonly transferM: number;
}

/** Assumptions: 4.5 km/h lies between the 4.8 of adults and the 4.0 of over-65s. */
export const WALK_DEFAULTS: WalkParameters = {
  walkSpeedKmH: 4.5,
  walkDetour: 1.2,
  accessM: 1200,
  mostStops: 12,
  leastStops: 2,
  transferM: 300,
};

/** Walks from place to place: those of place i are `first[i]` to `first[i + 1]`. */
export interface Walks {
  readonly first: Int32Array;
  readonly to: Int32Array;
  readonly walkS: Float64Array;
}

/** The walks between each zone and its stops, nearest first; the same either way. */
export function walksToStops(zones: PlanePoints, stops: PlanePoints, parameters: WalkParameters): Walks {
  const { accessM, mostStops, leastStops } = parameters;
  const count = stops.eastM.length;
  const far = new Float64Array(count);
  const byDistance = (a: number, b: number) => (far[a] as number) - (far[b] as number) || a - b;
  return walksOf(zones.eastM.length, parameters, (zone) => {
    const near: number[] = [];
    const [east, north] = [zones.eastM[zone] as number, zones.northM[zone] as number];
    for (let stop = 0; stop < count; stop++) {
      // Most stops are farther in one direction alone.
      if (Math.abs((stops.eastM[stop] as number) - east) > accessM) continue;
      if (Math.abs((stops.northM[stop] as number) - north) > accessM) continue;
      far[stop] = straightM(zones, zone, stops, stop);
      if ((far[stop] as number) <= accessM) near.push(stop);
    }
    if (near.length < leastStops)
      for (let stop = 0; stop < count; stop++) far[stop] = straightM(zones, zone, stops, stop);
    const wanted =
      near.length >= leastStops
        ? near.sort(byDistance).slice(0, mostStops)
        : Array.from(far.keys()).sort(byDistance).slice(0, leastStops);
    return wanted.map((stop) => [stop, far[stop] as number] as const);
  });
}

/** The walks from each stop to itself (0 s) and to the stops about it. */
export function walksBetweenStops(stops: PlanePoints, parameters: WalkParameters): Walks {
  const { transferM } = parameters;
  const east = (stop: number) => stops.eastM[stop] as number;
  const fromWest = Array.from(stops.eastM.keys()).sort((a, b) => east(a) - east(b) || a - b);
  const place = new Int32Array(fromWest.length);
  fromWest.forEach((stop, at) => {
    place[stop] = at;
  });
  return walksOf(fromWest.length, parameters, (stop) => {
    const near: (readonly [number, number])[] = [[stop, 0]];
    const look = (step: number) => {
      for (let at = (place[stop] as number) + step; at >= 0 && at < fromWest.length; at += step) {
        const other = fromWest[at] as number;
        if (Math.abs(east(other) - east(stop)) > transferM) return;
        const far = straightM(stops, stop, stops, other);
        if (far <= transferM) near.push([other, far]);
      }
    };
    look(-1);
    look(1);
    return near;
  });
}

/** Seconds to walk a straight line of so many metres, detour included. */
export const walkSeconds = (straightM: number, { walkSpeedKmH, walkDetour }: WalkParameters): number =>
  (straightM * walkDetour * 3.6) / walkSpeedKmH;

function walksOf(
  places: number,
  parameters: WalkParameters,
  walksFrom: (place: number) => readonly (readonly [to: number, straightM: number])[],
): Walks {
  const first = new Int32Array(places + 1);
  const to: number[] = [];
  const walkS: number[] = [];
  for (let place = 0; place < places; place++) {
    for (const [other, far] of walksFrom(place)) {
      to.push(other);
      walkS.push(walkSeconds(far, parameters));
    }
    first[place + 1] = to.length;
  }
  return { first, to: Int32Array.from(to), walkS: Float64Array.from(walkS) };
}
