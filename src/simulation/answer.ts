// SPDX-License-Identifier: EUPL-1.2
/** Draws → the answer with its hash. */
import type { CityInputs } from '../city/city-inputs';
import { type DrawPair, impactOf } from '../impact/impact';
import type { Outcome } from '../impact/outcome';
import type { Scenario } from '../scenario/scenario';
import type { Answer, Effort } from './protocol';

/** Raised with every change that makes a model answer otherwise. */
export const MODEL_VERSIONS = { mobility: '1', traffic: '1', transit: '1', emissions: '1' } as const;

/** @throws RangeError where the draws are too few, or one has a figure that is no number. */
export function answerOf(
  city: CityInputs,
  scenario: Scenario,
  effort: Effort,
  pairs: readonly DrawPair[],
): Answer {
  return {
    impact: impactOf(pairs),
    scenario,
    effort,
    modelVersions: MODEL_VERSIONS,
    inputHashes: city.hashes,
    resultHash: hashOf(pairs),
    synthetic: city.synthetic,
  };
}

/**
 * FNV-1a, 64 bit in two halves, over the bits of every figure of every draw, in order of the draws:
 * to tell results apart, not to keep secrets.
 */
export function hashOf(pairs: readonly DrawPair[]): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  const one = new Float64Array(1);
  const bytes = new Uint8Array(one.buffer);
  const take = (value: number) => {
    // Zero has two signs, and no reader sees them.
    one[0] = value === 0 ? 0 : value;
    for (const byte of bytes) {
      low = (low ^ byte) >>> 0;
      // times 0x100000001b3, modulo 2⁶⁴
      const product = low * 0x1b3;
      const carried = Math.floor(product / 2 ** 32);
      high = (Math.imul(high, 0x1b3) + carried + Math.imul(low, 0x100)) >>> 0;
      low = product >>> 0;
    }
  };
  const takeOutcome = ({ totals, fields, entriesByHalfHour }: Outcome) => {
    for (const id of Object.keys(totals).sort()) take(totals[id as keyof typeof totals]);
    for (const id of Object.keys(fields).sort()) fields[id as keyof typeof fields].forEach(take);
    entriesByHalfHour.forEach(take);
  };
  for (const { before, after } of [...pairs].sort((a, b) => a.draw - b.draw)) {
    takeOutcome(before);
    takeOutcome(after);
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
