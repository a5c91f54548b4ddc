// SPDX-License-Identifier: EUPL-1.2
/** What can be told of solids: how large they are, and which of their faces are roofs. */
import type { Face, Point3, Solid } from './solids';

/** Whether a face looks upward more than to a side by a third. */
export function looksUp([outer = []]: Face): boolean {
  let [nx, ny, nz] = [0, 0, 0];
  outer.forEach((a, i) => {
    const b = outer[(i + 1) % outer.length] as Point3;
    nx += (a[1] - b[1]) * (a[2] + b[2]);
    ny += (a[2] - b[2]) * (a[0] + b[0]);
    nz += (a[0] - b[0]) * (a[1] + b[1]);
  });
  return nz > Math.hypot(nx, ny) / 3;
}

/** Volume by the divergence theorem: a sixth of the sum of (a × b) · c over a fan of each ring. */
export function volumeM3({ faces, base }: Solid): number {
  let six = 0;
  for (const face of [...faces, ...base])
    for (const ring of face)
      for (let i = 1; i + 1 < ring.length; i++) {
        const [a, b, c] = [ring[0], ring[i], ring[i + 1]] as [Point3, Point3, Point3];
        six +=
          a[0] * (b[1] * c[2] - b[2] * c[1]) +
          a[1] * (b[2] * c[0] - b[0] * c[2]) +
          a[2] * (b[0] * c[1] - b[1] * c[0]);
      }
  return six / 6;
}

/** Triangles that its faces become: a polygon of n corners and h holes makes n + 2h − 2. */
export const triangleCount = ({ faces }: Solid): number =>
  faces.reduce(
    (sum, face) => sum + face.reduce((n, ring) => n + ring.length, 0) + 2 * (face.length - 1) - 2,
    0,
  );
