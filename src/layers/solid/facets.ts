// SPDX-License-Identifier: EUPL-1.2
/** What a corner says of the triangles that end at it: outward normal (127 = 1) and their top. */
const FACET_SIZE = 4;
/** Step of a facet's top, metres: seven bits reach 254 m, beyond the highest building of Milan (231 m). */
export const TOP_STEP_M = 2;
const UNCLAIMED = -1;

export interface Facets {
  /** The triangles, each turned so that its last corner is the one that speaks for it. */
  readonly indices: Uint32Array<ArrayBuffer>;
  /** x, y, z of the normal (127 = 1) and the top (steps of {@link TOP_STEP_M}) of each corner. */
  readonly facets: Int8Array<ArrayBuffer>;
  /** Corners that were needed twice, by their old number: they follow the old ones. */
  readonly doubled: readonly number[];
}

/**
 * Gives each triangle one corner that carries its normal, for `flat` varyings, which take the last
 * corner's value: light is then reckoned once a corner instead of once a pixel, with no normals in
 * the tiles and hardly a corner more. Walls go by their foot and roofs by their edge, so that the
 * corners of a block suffice for both.
 *
 * @param positions x, y, z of each corner in the scene, metres, z up
 * @param indices three corners a triangle, counter-clockwise from outside
 */
export function facetsOf(positions: Float32Array, indices: ArrayLike<number>): Facets {
  const corners = positions.length / 3;
  const keys = facetKeys(positions, indices);
  const claims = new Array<number>(corners).fill(UNCLAIMED);
  const turned = new Uint32Array(indices.length);
  const doubled: number[] = [];
  for (let t = 0; t < keys.length; t++) {
    const key = keys[t] as number;
    const triangle = [indices[3 * t], indices[3 * t + 1], indices[3 * t + 2]] as [number, number, number];
    const next = keys[t + 1] === key ? [0, 1, 2].map((k) => indices[3 * t + 3 + k]) : [];
    let at = triangle.findIndex((corner) => claims[corner] === key);
    if (at < 0) at = lowestFree(triangle, next, claims, positions);
    if (at < 0) {
      at = 2;
      doubled.push(triangle[2]);
      claims.push(UNCLAIMED);
      triangle[2] = claims.length - 1;
    }
    claims[triangle[at] as number] = key;
    for (let k = 0; k < 3; k++) turned[3 * t + k] = triangle[(at + 1 + k) % 3] as number;
  }
  const facets = new Int8Array(claims.length * FACET_SIZE);
  new Int32Array(facets.buffer).set(claims.map((key) => (key === UNCLAIMED ? 0 : key)));
  return { indices: turned, facets, doubled };
}

/** The lowest corner that speaks for nobody, those of the next triangle of the same facet first; −1: none. */
function lowestFree(
  triangle: readonly number[],
  next: readonly unknown[],
  claims: readonly number[],
  positions: Float32Array,
): number {
  let best = -1;
  let bestRank = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 3; k++) {
    const corner = triangle[k] as number;
    if (claims[corner] !== UNCLAIMED) continue;
    const rank = (positions[3 * corner + 2] as number) + (next.includes(corner) ? 0 : 1e6);
    if (rank < bestRank) [best, bestRank] = [k, rank];
  }
  return best;
}

/** Normal and top of each triangle, as four signed bytes in one number. */
function facetKeys(positions: Float32Array, indices: ArrayLike<number>): Int32Array {
  const keys = new Int32Array(indices.length / 3);
  const bytes = new Int8Array(keys.buffer);
  const at = (corner: number, axis: number) => positions[3 * corner + axis] as number;
  for (let t = 0; t < keys.length; t++) {
    const [a, b, c] = [indices[3 * t], indices[3 * t + 1], indices[3 * t + 2]] as [number, number, number];
    const [ux, uy, uz] = [at(b, 0) - at(a, 0), at(b, 1) - at(a, 1), at(b, 2) - at(a, 2)];
    const [vx, vy, vz] = [at(c, 0) - at(a, 0), at(c, 1) - at(a, 1), at(c, 2) - at(a, 2)];
    const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const scale = 127 / (Math.hypot(x, y, z) || 1);
    const topM = Math.max(at(a, 2), at(b, 2), at(c, 2));
    const top = Math.min(127, Math.max(0, Math.round(topM / TOP_STEP_M)));
    bytes.set([Math.round(x * scale), Math.round(y * scale), Math.round(z * scale), top], 4 * t);
  }
  return keys;
}
