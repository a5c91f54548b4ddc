// SPDX-License-Identifier: EUPL-1.2
/**
 * What two people have made of one scenario, put together (a three-way merge). What only one of them touched is
 * taken; what both touched, and not alike, is an overlap that a person decides. Nothing of either is left out without
 * being listed. Pure.
 */
import { isSame } from '../city/same';
import { byKey, SAID, type Said } from './differences';
import { mergeNotes } from './merged-notes';
import { mergedOrder } from './merged-order';
import { MOST_ASSUMPTIONS } from './saved-file';
import type { Measure, Scenario, ScenarioWords } from './scenario';

/** Parts of a measure that are changed each for itself. */
const PARTS = ['config', 'place', 'on'] as const;

/** What both touched, and not alike. `key` names it while the two sides stay what they are. */
export type Overlap =
  | {
      readonly kind: 'measure';
      readonly key: string;
      /** Null: this side took it away. */
      readonly mine: Measure | null;
      readonly theirs: Measure | null;
    }
  | {
      readonly kind: 'said';
      readonly key: string;
      readonly what: Said;
      readonly mine: Scenario[Said];
      readonly theirs: Scenario[Said];
    }
  | { readonly kind: 'order'; readonly key: 'order' };

/** `both` of a measure: theirs as it is, and mine beside it under an id of its own. */
export type Choice = 'mine' | 'theirs' | 'both';
/** By the key of the overlap; what nobody has chosen yet is theirs. */
export type Choices = Readonly<Record<string, Choice>>;

export interface Merge {
  readonly scenario: Scenario;
  /** In the order of the screen, decided or not. */
  readonly overlaps: readonly Overlap[];
}

/** `mine` and `theirs` as one, both of which began as `base`. */
export function merge(base: Scenario, mine: Scenario, theirs: Scenario, choices: Choices = {}): Merge {
  const words = SAID.map((what) => mergeSaid(what, { base, mine, theirs }, choices));
  const measures = mergeMeasures({ base, mine, theirs }, choices);
  const notes = { base: base.notes, mine: mine.notes, theirs: theirs.notes };
  return {
    scenario: {
      ...(Object.fromEntries(words.map(({ what, value }) => [what, value])) as ScenarioWords),
      measures: measures.list,
      notes: taken(notes)?.value ?? mergeNotes(notes),
    },
    overlaps: [...measures.overlaps, ...words.flatMap(({ overlap }) => overlap ?? [])],
  };
}

/** Overlaps that nobody has decided. */
export const undecided = ({ overlaps }: Merge, choices: Choices): readonly Overlap[] =>
  overlaps.filter(({ key }) => !Object.hasOwn(choices, key));

/** Whether `both` can be chosen: each side has a measure to keep. */
export const canKeepBoth = (overlap: Overlap): boolean =>
  overlap.kind === 'measure' && overlap.mine !== null && overlap.theirs !== null;

interface Sides<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/** Of one thing: what only one side touched is that side's; undefined where both did, and not alike. */
function taken<T>({ base, mine, theirs }: Sides<T>): { readonly value: T } | undefined {
  if (isSame(mine, theirs) || isSame(base, theirs)) return { value: mine };
  return isSame(base, mine) ? { value: theirs } : undefined;
}

interface MergedSaid {
  readonly what: Said;
  readonly value: Scenario[Said];
  readonly overlap?: Overlap;
}

function mergeSaid(what: Said, sides: Sides<Scenario>, choices: Choices): MergedSaid {
  const of: Sides<Scenario[Said]> = {
    base: sides.base[what],
    mine: sides.mine[what],
    theirs: sides.theirs[what],
  };
  const known = taken(of) ?? (what === 'assumptions' ? mergeLines(of as Sides<Lines>) : undefined);
  if (known) return { what, value: known.value };
  const key = `said ${what}`;
  const overlap: Overlap = { kind: 'said', key, what, mine: of.mine, theirs: of.theirs };
  return { what, value: choices[key] === 'mine' ? of.mine : of.theirs, overlap };
}

type Lines = readonly string[];

/** Lines of both: a line that one side took away is gone. Undefined where they are no list of different lines. */
function mergeLines(sides: Sides<Lines>): { readonly value: Lines } | undefined {
  const all = Object.values(sides) as Lines[];
  if (all.some((lines) => new Set(lines).size < lines.length)) return undefined;
  const { base, mine, theirs } = sides;
  const kept = new Set(
    [...mine, ...theirs].filter((line) =>
      base.includes(line) ? mine.includes(line) && theirs.includes(line) : true,
    ),
  );
  const { keys, isDisputed } = mergedOrder(sides, kept);
  return isDisputed || keys.length > MOST_ASSUMPTIONS ? undefined : { value: keys };
}

/** A measure of the merged list, under a key that tells apart two of the same id. */
interface Item {
  readonly key: string;
  readonly measure: Measure;
}

/** Of mine where theirs of the same key is beside it. */
const beside = (key: string) => `${key} beside`;

function mergeMeasures(
  sides: Sides<Scenario>,
  choices: Choices,
): { readonly list: readonly Measure[]; readonly overlaps: readonly Overlap[] } {
  const of = { base: byKey(sides.base), mine: byKey(sides.mine), theirs: byKey(sides.theirs) };
  const keys = new Set([...of.base.keys(), ...of.theirs.keys(), ...of.mine.keys()]);
  const merged = [...keys].map((key) =>
    mergeMeasure(
      key,
      { base: of.base.get(key), mine: of.mine.get(key), theirs: of.theirs.get(key) },
      choices,
    ),
  );
  const items = new Map(
    merged.flatMap(({ items }) => items.map((item) => [item.key, item.measure] as const)),
  );
  // Mine stands where it stood, also under another key.
  const mineKeys = [...of.mine.keys()].flatMap((key) => {
    if (!items.has(beside(key))) return [key];
    return of.base.has(key) ? [key, beside(key)] : [beside(key)];
  });
  const order = mergedOrder(
    { base: [...of.base.keys()], mine: mineKeys, theirs: [...of.theirs.keys()] },
    new Set(items.keys()),
    choices.order === 'mine',
  );
  const overlaps = merged.flatMap(({ overlap }) => overlap ?? []);
  return {
    list: withFreeIds(
      order.keys.map((key) => ({ key, measure: items.get(key) as Measure })),
      sides,
    ),
    overlaps: order.isDisputed ? [...overlaps, { kind: 'order', key: 'order' }] : overlaps,
  };
}

interface MergedMeasure {
  readonly items: readonly Item[];
  readonly overlap?: Overlap;
}

function mergeMeasure(key: string, sides: Sides<Measure | undefined>, choices: Choices): MergedMeasure {
  const items = (measure: Measure | undefined, mineToo?: Measure) => [
    ...(measure ? [{ key, measure }] : []),
    ...(mineToo ? [{ key: beside(key), measure: mineToo }] : []),
  ];
  const known = taken(sides);
  if (known) return { items: items(known.value) };
  const { base, mine, theirs } = sides;
  // Two new ones that were given the same id by chance.
  if (!base) return { items: items(theirs, mine) };
  const parts = mine && theirs ? mergeParts(base, mine, theirs) : null;
  if (parts?.areDisputed === false) return { items: items(parts.theirs) };
  const overlap: Overlap = { kind: 'measure', key, mine: mine ?? null, theirs: theirs ?? null };
  const choice = choices[key];
  if (!parts) {
    const chosen = choice === 'both' ? (theirs ?? mine) : choice === 'mine' ? mine : theirs;
    return { items: items(chosen), overlap };
  }
  if (choice === 'both') return { items: items(parts.theirs, parts.mine), overlap };
  return { items: items(choice === 'mine' ? parts.mine : parts.theirs), overlap };
}

/** The measure with what only one side touched, and what both did as mine and as theirs. */
function mergeParts(
  base: Measure,
  mine: Measure,
  theirs: Measure,
): { readonly mine: Measure; readonly theirs: Measure; readonly areDisputed: boolean } {
  const parts = PARTS.map((part) => {
    const known = taken({ base: base[part] as unknown, mine: mine[part], theirs: theirs[part] });
    return { part, known };
  });
  const settled = Object.fromEntries(
    parts.flatMap(({ part, known }) => (known ? [[part, known.value]] : [])),
  );
  return {
    mine: { ...mine, ...settled },
    theirs: { ...theirs, ...settled },
    areDisputed: parts.some(({ known }) => !known),
  };
}

/** Theirs keep their ids; another that has one of them gets the next that nobody ever gave. */
function withFreeIds(items: readonly Item[], { base, mine, theirs }: Sides<Scenario>): readonly Measure[] {
  const ofTheirs = byKey(theirs);
  const numbers = [base, mine, theirs].flatMap(({ measures }) =>
    measures.map(({ id }) => Number(/^m(\d{1,9})$/.exec(id)?.[1] ?? 0)),
  );
  let highest = Math.max(0, ...numbers);
  const taken = new Set(items.filter(({ key }) => ofTheirs.has(key)).map(({ measure }) => measure.id));
  return items.map(({ key, measure }) => {
    if (ofTheirs.has(key)) return measure;
    if (!taken.has(measure.id)) {
      taken.add(measure.id);
      return measure;
    }
    highest += 1;
    return { ...measure, id: `m${highest}` };
  });
}
