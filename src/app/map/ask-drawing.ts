// SPDX-License-Identifier: EUPL-1.2
/** Colours and filters buildings and districts on the map, as the store says. Sent when that is first asked. */
import type { Catalogue } from '../../city/catalogue';
import {
  type AskedDistricts,
  DISTRICT_ASK_LAYERS,
  districtAskLayers,
  districtTints,
  HATCH,
  hatchImage,
} from '../../layers/ask/district-colours';
import { footprintPaint } from '../../layers/ask/footprint-colours';
import { SITES } from '../../layers/ask/site-layers';
import { addSiteImages, type Site, siteLayer, siteSource } from '../../layers/ask/sites';
import { groundStyle, styleLayers } from '../../layers/ground/style';
import { LAYERS } from '../../layers/index';
import type { Look } from '../../layers/layer';
import type { Askable } from '../../query/attribute';
import { bytesOf } from '../../query/colour';
import type { DistrictAskable } from '../../query/district-attributes';
import { rowColours } from '../../query/legend';
import { SPECIAL } from '../../query/palettes';
import { ASKED_LISTS, type AskedList, askableOf, isAsked, legendIn, matchesIn } from '../state/askables';
import { tellFault } from '../state/fault';
import type { StoreState } from '../state/store';
import { isSame } from '../state/undo/timeline';
import type { MapPart } from './map-session';

/** How strongly a class covers a building: light and shade are guessed at through it. */
const STRENGTH = 242;

/** Keeps the map as the store says; returns how to end it. */
export function drawAsked(session: MapPart, catalogue: Catalogue, cityUrl: string): () => void {
  let closed = false;
  const tables: { building: Askable | null; district: DistrictAskable | null; sites: DrawnSites } = {
    building: null,
    district: null,
    sites: { sites: [], look: null },
  };
  const draw = () => {
    if (!closed) drawAll(session, catalogue, cityUrl, tables);
  };
  const bring = () => {
    const now = session.state.getState();
    const wanted = ASKED_LISTS.filter((list) => isAsked(list, now) && !tables[list]);
    // Buildings take the colour of their district.
    if ((isAsked('district', now) || now.districtColours) && session.city && !tables.building)
      wanted.push('building');
    count(1);
    Promise.all(
      [...new Set(wanted)].map(async (list: AskedList) => {
        if (list === 'building') tables.building = await askableOf(list, catalogue, cityUrl);
        else tables.district = await askableOf('district', catalogue, cityUrl);
      }),
    )
      .then(
        () => session.whenStyled(draw),
        (error: unknown) => {
          if (!closed) tellFault(error);
        },
      )
      .finally(() => count(-1));
  };
  bring();
  const stop = session.state.subscribe((now, before) => {
    if (
      now.filters !== before.filters ||
      now.colourings !== before.colourings ||
      now.districtColours !== before.districtColours
    )
      bring();
    else if (now.look !== before.look || now.quality.level !== before.quality.level) session.whenStyled(draw);
  });
  return () => {
    closed = true;
    stop();
  };
}

/** For those who look at the page from outside (test-hook.ts). */
function count(changes: 1 | -1): void {
  if (window.__gemello) window.__gemello.askChanges += changes;
}

interface DrawnSites {
  sites: readonly Site[];
  look: Look | null;
}

interface Tables {
  readonly building: Askable | null;
  readonly district: DistrictAskable | null;
  /** Those that are on the map. */
  readonly sites: DrawnSites;
}

function drawAll(session: MapPart, catalogue: Catalogue, cityUrl: string, tables: Tables): void {
  const now = session.state.getState();
  const districts = answeredDistricts(now) ?? (tables.district && askedDistricts(tables.district, now));
  drawDistricts(session, districts, now);
  drawSites(session, now, tables.sites);
  drawBuildings(session, tables.building, districts, now);
  if (now.quality.level === 'plan' || !session.city)
    drawFootprints(session, catalogue, cityUrl, tables.building, now);
}

/** Those of a model's answer lie over what is asked of the table. */
const answeredDistricts = ({ districtColours }: StoreState): AskedDistricts | null =>
  districtColours && {
    table: districtColours.table,
    legend: districtColours.legend,
    mask: null,
    others: 'faint',
  };

function askedDistricts(table: DistrictAskable, now: StoreState): AskedDistricts | null {
  if (!isAsked('district', now)) return null;
  const filter = now.filters.district;
  return {
    table,
    legend: legendIn(table, now.colourings.district, now.look),
    mask: matchesIn(table, filter)?.mask ?? null,
    others: filter?.others ?? 'hidden',
  };
}

function drawBuildings(
  { city }: MapPart,
  table: Askable | null,
  districts: AskedDistricts | null,
  { look, filters, colourings }: StoreState,
): void {
  if (!city || !table) return;
  const legend = legendIn(table, colourings.building, look);
  const district = table.columns.get('district');
  const tints =
    districts && district
      ? districtTints(
          districts,
          district.values as ArrayLike<number>,
          district.attribute.codes ?? [],
          bytesOf,
        )
      : null;
  city.colour(legend ? rowColours(legend, STRENGTH) : tints);
  const matches = matchesIn(table, filters.building);
  city.setOthers(matches?.mask ?? null, filters.building?.others === 'faint' ? SPECIAL[look].faint : null);
}

/** What the plan draws where nothing is asked is the style's own. */
function drawFootprints(
  { map }: MapPart,
  catalogue: Catalogue,
  cityUrl: string,
  table: Askable | null,
  now: StoreState,
): void {
  if (!table || !map.getLayer('footprints')) return;
  const matches = matchesIn(table, now.filters.building);
  const legend = legendIn(table, now.colourings.building, now.look);
  const own = groundStyle(catalogue, cityUrl, now.look, () => true).layers.find(
    ({ id }) => id === 'footprints',
  );
  const paint =
    legend || matches
      ? footprintPaint(legend, matches?.mask ?? null, now.filters.building?.others ?? 'hidden', now.look)
      : { 'fill-opacity': 1, ...own?.paint };
  for (const [name, value] of Object.entries(paint))
    map.setPaintProperty('footprints', name as never, value as never, { validate: false });
}

function drawDistricts({ map }: MapPart, asked: AskedDistricts | null, { look }: StoreState): void {
  for (const id of DISTRICT_ASK_LAYERS) if (map.getLayer(id)) map.removeLayer(id);
  if (map.hasImage(HATCH)) map.removeImage(HATCH);
  if (!asked || !map.getSource('ground')) return;
  map.addImage(HATCH, hatchImage(look));
  const ids = LAYERS.slice(LAYERS.findIndex(({ id }) => id === 'zones')).flatMap((layer) =>
    styleLayers(layer, look).map(({ id }) => id),
  );
  // Over green and water, under streets and names.
  const above = ids.find((id) => map.getLayer(id));
  for (const layer of districtAskLayers(asked, look)) map.addLayer(layer, above);
}

/** Sites are drawn anew only where they are others, or in other colours. */
function drawSites({ map }: MapPart, { districtColours, look }: StoreState, drawn: DrawnSites): void {
  const sites = districtColours?.sites ?? [];
  if (!map.getSource('ground') || (drawn.look === look && isSame(drawn.sites, sites))) return;
  Object.assign(drawn, { sites, look });
  if (map.getLayer(SITES)) map.removeLayer(SITES);
  if (map.getSource(SITES)) map.removeSource(SITES);
  if (sites.length === 0) return;
  addSiteImages(map, look);
  map.addSource(SITES, siteSource(sites));
  map.addLayer(siteLayer(SITES, SITES, look));
}
