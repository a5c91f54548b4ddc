// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../src/city/frames';
import { at, box } from '../fixtures/metres';
import { districtFinder, NO_DISTRICTS } from './district-finder';
import { contains } from './plane-geometry';

const courtyard: Polygon = {
  type: 'Polygon',
  coordinates: [...box(0, 0, 100, 100).coordinates, ...box(40, 40, 60, 60).coordinates],
};
const districts = [
  { id: 7, name: 'Brera', geometry: courtyard, formerNames: ['Pinacoteca', 'Isola'] },
  { id: 11, name: 'Isola', geometry: box(100, 0, 200, 100) },
  { id: 3, name: 'Duomo', geometry: box(190, 0, 300, 100) },
];

describe('finding districts', () => {
  const finder = districtFinder(districts);

  it('by place: inside, in a hole, outside, and where two overlap the lower id', () => {
    expect(finder.at(at(10, 50))).toBe(7);
    expect(finder.at(at(50, 50))).toBe(0);
    expect(finder.at(at(150, 50))).toBe(11);
    expect(finder.at(at(195, 50))).toBe(3);
    expect(finder.at(at(400, 50))).toBe(0);
    expect(finder.at(lonLat(0, 0))).toBe(0);
  });

  it('by name in another spelling; a name of today goes before a former one', () => {
    expect(finder.byName('  BRERA ')).toBe(7);
    expect(finder.byName('pinacoteca')).toBe(7);
    expect(finder.byName('Isola')).toBe(11);
    expect(finder.byName('')).toBe(0);
    expect(finder.name(3)).toBe('Duomo');
    expect(finder.name(4)).toBeUndefined();
    expect(finder.count).toBe(3);
  });

  it('agrees with the plain test of every polygon', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 320 }), fc.integer({ min: -20, max: 120 }), (e, n) => {
        const point = at(e + 0.31, n + 0.17);
        const holding = districts.filter((d) => contains(d.geometry, point)).map((d) => d.id);
        expect(finder.at(point)).toBe(holding.length > 0 ? Math.min(...holding) : 0);
      }),
    );
  });

  it('has an empty form', () => {
    expect(districtFinder([])).toBe(NO_DISTRICTS);
    expect([NO_DISTRICTS.at(at(0, 0)), NO_DISTRICTS.byName('Duomo'), NO_DISTRICTS.count]).toEqual([0, 0, 0]);
  });
});
