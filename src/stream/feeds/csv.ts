// SPDX-License-Identifier: EUPL-1.2
/** Tables of text: a header, then rows, by RFC 4180 with `,`, `;` or tab, whichever the header has most of. */
import { FeedFault, type Message } from './feed';
import { nameOf, textOf } from './message';

export type CsvRow = Readonly<Record<string, string>>;

const SEPARATORS = [';', ',', '\t'] as const;
const MOST_COLUMNS = 500;

/** Rows by header, in order; what is missing at a row's end is ''. @throws FeedFault where there is no header */
export function csvRowsOf(message: Message): CsvRow[] {
  const text = textOf(message).replace(/^\uFEFF/, '');
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const counts = SEPARATORS.map((separator) => firstLine.split(separator).length);
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] as string;
  const [header, ...rows] = records(text, separator);
  const names = header?.map((name) => name.trim());
  if (!names || names.length < 2 || names.length > MOST_COLUMNS || !names.some(Boolean))
    throw new FeedFault(`${nameOf(message)}: no CSV with a header ("${firstLine.slice(0, 40)}")`);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

/** Linear in the text's length. A quote that never closes takes the rest. */
function records(text: string, separator: string): string[][] {
  const all: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value: string;
    if (text[at] === '"') {
      [value, at] = quoted(text, at + 1);
      // What stands between the quote and the separator belongs to nothing.
      at = endOf(text, at, separator);
    } else {
      const end = endOf(text, at, separator);
      value = text.slice(at, end);
      at = end;
    }
    record.push(value);
    const ends = at >= text.length || text[at] !== separator;
    if (!ends && at + 1 === text.length) record.push('');
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (!ends) continue;
    if (record.length > 1 || record[0]?.trim()) all.push(record);
    record = [];
  }
  if (record.length) all.push(record);
  return all;
}

function quoted(text: string, from: number): [value: string, end: number] {
  let value = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [value + text.slice(at), text.length];
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [value, quote + 1];
    value += '"';
    at = quote + 2;
  }
}

function endOf(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
