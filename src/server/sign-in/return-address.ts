// SPDX-License-Identifier: EUPL-1.2
/** Where somebody goes once signed in: back to a page of this server, never elsewhere. */
import { SIGN_IN_FAULT_PARAMETER, type SignInFaultCode } from '../../scenario/sign-in';

/** It travels in a cookie, which browsers keep up to 4,096 bytes of. */
const MOST_CHARACTERS = 2500;
/** For reading a relative address; nobody's. */
const SOMEWHERE = 'https://somewhere.invalid';

/**
 * `to` where it is a path of this server, as it is; null where it may lead elsewhere. Browsers read `\\` as `/`, leave
 * out line breaks and tabs, and take what begins with `//` for another host, also where only `.` stands before it.
 */
export function returnAddress(to: string): string | null {
  if (to.length > MOST_CHARACTERS || !/^\/[\x21-\x7e]*$/.test(to) || to.includes('\\')) return null;
  if (!URL.canParse(to, SOMEWHERE)) return null;
  const { origin, pathname } = new URL(to, SOMEWHERE);
  return origin === SOMEWHERE && !pathname.startsWith('//') ? to : null;
}

/** The same address, with what went wrong in it for the page to read. */
export function addressWithFault(to: string, fault: SignInFaultCode): string {
  const url = new URL(to, SOMEWHERE);
  url.searchParams.set(SIGN_IN_FAULT_PARAMETER, fault);
  return url.pathname + url.search + url.hash;
}
