// SPDX-License-Identifier: EUPL-1.2
/** The files of a GTFS feed as tables (RFC 4180, a header, commas). */
import { FeedFault } from './feed';

/** A row's cells by column, trimmed; '' where the column is absent or the row shorter. */
export type GtfsCells<C extends string> = Readonly<Record<C, string>>;

/**
 * Calls `take` for each row of a file with the asked columns and the row's number, from 1 after the header.
 * @throws FeedFault naming file, row and what is wrong: no header, a needed column missing, a quotation
 * mark that never ends
 */
export function gtfsRows<N extends string, O extends string = never>(
  file: string,
  text: string,
  needed: readonly N[],
  optional: readonly O[],
  take: (cells: GtfsCells<N | O>, row: number) => void,
): void {
  const lines = cellsByLine(file, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  const header = lines.next().value?.map((name) => name.trim());
  if (!header || header.every((name) => name === '')) throw new FeedFault(`${file}: has no header row`);
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length)
    throw new FeedFault(`${file}: has no column ${missing.map((name) => `"${name}"`).join(', ')}`);
  const columns = [...needed, ...optional].map((name) => [name, header.indexOf(name)] as const);
  let row = 0;
  for (const cells of lines) {
    row++;
    if (cells.length === 1 && cells[0]?.trim() === '') continue;
    const values = {} as Record<N | O, string>;
    for (const [name, column] of columns) values[name] = (cells[column] ?? '').trim();
    take(values, row);
  }
}

/** Lines without quotation marks, nearly all, are split; the others read mark by mark. */
function* cellsByLine(file: string, text: string): Generator<string[], undefined> {
  let start = 0;
  let line = 0;
  while (start < text.length) {
    const end = endOfLine(text, start);
    line++;
    const plain = text.slice(start, end);
    if (!plain.includes('"')) {
      yield plain.split(',');
      start = afterBreak(text, end);
    } else {
      const quoted = quotedLine(text, start);
      if (!quoted) throw new FeedFault(`${file}, line ${line}: a quotation mark never ends`);
      yield quoted.cells;
      start = quoted.next;
    }
  }
  return undefined;
}

function quotedLine(text: string, start: number): { cells: string[]; next: number } | undefined {
  const cells: string[] = [];
  let i = start;
  for (;;) {
    let cell = '';
    if (text[i] === '"') {
      for (i++; ; i++) {
        const mark = text.indexOf('"', i);
        if (mark < 0) return undefined;
        cell += text.slice(i, mark);
        i = mark + 1;
        if (text[i] !== '"') break;
        cell += '"';
      }
    }
    // What follows a quoted cell before the comma belongs to it; so do marks inside of a plain one.
    const from = i;
    while (i < text.length && text[i] !== ',' && text[i] !== '\n' && text[i] !== '\r') i++;
    cells.push(cell + text.slice(from, i));
    if (text[i] !== ',') return { cells, next: afterBreak(text, i) };
    i++;
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' && line > from ? line - 1 : line;
}
function afterBreak(text: string, at: number): number {
  const next = text[at] === '\r' ? at + 1 : at;
  return text[next] === '\n' ? next + 1 : next;
}
