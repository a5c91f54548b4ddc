// SPDX-License-Identifier: EUPL-1.2
/**
 * XML from strangers. What could make a parser grow or reach out is refused before it is parsed: DOCTYPE
 * and ENTITY (bombs, external files), nesting and numbers of elements beyond what any feed has, tags
 * that do not match. Entities are not expanded but for the five of XML 1.0 and numbers of characters.
 */
import { XMLParser } from 'fast-xml-parser';
import { FeedFault, type Message } from './feed';
import { nameOf, textOf } from './message';

export interface XmlNode {
  /** Without its namespace's prefix, which publishers choose as they like. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Of the node itself, not of its children. */
  readonly text: string;
}

export const MOST_XML_DEPTH = 40;
export const MOST_XML_NODES = 300_000;

/**
 * The root element.
 * @throws FeedFault where it is no XML, or one of the above
 */
export function xmlOf(message: Message): XmlNode {
  const source = textOf(message).replace(/^\uFEFF/, '');
  const refuse = (why: string): never => {
    throw new FeedFault(`${nameOf(message)}: ${why}`);
  };
  const objection = objectionTo(source);
  if (objection) refuse(objection);
  let ordered: unknown;
  try {
    ordered = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      removeNSPrefix: true,
      parseTagValue: false,
      parseAttributeValue: false,
      processEntities: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      maxNestedTags: MOST_XML_DEPTH,
    }).parse(source);
  } catch (error) {
    refuse(`no XML (${error instanceof Error ? error.message.slice(0, 120) : 'not readable'})`);
  }
  const root = nodesOf(ordered)[0];
  return root ?? refuse('XML without an element');
}

/** One pass over the markup, linear in its length. Undefined where nothing is to be said against it. */
function objectionTo(source: string): string | undefined {
  const open: string[] = [];
  let nodes = 0;
  let at = 0;
  while ((at = source.indexOf('<', at)) >= 0) {
    const skipped = skippedEnd(source, at);
    if (skipped === undefined) return 'DOCTYPE, ENTITY or other declarations are refused';
    if (skipped < 0) return 'XML that is cut off';
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const end = tagEnd(source, at);
    if (end < 0) return 'XML that is cut off';
    const closing = source[at + 1] === '/';
    const name = /^[A-Za-z_][\w.:-]{0,99}(?=[\s/>])/.exec(
      source.slice(at + (closing ? 2 : 1), at + 110),
    )?.[0];
    if (!name) return `no XML (at character ${at})`;
    if (closing) {
      if (open.pop() !== name) return `XML whose tags do not match (</${name}>)`;
    } else {
      if (++nodes > MOST_XML_NODES) return `XML of more than ${MOST_XML_NODES} elements`;
      if (source[end - 1] !== '/') open.push(name);
      if (open.length > MOST_XML_DEPTH) return `XML nested deeper than ${MOST_XML_DEPTH}`;
    }
    at = end + 1;
  }
  if (open.length) return 'XML that is cut off';
  return nodes ? undefined : 'no XML (no element)';
}

/**
 * Where a comment, character data or an instruction ends that begins at `at`; `at` itself where none does;
 * −1 where it never ends, undefined for any other declaration.
 */
function skippedEnd(source: string, at: number): number | undefined {
  const ending = source.startsWith('<!--', at)
    ? '-->'
    : source.startsWith('<![CDATA[', at)
      ? ']]>'
      : source.startsWith('<?', at)
        ? '?>'
        : undefined;
  if (!ending) return source[at + 1] === '!' ? undefined : at;
  const end = source.indexOf(ending, at + 4);
  return end < 0 ? -1 : end + ending.length;
}

/** The `>` that ends a tag: not one in quotes. */
function tagEnd(source: string, from: number): number {
  let quote = '';
  for (let i = from; i < source.length; i++) {
    const character = source[i] as string;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return i;
    else if (character === '<' && i > from) return -1;
  }
  return -1;
}

/** From the parser's ordered form: `[{ name: children, ':@': attributes } | { '#text': … }]`. */
function nodesOf(ordered: unknown): XmlNode[] {
  if (!Array.isArray(ordered)) return [];
  const nodes: XmlNode[] = [];
  for (const entry of ordered as Record<string, unknown>[]) {
    const name = Object.keys(entry).find((key) => key !== ':@');
    if (name === undefined || name === '#text') continue;
    const inner = entry[name];
    const texts = Array.isArray(inner) ? (inner as Record<string, unknown>[]).map((one) => one['#text']) : [];
    const attributes = Object.entries((entry[':@'] ?? {}) as Record<string, unknown>);
    nodes.push({
      name,
      attributes: new Map(attributes.map(([key, value]) => [key, unescaped(String(value))])),
      children: nodesOf(inner),
      text: unescaped(texts.filter((one) => typeof one === 'string').join('')).trim(),
    });
  }
  return nodes;
}

const FIVE: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Once only: `&amp;lt;` is `&lt;`. What is no reference stays as it is. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi, (all, reference: string) => {
    if (!reference.startsWith('#')) return FIVE[reference.toLowerCase()] ?? all;
    const hex = reference[1]?.toLowerCase() === 'x';
    const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : all;
  });
}

/** All nodes of a name below a node, in document order; none below one that is found. */
export function findAll(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}

/** The first node of a name below a node, in document order. */
export function findFirst(node: XmlNode, name: string): XmlNode | undefined {
  for (const child of node.children) {
    const found = child.name === name ? child : findFirst(child, name);
    if (found) return found;
  }
  return undefined;
}
