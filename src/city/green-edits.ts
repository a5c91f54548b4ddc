// SPDX-License-Identifier: EUPL-1.2
/** What measures do to the green of a city: what they plant, open and seal, beside what the tables hold. Pure. */
import { isInside, type Rings } from './areas';
import { type Plane, plane } from './frames';

/** Green that measures make; absent from a city without any. */
export interface GreenEdits {
  readonly planted: readonly PlantedTrees[];
  readonly parks: readonly NewPark[];
  /** Of the sealed ground there, the share that is opened. */
  readonly opened: readonly GroundEdit[];
  /** Of the ground there that is not sealed, the share that is. */
  readonly sealed: readonly GroundEdit[];
}

export interface PlantedTrees {
  readonly at: readonly Plane[];
  /** Diameter of the crown of each when it is grown. */
  readonly crownM: number;
  /** None is planted where a tree stands nearer than this. */
  readonly apartM: number;
  /** None is planted where a building stands; absent: they are planted where they are said to be. */
  readonly onFreeGround?: true;
}

export interface NewPark {
  readonly id: string;
  readonly rings: Rings;
  readonly areaM2: number;
}

export interface GroundEdit {
  readonly rings: Rings;
  /** 0–1. */
  readonly share: number;
}

const NO_EDITS: GreenEdits = { planted: [], parks: [], opened: [], sealed: [] };

/** The edits with one thing more in one of their lists. */
export function withGreen<Part extends keyof GreenEdits>(
  edits: GreenEdits | undefined,
  part: Part,
  more: GreenEdits[Part][number],
): GreenEdits {
  const before = edits ?? NO_EDITS;
  return { ...before, [part]: [...before[part], more] };
}

/** Area of a ring, whichever way it runs (the shoelace formula). */
export function ringAreaM2(ring: readonly Plane[]): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[ax, ay], [bx, by]] = [ring[j] as Plane, ring[i] as Plane];
    twice += ax * by - bx * ay;
  }
  return Math.abs(twice) / 2;
}

/** Places every so many metres along a line, on both sides of it, `asideM` away; the first half a step from its start. */
export function rowsAlong(line: readonly Plane[], stepM: number, asideM: number): Plane[] {
  const found: Plane[] = [];
  let leftM = stepM / 2;
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1] as Plane, line[i] as Plane];
    const lengthM = Math.hypot(bx - ax, by - ay);
    if (!(lengthM > 0)) continue;
    const [east, north] = [(bx - ax) / lengthM, (by - ay) / lengthM];
    for (; leftM <= lengthM; leftM += stepM)
      for (const side of [asideM, -asideM])
        found.push(plane(ax + leftM * east - side * north, ay + leftM * north + side * east));
    leftM -= lengthM;
  }
  return found;
}

/** Places inside a ring, on a square grid of so many metres, the first half a step from its south-west. */
export function gridInside(ring: readonly Plane[], stepM: number): Plane[] {
  const [easts, norths] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const found: Plane[] = [];
  for (let y = Math.min(...norths) + stepM / 2; y < Math.max(...norths); y += stepM)
    for (let x = Math.min(...easts) + stepM / 2; x < Math.max(...easts); x += stepM)
      if (isInside(plane(x, y), [ring])) found.push(plane(x, y));
  return found;
}
