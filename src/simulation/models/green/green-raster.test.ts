// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { parkAt, rectangle } from './fixtures/small-green';
import {
  cellOf,
  fillSquares,
  GREEN,
  GreenError,
  greenRaster,
  meanByDistrict,
  PARK,
  squareAt,
  WOOD,
  withGreens,
} from './green-raster';

const TWO = [[rectangle(0, 0, 200, 100)], [rectangle(200, 0, 260, 100)]];

it('gives each district the squares whose middle it holds', () => {
  const raster = greenRaster(TWO, []);
  expect([raster.columns, raster.rows, raster.fineColumns]).toEqual([3, 1, 15]);
  expect([...raster.areaM2]).toEqual([20_000, 6000]);
  expect(raster.district[squareAt(raster, 199, 50)]).toBe(0);
  expect(raster.district[squareAt(raster, 201, 50)]).toBe(1);
  expect(raster.district[squareAt(raster, 270, 50)]).toBe(-1);
  expect(squareAt(raster, 301, 50)).toBe(-1);
  expect(cellOf(raster, squareAt(raster, 150, 99))).toBe(1);
  // Two whole cells and six tenths of one.
  expect([...raster.parts.cell]).toEqual([0, 1, 2]);
  expect([...raster.parts.district]).toEqual([0, 0, 1]);
  expect(raster.parts.share[2]).toBeCloseTo(0.6, 12);
});

it('leaves a hole out', () => {
  const ring = [rectangle(0, 0, 200, 100), rectangle(40, 20, 80, 60)];
  expect(greenRaster([ring], []).areaM2[0]).toBe(20_000 - 1600);
});

it('marks parks by their size, and woods', () => {
  const raster = greenRaster(TWO, [
    parkAt(0, 0, 80),
    parkAt(100, 0, 100),
    parkAt(220, 0, 40, { class: 'wood' }),
  ]);
  const bits = (east: number, north: number) => raster.ground[squareAt(raster, east, north)];
  expect(bits(50, 50)).toBe(GREEN | PARK[0]);
  expect(raster.parkM2).toEqual([6400, 10_000, 1600]);
  expect(bits(150, 50)).toBe(GREEN | PARK[0] | PARK[1]);
  expect(bits(230, 10)).toBe(GREEN | WOOD);
  expect(bits(90, 90)).toBe(0);
  const more = withGreens(raster, [parkAt(80, 80, 20, { class: 'playground' })]);
  expect(more.ground[squareAt(more, 90, 90)]).toBe(GREEN);
  expect(bits(90, 90)).toBe(0);
});

it('means of cells are by how much of each is of the district, and skip what is not known', () => {
  const raster = greenRaster(TWO, []);
  expect([...meanByDistrict(raster, Float64Array.of(1, 3, 5))]).toEqual([2, 5]);
  expect([...meanByDistrict(raster, Float64Array.of(1, Number.NaN, Number.NaN))]).toEqual([1, Number.NaN]);
});

it('fills nothing beyond its edge, and names what has no outline', () => {
  const raster = greenRaster(TWO, []);
  const found: number[] = [];
  fillSquares(raster, [rectangle(-500, -500, 900, 900)], (square) => found.push(square));
  expect(found).toHaveLength(15 * 5);
  expect(() => greenRaster([[], []], [])).toThrow(new GreenError('zone-rings', 'no district has an outline'));
});

it('takes pieces that touch for one park, and no piece twice', () => {
  const pieces = [parkAt(0, 0, 60), parkAt(60, 0, 60), parkAt(40, 60, 40), parkAt(180, 0, 60)];
  const { parkM2 } = greenRaster(TWO, [...pieces, parkAt(0, 0, 60)]);
  // 3600 and 3600 side by side and 1600 over them; the last lies 60 m away, or on the first.
  expect(parkM2).toEqual([8800, 8800, 8800, 3600, 8800]);
  const playground = parkAt(120, 0, 60, { class: 'playground' });
  expect(greenRaster(TWO, [...pieces, playground]).parkM2).toEqual([8800, 8800, 8800, 3600, 0]);
  expect(withGreens(greenRaster(TWO, pieces), [parkAt(120, 0, 60)]).parkM2).toEqual([
    16_000, 16_000, 16_000, 16_000, 16_000,
  ]);
});
