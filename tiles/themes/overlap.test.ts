// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { at, box, line } from '../fixtures/metres';
import { geometryId, geometryKey, sameAreaFinder, sameLineFinder, withoutDuplicates } from './overlap';

describe('the same thing drawn twice', () => {
  it('gives equal geometries one key and id, to a centimetre', () => {
    const moved = (byDeg: number) => ({
      type: 'LineString' as const,
      coordinates: [at(0, 0), at(10, 0)].map(([lon, lat]) => [Number(lon.toFixed(7)) + byDeg, lat]),
    });
    expect(geometryKey(moved(0))).toBe(geometryKey(moved(1e-9)));
    expect(geometryId('x', moved(0))).toBe(geometryId('x', moved(1e-9)));
    expect(geometryId('x', moved(0))).not.toBe(geometryId('x', moved(1e-6)));
    expect(geometryId('x', moved(0))).toMatch(/^x-[0-9a-z]+$/);
  });

  it('knows an area by its middle and size', () => {
    const isKnown = sameAreaFinder([box(0, 0, 100, 100), box(200, 0, 210, 10)]);
    expect(isKnown(box(2, 1, 101, 99))).toBe(true);
    expect(isKnown(box(40, 40, 60, 60))).toBe(false);
    expect(isKnown(box(80, 0, 180, 100))).toBe(false);
    expect(sameAreaFinder([])(box(0, 0, 1, 1))).toBe(false);
  });

  it('knows a line that runs along another for four fifths of its length', () => {
    const isKnown = sameLineFinder([line([0, 0], [500, 0])], 12);
    expect(isKnown(line([10, 8], [490, -8]))).toBe(true);
    expect(isKnown(line([0, 8], [590, 8]))).toBe(true);
    expect(isKnown(line([0, 8], [700, 8]))).toBe(false);
    expect(isKnown(line([0, 20], [500, 20]))).toBe(false);
    expect(isKnown(line([250, -300], [250, 300]))).toBe(false);
    expect(sameLineFinder([], 12)(line([0, 0], [1, 0]))).toBe(false);
  });

  it('keeps each id and each drawing of a class once', () => {
    const row = (row: number, of: string, width: number, stableId?: string) => ({
      origin: { file: 'f', row },
      class: of,
      geometry: box(0, 0, width, 10),
      ...(stableId ? { stableId } : {}),
    });
    const dropped: string[] = [];
    const kept = withoutDuplicates(
      [
        row(1, 'park', 10),
        row(2, 'park', 10),
        row(3, 'grass', 10),
        row(4, 'park', 20, 'a'),
        row(5, 'park', 30, 'a'),
      ],
      (reason, example) => dropped.push(`${reason}, ${example}`),
    );
    expect(kept.map((r) => r.origin.row)).toEqual([1, 3, 4]);
    expect(dropped).toEqual(['duplicate-geometry, f, row 2: park', 'duplicate-id, f, row 5: a']);
  });
});
