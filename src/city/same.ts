// SPDX-License-Identifier: EUPL-1.2

type Record = Readonly<{ [key: string]: unknown }>;

/**
 * Whether two plain values say the same, whatever the order of their keys; what is undefined is not there, and zero
 * has no sign, as in JSON.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Record, b as Record];
  if (Array.isArray(a) && a.length !== (b as unknown[]).length) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isSame(one[key], other[key]),
  );
}
