// SPDX-License-Identifier: EUPL-1.2
/**
 * Who one is on the server that the page is from, and what of it follows. Asked once the city stands: the first view
 * waits for none of it. A page without a server of its own, on a static host, has nobody and asks no more.
 */
import { create } from 'zustand';
import { type Least, mayDo } from '../../scenario/roles';
import {
  isSignInFault,
  type Me,
  SIGN_IN_FAULT_PARAMETER,
  type SignInFaultCode,
} from '../../scenario/sign-in';

const ME_URL = 'api/me';
const SIGN_IN_URL = 'api/sign-in';
const SIGN_OUT_URL = 'api/sign-out';
/** A page that is seen again asks anew, at most so often: a session ends by itself, or in another window. */
const ASK_AGAIN_MS = 60_000;
/** Where the server did not say. */
const RETRY_MS = 30_000;
/** Of the address that the server takes one back to; what is longer begins at the first view. */
const MOST_CHARACTERS = 2400;

interface PersonState {
  /** What the server says; null: it has not said yet, or there is none that would. */
  readonly me: Me | null;
  /** Why the sign-in that one comes back from has failed; null: it has not. */
  readonly fault: SignInFaultCode | null;
}

export const usePerson = create<PersonState>(() => ({ me: null, fault: null }));

/** Of the store: whether who one is may do what asks for `least`; not, where that is not known. */
export const mayI =
  (least: Least) =>
  ({ me }: PersonState): boolean =>
    mayDo(me?.person?.role ?? null, least);

/** The same, followed by a component. */
export const useMayI = (least: Least): boolean => usePerson(mayI(least));

export type Said = 'said' | 'no-server' | 'failed';

/**
 * Asks the server who one is, and keeps what was known where it does not say. To be called also where it has refused
 * something as not signed in.
 */
export async function askWhoIAm(): Promise<Said> {
  try {
    const answer = await fetch(ME_URL, { cache: 'no-store' });
    if (answer.status >= 500) return 'failed';
    const me: unknown = answer.ok ? await answer.json().catch(() => null) : null;
    if (!isMe(me)) return 'no-server';
    usePerson.setState({ me });
    return 'said';
  } catch {
    // No network.
    return 'failed';
  }
}

/** Once, when the city stands. */
export function startPerson(): void {
  takeFault();
  let askedMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    clearTimeout(timer);
    askedMs = performance.now();
    const said = await askWhoIAm();
    if (said === 'no-server') document.removeEventListener('visibilitychange', onSeen);
    else if (said === 'failed') timer = setTimeout(() => void ask(), RETRY_MS);
  };
  const onSeen = () => {
    if (document.visibilityState === 'visible' && performance.now() - askedMs >= ASK_AGAIN_MS) void ask();
  };
  document.addEventListener('visibilitychange', onSeen);
  void ask();
}

/** Where one signs in, to come back to what is on the screen. */
export function signInAddress({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const page = pathname + search;
  // The server takes no backslash, which may lead elsewhere at the beginning.
  const to = (page.length + hash.length > MOST_CHARACTERS ? page : page + hash).replaceAll('\\', '%5C');
  return `${SIGN_IN_URL}?to=${encodeURIComponent(to)}`;
}

export const signIn = (): void => location.assign(signInAddress(location));

/** False where the server did not hear of it: one is signed in still. */
export async function signOut(): Promise<boolean> {
  const heard = await fetch(SIGN_OUT_URL, { method: 'POST' }).then(
    ({ ok }) => ok,
    () => false,
  );
  await askWhoIAm();
  return heard;
}

/** The fault that the address brings is taken out of it: a reload does not tell it again. */
function takeFault(): void {
  const url = new URL(location.href);
  const fault = url.searchParams.get(SIGN_IN_FAULT_PARAMETER);
  if (fault === null) return;
  url.searchParams.delete(SIGN_IN_FAULT_PARAMETER);
  history.replaceState(history.state, '', url.pathname + url.search + url.hash);
  if (isSignInFault(fault)) usePerson.setState({ fault });
}

/** A static host may answer any address with a page, or with something else of its own. */
function isMe(value: unknown): value is Me {
  return typeof value === 'object' && value !== null && 'person' in value && 'signIn' in value;
}
