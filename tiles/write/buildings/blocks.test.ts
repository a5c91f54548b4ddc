// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { enuToScene, lonLat, lonLatToScene } from '../../../src/city/frames';
import type { CleanBuilding } from '../../themes/theme';
import { mergeBlocks } from './blocks';
import { frameOf } from './frame';
import { packBuildings } from './packed';
import { isInRing, ringArea, simplifyRing, stepPolygons } from './rings';

const AT = lonLat(9.07, 45.4);
const [LON_M, LAT_M] = [78_312, 111_138];

/** A house of width × depth whose south-west corner is x, y metres from the test ground. */
function house(
  x: number,
  y: number,
  width: number,
  depth: number,
  heightM: number,
  rest = {},
): CleanBuilding {
  const corner = (dx: number, dy: number) => [AT[0] + (x + dx) / LON_M, AT[1] + (y + dy) / LAT_M];
  const ring = [corner(0, 0), corner(width, 0), corner(width, depth), corner(0, depth), corner(0, 0)];
  return {
    stableId: `h${x}-${y}`,
    footprint: { type: 'Polygon', coordinates: [ring] },
    heightM,
    minHeightM: 0,
    heightOrigin: 'measured',
    storeys: 0,
    use: 'unknown',
    year: 0,
    district: 0,
    centre: AT,
    areaM2: width * depth,
    record: { stableId: 'x', footprintSource: 'x' },
    ...rest,
  };
}

/** Half a kilometre off: makes the ground sparsely built. */
const far = house(500, 0, 20, 20, 10);

function blocksOf(houses: readonly CleanBuilding[]) {
  const packed = packBuildings(
    houses,
    Uint32Array.from(houses, (_, i) => i),
    AT,
  );
  const range = { start: 0, end: houses.length };
  const blocks = mergeBlocks(packed, range, frameOf(packed, range), 0.5);
  const areaM2 = (b: (typeof blocks)[0]) =>
    b.polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0) / 4;
  return blocks.map((b) => ({ ...b, areaM2: areaM2(b) })).sort((a, b) => a.building - b.building);
}

describe('blocks', () => {
  it('join what stands within 18 m, at its mean height weighted by area, under the id of the largest', () => {
    const [block, ...more] = blocksOf([house(0, 0, 20, 20, 10), house(30, 0, 40, 20, 16), far]);
    expect(more.map((b) => b.building)).toEqual([2]);
    // (400 × 10 + 800 × 16) / 1,200 m = 14 m over 20 × 70 m.
    expect(block).toMatchObject({ bottomDm: 0, topDm: 140, building: 1 });
    expect(block?.areaM2).toBeCloseTo(1400, -2);
    expect(block?.polygons).toHaveLength(1);
    expect(block?.polygons[0]).toHaveLength(1);
  });

  it('leave streets open', () => {
    const blocks = blocksOf([house(0, 0, 20, 20, 10), house(40, 0, 40, 20, 16), far]);
    expect(blocks.map((b) => [b.building, b.topDm])).toEqual([
      [0, 100],
      [1, 160],
      [2, 100],
    ]);
  });

  it('leave the narrow streets of a dense centre open, and close its yards', () => {
    const rows = [0, 34].flatMap((y) => [0, 24, 48].map((x) => house(x, y, 20, 22, 18)));
    const blocks = blocksOf(rows);
    // Yards of 4 m, a street of 12 m.
    expect(blocks).toHaveLength(2);
    expect(blocks[0]?.areaM2).toBeCloseTo(68 * 22, -2);
  });

  it('leave towers to themselves, and what hangs in the air', () => {
    const row = [0, 20, 40, 60].map((x) => house(x, 0, 20, 20, 15));
    const blocks = blocksOf([...row, house(80, 0, 20, 20, 60), house(100, 0, 20, 20, 12, { minHeightM: 5 })]);
    expect(blocks.map((b) => [b.building, b.bottomDm, b.topDm])).toEqual([
      [0, 0, 150],
      [4, 0, 600],
      [5, 50, 120],
    ]);
  });

  it('keep a large courtyard and close a small one', () => {
    const around = (inner: number) => [
      house(0, 0, inner + 40, 20, 20),
      house(0, inner + 20, inner + 40, 20, 20),
      house(0, 20, 20, inner, 20),
      house(inner + 20, 20, 20, inner, 20),
    ];
    expect(blocksOf(around(60))[0]?.polygons[0]).toHaveLength(2);
    expect(blocksOf(around(30))[0]?.polygons[0]).toHaveLength(1);
  });

  it('leave out a shed in a field, and nothing of the built area', () => {
    expect(blocksOf([house(0, 0, 5, 5, 3), house(500, 0, 30, 30, 9)]).map((b) => b.building)).toEqual([1]);
    const many = Array.from({ length: 900 }, (_, i) =>
      house((i % 30) * 25, Math.floor(i / 30) * 45, 20, 15, 12),
    );
    const covered = blocksOf(many).reduce((sum, b) => sum + b.areaM2, 0);
    expect(covered).toBeGreaterThan(900 * 300);
    expect(covered).toBeLessThan(900 * 300 * 1.4);
  });
});

describe('rings', () => {
  it('know their area and what they hold', () => {
    expect(ringArea([0, 0, 4, 0, 4, 3, 0, 3])).toBe(12);
    expect(ringArea([0, 3, 4, 3, 4, 0, 0, 0])).toBe(-12);
    expect(isInRing([0, 0, 4, 0, 4, 3, 0, 3], 1, 1)).toBe(true);
    expect(isInRing([0, 0, 4, 0, 4, 3, 0, 3], 5, 1)).toBe(false);
  });

  it('lose the corners that stand off least, and keep four', () => {
    const bay = [0, 0, 100, 0, 100, 40, 102, 50, 100, 60, 100, 100, 0, 100];
    expect(simplifyRing(bay, 5)).toEqual([0, 0, 100, 0, 100, 100, 0, 100]);
    expect(simplifyRing(bay, 0.5)).toEqual(bay);
    expect(simplifyRing([0, 0, 4, 0, 4, 3, 0, 3], 1000)).toEqual([0, 0, 4, 0, 4, 3, 0, 3]);
  });

  it('stand in the tile so that the scene has them where MapLibre has the ground, 9 km from the anchor', () => {
    const anchor = lonLat(9.19186, 45.46416);
    const far = house(0, 0, 30, 20, 10);
    const packed = packBuildings([far, house(1500, 1400, 10, 10, 5)], Uint32Array.of(0, 1), anchor);
    const frame = frameOf(packed, { start: 0, end: 2 });
    const [[ring = []] = []] = stepPolygons(packed, 0, frame, 0.01);
    const m = enuToScene(anchor, frame.centre);
    const corners = far.footprint.coordinates[0] as [number, number][];
    for (let i = 0; i < 4; i++) {
      const [x, y] = [(ring[2 * i] as number) * 0.01, (ring[2 * i + 1] as number) * 0.01];
      const scene = [0, 1].map(
        (r) => (m[r] as number) * x + (m[4 + r] as number) * y + (m[12 + r] as number),
      );
      const wanted = lonLatToScene(anchor, lonLat(...(corners[i] as [number, number])));
      expect(Math.hypot((scene[0] as number) - wanted[0], (scene[1] as number) - wanted[1])).toBeLessThan(
        0.008,
      );
    }
  });
});
