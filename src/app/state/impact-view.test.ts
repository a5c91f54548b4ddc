// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { estimateColumn } from '../../impact/estimate';
import type { Impact } from '../../impact/impact';
import { FIELDS, type FieldId } from '../../impact/outcome';
import { type ImpactViewState, viewOf } from './impact-view';

const VIEW: ImpactViewState = { open: true, field: 'speedKmH', mode: 'change', split: 0.5, raised: false };
const answer = (...fields: readonly (readonly [FieldId, change: number])[]) => {
  const column = (value: number) => {
    const rows = [0, Number.NaN, value];
    return estimateColumn([rows, rows, rows, rows], [1, 0, 1]);
  };
  return {
    fields: fields.map(([id, change]) => ({
      ...{ id, unit: FIELDS[id].unit, over: FIELDS[id].over },
      ...{ before: column(10), after: column(10 + change), change: column(change) },
    })),
    relativeGap: 0,
  } as unknown as Impact;
};

it('shows what was shown before where the answer has it, else the first of which a change is told', () => {
  expect(viewOf(answer(['flowVehH', 3], ['speedKmH', 0]), VIEW).field).toBe('speedKmH');
  expect(
    viewOf(
      answer(['residents', 0], ['unplacedPrimaria', 0], ['schoolWalkMin', 0.05], ['canopyShare', 0.1]),
      VIEW,
    ),
  ).toEqual({
    ...VIEW,
    field: 'canopyShare',
  });
  expect(viewOf(answer(['residents', 0], ['homeCareUnmetH', 0]), VIEW).field).toBe('homeCareUnmetH');
  expect(viewOf(answer(), VIEW)).toBe(VIEW);
});
