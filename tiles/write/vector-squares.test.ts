// SPDX-License-Identifier: EUPL-1.2
import type { Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLat, lonLatToMercator } from '../../src/city/frames';
import { seeded } from '../../src/city/seeded';
import { boundsOf, planSquares } from './vector-squares';

const random = seeded('squares');
const points = Array.from({ length: 600 }, (_, i): Point => {
  // A third of them crowd about the Duomo.
  const spread = i % 3 ? 0.2 : 0.004;
  return {
    type: 'Point',
    coordinates: [9.19 + (random() - 0.5) * spread, 45.46 + (random() - 0.5) * spread],
  };
});
/** Tile of a point. */
const tileOf = ({ coordinates: [lon, lat] }: Point, z: number) => {
  const [x, y] = lonLatToMercator(lonLat(lon as number, lat as number));
  return [Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)] as const;
};

describe('squares of the vector tiling', () => {
  it('make each tile of each zoom in exactly one job, with all of its features', () => {
    const minZoomOf = (index: number) => (index % 2 ? 9 : 12);
    const { jobs } = planSquares(points, minZoomOf, { lowest: 9, finest: 13, most: 20 });
    for (const [index, point] of points.entries())
      for (let z = minZoomOf(index); z <= 13; z++) {
        const [x, y] = tileOf(point, z);
        const makers = jobs.filter(({ root: [rz, rx, ry], from, to }) => {
          const scale = 2 ** (z - rz);
          return from <= z && z <= to && Math.floor(x / scale) === rx && Math.floor(y / scale) === ry;
        });
        expect(makers).toHaveLength(1);
        expect(makers[0]?.members).toContain(index);
      }
  });

  it('hold no more than they may, but for the tiles of one zoom', () => {
    const { jobs } = planSquares(points, () => 13, { lowest: 9, finest: 13, most: 20 });
    expect(jobs.length).toBeGreaterThan(20);
    // Nothing is to be seen below 13, so no coarser square has a job of its own.
    for (const { members, root, from, to } of jobs)
      expect(members.length <= 20 || (root[0] === 13 && from === 13 && to === 13)).toBe(true);
    expect(planSquares(points, () => 9, { lowest: 9, finest: 13, most: 5000 }).jobs).toHaveLength(
      new Set(points.map((p) => tileOf(p, 9).join())).size,
    );
  });

  it('know the bounds of all, and leave out what is nowhere', () => {
    const nowhere = { type: 'MultiPoint' as const, coordinates: [] };
    const here: Point = { type: 'Point', coordinates: [9.19, 45.46] };
    const there: Point = { type: 'Point', coordinates: [9.05, 45.5] };
    const plan = planSquares([nowhere, here, there], () => 9, { lowest: 9, finest: 15 });
    expect(plan.bounds).toEqual([9.05, 45.46, 9.19, 45.5]);
    expect(plan.jobs.flatMap(({ members }) => members).sort()).toEqual([1, 2]);
    const [west, , east] = boundsOf(nowhere);
    expect(west).toBeGreaterThan(east);
  });
});
