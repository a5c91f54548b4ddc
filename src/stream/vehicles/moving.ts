// SPDX-License-Identifier: EUPL-1.2
/**
 * Vehicles at one instant, as a layer draws them: one form for those of the timetable and those that
 * reported. No objects per vehicle, since there may be ten thousand in every frame.
 */
import { TRANSIT_MODES, type TransitMode } from '../../city/ground';

/** What `state` holds. */
export const LIVE = 0;
export const SCHEDULED = 1;

/**
 * Vehicle i is entry i of every array, 0 ≤ i < count; what lies behind `count` is left over from before.
 * The arrays are written over by the next call for another instant and replaced when they grow, so
 * nobody keeps them. Who is at which i may change from call to call: `id` tells.
 */
export interface MovingVehicles {
  readonly count: number;
  /** EPSG:32632. */
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
  /** Clockwise from north, 0 ≤ · < 360. */
  readonly bearingDeg: Float32Array;
  /** Into TRANSIT_MODES. */
  readonly modeIndex: Uint8Array;
  /** Into `lines`; '' is the line that is not known. */
  readonly lineIndex: Uint16Array;
  readonly lines: readonly string[];
  /** LIVE or SCHEDULED. */
  readonly state: Uint8Array;
  /** 1: stands at a stop (by the timetable), or has not moved (reported). */
  readonly stopped: Uint8Array;
  /** Row of the timetable's runs; −1 where it is on none that is known. */
  readonly run: Int32Array;
  /** Metres along the path of its run; NaN without a run. */
  readonly alongM: Float64Array;
  /** Of its pattern's calls, from 0, the next one or the one it stands at; −1 without a run. */
  readonly nextCall: Int32Array;
  /** For picking: the trip's id of a scheduled one, the vehicle row's id of a reported one. */
  readonly id: readonly string[];
}

export type Growing = { -readonly [K in keyof MovingVehicles]: MovingVehicles[K] } & { id: string[] };

/** None, with room for some. */
export function noVehicles(lines: readonly string[] = [], room = 256): Growing {
  return {
    count: 0,
    eastM: new Float64Array(room),
    northM: new Float64Array(room),
    bearingDeg: new Float32Array(room),
    modeIndex: new Uint8Array(room),
    lineIndex: new Uint16Array(room),
    lines,
    state: new Uint8Array(room),
    stopped: new Uint8Array(room),
    run: new Int32Array(room),
    alongM: new Float64Array(room),
    nextCall: new Int32Array(room),
    id: [],
  };
}

/** Makes room for so many; what was written stays. */
export function makeRoom(into: Growing, vehicles: number): void {
  if (vehicles <= into.eastM.length) return;
  const was = { ...into };
  Object.assign(into, noVehicles(into.lines, Math.ceil(vehicles * 1.5)), { count: was.count, id: was.id });
  for (const name of ROWS) into[name].set(was[name]);
}
const ROWS = [
  'eastM',
  'northM',
  'bearingDeg',
  'modeIndex',
  'lineIndex',
  'state',
  'stopped',
  'run',
  'alongM',
  'nextCall',
] as const;

/** Numbers of the lines by name, '' first; and of modes. */
export function numberLines(names: readonly string[]): { lines: string[]; of: Map<string, number> } {
  const lines = ['', ...new Set(names.filter((name) => name !== ''))];
  return { lines, of: new Map(lines.map((name, i) => [name, i])) };
}
export const modeIndexOf = (mode: TransitMode): number => TRANSIT_MODES.indexOf(mode);
