// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import type { Sketch } from '../../survey/sketch';
import { airLines } from './air-lines';

const ground = { at: lonLat(9, 45), heightM: 0 };
const roof = { at: lonLat(9.01, 45), heightM: 30 };

it('only what rises above the ground stands in the air', () => {
  const height: Sketch = { id: '1', kind: 'height', name: '', spots: [ground, roof] };
  const flat: Sketch = { id: '2', kind: 'distance', name: '', spots: [ground, { ...roof, heightM: 0 }] };
  expect(airLines([height, flat], { kind: 'distance', spots: [roof] }, () => null)).toEqual([
    { points: [ground, roof] },
  ]);
});

it('a sight goes from the eyes, and on as hidden from where a roof is higher', () => {
  const sight: Sketch = { id: '1', kind: 'sight', name: '', spots: [ground, roof], eyeM: 2, targetM: 0 };
  expect(airLines([sight], null, () => null)).toEqual([{ points: [{ at: ground.at, heightM: 2 }, roof] }]);
  // Halfway the line is at 16 m and a roof of 20 m begins.
  const roofs = [{ building: 3, fromM: 50, toM: 60, fromUpM: 20, toUpM: 20 }];
  const [seen, hidden] = airLines([sight], null, () => ({ kind: 'section', lengthM: 100, roofs }));
  expect(seen!.points[1]!.at[0]).toBeCloseTo(9.005, 9);
  expect(seen!.points[1]!.heightM).toBeCloseTo(16, 9);
  expect(hidden).toMatchObject({ hidden: true, points: [seen!.points[1], roof] });
});
