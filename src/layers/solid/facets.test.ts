// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetsOf, TOP_STEP_M } from './facets';

/** A block without a floor: foot 0–3 and top 4–7, both counter-clockwise from above; 10 × 6 × 20 m. */
const FOOT = [0, 0, 0, 10, 0, 0, 10, 6, 0, 0, 6, 0];
const BLOCK = new Float32Array([...FOOT, ...FOOT.map((x, i) => (i % 3 === 2 ? 20 : x))]);
const WALLS = [0, 1, 2, 3].flatMap((i) => {
  const j = (i + 1) % 4;
  return [i, j, 4 + j, i, 4 + j, 4 + i];
});
const ROOF = [4, 5, 6, 4, 6, 7];

const spoken = (facets: Int8Array, corner: number) => [...facets.subarray(4 * corner, 4 * corner + 4)];
/** The same triangle whichever corner it begins with. */
const cycle = (t: readonly number[]) => {
  const at = t.indexOf(Math.min(...t));
  return [0, 1, 2].map((k) => t[(at + k) % 3]);
};

describe('facets', () => {
  it('needs no corner twice for a block, walls first or roof first', () => {
    const top = 20 / TOP_STEP_M;
    const normals = [
      [0, -127, 0],
      [127, 0, 0],
      [0, 127, 0],
      [-127, 0, 0],
    ];
    for (const indices of [
      [...WALLS, ...ROOF],
      [...ROOF, ...WALLS],
    ]) {
      const { indices: turned, facets, doubled } = facetsOf(BLOCK, indices);
      expect(doubled).toEqual([]);
      for (let t = 0; t < 10; t++) {
        const triangle = indices.slice(3 * t, 3 * t + 3);
        expect(cycle([...turned.slice(3 * t, 3 * t + 3)])).toEqual(cycle(triangle));
        const wall = triangle.some((corner) => corner < 4);
        const side = Math.floor(indices.indexOf(triangle[0]!, 3 * t) / 6) - (indices[0] === 4 ? 1 : 0);
        expect(spoken(facets, turned[3 * t + 2]!)).toEqual(
          wall ? [...normals[side]!, top] : [0, 0, 127, top],
        );
      }
    }
  });

  it('takes the normal of a slope, and its highest corner for its top', () => {
    // Rises 3 m over 4 m to the north: the normal leans 3 south for 4 up.
    const slope = new Float32Array([0, 0, 8, 5, 0, 8, 5, 4, 11, 0, 4, 11]);
    const { facets, indices } = facetsOf(slope, [0, 1, 2, 0, 2, 3]);
    const of = [0, -0.6, 0.8].map((part) => Math.round(127 * part));
    expect(spoken(facets, indices[2]!)).toEqual([...of, Math.round(11 / TOP_STEP_M)]);
    expect(spoken(facets, indices[5]!)).toEqual([...of, Math.round(11 / TOP_STEP_M)]);
  });

  it('doubles a corner where three facets meet at three corners', () => {
    // Both sides of one triangle: two facets, three corners.
    const { doubled, facets } = facetsOf(
      new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]),
      [0, 1, 2, 2, 1, 0, 0, 1, 2, 2, 1, 0],
    );
    expect(doubled).toEqual([]);
    expect(facets.length).toBe(12);
    const flat = facetsOf(
      new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1]),
      [0, 1, 2, 0, 3, 1, 1, 3, 2, 2, 3, 0, 4, 0, 1, 4, 1, 2, 4, 2, 3],
    );
    // Seven facets, five corners.
    expect(flat.doubled.length).toBe(2);
    expect(flat.facets.length).toBe((5 + flat.doubled.length) * 4);
  });

  it('says of every triangle what its own corners say, whatever the mesh', () => {
    const metre = fc.float({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(metre, metre, metre), { minLength: 3, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.nat(29)), { minLength: 1, maxLength: 60 }),
        (corners, triangles) => {
          const positions = new Float32Array(corners.flat());
          const indices = triangles.flat().map((corner) => corner % corners.length);
          const { indices: turned, facets, doubled } = facetsOf(positions, indices);
          expect(facets.length).toBe(4 * (corners.length + doubled.length));
          const old = (corner: number) =>
            corner < corners.length ? corner : doubled[corner - corners.length]!;
          for (let t = 0; t < triangles.length; t++) {
            const now = [...turned.slice(3 * t, 3 * t + 3)];
            const [a, b, c] = indices.slice(3 * t, 3 * t + 3) as [number, number, number];
            const rotations = [
              [a, b, c],
              [b, c, a],
              [c, a, b],
            ];
            expect(rotations).toContainEqual(now.map(old));
            // Alone, the triangle has all its corners free: what it says then is the truth.
            const alone = facetsOf(positions, [a, b, c]);
            expect(spoken(facets, now[2]!)).toEqual(spoken(alone.facets, alone.indices[2]!));
          }
        },
      ),
    );
  });
});
