// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { lineNetwork } from './line-network';
import { timetableFromLines } from './lines-timetable';
import { Raptor } from './raptor';
import type { PlanePoints, TransitLines } from './transit-lines';
import { loadTransit } from './transit-loads';
import { skimTransit } from './transit-skim';
import { WALK_DEFAULTS, walksBetweenStops, walksToStops } from './walks';

const points = (...at: readonly (readonly [number, number])[]): PlanePoints => ({
  eastM: Float64Array.from(at, ([east]) => east),
  northM: Float64Array.from(at, ([, north]) => north),
});

/** [line, mode, headway min, speed km/h, stops] */
type Pattern = readonly [string, number, number, number, readonly number[]];
function linesOf(stops: PlanePoints, patterns: readonly Pattern[]): TransitLines {
  const firstCall = new Int32Array(patterns.length + 1);
  patterns.forEach(([, , , , calls], p) => {
    firstCall[p + 1] = firstCall[p]! + calls.length;
  });
  return {
    stops,
    patterns: {
      line: patterns.map(([line]) => line),
      mode: Uint8Array.from(patterns, ([, mode]) => mode),
      headwayMin: Float64Array.from(patterns, ([, , headway]) => headway),
      speedKmH: Float64Array.from(patterns, ([, , , speed]) => speed),
      firstCall,
      stop: Int32Array.from(patterns.flatMap(([, , , , calls]) => calls)),
    },
  };
}

/** Stops 5 km apart on a line; a zone 300 m north of each. */
const stops = points([0, 0], [5000, 0], [10000, 0]);
const zones = points([0, 300], [5000, 300], [10000, 300]);
/** 300 m × 1.2 at 4.5 km/h. */
const WALK_MIN = 4.8;
const none = new Float64Array(9);
const trips = (from: number, to: number, passengersH: number) =>
  none.map((_, cell) => (cell === from * 3 + to ? passengersH : 0));

describe('times by one line', () => {
  // 5 km × 1.2 at 30 km/h: 12 min a segment.
  // Only the stop beside each zone: with two, one would walk to the next one and ride back.
  const near = { leastStops: 1 };
  const skim = skimTransit(lineNetwork(linesOf(stops, [['M9', 0, 6, 30, [0, 1, 2]]]), zones, near));

  it('are walk, half a headway and the ride, weighted', () => {
    expect(skim.inVehicleMin[2]).toBeCloseTo(24, 9);
    expect(skim.waitMin[2]).toBeCloseTo(3, 9);
    expect(skim.walkMin[2]).toBeCloseTo(2 * WALK_MIN, 9);
    expect(skim.boardings[2]).toBe(1);
    expect(skim.generalisedMin[2]).toBeCloseTo(24 + 2 * 3 + 2 * 2 * WALK_MIN, 9);
    expect(skim.inVehicleMin[1]).toBeCloseTo(12, 9);
  });

  it('are infinite against its direction and within a zone, and their parts 0', () => {
    for (const cell of [0, 3, 6, 7, 8]) {
      expect(skim.generalisedMin[cell]).toBe(Number.POSITIVE_INFINITY);
      expect([skim.inVehicleMin[cell], skim.boardings[cell], skim.walkMin[cell]]).toEqual([0, 0, 0]);
    }
  });

  it('are as given where they are given', () => {
    const lines = linesOf(stops, [['M9', 0, 6, 30, [0, 1, 2]]]);
    const timed = { ...lines, patterns: { ...lines.patterns, rideMin: Float64Array.of(7, 8, 0) } };
    expect(skimTransit(lineNetwork(timed, zones)).inVehicleMin[2]).toBeCloseTo(15, 9);
  });
});

it('a change costs its penalty, walk and wait, and no ride is had by walking alone', () => {
  // The second line begins 100 m south of where the first ends; a zone close to both.
  const apart = points([0, 0], [5000, 0], [5000, -100], [10000, -100]);
  const lines = linesOf(apart, [
    ['9', 4, 10, 30, [0, 1]],
    ['19', 2, 20, 30, [2, 3]],
  ]);
  const skim = skimTransit(lineNetwork(lines, points([0, 0], [5000, 0], [5000, -100], [10000, -100])));
  const cell = 3;
  expect(skim.boardings[cell]).toBe(2);
  expect(skim.inVehicleMin[cell]).toBeCloseTo(24, 9);
  expect(skim.waitMin[cell]).toBeCloseTo(5 + 10, 9);
  expect(skim.walkMin[cell]).toBeCloseTo(1.6, 9);
  expect(skim.generalisedMin[cell]).toBeCloseTo(24 + 2 * 15 + 2 * 1.6 + 6, 9);
  // From the stop to the one beside it there is no vehicle, so there is no transit.
  expect(skim.generalisedMin[1 * 4 + 2]).toBe(Number.POSITIVE_INFINITY);
});

describe('walks', () => {
  it('reach the stops about a zone, never fewer than two', () => {
    const far = points([0, 0], [3000, 0], [4000, 0], [0, 500]);
    const { first, to, walkS } = walksToStops(points([0, 0], [9000, 0]), far, WALK_DEFAULTS);
    expect([...first]).toEqual([0, 2, 4]);
    expect([...to]).toEqual([0, 3, 2, 1]);
    expect(walkS[1]).toBeCloseTo((500 * 1.2 * 3.6) / 4.5, 9);
  });

  it('reach the nearest twelve of many', () => {
    const many = points(...Array.from({ length: 30 }, (_, i) => [10 * (30 - i), 0] as const));
    const { to } = walksToStops(points([0, 0]), many, WALK_DEFAULTS);
    expect([...to]).toEqual([29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18]);
  });

  it('from stop to stop are all those within 300 m, as found one by one', () => {
    const random = seeded('stops');
    const some = points(...Array.from({ length: 200 }, () => [2000 * random(), 2000 * random()] as const));
    const { first, to } = walksBetweenStops(some, WALK_DEFAULTS);
    for (let a = 0; a < 200; a++) {
      const expected = Array.from({ length: 200 }, (_, b) => b).filter(
        (b) => Math.hypot(some.eastM[a]! - some.eastM[b]!, some.northM[a]! - some.northM[b]!) <= 300,
      );
      expect([...to.subarray(first[a], first[a + 1])].sort((x, y) => x - y)).toEqual(expected);
    }
  });
});

describe('loads', () => {
  it('divide among lines by their frequencies: 90 and 30 of 120', () => {
    const both = linesOf(stops, [
      ['1', 2, 5, 30, [0, 1, 2]],
      ['2', 4, 15, 30, [0, 1, 2]],
    ]);
    const { segmentPassengersH, patternBoardingsH, segmentBoardingsH, unreachable } = loadTransit(
      lineNetwork(both, zones),
      trips(0, 2, 120),
    );
    expect([...segmentPassengersH].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([90, 90, 30, 30]);
    expect(patternBoardingsH[0]).toBeCloseTo(90, 9);
    expect([...segmentBoardingsH].map(Math.round)).toEqual([90, 0, 30, 0]);
    expect(unreachable).toEqual({ pairs: 0, passengersH: 0 });
  });

  it('count who has no way, and leave who stays in the zone on foot', () => {
    const one = lineNetwork(linesOf(stops, [['1', 2, 5, 30, [0, 1]]]), zones);
    expect(loadTransit(one, trips(2, 0, 7)).unreachable).toEqual({ pairs: 1, passengersH: 7 });
    expect([...loadTransit(one, trips(1, 1, 7)).segmentPassengersH]).toEqual([0]);
  });

  it('agree with the skim: passengers · minutes of ride, and boardings', () => {
    const { lines, centres } = town();
    const network = lineNetwork(lines, centres);
    const skim = skimTransit(network);
    const passengersH = skim.generalisedMin.map((_, cell) => (cell * 7) % 11);
    const loads = loadTransit(network, passengersH);
    let [minutes, boardings] = [0, 0];
    passengersH.forEach((some, cell) => {
      minutes += some * skim.inVehicleMin[cell]!;
      boardings += some * skim.boardings[cell]!;
    });
    const ridden = loads.segmentPassengersH.reduce(
      (sum, some, segment) => sum + (some * network.rideS[network.leave[segment]!]!) / 60,
      0,
    );
    expect(ridden / minutes).toBeCloseTo(1, 10);
    expect(loads.patternBoardingsH.reduce((sum, x) => sum + x, 0) / boardings).toBeCloseTo(1, 10);
    expect(boardings).toBeGreaterThan(passengersH.reduce((sum, x) => sum + x, 0) * 1.05);
  });
});

/** A town of 8 × 8 stops with lines along and across, and 6 zones. */
function town() {
  const random = seeded('town');
  const at: [number, number][] = [];
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) at.push([x * 600 + 50 * random(), y * 600]);
  const patterns: Pattern[] = [];
  for (let k = 0; k < 8; k += 2) {
    const along = Array.from({ length: 8 }, (_, i) => k * 8 + i);
    const across = Array.from({ length: 8 }, (_, i) => i * 8 + k);
    for (const calls of [along, across])
      for (const way of [calls, [...calls].reverse()])
        patterns.push([`${k}`, k % 5, 4 + Math.floor(12 * random()), 15 + 10 * random(), way]);
  }
  const centres = points(...Array.from({ length: 6 }, () => [4200 * random(), 4200 * random()] as const));
  return { lines: linesOf(points(...at), patterns), centres };
}

it('the parts of a skim add up to it', () => {
  const { lines, centres } = town();
  const skim = skimTransit(lineNetwork(lines, centres));
  for (let cell = 0; cell < 36; cell++) {
    if (cell % 7 === 0) continue;
    const sum =
      skim.inVehicleMin[cell]! +
      2 * skim.waitMin[cell]! +
      2 * skim.walkMin[cell]! +
      6 * (skim.boardings[cell]! - 1);
    expect(skim.generalisedMin[cell]).toBeCloseTo(sum, 9);
    expect(skim.boardings[cell]).toBeGreaterThanOrEqual(1);
  }
});

describe('a timetable made of headways', () => {
  const lines = linesOf(stops, [
    ['other', 4, 60, 10, [2, 1]],
    ['M9', 0, 6, 30, [0, 1, 2]],
  ]);
  const window = { fromS: 7 * 3600, toS: 9 * 3600 };
  const raptor = new Raptor(timetableFromLines(lines, window));

  it('serves every stop throughout its window, at the headway', () => {
    const { first, departureS, arrivalS } = raptor.profile([{ stop: 1, walkS: 0 }], window.fromS, window.toS);
    const to2 = [...departureS.subarray(first[2], first[3])].reverse();
    expect(to2.length).toBe(20);
    expect(to2[0]! - window.fromS).toBeLessThan(360);
    to2.slice(1).forEach((time, i) => {
      expect(time - to2[i]!).toBeCloseTo(360, 6);
    });
    expect(arrivalS[first[2]!]! - departureS[first[2]!]!).toBeCloseTo(720, 6);
  });

  it('waits half a headway on average, as the strategies have it', () => {
    const moments = Array.from({ length: 3600 }, (_, s) => window.fromS + s);
    const mean =
      moments.reduce((sum, s) => sum + raptor.earliestArrivals([{ stop: 0, walkS: 0 }], s)[2]! - s, 0) / 3600;
    expect(Math.abs(mean / 60 - (24 + 3))).toBeLessThan(0.02);
  });

  it('needs a window', () =>
    expect(() => timetableFromLines(lines, { fromS: 5, toS: 5 })).toThrow('window: 5 to 5 s'));
});

describe('lines that cannot be are refused', () => {
  const refused = (pattern: Pattern) => () => lineNetwork(linesOf(stops, [pattern]), zones);
  it('by pattern and call', () => {
    expect(refused(['90', 4, 0, 20, [0, 1]])).toThrow('pattern 1 (line 90): headway is 0 min');
    expect(refused(['90', 4, 5, Number.NaN, [0, 1]])).toThrow('pattern 1 (line 90): speed is NaN km/h');
    expect(refused(['90', 5, 5, 20, [0, 1]])).toThrow('pattern 1 (line 90): mode 5');
    expect(refused(['90', 4, 5, 20, [0]])).toThrow('pattern 1 (line 90): has 1 calls, and needs 2');
    expect(refused(['90', 4, 5, 20, [0, 3]])).toThrow('pattern 1 (line 90), call 2: stop 4 of 3');
  });
  it('as are places and passengers', () => {
    const lines = linesOf(stops, [['1', 2, 5, 30, [0, 1]]]);
    expect(() => lineNetwork(lines, points([0, Number.NaN]))).toThrow('zone 1: is at 0, NaN');
    expect(() => loadTransit(lineNetwork(lines, zones), trips(0, 1, -2))).toThrow(
      'passengers: from zone 1 to 2 is -2',
    );
    expect(() => loadTransit(lineNetwork(lines, zones), new Float64Array(4))).toThrow('4 cells for 3 zones');
  });
});
