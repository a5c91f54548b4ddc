// SPDX-License-Identifier: EUPL-1.2
/** What a PDF of Chromium's says: its text, how many pages, whether its structure is tagged. Enough for what Skia writes. */
import { inflateSync } from 'node:zlib';

export interface PdfFacts {
  readonly pages: number;
  /** It has a tree of headings, paragraphs and tables for screen readers. */
  readonly tagged: boolean;
  /** Kinds of structure elements that occur: H1, P, Table… */
  readonly roles: ReadonlySet<string>;
  /** Of all pages, in the order in which it is drawn. */
  readonly text: string;
  readonly languages: readonly string[];
}

export function readPdf(bytes: Uint8Array): PdfFacts {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, id, body] of file.matchAll(/(\d+) 0 obj\b([\s\S]*?)endobj/g))
    objects.set(Number(id), body ?? '');
  const whole = [...objects.values()].map((body) => body.replace(/stream\r?\n[\s\S]*$/, '')).join('\n');
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name, id] of whole.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id)) ?? '')?.[1];
    if (unicode) fonts.set(name as string, charactersOf(streamOf(objects.get(Number(unicode)) ?? '')));
  }
  const text = [...objects.values()]
    .filter((body) => /\/Type ?\/Page\b/.test(body))
    .flatMap((body) => [...(/\/Contents (?:\[([^\]]*)\]|(\d+) 0 R)/.exec(body)?.slice(1) ?? [])])
    .flatMap((ids) => [...(ids ?? '').matchAll(/(\d+)(?: 0 R)?/g)].map(([, id]) => Number(id)))
    .map((id) => textOf(streamOf(objects.get(id) ?? ''), fonts))
    .join('\n');
  return {
    pages: [...whole.matchAll(/\/Type ?\/Page\b/g)].length,
    tagged: /\/StructTreeRoot \d+ 0 R/.test(whole) && /\/Marked true/.test(whole),
    roles: new Set([...whole.matchAll(/\/S ?\/(\w+)/g)].map(([, role]) => role as string)),
    text,
    languages: [...new Set([...whole.matchAll(/\/Lang \(([^)]*)\)/g)].map(([, tag]) => tag as string))],
  };
}

function streamOf(body: string): string {
  const data = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1];
  if (data === undefined) return '';
  const bytes = Buffer.from(data, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** Glyph → characters, from the lists and ranges of a ToUnicode table. */
function charactersOf(table: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const charactersAt = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  for (const [, list] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, hex] of (list ?? '').matchAll(/<([0-9A-Fa-f]+)> ?<([0-9A-Fa-f]+)>/g))
      found.set((glyph as string).toUpperCase(), charactersAt(hex as string));
  for (const [, list] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, hex] of (list ?? '').matchAll(
      /<([0-9A-Fa-f]+)> ?<([0-9A-Fa-f]+)> ?<([0-9A-Fa-f]+)>/g,
    ))
      for (let glyph = Number.parseInt(from!, 16); glyph <= Number.parseInt(to!, 16); glyph++)
        found.set(
          glyph.toString(16).toUpperCase().padStart(4, '0'),
          String.fromCharCode(Number.parseInt(hex!, 16) + glyph - Number.parseInt(from!, 16)),
        );
  return found;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  let text = '';
  for (const [, name, hex, end] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\b(ET)\b/g)) {
    if (name) font = fonts.get(name);
    else if (end) text += '\n';
    else for (const glyph of hex!.match(/.{4}/g) ?? []) text += font?.get(glyph.toUpperCase()) ?? '';
  }
  return text;
}
