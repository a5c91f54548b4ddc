// SPDX-License-Identifier: EUPL-1.2
/** Bytes to text. In every browser and in Node, which the types of the pure rooms know nothing of. */
declare const TextDecoder: new (
  label?: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/** 0x80–0x9F of windows-1252, by the WHATWG Encoding Standard. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LATIN_1 = /^(windows-1252|cp1252|iso-?8859-?1|latin-?1|us-ascii|ascii)$/i;

/**
 * A decoder for a WHATWG label; without one UTF-8, or windows-1252 for bytes that are not valid
 * UTF-8 (portals still write it). Undefined where the label is not known.
 */
export function textDecoder(label?: string): ((bytes: Uint8Array) => string) | undefined {
  if (label === undefined) {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    return (bytes) => {
      try {
        return utf8.decode(bytes);
      } catch {
        return windows1252(bytes);
      }
    };
  }
  if (LATIN_1.test(label.trim())) return windows1252;
  try {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const CHUNK = 8192;

/** By hand: Node 20 takes windows-1252 for ISO 8859-1 and loses the euro and the curly apostrophe. */
function windows1252(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text.replace(/[\x80-\x9f]/g, (c) => HIGH[c.charCodeAt(0) - 0x80] as string);
}
