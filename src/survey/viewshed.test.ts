// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Box, boxes } from './fixtures/boxes';
import { heightGrid, type Viewshed, viewshed } from './viewshed';

const RADIUS_M = 60;
function seenFrom(
  eyeUpM: number,
  ...all: readonly Box[]
): Viewshed & { at: (x: number, y: number) => number } {
  const grid = heightGrid(boxes(...all), RADIUS_M, 1);
  const work = viewshed(grid, eyeUpM, RADIUS_M);
  let step = work.next();
  while (!step.done) step = work.next();
  const middle = (grid.side - 1) / 2;
  return { ...step.value, at: (x, y) => step.value.seen[(middle + y) * grid.side + middle + x]! };
}

describe('a grid of heights', () => {
  it('has the roofs over the middles of its cells', () => {
    const { side, heightM, building } = heightGrid(boxes([9.5, -2.5, 14.5, 2.5, 30]), 20, 1);
    // 20 m and a cell of room on either side, and the middle one.
    expect(side).toBe(43);
    const cell = (x: number, y: number) => (21 + y) * side + 21 + x;
    expect(heightM[cell(12, 0)]).toBe(30);
    expect(building[cell(10, -2)]).toBe(0);
    expect([heightM[cell(9, 0)], building[cell(15, 0)]]).toEqual([0, -1]);
    // 5 × 5 cells, none counted twice or left out along the diagonal of the two triangles.
    expect(heightM.reduce((sum, up) => sum + (up > 0 ? 1 : 0), 0)).toBe(25);
  });
});

describe('what is seen', () => {
  it('of an empty plain is all of it: π r²', () => {
    const { seenGroundM2, groundM2, buildings } = seenFrom(1.7);
    expect(seenGroundM2 / groundM2).toBe(1);
    expect(groundM2 / (Math.PI * RADIUS_M ** 2)).toBeCloseTo(1, 2);
    expect(buildings).toBe(0);
  });

  it('ends behind a wall, and goes on beside it', () => {
    // 20 m high, from 20 to 22 m east, 20 m to either side: an eighth turn each way is hidden behind it.
    const found = seenFrom(1.7, [19.5, -20.5, 22.5, 20.5, 20]);
    expect([found.at(10, 0), found.at(30, 0), found.at(50, 30), found.at(0, 50), found.at(-40, 0)]).toEqual([
      1, 0, 0, 1, 1,
    ]);
    expect(found.buildings).toBe(1);
    // The sector of ± 45° from 20 m on: (π/4)·60² less the triangle of 20 · 20.
    const hiddenM2 = found.groundM2 - found.seenGroundM2;
    expect(hiddenM2 / ((Math.PI / 4) * 3600 - 400 - 3 * 41)).toBeCloseTo(1, 1);
  });

  it('from above the roof is the ground beyond its shade', () => {
    // 40 m up, a roof of 20 m whose far edge is 22 m away: hidden to 22 · 40 / 20 = 44 m.
    const found = seenFrom(40, [19.5, -20.5, 22.5, 20.5, 20]);
    expect([found.at(21, 0), found.at(30, 0), found.at(42, 0), found.at(47, 0)]).toEqual([1, 0, 0, 1]);
  });
});
