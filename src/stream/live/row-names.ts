// SPDX-License-Identifier: EUPL-1.2
/**
 * Several feeds of one kind may call their things alike. The first feed of a kind, in the order of the
 * relay, keeps its ids; those of the others get the feed's id before them. A pure function of the feeds'
 * list, so that a link goes on to mean the same.
 */
import type { LiveKind, LiveRow, Topic } from '../../city/live';

const MARK = '::';

/** What stands before a name to tell its feed; '' of the first feed of a kind. */
export const feedPart = (name: string): string => name.slice(0, Math.max(0, name.indexOf(MARK)));

export class RowNames {
  /** Topics of a kind, in order. */
  readonly #of = new Map<LiveKind, Topic[]>();
  #renamed = new WeakMap<LiveRow, LiveRow>();

  /** The feeds, as the relay lists them. */
  set(topics: readonly Topic[]): void {
    this.#of.clear();
    for (const topic of topics)
      for (const kind of topic.kinds) {
        const of = this.#of.get(kind);
        if (of) of.push(topic);
        else this.#of.set(kind, [topic]);
      }
    this.#renamed = new WeakMap();
  }

  /** The row by the name that is its own among all feeds; the same object for the same row. */
  named(topic: Topic, row: LiveRow): LiveRow {
    const prefix = this.#prefix(topic.id, row.kind);
    if (prefix === '') return row;
    let renamed = this.#renamed.get(row);
    if (!renamed) {
      // The quantities of a station stand together by its name.
      const station = 'station' in row ? { station: prefix + row.station } : {};
      renamed = { ...row, ...station, id: prefix + row.id } as LiveRow;
      this.#renamed.set(row, renamed);
    }
    return renamed;
  }

  /**
   * The feed that a name is of, and what the feed itself calls it; undefined where no feed is of the kind.
   * The first feed's own prefix counts too: a link was made while it stood second.
   */
  origin(kind: LiveKind, name: string): { readonly topic: Topic; readonly id: string } | undefined {
    const of = this.#of.get(kind) ?? [];
    const topic = of.find(({ id }) => name.startsWith(id + MARK));
    if (topic) return { topic, id: name.slice(topic.id.length + MARK.length) };
    return of[0] && { topic: of[0], id: name };
  }

  /**
   * What a thing may be called at another moment or by another list of feeds, the likeliest first. On a
   * typical day things have no feed, only their own names; a name without a feed may be any feed's.
   */
  alike(kind: LiveKind, name: string, typical: boolean): readonly string[] {
    const mark = name.indexOf(MARK);
    // Whatever feeds there are now, or none.
    if (typical) return mark < 0 ? [name] : [name, name.slice(mark + MARK.length)];
    const own = this.origin(kind, name);
    if (!own) return [name];
    const names = [name, this.#prefix(own.topic.id, kind) + own.id];
    if (own.id === name)
      for (const { id } of this.#of.get(kind) ?? []) names.push(this.#prefix(id, kind) + name);
    return [...new Set(names)];
  }

  #prefix(topic: string, kind: LiveKind): string {
    const of = this.#of.get(kind);
    return !of || of[0]?.id === topic ? '' : topic + MARK;
  }
}

/** Whether all, some or none of these feeds are made up, as {@link Known} says it. */
export function madeUpOf(topics: readonly Pick<Topic, 'simulated'>[]) {
  const simulated = topics.some((topic) => topic.simulated);
  const partly = simulated && !topics.every((topic) => topic.simulated);
  return { simulated, ...(partly && { partlySimulated: true }) } as const;
}
