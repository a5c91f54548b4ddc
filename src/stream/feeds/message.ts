// SPDX-License-Identifier: EUPL-1.2
/** Messages as text, JSON and checked options; what cannot be read is a FeedFault that names the address. */
import { FeedFault, type Message, type Messages, type ParseContext } from './feed';
import { isFields } from './values';

/**
 * The message's text: UTF-8 with or without a byte-order mark, else Windows-1252, which old spreadsheets write
 * and which gives every byte a meaning.
 */
export function textOf(message: Message): string {
  try {
    return new Decoder('utf-8', { fatal: true }).decode(message.bytes);
  } catch {
    // Node 20 decodes these bytes as Latin 1, which has control characters where Windows has signs.
    return new Decoder('windows-1252')
      .decode(message.bytes)
      .replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] as string);
  }
}
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** @throws FeedFault where it is no JSON */
export function jsonOf(message: Message): unknown {
  const text = textOf(message);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FeedFault(
      `${nameOf(message)}: no JSON (${text.length} characters, "${text.slice(0, 40).replace(/\s+/g, ' ')}")`,
    );
  }
}

/** The rows of a JSON array, of which those that are no objects are left out. @throws FeedFault */
export function jsonRowsOf(message: Message): Readonly<Record<string, unknown>>[] {
  const json = jsonOf(message);
  if (!Array.isArray(json)) throw new FeedFault(`${nameOf(message)}: no array of rows`);
  return json.filter(isFields);
}

/** A document by its name. @throws FeedFault where it is missing */
export function messageOf(got: Messages, name: string): Message {
  const message = Object.hasOwn(got, name) ? got[name] : undefined;
  if (!message) throw new FeedFault(`document "${name}" is missing`);
  return message;
}

/** Address without its query, which may be long or secret. */
export const nameOf = (message: Message): string => message.url.replace(/[?#].*$/s, '').slice(0, 200);

/** The feed's own options, filled up with what they leave open. @throws FeedFault where they do not fit */
export function optionsOf<O>(
  schema: { readonly safeParse: (value: unknown) => { success: boolean; data?: O; error?: unknown } },
  context: Pick<ParseContext, 'options'>,
): O {
  const result = schema.safeParse(context.options);
  if (!result.success || result.data === undefined)
    throw new FeedFault(`options: ${result.error instanceof Error ? result.error.message : 'do not fit'}`);
  return result.data;
}

// Present in every browser, worker and Node; the pure rooms are checked without DOM types.
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };
const Decoder = TextDecoder;
