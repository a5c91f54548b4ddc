// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plane } from '../../../city/frames';
import { type GreenEdits, gridInside, rowsAlong, withGreen } from '../../../city/green-edits';
import { impactOf } from '../../../impact/impact';
import { rectangle, smallGreen, treesAt } from './fixtures/small-green';
import { greenMayDrive, greenPairs } from './green-model';
import { CENTRAL_GREEN } from './green-parameters';
import { changedState, type GreenCity, greenFigures, greenState } from './green-state';

const figures = (city: GreenCity) => greenFigures(city, greenState(city), CENTRAL_GREEN);
const made = (edits: GreenEdits, years = 30) => {
  const city = smallGreen();
  return greenFigures(city, changedState(city, greenState(city), edits, years), CENTRAL_GREEN);
};
const street = [plane(700, 300), plane(800, 300)];
const rows = withGreen(undefined, 'planted', { at: rowsAlong(street, 8, 5), crownM: 8, apartM: 6 });

describe('a city’s green', () => {
  it('is told by district', () => {
    const { trees, park, smallPark, canopy, all, none, warmerC, mitigation } = figures(smallGreen());
    // 100 of 150 have three trees within 25 m; in the east there are two.
    expect(trees[0]).toBeCloseTo(2 / 3, 12);
    expect(trees[1]).toBe(0);
    // 0.5 ha and 1 ha are one park of 1.5 ha; the west is more than 400 m away.
    expect([park[0], smallPark[0]]).toEqual([0, 0]);
    expect(park[1]).toBe(1);
    // Thirty crowns of 8 m and some of 6 m in 25 ha.
    expect(canopy[0]).toBeCloseTo((30 * 16 * Math.PI + 3 * 9 * Math.PI) / 250_000, 3);
    expect([...all]).toEqual([0, 0]);
    expect(none[0]).toBeCloseTo(1 / 3, 12);
    expect(warmerC[1]).toBeLessThan(warmerC[0]!);
    expect(mitigation[1]).toBeGreaterThan(mitigation[0]!);
  });

  it('is not told where trees or buildings are not in the data', () => {
    const bare = figures(smallGreen({ trees: treesAt([60, 60, 6], [50, 70, 6]) }));
    expect([bare.trees[0], bare.canopy[0], bare.warmerC[0]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(bare.park[1]).toBe(1);
    const short = figures(smallGreen({ hasBuildings: Uint8Array.of(0, 1) }));
    expect([short.trees[0], short.park[0], short.warmerC[0]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(short.canopy[0]).toBeGreaterThan(0);
  });

  it('more trees never give fewer people trees, less canopy or a warmer night', () => {
    const before = figures(smallGreen());
    const city = smallGreen();
    const more = treesAt([440, 460, 10], [450, 470, 10], [460, 460, 10]);
    const joined = {
      count: city.trees.count + 3,
      eastM: [...Array.from(city.trees.eastM), ...Array.from(more.eastM)],
      northM: [...Array.from(city.trees.northM), ...Array.from(more.northM)],
      crownM: city.trees.crownM.map((crowns, level) => [
        ...Array.from(crowns),
        ...Array.from(more.crownM[level]!),
      ]),
    };
    const is = figures(smallGreen({ trees: joined }));
    expect(is.trees[0]).toBe(1);
    expect(is.canopy[0]).toBeGreaterThan(before.canopy[0]!);
    for (const row of [0, 1]) expect(is.warmerC[row]).toBeLessThan(before.warmerC[row]!);
  });
});

describe('what measures make of it', () => {
  it('is nothing where there is none', () => {
    const city = smallGreen();
    const state = greenState(city);
    expect(changedState(city, state, undefined, 10)).toBe(state);
  });

  it('a row of trees: seen at once, a shade only once they have grown', () => {
    const before = figures(smallGreen());
    const young = made(rows, 0);
    const grown = made(rows, 30);
    // Home at 760, 260: two trees beside it already; the rows at 295 and 305 m are too far.
    expect(young.trees[1]).toBe(0);
    const near = withGreen(rows, 'planted', { at: [plane(760, 240)], crownM: 6, apartM: 4 });
    expect(made(near, 0).trees[1]).toBe(1);
    // 13 places on either side: crowns of 1.5 m, then of 8 m, which cover each other a little or not at all.
    const m2 = (of: typeof young) => (of.canopy[1]! - before.canopy[1]!) * 250_000;
    expect(m2(young) / m2(grown)).toBeCloseTo((1.5 / 8) ** 2, 6);
    expect(m2(grown) / (26 * 16 * Math.PI)).toBeGreaterThan(0.9);
    expect(m2(grown) / (26 * 16 * Math.PI)).toBeLessThan(1.02);
    expect(grown.warmerC[1]).toBeLessThan(young.warmerC[1]!);
    expect(grown.canopy[0]).toBe(before.canopy[0]);
  });

  it('a park near those who had none', () => {
    // Of 1.96 ha drawn 33 of 49 squares are free of buildings, of 1 ha 16 of 25.
    const ring = rectangle(300, 300, 440, 440);
    const park = withGreen(undefined, 'parks', { id: 'p', rings: [ring], areaM2: 19_600 });
    const is = made(park);
    expect(is.park[0]).toBeCloseTo(1 / 3, 12);
    expect(is.mitigation[0]).toBeGreaterThan(figures(smallGreen()).mitigation[0]!);
    const lesser = [rectangle(300, 300, 400, 400)];
    const small = withGreen(undefined, 'parks', { id: 'p', rings: lesser, areaM2: 10_000 });
    expect([made(small).park[0], made(small).smallPark[0]]).toEqual([0, is.smallPark[0]]);
    expect(gridInside(ring, 20)).toHaveLength(49);
  });

  it('opened ground cools, sealed ground warms', () => {
    const rings = [rectangle(0, 0, 500, 500)];
    const before = figures(smallGreen()).warmerC[0]!;
    expect(made(withGreen(undefined, 'opened', { rings, share: 0.5 })).warmerC[0]).toBeLessThan(before);
    expect(made(withGreen(undefined, 'sealed', { rings, share: 0.5 })).warmerC[0]).toBeGreaterThan(before);
  });

  it('draws have the same chances before and after', () => {
    const city = smallGreen();
    const state = greenState(city);
    const course = { draws: 8, seed: 's', years: 20, residents: () => Float64Array.of(300, 400) };
    const none = [...greenPairs(city, state, undefined, course)];
    for (const { before, after } of none) expect(after).toEqual(before);
    // 200 of the west's 300 have trees and all 400 of the east a park.
    expect(none[0]!.before.totals.residentsNearPark).toBe(400);
    const impact = impactOf([...greenPairs(city, state, rows, course)], greenMayDrive);
    const change = (id: string) => impact.totals.find((total) => total.id === id)!.change;
    expect(change('canopyHa')).toMatchObject({ sameSign: 1 });
    expect(change('canopyHa').low).toBeGreaterThan(0);
    expect(change('nightWarmerC').high).toBeLessThan(0);
    expect(change('residentsNearPark').value).toBe(0);
    expect(impact.totals.map(({ id }) => id)).toEqual([
      'residentsThreeTrees',
      'residentsNearPark',
      'canopyHa',
      'nightWarmerC',
    ]);
    const grown = [
      ...greenPairs(city, state, rows, { ...course, residentsAfter: () => Float64Array.of(300, 500) }),
    ];
    expect(grown[0]!.after.totals.residentsNearPark).toBe(500);
  });
});

it('a parameter drives what it can act on', () => {
  expect(greenMayDrive('viewM', 'residentsThreeTrees')).toBe(true);
  expect(greenMayDrive('viewM', 'canopyHa')).toBe(false);
  expect(greenMayDrive('heatIslandC', 'nightWarmerC')).toBe(true);
  expect(greenMayDrive('heatIslandC', 'residentsNearPark')).toBe(false);
  expect(greenMayDrive('cityGrowthPer1000', 'residentsNearPark')).toBe(true);
});
