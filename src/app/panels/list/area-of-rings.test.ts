// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { PlaneRing } from '../../state/outlines';
import { areaOfRings } from './area-of-rings';

const square = (x: number, y: number, side: number): PlaneRing => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const clockwise = (ring: PlaneRing): PlaneRing => [...ring].reverse();
const as = (point: readonly [number, number]) => point;

describe('the area of rings', () => {
  it('is closed, with its outline counter-clockwise, however it came', () => {
    const closed = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ];
    expect(areaOfRings([square(0, 0, 2)], as)).toEqual({ type: 'Polygon', coordinates: [closed] });
    const turned = areaOfRings([clockwise(square(0, 0, 2))], as);
    const [ring] = turned!.coordinates as number[][][];
    expect(ring![0]).toEqual(ring!.at(-1));
    expect(turned).toEqual(areaOfRings([[...clockwise(square(0, 0, 2)), [0, 2]]], as));
  });

  it('has holes in the outline that is around them, and an island in a hole by itself', () => {
    const shape = areaOfRings([square(0, 0, 10), square(1, 1, 6), square(2, 2, 2), square(20, 0, 1)], as);
    expect(shape?.type).toBe('MultiPolygon');
    expect(shape!.coordinates.map((polygon) => (polygon as unknown[]).length)).toEqual([2, 1, 1]);
    const [, hole] = (shape!.coordinates as number[][][][])[0]!;
    expect(hole?.[0]).toEqual([1, 7]);
  });

  it('is none of rings without area', () => {
    expect(areaOfRings([square(0, 0, 0), []], as)).toBe(null);
  });
});
