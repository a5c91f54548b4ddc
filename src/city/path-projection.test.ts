// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from './frames';
import { type Projected, projectOnPath } from './path-projection';
import { buildSchedule } from './schedule-build';

/** 100 m east, and back the same way. */
const path = [plane(0, 0), plane(100, 0), plane(0, 0)];
const schedule = buildSchedule({
  stops: [
    { id: 'a', name: '', at: plane(0, 0) },
    { id: 'b', name: '', at: plane(100, 0) },
  ],
  services: [{ id: 's', weekdays: 127, fromDay: 20260101, toDay: 20261231, also: [], not: [] }],
  runs: [
    {
      ...{ trip: 't', line: '1', mode: 'bus', route: 'r', headsign: '', service: 's' },
      stops: ['a', 'b', 'a'],
      arrivalS: [0, 60, 120],
      departureS: [0, 60, 120],
      shape: path,
    },
  ],
});
const project = (east: number, north: number, from = 0, to = Infinity, expected?: number): Projected => {
  const into = { alongM: 0, offM: 0 };
  projectOnPath(schedule, 0, east, north, from, to, into, expected);
  return into;
};

describe('the nearest point of a path', () => {
  it('is at the foot, or at an end', () => {
    expect(project(30, 4)).toEqual({ alongM: 30, offM: 4 });
    expect(project(-3, 4)).toEqual({ alongM: 0, offM: 5 });
    expect(project(103, 4)).toEqual({ alongM: 100, offM: 5 });
  });

  it('is on the asked stretch', () => {
    expect(project(30, 4, 120, 200)).toEqual({ alongM: 170, offM: 4 });
  });

  it('is on the way there or on the way back, as is expected', () => {
    expect(project(90, 4, 0, Infinity, 85).alongM).toBe(90);
    expect(project(90, 4, 0, Infinity, 115)).toEqual({ alongM: 110, offM: 4 });
    // Far off the expected place there is no other choice.
    expect(project(10, 0, 0, 50, 200)).toEqual({ alongM: 10, offM: 0 });
  });
});
