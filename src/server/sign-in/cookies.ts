// SPDX-License-Identifier: EUPL-1.2
/** The two cookies there are: of who is signed in, and for some minutes of who is about to. */

export interface CookieJar {
  /** Of the session. */
  readonly session: string;
  /** Of a sign-in that is under way. */
  readonly attempt: string;
  /** By https alone. */
  readonly secure: boolean;
}

/**
 * Their names at this origin. `__Host-` is a browser's promise that no other host and no unencrypted answer has set
 * it; without encryption, in tests, there is no such promise.
 */
export function cookiesAt(origin: string): CookieJar {
  const secure = origin.startsWith('https:');
  const name = secure ? '__Host-gemello' : 'gemello';
  return { session: name, attempt: `${name}-sign-in`, secure };
}

/**
 * The value of a cookie of a request; undefined where it is not there.
 * Also where it is there twice: one of them somebody else has set, and nothing says which.
 */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

/**
 * A `Set-Cookie`. `Lax`: the browser sends it with a link from elsewhere, such as the provider's way back here, and
 * with nothing else that another site begins.
 * @param value of letters, digits, `-` and `_`; empty: the browser forgets it
 * @param lastsS undefined: until the browser is closed
 */
export function writeCookie(jar: CookieJar, name: string, value: string, lastsS?: number): string {
  const seconds = value === '' ? 0 : lastsS;
  return [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(jar.secure ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ].join('; ');
}
