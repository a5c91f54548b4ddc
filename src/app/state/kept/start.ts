// SPDX-License-Identifier: EUPL-1.2
/** Keeping, as this page does it: begun once, for the city on the screen and whoever sits before it. */
import { mayDo, type Person } from '../../../scenario/roles';
import type { Me } from '../../../scenario/sign-in';
import { tellFault } from '../fault';
import { askWhoIAm, usePerson } from '../person';
import { useStore } from '../store';
import { adoptingRecords } from './adopting-records';
import { followDesk } from './answer-of-desk';
import { storeAnswers } from './answers';
import { browserClock } from './clock';
import { desk } from './desk';
import { Keeper, type KeeperParts } from './keeper';
import { sharedId, useKept } from './kept-store';
import { memoryRecords } from './memory-records';
import { browserRecords } from './record-store';
import { tightRoom } from './room';
import { type KeptServer, keptServer } from './server';
import type { LocalReason } from './status';
import { showStoredAnswers } from './stored';
import { browserTabs, type Tabs } from './tabs';
import { takeOverDraft } from './take-over';
import { todayProvenance } from './today';

/** So long it is waited to hear who asks; what is typed meanwhile is kept afterwards. */
const WHO_WAIT_MS = 4000;
/** Who sat here last, for when the server cannot say: what they have not saved yet is theirs. */
const PERSON = 'gemello.person';

interface Session {
  keeper: Keeper;
  readonly cityId: string;
  readonly server: KeptServer;
  readonly tabs: Tabs;
}

let session: Promise<Session> | null = null;

/** Begins, where it has not begun; resolves with what keeps. */
export async function startKeeping(cityId: string): Promise<Keeper> {
  session ??= begin(cityId);
  return (await session).keeper;
}

async function begin(cityId: string): Promise<Session> {
  const server = keptServer();
  const tabs = browserTabs(browserClock.newId());
  const keeper = await keeperFor(cityId, await whoAsks(), server, tabs);
  const session: Session = { cityId, server, tabs, keeper };
  listen(session);
  storeAnswers(() => session.keeper);
  // First what the screen has of a scenario that comes, then what the server has.
  followDesk();
  showStoredAnswers(() => session.keeper);
  usePerson.subscribe((now, before) => {
    if (now.me !== before.me) changing = changing.then(() => follow(session)).catch(tellFault);
  });
  return session;
}
/** One change of person after the other. */
let changing: Promise<void> = Promise.resolve();

interface Who {
  readonly person: Person | null;
  readonly local: LocalReason | null;
}

async function whoAsks(): Promise<Who> {
  const late = new Promise<'failed'>((resolve) => setTimeout(() => resolve('failed'), WHO_WAIT_MS));
  const said = usePerson.getState().me ? 'said' : await Promise.race([askWhoIAm(), late]);
  const { me } = usePerson.getState();
  if (said === 'no-server') return { person: null, local: 'no-server' };
  if (!me) return { person: lastPerson(), local: null };
  rememberPerson(me.person);
  return { person: me.person, local: reasonOf(me) };
}

function reasonOf({ person, keepsScenarios }: Me): LocalReason | null {
  if (!keepsScenarios) return 'no-server';
  if (mayDo(person?.role ?? null, 'planner')) return null;
  return person ? 'not-allowed' : 'not-signed-in';
}

async function keeperFor(
  cityId: string,
  { person, local }: Who,
  server: KeptServer,
  tabs: Tabs,
): Promise<Keeper> {
  const { records, nobodys, isFleeting } = await recordsOf(cityId, person?.id ?? '');
  const broken = await takeOverDraft(localDrafts, cityId, records, browserClock).catch(() => null);
  if (broken !== null) useKept.setState({ broken });
  const keeper = new Keeper({
    ...{ cityId, person, local, records, nobodys, isFleeting, server, desk, tabs },
    clock: browserClock,
    provenance: todayProvenance,
    tell: (state) => {
      useKept.setState(state);
      const keptOnDesk = sharedId(useKept.getState());
      if (useStore.getState().keptOnDesk !== keptOnDesk) useStore.getState().set({ keptOnDesk });
    },
    room: tightRoom,
    onUnknown: () => void askWhoIAm(),
  });
  await keeper.bringBack().catch(() => {});
  return keeper;
}

async function recordsOf(
  cityId: string,
  person: string,
): Promise<Pick<KeeperParts, 'records' | 'nobodys' | 'isFleeting'>> {
  try {
    const own = await browserRecords(cityId, person);
    const nobodys = person === '' ? null : await browserRecords(cityId, '');
    return { records: nobodys ? adoptingRecords(own, nobodys) : own, nobodys, isFleeting: false };
  } catch {
    return { records: memoryRecords(), nobodys: null, isFleeting: true };
  }
}

/** A browser may refuse even to say that it has a storage. */
const localDrafts = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, text: string) => localStorage.setItem(key, text),
  removeItem: (key: string) => localStorage.removeItem(key),
};

function listen(session: Session): void {
  const onSeen = () => {
    if (document.visibilityState === 'hidden') void session.keeper.flush();
    else void session.keeper.wake();
  };
  addEventListener('pagehide', () => void session.keeper.flush());
  document.addEventListener('visibilitychange', onSeen);
  addEventListener('focus', onSeen);
  addEventListener('online', () => void session.keeper.wake());
}

/** Whether somebody else sits here now, or may do something else: then what is kept is theirs. */
async function follow(session: Session): Promise<void> {
  const { me } = usePerson.getState();
  if (!me) return;
  const { person, local } = session.keeper.parts;
  // Whoever has been signed out keeps what they have here, and is asked to sign in again.
  const whose = me.person ?? person;
  const reason = reasonOf(me);
  rememberPerson(me.person);
  if (whose?.id === person?.id && whose?.role === person?.role && reason === local) return;
  await session.keeper.stop();
  session.keeper = await keeperFor(
    session.cityId,
    { person: whose, local: reason },
    session.server,
    session.tabs,
  );
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
    return typeof kept?.id === 'string' && typeof kept.name === 'string' ? (kept as Person) : null;
  } catch {
    return null;
  }
}
