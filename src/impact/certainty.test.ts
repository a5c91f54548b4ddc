// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { asTold, columnDirections, DIRECTIONS, directionOf, LEAST_TOLD, leastTold } from './certainty';
import { estimateColumn, estimateOf } from './estimate';

describe('whether a change can be told from none', () => {
  const direction = (draws: number[], size = 1000, gap = 1e-4) =>
    directionOf(estimateOf(draws), leastTold({ id: 'vehicleKm', unit: 'km' }, size, gap));

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

  it('is none where nobody would notice, however well the draws agree', () => {
    const minutes = (draws: number[]) =>
      directionOf(estimateOf(draws), leastTold({ id: 'pharmacyMin', unit: 'min' }, 6, 0));
    expect(minutes([-0.0042, -0.005, -0.0045, -0.0048])).toBe('none');
    expect(minutes([-0.09, -0.1, -0.1, -0.1])).toBe('none');
    expect(minutes([-0.2, -0.21, -0.22, -0.2])).toBe('less');
    expect(minutes([-0.2, -0.21, -0.22, -0.02])).toBe('less');
    expect(minutes([-0.2, 0.21, -0.22, 0.2])).toBe('unclear');
  });

  it('takes what is left unsolved only of what is solved', () => {
    // A thousand new residents of 1.4 million are no fault of the traffic’s.
    expect(leastTold({ id: 'residents', unit: 'persons' }, 1.4e6, 1e-4)).toBe(LEAST_TOLD.persons);
    expect(leastTold({ id: 'carTripsH', unit: 'trips/h' }, 1e5, 1e-4)).toBeCloseTo(100, 9);
    expect(leastTold({ id: null, unit: 'passengers/h' }, 1e4, 1e-4)).toBeCloseTo(10, 9);
  });

  it('of a column is that of its rows', () => {
    const column = (...rows: number[]) => estimateColumn([rows, rows, rows, rows]);
    const field = {
      id: 'flowVehH',
      unit: 'veh/h',
      before: column(100, 100, 0),
      after: column(90, 100, 50),
      change: column(-10, 0, 50),
    } as const;
    expect([...columnDirections(field, 1e-4)].map((row) => DIRECTIONS[row])).toEqual([
      'less',
      'none',
      'more',
    ]);
  });

  it('of a place is none by less than a hundredth of its traffic, or half of one of its visits', () => {
    const rows = (id: 'flowVehH' | 'shopVisitsDay', unit: 'veh/h' | 'visits/day', changes: number[][]) => {
      const column = (index: 0 | 1 | 2) => {
        const draw = changes.map(([before, change]) => [before!, before! + change!, change!][index]!);
        return estimateColumn([draw, draw, draw, draw]);
      };
      const field = { id, unit, before: column(0), after: column(1), change: column(2) };
      return [...columnDirections(field, 0)].map((row) => DIRECTIONS[row]);
    };
    const visits = [
      [36_000, -16],
      [3000, -40],
      [20_000, 500],
    ];
    expect(rows('shopVisitsDay', 'visits/day', visits)).toEqual(['none', 'less', 'more']);
    const flows = [
      [2900, -20],
      [60, 0.6],
      [60, 6],
      [2900, -60],
    ];
    expect(rows('flowVehH', 'veh/h', flows)).toEqual(['none', 'none', 'more', 'less']);
  });

  it('is written as none, give or take the least that is told', () => {
    const written = (draws: number[]) => {
      const { low, value, high } = asTold(estimateOf(draws), 'min');
      return [low, value, high];
    };
    expect(written([-0.004, -0.005, -0.004, -0.003])).toEqual([-0.1, 0, 0.1]);
    expect(written([0, 0, 0, 0])).toEqual([0, 0, 0]);
    expect(written([-0.5, -0.5, -0.5, -0.5])).toEqual([-0.5, -0.5, -0.5]);
  });
});
