// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { BUILDING_USES, type BuildingUse, PAINTS } from '../../city/building';
import {
  facadeOf,
  LEAST_STOREY_M,
  PAINT_KIND,
  PAINT_MASK,
  PAINT_STOREY_SHIFT,
  PAINT_STOREYS_BY,
  PAINT_STOREYS_FROM,
  PLASTERED,
  STOREY_STEP_M,
  TILED,
} from './facade';

const of = (use: BuildingUse, heightDm: number, storeys: number) => {
  const byte = facadeOf(BUILDING_USES.indexOf(use), heightDm, storeys);
  const steps = byte % 64;
  return {
    storeyM: steps === 0 ? null : LEAST_STOREY_M + steps * STOREY_STEP_M,
    tiled: (byte & TILED) > 0,
    plastered: (byte & PLASTERED) > 0,
  };
};

describe('what a façade is like', () => {
  it('divides a building by its own storeys', () => {
    // 21 m over 5 storeys: 4.2 m each.
    expect(of('residential', 210, 5).storeyM).toBeCloseTo(4.2, 1);
    // 127.1 m over 32.
    expect(of('office', 1271, 32).storeyM).toBeCloseTo(3.97, 1);
  });

  it('takes 3.2 m where nothing is said, or nothing that a storey can be', () => {
    expect(of('residential', 210, 0).storeyM).toBeCloseTo(3.2, 1);
    expect(of('residential', 300, 2).storeyM).toBeCloseTo(3.2, 1);
    expect(of('residential', 30, 9).storeyM).toBeCloseTo(3.2, 1);
  });

  it('draws no floors across a nave, but on a hall that says it has some', () => {
    expect(of('worship', 1085, 0).storeyM).toBeNull();
    expect(of('industrial', 90, 0).storeyM).toBeNull();
    expect(of('industrial', 96, 3).storeyM).toBeCloseTo(3.2, 1);
  });

  it('says who has tiles and plaster', () => {
    expect(of('residential', 120, 0)).toMatchObject({ tiled: true, plastered: true });
    expect(of('worship', 300, 0)).toMatchObject({ tiled: true, plastered: false });
    expect(of('transport', 300, 0)).toMatchObject({ tiled: false, plastered: false });
  });

  it('says the paint of a part, and its storeys where the model has some', () => {
    const [office, worship] = [BUILDING_USES.indexOf('office'), BUILDING_USES.indexOf('worship')];
    const glass = PAINTS.indexOf('glass');
    // 127.1 m over 31 storeys: 4.1 m.
    const tower = facadeOf(office, 1271, 31, glass);
    expect([tower & PAINT_KIND, tower & PAINT_MASK]).toEqual([PLASTERED, glass]);
    const steps = PAINT_STOREYS_FROM + PAINT_STOREYS_BY * ((tower >> PAINT_STOREY_SHIFT) & 3);
    expect(LEAST_STOREY_M + steps * STOREY_STEP_M).toBeCloseTo(4.1, 1);
    const stone = PAINTS.indexOf('stone');
    expect(facadeOf(worship, 1085, 0, stone)).toBe(PLASTERED + stone);
    expect(PAINTS.length).toBeLessThanOrEqual(PAINT_MASK + 1);
    // Nothing else has these two bits.
    for (let use = 0; use < BUILDING_USES.length; use++)
      expect(facadeOf(use, 200, 5) & PAINT_KIND).not.toBe(PLASTERED);
  });

  it('is a byte for any building', () => {
    for (let use = 0; use < BUILDING_USES.length + 2; use++)
      for (const [heightDm, storeys] of [
        [0, 0],
        [65535, 1],
        [65535, 255],
        [1, 255],
        [598, 10],
      ] as const) {
        const byte = facadeOf(use, heightDm, storeys);
        expect(Number.isInteger(byte) && byte >= 0 && byte < 256).toBe(true);
      }
  });
});
