// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { columnDirections, DIRECTIONS, directionOf } from './certainty';
import { estimateColumn, estimateOf } from './estimate';

describe('whether a change can be told from none', () => {
  const direction = (draws: number[], size = 1000, gap = 1e-4) => directionOf(estimateOf(draws), size, gap);

  it('is sure where four draws in five agree', () => {
    expect(direction([-9, -8, -7, -6, 5])).toBe('less');
    expect(direction([-9, -8, -7, 6, 5])).toBe('unclear');
    expect(direction([9, 8, 7, 6, -5])).toBe('more');
  });

  it('is none where no draw goes beyond ten gaps of the value', () => {
    expect(direction([1, 1, 1, 1])).toBe('none');
    expect(direction([1.1, 1.1, 1.1, 1.1])).toBe('more');
    expect(direction([0, 0, 0, 0], 0, 0)).toBe('none');
  });

  it('is none, and not unclear, where all draws agree on what the calculation cannot tell', () => {
    expect(direction([0.7, 0.8, 0.9, 1.4])).toBe('none');
    expect(direction([-0.7, 0.8, 0.9, 1.4])).toBe('unclear');
  });

  it('is unclear where the draws go both ways about nothing', () =>
    expect(direction([-300, 300, -300, 300])).toBe('unclear'));

  it('of a column is that of its rows', () => {
    const column = (...rows: number[]) => estimateColumn([rows, rows, rows, rows]);
    const field = { before: column(100, 100, 0), after: column(90, 100, 5), change: column(-10, 0, 5) };
    expect([...columnDirections(field, 1e-4)].map((row) => DIRECTIONS[row])).toEqual([
      'less',
      'none',
      'more',
    ]);
  });
});
