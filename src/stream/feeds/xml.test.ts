// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { FeedFault } from './feed';
import { bytesMessage, textMessage } from './fixtures/messages';
import { findAll, findFirst, MOST_XML_DEPTH, MOST_XML_NODES, xmlOf } from './xml';

const read = (text: string) => xmlOf(textMessage(text));

describe('XML from strangers', () => {
  it('reads names without prefixes, attributes, texts, character data and comments', () => {
    const root = read(
      '\uFEFF<?xml version="1.0" encoding="UTF-8"?><!-- a > b --><d:list xmlns:d="urn:x">' +
        `<d:site d:id="a&amp;1" note='1 > 0'>  5 &lt; 6 &#8364; <![CDATA[<b>&amp;]]></d:site><d:site id="b"/></d:list>`,
    );
    expect(root.name).toBe('list');
    const [first, second] = findAll(root, 'site');
    expect(first?.attributes.get('id')).toBe('a&1');
    expect(first?.attributes.get('note')).toBe('1 > 0');
    expect(first?.text).toContain('5 < 6 €');
    expect(second?.attributes.get('id')).toBe('b');
    expect(findFirst(root, 'none')).toBeUndefined();
  });

  it('leaves unknown entities as they are', () => {
    expect(read('<a>&bomb; &amp;lt; &#0; &#xD800;</a>').text).toBe('&bomb; &lt; &#0; &#xD800;');
  });

  it('refuses a bomb of entities, an external file and any other declaration, unread', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const bombs = [
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`,
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      '<!doctype a><a/>',
      '<a><!ENTITY x "y"></a>',
    ];
    for (const bomb of bombs) {
      const begin = performance.now();
      expect(() => read(bomb)).toThrow(/DOCTYPE, ENTITY or other declarations are refused/);
      expect(performance.now() - begin).toBeLessThan(200);
    }
  });

  it('refuses what is too deep or too much', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(read(nested(MOST_XML_DEPTH)).name).toBe('a');
    expect(() => read(nested(MOST_XML_DEPTH + 1))).toThrow(/nested deeper than 40/);
    expect(() => read('<a>'.repeat(100_000))).toThrow(FeedFault);
    expect(() => read(`<r>${'<a/>'.repeat(MOST_XML_NODES)}</r>`)).toThrow(/more than 300000 elements/);
  });

  it('refuses what is cut off, does not match or is no XML', () => {
    for (const [text, why] of [
      ['<a><b></a></b>', /do not match/],
      ['<a><b>', /cut off/],
      ['<a b="', /cut off/],
      ['<a><!-- ', /cut off/],
      ['<a <b/></a>', /cut off/],
      ['', /no element/],
      ['{"a":1}', /no element/],
      ['< a/>', /no XML/],
    ] as const)
      expect(() => read(text)).toThrow(why);
    expect(() => xmlOf(bytesMessage(new Uint8Array([60, 255, 254])))).toThrow(FeedFault);
  });

  it('takes time in proportion to the length of rubbish', () => {
    for (const piece of ['<', '<a ', '<!--', '<![CDATA[', '<a b="', '&', '<?', '</', '<a>&#']) {
      const begin = performance.now();
      expect(() => read(piece.repeat(1_000_000 / piece.length))).toThrow(FeedFault);
      expect(performance.now() - begin).toBeLessThan(1000);
    }
  });
});
