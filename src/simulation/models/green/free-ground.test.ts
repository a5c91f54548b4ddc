// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { gridInside, withGreen } from '../../../city/green-edits';
import { rectangle, smallGreen, treesAt } from './fixtures/small-green';
import { freeShare, squaresInside } from './free-ground';
import { CENTRAL_GREEN } from './green-parameters';
import { changedState, greenFigures, greenState } from './green-state';

const city = smallGreen();
const state = greenState(city);
const inside = (west: number, south: number, east: number, north: number) =>
  squaresInside(state.raster, state.built, [rectangle(west, south, east, north)]);
const ring = rectangle(300, 300, 400, 404);
const park = { id: 'p', rings: [ring], areaM2: 10_400 };
const trees = { at: gridInside(ring, 10), crownM: 8, apartM: 5, onFreeGround: true } as const;
const once = withGreen(withGreen(undefined, 'parks', park), 'planted', trees);
const figures = (edits: typeof once | undefined) =>
  greenFigures(city, changedState(city, state, edits, 30), CENTRAL_GREEN);

describe('ground without buildings', () => {
  it('is what footprints of 50 m leave of hectares: 16 of 25 squares of 20 m', () => {
    expect(inside(0, 0, 500, 500)).toEqual({ all: 625, city: 625, free: 400 });
    expect(inside(25, 25, 75, 75)).toEqual({ all: 9, city: 9, free: 0 });
    expect(inside(2, 2, 8, 8)).toEqual({ all: 0, city: 0, free: 0 });
    expect(inside(0, 5000, 100, 5100)).toEqual({ all: 0, city: 0, free: 0 });
    expect(freeShare(state.raster, state.built, [rectangle(0, 0, 100, 100)])).toBeCloseTo(0.64, 12);
  });

  it('is all that a new park counts: 1.04 ha drawn is less than a hectare', () => {
    const free = freeShare(state.raster, state.built, [ring]);
    expect(free).toBeCloseTo(0.64, 12);
    const { raster, added } = changedState(city, state, once, 30);
    expect(raster.parkM2.at(-1)).toBeCloseTo(free * 10_400, 6);
    for (let tree = 0; tree < added!.planting.count; tree++) {
      const [east, north] = [added!.planting.eastM[tree]!, added!.planting.northM[tree]!];
      const [x, y] = [Math.floor((east % 100) / 20), Math.floor((north % 100) / 20)];
      expect([1, 2, 3].includes(x) && [1, 2, 3].includes(y), `${east}, ${north}`).toBe(false);
    }
    // Parks of the data stay as they are drawn there.
    expect(raster.parkM2[0]).toBe(state.raster.parkM2[0]);
  });

  it('drawn twice is there once', () => {
    const twice = withGreen(withGreen(once, 'parks', { ...park, id: 'q' }), 'planted', trees);
    expect(figures(twice)).toEqual(figures(once));
    const rings = [rectangle(0, 0, 500, 500)];
    const opened = withGreen(undefined, 'opened', { rings, share: 1 });
    expect(figures(withGreen(opened, 'opened', { rings, share: 1 })).warmerC).toEqual(
      figures(opened).warmerC,
    );
  });
});

describe('what is told of a district', () => {
  it('no crowns of one whose trees are those along its edge', () => {
    // 60 trees are more than half a tree a hectare; in 500 m they reach the first 300.
    const edge = Array.from({ length: 60 }, (_, i) => [20, 8 * i + 10, 6] as const);
    const { canopy, warmerC } = figuresOf({ trees: treesAt(...edge) });
    expect([canopy[0], warmerC[0]]).toEqual([Number.NaN, Number.NaN]);
    const both = [...edge, ...edge.map(([, north]) => [480, north, 6] as const)];
    expect(figuresOf({ trees: treesAt(...both) }).canopy[0]).toBeGreaterThan(0);
  });

  it('no night of open ground that goes on where buildings are missing', () => {
    // The east has buildings in its first hundred metres alone.
    const { footprints } = city;
    const rows = Array.from({ length: footprints.count }, (_, i) => i).filter(
      (i) => footprints.eastM[i]! < 600,
    );
    const pick = (of: ArrayLike<number>) => rows.map((i) => of[i]!);
    const some = {
      count: rows.length,
      eastM: pick(footprints.eastM),
      northM: pick(footprints.northM),
      areaM2: pick(footprints.areaM2),
    };
    const beside = [rectangle(1000, 0, 1500, 500)];
    const outlines = [...city.outlines, beside];
    const missing = { districts: 3, outlines, footprints: some, hasBuildings: Uint8Array.of(1, 1, 0) };
    const known = { ...missing, hasBuildings: Uint8Array.of(1, 1, 1) };
    const cells = (more: Partial<typeof city>) =>
      greenState(smallGreen(more)).cover.inside.reduce((sum, is) => sum + is, 0);
    // Nothing within 300 m of the last hundred metres: 5 cells of the east are open, and 25 beyond.
    expect(cells(known)).toBe(75);
    expect(cells(missing)).toBe(45);
  });
});

function figuresOf(more: Partial<typeof city>) {
  const made = smallGreen(more);
  return greenFigures(made, greenState(made), CENTRAL_GREEN);
}
