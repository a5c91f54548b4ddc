// SPDX-License-Identifier: EUPL-1.2
/**
 * Brings to the server what this browser has and it has not: after a rest, and again for as long as it does not
 * answer. What somebody else has saved meanwhile is taken in, or becomes a conflict; nothing is ever written over.
 */
import type { KeepFault, KeptScenario, Refusal } from '../../../scenario/kept-scenario';
import { ScenarioFileError } from '../../../scenario/saved-file';
import type { KeepingClock } from './clock';
import { accepted, declined, isDirty, type KeptRecord, met, requestOf, retried, toSend } from './record';
import type { RecordStore } from './record-store';
import { type KeptServer, passes } from './server';
import { theirsOf } from './theirs';

export interface ServerSyncParts {
  readonly cityId: string;
  readonly records: RecordStore;
  readonly server: KeptServer;
  readonly clock: KeepingClock;
  /** A record has changed, or what is being done about it. */
  readonly onChange: (id: string) => void;
  /** The server no longer knows who asks, or what they may. */
  readonly onUnknown: () => void;
  /** There is no such address: the server keeps no scenarios. */
  readonly onAbsent: () => void;
}

/** Why the server does not take anything now; null: it does, as far as is known. */
export type Trouble = 'away' | Extract<KeepFault, 'database-away' | 'disk-full' | 'too-many'> | null;

const REST_MS = 2000;
/** Who never rests is saved all the same. */
const REST_AT_MOST_MS = 15_000;
const AGAIN_MS = 2000;
const AGAIN_AT_MOST_MS = 60_000;

/** Whether it was refused for who asked, not for what it is. */
const isOfWho = ({ error }: Pick<Refusal, 'error'>): boolean =>
  error === 'not-signed-in' || error === 'not-allowed';

export class ServerSync {
  readonly #parts: ServerSyncParts;
  readonly #resting = new Map<string, { readonly sinceMs: number; readonly cancel: () => void }>();
  readonly #waiting = new Set<string>();
  #trouble: Trouble = null;
  #attempts = 0;
  #again: (() => void) | null = null;
  #going: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: ServerSyncParts) {
    this.#parts = parts;
  }

  get trouble(): Trouble {
    return this.#trouble;
  }

  /** Saves it once nothing has been done to it for a while. */
  soon(id: string): void {
    const { clock } = this.#parts;
    const before = this.#resting.get(id);
    before?.cancel();
    const sinceMs = before?.sinceMs ?? clock.nowMs();
    const restMs = Math.max(0, Math.min(REST_MS, sinceMs + REST_AT_MOST_MS - clock.nowMs()));
    this.#resting.set(id, { sinceMs, cancel: clock.after(restMs, () => void this.now(id)) });
  }

  /** Saves it at once. Resolves when the server has answered, or has not. */
  now(id: string): Promise<void> {
    this.#resting.get(id)?.cancel();
    this.#resting.delete(id);
    if (this.#stopped) return this.#going;
    this.#waiting.add(id);
    return this.#then(async () => {
      if (this.#waiting.delete(id)) await this.#push(id);
    });
  }

  /** Saves whatever waits, also what was refused for who asked then: somebody has signed in since, or may do more. */
  async begin(): Promise<void> {
    const { records } = this.#parts;
    const free = (record: KeptRecord | null) =>
      record?.refused && isOfWho(record.refused) ? retried(record) : record;
    const all = await records.all().catch(() => []);
    // What the browser does not take now stays as it is.
    for (const one of all) if (free(one) !== one) await records.update(one.id, free).catch(() => null);
    await this.all();
  }

  /** Saves whatever waits, without waiting any longer for the server to be well again. */
  async all(): Promise<void> {
    this.#attempts = 0;
    await this.#pushAll();
  }

  /** Asks whether somebody else has saved it. Resolves when that is taken in. */
  refresh(id: string): Promise<void> {
    return this.#then(async () => {
      const { records, server, onChange } = this.#parts;
      const record = await records.get(id);
      if (!record?.saved || record.sent) return;
      const answer = await server.get(id);
      if (answer.kind !== 'ok') return;
      const { rev } = record.saved;
      // Where another tab has heard of the server meanwhile, this answer may be the older one.
      const after = await records.update(id, (there) =>
        there?.saved?.rev === rev ? this.#met(there, answer.value) : there,
      );
      if (after && isDirty(after)) this.soon(id);
      onChange(id);
    });
  }

  /** Asks again about what the server refused. */
  async retry(id: string): Promise<void> {
    await this.#parts.records.update(id, (record) => record && retried(record));
    await this.now(id);
  }

  stop(): void {
    this.#stopped = true;
    this.#again?.();
    for (const { cancel } of this.#resting.values()) cancel();
    this.#resting.clear();
  }

  #then(work: () => Promise<void>): Promise<void> {
    // What the browser's database refuses is told by who keeps the desk: here it is asked again.
    this.#going = this.#going.then(work).catch(() => this.#fail('away'));
    return this.#going;
  }

  async #pushAll(): Promise<void> {
    const all = await this.#parts.records.all().catch(() => []);
    const waiting = all.filter((record) => record.sent || isDirty(record));
    // The older first: a variant says which it is one of.
    waiting.sort((a, b) => (a.changedAt < b.changedAt ? -1 : 1));
    await Promise.all(waiting.map(({ id }) => this.now(id)));
  }

  async #push(id: string, above: readonly string[] = []): Promise<void> {
    const { records, server, clock, cityId, onChange, onUnknown } = this.#parts;
    if (await this.#waitsForParent(id, above)) return onChange(id);
    const record = await records.update(id, (there) => there && toSend(there, clock.newId()));
    if (!record?.sent || this.#stopped) return onChange(id);
    const { sent } = record;
    onChange(id);
    const answer = await server.save(id, requestOf(sent, cityId));
    if (answer.kind === 'ok') {
      const { value } = answer;
      const after = await records.update(id, (there) => there && accepted(there, sent, value));
      this.#succeed();
      if (after && isDirty(after)) this.soon(id);
    } else if (answer.kind === 'absent') this.#parts.onAbsent();
    else if (answer.kind === 'away') this.#fail('away');
    else if (passes(answer.refusal)) this.#fail(answer.refusal.error as Trouble);
    else {
      this.#succeed();
      await this.#refused(record, answer.refusal);
      if (isOfWho(answer.refusal)) onUnknown();
    }
    onChange(id);
  }

  /** A variant says what it is one of: that is saved first, where it can be. */
  async #waitsForParent(id: string, above: readonly string[]): Promise<boolean> {
    const { records } = this.#parts;
    const record = await records.get(id);
    const parent = record?.parent;
    if (!parent || parent.rev > 0 || record.sent || above.includes(parent.id)) return false;
    await this.#push(parent.id, [...above, id]);
    const there = await records.get(parent.id);
    const rev = there?.saved?.rev ?? 0;
    if (rev === 0) return there !== null && (there.sent !== null || isDirty(there)) && !there.refused;
    await records.update(id, (now) => now && { ...now, parent: { id: parent.id, rev } });
    return false;
  }

  async #refused({ id, sent }: KeptRecord, refusal: Refusal): Promise<void> {
    const { records } = this.#parts;
    if (!sent) return;
    if (refusal.error !== 'conflict') {
      await records.update(id, (record) => record && declined(record, sent, refusal));
      return;
    }
    const current = refusal.current ?? (await this.#currentOf(id));
    if (!current) return this.#fail('away');
    const after = await records.update(id, (record) => record && this.#met(record, current, sent.saveId));
    if (after && !after.conflict && isDirty(after)) this.soon(id);
  }

  async #currentOf(id: string): Promise<KeptScenario | null> {
    const answer = await this.#parts.server.get(id);
    return answer.kind === 'ok' ? answer.value : null;
  }

  /** With what somebody else saved; where this page cannot read that, it says so. */
  #met(record: KeptRecord, current: KeptScenario, saveId?: string): KeptRecord {
    try {
      return met(record, theirsOf(current), saveId);
    } catch (error) {
      if (!(error instanceof ScenarioFileError)) throw error;
      const code = error.code === 'newer-version' ? 'newer-version' : 'not-a-scenario';
      return { ...record, sent: null, refused: { error: code } };
    }
  }

  #succeed(): void {
    this.#trouble = null;
    this.#attempts = 0;
    this.#again?.();
    this.#again = null;
  }

  #fail(trouble: Trouble): void {
    const { clock, onChange } = this.#parts;
    this.#trouble = trouble;
    this.#again?.();
    if (this.#stopped) return;
    // Not all at the same moment, when the server is back.
    const waitMs = Math.min(AGAIN_MS * 2 ** this.#attempts, AGAIN_AT_MOST_MS) * (0.5 + clock.random() / 2);
    this.#attempts += 1;
    this.#again = clock.after(waitMs, () => {
      this.#again = null;
      void this.#pushAll().then(() => onChange(''));
    });
  }
}
