// SPDX-License-Identifier: EUPL-1.2
/** What has become of a scenario since another state of it, as codes. Pure: the screen has words for each. */
import { isSame } from '../city/same';
import type { Measure, PlaceNote, Scenario } from './scenario';

/** What is said of a scenario beside its measures, in the order of the screen. */
export const SAID = ['name', 'description', 'author', 'assumptions', 'seed', 'year'] as const;
export type Said = (typeof SAID)[number];

/** What can become of a measure; those of the history (history.ts) are called the same there. */
const MEASURE_DIFFERENCES = [
  'measure-added',
  'measure-removed',
  'measure-set',
  'measure-placed',
  'measure-switched-on',
  'measure-switched-off',
] as const;

/** What can become of a note on a place; its words are those after, of one that is gone those before. */
type NoteDifference = 'note-added' | 'note-removed' | 'note-set' | 'note-placed';

export type Difference =
  | {
      readonly code: (typeof MEASURE_DIFFERENCES)[number];
      readonly measure: Pick<Measure, 'id' | 'kind'>;
    }
  | { readonly code: 'measures-reordered' }
  | { readonly code: NoteDifference; readonly note: Pick<PlaceNote, 'id' | 'text'> }
  | { readonly code: 'said'; readonly what: Said };

/** Which measure this is, whatever is set on it: an id may be given again once its measure is gone. */
export const keyOf = ({ id, kind }: Pick<Measure, 'id' | 'kind'>): string => `${kind} ${id}`;

/** By {@link keyOf}, in the order of the list. */
export const byKey = ({ measures }: Scenario): ReadonlyMap<string, Measure> =>
  new Map(measures.map((measure) => [keyOf(measure), measure]));

/** What `after` says that `before` did not: measures in the order of `after`, then what is gone, then words. */
export function differences(before: Scenario, after: Scenario): readonly Difference[] {
  const [was, is] = [byKey(before), byKey(after)];
  const found: Difference[] = [];
  for (const [key, measure] of is) {
    const old = was.get(key);
    if (old) found.push(...measureDifferences(old, measure));
    else found.push({ code: 'measure-added', measure: nameOf(measure) });
  }
  for (const [key, measure] of was)
    if (!is.has(key)) found.push({ code: 'measure-removed', measure: nameOf(measure) });
  if (isReordered([...was.keys()], [...is.keys()])) found.push({ code: 'measures-reordered' });
  found.push(...noteDifferences(before.notes, after.notes));
  for (const what of SAID) if (!isSame(before[what], after[what])) found.push({ code: 'said', what });
  return found;
}

/** Whether what both lists have comes in another order. */
export function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const [inBefore, inAfter] = [new Set(before), new Set(after)];
  const kept = before.filter((key) => inAfter.has(key));
  return after.filter((key) => inBefore.has(key)).some((key, i) => key !== kept[i]);
}

function measureDifferences(was: Measure, is: Measure): Difference[] {
  const measure = nameOf(is);
  const found: Difference[] = [];
  if (!isSame(was.config, is.config)) found.push({ code: 'measure-set', measure });
  if (!isSame(was.place, is.place)) found.push({ code: 'measure-placed', measure });
  if (was.on !== is.on) found.push({ code: is.on ? 'measure-switched-on' : 'measure-switched-off', measure });
  return found;
}

function noteDifferences(before: readonly PlaceNote[], after: readonly PlaceNote[]): Difference[] {
  const was = new Map(before.map((note) => [note.id, note]));
  const is = new Set(after.map(({ id }) => id));
  const said = (code: NoteDifference, { id, text }: PlaceNote): Difference => ({ code, note: { id, text } });
  return [
    ...after.flatMap((note) => {
      const old = was.get(note.id);
      if (!old) return said('note-added', note);
      return [
        ...(old.text === note.text ? [] : [said('note-set', note)]),
        ...(isSame(old.at, note.at) ? [] : [said('note-placed', note)]),
      ];
    }),
    ...before.filter(({ id }) => !is.has(id)).map((note) => said('note-removed', note)),
  ];
}

const nameOf = ({ id, kind }: Measure) => ({ id, kind });
