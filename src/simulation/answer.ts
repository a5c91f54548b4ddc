// SPDX-License-Identifier: EUPL-1.2
/** Draws → the answer with its hash. */
import type { CityInputs } from '../city/city-inputs';
import type { ModelId } from '../city/model-id';
import { type DrawPair, impactOf, joined, type MayDrive } from '../impact/impact';
import type { Outcome } from '../impact/outcome';
import type { Scenario } from '../scenario/scenario';
import type { Answer, Effort, HashedPair } from './protocol';

/** Raised with every change that makes a model answer otherwise. */
export const MODEL_VERSIONS = {
  mobility: '2',
  traffic: '2',
  transit: '2',
  emissions: '1',
  demography: '1',
  'school-places': '3',
  retail: '2',
  'service-access': '3',
  green: '3',
} as const;
const PARTS = {
  mobility: ['mobility', 'traffic', 'transit', 'emissions'],
  people: ['demography', 'school-places', 'service-access'],
  shops: ['demography', 'retail'],
  green: ['demography', 'green'],
} as const satisfies Record<ModelId, readonly (keyof typeof MODEL_VERSIONS)[]>;

/** What is said beside an answer of one model. */
export const aboutAnswer = (
  model: ModelId,
  { hashes, synthetic }: Pick<CityInputs, 'hashes' | 'synthetic'>,
  scenario: Scenario,
  effort: Effort,
): Omit<Answer, 'impact' | 'resultHash'> => ({
  scenario,
  effort,
  modelVersions: Object.fromEntries(PARTS[model].map((part) => [part, MODEL_VERSIONS[part]])),
  inputHashes: hashes,
  synthetic,
});

/** What several models say to one scenario, as one answer; one alone is that itself. */
export function joinedAnswer(answers: readonly [Answer, ...Answer[]]): Answer {
  const [first, second, ...others] = answers;
  if (!second) return first;
  const both: Answer = {
    ...first,
    impact: joined(first.impact, second.impact),
    modelVersions: { ...first.modelVersions, ...second.modelVersions },
    resultHash: hashOf([first.resultHash, second.resultHash]),
  };
  return joinedAnswer([both, ...others]);
}

/** @throws RangeError where the draws are too few, or one has a figure that is no number. */
export function answerOf(
  about: Omit<Answer, 'impact' | 'resultHash'>,
  pairs: readonly HashedPair[],
  mayDrive: MayDrive,
): Answer {
  const inOrder = [...pairs].sort((a, b) => a.draw - b.draw);
  return {
    ...about,
    impact: impactOf(inOrder, mayDrive),
    resultHash: hashOf(inOrder.map((pair) => pair.hash)),
  };
}

/** One hash of several. */
export function hashOf(hashes: readonly string[]): string {
  const hash = new Fnv64();
  for (const text of hashes) for (let i = 0; i < text.length; i++) hash.take(text.charCodeAt(i));
  return hash.text();
}

/** A draw with the hash over the bits of all its figures. */
export function hashed(pair: DrawPair): HashedPair {
  const hash = new Fnv64();
  const one = new Float64Array(1);
  const bytes = new Uint8Array(one.buffer);
  const take = (value: number) => {
    // Zero has two signs, and no reader sees them.
    one[0] = value === 0 ? 0 : Number.isNaN(value) ? Number.NaN : value;
    for (let i = 0; i < 8; i++) hash.take(bytes[i] as number);
  };
  const takeOutcome = ({ totals, fields, entriesByHalfHour, unreachable, lines }: Outcome) => {
    for (const id of Object.keys(totals).sort()) take(totals[id as keyof typeof totals] as number);
    for (const id of Object.keys(fields).sort()) fields[id as keyof typeof fields]?.forEach(take);
    entriesByHalfHour.forEach(take);
    take(unreachable.pairs);
    take(unreachable.vehH);
    lines?.boardingsH.forEach(take);
    take(lines?.acrossBorderH ?? 0);
  };
  takeOutcome(pair.before);
  takeOutcome(pair.after);
  return { ...pair, hash: hash.text() };
}

/** FNV-1a, 64 bit in two halves: to tell results apart, not to keep secrets. */
class Fnv64 {
  #high = 0xcbf29ce4;
  #low = 0x84222325;

  take(byte: number): void {
    const low = (this.#low ^ byte) >>> 0;
    // times 0x100000001b3, modulo 2^64
    const product = low * 0x1b3;
    const carried = Math.floor(product / 2 ** 32);
    this.#high = (Math.imul(this.#high, 0x1b3) + carried + (low << 8)) >>> 0;
    this.#low = product >>> 0;
  }

  text(): string {
    return [this.#high, this.#low].map((half) => half.toString(16).padStart(8, '0')).join('');
  }
}
