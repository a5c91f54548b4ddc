// SPDX-License-Identifier: EUPL-1.2
/**
 * Which counts of a table of districts by groups of persons may be told beside each other, when everyone knows what
 * all districts together have of each group. Groups overlap (everybody, minors, those of 0 to 2), so that sums of some
 * less others are counts of persons too, told by whoever tells those. Pure.
 */
import { isSmall, MIN_CELL_COUNT } from './disclosure';

/** What rounding leaves of nobody: counts are kept in single precision. */
const NOBODY = 0.1;

const isFew = (count: number): boolean => count > NOBODY && isSmall(count);

/** A sum of some groups less others that is a set of persons, each counted once. Bits: of the groups, of the parts. */
interface Relation {
  readonly groups: number;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly parts: number;
}

export interface Counts {
  /** By group, a row a district: as they would be told; NaN: of this district nothing is told at all. */
  readonly groups: readonly ArrayLike<number>[];
  /** By part, a row a district: what is taken for true of the smallest sets that groups are made of. */
  readonly parts: readonly ArrayLike<number>[];
}

/** Groups of persons, each a union of parts. Made once, and asked of many tables. */
export class GroupsTogether {
  /** Those of fewest terms first. */
  readonly #relations: readonly Relation[];
  /** By set of parts. */
  readonly #ways: ReadonlyMap<number, readonly Relation[]>;
  /** By group: its place among those that are withheld for others' sake. */
  readonly #order: readonly number[];

  /**
   * @param groups which parts (by their place) each is made of
   * @param narrow groups in the order in which they are withheld for others' sake
   */
  constructor(groups: readonly (readonly number[])[], narrow: readonly number[]) {
    const masks = groups.map((parts) => parts.reduce((mask, part) => mask | (1 << part), 0));
    this.#relations = relationsOf(
      masks,
      groups.map((parts) => new Set(parts)),
    );
    const ways = new Map<number, Relation[]>();
    for (const relation of this.#relations)
      ways.set(relation.parts, [...(ways.get(relation.parts) ?? []), relation]);
    this.#ways = ways;
    this.#order = groups.map((_, group) => narrow.indexOf(group));
  }

  /**
   * What is withheld, so that neither a count that is told, nor a sum of some of a district's less others, nor what
   * all districts have of such a set less those of whom it is told, is of 1 to 4 persons: small counts, then narrow
   * groups of the same district, then the smallest other districts (as {@link withheldCells} does of one column).
   */
  withheld(counts: Counts): Withheld {
    const rows = counts.groups[0]?.length ?? 0;
    const hidden = Array.from({ length: rows }, (_, row) => this.#few(counts, row));
    const isIn = (row: number) => !Number.isNaN(counts.groups[0]?.[row]);
    const table = { counts, hidden, rows: hidden.flatMap((_, row) => (isIn(row) ? [row] : [])) };
    if (table.rows.some((row) => hidden[row] !== 0)) while (this.#protectAll(table));
    return {
      isTold: (group, row) => isIn(row) && ((hidden[row] as number) & (1 << group)) === 0,
      mayTell: (group, row, count) =>
        isIn(row) && this.#mayTell(counts, hidden[row] as number, group, row, count),
    };
  }

  /** Bits of the groups of a district that are few, or that would tell of few beside the others. */
  #few({ groups, parts }: Counts, row: number): number {
    const told = groups.map((column) => column[row] as number);
    const sets = everySet(parts.map((column) => column[row] as number));
    let hidden = 0;
    told.forEach((count, group) => {
      if (isSmall(count)) hidden |= 1 << group;
    });
    for (const relation of this.#relations) {
      if ((relation.groups & hidden) !== 0 || relation.minus.length === 0) continue;
      if (isFew(sets[relation.parts] as number) || isFew(reckoned(relation, told)))
        hidden |= 1 << this.#narrowest(relation);
    }
    return hidden;
  }

  #narrowest({ plus, minus }: Relation): number {
    return [...plus, ...minus].reduce((a, b) =>
      (this.#order[b] as number) < (this.#order[a] as number) ? b : a,
    );
  }

  /** One round over all sets of persons; whether anything more was withheld. */
  #protectAll(table: Table): boolean {
    let more = false;
    for (const [set, ways] of this.#ways)
      for (;;) {
        const row = this.#nextFor(table, set, ways);
        if (row === null) break;
        for (let way = wayTo(ways, table, row); way; way = wayTo(ways, table, row))
          table.hidden[row] = (table.hidden[row] as number) | (1 << this.#narrowest(way));
        more = true;
      }
    return more;
  }

  /**
   * Of which district a set must be withheld next, so that the city less the others tells neither it nor, where it is
   * of few, that it is: one that is not told whole anyway, then the smallest. Null: none, or none is left.
   */
  #nextFor(table: Table, set: number, ways: readonly Relation[]): number | null {
    const { rows, counts, hidden } = table;
    const withheld = rows.filter((row) => !wayTo(ways, table, row));
    if (withheld.length === 0) return null;
    const personsIn = (row: number) => trueOf(counts.parts, set, row);
    const sum = withheld.reduce((all, row) => all + personsIn(row), 0);
    const isEnough =
      !withheld.some((row) => isFew(personsIn(row))) || sum - withheld.length >= MIN_CELL_COUNT;
    if (withheld.length >= 2 && isEnough) return null;
    const rank = (row: number) => (personsIn(row) <= NOBODY ? 2 : hidden[row] === 0 ? 1 : 0);
    const [next = null] = rows
      .filter((row) => !withheld.includes(row))
      .sort((a, b) => rank(a) - rank(b) || personsIn(a) - personsIn(b) || a - b);
    return next;
  }

  #mayTell({ groups }: Counts, hidden: number, group: number, row: number, count: number): boolean {
    if (!(count >= 0) || isSmall(count) || (hidden & (1 << group)) !== 0) return false;
    const told = groups.map((column, one) => (one === group ? count : (column[row] as number)));
    return this.#relations.every(
      (relation) =>
        (relation.groups & hidden) !== 0 ||
        (relation.groups & (1 << group)) === 0 ||
        relation.minus.length === 0 ||
        !isFew(reckoned(relation, told)),
    );
  }
}

export interface Withheld {
  isTold(group: number, row: number): boolean;
  /** Whether a group's count that was reckoned otherwise (a share times the whole) may be told beside the others. */
  mayTell(group: number, row: number, count: number): boolean;
}

interface Table {
  readonly counts: Counts;
  /** By row: bits of the groups that are withheld. */
  readonly hidden: number[];
  /** Those of which something is told. */
  readonly rows: readonly number[];
}

/** What a relation comes to. Thousands are asked of every district: no call in it. */
function reckoned({ plus, minus }: Relation, told: readonly number[]): number {
  let persons = 0;
  for (let i = 0; i < plus.length; i++) persons += told[plus[i] as number] as number;
  for (let i = 0; i < minus.length; i++) persons -= told[minus[i] as number] as number;
  return persons;
}

/** Persons of every set of parts, by its bits. */
function everySet(parts: readonly number[]): Float64Array {
  const sets = new Float64Array(2 ** parts.length);
  parts.forEach((persons, part) => {
    const bit = 1 << part;
    for (let set = 0; set < bit; set++) sets[set | bit] = (sets[set] as number) + persons;
  });
  return sets;
}

function trueOf(parts: Counts['parts'], set: number, row: number): number {
  let persons = 0;
  for (let part = 0; part < parts.length; part++)
    if ((set & (1 << part)) !== 0) persons += parts[part]?.[row] as number;
  return persons;
}

/** How a set is known in a district from what is told there; undefined: it is not. */
const wayTo = (ways: readonly Relation[], { hidden }: Table, row: number): Relation | undefined =>
  ways.find(({ groups }) => (groups & (hidden[row] as number)) === 0);

/** Every choice of signs, 0, + or −, that counts no part twice nor less than nought. */
function relationsOf(masks: readonly number[], members: readonly ReadonlySet<number>[]): Relation[] {
  const found: Relation[] = [];
  const parts = Math.max(...members.flatMap((of) => [...of])) + 1;
  const times = new Int8Array(parts);
  const signs = new Int8Array(masks.length);
  const visit = (group: number): void => {
    if (group === masks.length) {
      const sound = times.every((n) => n === 0 || n === 1) && times.includes(1);
      if (sound) found.push(relation(signs, times));
      return;
    }
    for (const sign of [0, 1, -1]) {
      signs[group] = sign;
      for (const part of members[group] ?? []) times[part] = (times[part] as number) + sign;
      visit(group + 1);
      for (const part of members[group] ?? []) times[part] = (times[part] as number) - sign;
    }
  };
  visit(0);
  return found.sort((a, b) => a.plus.length + a.minus.length - b.plus.length - b.minus.length);
}

function relation(signs: Int8Array, times: Int8Array): Relation {
  const of = (sign: number) => Array.from(signs.keys()).filter((group) => signs[group] === sign);
  const [plus, minus] = [of(1), of(-1)];
  return {
    plus,
    minus,
    groups: [...plus, ...minus].reduce((mask, group) => mask | (1 << group), 0),
    parts: times.reduce((mask, n, part) => (n === 1 ? mask | (1 << part) : mask), 0),
  };
}
