// SPDX-License-Identifier: EUPL-1.2
/** What a step did, in words: made when they are shown, so that they are in the language of the screen. */
import type { TFunction } from 'i18next';
import { LAYERS } from '../../../layers/index';
import { ownIdOf } from '../../../own/own-layer';
import { type StoreState, useStore } from '../../state/store';
import { type Change, isSame, type Step } from '../../state/undo/timeline';
import { loadPart } from '../../text/texts';

type Words = (change: Change, t: TFunction) => string;

/** Once it has come; until then a step of the scenario is said without what it was. */
let ofScenario: Words | null = null;

/** Brings what a step's words need, if it is of the scenario and they are not here yet: true when they came. */
export async function bringWordsOf(step: Step): Promise<boolean> {
  if (ofScenario || step.byLink || !step.changes.scenario) return false;
  const [{ scenarioWords }] = await Promise.all([
    import('./scenario-words'),
    loadPart('scenario', useStore.getState().language),
  ]);
  ofScenario = scenarioWords;
  return true;
}

/** One short phrase, without a full stop. */
export function stepWords(step: Step, t: TFunction): string {
  if (step.byLink) return t('steps.link');
  const said = Object.entries(step.changes).flatMap(([part, change]) => PARTS[part]?.(change, t) ?? []);
  const [first = ''] = said;
  return said.length > 1 ? t('steps.more', { first }) : first;
}

const PARTS: Readonly<Record<string, Words>> = {
  layers: layerWords,
  filters: (change, t) => tableWords(change, t, 'filter'),
  colourings: (change, t) => tableWords(change, t, 'colouring'),
  sketches: (change, t) =>
    itemWords(change, t, {
      added: 'steps.sketchAdded',
      changed: 'steps.sketchChanged',
      gone: 'steps.sketchGone',
      allGone: 'steps.sketchesGone',
      several: 'steps.sketchesChanged',
      unnamed: 'steps.sketch',
    }),
  ownLayers: (change, t) =>
    itemWords(change, t, {
      added: 'steps.ownAdded',
      changed: 'steps.ownChanged',
      gone: 'steps.ownGone',
      allGone: 'steps.ownsChanged',
      several: 'steps.ownsChanged',
      unnamed: 'steps.own',
    }),
  scenario: (change, t) => ofScenario?.(change, t) ?? t('steps.scenarioChanged'),
  compare: compareWords,
  people: peopleWords,
  desk: deskWords,
};

function layerWords({ before, after }: Change, t: TFunction): string {
  const [was, is] = [before, after] as [StoreState['layers'], StoreState['layers']];
  const shown = (layers: StoreState['layers'], id: string) =>
    layers[id] ?? LAYERS.find((layer) => layer.id === id)?.visibleAtStart ?? false;
  const ids = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = ids.filter((id) => shown(was, id) !== shown(is, id));
  const [id] = changed;
  const layer = LAYERS.find((one) => one.id === id);
  if (changed.length === 1 && id)
    return t(shown(is, id) ? 'steps.layerOn' : 'steps.layerOff', {
      name: layer ? t(`layer.${layer.id}.name`) : id,
    });
  if (Object.keys(is).length === 0) return t('steps.layersReset');
  return t('steps.layersChanged', { n: changed.length || ids.length });
}

/** Of filters and colourings, which are by table. */
function tableWords({ before, after }: Change, t: TFunction, what: 'filter' | 'colouring'): string {
  const [was, is] = [byKey(before), byKey(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !isSame(was.get(id), is.get(id)));
  const [id] = ids;
  if (ids.length !== 1 || id === undefined)
    return t(what === 'filter' ? 'steps.filtersChanged' : 'steps.colouringsChanged');
  const gone = what === 'filter' ? 'steps.filterGone' : 'steps.colouringGone';
  const set = what === 'filter' ? 'steps.filterSet' : 'steps.colouringSet';
  return t(isNothing(is.get(id)) ? gone : set, { name: tableName(id, t) });
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** A table by the name of its layer, or its own. */
function tableName(id: string, t: TFunction): string {
  const layer = LAYERS.find(({ tables }) => (tables as readonly string[]).includes(id));
  if (layer) return t(`layer.${layer.id}.name`);
  // Of one that is gone the name is gone, too.
  return useStore.getState().ownLayers.find((own) => own.id === ownIdOf(id))?.name ?? t('steps.own');
}

interface ItemWords {
  readonly added: 'steps.sketchAdded' | 'steps.ownAdded';
  readonly changed: 'steps.sketchChanged' | 'steps.ownChanged';
  readonly gone: 'steps.sketchGone' | 'steps.ownGone';
  readonly allGone: 'steps.sketchesGone' | 'steps.ownsChanged';
  readonly several: 'steps.sketchesChanged' | 'steps.ownsChanged';
  readonly unnamed: 'steps.sketch' | 'steps.own';
}

/** Of lists of things with an id and perhaps a name. */
function itemWords({ before, after }: Change, t: TFunction, words: ItemWords): string {
  const [was, is] = [byKey(before), byKey(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !isSame(was.get(id), is.get(id)));
  const [id] = ids;
  if (ids.length > 1 && is.size === 0) return t(words.allGone, { n: ids.length });
  if (ids.length !== 1 || id === undefined) return t(words.several);
  const item = (is.get(id) ?? was.get(id)) as { name?: unknown } | null;
  const name = typeof item?.name === 'string' && item.name !== '' ? item.name : t(words.unnamed);
  if (!was.has(id)) return t(words.added, { name });
  return t(is.has(id) ? words.changed : words.gone, { name });
}

function byKey(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map();
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((item: { id?: unknown }, index) => [String(item.id ?? index), item]));
}

function deskWords({ before, after }: Change, t: TFunction): string {
  const more = (after as StoreState['desk']).length - (before as StoreState['desk']).length;
  return t(more === 1 ? 'steps.deskAdded' : more === -1 ? 'steps.deskTaken' : 'steps.deskChanged');
}

function compareWords({ before, after }: Change, t: TFunction): string {
  if (!before) return t('steps.compareOpened');
  return t(after ? 'steps.compareChanged' : 'steps.compareClosed');
}

/** Choices of the panel «Persone» that have words of their own. */
const PEOPLE_CHOICES = [
  'theme',
  'group',
  'preset',
  'weights',
  'grade',
  'service',
  'shopSector',
  'teams',
  'hoursAWeek',
] as const;
/** Which figure of a theme is shown. */
const PEOPLE_FIGURES = ['show', 'figure', 'serviceFigure', 'green', 'shopFigure'] as const;

function peopleWords({ before, after }: Change, t: TFunction): string {
  const [was, is] = [byKey(before), byKey(after)];
  const changed = [...is.keys()].filter((key) => !isSame(was.get(key), is.get(key)));
  // A preset brings its own weights, a theme nothing else.
  const choice = PEOPLE_CHOICES.find((key) => changed.includes(key));
  if (choice) return t(`steps.people.${choice}`);
  return t(PEOPLE_FIGURES.some((key) => changed.includes(key)) ? 'steps.people.shown' : 'steps.people.other');
}
