// SPDX-License-Identifier: EUPL-1.2
/**
 * The page of an outcome as the server sends it: numbered as its address deserves, and with what its author wrote, for
 * whoever runs no script (a reader of links, a search, a browser without JavaScript). All else the page asks for itself.
 */
import { z } from 'zod';
import type { PublishedOutcome } from '../scenario/publication';
import { DatabaseFault } from './database/database';
import { UUID } from './scenarios/asked';
import { Refused } from './scenarios/refused';

/** A page of the build for one address: its status, and its text made of the file's. */
export interface ToldPage {
  readonly status: number;
  readonly write: (html: string) => string;
}

/** Of a digest, what is words already: figures have theirs in the page alone. */
const said = z.object({ measures: z.array(z.object({ it: z.string() })) });
const ID = new RegExp(UUID.pattern);

/**
 * What is at the address of an outcome: 200, or 404 where nothing was ever published there, 410 where it was withdrawn.
 * The page is the same, and says so in words. Where the database cannot say, the page is left to ask again.
 * @param read of what is published; null: this server keeps nothing
 */
export async function outcomePage(
  id: string,
  read: ((id: string) => Promise<PublishedOutcome>) | null,
): Promise<ToldPage> {
  if (!read || !ID.test(id)) return UNKNOWN;
  try {
    const outcome = await read(id);
    return outcome.withdrawnAt === null ? { status: 200, write: (html) => withWords(html, outcome) } : GONE;
  } catch (error) {
    if (error instanceof Refused && error.fault === 'not-found') return UNKNOWN;
    if (error instanceof DatabaseFault) return { status: 200, write: (html) => html };
    throw error;
  }
}

const UNKNOWN: ToldPage = {
  status: 404,
  write: (html) => worded(html, 'Questo esito non c’è', '<p>Questo esito non c’è.</p>'),
};
const GONE: ToldPage = {
  status: 410,
  write: (html) => worded(html, 'Questo esito è stato ritirato', '<p>Questo esito è stato ritirato.</p>'),
};

function withWords(html: string, { title, digest }: PublishedOutcome): string {
  const read = said.safeParse(digest);
  const measures = read.success ? read.data.measures.map(({ it }) => `<li>${escaped(it)}</li>`) : [];
  const list = measures.length > 0 ? `<p>Che cosa si fa:</p><ul>${measures.join('')}</ul>` : '';
  const rest = '<p>Gli effetti, in cifre e sulla mappa, hanno bisogno di JavaScript.</p>';
  return worded(html, title, `<h1>${escaped(title)}</h1>${list}${rest}`);
}

/** A function says what stands in the place: in words of somebody's a `$` is a sign like others. */
const worded = (html: string, title: string, body: string): string =>
  html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)} – Gemello Milano</title>`)
    .replace(/<noscript>[\s\S]*?<\/noscript>/, () => `<noscript>${body}</noscript>`);

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] as string);
