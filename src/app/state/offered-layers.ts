// SPDX-License-Identifier: EUPL-1.2
/** Which layers of the shelf this city has, and how they stand together in the list. Pure. */
import type { Catalogue, SourceEntry, ThemeEntry, ThemeId } from '../../city/catalogue';
import { LIVE_KINDS, type LiveKind } from '../../city/live';
import { LAYERS } from '../../layers/index';
import type { Layer } from '../../layers/layer';
import { livingKinds, type OfferedLayer, offeredLayers } from '../../layers/offered';
import { type OwnLayer, type OwnListId, ownIdOf, ownListId } from '../../own/own-layer';
import { qualitySettings } from '../map/quality-ladder';
import type { FeedState, ListId, StoreState } from './store';

export const LAYER_GROUPS = ['living', 'city', 'mobility', 'nature', 'services'] as const;
export type LayerGroup = (typeof LAYER_GROUPS)[number];

/** By theme, so that a new layer needs no line here. */
const GROUP_OF: Readonly<Record<ThemeId, LayerGroup>> = {
  buildings: 'city',
  boundaries: 'city',
  population: 'city',
  streets: 'mobility',
  cycleways: 'mobility',
  rail: 'mobility',
  transit: 'mobility',
  'traffic-rules': 'mobility',
  greenery: 'nature',
  trees: 'nature',
  water: 'nature',
  services: 'services',
  businesses: 'services',
  'daily-life': 'living',
};

function groupOf({ live, themes }: Layer): LayerGroup {
  if (live) return 'living';
  return themes[0] ? GROUP_OF[themes[0]] : 'city';
}

export function initialLayers(): Record<string, boolean> {
  return Object.fromEntries(LAYERS.map((layer) => [layer.id, layer.visibleAtStart]));
}

/** Whether a layer is on: what the person chose, else how it starts; trees go first on a slow machine. */
export function layerOn(
  layer: Pick<Layer, 'id' | 'visibleAtStart'>,
  { layers, quality }: Pick<StoreState, 'layers' | 'quality'>,
): boolean {
  const asItStarts = layer.visibleAtStart && (layer.id !== 'trees' || qualitySettings(quality.level).trees);
  return layers[layer.id] ?? asItStarts;
}

/** What is drawn last stands first, as on a stack of sheets. */
export function groupedLayers(
  layers: readonly OfferedLayer[],
): { readonly group: LayerGroup; readonly layers: readonly OfferedLayer[] }[] {
  const drawn = [...layers].reverse();
  // Names have no symbol to read off, and come after what they name.
  const topFirst = [
    ...drawn.filter((layer) => layer.legend.length > 0),
    ...drawn.filter((layer) => layer.legend.length === 0),
  ];
  return LAYER_GROUPS.map((group) => ({
    group,
    layers: topFirst.filter((layer) => groupOf(layer) === group),
  })).filter((g) => g.layers.length > 0);
}

export function themesOf(layer: Layer, catalogue: Catalogue): ThemeEntry[] {
  return catalogue.themes.filter((theme) => layer.themes.includes(theme.id));
}

/** Tables of a layer: those of what stands in the city, and of what lives in it now. */
export const tablesOf = ({ tables, live = [] }: Layer): readonly ListId[] => [
  ...tables,
  ...live.map((kind) => `live:${kind}` as const),
];

/** The kind of living thing that a table is of; null: of what stands in the city. */
export const livingKindOf = (list: ListId): LiveKind | null =>
  LIVE_KINDS.find((kind) => list === `live:${kind}`) ?? null;

/** A table of what stands in the city. */
export type StandingList = Exclude<ListId, `live:${string}` | OwnListId>;
export const isStanding = (list: ListId): list is StandingList =>
  livingKindOf(list) === null && ownIdOf(list) === null;

/** The layer that shows what a table is of. */
export const layerOfList = (list: ListId): OfferedLayer | undefined =>
  LAYERS.find((layer) => tablesOf(layer).includes(list));

/**
 * Tables that can be listed, in the order of the panel; the buildings need their columns, what lives a feed or
 * a typical day. What somebody brought comes last.
 */
export function offeredLists(
  catalogue: Catalogue,
  feeds: readonly Pick<FeedState, 'kinds'>[] = [],
  own: readonly Pick<OwnLayer, 'id'>[] = [],
): ListId[] {
  const written = new Set<string>(catalogue.files.tables.filter((t) => t.rows > 0).map((t) => t.layer));
  const living = livingKinds(catalogue, feeds);
  const has = (id: ListId) => {
    const kind = livingKindOf(id);
    if (kind) return living.has(kind);
    return id === 'building'
      ? catalogue.files.inputs.some((input) => input.id === 'buildings' && input.rows > 0)
      : written.has(id);
  };
  const lists = groupedLayers(offeredLayers(catalogue, feeds)).flatMap((g) => g.layers.flatMap(tablesOf));
  const offered = [...new Set<ListId>(lists)].filter(has);
  // The first is what the list opens at: it must have something to say at every moment.
  return [
    ...offered.filter(isStanding),
    ...offered.filter((id) => !isStanding(id)),
    ...own.map(({ id }) => ownListId(id)),
  ];
}

/** Feeds that bring what a layer shows. */
export function feedsOf(layer: Layer, feeds: readonly FeedState[]): FeedState[] {
  return feeds.filter(({ kinds }) => layer.live?.some((kind) => kinds.includes(kind)));
}

/**
 * Attribution lines of what is switched on, each once, in the order of the list; of feeds too. `beside`: the
 * layers of a second view, where it has its own.
 */
export function attributions(
  catalogue: Catalogue,
  now: Pick<StoreState, 'layers' | 'quality' | 'feeds'>,
  beside?: StoreState['layers'],
): string[] {
  const on = offeredLayers(catalogue, now.feeds).filter(
    (layer) => layerOn(layer, now) || (beside && layerOn(layer, { ...now, layers: beside })),
  );
  const sources = on.flatMap((layer) => themesOf(layer, catalogue)).flatMap((theme) => theme.sources);
  return [
    ...new Set([
      ...sources.filter((s) => s.kept > 0).map((s) => s.attribution),
      ...on.flatMap((layer) => feedsOf(layer, now.feeds)).map((feed) => feed.attribution),
    ]),
  ];
}

export function syntheticThemes(catalogue: Catalogue): ThemeId[] {
  return catalogue.themes.filter((theme) => theme.synthetic && theme.kept > 0).map((theme) => theme.id);
}

export function sourceById(catalogue: Catalogue, id: string | undefined): SourceEntry | undefined {
  return catalogue.themes.flatMap((theme) => theme.sources).find((source) => source.id === id);
}

/** Whether what moves is made up: feeds of the demo's publisher, or a made-up timetable that vehicles go by. */
export function movesMadeUp({ feeds, catalogue }: Pick<StoreState, 'feeds' | 'catalogue'>): boolean {
  const timetable = catalogue?.files.inputs.some(({ id, rows }) => id === 'schedule-runs' && rows > 0);
  const transit = catalogue?.themes.find(({ id }) => id === 'transit');
  return feeds.some(({ simulated }) => simulated) || (timetable === true && transit?.synthetic === true);
}
