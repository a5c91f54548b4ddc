// SPDX-License-Identifier: EUPL-1.2
import { DamagedFileError } from './fault';

/**
 * Parses JSON; `NaN` and `Infinity`, which some programs write, are read as null (the row then has
 * an invalid value and is counted as such).
 *
 * @throws DamagedFileError with line and column where the text is truncated or not JSON.
 */
export function parseJson(file: string, text: string): unknown {
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    const lenient = json.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
      token.startsWith('"') ? token : 'null',
    );
    try {
      return JSON.parse(lenient);
    } catch {
      throw new DamagedFileError(file, faultOf(lenient));
    }
  }
}

/** Begins a record in RFC 8142 text sequences. */
const RECORD_SEPARATOR = String.fromCharCode(0x1e);

/** One line of {@link parseJsonLines} without its marks; '' for a blank one. */
export const jsonLine = (line: string): string =>
  line
    .replace(/^\uFEFF/, '')
    .replaceAll(RECORD_SEPARATOR, '')
    .trim();

/**
 * Parses a text with one JSON value a line.
 *
 * @throws DamagedFileError naming the line that is none.
 */
export function parseJsonLines(file: string, text: string): unknown[] {
  const values: unknown[] = [];
  text.split('\n').forEach((line, i) => {
    const json = jsonLine(line);
    if (json === '') return;
    try {
      values.push(parseJson(file, json));
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error;
      throw new DamagedFileError(file, `line ${i + 1}: ${error.fault}`);
    }
  });
  return values;
}

function faultOf(text: string): string {
  if (text.trim() === '') return 'is empty';
  const at = firstFault(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  if (at >= text.length) return `truncated: the JSON breaks off at line ${line}, column ${column}`;
  const near = text.slice(at, at + 20).replace(/\s+/g, ' ');
  return `not valid JSON at line ${line}, column ${column}, near "${near}"`;
}

const SPACE = /[\t\n\r ]*/y;
const STRING = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = new RegExp(
  `${STRING.source}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`,
  'y',
);

/** The beginning of a text or word, or what is left of a number, up to the end. */
const UNFINISHED = /^(?:"(?:[^"\\\n\r\t]|\\.)*\\?|n(ul?)?|t(ru?)?|f(a(ls?)?)?|-|\.|[eE][-+]?)$/;

/** Where the text stops being JSON; its length where it merely ends too early. */
function firstFault(text: string): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const is = (mark: string): boolean => text[at] === mark && ++at > 0;
  const fault = () => (UNFINISHED.test(text.slice(at, at + 100_000)) ? text.length : at);
  const open: ('{' | '[')[] = [];
  for (let wantsValue = true; ; ) {
    take(SPACE);
    if (wantsValue) {
      const opened = is('{') ? '{' : is('[') ? '[' : undefined;
      take(SPACE);
      if (opened && !is(opened === '{' ? '}' : ']')) {
        open.push(opened);
        if (opened === '{' && !keyAt()) return fault();
        continue;
      }
      if (!opened && !take(SCALAR)) return fault();
      wantsValue = false;
      continue;
    }
    const inside = open.at(-1);
    if (!inside) return at;
    if (is(inside === '{' ? '}' : ']')) open.pop();
    else if (is(',')) {
      take(SPACE);
      if (inside === '{' && !keyAt()) return fault();
      wantsValue = true;
    } else return fault();
  }
  function keyAt(): boolean {
    return take(STRING) && take(SPACE) && is(':');
  }
}
