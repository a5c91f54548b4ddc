// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWERING, splitPair, valueOfTimeEurH } from './classes';
import { CENTRAL } from './parameters';

describe('drivers of a pair of zones', () => {
  it('without a charge are exempt by their share and alike in thirds', () => {
    const { drives, could } = splitPair(100, 400, 0, CENTRAL);
    expect(drives.exempt).toBeCloseTo(100 * CENTRAL.exemptShare, 9);
    expect(drives.low).toBeCloseTo((100 * (1 - CENTRAL.exemptShare)) / 3, 9);
    expect([drives.middle, drives.high]).toEqual([drives.low, drives.low]);
    for (const driver of ANSWERING) expect(drives[driver] / could[driver]).toBeCloseTo(0.25, 9);
  });

  it('under a charge are those who mind it least', () => {
    const { drives, could } = splitPair(100, 400, 5, CENTRAL);
    const share = (driver: (typeof ANSWERING)[number]) => drives[driver] / could[driver];
    expect(share('low')).toBeLessThan(share('middle'));
    expect(share('middle')).toBeLessThan(share('high'));
    expect(share('high')).toBeLessThan(share('exempt'));
    // ln odds differ by θ · the charge as minutes of their time: for the low ones against the exempt.
    const odds = (driver: (typeof ANSWERING)[number]) => share(driver) / (1 - share(driver));
    const minutes = (5 / valueOfTimeEurH('low', CENTRAL)) * 60;
    expect(Math.log(odds('exempt') / odds('low'))).toBeCloseTo(CENTRAL.thetaPerMin * minutes, 6);
    expect(drives.exempt / 100).toBeCloseTo(CENTRAL.exemptShare, 4);
  });

  it('are as many as drive, of as many as could', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 500, noNaN: true }),
        fc.double({ min: 1.2, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (vehH, times, eur) => {
          const { drives, could } = splitPair(vehH, vehH * times, eur, CENTRAL);
          const sum = (of: Record<string, number>) =>
            ANSWERING.reduce((all, id) => all + (of[id] as number), 0);
          expect(sum(drives) / vehH).toBeCloseTo(1, 9);
          expect(sum(could) / (vehH * times)).toBeCloseTo(1, 2);
          for (const driver of ANSWERING) {
            expect(drives[driver]).toBeGreaterThan(0);
            expect(drives[driver]).toBeLessThan(could[driver]);
          }
        },
      ),
    ));
});
