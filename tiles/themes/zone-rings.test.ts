// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { INPUT_TABLES } from '../../src/city/inputs';
import { at } from '../fixtures/metres';
import { zoneRings } from './zone-rings';

const square = (west: number, south: number, side: number) => [
  at(west, south),
  at(west + side, south),
  at(west + side, south + side),
  at(west, south + side),
  at(west, south),
];

describe('outlines of districts', () => {
  const shoulder = [at(0, 0), at(500, 3), at(1000, 0), at(1000, 1000), at(0, 1000), at(0, 0)];
  const table = zoneRings([
    { type: 'Polygon', coordinates: [shoulder.reverse(), square(200, 200, 100)] },
    { type: 'MultiPolygon', coordinates: [[square(2000, 0, 100)], [square(3000, 0, 100)]] },
  ]);
  const column = (name: string) => [...table.columns.find((c) => c.name === name)!.values];
  const area2 = (zone: number, ring: number) => {
    const rows = [...column('zone').keys()].filter(
      (row) => column('zone')[row] === zone && column('ring')[row] === ring,
    );
    const corners = rows.map((row) => [column('eastM')[row]!, column('northM')[row]!] as const);
    return corners.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length]!;
      return sum + x * nextY - nextX * y;
    }, 0);
  };

  it('have the columns of their table', () =>
    expect(table.columns.map((c) => c.name)).toEqual([...INPUT_TABLES['zone-rings']]));

  it('leave out a corner that hardly stands off, and number the rings', () => {
    expect(column('zone').map((zone, row) => 10 * zone + column('ring')[row]!)).toEqual([
      ...Array(4).fill(0),
      ...Array(4).fill(1),
      ...Array(4).fill(10),
      ...Array(4).fill(11),
    ]);
  });

  it('run counter-clockwise outside and clockwise in holes, on the plane', () => {
    expect(area2(0, 0)).toBeCloseTo(2e6, -2);
    expect(area2(0, 1)).toBeCloseTo(-2e4, -1);
    expect(area2(1, 1)).toBeCloseTo(2e4, -1);
  });
});
