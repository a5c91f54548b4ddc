// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { lonLat, lonLatToPlane } from '../../../src/city/frames';
import { type Boundaries, districtFinder, drawBoundaries } from './boundaries';
import { NIL } from './nil';
import { areaM2, contains, isSimple, type Ring } from './polygon';
import { residents } from './population';

const area = (rings: readonly Ring[]) => rings.reduce((sum, r) => sum + areaM2(r), 0);

describe('districts of the demo city', () => {
  let drawn: Boundaries;
  beforeAll(() => {
    drawn = drawBoundaries('milano');
  });

  it('are 88, without gaps or overlaps', () => {
    expect(drawn.districts).toHaveLength(88);
    expect(drawn.districts.flat().every(isSimple)).toBe(true);
    const sum = drawn.districts.reduce((total, rings) => total + area(rings), 0);
    expect(sum / areaM2(drawn.limit)).toBeCloseTo(1, 6);
    expect(drawn.municipi.reduce((total, rings) => total + area(rings), 0) / sum).toBeCloseTo(1, 6);
  });

  it('are each within 35 % of the published area', () => {
    const far = NIL.filter(
      (n, i) => Math.abs(area(drawn.districts[i] ?? []) / 1e6 / n.areaKm2 - 1) > 0.35,
    ).map((n) => n.name);
    expect(far).toEqual([]);
  });

  it('hold their own centres, but for those drawn beside them', () => {
    const at = districtFinder(drawn);
    const elsewhere = NIL.filter((n, i) => at(lonLatToPlane(lonLat(n.lonDeg, n.latDeg))) !== i);
    // The centres of the last two lie in districts that they surround.
    expect(elsewhere.map((n) => n.name)).toEqual([
      'CHIARAVALLE',
      'RONCHETTO DELLE RANE',
      'MUGGIANO',
      'STEPHENSON',
      'PARCO DELLE ABBAZIE',
      "PARCO BOSCO IN CITTA'",
    ]);
  });

  it('have the Duomo in DUOMO and are found by point-in-polygon', () => {
    const at = districtFinder(drawn);
    const duomo = lonLatToPlane(lonLat(9.1919, 45.4642));
    expect(NIL[at(duomo)]?.name).toBe('DUOMO');
    expect(contains(drawn.districts[0]?.[0] ?? [], duomo)).toBe(true);
  });

  it('carry the register: 1,341,830 residents in 2011 and 1,407,044 in 2024', () => {
    const total = (year: 2011 | 2024) => NIL.reduce((sum, n) => sum + residents(n.id, year), 0);
    expect(total(2011)).toBe(1_341_830);
    expect(total(2024)).toBe(1_407_044);
    expect(() => residents(89, 2024)).toThrow('district 89');
  });
});
