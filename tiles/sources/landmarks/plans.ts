// SPDX-License-Identifier: EUPL-1.2
/** Outlines of plans, as solids are raised over them: x along the axis, y to its left, metres. */
export type Point2 = readonly [xM: number, yM: number];
/** Counter-clockwise, not closed. */
export type Plan = readonly Point2[];

const RAD = Math.PI / 180;

export function planArea(plan: Plan): number {
  let twice = 0;
  plan.forEach(([x, y], i) => {
    const [nextX, nextY] = plan[(i + 1) % plan.length] as Point2;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}
export const counterClockwise = (plan: Plan): Plan => (planArea(plan) < 0 ? [...plan].reverse() : plan);

export const rectangle = (x: number, y: number, lengthM: number, widthM: number): Plan => [
  [x - lengthM / 2, y - widthM / 2],
  [x + lengthM / 2, y - widthM / 2],
  [x + lengthM / 2, y + widthM / 2],
  [x - lengthM / 2, y + widthM / 2],
];

/** Corners on an ellipse; `fromDeg` is where the first one is. */
export const oval = (x: number, y: number, a: number, b: number, corners = 12, fromDeg?: number): Plan =>
  Array.from({ length: corners }, (_, i) => {
    const t = (fromDeg ?? 180 / corners) * RAD + (i * 2 * Math.PI) / corners;
    return [x + a * Math.cos(t), y + b * Math.sin(t)];
  });

/** Two arcs that meet in blunt ends `tipM` wide. */
export function lens(lengthM: number, widthM: number, tipM: number, steps = 6): Plan {
  const half = (sign: number): Point2[] =>
    Array.from({ length: steps + 1 }, (_, i) => {
      const t = -1 + (2 * i) / steps;
      return [(sign * -t * lengthM) / 2, (sign * (tipM + (widthM - tipM) * (1 - t * t))) / 2];
    });
  const both = [...half(1), ...half(-1)];
  return counterClockwise(both);
}

/** A piece of a ring about (0, 0). */
export function arc(fromDeg: number, toDeg: number, innerM: number, outerM: number, steps = 6): Plan {
  const at = (r: number, i: number): Point2 => {
    const t = (fromDeg + ((toDeg - fromDeg) * i) / steps) * RAD;
    return [r * Math.cos(t), r * Math.sin(t)];
  };
  const all = Array.from({ length: steps + 1 }, (_, i) => i);
  return counterClockwise([...all.map((i) => at(outerM, i)), ...all.reverse().map((i) => at(innerM, i))]);
}

/** Scaled and turned about the mean of its corners, or about `about`, and moved. */
export function changed(
  plan: Plan,
  by: { scale?: number; scaleY?: number; turnDeg?: number; moveM?: Point2; about?: Point2 },
): Plan {
  const { scale = 1, scaleY = scale, turnDeg = 0, moveM = [0, 0] } = by;
  const [cx, cy] = by.about ?? [
    plan.reduce((s, p) => s + p[0], 0) / plan.length,
    plan.reduce((s, p) => s + p[1], 0) / plan.length,
  ];
  const [c, s] = [Math.cos(turnDeg * RAD), Math.sin(turnDeg * RAD)];
  return plan.map(([px, py]) => {
    const [x, y] = [(px - cx) * scale, (py - cy) * scaleY];
    return [cx + x * c - y * s + moveM[0], cy + x * s + y * c + moveM[1]];
  });
}
