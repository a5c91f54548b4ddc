// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from '../../../city/frames';
import { EdgeFinder } from '../walking/edge-finder';
import { gridTables } from '../walking/fixtures/street-tables';
import type { Residents } from '../walking/residents';
import { walkingGraph } from '../walking/walking-graph';
import { type Homes, homesOf } from './homes';
import { DETOUR, WalkingWays } from './ways';

const ZONES = {
  districts: 3,
  id: Int32Array.of(5, 9, 7, -1),
  eastM: Float64Array.of(100, 2000, 5000, 0),
  northM: Float64Array.of(100, 0, 300, 0),
};
/** District, east, north, persons. */
const residents = (...rows: readonly (readonly [number, number, number, number])[]): Residents => ({
  count: rows.length,
  district: Uint16Array.from(rows, ([district]) => district),
  eastM: Float64Array.from(rows, ([, east]) => east),
  northM: Float64Array.from(rows, ([, , north]) => north),
  persons: Float64Array.from(rows, ([, , , persons]) => persons),
  aged65Plus: new Float64Array(rows.length),
  minors: new Float64Array(rows.length),
  short: new Uint8Array(rows.length),
  year: 2024,
});
const homesAt = (...places: readonly (readonly [number, number])[]): Homes => ({
  count: places.length,
  district: new Int32Array(places.length),
  eastM: Float64Array.from(places, ([east]) => east),
  northM: Float64Array.from(places, ([, north]) => north),
  share: Float64Array.from(places, () => 1 / places.length),
});

describe('homes', () => {
  it('are the squares of a district’s buildings, at the middle of who lives there', () => {
    const homes = homesOf(
      ZONES,
      residents(
        [5, 10, 20, 30],
        [5, 110, 20, 10],
        [5, 300, 20, 60],
        [9, 240, 30, 5],
        [9, 240, 30, Number.NaN],
      ),
    );
    expect(homes.count).toBe(4);
    expect(Array.from(homes.district)).toEqual([0, 0, 1, 2]);
    // 30 persons at 10 m and 10 at 110 m: 35 m. The last district has no buildings: its centre.
    expect(Array.from(homes.eastM)).toEqual([35, 300, 240, 5000]);
    expect(Array.from(homes.northM)).toEqual([20, 20, 30, 300]);
    expect(Array.from(homes.share)).toEqual([0.4, 0.6, 1, 1]);
  });

  it('of a city without buildings are the centres of its districts', () => {
    const homes = homesOf(ZONES, null);
    expect(Array.from(homes.eastM)).toEqual([100, 2000, 5000]);
    expect(Array.from(homes.share)).toEqual([1, 1, 1]);
  });
});

describe('ways on foot', () => {
  const graph = walkingGraph(gridTables(30, 2));
  const streets = { graph, finder: new EdgeFinder(graph) };

  it('go by the streets, from the home to the street and to the place', () => {
    // Crossings every 100 m. The first home is 40 m off the street of the place, which is 20 m off it.
    const homes = homesAt([0, -40], [800, 0], [2390, 0], [2400, 0]);
    const minutes = new WalkingWays(homes, streets).minutesFrom(plane(0, -20));
    expect(minutes[0]).toBeCloseTo((20 + 40) / 80, 9);
    expect(minutes[1]).toBeCloseTo((20 + 800) / 80, 9);
    // 2,400 m are half an hour; 20 m more are too far.
    expect(minutes[2]).toBe(Number.POSITIVE_INFINITY);
    expect(minutes[3]).toBe(Number.POSITIVE_INFINITY);
  });

  it('go round a block, not through it', () => {
    const minutes = new WalkingWays(homesAt([50, 100]), streets).minutesFrom(plane(50, 0));
    expect(minutes[0]).toBeCloseTo(200 / 80, 9);
  });

  it('are straight, and longer by a detour, where no street is near', () => {
    const homes = homesAt([0, 800], [0, 2000]);
    for (const way of [new WalkingWays(homes, null), new WalkingWays(homes, streets)]) {
      const minutes = way.minutesFrom(plane(0, 450));
      expect(minutes[0]).toBeCloseTo((350 * DETOUR) / 80, 9);
      expect(minutes[1]).toBeCloseTo((1550 * DETOUR) / 80, 9);
    }
    const far = new WalkingWays(homes, null).minutesFrom(plane(0, 2000 + 2400 / DETOUR + 1));
    expect(far[1]).toBe(Number.POSITIVE_INFINITY);
  });

  it('from one place are walked once', () => {
    const ways = new WalkingWays(homesAt([0, 0]), streets);
    expect(ways.minutesFrom(plane(100, 0))).toBe(ways.minutesFrom(plane(100, 0)));
  });
});
