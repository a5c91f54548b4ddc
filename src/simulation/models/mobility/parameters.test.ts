// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { drawParameters, PARAMETER_IDS, PARAMETERS } from './parameters';

describe('an ensemble', () => {
  it('draws once from each stratum of each range', () => {
    const draws = drawParameters('seed', 8);
    expect(draws).toHaveLength(8);
    for (const id of PARAMETER_IDS) {
      const { low, high } = PARAMETERS[id];
      const strata = draws.map((draw) => Math.floor(((draw[id] - low) / (high - low)) * 8));
      expect(strata.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(drawParameters('a', 8)).toEqual(drawParameters('a', 8));
    expect(drawParameters('a', 8)).not.toEqual(drawParameters('b', 8));
  });

  it('of none, or of a part, is refused', () => {
    for (const draws of [0, -1, 1.5, Number.NaN])
      expect(() => drawParameters('seed', draws)).toThrow(`an ensemble of ${draws} draws`);
  });

  it('has every central value in its range', () => {
    for (const { central, low, high } of Object.values(PARAMETERS)) {
      expect(central).toBeGreaterThan(low);
      expect(central).toBeLessThan(high);
    }
  });
});
