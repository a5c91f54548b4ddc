// SPDX-License-Identifier: EUPL-1.2
import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, expect, it, vi } from 'vitest';
import { lonLat } from '../../city/frames';
import { EXAMPLES } from '../../scenario/fixtures/examples';
import { editedScenario } from '../../scenario/history';
import { EMPTY_SCENARIO } from '../../scenario/scenario';
import { useStore } from '../state/store';
import { keepSeen } from './free-area';
import { openSiteAt } from './site-pick';

vi.mock('./free-area', () => ({ keepSeen: vi.fn() }));

afterEach(() => {
  vi.clearAllMocks();
  useStore.setState(useStore.getInitialState(), true);
});

/** A map with one sign of a layer under every point. */
function mapWith(layer: string, properties: object): MapLibreMap {
  const feature = { properties, geometry: { type: 'Point', coordinates: [9.2, 45.5] } };
  return {
    getLayer: (id: string) => (id === layer ? {} : undefined),
    queryRenderedFeatures: (_: unknown, { layers }: { layers: string[] }) =>
      layers.includes(layer) ? [feature] : [],
  } as unknown as MapLibreMap;
}

it('opens the card of a school, and of a team that of its district, and keeps the sign in sight', () => {
  const at = lonLat(9.2, 45.5);
  const school = mapWith('ask-sites', { of: 'school', thing: 'MI1' });
  expect(openSiteAt(school, 0, 0)).toBe(true);
  expect(useStore.getState().selection).toEqual({ kind: 'thing', layer: 'service', id: 'MI1', at });
  expect(keepSeen).toHaveBeenLastCalledWith(school, at);
  const team = mapWith('ask-sites', { of: 'district', thing: 7 });
  expect(openSiteAt(team, 0, 0)).toBe(true);
  expect(useStore.getState().selection).toEqual({ kind: 'district', id: 7 });
  expect(keepSeen).toHaveBeenLastCalledWith(team, at);
});

it('opens the form of a measure, unless another is being filled in', async () => {
  const measure = EXAMPLES['new-school'];
  const scenario = editedScenario({ ...EMPTY_SCENARIO, measures: [measure] });
  const sign = mapWith('scenario-site', { of: 'measure', thing: measure.id });
  expect(openSiteAt(sign, 0, 0)).toBe(false);
  useStore.setState({ scenario });
  expect(openSiteAt(sign, 0, 0)).toBe(true);
  await vi.waitFor(() => expect(useStore.getState().editing).toMatchObject({ id: measure.id, isNew: false }));
  expect(useStore.getState()).toMatchObject({ scenarioOpen: true, selection: null });
  expect(openSiteAt(sign, 0, 0)).toBe(false);
  expect(keepSeen).not.toHaveBeenCalled();
});

it('asks the panel for a note, unless a form is open', () => {
  const sign = mapWith('scenario-site', { of: 'note', thing: 'n1' });
  expect(openSiteAt(sign, 0, 0)).toBe(false);
  const notes = [{ id: 'n1', at: lonLat(9.2, 45.5), text: '' }];
  useStore.setState({ scenario: editedScenario({ ...EMPTY_SCENARIO, notes }) });
  expect(openSiteAt(sign, 0, 0)).toBe(true);
  expect(useStore.getState()).toMatchObject({ scenarioOpen: true, noteWish: 'n1', selection: null });
  const editing = { id: 'm1', kind: 'lanes', config: {}, place: null, isNew: true };
  useStore.setState({ noteWish: null, editing });
  expect(openSiteAt(sign, 0, 0)).toBe(false);
  expect(useStore.getState().noteWish).toBeNull();
});

it('leaves a click where there is no sign to others', () => {
  expect(openSiteAt(mapWith('trees', {}), 0, 0)).toBe(false);
});
