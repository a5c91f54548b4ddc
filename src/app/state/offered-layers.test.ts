// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Catalogue, SourceEntry, ThemeEntry, ThemeId } from '../../city/catalogue';
import { lonLat } from '../../city/frames';
import { LAYERS } from '../../layers/index';
import { offeredLayers } from '../../layers/offered';
import {
  attributions,
  groupedLayers,
  initialLayers,
  layerOfList,
  layerOn,
  livingKindOf,
  movesMadeUp,
  offeredLists,
  sourceById,
  syntheticThemes,
  tablesOf,
} from './offered-layers';
import type { FeedState } from './store';

const source = (id: string, attribution: string, kept = 5): SourceEntry => ({
  id,
  title: { it: id, en: id },
  publisher: 'Comune di Milano',
  licence: { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: '' },
  attribution,
  page: '',
  crs: 'EPSG:4326',
  vintage: '2024',
  files: [],
  read: kept,
  kept,
  dropped: [],
});
const theme = (id: ThemeId, patch: Partial<ThemeEntry> = {}): ThemeEntry => ({
  id,
  synthetic: false,
  kept: 5,
  bounds: null,
  sources: [source(`${id}-source`, `© ${id}`)],
  dropped: [],
  ...patch,
});
const catalogue: Catalogue = {
  schemaVersion: 1,
  city: {
    id: 'x',
    name: 'X',
    centre: lonLat(9, 45),
    bounds: [8, 44, 10, 46],
    timeZone: 'Europe/Rome',
  },
  themes: [
    theme('buildings', { synthetic: true }),
    theme('trees', { kept: 0 }),
    theme('greenery', {
      sources: [source('a', '© same'), source('b', '© same'), source('c', '© unused', 0)],
    }),
    theme('services'),
  ],
  files: {
    inputs: [{ id: 'buildings', file: 'inputs/buildings.columns', rows: 5, sha256: '' }],
    tables: [
      { layer: 'greenery', file: 'tables/greenery.json', rows: 5 },
      { layer: 'service', file: 'tables/service.json', rows: 0 },
    ],
  },
};

const alerts: FeedState = {
  id: 'alerts',
  feed: 'gtfs-realtime',
  kinds: ['alert'],
  title: { it: 'Avvisi', en: 'Alerts' },
  publisher: 'ATM',
  licence: { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: '' },
  attribution: '© feed',
  page: '',
  periodS: 30,
  timeToLiveS: 300,
  simulated: false,
  upstream: { state: 'ok', sinceMs: 0, fault: null, lastGoodMs: 0 },
  newestMs: 0,
  fresh: 1,
  stale: 0,
};
const asMade = { layers: {}, quality: { level: 'high', reason: null }, feeds: [] } as const;

describe('the layers of a city', () => {
  it('are those whose themes it has', () => {
    expect(offeredLayers(catalogue).map((l) => l.id)).toEqual([
      'greenery',
      'buildings',
      'sun',
      'services',
      'labels',
    ]);
  });

  it('have what lives where a feed brings it or the typical day knows it', () => {
    const typical = {
      ...catalogue,
      files: {
        ...catalogue.files,
        inputs: [{ id: 'typical-values' as const, file: '', rows: 3, sha256: '' }],
      },
    };
    const ids = (of: Catalogue, feeds: readonly FeedState[] = []) =>
      offeredLayers(of, feeds).map((l) => l.id as string);
    expect(ids(typical)).toEqual(expect.arrayContaining(['car-parks', 'bike-stations', 'weather', 'air']));
    expect(ids(typical)).not.toContain('disruptions');
    expect(ids(catalogue, [alerts])).toEqual(expect.arrayContaining(['disruptions']));
    expect(ids(catalogue, [alerts])).not.toContain('air');
    const [first] = groupedLayers(offeredLayers(catalogue, [alerts]));
    expect(first).toMatchObject({ group: 'living', layers: [{ id: 'disruptions' }] });
  });

  it('name the publisher of a feed only where its layer is on', () => {
    const now = { ...asMade, feeds: [alerts] };
    expect(attributions(catalogue, now)).not.toContain('© feed');
    expect(attributions(catalogue, { ...now, layers: { disruptions: true } })).toContain('© feed');
  });

  it('stand in groups, each once, what is drawn last first', () => {
    const whole = groupedLayers(LAYERS);
    expect(whole.flatMap((g) => g.layers.map((l) => l.id)).sort()).toEqual(LAYERS.map((l) => l.id).sort());
    expect(groupedLayers(offeredLayers(catalogue)).map((g) => [g.group, g.layers.map((l) => l.id)])).toEqual([
      ['city', ['sun', 'buildings', 'labels']],
      ['nature', ['greenery']],
      ['services', ['services']],
    ]);
  });

  it('are on as they start, until someone chooses', () => {
    const [greenery] = offeredLayers(catalogue);
    expect(initialLayers().greenery).toBe(true);
    expect(layerOn(greenery!, asMade)).toBe(true);
    expect(layerOn(greenery!, { ...asMade, layers: { greenery: false } })).toBe(false);
  });

  it('go without trees on a slow machine, unless someone wants them', () => {
    const trees = LAYERS.find(({ id }) => id === 'trees')!;
    const slow = { layers: {}, quality: { level: 'low', reason: 'slow' } } as const;
    expect(layerOn(trees, asMade)).toBe(true);
    expect(layerOn(trees, slow)).toBe(false);
    expect(layerOn(trees, { ...slow, layers: { trees: true } })).toBe(true);
  });

  it('have lists where there are rows', () => {
    expect(offeredLists(catalogue)).toEqual(['building', 'greenery']);
  });
});

describe('whose data these are', () => {
  it('names what is shown, once, and only what was kept', () => {
    expect(attributions(catalogue, asMade)).toEqual(['© same', '© buildings']);
    const layers = { greenery: false, services: true, labels: false };
    expect(attributions(catalogue, { ...asMade, layers })).toEqual(['© buildings', '© services']);
    // Of two views, what either shows.
    expect(attributions(catalogue, { ...asMade, layers }, { trees: false })).toEqual([
      '© same',
      '© buildings',
      '© services',
    ]);
    // The names of parks are theirs, too.
    expect(attributions(catalogue, { ...asMade, layers: { greenery: false } })).toContain('© same');
    expect(sourceById(catalogue, 'b')?.attribution).toBe('© same');
    expect(sourceById(catalogue, undefined)).toBeUndefined();
  });

  it('knows what is made up', () => {
    expect(syntheticThemes(catalogue)).toEqual(['buildings']);
  });
});

describe('what moves', () => {
  const withTimetable = (synthetic: boolean): Catalogue => ({
    ...catalogue,
    themes: [theme('transit', { synthetic })],
    files: { ...catalogue.files, inputs: [{ id: 'schedule-runs', file: '', rows: 3, sha256: '' }] },
  });
  it('is made up where a feed or the timetable is', () => {
    expect(movesMadeUp({ catalogue, feeds: [] })).toBe(false);
    expect(movesMadeUp({ catalogue, feeds: [{ ...alerts, simulated: true }] })).toBe(true);
    expect(movesMadeUp({ catalogue: withTimetable(true), feeds: [] })).toBe(true);
    expect(movesMadeUp({ catalogue: withTimetable(false), feeds: [{ ...alerts, simulated: false }] })).toBe(
      false,
    );
  });
});

/** Layers that show no things, and why there is nothing to list. */
const NOTHING_TO_LIST: Readonly<Record<string, string>> = {
  sun: 'the light of the moment on everything: its hours are told of one roof or square at a time',
};

describe('the tables of the layers', () => {
  it('are there for every layer of the shelf that shows things: nothing is only on the map', () => {
    for (const layer of LAYERS)
      expect(tablesOf(layer).length > 0 || NOTHING_TO_LIST[layer.id] !== undefined, layer.id).toBe(true);
    for (const id of Object.keys(NOTHING_TO_LIST)) expect(LAYERS.map((layer) => layer.id)).toContain(id);
  });

  it('of what lives are offered where a feed or the typical day has it, after what stands', () => {
    const air = { ...alerts, kinds: ['air'] } as FeedState;
    expect(offeredLists(catalogue, [alerts, air])).toEqual([
      'building',
      'greenery',
      'live:alert',
      'live:air',
    ]);
    expect(livingKindOf('live:air')).toBe('air');
    expect(livingKindOf('building')).toBe(null);
    expect(layerOfList('live:alert')?.id).toBe('disruptions');
  });
});
