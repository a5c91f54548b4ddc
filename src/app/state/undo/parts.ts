// SPDX-License-Identifier: EUPL-1.2
/** The parts that can be undone (early.ts lists them): where they are stated, how their changes go together, their form. */
import type { EditedScenario } from '../../../scenario/history';
import type { Part } from './early';
import { type Change, isSame } from './timeline';

/** Parts that an address states in full, so that an address without them says that they are empty. */
export const IN_ADDRESS: readonly Part[] = ['layers', 'filters', 'colourings'];

/**
 * What a change of some part is about, so that another one of the same soon after goes with it: the
 * thing in the list that was changed. Null where something came or went, which is a step of its own,
 * and of what is only on or off.
 */
export function subjectOf(part: string, { before, after }: Change): string | null {
  if (part === 'layers' || part === 'scenario') return null;
  const [was, is] = [byId(before), byId(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !isSame(was.get(id), is.get(id)));
  const [id] = ids;
  if (ids.length !== 1 || id === undefined || !was.has(id) || !is.has(id)) return null;
  return `${part}:${id}:${within(was.get(id), is.get(id))}`;
}

/** Which of its fields changed, where it has the same ones: a range being dragged is no other condition. */
function within(was: unknown, is: unknown): string {
  const [one, other] = [byId(was), byId(is)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((key) => !isSame(one.get(key), other.get(key)))
    .sort()
    .join();
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
  if (part === 'scenario') return value === null || (isRecord && isEdited(value as Partial<EditedScenario>));
  return isRecord || (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null));
}

const isEdited = ({ present, openings }: Partial<EditedScenario>): boolean =>
  typeof openings === 'number' && Array.isArray(present?.measures) && typeof present.name === 'string';
