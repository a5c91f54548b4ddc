// SPDX-License-Identifier: EUPL-1.2
/** The interval of an attribute that the filter keeps, as charts read and write it. */
import { conditionOn, withCondition, withFilter } from '../../../../query/filter-edit';
import { type ListId, useStore } from '../../../state/store';

export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}
const OPEN: Range = { from: null, to: null };

export function useRange(list: ListId, attribute: string): Range {
  const condition = useStore((s) => conditionOn(s.filters[list], attribute));
  return condition?.kind === 'range' ? condition : OPEN;
}

/** Open at both ends: nothing is asked any more. */
export function keepRange(list: ListId, attribute: string, { from, to }: Range): void {
  const { filters, set } = useStore.getState();
  const condition = from === null && to === null ? null : ({ attribute, kind: 'range', from, to } as const);
  set({ filters: withFilter(filters, list, withCondition(filters[list], attribute, condition)) });
}
