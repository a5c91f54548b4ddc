// SPDX-License-Identifier: EUPL-1.2
import { seeded } from '../../city/seeded';

/** Between −1 and 1: what `key` strays by at an instant; changes every `stepMs` and goes straight between. */
export function noise(key: string, atMs: number, stepMs: number): number {
  const step = Math.floor(atMs / stepMs);
  const share = atMs / stepMs - step;
  const at = (k: number) => 2 * seeded(`${key} ${k}`)() - 1;
  return at(step) * (1 - share) + at(step + 1) * share;
}

/** 0 ≤ · < 1, the same for the same key. */
export const draw = (key: string): number => seeded(key)();
