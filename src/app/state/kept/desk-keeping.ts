// SPDX-License-Identifier: EUPL-1.2
/**
 * Keeps what is on the desk in the browser, a moment after each change. Several tabs with the same scenario stay in
 * step: whoever finds that another has written first takes that in before writing. Where both have changed the same
 * thing, this tab goes on with a scenario of its own, and says so.
 */
import { type Difference, differences } from '../../../scenario/differences';
import { merge } from '../../../scenario/merge';
import type { Provenance } from '../../../scenario/saved-file';
import type { KeepingClock } from './clock';
import type { Desk, OnDesk } from './desk';
import { edited, type KeptRecord, newRecord } from './record';
import type { RecordStore } from './record-store';
import { EMPTY_TEXT, fingerprint, scenarioOf, textOf } from './scenario-text';
import type { Tabs } from './tabs';

/** What came in from elsewhere, and what it changed. */
export interface Came {
  /** Of the scenario. */
  readonly id: string;
  /** Empty: from another tab. */
  readonly by: string;
  readonly differences: readonly Difference[];
}

export interface DeskKeepingParts {
  readonly desk: Desk;
  readonly records: RecordStore;
  readonly tabs: Tabs;
  readonly clock: KeepingClock;
  /** What a scenario is made with now; what is not known yet is as it was. */
  readonly provenance: (before: Provenance | null) => Provenance;
  /** What is kept of the scenario on the desk; null: nothing. */
  readonly onRecord: (record: KeptRecord | null) => void;
  /** Something that a person made has been kept. */
  readonly onKept: (id: string) => void;
  readonly onCame: (came: Came) => void;
  /** This tab goes on with a scenario of its own. */
  readonly onForked: () => void;
  /** Why nothing is kept; null: it is. */
  readonly onFault: (fault: unknown) => void;
}

/** What of its record the desk has in it. */
interface Known {
  readonly id: string;
  readonly text: string;
  readonly edition: number;
  /** As it was last seen: goes on from here where it is taken away meanwhile, as another tab does when it tidies. */
  readonly record: KeptRecord | null;
}

/** So long after a change it is kept; a large one, which takes longer to write, later. */
const KEEP_AFTER_MS = 200;
const KEEP_LARGE_AFTER_MS = 1000;
const LARGE_CHARACTERS = 200_000;

export class DeskKeeping {
  readonly #parts: DeskKeepingParts;
  #seen: OnDesk | null = null;
  /** Null until it is known what is kept of the scenario on the desk. */
  #known: Known | null = null;
  /** There is something of another tab that an open form keeps out. */
  #isBehind = false;
  #notYet: (() => void) | null = null;
  /** One thing after the other. */
  #going: Promise<void> = Promise.resolve();
  readonly #stops: (() => void)[];

  constructor(parts: DeskKeepingParts) {
    this.#parts = parts;
    const { desk, tabs } = parts;
    this.#stops = [
      desk.watch(() => this.#changed()),
      desk.watchHistory(() => this.#attachAnew()),
      tabs.hear((id) => id === this.#seen?.id && this.#then(() => this.#look())),
    ];
    this.#changed();
  }

  /** Keeps at once what still waits. Resolves when it is kept, or cannot be. */
  async flush(): Promise<void> {
    // What is kept of a scenario that has just come is asked first, and finds what is to be kept.
    do {
      if (this.#notYet) {
        this.#cancel();
        this.#then(() => this.#keep());
      }
      await this.#going;
    } while (this.#notYet);
  }

  /** Something has been done to the record of the scenario on the desk: takes it in. */
  follow(): Promise<void> {
    this.#then(() => this.#look());
    return this.#going;
  }

  stop(): Promise<void> {
    for (const stop of this.#stops) stop();
    return this.flush();
  }

  #then(work: () => Promise<void>): void {
    this.#going = this.#going.then(work).catch((fault: unknown) => this.#parts.onFault(fault));
  }

  #changed(): void {
    const now = this.#parts.desk.read();
    const was = this.#seen;
    this.#seen = now;
    if (now?.id !== was?.id) {
      if (was) this.#leave(was);
      this.#attachAnew();
    } else if (now && (now.present !== was?.present || (this.#isBehind && !this.#parts.desk.isBusy())))
      this.#soon();
  }

  #soon(): void {
    const isLarge = (this.#known?.text.length ?? 0) > LARGE_CHARACTERS;
    this.#notYet ??= this.#parts.clock.after(isLarge ? KEEP_LARGE_AFTER_MS : KEEP_AFTER_MS, () => {
      this.#notYet = null;
      this.#then(() => this.#keep());
    });
  }

  #cancel(): void {
    this.#notYet?.();
    this.#notYet = null;
  }

  /** What was done last to the scenario that leaves the desk, and is not kept yet. */
  #leave(was: OnDesk): void {
    const [known, isWaiting] = [this.#known, this.#notYet !== null];
    this.#cancel();
    if (known?.id === was.id && isWaiting) this.#then(() => this.#keepAside(was, known));
  }

  async #keepAside({ id, present }: OnDesk, known: Known): Promise<void> {
    const { records, onKept, tabs } = this.#parts;
    const mine = textOf(present);
    let isFree = true;
    await records.update(id, (there) => {
      const record = there ?? known.record;
      if (!record || record.edition === known.edition) return this.#made(id, mine, record);
      const both = merge(scenarioOf(known.text), present, scenarioOf(record.text));
      isFree = both.overlaps.length === 0;
      return isFree ? this.#made(id, textOf(both.scenario), record) : record;
    });
    if (!isFree) await this.#fork(mine, id);
    tabs.say(id);
    onKept(id);
  }

  /** A scenario of its own, beside the one that it began as. */
  async #fork(text: string, from: string): Promise<string> {
    const { records, clock, provenance } = this.#parts;
    const id = clock.newId();
    const parent = await records.get(from);
    const rev = parent?.saved?.rev ?? 0;
    const fresh = newRecord(id, {
      text,
      provenance: provenance(parent?.provenance ?? null),
      atMs: clock.nowMs(),
    });
    await records.update(id, () => ({ ...fresh, parent: { id: from, rev } }));
    this.#parts.onForked();
    this.#parts.onKept(id);
    return id;
  }

  #made(id: string, text: string, record: KeptRecord | null): KeptRecord | null {
    const { clock, provenance } = this.#parts;
    const what = { text, provenance: provenance(record?.provenance ?? null), atMs: clock.nowMs() };
    if (!record) return text === EMPTY_TEXT ? null : newRecord(id, what);
    // What was never anywhere and is empty again has never been.
    if (text === EMPTY_TEXT && !record.saved && !record.sent && !record.parent) return null;
    return edited(record, what);
  }

  #attachAnew(): void {
    this.#known = null;
    this.#isBehind = false;
    this.#cancel();
    this.#then(() => this.#attach());
  }

  /** Finds what is kept of the scenario on the desk, and which of the two is the newer. */
  async #attach(): Promise<void> {
    const { desk, records, onRecord } = this.#parts;
    const id = desk.read()?.id;
    if (!id || this.#known) return;
    const record = await records.get(id);
    await records.putOnDesk(id);
    const now = desk.read();
    if (now?.id !== id || this.#known) return;
    this.#seen = now;
    onRecord(record);
    if (!record) {
      this.#known = { id, text: EMPTY_TEXT, edition: 0, record: null };
      if (textOf(now.present) !== EMPTY_TEXT) this.#soon();
      return;
    }
    const base = record.text === textOf(now.present) ? record.text : this.#ancestorOf(record, now);
    this.#known = { id, text: base, edition: base === record.text ? record.edition : -1, record };
    if (base !== record.text) this.#follow(record);
    else if (record.text !== textOf(now.present)) this.#soon();
  }

  /** The last text that both the record and the desk came from. */
  #ancestorOf({ trail, text }: KeptRecord, { present }: OnDesk): string {
    const before = new Set(trail);
    for (const scenario of [present, ...this.#parts.desk.ancestors()]) {
      const one = textOf(scenario);
      if (before.has(fingerprint(one))) return one;
    }
    // Of a closed tab whose steps are gone: what is on the desk goes on from what is kept.
    return text;
  }

  async #keep(): Promise<void> {
    const { desk, records, tabs, onRecord, onKept, onFault } = this.#parts;
    const known = this.#known;
    if (!known || desk.read()?.id !== known.id) return;
    const { id } = known;
    let [isForeign, isNew] = [false, false];
    const record = await records.update(id, (kept) => {
      const there = kept ?? known.record;
      const now = desk.read();
      isForeign = there !== null && there.edition !== known.edition;
      if (isForeign || now?.id !== id) return there;
      const made = this.#made(id, textOf(now.present), there);
      isNew = made !== there;
      return made;
    });
    if (this.#known !== known) return;
    onFault(null);
    if (isForeign && record) return this.#follow(record);
    this.#known = { id, text: record?.text ?? EMPTY_TEXT, edition: record?.edition ?? 0, record };
    onRecord(record);
    if (!isNew) return;
    tabs.say(id);
    onKept(id);
  }

  /** Whether another tab, or the server, has changed the record. */
  async #look(): Promise<void> {
    const known = this.#known;
    const record = known && (await this.#parts.records.get(known.id));
    if (!record || this.#known !== known || this.#parts.desk.read()?.id !== known.id) return;
    if (record.edition !== known.edition) return this.#follow(record);
    this.#known = { ...known, record };
    this.#parts.onRecord(record);
  }

  /** Takes into the desk what has come into its record. In one go: nobody types meanwhile. */
  #follow(record: KeptRecord): void {
    const { desk, onRecord, onCame } = this.#parts;
    const [known, now] = [this.#known, desk.read()];
    if (!known || now?.id !== known.id) return;
    this.#isBehind = desk.isBusy();
    if (this.#isBehind) return;
    const mine = textOf(now.present);
    const both = merge(scenarioOf(known.text), now.present, scenarioOf(record.text));
    if (both.overlaps.length > 0) {
      this.#then(async () => {
        const id = await this.#fork(mine, known.id);
        const left = desk.read();
        if (left?.id !== known.id) return;
        // What was done last goes with it, and is not kept under the old one too.
        this.#cancel();
        this.#known = null;
        desk.open(left.present, id);
      });
      return;
    }
    this.#known = { id: known.id, text: record.text, edition: record.edition, record };
    onRecord(record);
    if (textOf(both.scenario) !== mine) {
      // Read from its text: as a file has it, and as the next tab will.
      const scenario = scenarioOf(textOf(both.scenario));
      onCame({ id: known.id, by: record.by, differences: differences(now.present, scenario) });
      desk.take(scenario, record.by);
    }
    if (textOf(both.scenario) !== record.text) this.#soon();
  }
}
