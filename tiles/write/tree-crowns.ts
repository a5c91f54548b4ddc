// SPDX-License-Identifier: EUPL-1.2
/** Unit trees, 1 m wide and 1 m high with their foot at the origin: a crown and its trunk. */
import { CROWN_SHAPES, type CrownShape } from '../../src/city/trees';

/** Height of the crown's lowest point, and two rings of it: height and radius. Its top is at 1. */
const PROFILES: Readonly<Record<CrownShape, readonly [foot: number, ...rings: [up: number, r: number][]]>> = {
  round: [0.2, [0.42, 0.5], [0.76, 0.43]],
  oval: [0.14, [0.36, 0.5], [0.72, 0.36]],
  conical: [0.09, [0.2, 0.5], [0.58, 0.24]],
  columnar: [0.05, [0.22, 0.46], [0.72, 0.42]],
};
const SIDES = 5;
const TRUNK_SIDES = 3;
const TRUNK_RADIUS = 0.035;

/** Corners in glTF's axes (y up), each with the way it faces and whether it is bark. */
export interface UnitTree {
  readonly corners: readonly (readonly [x: number, y: number, z: number])[];
  readonly normals: readonly (readonly [x: number, y: number, z: number])[];
  readonly isBark: readonly boolean[];
  /** Counter-clockwise from outside. */
  readonly triangles: readonly number[];
}

/** 26 triangles over 18 corners: hundreds stand in a view. */
export function unitTree(shape: CrownShape): UnitTree {
  const [foot, low, high] = PROFILES[shape];
  const corners: [number, number, number][] = [[0, foot, 0]];
  for (const [up, r] of [low, high] as [number, number][])
    for (let i = 0; i < SIDES; i++) corners.push(around(r, up, i / SIDES));
  corners.push([0, 1, 0]);
  const triangles: number[] = [];
  const top = corners.length - 1;
  for (let i = 0; i < SIDES; i++) {
    const j = (i + 1) % SIDES;
    const [a, b, c, d] = [1 + i, 1 + j, 1 + SIDES + j, 1 + SIDES + i];
    // Seen from above `around` goes clockwise: x to z.
    triangles.push(0, a, b, a, d, c, a, c, b, d, top, c);
  }
  const middle = (foot + 1) / 2;
  const normals = corners.map(([x, y, z]) => unit([x, (y - middle) * 0.6, z]));
  const isBark = corners.map(() => false);
  const first = corners.length;
  for (const up of [0, foot + 0.12])
    for (let i = 0; i < TRUNK_SIDES; i++) {
      corners.push(around(TRUNK_RADIUS, up, i / TRUNK_SIDES));
      normals.push(unit(around(1, 0, i / TRUNK_SIDES)));
      isBark.push(true);
    }
  for (let i = 0; i < TRUNK_SIDES; i++) {
    const j = (i + 1) % TRUNK_SIDES;
    const [a, b, c, d] = [first + i, first + j, first + TRUNK_SIDES + j, first + TRUNK_SIDES + i];
    triangles.push(a, d, c, a, c, b);
  }
  return { corners, normals, isBark, triangles };
}

/** `turn` of a full one. */
function around(r: number, up: number, turn: number): [number, number, number] {
  return [r * Math.cos(2 * Math.PI * turn), up, r * Math.sin(2 * Math.PI * turn)];
}

function unit([x, y, z]: [number, number, number]): [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** Height of a tree over the width of its crown, where one of them is not known: rough, by shape. */
const HIGH_BY_WIDE: Readonly<Record<CrownShape, number>> = {
  round: 1.4,
  oval: 1.7,
  conical: 2.2,
  columnar: 4.5,
};
/** As the map draws crowns that nobody measured, but narrow ones. */
const UNKNOWN_CROWN_M: Readonly<Record<CrownShape, number>> = {
  round: 6,
  oval: 6,
  conical: 5,
  columnar: 2.5,
};
const [CROWN_RANGE_M, HEIGHT_RANGE_M] = [
  [1, 25],
  [2, 40],
] as const;

/** Crown and height as drawn: what is known, the other by shape; within what trees of a city are. */
export function treeSizeM(
  shape: CrownShape,
  crownM: number | undefined,
  heightM: number | undefined,
): { crownM: number; heightM: number } {
  const ratio = HIGH_BY_WIDE[shape];
  const crown = crownM ?? (heightM === undefined ? UNKNOWN_CROWN_M[shape] : heightM / ratio);
  const height = heightM ?? crown * ratio;
  const within = (value: number, [least, most]: readonly [number, number]) =>
    Math.min(most, Math.max(least, value));
  return { crownM: within(crown, CROWN_RANGE_M), heightM: within(height, HEIGHT_RANGE_M) };
}

export const UNIT_TREES = Object.fromEntries(
  CROWN_SHAPES.map((shape) => [shape, unitTree(shape)]),
) as Readonly<Record<CrownShape, UnitTree>>;
