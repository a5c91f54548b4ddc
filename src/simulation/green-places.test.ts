// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { plane, planeToLonLat } from '../city/frames';
import { EXAMPLES } from '../scenario/fixtures/examples';
import { EMPTY_SCENARIO, type Measure } from '../scenario/scenario';
import { refuseWithoutGround } from './green-places';
import { rectangle, smallGreen } from './models/green/fixtures/small-green';
import { greenState } from './models/green/green-state';

// The small city, where degrees and metres are told exactly.
const [EAST, NORTH] = [512_000, 5_034_000];
const shift = (values: ArrayLike<number>, by: number) => Array.from(values, (value) => value + by);
const small = smallGreen();
const state = greenState({
  ...small,
  outlines: small.outlines.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => plane(x + EAST, y + NORTH))),
  ),
  footprints: {
    ...small.footprints,
    eastM: shift(small.footprints.eastM, EAST),
    northM: shift(small.footprints.northM, NORTH),
  },
});
const asked = (kind: 'new-park' | 'de-paving' | 'plant-trees', place: Measure['place'], on = true) =>
  refuseWithoutGround(state, { ...EMPTY_SCENARIO, measures: [{ ...EXAMPLES[kind], place, on }] });
const ring = (...corners: Parameters<typeof rectangle>): Measure['place'] => ({
  kind: 'polygon',
  ring: rectangle(...corners).map(([x, y]) => planeToLonLat(plane(x + EAST, y + NORTH))),
});
const street = (eastM: number): Measure['place'] => ({
  kind: 'streets',
  streetIds: ['x'],
  lines: [[0, 100].map((x) => planeToLonLat(plane(EAST + eastM + x, NORTH + 300)))],
});

it.each(['new-park', 'de-paving'] as const)('%s needs ground of the city without buildings', (kind) => {
  expect(() => asked(kind, ring(26, 26, 74, 74))).toThrow(/no-free-ground/);
  expect(() => asked(kind, ring(1200, 0, 1400, 200))).toThrow(/no-district-there/);
  expect(() => asked(kind, ring(2, 2, 8, 8))).toThrow(/nothing-to-change/);
  // Half outside, or half built: what is left counts.
  expect(() => asked(kind, ring(900, 0, 1400, 200))).not.toThrow();
  expect(() => asked(kind, ring(26, 26, 174, 174))).not.toThrow();
  expect(() => asked(kind, ring(26, 26, 74, 74), false)).not.toThrow();
});

it('trees need a street in a district', () => {
  expect(() => asked('plant-trees', street(1500))).toThrow(/no-district-there: x/);
  expect(() => asked('plant-trees', street(700))).not.toThrow();
});
