// SPDX-License-Identifier: EUPL-1.2
/** Vehicles as the card that draws them takes them: four numbers each. Pure. */
import { TRANSIT_MODES, type TransitMode } from '../../city/ground';
import type { MovingVehicles } from '../../stream/vehicles/moving';
import type { Look } from '../layer';
import { METRO_LINES, PALETTE } from '../palette';
import type { ScenePlacer } from './scene-place';

/** Numbers of a vehicle: x and y in the scene (m), heading (radians, counter-clockwise from x), and its code. */
export const INSTANCE_SIZE = 4;
/** The code is colour + 16 · mode + 128 · state: whole numbers that a float32 holds. */
export const MODE_STEP = 16;
export const STATE_STEP = 128;

const MODES = TRANSIT_MODES.length;
const METRO = TRANSIT_MODES.indexOf('metro');
const METRO_NAMES = Object.keys(METRO_LINES);
/** Colours there may be: those of the metro lines, then one a mode. */
export const VEHICLE_COLOURS = METRO_NAMES.length + TRANSIT_MODES.length;

/** Length, width and height of a vehicle of each mode, metres: a six-car train, a Sirio, a Van Hool, a Citelis, a TSR. */
export const DIMENSIONS_M: Readonly<Record<TransitMode, readonly [number, number, number]>> = {
  metro: [106, 2.85, 3.5],
  tram: [35.3, 2.4, 3.4],
  trolleybus: [18, 2.55, 3.3],
  bus: [12, 2.55, 3.1],
  rail: [104, 2.85, 4.3],
};
/** So long and wide a vehicle is drawn at least, CSS pixels, where the streets can be told apart. */
export const LEAST_PX: Readonly<Record<TransitMode, readonly [number, number]>> = {
  metro: [26, 9],
  tram: [20, 8],
  trolleybus: [17, 8],
  bus: [15, 7.5],
  rail: [26, 9],
};

/** #rrggbb in the order of the codes. */
export function vehicleColours(look: Look): readonly string[] {
  return [...Object.values(METRO_LINES), ...TRANSIT_MODES.map((mode) => PALETTE[look].transit[mode])];
}

/** Row of {@link vehicleColours} of a line. */
export function colourOf(line: string, modeIndex: number): number {
  const metro = TRANSIT_MODES[modeIndex] === 'metro' ? METRO_NAMES.indexOf(line) : -1;
  return metro >= 0 ? metro : METRO_NAMES.length + modeIndex;
}

/** By line and mode, so that no name is looked at in a frame. */
const colourRows = new WeakMap<readonly string[], Uint8Array>();

function coloursOf(lines: readonly string[]): Uint8Array {
  let rows = colourRows.get(lines);
  // A feed may name a line that was not there before: the list has grown.
  if (!rows || rows.length < lines.length * MODES) {
    rows = Uint8Array.from({ length: lines.length * MODES }, (_, i) =>
      colourOf(lines[Math.floor(i / MODES)] as string, i % MODES),
    );
    colourRows.set(lines, rows);
  }
  return rows;
}

/**
 * Writes the vehicles, metro first, since it runs beneath the others.
 * @param sets each with its own lines
 * @param into room for {@link INSTANCE_SIZE} a vehicle
 * @param order which vehicle stands at which place of `into`, counted through all sets
 */
export function writeInstances(
  sets: readonly MovingVehicles[],
  placer: ScenePlacer,
  into: Float32Array,
  order: Uint32Array,
): void {
  let at = 0;
  for (const metro of [true, false]) {
    let first = 0;
    for (const vehicles of sets) {
      at = writeSet(vehicles, metro, placer, into, order, at, first);
      first += vehicles.count;
    }
  }
}

function writeSet(
  { count, eastM, northM, bearingDeg, modeIndex, lineIndex, state, lines }: MovingVehicles,
  metro: boolean,
  placer: ScenePlacer,
  into: Float32Array,
  order: Uint32Array,
  from: number,
  first: number,
): number {
  const colours = coloursOf(lines);
  const turn = Math.PI / 2 + placer.convergenceRad;
  let at = from;
  for (let i = 0; i < count; i++) {
    const mode = modeIndex[i]!;
    if ((mode === METRO) !== metro) continue;
    const to = INSTANCE_SIZE * at;
    into[to] = placer.x(eastM[i]!, northM[i]!);
    into[to + 1] = placer.y(eastM[i]!, northM[i]!);
    into[to + 2] = turn - (bearingDeg[i]! * Math.PI) / 180;
    into[to + 3] = colours[lineIndex[i]! * MODES + mode]! + MODE_STEP * mode + STATE_STEP * state[i]!;
    order[at++] = first + i;
  }
  return at;
}
