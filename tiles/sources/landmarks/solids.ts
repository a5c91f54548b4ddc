// SPDX-License-Identifier: EUPL-1.2
import type { Paint } from '../../../src/city/building';
import { changed, counterClockwise, oval, type Plan, type Point2, rectangle } from './plans';

/**
 * Solids that landmarks are put together of: x along the axis, y to its left, z up, metres. Every ring
 * of a face runs counter-clockwise as seen from outside, its holes clockwise; faces are flat.
 */
export type Point3 = readonly [xM: number, yM: number, zM: number];
/** Outer ring first, then its holes. */
export type Face = readonly (readonly Point3[])[];
export interface Solid {
  /** Where it is of something else than the landmark as a whole. */
  readonly paint?: Paint;
  /** Of what looks upward, where that is another. */
  readonly roofPaint?: Paint;
  readonly faces: readonly Face[];
  /** What it stands on: seen only of a solid that hangs in the air (see {@link hanging}). */
  readonly base: readonly Face[];
}

const RAD = Math.PI / 180;

const at = (plan: Plan, z: number): Point3[] => plan.map(([x, y]) => [x, y, z]);
const upsideDown = (ring: readonly Point3[]): Point3[] => [...ring].reverse();

/** Walls between two rings of as many corners, the lower first; bent ones as two triangles. */
function walls(lower: readonly Point3[], upper: readonly Point3[]): Face[] {
  const n = lower.length;
  return lower.flatMap((a, i): Face[] => {
    const j = (i + 1) % n;
    const [b, c, d] = [lower[j], upper[j], upper[i]] as [Point3, Point3, Point3];
    if (isFlat(a, b, c, d)) return [[[a, b, c, d]]];
    return [[[a, b, c]], [[a, c, d]]];
  });
}

function isFlat(a: Point3, b: Point3, c: Point3, d: Point3): boolean {
  const from = (p: Point3): Point3 => [p[0] - a[0], p[1] - a[1], p[2] - a[2]];
  const [u, v, w] = [from(b), from(c), from(d)];
  const volume =
    u[0] * (v[1] * w[2] - v[2] * w[1]) -
    u[1] * (v[0] * w[2] - v[2] * w[0]) +
    u[2] * (v[0] * w[1] - v[1] * w[0]);
  return Math.abs(volume) < 1e-6;
}

/** Plans of as many corners at rising heights; a plan of one corner is the tip. */
export function loft(levels: readonly (readonly [zM: number, plan: Plan])[]): Solid {
  const rings = levels.map(([z, plan]) => at(plan.length > 2 ? counterClockwise(plan) : plan, z));
  const faces: Face[] = [];
  for (let k = 0; k + 1 < rings.length; k++) {
    const [lower, upper] = [rings[k], rings[k + 1]] as [Point3[], Point3[]];
    if (upper.length > 1) faces.push(...walls(lower, upper));
    else
      lower.forEach((a, i) => {
        faces.push([[a, lower[(i + 1) % lower.length] as Point3, upper[0] as Point3]]);
      });
  }
  const top = rings.at(-1) as Point3[];
  if (top.length > 1) faces.push([top]);
  return { faces, base: [[upsideDown(rings[0] as Point3[])]] };
}

/** Straight up, around courtyards. */
export function prism(plan: Plan, fromM: number, toM: number, courtyards: readonly Plan[] = []): Solid {
  const outer = counterClockwise(plan);
  const holes = courtyards.map((hole) => [...counterClockwise(hole)].reverse());
  const rings = [outer, ...holes];
  return {
    faces: [
      ...rings.flatMap((ring) => walls(at(ring, fromM), at(ring, toM))),
      rings.map((ring) => at(ring, toM)),
    ],
    base: [rings.map((ring) => upsideDown(at(ring, fromM)))],
  };
}

export const box = (x: number, y: number, l: number, w: number, fromM: number, toM: number): Solid =>
  prism(rectangle(x, y, l, w), fromM, toM);

/** `corners` sides; 8 look round from a street. */
export const cylinder = (x: number, y: number, r: number, fromM: number, toM: number, corners = 8): Solid =>
  prism(oval(x, y, r, r, corners), fromM, toM);

/** Narrowing (or widening) by `scale` up to its top. */
export const frustum = (plan: Plan, fromM: number, toM: number, scale: number): Solid =>
  loft([
    [fromM, plan],
    [toM, changed(plan, { scale })],
  ]);

/** Turned by `turnDeg` up to its top, in `steps` even steps. */
export const twist = (
  plan: Plan,
  fromM: number,
  toM: number,
  turnDeg: number,
  steps: number,
  topScale = 1,
): Solid =>
  loft(
    Array.from({ length: steps + 1 }, (_, i) => {
      const t = i / steps;
      const scale = 1 + (topScale - 1) * t;
      return [fromM + (toM - fromM) * t, changed(plan, { turnDeg: turnDeg * t, scale })] as const;
    }),
  );

/** A pyramid or cone over a plan, its tip over the middle. */
export function pyramid(plan: Plan, fromM: number, toM: number): Solid {
  const middle: Point2 = [
    plan.reduce((s, p) => s + p[0], 0) / plan.length,
    plan.reduce((s, p) => s + p[1], 0) / plan.length,
  ];
  return loft([
    [fromM, plan],
    [toM, [middle]],
  ]);
}
export const spire = (x: number, y: number, r: number, fromM: number, toM: number, corners = 4): Solid =>
  pyramid(oval(x, y, r, r, corners), fromM, toM);

/** Half an ellipsoid of a few rings. */
export function dome(x: number, y: number, r: number, fromM: number, toM: number, corners = 8): Solid {
  const level = (deg: number) => {
    const radius = r * Math.cos(deg * RAD);
    return [fromM + (toM - fromM) * Math.sin(deg * RAD), oval(x, y, radius, radius, corners)] as const;
  };
  return loft([level(0), level(35), level(65), [toM, [[x, y]]]]);
}

/**
 * A profile (y, z) drawn out along x. Its edges at its lowest level are the base.
 */
export function sweep(
  profile: readonly (readonly [yM: number, zM: number])[],
  fromX: number,
  toX: number,
): Solid {
  const ring = counterClockwise(profile);
  const lowest = Math.min(...ring.map(([, z]) => z));
  const end = (x: number): Point3[] => ring.map(([y, z]) => [x, y, z]);
  const [near, far] = [end(Math.min(fromX, toX)), end(Math.max(fromX, toX))];
  const sides = walls(near, far);
  const isBase = (face: Face) => face.every((r) => r.every(([, , z]) => z === lowest));
  return {
    faces: [...sides.filter((f) => !isBase(f)), [far], [upsideDown(near)]],
    base: sides.filter(isBase),
  };
}

/** Walls to the eaves, and a pitched roof with its ridge along x. */
export const gable = (
  x: number,
  y: number,
  l: number,
  w: number,
  fromM: number,
  eavesM: number,
  ridgeM: number,
): Solid =>
  sweep(
    [
      [y - w / 2, fromM],
      [y + w / 2, fromM],
      [y + w / 2, eavesM],
      [y, ridgeM],
      [y - w / 2, eavesM],
    ],
    x - l / 2,
    x + l / 2,
  );

/** Walls to the eaves, and a roof that slopes to all sides; ridge along the longer one. */
export function hip(
  x: number,
  y: number,
  l: number,
  w: number,
  fromM: number,
  eavesM: number,
  ridgeM: number,
): Solid {
  const plan = rectangle(x, y, l, w);
  const [a, b, c, d] = at(plan, eavesM) as [Point3, Point3, Point3, Point3];
  const half = Math.abs(l - w) / 2;
  const [p, q]: [Point3, Point3] =
    l >= w
      ? [
          [x - half, y, ridgeM],
          [x + half, y, ridgeM],
        ]
      : [
          [x, y - half, ridgeM],
          [x, y + half, ridgeM],
        ];
  const roof: Face[] =
    half < 1e-9
      ? [[[a, b, p]], [[b, c, p]], [[c, d, p]], [[d, a, p]]]
      : l > w
        ? [[[a, b, q, p]], [[b, c, q]], [[c, d, p, q]], [[d, a, p]]]
        : [[[a, b, p]], [[b, c, q, p]], [[c, d, q]], [[d, a, p, q]]];
  return {
    faces: [...walls(at(plan, fromM), at(plan, eavesM)), ...roof],
    base: [[upsideDown(at(plan, fromM))]],
  };
}

/** A barrel along x: walls to the springing, half an ellipse of six flat strips over them. */
export const vault = (
  x: number,
  y: number,
  l: number,
  w: number,
  fromM: number,
  springM: number,
  crownM: number,
): Solid => {
  const curve = [0, 30, 60, 90, 120, 150, 180].map(
    (deg) => [y + (w / 2) * Math.cos(deg * RAD), springM + (crownM - springM) * Math.sin(deg * RAD)] as const,
  );
  const foot =
    springM > fromM
      ? ([
          [y - w / 2, fromM],
          [y + w / 2, fromM],
        ] as const)
      : [];
  return sweep([...foot, ...curve], x - l / 2, x + l / 2);
};

/**
 * A slab across the axis, `thickM` along x, with round-headed openings: each at `y`, `widthM` wide,
 * its crown at `crownM`.
 */
export function arcade(
  x: number,
  thickM: number,
  y: number,
  widthM: number,
  fromM: number,
  toM: number,
  openings: readonly { readonly y: number; readonly widthM: number; readonly crownM: number }[],
): Solid {
  const notch = [...openings]
    .sort((a, b) => a.y - b.y)
    .flatMap((o) => {
      const r = o.widthM / 2;
      const head = [180, 135, 90, 45, 0].map(
        (deg) => [o.y + r * Math.cos(deg * RAD), o.crownM - r + r * Math.sin(deg * RAD)] as const,
      );
      return [[o.y - r, fromM] as const, ...head, [o.y + r, fromM] as const];
    });
  const profile = [
    [y - widthM / 2, fromM] as const,
    ...notch,
    [y + widthM / 2, fromM] as const,
    [y + widthM / 2, toM] as const,
    [y - widthM / 2, toM] as const,
  ];
  return sweep(profile, x - thickM / 2, x + thickM / 2);
}

/** With its base as a face: it hangs in the air. */
export const hanging = ({ faces, base, ...rest }: Solid): Solid => ({
  ...rest,
  faces: [...faces, ...base],
  base: [],
});

export const painted = (paint: Paint, ...solids: readonly Solid[]): Solid[] =>
  solids.map((solid) => ({ ...solid, paint }));
export const roofed = (roofPaint: Paint, ...solids: readonly Solid[]): Solid[] =>
  solids.map((solid) => ({ ...solid, roofPaint }));

/** Turned about (0, 0), then moved. */
export function placed(solid: Solid, x: number, y: number, turnDeg = 0, z = 0): Solid {
  const [c, s] = [Math.cos(turnDeg * RAD), Math.sin(turnDeg * RAD)];
  const put = (faces: readonly Face[]): Face[] =>
    faces.map((face) =>
      face.map((ring) =>
        ring.map(([px, py, pz]): Point3 => [x + px * c - py * s, y + px * s + py * c, pz + z]),
      ),
    );
  return { ...solid, faces: put(solid.faces), base: put(solid.base) };
}
