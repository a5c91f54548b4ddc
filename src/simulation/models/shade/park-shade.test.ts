// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from '../../../city/frames';
import { buildingShade, crownShade, shadedShare } from './park-shade';

const box = (x: number, y: number, w: number, h: number) => [
  [plane(x, y), plane(x + w, y), plane(x + w, y + h), plane(x, y + h)],
];
/** A lawn of 100 × 100 m. */
const lawn = box(0, 0, 100, 100);
const share = (things: Parameters<typeof shadedShare>[2], elevationDeg: number, azimuthDeg: number) =>
  shadedShare(lawn, 10_000, things, { elevationDeg, azimuthDeg });

describe('shade on a lawn', () => {
  it('is none without trees, and nothing at night', () => {
    expect(share([], 45, 180)).toBe(0);
    expect(share([crownShade(50, 50, 10, 10)], 0.4, 180)).toBeNull();
    expect(shadedShare([], 0, [], { elevationDeg: 45, azimuthDeg: 0 })).toBeNull();
  });

  it('of a crown is a disc, moved away from the sun by the height of its middle', () => {
    const tree = crownShade(50, 50, 20, 30);
    expect(tree).toMatchObject({ radiusM: 10, heightM: 20 });
    // π · 10² of 10,000 m².
    expect(share([tree], 45, 180)).toBeCloseTo(0.0314, 2);
    // 20 m up at 45°, sun in the south: the disc lies about y = 70, and at x = 30 with the sun in the east.
    const north = { elevationDeg: 45, azimuthDeg: 180 };
    expect(shadedShare(box(40, 60, 20, 20), 400, [tree], north)).toBeCloseTo(Math.PI / 4, 1);
    expect(shadedShare(box(40, 30, 20, 20), 400, [tree], north)).toBe(0);
    const west = { elevationDeg: 45, azimuthDeg: 90 };
    expect(shadedShare(box(20, 40, 20, 20), 400, [tree], west)).toBeCloseTo(Math.PI / 4, 1);
  });

  it('of a building reaches from its foot to its end', () => {
    // A cylinder of radius 10, 30 m high, at 45°: 20 × 30 m and a disc.
    const building = buildingShade(50, 20, Math.PI * 100, 30);
    expect(building.radiusM).toBeCloseTo(10, 9);
    expect(share([building], 45, 180)).toBeCloseTo((600 + Math.PI * 100) / 10_000, 2);
    // From outside, to the north of the lawn, it shades nothing with the sun in the south.
    expect(share([buildingShade(50, 130, 400, 30)], 45, 180)).toBe(0);
    expect(share([buildingShade(50, -25, 400, 30)], 45, 180)).toBeGreaterThan(0.01);
  });

  it('grows as the sun sinks, counts what lies twice in the shade once, and knows no more than all', () => {
    const building = buildingShade(50, 20, 400, 30);
    const shares = [60, 45, 30, 15].map((elevation) => share([building], elevation, 180)!);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(share([building, building], 45, 180)).toBe(share([building], 45, 180));
    expect(share([buildingShade(50, 50, 90_000, 30)], 45, 180)).toBe(1);
  });

  it('takes trees of unknown size as they are drawn', () => {
    expect(crownShade(0, 0, Number.NaN, Number.NaN)).toMatchObject({ radiusM: 3, heightM: 6 });
  });
});
