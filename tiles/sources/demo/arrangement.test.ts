// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from '../../../src/city/frames';
import { arrange } from './arrangement';
import { areaM2 } from './polygon';

const line = (...points: [number, number][]) => points.map(([x, y]) => plane(x, y));
const SQUARE = line([0, 0], [100, 0], [100, 100], [0, 100], [0, 0]);

describe('arrangement of lines', () => {
  it('cuts a square by a cross into four faces', () => {
    const { pieces, faces } = arrange([SQUARE, line([-20, 50], [120, 50]), line([50, -20], [50, 120])], 5);
    expect(faces.map((f) => areaM2(f.ring))).toEqual([2500, 2500, 2500, 2500]);
    // 8 along the square, 4 inside, 4 stubs outside.
    expect(pieces).toHaveLength(16);
  });

  it('draws an end that nearly meets a line onto it', () => {
    const short = line([0, 50], [97, 52]);
    expect(arrange([SQUARE, short], 5).faces).toHaveLength(2);
    expect(arrange([SQUARE, short], 1).faces).toHaveLength(1);
  });

  it('gives every side of a face the line that it runs along', () => {
    const { faces, pieces } = arrange([SQUARE, line([50, 0], [50, 100])], 5);
    for (const face of faces) {
      expect(face.pieces.filter((p) => pieces[p]?.line === 1)).toHaveLength(1);
      face.pieces.forEach((p, i) => {
        const piece = pieces[p];
        expect(face.forward[i] ? piece?.from : piece?.to).toEqual(face.ring[i]);
      });
    }
  });

  it('leaves dead ends out of the faces', () => {
    const { faces } = arrange([SQUARE, line([50, 0], [50, 60])], 5);
    expect(faces).toHaveLength(1);
    expect(areaM2(faces[0]?.ring ?? [])).toBe(10_000);
  });
});
