// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type LineLoads, type LineName, lineImpactOf } from './line-loads';

const M1: LineName = { mode: 'metro', name: '1' };
const TRAM: LineName = { mode: 'tram', name: '1' };
const M4: LineName = { mode: 'metro', name: '4' };
const loads = (lines: LineName[], boardingsH: number[], acrossBorderH = 50): LineLoads => ({
  lines,
  boardingsH: Float64Array.from(boardingsH),
  acrossBorderH,
});

describe('the lines of an answer', () => {
  const before = loads([M1, TRAM], [1000, 200], 55);
  const draws = [0, 10, 20, 30].map((more) => ({
    before,
    after: loads([M4, M1], [300 + more, 900 - more]),
  }));
  const impact = lineImpactOf(draws)!;

  it('are those of before, then the new ones; one of the same name in another mode is another', () => {
    expect(impact.lines).toEqual([
      { ...M1, isNew: false },
      { ...TRAM, isNew: false },
      { ...M4, isNew: true },
    ]);
  });

  it('have boardings and their change with the ends of the interval, 0 where they do not run', () => {
    expect([...impact.before.value]).toEqual([1000, 200, 0]);
    expect([...impact.after.value]).toEqual([885, 0, 315]);
    expect([...impact.change.value]).toEqual([-115, -200, 315]);
    // 10th percentile of −130, −120, −110, −100: three tenths of the way to the second.
    expect([impact.change.low[0], impact.change.high[0]]).toEqual([-127, -103]);
    expect([...impact.change.sameSign]).toEqual([1, 1, 1]);
  });

  it('say who is on none of them', () => {
    expect(impact.acrossBorderH.before).toMatchObject({ value: 55, low: 55, high: 55 });
    expect(impact.acrossBorderH.after.value).toBe(50);
    expect(impact.acrossBorderH.change.value).toBe(-5);
  });

  it('are none where the city has none, and no figure without an interval', () => {
    expect(lineImpactOf(draws.map(() => ({ before: null, after: null })))).toBeNull();
    expect(() => lineImpactOf(draws.slice(0, 3))).toThrow('3 draws make no interval');
  });
});
