// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import type { Impact } from '../../impact/impact';
import type { FieldId } from '../../impact/outcome';
import { type ImpactViewState, viewOf } from './impact-view';

const VIEW: ImpactViewState = { open: true, field: 'speedKmH', mode: 'change', split: 0.5, raised: false };
const answer = (...fields: readonly (readonly [FieldId, change: number])[]) =>
  ({
    fields: fields.map(([id, change]) => ({ id, change: { value: Float32Array.of(0, Number.NaN, change) } })),
  }) as unknown as Impact;

it('shows what was shown before where the answer has it, else the first that changes', () => {
  expect(viewOf(answer(['flowVehH', 3], ['speedKmH', 0]), VIEW).field).toBe('speedKmH');
  expect(viewOf(answer(['residents', 0], ['unplacedPrimaria', 0], ['schoolWalkMin', 0.1]), VIEW)).toEqual({
    ...VIEW,
    field: 'schoolWalkMin',
  });
  expect(viewOf(answer(['residents', 0], ['homeCareUnmetH', 0]), VIEW).field).toBe('homeCareUnmetH');
  expect(viewOf(answer(), VIEW)).toBe(VIEW);
});
