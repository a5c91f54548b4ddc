// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lonLat } from '../../city/frames';
import { smallCity, squareAbout, streetLine } from '../../scenario/fixtures/small-city';
import { editedScenario } from '../../scenario/history';
import type { Place } from '../../scenario/measures/measure';
import type { Measure } from '../../scenario/scenario';
import { EMPTY_SCENARIO } from '../../scenario/scenario';
import { drawnFeatures } from './draw-features';

const measure = (id: string, place: Place, more: Partial<Measure> = {}): Measure => ({
  id,
  kind: 'close-streets',
  on: true,
  config: {},
  place,
  ...more,
});
const streets: Place = { kind: 'streets', streetIds: ['way-0'], lines: [streetLine('Via Sud')] };
const square: Place = { kind: 'polygon', ring: squareAbout(500, 500, 100) };
const shown = (measures: readonly Measure[]) => ({
  scenario: editedScenario({ ...EMPTY_SCENARIO, measures }),
  scenarioOpen: true,
  editing: null,
  drawing: null,
});
const roles = (features: ReturnType<typeof drawnFeatures>) =>
  features.map(({ properties, geometry }) => `${properties?.role} ${properties?.shape} ${geometry.type}`);

describe('what a scenario shows on the map', () => {
  it('is the places of the measures that are on, while the panel is open', () => {
    const all = [
      measure('m1', streets),
      measure('m2', square),
      measure('m3', { kind: 'city' }),
      measure('m4', square, { on: false }),
    ];
    expect(roles(drawnFeatures(shown(all), null, null))).toEqual([
      'listed street LineString',
      'listed area Polygon',
    ]);
    expect(drawnFeatures({ ...shown(all), scenarioOpen: false }, null, null)).toEqual([]);
  });

  it('finds an area by its class once the city is known, and closes its rings', () => {
    const areaC = [measure('m1', { kind: 'area', areaId: 'area-c' })];
    expect(drawnFeatures(shown(areaC), null, null)).toEqual([]);
    const [feature] = drawnFeatures(shown(areaC), smallCity(), null);
    const [ring] = feature?.geometry.type === 'Polygon' ? feature.geometry.coordinates : [];
    expect(ring).toHaveLength(5);
    expect(ring?.[0]).toEqual(ring?.[4]);
  });

  it('shows the measure in the form in place of the one in the list', () => {
    const now = {
      ...shown([measure('m1', square)]),
      editing: { id: 'm1', kind: 'close-streets', config: {}, place: streets, isNew: false },
    };
    expect(roles(drawnFeatures(now, null, null))).toEqual(['edited street LineString']);
  });

  it('says the way of a one-way street', () => {
    const one = measure('m1', streets, { kind: 'one-way', config: { direction: 'against' } });
    expect(drawnFeatures(shown([one]), null, null)[0]?.properties?.arrow).toBe('against');
    expect(drawnFeatures(shown([measure('m1', streets)]), null, null)[0]?.properties?.arrow).toBe('');
  });

  it('goes ahead to where the pointer is, and sets a stop only where one was clicked', () => {
    const [a, b] = [lonLat(9.1, 45.4), lonLat(9.2, 45.5)];
    const drawing = { ...shown([]), drawing: { kind: 'line', points: [a] } as const };
    expect(roles(drawnFeatures(drawing, null, null))).toEqual(['drawn stop Point']);
    expect(roles(drawnFeatures(drawing, null, b))).toEqual(['drawn line LineString', 'drawn stop Point']);
  });
});
