// SPDX-License-Identifier: EUPL-1.2
/** Which pairs of zones have no way by car, as codes and estimates: the words are the screen's. */
import type { Estimate } from './estimate';
import type { Impact, UnreachableMetric } from './impact';

export interface UnreachableSentence extends UnreachableMetric {
  /** `left`: there were some before too, not the same; `always`: as many before as after. */
  readonly when: 'before' | 'after' | 'left' | 'always';
}

/** None where every pair that travels has a way, in every draw. */
export function unreachableSentences({
  unreachable: { before, after },
}: Pick<Impact, 'unreachable'>): readonly UnreachableSentence[] {
  if (isSame(before.pairs, after.pairs)) return isAny(after) ? [{ when: 'always', ...after }] : [];
  if (!isAny(before)) return [{ when: 'after', ...after }];
  return [{ when: 'before', ...before }, ...(isAny(after) ? [{ when: 'left', ...after } as const] : [])];
}

const isAny = ({ pairs }: UnreachableMetric): boolean => pairs.high > 0;

const isSame = (one: Estimate, other: Estimate): boolean =>
  one.value === other.value && one.low === other.low && one.high === other.high;
