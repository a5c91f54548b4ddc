// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { canopyOf, treesByDistrict, treesOf, woodsOf } from './canopy';
import { parkAt, rectangle, treesAt } from './fixtures/small-green';
import { greenRaster } from './green-raster';

const raster = greenRaster([[rectangle(0, 0, 200, 200)], [rectangle(200, 0, 400, 200)]], []);
const coverOf = (...trees: (readonly [number, number, number])[]) => [
  ...canopyOf(raster, 1, [treesAt(...trees)]).districtM2,
];
const circle = (crownM: number) => (Math.PI * crownM * crownM) / 4;

describe('ground under crowns', () => {
  it('is the circle of a crown, to a point in a hundred', () => {
    const [west, east] = coverOf([100, 100, 40]);
    expect(Math.abs((west as number) / circle(40) - 1)).toBeLessThan(0.01);
    expect(east).toBe(0);
  });

  it('of many small crowns is their circles together', () => {
    const grid = Array.from(
      { length: 100 },
      (_, i) => [5.3 + 19.1 * (i % 10), 7.7 + 19.1 * Math.floor(i / 10), 7] as const,
    );
    expect((coverOf(...grid)[0] as number) / (100 * circle(7))).toBeCloseTo(1, 1);
  });

  it('counts once what two cover, and in each district what lies in it', () => {
    const one = coverOf([100, 100, 40]);
    expect(coverOf([100, 100, 40], [100, 100, 40])).toEqual(one);
    expect(coverOf([100, 100, 40], [100, 100, 20])).toEqual(one);
    const [west, east] = coverOf([200, 100, 40]);
    expect(west).toBe(east);
    expect(Math.abs(((west as number) + (east as number)) / circle(40) - 1)).toBeLessThan(0.01);
    expect(coverOf([-100, 100, 40])).toEqual([0, 0]);
  });

  it('leaves woods to their share', () => {
    const wooded = greenRaster([[rectangle(0, 0, 200, 200)]], [parkAt(0, 0, 100, { class: 'wood' })]);
    const trees = [treesAt([50, 50, 20], [150, 150, 20])];
    expect(canopyOf(wooded, 1, trees).districtM2[0]! / circle(20)).toBeCloseTo(1, 1);
    expect(woodsOf(wooded).districtM2[0]).toBe(10_000);
    expect([...treesByDistrict(wooded, trees[0]!)]).toEqual([2]);
  });
});

describe('crowns that are not stated', () => {
  const table = (crowns: readonly number[], species: readonly string[]) => ({
    id: 'trees',
    rows: crowns.length,
    columns: [
      { name: 'crownM', unit: 'm', values: Float64Array.from(crowns) },
      { name: 'eastM', unit: 'm', values: new Float64Array(crowns.length) },
      { name: 'northM', unit: 'm', values: new Float64Array(crowns.length) },
      {
        name: 'species',
        unit: '1',
        values: Uint16Array.from(species, (name) => [...new Set(species)].indexOf(name)),
        dictionary: [...new Set(species)],
      },
    ],
  });
  const level = (trees: ReturnType<typeof treesOf>, tree: number) =>
    trees.crownM.map((crowns) => Math.round(100 * (crowns[tree] as number)) / 100);

  it('are as those of their species are, a stated one is off by a tenth', () => {
    const stated = Array.from({ length: 21 }, (_, i) => i + 1);
    const trees = treesOf(
      table(
        [...stated, Number.NaN, Number.NaN],
        [...stated.map(() => 'Platanus'), 'Platanus x acerifolia', 'Tilia'],
      ),
    );
    expect(level(trees, 9)).toEqual([9, 10, 11]);
    expect(level(trees, 21)).toEqual([6, 11, 16]);
    // Of limes nothing is stated: as all are.
    expect(level(trees, 22)).toEqual([6, 11, 16]);
  });

  it('are an assumption where next to none is', () =>
    expect(level(treesOf(table([Number.NaN, 4], ['Acer', 'Acer'])), 0)).toEqual([3, 5, 8]));
});
