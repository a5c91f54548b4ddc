// SPDX-License-Identifier: EUPL-1.2
/** Where a run goes, as it is read: many timetables have it in capitals alone. */

/** Within a name these are written small. */
const SMALL = new Set(
  (
    'a ad al ai alla alle allo agli con da dal dalla dei degli del della delle dello di e ed in nel ' +
    'nella per su sul sulla tra fra dell all dall nell sull'
  ).split(' '),
);
/** Initials that would read as words; those without vowels are known by that. */
const INITIALS = new Set(['ATM', 'SEA', 'IULM', 'IEO', 'SNAM', 'ENI', 'RAI', 'EUR', 'ASST', 'INPS', 'UPIM']);
/** What follows the point of an abbreviation: V.LE, P.ZZA, C.SO. */
const ENDINGS = new Set(['LE', 'ZA', 'ZZA', 'ZLE', 'LI', 'SO', 'TA', 'GO', 'CO', 'RE', 'NE']);
const ROMAN = /^(?=[IVX])X{0,3}(IX|IV|V?I{0,3})$/;
const VOWEL = /[AEIOUÀÈÉÌÒÙ]/;

/**
 * A text of capitals alone as Italian writes a name: COMASINA → Comasina, ABBIATEGRASSO - CHIESA ROSSA
 * → Abbiategrasso - Chiesa Rossa, VIALE DELL'INNOVAZIONE → Viale dell'Innovazione. Roman numbers,
 * initials and codes with a digit stay. A text with any small letter is its publisher's own and is
 * returned as it is.
 */
export function readableHeadsign(text: string): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{2}/u.test(text)) return text;
  let first = true;
  // Words, and what stands between them.
  return text.replace(/([\p{L}\p{N}.°]+)(['’]?)|([^\p{L}\p{N}\s'’.°]+)/gu, (all, word, mark, between) => {
    if (between !== undefined) {
      // What comes after a dash, a slash or a bracket begins anew.
      first = true;
      return all;
    }
    const small = !first && SMALL.has(word.toLowerCase());
    first = false;
    if (small) return word.toLowerCase() + mark;
    // CITTA' is città; CA' is not.
    if (mark && word.length > 3 && word.endsWith('TA')) return `${titled(word.slice(0, -1))}à`;
    return titled(word) + mark;
  });
}

function titled(word: string): string {
  if (word.includes('.'))
    return word
      .split('.')
      .map((part, i) => (i > 0 && ENDINGS.has(part) ? part.toLowerCase() : titled(part)))
      .join('.');
  if (/\p{N}/u.test(word) || ROMAN.test(word) || INITIALS.has(word) || !VOWEL.test(word)) return word;
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
