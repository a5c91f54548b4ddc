// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { type Estimate, keptEstimate } from '../../impact/estimate';
import { colourOf, type DistrictMap, districtScale, drawDistricts, mostOf, waysOf } from './district-shapes';

const by = (value: number): Estimate =>
  keptEstimate({ value, low: value - 1, high: value + 1, sameSign: 1, draws: 8 });
const map: DistrictMap = {
  field: 'consumerSurplusZoneEurH',
  unit: 'eur/h',
  rows: [
    { id: 1, name: 'Ovest', change: by(100), direction: 'more' },
    { id: 2, name: 'Est', change: by(-100), direction: 'less' },
    { id: 3, name: 'Nord', change: by(-30), direction: 'less' },
    { id: 4, name: 'Sud', change: null, direction: 'none' },
    { id: 5, name: 'Senza confini', change: by(5), direction: 'unclear' },
  ],
};
/** Squares of 5 km side by side, and one of 10 × 5 km above them. */
const square = (east: number, north: number, width = 5000) => [
  [
    [east, north],
    [east + width, north],
    [east + width, north + 5000],
    [east, north + 5000],
  ] as const,
];
const RINGS: Record<string, ReturnType<typeof square>> = {
  1: square(500_000, 5_030_000),
  2: square(505_000, 5_030_000),
  3: square(500_000, 5_035_000, 10_000),
};

it('draws the districts whose outlines are known, north up, to scale', () => {
  const scale = districtScale(map, 'light');
  const drawing = drawDistricts(map, (id) => RINGS[id], scale)!;
  expect([drawing.width, drawing.height]).toEqual([1000, 1000]);
  expect(drawing.shapes.map(({ name }) => name)).toEqual(['Ovest', 'Est', 'Nord']);
  expect(drawing.shapes[0]!.path).toBe('M0.0 1000.0L500.0 1000.0L500.0 500.0L0.0 500.0Z');
  // 10 km across: a bar of 2 km, a fifth of it.
  expect(drawing.bar).toEqual({ km: 2, length: 200 });
});

it('colours by better and worse, and what changes more is stronger', () => {
  const { breaks, colours } = districtScale(map, 'light');
  expect(breaks).toEqual([-60, -30, 0, 0, 30, 60]);
  const drawing = drawDistricts(map, (id) => RINGS[id], { scale: 'more', breaks, colours })!;
  const [west, east, north] = drawing.shapes.map(({ colour }) => colour);
  expect(west).toBe(colours.at(-1));
  expect(east).toBe(colours[0]);
  expect(new Set([west, east, north]).size).toBe(3);
});

it('greys those alone that the sentence counts as the same: who loses little has the colour of who loses', () => {
  const rows = [
    ...map.rows,
    { id: 6, name: 'Poco meno', change: by(-0.5), direction: 'less' as const },
    { id: 7, name: 'Poco più', change: by(0.5), direction: 'more' as const },
    { id: 8, name: 'Come prima', change: by(0), direction: 'none' as const },
  ];
  const scale = districtScale({ ...map, rows }, 'light');
  const grey = rows.filter((row) => colourOf(row, scale) === scale.colours[3]).map(({ name }) => name);
  expect(grey).toEqual(['Sud', 'Come prima']);
  expect(grey).toHaveLength(waysOf(rows).none);
  expect(colourOf(rows[5]!, scale)).toBe(scale.colours[2]);
  expect(colourOf(rows[6]!, scale)).toBe(scale.colours[4]);
});

it('draws nothing where no outline is known', () =>
  expect(drawDistricts(map, () => undefined, districtScale(map, 'light'))).toBeNull());

it('counts the ways, and says who changes most', () => {
  expect(waysOf(map.rows)).toEqual({ more: 1, less: 2, none: 1, unclear: 1 });
  expect(mostOf(map.rows, 'less').map(({ name }) => name)).toEqual(['Est', 'Nord']);
});
