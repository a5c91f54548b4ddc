// SPDX-License-Identifier: EUPL-1.2
/** Finds a place for an address among things whose address and place are both known. */
import { type LonLat, lonLat } from '../../src/city/frames';
import { nameKey } from '../sources/italian-names';

interface Civic {
  readonly number: number;
  readonly at: LonLat;
}
interface Street {
  readonly words: readonly string[];
  readonly civics: Civic[];
}
export interface Placed {
  readonly at: LonLat;
  /** The known house number whose place it is. */
  readonly number: number;
  /** Whether it is the number asked for. */
  readonly exact: boolean;
}

/** House numbers further away than this say nothing: about 100 m of a street's one side. */
const NEAR_NUMBERS = 10;
const KINDS = new Set(
  'via viale piazza piazzale corso largo vicolo galleria bastioni alzaia ripa strada'.split(' '),
);
/** Words that one register writes and another does not. */
const FILLERS = new Set('di de del della dei degli delle d da dal s san don'.split(' '));

/** Street and house number of `"VIA PIER A. PARAVIA , 63"`; undefined where there is no number. */
export function parseAddress(address: string): { words: string[]; number: number } | undefined {
  const found = /^(.*?)[\s,]+(?:n\.?\s*)?(\d{1,4})(?:\s*[/\s-]?\s*[a-z\d]{1,3})?(?:[\s,].*)?$/i.exec(
    address.trim(),
  );
  if (!found) return undefined;
  const words = nameKey(found[1] as string)
    .split(' ')
    .filter(Boolean);
  return words.length > 1 && KINDS.has(words[0] as string) ? { words, number: Number(found[2]) } : undefined;
}

/**
 * A gazetteer of what is known. Streets match where kind and last word are the same and the words
 * between are the same, initials of one another, or left out; where two streets match, none does.
 */
export class Addresses {
  readonly #byLastWord = new Map<string, Street[]>();

  add(address: string, at: LonLat): void {
    const parsed = parseAddress(address);
    if (!parsed) return;
    const streets = this.#streetsLike(parsed.words);
    const same = streets.find(({ words }) => words.join(' ') === parsed.words.join(' '));
    if (same) same.civics.push({ number: parsed.number, at });
    else streets.push({ words: parsed.words, civics: [{ number: parsed.number, at }] });
  }

  /** The known house number nearest to the one asked for, on the same side before the other. */
  find(address: string): Placed | undefined {
    const parsed = parseAddress(address);
    if (!parsed) return undefined;
    const streets = this.#streetsLike(parsed.words).filter(({ words }) => isSameStreet(words, parsed.words));
    const exact = streets.find(({ words }) => words.join(' ') === parsed.words.join(' '));
    const civics = (exact ? [exact] : haveOneName(streets) ? streets : []).flatMap((street) => street.civics);
    const distance = ({ number }: Civic) =>
      Math.abs(number - parsed.number) + ((number - parsed.number) % 2 === 0 ? 0 : 1.5);
    const nearest = civics.reduce<Civic | undefined>(
      (best, civic) => (best && distance(best) <= distance(civic) ? best : civic),
      undefined,
    );
    if (!nearest || Math.abs(nearest.number - parsed.number) > NEAR_NUMBERS) return undefined;
    return {
      at: lonLat(nearest.at[0], nearest.at[1]),
      number: nearest.number,
      exact: nearest.number === parsed.number,
    };
  }

  #streetsLike(words: readonly string[]): Street[] {
    const key = `${words[0]} ${words.at(-1)}`;
    const streets = this.#byLastWord.get(key) ?? [];
    this.#byLastWord.set(key, streets);
    return streets;
  }
}

/** `via pier a paravia` and `via paravia`, `via g b martini` and `via giovanni battista martini`. */
function isSameStreet(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = [givenNames(a), givenNames(b)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  return (
    shorter.length === 0 ||
    (shorter.length === longer.length && shorter.every((word, i) => fits(word, longer[i] as string)))
  );
}

/** Several spellings of one street, not several streets of one surname. */
function haveOneName(streets: readonly Street[]): boolean {
  const named = streets.filter(({ words }) => givenNames(words).length > 0);
  return named.every((a) => named.every((b) => isSameStreet(a.words, b.words)));
}

const givenNames = (words: readonly string[]) => words.slice(1, -1).filter((word) => !FILLERS.has(word));
const fits = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
