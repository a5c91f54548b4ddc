// SPDX-License-Identifier: EUPL-1.2
/**
 * What the address bar says, after `#`: enough to stand again where one stood. Links are kept for
 * years, so every link carries the version of its writing and `parseAddress` reads all of them;
 * rubbish is passed over and the default stands.
 *
 *   #v=1&view=9.19186,45.46416,14.6,60,-20&on=trees&off=transit&sel=building:osm-w123&list=tree
 *    &panel=scenario,model,tools&people=need~preset.families&sketch=distance~~9.19,45.46,0_9.2,45.47,0&lang=en&look=dark&quality=low&time=2026-11-22T08:00:00Z
 *
 *   &filter=building@hidden~year:..1944~storeys:6..&colour=building@year~natural-5~viridis (query/written.ts)
 *
 *   &scenario=2b1f0c9e-… (the kept scenario that is on the desk, or that the link opens)
 *
 *   &compare=swipe,0.5,layers,clock&b-on=trees&b-off=transit&b-time=w7-08:30 (a second view: address-compare.ts)
 *
 * `people`: the panel «Persone» is open, and what it shows (people-view.ts); its year is the clock's.
 *
 * `time` is a moment that was, an hour of a typical day by its weekday (1 Monday), `time=w3-08:30`, or
 * one of a date in Rome, `time=d2026-06-21T08:30`.
 */
import type { Clock } from '../../city/clock';
import { type LonLat, lonLat } from '../../city/frames';
import { GROUND_LAYERS, type GroundLayer } from '../../city/ground';
import { LIVE_KINDS } from '../../city/live';
import type { Look } from '../../layers/layer';
import { readColouring, readFilter, writeColouring, writeFilter } from '../../query/written';
import { formatSketches, parseSketches, type Sketch } from '../../survey/sketch';
import { formatComparison, parseComparison } from './address-compare';
import {
  byTable,
  decode,
  encode,
  formatClock,
  halves,
  LISTS,
  layerList,
  layersOf,
  ofTables,
  oneOf,
  parseClock,
} from './address-words';
import type { Comparison } from './comparison';
import { formatPeopleView, type PeopleView, parsePeopleView } from './people-view';
import {
  type Language,
  type ListId,
  QUALITY_LEVELS,
  type QualityLevel,
  type Selection,
  type StoreState,
  type View,
} from './store';

export const ADDRESS_VERSION = 1;

export interface AddressState {
  /** Null: the initial view. */
  readonly view: View | null;
  /** Layers that differ from how they are at the start. */
  readonly layers: Readonly<Record<string, boolean>>;
  readonly selection: Selection | null;
  readonly list: ListId | null;
  /** Whether the panel is open; what is in it is not of the address. */
  readonly scenarioOpen: boolean;
  /** The id of the kept scenario that is on the desk, or to be opened; null: none. */
  readonly keptScenario: string | null;
  /** Whether the window «Quanto è buono il modello?» is. */
  readonly modelOpen: boolean;
  /** Whether the panel of the tools is. */
  readonly toolsOpen: boolean;
  /** The panel «Colora e filtra» is open, at this table. */
  readonly asking: StoreState['asking'];
  /** What the panel «Persone» shows; null: it is closed. */
  readonly people: PeopleView | null;
  /** Whether the window that says how its figures are made is open. */
  readonly peopleMethodOpen: boolean;
  readonly filters: StoreState['filters'];
  readonly colourings: StoreState['colourings'];
  /** Null: nothing is said of them, or they are too long for a link. */
  readonly sketches: readonly Sketch[] | null;
  readonly language: Language;
  readonly lookChoice: Look | 'auto';
  /** Only what a person chose: what the machine stepped down to is its own affair. */
  readonly quality: QualityLevel | null;
  /** The second view; its layers are those that differ from the start, its clock stands still. */
  readonly compare: Comparison | null;
  /** Standing still: a link that began to run when opened would show everybody something else. */
  readonly clock: Clock;
}

export const PLAIN_ADDRESS: AddressState = {
  view: null,
  layers: {},
  selection: null,
  list: null,
  scenarioOpen: false,
  keptScenario: null,
  modelOpen: false,
  toolsOpen: false,
  asking: null,
  people: null,
  peopleMethodOpen: false,
  filters: {},
  colourings: {},
  sketches: null,
  language: 'it',
  lookChoice: 'auto',
  quality: null,
  compare: null,
  clock: { kind: 'live' },
};

/**
 * A view on the grid of the address: a centimetre (7 decimals of a degree), 1/10,000 of a zoom,
 * 1/100 of a degree. Finer than a pixel everywhere, and short.
 */
export function settle(view: View): View {
  return {
    at: settlePoint(view.at),
    zoom: round(view.zoom, 4),
    pitchDeg: round(view.pitchDeg, 2),
    bearingDeg: round(view.bearingDeg, 2),
  };
}

/** Longer than this, sketches would make links that mail and chat programs cut. */
export const LONGEST_SKETCHES = 1500;

export function formatAddress(state: AddressState): string {
  const parts: string[] = [`v=${ADDRESS_VERSION}`];
  const add = (key: string, value: string | null) => {
    if (value) parts.push(`${key}=${value}`);
  };
  if (state.view) {
    const { at, zoom, pitchDeg, bearingDeg } = settle(state.view);
    add('view', [...at, zoom, pitchDeg, bearingDeg].map(plain).join(','));
  }
  for (const on of [true, false]) add(on ? 'on' : 'off', layerList(state.layers, on));
  const { selection } = state;
  add('sel', selection && selection.kind !== 'own' ? formatSelection(selection) : null);
  add('list', state.list);
  const panels = [
    state.scenarioOpen && 'scenario',
    state.modelOpen && 'model',
    state.toolsOpen && 'tools',
    state.asking && `ask-${state.asking}`,
    state.peopleMethodOpen && 'people-method',
  ];
  add('panel', panels.filter(Boolean).join(','));
  add('scenario', state.keptScenario);
  add('people', state.people && formatPeopleView(state.people));
  add('filter', byTable(state.filters, writeFilter));
  add('colour', byTable(state.colourings, writeColouring));
  const sketches = formatSketches(state.sketches ?? []);
  add('sketch', sketches.length > LONGEST_SKETCHES ? null : sketches);
  add('lang', state.language === PLAIN_ADDRESS.language ? null : state.language);
  add('look', state.lookChoice === 'auto' ? null : state.lookChoice);
  add('quality', state.quality);
  add('time', formatClock(state.clock));
  for (const [key, value] of formatComparison(state.compare)) add(key, value);
  return `#${parts.join('&')}`;
}

/** Reads an address written by this version or an older one. Never throws. */
export function parseAddress(hash: string): AddressState {
  const values = new Map<string, string>();
  for (const part of hash.replace(/^#/, '').split('&')) {
    const cut = part.indexOf('=');
    if (cut > 0) values.set(part.slice(0, cut), part.slice(cut + 1));
  }
  const get = (key: string) => values.get(key) ?? '';
  return {
    view: parseView(get('view')),
    layers: layersOf(get('on'), get('off')),
    selection: parseSelection(get('sel')),
    list: oneOf(get('list'), LISTS) ?? ownList(get('list')),
    scenarioOpen: get('panel').split(',').includes('scenario'),
    keptScenario: SCENARIO_ID.test(get('scenario')) ? get('scenario') : null,
    modelOpen: get('panel').split(',').includes('model'),
    toolsOpen: get('panel').split(',').includes('tools'),
    asking: ASKED.find((list) => get('panel').split(',').includes(`ask-${list}`)) ?? null,
    people: parsePeopleView(get('people')),
    peopleMethodOpen: get('panel').split(',').includes('people-method'),
    filters: ofTables(get('filter'), readFilter),
    colourings: ofTables(get('colour'), readColouring),
    sketches: noneIsNull(parseSketches(get('sketch'))),
    language: oneOf(get('lang'), ['it', 'en'] as const) ?? 'it',
    lookChoice: oneOf(get('look'), ['light', 'dark'] as const) ?? 'auto',
    quality: oneOf(get('quality'), QUALITY_LEVELS),
    compare: parseComparison(get),
    clock: parseClock(decode(get('time'))) ?? PLAIN_ADDRESS.clock,
  };
}

const SCENARIO_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A link to a kept scenario: whoever may see it has it opened, with its answer where one is stored. */
export const scenarioLink = (id: string, page: string): string => {
  const address = { ...PLAIN_ADDRESS, scenarioOpen: true, keptScenario: id };
  return new URL(formatAddress(address), page).href;
};

const noneIsNull = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null);

/** Tables that can be coloured. */
const ASKED = ['building', 'district'] as const;

/** The number of what somebody brought says nothing of it; another browser has none of that number. */
const ownList = (text: string): ListId | null =>
  /^own:[a-z0-9]{1,20}$/.test(decode(text)) ? (decode(text) as ListId) : null;

/** Rows of what somebody brought are in no link: they are in no other browser. */
function formatSelection(selection: Exclude<Selection, { kind: 'own' }>): string {
  if (selection.kind === 'building') return `building:${encode(selection.stableId)}`;
  if (selection.kind === 'district') return `district:${selection.id}`;
  return `${selection.kind === 'live' ? `live.${selection.live}` : selection.layer}:${encode(selection.id)}@${settlePoint(selection.at).map(plain).join(',')}`;
}

function parseSelection(text: string): Selection | null {
  const [kind, rest] = halves(text, ':');
  if (!rest) return null;
  if (kind === 'building') {
    const stableId = decode(rest);
    return stableId ? { kind, stableId } : null;
  }
  // A district is found by its number alone; older and hand-written links may carry a place too.
  if (kind === 'district' && /^\d{1,6}$/.test(rest)) return { kind, id: Number(rest) };
  const layer = oneOf(kind, GROUND_LAYERS as readonly GroundLayer[]);
  const [coded, place] = halves(rest, '@');
  const id = decode(coded);
  const at = parsePoint(place.split(','));
  const live = LIVE_KINDS.find((one) => kind === `live.${one}`);
  if (live) return id && at ? { kind: 'live', live, id, at } : null;
  return layer && id && at ? { kind: 'thing', layer, id, at } : null;
}

function parseView(text: string): View | null {
  const numbers = text.split(',');
  if (numbers.length !== 5) return null;
  const at = parsePoint(numbers);
  const [zoom, pitchDeg, bearingDeg] = numbers.slice(2).map(parseNumber);
  if (!at || zoom == null || pitchDeg == null || bearingDeg == null) return null;
  if (zoom < 0 || zoom > 24 || pitchDeg < 0 || pitchDeg > 85 || Math.abs(bearingDeg) > 360) return null;
  return settle({ at, zoom, pitchDeg, bearingDeg });
}

function parsePoint([lonText = '', latText = '']: readonly string[]): LonLat | null {
  const lon = parseNumber(lonText);
  const lat = parseNumber(latText);
  if (lon == null || lat == null || Math.abs(lon) > 180 || Math.abs(lat) > 85) return null;
  return settlePoint(lonLat(lon, lat));
}

function parseNumber(text: string): number | null {
  // A negative zero would not come back as it went.
  return /^-?\d{1,4}(\.\d{1,17})?$/.test(text) ? Number(text) + 0 : null;
}

const settlePoint = (at: LonLat): LonLat => lonLat(round(at[0], 7), round(at[1], 7));
const round = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

/** Never 1e-7. */
const plain = (value: number): string => value.toFixed(7).replace(/\.?0+$/, '');
