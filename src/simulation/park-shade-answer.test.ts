// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../city/columns';
import { plane, planeToLonLat } from '../city/frames';
import type { GreenArea } from './models/walking/green';
import { parkShade } from './park-shade-answer';

const [E, N] = [514_000, 5_034_000];
const table = (id: string, columns: Record<string, readonly number[]>): ColumnTable => ({
  id,
  rows: Object.values(columns)[0]!.length,
  columns: Object.entries(columns).map(([name, values]) => ({
    name,
    unit: '1',
    values: Float64Array.from(values),
  })),
});
/** A lawn of 100 × 100 m. */
const lawn: GreenArea = {
  id: 'lawn',
  class: 'park',
  name: '',
  areaM2: 10_000,
  at: plane(E + 50, N + 50),
  zone: 0,
  rings: [[plane(E, N), plane(E + 100, N), plane(E + 100, N + 100), plane(E, N + 100)]],
};
const trees = (crowns: readonly number[]) =>
  table('trees', {
    eastM: crowns.map((_, i) => E + 30 + 40 * i),
    northM: crowns.map(() => N + 50),
    crownM: crowns,
    heightM: crowns.map(() => 12),
  });
const block = (north: number) => {
  const [lon, lat] = planeToLonLat(plane(E + 50, N + north));
  return table('buildings', { lonDeg: [lon], latDeg: [lat], areaM2: [1600], heightDm: [300] });
};
/** Noon by the sun in Milan: 13:25 in summer, 12:22 in winter. */
const JUNE = Date.parse('2026-06-21T11:25:00Z');
const DECEMBER = Date.parse('2026-12-21T11:22:00Z');

describe('the shade in a park', () => {
  it('of trees is the area of their crowns, wherever the sun is', () => {
    const { sun, share } = parkShade(lawn, trees([10, 10]), undefined, JUNE);
    expect(sun.elevationDeg).toBeCloseTo(68, 0);
    expect(share).toBeCloseTo((2 * Math.PI * 25) / 10_000, 2);
  });

  it('of a building to the south reaches into it in winter and not in summer', () => {
    // 30 m high, 60 m south of the edge, as wide as a disc of 22.6 m: shade of 12 m in June, 75 m in December.
    expect(parkShade(lawn, undefined, block(-60), JUNE).share).toBe(0);
    const { sun, share } = parkShade(lawn, undefined, block(-60), DECEMBER);
    expect(30 / Math.tan((sun.elevationDeg * Math.PI) / 180)).toBeCloseTo(74, -1);
    expect(share).toBeGreaterThan(0.1);
    expect(parkShade(lawn, undefined, block(160), DECEMBER).share).toBe(0);
  });

  it('is none to tell at night, and none where nothing stands', () => {
    const night = parkShade(lawn, trees([10]), undefined, Date.parse('2026-06-21T23:00:00Z'));
    expect(night.share).toBeNull();
    expect(night.sun.elevationDeg).toBeLessThan(0);
    expect(parkShade(lawn, undefined, undefined, JUNE).share).toBe(0);
  });
});
