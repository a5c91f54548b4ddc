// SPDX-License-Identifier: EUPL-1.2
/** The order of a list that two people have changed. Pure. */
import { isReordered } from './differences';

export interface MergedOrder {
  readonly keys: readonly string[];
  /** Both have put what they share in an order of their own, and not the same. */
  readonly isDisputed: boolean;
}

/**
 * The keys of `kept` in one order: that of whoever changed it, with what the other added after what it stood after.
 * Where both did, and not alike, `theirs`, or `mine` where `mineFirst`.
 */
export function mergedOrder(
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', readonly string[]>>,
  kept: ReadonlySet<string>,
  mineFirst = false,
): MergedOrder {
  const theyDid = isReordered(base, theirs);
  const isDisputed = theyDid && isReordered(base, mine) && isReordered(mine, theirs);
  const isTheirs = isDisputed ? !mineFirst : theyDid;
  const [first, second] = isTheirs ? [theirs, mine] : [mine, theirs];
  const keys = first.filter((key) => kept.has(key));
  second.forEach((key, place) => {
    if (!kept.has(key) || keys.includes(key)) return;
    const before = second.slice(0, place).findLast((one) => keys.includes(one));
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
  });
  return { keys, isDisputed };
}
