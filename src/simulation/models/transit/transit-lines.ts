// SPDX-License-Identifier: EUPL-1.2
/** A plain description of transit lines: stops, and patterns of calls with a headway and a speed. Pure. */

import type { InputFault } from '../../../city/input-fault';

export const TRANSIT_MODES = ['metro', 'train', 'tram', 'trolleybus', 'bus'] as const;
export type TransitMode = (typeof TRANSIT_MODES)[number];

/** Lines, timetables or demand that transit cannot be computed with: where, and what is wrong. */
export class TransitError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
    readonly about?: InputFault,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'TransitError';
  }
}

/** Places in the plane, metres EPSG:32632. */
export interface PlanePoints {
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
}

/** One direction of a line calling at stops in one order: one entry a pattern, `stop` one a call. */
export interface LinePatterns {
  readonly line: readonly string[];
  /** Index in {@link TRANSIT_MODES}. */
  readonly mode: Uint8Array;
  readonly headwayMin: Float64Array;
  /** Commercial speed, stops included. */
  readonly speedKmH: Float64Array;
  /** Where each pattern's calls begin in `stop`; one more entry than patterns. */
  readonly firstCall: Int32Array;
  readonly stop: Int32Array;
  /** Minutes from each call to the next (0 at a pattern's last), where they are known better than by speed. */
  readonly rideMin?: Float64Array;
}

export interface TransitLines {
  readonly stops: PlanePoints;
  readonly patterns: LinePatterns;
}

/** @throws TransitError at the first point whose coordinates are no numbers. */
export function checkPoints(name: 'stop' | 'zone', { eastM, northM }: PlanePoints): void {
  if (eastM.length !== northM.length)
    throw new TransitError(`${name}s`, `${eastM.length} eastings and ${northM.length} northings`);
  for (let i = 0; i < eastM.length; i++)
    if (!Number.isFinite(eastM[i]) || !Number.isFinite(northM[i]))
      throw new TransitError(
        `${name} ${i + 1}`,
        `is at ${eastM[i]}, ${northM[i]}`,
        name === 'stop' ? { kind: 'stop', stop: i } : { kind: 'zone', zone: i },
      );
}

/** @throws TransitError at the first stop or pattern that cannot be: names it, counted from 1, and its fault. */
export function checkLines({ stops, patterns }: TransitLines): void {
  checkPoints('stop', stops);
  const { line, mode, headwayMin, speedKmH, firstCall, stop, rideMin } = patterns;
  const columns = { mode, headwayMin, speedKmH };
  for (const [name, { length }] of Object.entries(columns))
    if (length !== line.length)
      throw new TransitError(`patterns, ${name}`, `${length} for ${line.length} lines`);
  if (firstCall.length !== line.length + 1 || firstCall[0] !== 0 || firstCall[line.length] !== stop.length)
    throw new TransitError(
      'patterns, firstCall',
      `does not divide ${stop.length} calls among ${line.length}`,
    );
  if (rideMin && rideMin.length !== stop.length)
    throw new TransitError('patterns, rideMin', `${rideMin.length} for ${stop.length} calls`);
  for (let pattern = 0; pattern < line.length; pattern++) {
    const where = `pattern ${pattern + 1} (line ${line[pattern]})`;
    const about = { kind: 'line', line: line[pattern] as string } as const;
    const [first, end] = [firstCall[pattern] as number, firstCall[pattern + 1] as number];
    if (end - first < 2)
      throw new TransitError(where, `has ${Math.max(0, end - first)} calls, and needs 2`, about);
    if ((mode[pattern] as number) >= TRANSIT_MODES.length)
      throw new TransitError(where, `mode ${mode[pattern]}`, about);
    const [headway, speed] = [headwayMin[pattern] as number, speedKmH[pattern] as number];
    if (!(headway > 0 && Number.isFinite(headway)))
      throw new TransitError(where, `headway is ${headway} min`, about);
    if (!(speed > 0 && Number.isFinite(speed)))
      throw new TransitError(where, `speed is ${speed} km/h`, about);
    for (let call = first; call < end; call++) {
      const at = stop[call] as number;
      if (at < 0 || at >= stops.eastM.length)
        throw new TransitError(
          `${where}, call ${call - first + 1}`,
          `stop ${at + 1} of ${stops.eastM.length}`,
          about,
        );
      const ride = rideMin ? (rideMin[call] as number) : 0;
      if (!(ride >= 0 && Number.isFinite(ride)))
        throw new TransitError(
          `${where}, call ${call - first + 1}`,
          `ride to the next is ${ride} min`,
          about,
        );
    }
  }
}

/**
 * Seconds from each call to the next one (0 at a pattern's last): as given, or the straight line
 * times `rideDetour` at the commercial speed.
 */
export function rideSecondsOf({ stops, patterns }: TransitLines, rideDetour: number): Float64Array {
  const { firstCall, stop, speedKmH, rideMin } = patterns;
  const rideS = new Float64Array(stop.length);
  for (let pattern = 0; pattern + 1 < firstCall.length; pattern++) {
    const speedMS = (speedKmH[pattern] as number) / 3.6;
    for (let call = firstCall[pattern] as number; call + 1 < (firstCall[pattern + 1] as number); call++) {
      const [a, b] = [stop[call] as number, stop[call + 1] as number];
      rideS[call] = rideMin
        ? (rideMin[call] as number) * 60
        : (straightM(stops, a, stops, b) * rideDetour) / speedMS;
    }
  }
  return rideS;
}

/** Metres as the crow flies. */
export function straightM(from: PlanePoints, a: number, to: PlanePoints, b: number): number {
  const east = (from.eastM[a] as number) - (to.eastM[b] as number);
  const north = (from.northM[a] as number) - (to.northM[b] as number);
  return Math.sqrt(east * east + north * north);
}
