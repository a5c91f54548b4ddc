// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { seeded } from '../../../city/seeded';
import { BucketQueue } from './bucket-queue';

it('gives out the least key, whatever falls in the meantime and however often the ring goes round', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(0.001, 1, 500), (seed, spread) => {
      const random = seeded(seed);
      const queue = new BucketQueue(50);
      for (let time = 0; time < 2; time++) {
        const keys = new Map<number, number>([[0, 0]]);
        queue.begin(spread);
        queue.put(0, 0);
        let now = 0;
        for (let step = 0; keys.size > 0; step++) {
          const item = queue.take();
          now = Math.min(...keys.values());
          expect(keys.get(item)).toBe(now);
          keys.delete(item);
          for (let k = 0; k < 3 && step < 400; k++) {
            const other = Math.floor(random() * 50);
            const key = now + random() * spread;
            if (key >= (keys.get(other) ?? Number.POSITIVE_INFINITY)) continue;
            keys.set(other, key);
            queue.put(other, key);
          }
        }
        expect(queue.take()).toBe(-1);
        if (spread > 0 && time === 0) expect(now).toBeGreaterThan(spread);
      }
    }),
    { numRuns: 50 },
  );
});
