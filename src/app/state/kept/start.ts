// SPDX-License-Identifier: EUPL-1.2
/** Keeping, as this page does it: begun once, for the city on the screen and whoever sits before it. */
import { mayDo, type Person } from '../../../scenario/roles';
import { browserClock } from './clock';
import { desk } from './desk';
import { Keeper } from './keeper';
import { useKept } from './kept-store';
import { memoryRecords } from './memory-records';
import { browserRecords, type RecordStore } from './record-store';
import { tightRoom } from './room';
import { type KeptServer, keptServer } from './server';
import type { LocalReason } from './status';
import { browserTabs, type Tabs } from './tabs';
import { takeOverDraft } from './take-over';
import { todayProvenance } from './today';

/** So long it is waited to hear who asks; what is typed meanwhile is kept afterwards. */
const WHO_WAIT_MS = 4000;
/** Who asks is asked again after so long, once the page is seen again. */
const WHO_AGAIN_MS = 60_000;
/** Who sat here last, for when the server cannot say: what they have not saved yet is theirs. */
const PERSON = 'gemello.person';

interface Session {
  keeper: Keeper;
  readonly cityId: string;
  readonly server: KeptServer;
  readonly tabs: Tabs;
  askedMs: number;
}

let session: Promise<Session> | null = null;

/** Begins, where it has not begun; resolves with what keeps. */
export async function startKeeping(cityId: string): Promise<Keeper> {
  session ??= begin(cityId);
  return (await session).keeper;
}

/** What keeps; null: nothing does yet. */
export const keeperNow = async (): Promise<Keeper | null> => (session ? (await session).keeper : null);

async function begin(cityId: string): Promise<Session> {
  const server = keptServer();
  const tabs = browserTabs(browserClock.newId());
  const who = await whoAsks(server);
  const session: Session = {
    cityId,
    server,
    tabs,
    keeper: await keeperFor(cityId, who, server, tabs),
    askedMs: Date.now(),
  };
  listen(session);
  return session;
}

interface Who {
  readonly person: Person | null;
  readonly local: LocalReason | null;
}

async function whoAsks(server: KeptServer): Promise<Who> {
  const late = new Promise<{ kind: 'away' }>((resolve) =>
    setTimeout(() => resolve({ kind: 'away' }), WHO_WAIT_MS),
  );
  const answer = await Promise.race([server.me(), late]);
  if (answer.kind === 'absent') return { person: null, local: 'no-server' };
  if (answer.kind !== 'ok') return { person: lastPerson(), local: null };
  const { person, signIn } = answer.value;
  rememberPerson(person);
  useKept.setState({ signIn });
  return { person, local: reasonOf(person) };
}

function reasonOf(person: Person | null): LocalReason | null {
  if (mayDo(person?.role ?? null, 'planner')) return null;
  return person ? 'not-allowed' : 'not-signed-in';
}

async function keeperFor(
  cityId: string,
  { person, local }: Who,
  server: KeptServer,
  tabs: Tabs,
): Promise<Keeper> {
  const { records, isFleeting } = await recordsOf(cityId, person?.id ?? '');
  const broken = await takeOverDraft(localDrafts, cityId, records, browserClock).catch(() => null);
  if (broken !== null) useKept.setState({ broken });
  const keeper = new Keeper({
    ...{ cityId, person, local, records, isFleeting, server, desk, tabs },
    clock: browserClock,
    provenance: todayProvenance,
    tell: (state) => useKept.setState(state),
    room: tightRoom,
    onUnknown: () => void askAgain(),
  });
  await keeper.bringBack().catch(() => {});
  return keeper;
}

async function recordsOf(
  cityId: string,
  person: string,
): Promise<{ readonly records: RecordStore; readonly isFleeting: boolean }> {
  try {
    return { records: await browserRecords(cityId, person), isFleeting: false };
  } catch {
    return { records: memoryRecords(), isFleeting: true };
  }
}

/** A browser may refuse even to say that it has a storage. */
const localDrafts = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, text: string) => localStorage.setItem(key, text),
  removeItem: (key: string) => localStorage.removeItem(key),
};

function listen(session: Session): void {
  const onLeave = () => {
    if (document.visibilityState === 'hidden') void session.keeper.flush();
  };
  const onBack = () => {
    if (document.visibilityState !== 'visible') return;
    if (Date.now() - session.askedMs > WHO_AGAIN_MS) void askAgain();
    else void session.keeper.wake();
  };
  addEventListener('pagehide', () => void session.keeper.flush());
  document.addEventListener('visibilitychange', onLeave);
  document.addEventListener('visibilitychange', onBack);
  addEventListener('focus', onBack);
  addEventListener('online', () => void session.keeper.wake());
}

/** Whether somebody else sits here now, or may do something else: then what is kept is theirs. */
export async function askAgain(): Promise<void> {
  const now = session && (await session);
  if (!now) return;
  now.askedMs = Date.now();
  const { person, local } = now.keeper.parts;
  const answer = await now.server.me();
  if (answer.kind !== 'ok') return now.keeper.wake();
  const next = answer.value.person;
  // Whoever has been signed out keeps what they have here, and is asked to sign in again.
  const whose = next ?? person;
  const reason = next ? reasonOf(next) : 'not-signed-in';
  rememberPerson(next);
  if (whose?.id === person?.id && whose?.role === person?.role && reason === local) return now.keeper.wake();
  await now.keeper.stop();
  now.keeper = await keeperFor(now.cityId, { person: whose, local: reason }, now.server, now.tabs);
}

function rememberPerson(person: Person | null): void {
  try {
    if (person) localStorage.setItem(PERSON, JSON.stringify(person));
    else localStorage.removeItem(PERSON);
  } catch {
    // Whoever it is, they are asked for again.
  }
}

function lastPerson(): Person | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PERSON) ?? 'null') as Partial<Person> | null;
    return kept && typeof kept.id === 'string' && typeof kept.name === 'string' ? (kept as Person) : null;
  } catch {
    return null;
  }
}
