// SPDX-License-Identifier: EUPL-1.2
/** What is wrong in a file of settings, told so that an operator can mend it: file, place, value. */
import type { z } from 'zod';

/** The file cannot be used; the message has a line for each fault. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

/** What these hold is not shown: it may be a secret. */
const SECRETIVE = ['headers', 'username', 'password', 'clientSecret'];
/** Of these only what cannot be secret. */
const ADDRESSES = ['url', 'issuer', 'origin'];

/**
 * `file: feeds[2].url: what is wrong (is "…")`, a line each; of an unknown key its own path.
 * @param value the whole of what was checked
 * @param file where it is from
 */
export function faultLines(error: z.ZodError, value: unknown, file: string): string[] {
  return error.issues.flatMap((issue) => linesOf(issue, value, file));
}

function linesOf(issue: z.core.$ZodIssue, value: unknown, file: string): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${file}: ${pathOf([...issue.path, key])}: unknown key`);
  const bad = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const secretive = issue.path.some((key) => SECRETIVE.includes(String(key)));
  const shown = ADDRESSES.includes(String(issue.path.at(-1)))
    ? String(bad).replace(/\/\/[^/]*@|[?#].*$/g, '…')
    : bad;
  const is =
    bad === undefined ? ' (is missing)' : secretive ? '' : ` (is ${JSON.stringify(shown).slice(0, 120)})`;
  return [`${file}: ${pathOf(issue.path)}: ${issue.message}${is}`];
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || 'the file';
