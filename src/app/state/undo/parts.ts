// SPDX-License-Identifier: EUPL-1.2
/** The parts that can be undone (early.ts lists them): where they are stated, how their changes go together, their form. */

import { ofCity } from '../../../own/own-layer';
import type { EditedScenario } from '../../../scenario/history';
import { formatSketches, type Sketch } from '../../../survey/sketch';
import { formatComparison } from '../address-compare';
import { COMPARE_MODES, type Comparison } from '../comparison';
import { initialLayers } from '../offered-layers';
import { FIRST_PEOPLE_VIEW, formatPeopleView, isPeopleView, type PeopleView } from '../people-view';
import type { StoreState } from '../store';
import type { Part } from './early';
import { type Change, isSame } from './timeline';

/** Parts that an address states in full, so that an address without them says that they are empty. */
const IN_ADDRESS: readonly Part[] = ['layers', 'filters', 'colourings', 'compare'];

/**
 * What a change of some part is about, so that another one of the same soon after goes with it: the
 * thing in the list that was changed. Null where something came or went, which is a step of its own,
 * and of what is only on or off.
 */
export function subjectOf(part: string, { before, after }: Change): string | null {
  if (part === 'layers' || part === 'scenario' || part === 'desk') return null;
  const [was, is] = [byId(before), byId(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !isSame(was.get(id), is.get(id)));
  const [id] = ids;
  if (ids.length !== 1 || id === undefined || !was.has(id) || !is.has(id)) return null;
  const fields = within(was.get(id), is.get(id));
  return fields === null ? null : `${part}:${id}:${fields}`;
}

/**
 * Which of its fields changed, as the fields of a condition do while its range is dragged; null where
 * something came into one of them, or went.
 */
function within(was: unknown, is: unknown): string | null {
  const [one, other] = [byId(was), byId(is)];
  const fields = [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => !isSame(one.get(key), other.get(key)),
  );
  const lists = fields
    .map((key) => [one.get(key), other.get(key)])
    .filter((pair) => pair.some(Array.isArray));
  const grown = lists.some(
    ([a, b]) => ![...byId(a).keys()].every((id) => byId(b).has(id)) || byId(a).size !== byId(b).size,
  );
  return grown ? null : fields.sort().join();
}

/** The things in a part: entries of a record, or of a list by their id (of a condition its attribute). */
function byId(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map();
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(
    value.map((item: { id?: unknown; attribute?: unknown; kind?: unknown } | null, index) => [
      String(item?.id ?? (item?.attribute && `${item.attribute} ${item.kind}`) ?? index),
      item,
    ]),
  );
}

/** Whether the scenario came as an answer to an action, goes on with one, or was only brought back. */
export function scenarioChange({ before, after }: Change): 'action' | 'joined' | 'brought' {
  const [was, is] = [before as EditedScenario | null, after as EditedScenario | null];
  if (!is?.last) return 'brought';
  return was?.last === is.last ? 'joined' : 'action';
}

/** Whether a value that was kept can be one of this part: its form, not every word of it. */
export function isSound(part: string, value: unknown): boolean {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (part === 'layers') return isRecord && Object.values(value).every((on) => typeof on === 'boolean');
  if (part === 'filters' || part === 'colourings')
    return isRecord && Object.values(value).every((one) => typeof one === 'object');
  if (part === 'compare') return value === null || (isRecord && isComparison(value as Partial<Comparison>));
  if (part === 'desk') return Array.isArray(value) && value.every((id) => typeof id === 'string');
  if (part === 'people') return isRecord && isPeopleView(value as Partial<PeopleView>);
  if (part === 'scenario') return value === null || (isRecord && isEdited(value as Partial<EditedScenario>));
  return isRecord || (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null));
}

const isComparison = ({ mode, split }: Partial<Comparison>): boolean =>
  (COMPARE_MODES as readonly unknown[]).includes(mode) && typeof split === 'number';

const isEdited = ({ present, id, openings }: Partial<EditedScenario>): boolean =>
  typeof openings === 'number' &&
  typeof id === 'string' &&
  Array.isArray(present?.measures) &&
  Array.isArray(present.notes) &&
  typeof present.name === 'string';

/**
 * Whether what was kept of a part comes back, given what the page began with: it does where the address
 * says the same of it, in its own words, or nothing that it would say. Else the link stands.
 */
export function comesBack(part: Part, kept: unknown, start: unknown): boolean {
  if (isSame(inAddress(part, kept), inAddress(part, start))) return true;
  return !IN_ADDRESS.includes(part) && isSame(start, INITIAL[part]);
}

const INITIAL: Readonly<Partial<Record<Part, unknown>>> = {
  sketches: [],
  ownLayers: [],
  scenario: null,
  people: FIRST_PEOPLE_VIEW,
  desk: [],
};

/** What an address would say: layers as they start are left out, places and names are rounded and cut. */
function inAddress(part: Part, value: unknown): unknown {
  if (part === 'layers') return unlikeStart(value as StoreState['layers']);
  // Histories from before there was one say nothing of it.
  if (part === 'compare' && !value) return null;
  if (part === 'compare') {
    const compare = value as Comparison;
    const { layers } = compare;
    return formatComparison(layers ? { ...compare, layers: unlikeStart(layers) } : compare);
  }
  if (part === 'people') return formatPeopleView(value as PeopleView);
  // Of what somebody brought no address says anything.
  if (part === 'filters' || part === 'colourings') return ofCity(value as Record<string, unknown>);
  return part === 'sketches' ? formatSketches(value as readonly Sketch[]) : value;
}

function unlikeStart(layers: StoreState['layers']): StoreState['layers'] {
  const starts = initialLayers();
  return Object.fromEntries(Object.entries(layers).filter(([id, on]) => on !== starts[id]));
}
