// SPDX-License-Identifier: EUPL-1.2
/** Pages of a broker's list of entities (ETSI GS CIM 009, 5.5.9 "Pagination"): `limit` and `offset`. */
import { type DocumentRequest, FeedFault, type Message, type Messages } from './feed';
import { jsonOf, messageOf, nameOf } from './message';
import { field, idText, isFields, text } from './values';

/** Of eight requests that a feed may ask for. */
const MOST_PAGES = 8;
/** Where the address has no `limit`: brokers differ in what they give then (20 and more), and in the most they do. */
const PAGE_ENTITIES = 100;

interface Pages {
  readonly url: string;
  /** Entities of a full page; undefined: the address is of one document. */
  readonly limit: number | undefined;
  /** Entities before the first page. */
  readonly offset: number;
}

/** The next page, as long as the last one was full. */
export function pageRequests(url: string, got: Messages): DocumentRequest[] {
  const pages = pagesOf(url);
  if (!got.main) return [{ name: 'main', url: pages.url }];
  const messages = messagesOf(got);
  if (!isFull(messages, pages.limit) || messages.length >= MOST_PAGES || isRepeated(messages)) return [];
  const offset = pages.offset + messages.length * (pages.limit ?? 0);
  const rest = pages.url.replace(/([?&])offset=\d+&?/, '$1').replace(/[?&]$/, '');
  return [
    { name: `page-${messages.length + 1}`, url: `${rest}${rest.includes('?') ? '&' : '?'}offset=${offset}` },
  ];
}

/**
 * Entities of all pages, and whether they are all that there are: a notification tells of those that
 * changed, and after a full page there may be more.
 * @throws FeedFault
 */
export function entitiesOf(got: Messages): { readonly list: readonly unknown[]; readonly whole: boolean } {
  const main = messageOf(got, 'main');
  const messages = messagesOf(got);
  const { limit, offset } = pagesOf(main.url);
  const whole = Array.isArray(jsonOf(main)) && offset === 0 && !isFull(messages, limit);
  return { list: messages.flatMap(listOf), whole };
}

function pagesOf(address: string): Pages {
  const number = (name: string) => {
    const digits = new RegExp(`[?&]${name}=(\\d{1,9})(?:&|$)`).exec(address)?.[1];
    return digits === undefined ? undefined : Number(digits);
  };
  const offset = number('offset') ?? 0;
  const said = number('limit');
  if (said !== undefined) return { url: address, limit: said || undefined, offset };
  if (!/^https?:[^?]*\/ngsi-ld\/v1\/entities\/?(?:\?|$)/.test(address))
    return { url: address, limit: undefined, offset };
  const url = `${address}${address.includes('?') ? '&' : '?'}limit=${PAGE_ENTITIES}`;
  return { url, limit: PAGE_ENTITIES, offset };
}

function messagesOf(got: Messages): Message[] {
  const messages: Message[] = [];
  for (let page = got.main; page; page = got[`page-${messages.length + 1}`]) messages.push(page);
  return messages;
}

function isFull(messages: readonly Message[], limit: number | undefined): boolean {
  const json = jsonOf(messages.at(-1) as Message);
  return limit !== undefined && Array.isArray(json) && json.length >= limit;
}

/** Of a server that knows no `offset` the same page would come again and again. */
function isRepeated(messages: readonly Message[]): boolean {
  const [first, last] = [messages[0], messages.at(-1)].map(
    (page) => page && idText(field(listOf(page)[0], 'id')),
  );
  return messages.length > 1 && first === last;
}

function listOf(message: Message): readonly unknown[] {
  const json = jsonOf(message);
  if (Array.isArray(json)) return json;
  const data = field(json, 'data') ?? field(json, '@graph');
  if (Array.isArray(data)) return data;
  if (!isFields(json)) throw new FeedFault(`${nameOf(message)}: no NGSI-LD entities`);
  // An error of the broker is an object too.
  if (json.type === undefined && json['@type'] === undefined)
    throw new FeedFault(`${nameOf(message)}: no NGSI-LD entity (${text(json.title) ?? 'no type'})`);
  return [json];
}
