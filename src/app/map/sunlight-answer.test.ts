// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { MILANO } from '../../city/place';
import { FlatFrame } from '../../city/standing';
import { bytesOf } from '../../query/colour';
import { type Box, boxes } from '../../survey/fixtures/boxes';
import type { SunlightAnswer, SunlightQuestion } from '../../survey/questions';
import { SUN_COLOURS } from './sun-colours';
import { planOf, sunlightOver } from './sunlight-answer';

const at = MILANO.centre;
const frame = new FlatFrame(at);
const JUNE = Date.parse('2026-06-21T11:20:00Z');
const DECEMBER = Date.parse('2026-12-21T11:20:00Z');
const square = (half: number) =>
  [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ].map(([x, y]) => frame.from(x!, y!));

const asked = (
  on: SunlightQuestion['on'],
  all: readonly Box[],
  more: Partial<SunlightQuestion> = {},
): SunlightAnswer => {
  const question: SunlightQuestion = {
    kind: 'sunlight',
    on,
    noonsMs: [JUNE, DECEMBER],
    trees: new Float64Array(),
    painted: false,
    ...more,
  };
  const work = sunlightOver(boxes(...all), planOf(question), question);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
};

describe('hours of sun asked', () => {
  it('of a place on a plain are the day', () => {
    const { days, stepM, raster } = asked({ kind: 'spot', at }, []);
    expect(stepM).toBe(1);
    expect(raster).toBeNull();
    // Milan: 15 h 40 min and 8 h 42 min.
    expect(days.map(({ dayH }) => Math.round(60 * dayH))).toEqual(
      [940, 522].map((m) => expect.closeTo(m, -1)),
    );
    for (const { dayH, ground, roofs } of days) {
      expect(roofs).toBeNull();
      expect(ground).toMatchObject({ cells: 1 });
      expect(ground!.meanH).toBeCloseTo(dayH, 4);
    }
  });

  it('of a roof are those of its own cells', () => {
    // 10 × 6 m and 12 m high, between two that are 40 m high to its south and north.
    const all: Box[] = [
      [-5, -3, 5, 3, 12],
      [-60, -30, 60, -4, 40],
      [-60, 4, 60, 30, 40],
    ];
    const { days } = asked({ kind: 'building', id: 0, at }, all);
    expect(days[0]!.roofs!.cells).toBe(60);
    expect(days[0]!.ground).toBeNull();
    // In December the sun comes to 21°: never over a roof 28 m higher and at most 10 m away.
    expect(days[1]!.roofs!.mostH).toBeLessThan(0.5);
    // In June it comes to 68°: the one to the south then shades 28 m / tan 68° = 11 m, more than the gap.
    expect(days[0]!.roofs!.mostH).toBeLessThan(days[0]!.dayH / 2);
    const free = asked({ kind: 'building', id: 1, at }, all).days;
    expect(free[1]!.roofs!.leastH).toBeCloseTo(free[1]!.dayH, 4);
    expect(asked({ kind: 'building', id: 7, at }, all).days[0]!.roofs).toBeNull();
  });

  it('of an area tell ground from roofs, and crowns darken the ground', () => {
    const on = { kind: 'area', rings: [square(20)] } as const;
    const house: Box[] = [[-20, -20, 0, 20, 15]];
    const { days } = asked(on, house);
    expect(days[0]!.ground!.cells).toBe(800);
    expect(days[0]!.roofs!.cells).toBe(800);
    expect(days[0]!.roofs!.meanH).toBeCloseTo(days[0]!.dayH, 4);
    expect(days[0]!.ground!.meanH).toBeLessThan(days[0]!.dayH - 1);
    const [lon, lat] = frame.from(10, 0);
    const tree = asked(on, house, { trees: Float64Array.of(lon, lat, 10, 12) }).days;
    expect(tree[0]!.ground!.meanH).toBeLessThan(days[0]!.ground!.meanH);
    expect(tree[0]!.roofs).toEqual(days[0]!.roofs);
  });

  it('are painted cell by cell inside the outline', () => {
    const on = { kind: 'area', rings: [square(20)] } as const;
    const { raster, stepM, days } = asked(on, [], { painted: true });
    expect(stepM).toBe(2);
    expect(raster).toMatchObject({ columns: 20, rows: 20, noonMs: JUNE });
    const most = [...bytesOf(SUN_COLOURS[7]!), 255];
    expect(days[0]!.dayH).toBeGreaterThan(12);
    expect([...raster!.pixels]).toEqual(Array.from({ length: 400 }, () => most).flat());
    expect(raster!.shares).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    const [west, south] = frame.to(raster!.southWest);
    expect([west, south]).toEqual([expect.closeTo(-20, 3), expect.closeTo(-20, 3)]);
    const triangle = asked({ kind: 'area', rings: [square(20).slice(0, 3)] }, [], { painted: true }).raster!;
    // The north-western corner is beyond the diagonal, the south-eastern one is not.
    expect([...triangle.pixels.slice(0, 4)]).toEqual([0, 0, 0, 0]);
    expect([...triangle.pixels.slice(-4)]).toEqual(most);
  });
});
