// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { ringAreaM2 } from '../../city/green-edits';
import { applyScenario } from '../apply-scenario';
import { EXAMPLES } from '../fixtures/examples';
import { smallCity } from '../fixtures/small-city';
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
