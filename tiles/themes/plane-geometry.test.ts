// SPDX-License-Identifier: EUPL-1.2
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { plane } from '../../src/city/frames';
import { at, box as boxOf } from '../fixtures/metres';
import { areaM2 } from '../formats/geometry';
import { type Area, boundsOf, contains, distanceToSegmentM, unionOf, widened } from './plane-geometry';

const box = (w: number, s: number, e: number, n: number): Position[] => boxOf(w, s, e, n).coordinates[0]!;
const polygon = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });

describe('asking', () => {
  it('measures distances from segments', () => {
    expect(distanceToSegmentM(plane(5, 3), plane(0, 0), plane(10, 0))).toBe(3);
    expect(distanceToSegmentM(plane(13, 4), plane(0, 0), plane(10, 0))).toBe(5);
    expect(distanceToSegmentM(plane(3, 4), plane(0, 0), plane(0, 0))).toBe(5);
  });

  it('tells inside from hole from outside', () => {
    const square = polygon(box(0, 0, 100, 100), box(40, 40, 60, 60));
    const has = (e: number, n: number) => contains(square, at(e, n));
    expect([has(10, 10), has(50, 50), has(150, 50), has(50, 90)]).toEqual([true, false, false, true]);
    expect(boundsOf(square)[0]).toBeCloseTo(at(0, 0)[0]!, 5);
  });
});

describe('union and widening', () => {
  it('unites neighbours and keeps the hole between them', () => {
    const frame: Area[] = [
      polygon(box(0, 0, 30, 10)),
      polygon(box(0, 20, 30, 30)),
      polygon(box(0, 10, 10, 20)),
      polygon(box(20, 10, 30, 20)),
    ];
    const united = unionOf(frame)!;
    expect(united.type).toBe('Polygon');
    expect(united.coordinates).toHaveLength(2);
    expect(areaM2(united)).toBeCloseTo(800, 1);
  });

  it('counts what overlaps once, and fills a hole that another covers', () => {
    const united = unionOf([polygon(box(0, 0, 20, 20), box(5, 5, 15, 15)), polygon(box(0, 0, 12, 20))])!;
    expect(areaM2(united)).toBeCloseTo(400 - 30, 1);
  });

  it('keeps apart what does not touch', () => {
    expect(unionOf([polygon(box(0, 0, 10, 10)), polygon(box(20, 0, 30, 10))])?.type).toBe('MultiPolygon');
    expect(unionOf([])).toBeUndefined();
  });

  it('draws a canal as wide as it is', () => {
    const canal = widened({ type: 'LineString', coordinates: [at(0, 0), at(100, 0)] }, 12)!;
    // 100 m × 12 m and two half discs of 6 m; the arc is within 0.1 m.
    expect(areaM2(canal)).toBeGreaterThan(1200 + Math.PI * 36 - 4);
    expect(areaM2(canal)).toBeLessThan(1200 + Math.PI * 36 + 1);
    expect(contains(canal, at(50, 5.9))).toBe(true);
    expect(contains(canal, at(50, 6.1))).toBe(false);
  });
});
