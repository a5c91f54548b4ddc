// SPDX-License-Identifier: EUPL-1.2
/** Keeps the scenarios of one city and one person: desk, browser and server in step, and the screen told of it. */
import { fileChanges, mayChangeResult } from '../../../scenario/file-changes';
import { SCHEMA_VERSION } from '../../../scenario/migrations';
import type { Person } from '../../../scenario/roles';
import type { Provenance } from '../../../scenario/saved-file';
import type { KeepingClock } from './clock';
import type { Desk } from './desk';
import { DeskKeeping } from './desk-keeping';
import type { ChangesSince, KeptState } from './kept-store';
import { isDirty, type KeptRecord } from './record';
import type { RecordStore } from './record-store';
import { scenarioOf } from './scenario-text';
import type { KeptServer } from './server';
import { ServerSync } from './server-sync';
import { type LocalReason, statusOf } from './status';
import type { Tabs } from './tabs';

export interface KeeperParts {
  readonly cityId: string;
  readonly person: Person | null;
  /** Null: the server is asked. */
  readonly local: LocalReason | null;
  readonly records: RecordStore;
  /** Those that were made here while nobody was signed in; null: somebody's own are among them. */
  readonly nobodys: RecordStore | null;
  /** The browser keeps nothing: `records` lasts as long as the page. */
  readonly isFleeting: boolean;
  readonly server: KeptServer;
  readonly desk: Desk;
  readonly tabs: Tabs;
  readonly clock: KeepingClock;
  readonly provenance: (before: Provenance | null) => Provenance;
  readonly tell: (state: Partial<KeptState>) => void;
  /** Whether the room for texts like these is short. */
  readonly room: (texts: readonly string[]) => Promise<KeptState['room']>;
  /** The server no longer knows who asks. */
  readonly onUnknown: () => void;
}

const DAY_MS = 86_400_000;
/** Of those that the server has too, so many are kept here, and for so long. */
const MOST_COPIES = 100;
const COPY_DAYS = 30;
/** The room that is left is looked at so often, when one comes back to the page. */
const TIDY_EVERY_MS = 10 * 60_000;

export class Keeper {
  readonly parts: KeeperParts;
  readonly sync: ServerSync;
  readonly #keeping: DeskKeeping;
  readonly #stopTabs: () => void;
  #local: LocalReason | null;
  #record: KeptRecord | null = null;
  #fault: unknown = null;
  #tidiedMs = 0;

  constructor(parts: KeeperParts) {
    this.parts = parts;
    const { local, tell, tabs } = parts;
    this.#local = local;
    this.sync = new ServerSync({
      ...parts,
      onChange: (id) => void this.#changed(id),
      onAbsent: () => this.#keepHere(),
    });
    this.#keeping = new DeskKeeping({
      ...parts,
      onRecord: (record) => this.#show(record),
      onKept: (id) => this.#local === null && this.sync.soon(id),
      onCame: (came) => tell({ came }),
      onForked: () => tell({ forked: true }),
      onFault: (fault) => {
        const isNew = fault !== null && this.#fault === null;
        this.#fault = fault;
        this.#tell();
        // What takes the room is told, where that is what it is.
        if (isNew) void this.tidy();
      },
    });
    this.#stopTabs = tabs.watch((otherTabs) => tell({ otherTabs }));
    tell({ person: parts.person, local });
    if (local === null) void this.sync.begin();
    void this.tidy();
  }

  /** Why scenarios are kept in this browser alone; null: the server has them too. */
  get local(): LocalReason | null {
    return this.#local;
  }

  /** Everything that is on the desk is kept in this browser. */
  flush(): Promise<void> {
    return this.#keeping.flush();
  }

  /** Another look, after having been away: at what waits here, and at what came there. */
  async wake(): Promise<void> {
    await this.flush();
    if (this.parts.clock.nowMs() - this.#tidiedMs > TIDY_EVERY_MS) await this.tidy();
    if (this.#local !== null) return;
    await this.sync.all();
    const id = this.parts.desk.read()?.id;
    if (id) await this.sync.refresh(id);
  }

  /** Changes the record of a scenario; what comes of it is on the desk, told to other tabs, and on its way. */
  async change(
    id: string,
    how: (record: KeptRecord | null) => KeptRecord | null,
  ): Promise<KeptRecord | null> {
    await this.flush();
    const record = await this.parts.records.update(id, how);
    await this.#changed(id);
    if (record && this.#local === null && isDirty(record)) void this.sync.now(id);
    return record;
  }

  /** What is not as it was when this was made; null: nothing that a result may hang on. */
  changesOf({ id, provenance }: KeptRecord): ChangesSince | null {
    const saved = { ...provenance, schemaVersion: SCHEMA_VERSION };
    const changes = fileChanges(saved, this.parts.provenance(null));
    return mayChangeResult(changes) ? { id, ...changes } : null;
  }

  /** Brings back what was on a desk last, where there is nothing on this one. */
  async bringBack(): Promise<void> {
    const { records, desk } = this.parts;
    const id = await records.onDesk();
    const record = id === null ? null : await records.get(id);
    if (!record || record.deletedAt !== null || desk.read()) return;
    desk.bringBack(scenarioOf(record.text), record.id);
    this.parts.tell({ changes: this.changesOf(record) });
  }

  /** Takes away copies of what the server has, and what has been in the bin for long; tells where room is short. */
  async tidy(): Promise<void> {
    const { records, clock, tell, room, desk, isFleeting } = this.parts;
    this.#tidiedMs = clock.nowMs();
    const all = await records.all().catch(() => []);
    const oldest = new Date(clock.nowMs() - COPY_DAYS * DAY_MS).toISOString();
    const kept = [await records.onDesk().catch(() => null), desk.read()?.id];
    const copies = all
      .filter(
        (record) => record.saved && !record.sent && !record.conflict && !record.refused && !isDirty(record),
      )
      .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    const needless = copies.filter(({ id, changedAt }, place) => {
      return !kept.includes(id) && (place >= MOST_COPIES || changedAt < oldest);
    });
    const binned = all.filter(({ deletedAt }) => deletedAt !== null && deletedAt < oldest);
    for (const { id, edition } of [...needless, ...binned])
      await records.update(id, (record) => (record?.edition === edition ? null : record)).catch(() => null);
    if (!isFleeting) tell({ room: await room(all.map(({ text }) => text)) });
  }

  async stop(): Promise<void> {
    await this.#keeping.stop();
    this.sync.stop();
    this.#stopTabs();
  }

  /** The server knows who asks, and keeps no scenarios. */
  #keepHere(): void {
    this.#local = 'no-server';
    this.sync.stop();
    this.parts.tell({ local: this.#local });
    this.#tell();
  }

  #show(record: KeptRecord | null): void {
    const { tabs, desk } = this.parts;
    if (record?.id !== this.#record?.id) tabs.show(desk.read()?.id ?? null);
    this.#record = record;
    this.#tell();
  }

  /** The server has answered about it, or has not. */
  async #changed(id: string): Promise<void> {
    if (id !== '' && id === this.parts.desk.read()?.id) await this.#keeping.follow();
    this.#tell();
    if (id !== '') this.parts.tabs.say(id);
  }

  #tell(): void {
    const { tell, isFleeting } = this.parts;
    const record = this.#record;
    const browser = this.#fault !== null ? 'fault' : isFleeting ? 'fleeting' : 'keeps';
    tell({ record, status: statusOf({ record, local: this.#local, trouble: this.sync.trouble, browser }) });
  }
}
