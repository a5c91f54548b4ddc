// SPDX-License-Identifier: EUPL-1.2
/** The seed where nobody chose another. */
export const FIRST_SEED = '1';

/**
 * A seeded generator of numbers in [0, 1): sfc32 (Chris Doty-Humphrey, PractRand), the same on
 * every machine. `seed` is any text; the same text gives the same sequence.
 */
export function seeded(seed: string): () => number {
  let h = 2166136261;
  const next32 = () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    return (h ^= h >>> 16) >>> 0;
  };
  for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 16777619);
  let [a, b, c, d] = [next32(), next32(), next32(), next32()];
  const random = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) random();
  return random;
}
