// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { ringAreaM2 } from '../../city/green-edits';
import { applyScenario } from '../apply-scenario';
import { EXAMPLES } from '../fixtures/examples';
import { drawn, smallCity, squareAbout } from '../fixtures/small-city';
import { EMPTY_SCENARIO, type Measure } from '../scenario';
import type { MeasureId } from '.';

const example = (id: MeasureId, change: Partial<Measure> = {}): Measure => ({ ...EXAMPLES[id], ...change });
const greenAfter = (...measures: Measure[]) =>
  applyScenario(smallCity(), { ...EMPTY_SCENARIO, measures }).green!;

describe('measures on the green', () => {
  it('plant along both sides of a street of a kilometre, every ten metres', () => {
    const [planted] = greenAfter(example('plant-trees')).planted;
    expect(planted).toMatchObject({ crownM: 8, apartM: 7.5 });
    // A metre or so of the plane more or less than on the ground.
    expect(planted!.at.length).toBe(200);
    const [[, north], [, south]] = planted!.at as [readonly [number, number], readonly [number, number]];
    expect(north - south).toBeCloseTo(10, 6);
  });

  it('make a park as large as it is drawn, with trees for the share of crowns', () => {
    const { parks, planted } = greenAfter(example('new-park'));
    // 400 m by 520 m.
    expect(parks[0]!.areaM2 / 208_000).toBeCloseTo(1, 6);
    const crownsM2 = planted[0]!.at.length * Math.PI * 16;
    expect(crownsM2 / 208_000).toBeCloseTo(0.3, 1);
    const bare = greenAfter(example('new-park', { config: { canopyShare: 0 } }));
    expect([bare.parks.length, bare.planted]).toEqual([1, []]);
  });

  it('open a share of the sealed ground', () => {
    const [opened] = greenAfter(example('de-paving')).opened;
    expect(opened!.share).toBe(0.5);
    expect(ringAreaM2(opened!.rings[0]!) / 208_000).toBeCloseTo(1, 6);
  });

  it('homes seal ground where they are drawn, 16.8 m² a resident and four fifths at most', () => {
    const [sealed] = greenAfter(example('new-housing')).sealed;
    expect(sealed!.share).toBeCloseTo(16_800 / 208_000, 4);
    const many = greenAfter(example('new-housing', { config: { residents: 50_000 } }));
    expect(many.sealed[0]!.share).toBe(0.8);
    const named = example('new-housing', { place: { kind: 'area', areaId: 'area-c' } });
    expect(greenAfter(named)).toBeUndefined();
    expect(greenAfter(example('de-paving'), named).opened).toHaveLength(1);
  });
});

describe('measures on the green that make no sense', () => {
  const ring = (...points: [number, number][]): Measure['place'] => ({
    kind: 'polygon',
    ring: points.map(([east, north]) => drawn(east, north)),
  });
  const square = (east: number, north: number, halfM: number): Measure['place'] => ({
    kind: 'polygon',
    ring: squareAbout(east, north, halfM),
  });
  const line = (...points: [number, number][]): Measure['place'] => ({
    kind: 'streets',
    streetIds: ['x'],
    lines: [points.map(([east, north]) => drawn(east, north))],
  });

  it.each([
    ['a park larger than any in Milan', 'new-park', square(500, 500, 650), /area-too-large: 169 ha > 150 ha/],
    ['a park in the country', 'new-park', square(40_000, 40_000, 200), /no-district-there/],
    ['a park without an inside', 'new-park', ring([0, 0], [100, 0], [200, 0]), /nothing-to-change/],
    [
      'a park that crosses itself',
      'new-park',
      ring([0, 0], [100, 100], [100, 0], [0, 100]),
      /crosses-itself/,
    ],
    ['ground opened in the country', 'de-paving', square(40_000, 40_000, 200), /no-district-there/],
    ['ground opened along a line', 'de-paving', ring([0, 0], [0, 100], [0, 200]), /nothing-to-change/],
    ['a ring of two points', 'de-paving', ring([0, 0], [0, 100]), /too-few-points/],
    ['trees along no street', 'plant-trees', { kind: 'streets', streetIds: [], lines: [] }, /not-drawn/],
    ['trees along a point', 'plant-trees', line([100, 0], [100, 0]), /nothing-to-change/],
    ['trees in the country', 'plant-trees', line([40_000, 0], [40_100, 0]), /no-district-there/],
    ['trees in a drawn area', 'plant-trees', square(500, 500, 100), /wrong-place/],
  ] as const)('%s: refused, with the measure named', (_, kind, place, fault) => {
    expect(() => greenAfter(example(kind, { place }))).toThrow(fault);
    expect(() => greenAfter(example(kind, { place }))).toThrow(example(kind).id);
  });

  it.each([
    ['new-park', { canopyShare: 0.9 }],
    ['de-paving', { share: 0 }],
    ['de-paving', { share: 1.1 }],
    ['plant-trees', { spacingM: 0, crownM: 8 }],
    ['plant-trees', { spacingM: Number.NaN, crownM: 8 }],
  ] as const)('%s set to %o: refused', (kind, config) => {
    expect(() => greenAfter(example(kind, { config }))).toThrow(/bad-config/);
  });

  it('a park of just under 150 ha is let through', () => {
    expect(greenAfter(example('new-park', { place: square(500, 500, 612) })).parks).toHaveLength(1);
  });
});
