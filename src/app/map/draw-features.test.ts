// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../../city/city-inputs';
import { type LonLat, lonLat, planeToLonLat } from '../../city/frames';
import { EXAMPLES } from '../../scenario/fixtures/examples';
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
  noting: null,
});
/** The words are the keys, with what goes into them. */
const words = {
  t: ((key: string, values: object) => `${key} ${Object.values(values).join(' ')}`) as unknown as TFunction,
  format: { number: String },
};
const drawn = (
  now: Parameters<typeof drawnFeatures>[0],
  city: CityInputs | null = null,
  pointed: LonLat | null = null,
) => drawnFeatures(now, city, pointed, words);
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
    expect(roles(drawn(shown(all)))).toEqual(['listed street LineString', 'listed area Polygon']);
    expect(drawn({ ...shown(all), scenarioOpen: false })).toEqual([]);
  });

  it('finds an area by its class once the city is known, and closes its rings', () => {
    const areaC = [measure('m1', { kind: 'area', areaId: 'area-c' })];
    expect(drawn(shown(areaC))).toEqual([]);
    const [feature] = drawn(shown(areaC), smallCity());
    const [ring] = feature?.geometry.type === 'Polygon' ? feature.geometry.coordinates : [];
    expect(ring).toHaveLength(5);
    expect(ring?.[0]).toEqual(ring?.[4]);
  });

  it('shows the measure in the form in place of the one in the list', () => {
    const now = {
      ...shown([measure('m1', square)]),
      editing: { id: 'm1', kind: 'close-streets', config: {}, place: streets, isNew: false },
    };
    expect(roles(drawn(now))).toEqual(['edited street LineString']);
  });

  it('says the way of a one-way street', () => {
    const one = measure('m1', streets, { kind: 'one-way', config: { direction: 'against' } });
    expect(drawn(shown([one]))[0]?.properties?.arrow).toBe('against');
    expect(drawn(shown([measure('m1', streets)]))[0]?.properties?.arrow).toBe('');
  });

  it('goes ahead to where the pointer is, and sets a stop only where one was clicked', () => {
    const [a, b] = [lonLat(9.1, 45.4), lonLat(9.2, 45.5)];
    const drawing = { ...shown([]), drawing: { kind: 'line', points: [a] } as const };
    expect(roles(drawn(drawing))).toEqual(['drawn stop Point']);
    expect(roles(drawn(drawing, null, b))).toEqual(['drawn line LineString', 'drawn stop Point']);
  });

  it('has a sign for each school and team, where the school stands, with what is done to it', () => {
    const kinds = ['new-school', 'school-places', 'close-school', 'home-care-team'] as const;
    const features = drawn(shown(kinds.map((kind) => EXAMPLES[kind])), smallCity());
    expect(features.map(({ properties }) => properties)).toEqual([
      {
        role: 'listed',
        shape: 'site',
        site: 'new-school',
        label: 'scenario.site.new-school 120',
        of: 'measure',
        thing: 'new-school',
      },
      expect.objectContaining({
        site: 'enlarged-school',
        label: 'scenario.site.enlarged-school 300 Primaria Ovest',
      }),
      expect.objectContaining({ site: 'closed-school', label: 'scenario.site.closed-school Primaria Est' }),
      expect.objectContaining({ site: 'team', label: 'scenario.site.team 300', thing: 'home-care-team' }),
    ]);
    // Clicked 10 m beside it, drawn where it is.
    const [west] = smallCity().people!.schools;
    const [lon, lat] = planeToLonLat(west!.at);
    expect(features[1]?.geometry).toEqual({
      type: 'Point',
      coordinates: [expect.closeTo(lon, 7), expect.closeTo(lat, 7)],
    });
    const [point] =
      EXAMPLES['school-places'].place.kind === 'point' ? EXAMPLES['school-places'].place.points : [];
    expect(drawn(shown([EXAMPLES['school-places']]))[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: [...point!],
    });
  });

  it('shows notes by their first words, or their number, and where one is being moved to', () => {
    const notes = [
      { id: 'n1', at: lonLat(9.19, 45.46), text: 'Sentire\nla scuola' },
      { id: 'n2', at: lonLat(9.2, 45.47), text: '' },
    ];
    const now = { ...shown([]), scenario: editedScenario({ ...EMPTY_SCENARIO, notes }) };
    const [first, second] = drawn(now);
    expect(first).toMatchObject({
      properties: { site: 'note', label: 'Sentire la scuola', of: 'note', thing: 'n1', shape: 'site' },
      geometry: { type: 'Point', coordinates: [9.19, 45.46] },
    });
    expect(second?.properties?.label).toBe('scenario.site.note 2');
    const drawing = { kind: 'point', points: [lonLat(9.21, 45.48)] } as const;
    const moving = drawn({ ...now, noting: 'n1', drawing });
    expect(moving.map(({ properties, geometry }) => [properties?.shape, geometry])).toEqual([
      ['site', { type: 'Point', coordinates: [9.2, 45.47] }],
      ['stop', { type: 'Point', coordinates: [9.21, 45.48] }],
    ]);
    expect(drawn({ ...now, scenarioOpen: false })).toEqual([]);
  });
});
