// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../city/frames';
import { FlatFrame, type Standing } from '../city/standing';
import { geodesic } from './ellipsoid';
import { boxes } from './fixtures/boxes';
import { crossedBuildings, roofsUnder } from './profile';
import { sightAlong } from './sight';

describe('a section', () => {
  const city = boxes([10, -5, 20, 5, 12], [30, -5, 50, 1, 40], [60, 2, 70, 9, 99]);

  it('crosses the buildings on its line, from where to where and how high', () => {
    expect(
      crossedBuildings(
        roofsUnder(city, [
          [0, 0],
          [100, 0],
        ]),
      ),
    ).toEqual([
      { building: 0, fromM: 10, toM: 20, highestM: 12 },
      { building: 1, fromM: 30, toM: 50, highestM: 40 },
    ]);
    // Backwards, from within one to within the other.
    expect(
      crossedBuildings(
        roofsUnder(city, [
          [45, 0],
          [15, 0],
        ]),
      ),
    ).toEqual([
      { building: 1, fromM: 0, toM: 15, highestM: 40 },
      { building: 0, fromM: 25, toM: 30, highestM: 12 },
    ]);
  });

  it('goes on counting where it bends, and cuts a slanted line at its own length', () => {
    // 3, 4, 5: at (65, 2.5) after 65 m east, north from there.
    const found = crossedBuildings(
      roofsUnder(city, [
        [65, -10],
        [65, 30],
      ]),
    );
    expect(found).toEqual([{ building: 2, fromM: 12, toM: 19, highestM: 99 }]);
    const bent = crossedBuildings(
      roofsUnder(city, [
        [0, -10],
        [65, -10],
        [65, 30],
      ]),
    );
    expect(bent).toEqual([{ building: 2, fromM: 77, toM: 84, highestM: 99 }]);
    const [slanted] = crossedBuildings(
      roofsUnder(city, [
        [0, -6],
        [20, 9],
      ]),
    );
    // Enters at x = 10 (12.5 m of 25), leaves at y = 5: x = 14.667.
    expect(slanted!.fromM).toBeCloseTo(12.5, 4);
    expect(slanted!.toM).toBeCloseTo(18.3333, 3);
  });

  it('follows a pitched roof', () => {
    // A ridge along y = 0 from 10 to 16 m over a span of 8 m: one slope of it.
    const slope: Standing = {
      corners: Float32Array.from([0, -4, 10, 20, -4, 10, 20, 0, 16, 0, 0, 16]),
      indices: Uint32Array.from([0, 1, 2, 0, 2, 3]),
      ids: Uint32Array.from([7, 7, 7, 7]),
    };
    const roofs = roofsUnder(slope, [
      [5, -10],
      [5, 10],
    ]);
    expect(roofs[0]).toMatchObject({ building: 7, fromM: 6, fromUpM: 10 });
    expect(roofs.at(-1)!.toM).toBeCloseTo(10, 6);
    expect(roofs.at(-1)!.toUpM).toBeCloseTo(16, 6);
  });

  it('over nothing is empty', () => {
    expect(
      roofsUnder(boxes(), [
        [0, 0],
        [1, 1],
      ]),
    ).toEqual([]);
    expect(roofsUnder(city, [[5, 5]])).toEqual([]);
  });
});

describe('a line of sight', () => {
  const roofs = roofsUnder(boxes([40, -5, 60, 5, 20]), [
    [0, 0],
    [100, 0],
  ]);

  it('is blocked where it meets the first roof higher than itself', () => {
    // From 1.7 m up to 1.7 m: the wall at 40 m.
    expect(sightAlong(roofs, 100, 1.7, 1.7)).toMatchObject({
      seen: false,
      blocked: { building: 0, atM: 40, roofM: 20, lineM: 1.7 },
      clearance: { building: 0, marginM: -18.3 },
    });
    // From 40 m up to the ground: 40 − 0.4·x, 16 m at the far edge; under the roof from x = 50.
    const down = sightAlong(roofs, 100, 40, 0);
    expect(down.seen).toBe(false);
    expect(down.blocked!.atM).toBeCloseTo(50, 6);
    expect(down.clearance!.marginM).toBeCloseTo(-4, 6);
  });

  it('passes over with its clearance', () => {
    // From 40 m to 10 m: 40 − 0.3·x, 22 m at the far edge.
    const over = sightAlong(roofs, 100, 40, 10);
    expect(over.seen).toBe(true);
    expect(over.blocked).toBeNull();
    expect(over.clearance).toMatchObject({ building: 0, atM: 60 });
    expect(over.clearance!.marginM).toBeCloseTo(2, 6);
    expect(sightAlong([], 100, 1.7, 0)).toEqual({ seen: true, blocked: null, clearance: null });
  });

  it('is not blocked by what its ends stand on', () => {
    // The viewer at the edge of the roof, the target on the façade that the line ends at.
    const own = roofsUnder(boxes([-10, -5, 0.3, 5, 20]), [
      [0, 0],
      [100, 0],
    ]);
    expect(sightAlong(own, 100, 21.7, 0).seen).toBe(true);
    const facade = roofsUnder(boxes([99.8, -5, 120, 5, 30]), [
      [0, 0],
      [100, 0],
    ]);
    expect(sightAlong(facade, 100, 1.7, 12).seen).toBe(true);
  });
});

it('a flat frame has the lengths of the ellipsoid, there and back', () => {
  const frame = new FlatFrame(lonLat(9.19, 45.465));
  const at = lonLat(9.2, 45.47);
  const [x, y] = frame.to(at);
  expect(Math.hypot(x, y)).toBeCloseTo(geodesic(frame.origin, at).lengthM, 0);
  expect(frame.from(x, y)[0]).toBeCloseTo(9.2, 10);
  expect(frame.from(x, y)[1]).toBeCloseTo(45.47, 10);
});
