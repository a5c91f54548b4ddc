// SPDX-License-Identifier: EUPL-1.2
/** Keeps the address bar and the store the same: a choice is a step of the history, the camera is not. */
import type { StoreApi } from 'zustand';
import { ofCity, ofOwn } from '../../own/own-layer';
import { formatSketches } from '../../survey/sketch';
import { type AddressState, formatAddress, PLAIN_ADDRESS, parseAddress, settle } from './address';
import { formatComparison } from './address-compare';
import { nowMs } from './clock';
import { type Comparison, standingClock } from './comparison';
import type { StoreState, View } from './store';
import { origin } from './undo/early';
import { isSame } from './undo/timeline';

/** The part of the browser that is used here. */
export interface AddressBar {
  read(): string;
  /** A new step of the history. */
  push(hash: string): void;
  replace(hash: string): void;
  /** Called when the person goes back, forward or edits the address. Returns how to stop. */
  onChange(listener: () => void): () => void;
}

/** Browsers refuse a burst of history changes (100 in 30 s in one of them). */
const REPLACE_EVERY_MS = 400;

type Store = Pick<StoreApi<StoreState>, 'getState' | 'subscribe' | 'setState'>;

/**
 * Puts what the address says into the store, then writes every change back. `initialLayers` is
 * which layers are on at the start, so that a link names only the differences. Returns how to stop.
 */
export function startAddressSync(
  store: Store,
  bar: AddressBar,
  initialLayers: Readonly<Record<string, boolean>>,
): () => void {
  const initialView = store.getState().view;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let applying = false;
  let written = bar.read();
  const write = (how: 'push' | 'replace', state: StoreState) => {
    const hash = formatAddress(addressOf(state, initialView, initialLayers));
    if (hash === written) return;
    written = hash;
    bar[how](hash);
  };
  const stopTimer = () => {
    const waiting = timer !== undefined;
    clearTimeout(timer);
    timer = undefined;
    return waiting;
  };
  const apply = (hash: string, fly: boolean) => {
    written = hash;
    const said = parseAddress(hash);
    const view = said.view ?? initialView;
    const { quality } = store.getState();
    applying = true;
    origin.link = true;
    store.setState({
      view,
      ...(fly && !sameView(view, store.getState().view) ? { flight: { to: view } } : {}),
      layers: said.layers,
      selection: said.selection,
      list: said.list,
      scenarioOpen: said.scenarioOpen,
      ...(said.keptScenario &&
        said.keptScenario !== named(store.getState()) && { keptScenario: said.keptScenario }),
      modelOpen: said.modelOpen,
      toolsOpen: said.toolsOpen,
      asking: said.asking,
      peopleOpen: said.people !== null,
      ...(said.people && { people: said.people }),
      peopleMethodOpen: said.peopleMethodOpen,
      ...askedOf(said, store.getState()),
      ...sketchesOf(said, store.getState()),
      ...compareOf(said, store.getState(), initialLayers),
      language: said.language,
      lookChoice: said.lookChoice,
      clock: said.clock,
      ...(said.quality ? { quality: { level: said.quality, reason: 'chosen' as const } } : {}),
      ...(!said.quality && quality.reason === 'chosen'
        ? { quality: { level: 'high' as const, reason: null } }
        : {}),
    });
    applying = false;
    origin.link = false;
  };
  apply(written, false);
  const stopStore = store.subscribe((state, before) => {
    if (applying) return;
    if (!sameStep(state, before)) {
      // The step that is left keeps the camera as it was last.
      if (stopTimer()) write('replace', before);
      write('push', state);
    } else
      timer ??= setTimeout(() => {
        timer = undefined;
        write('replace', store.getState());
      }, REPLACE_EVERY_MS);
  });
  const stopBar = bar.onChange(() => {
    const hash = bar.read();
    if (hash === written) return;
    stopTimer();
    apply(hash, true);
  });
  return () => {
    stopTimer();
    stopStore();
    stopBar();
  };
}

function addressOf(
  state: StoreState,
  initialView: View,
  initialLayers: Readonly<Record<string, boolean>>,
): AddressState {
  return {
    ...PLAIN_ADDRESS,
    view: sameView(state.view, initialView) ? null : state.view,
    layers: unlike(state.layers, initialLayers),
    selection: state.selection,
    list: state.list,
    scenarioOpen: state.scenarioOpen,
    keptScenario: named(state),
    modelOpen: state.modelOpen,
    toolsOpen: state.toolsOpen,
    asking: state.asking,
    people: state.peopleOpen ? state.people : null,
    peopleMethodOpen: state.peopleMethodOpen,
    filters: ofCity(state.filters),
    colourings: ofCity(state.colourings),
    sketches: state.sketches,
    language: state.language,
    lookChoice: state.lookChoice,
    quality: state.quality.reason === 'chosen' ? state.quality.level : null,
    compare: comparisonOf(state.compare, initialLayers),
    clock: standingClock(state.clock, nowMs()),
  };
}

/**
 * What is the same stays the same: the map works it out anew where it is another. Of what somebody brought
 * no address says anything: it stays as it is.
 */
function askedOf(said: AddressState, now: StoreState): Partial<StoreState> {
  const same = (key: 'filters' | 'colourings') =>
    JSON.stringify(said[key]) === JSON.stringify(ofCity<unknown>(now[key]));
  return {
    ...(same('filters') ? {} : { filters: { ...said.filters, ...ofOwn(now.filters) } }),
    ...(same('colourings') ? {} : { colourings: { ...said.colourings, ...ofOwn(now.colourings) } }),
  };
}

/** Those of the address, where it names others than there are. */
function sketchesOf({ sketches }: AddressState, now: StoreState): Partial<StoreState> {
  return sketches && formatSketches(sketches) !== formatSketches(now.sketches) ? { sketches } : {};
}

/** The second view where the address says another than it would say of the one there is. */
function compareOf(
  { compare }: AddressState,
  now: StoreState,
  initialLayers: StoreState['layers'],
): Partial<StoreState> {
  const said = formatComparison(comparisonOf(now.compare, initialLayers));
  return isSame(formatComparison(compare), said) ? {} : { compare };
}

/** What a link says of the second view. */
function comparisonOf(
  compare: Comparison | null,
  initialLayers: Readonly<Record<string, boolean>>,
): Comparison | null {
  if (!compare) return null;
  const { layers, clock } = compare;
  return {
    ...compare,
    ...(layers && { layers: unlike(layers, initialLayers) }),
    ...(clock && { clock: standingClock(clock, nowMs()) }),
  };
}

/** The layers that differ from how they are at the start. */
const unlike = (layers: StoreState['layers'], initial: StoreState['layers']): StoreState['layers'] =>
  Object.fromEntries(Object.entries(layers).filter(([id, on]) => on !== initial[id]));

/** The kept scenario that the address names: the one that a link is opening, else the one on the desk. */
const named = ({ keptScenario, keptOnDesk }: StoreState): string | null => keptScenario ?? keptOnDesk;

/** To open another kept scenario is a step; that one is kept for the first time, or gives way to a new one, is none. */
const namesTheSame = (a: StoreState, b: StoreState): boolean =>
  !named(a) || !named(b) || named(a) === named(b);

const sameStep = (a: StoreState, b: StoreState): boolean =>
  a.list === b.list &&
  namesTheSame(a, b) &&
  a.scenarioOpen === b.scenarioOpen &&
  a.modelOpen === b.modelOpen &&
  a.toolsOpen === b.toolsOpen &&
  a.peopleOpen === b.peopleOpen &&
  a.peopleMethodOpen === b.peopleMethodOpen &&
  (a.compare === null) === (b.compare === null) &&
  JSON.stringify(a.selection) === JSON.stringify(b.selection);
const sameView = (a: View, b: View): boolean => JSON.stringify(settle(a)) === JSON.stringify(settle(b));

/** The browser's own bar. */
export function browserBar(): AddressBar {
  return {
    read: () => location.hash,
    push: (hash) => history.pushState(null, '', hash),
    replace: (hash) => history.replaceState(null, '', hash),
    onChange: (listener) => {
      addEventListener('popstate', listener);
      return () => removeEventListener('popstate', listener);
    },
  };
}
