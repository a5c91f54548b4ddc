// SPDX-License-Identifier: EUPL-1.2
/**
 * Names as registers write them (`CITTA' STUDI`, `PTA ROMANA`) into names as Italians write them
 * (`Città Studi`, `Porta Romana`), and names into keys for comparing.
 */

/** Abbreviations and slips of the pen found in the Comune's files, on upper-case text without accents. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bP\.? ?TA\b\.?/g, 'PORTA'],
  [/\bP\.? ?(?:ZZA|ZA)\b\.?/g, 'PIAZZA'],
  [/\bQ\.? ?RE\b\.?/g, 'QUARTIERE'],
  [/\bV\.? ?LE\b\.?/g, 'VIALE'],
  [/\bC\.? ?SO\b\.?/g, 'CORSO'],
  [/\bGIARD\.(?=\s|$)/g, 'GIARDINO'],
  [/\bQT 8\b/g, 'QT8'],
  // Legal forms, with their points or without, as newspapers write them: Snc, Sas, Srl, Spa.
  [/(?<!\p{L}\.)\bS\.(N)\.(C)\b\.?|(?<!\p{L}\.)\bS\.(A)\.(S)\b\.?/gu, 'S$1$2$3$4'],
  [/(?<!\p{L}\.)\bS\.(R)\.(L)\b\.?|(?<!\p{L}\.)\bS\.(P)\.(A)\b\.?/gu, 'S$1$2$3$4'],
  // "S." is Santa, Sant' or San, as the name that follows says.
  [
    /\bS(?:\. ?| )(?=(?:RITA|MARIA|GIULIA|LUCIA|SOFIA|CATERINA|ELISABETTA|TERESA|CECILIA|CROCE)\b)/g,
    'SANTA ',
  ],
  [/\bS(?:\. ?| )(?=(?:AMBROGIO|AGOSTINO|ANTONIO|EUSTORGIO|ANNA|AGNESE|ANDREA|EUSEBIO)\b)/g, "SANT'"],
  // Not within an acronym: I.T.S.O.S., A.M.S.A. (but V.S.VITTORE).
  [/(?<!\b(?!V)\p{L}\.)\bS\. ?(?=\p{L})/gu, 'SAN '],
];

/** Little words that stay in lower case inside a name. */
const LITTLE = new Set(
  'a ad al alla alle ai agli allo con da dal dalla dai dagli dei degli del della delle dello di e ed fra il in la le lo nel nella nelle per su sul sulla sui sulle tra'.split(
    ' ',
  ),
);
/** Truncated words whose apostrophe is no accent: Ca' Granda, De' Missaglia. */
const TRUNCATED = new Set(['ca', 'de', 'po', 'mo', 'be', 'pe', 'co', 'to', 'fra']);
/** Ends of abbreviations, after their point: Dr.ssa, F.lli, F.cia, M.se (Milanese), M.te, F.ze, Q.to, M.no, C.na. */
const ABBREVIATED_END = /^(?:SSA|LLI|CIA|SE|TE|ZE|TO|NO|NA)$/;
/** "DELL' UNIONE" is dell'Unione. */
const PARTED_ELISION = /(?<!\p{L})((?:d|l|all|dall|dell|nell|sull|sant)')\s+(?=\p{L})/giu;
/** Kept in capitals: roman numerals and acronyms. */
const CAPITALS = /^(?:[IVX]{2,}|QT8|OM|FS|FNM|ATM|NIL|EXPO)$/;
const OWN_SPELLING: Readonly<Record<string, string>> = { nolo: 'NoLo', expo: 'Expo' };
const GRAVE: Readonly<Record<string, string>> = { a: 'à', e: 'è', i: 'ì', o: 'ò', u: 'ù' };
/** Words in -é, where the apostrophe stands for the acute accent. */
const ACUTE = /(?:^|\s|[-'])(?:perch|poich|n|s|tr|ventitr|vicer)e$/i;

/**
 * A name in the spelling of a map. Text that already has lower case keeps its own capitals; only its
 * abbreviations and apostrophes-for-accents are put right.
 */
export function italianName(raw: string): string {
  let text = unquoted(raw.normalize('NFC').replace(/[’`´]/g, "'").replace(/\s+/g, ' ').trim());
  text = text.replace(PARTED_ELISION, '$1');
  const shouting = text === text.toUpperCase();
  if (shouting) {
    for (const [short, long] of WRITTEN_OUT) text = text.replace(short, long);
    text = text.replace(/\p{L}[\p{L}\d]*/gu, (word, at: number) => cased(word, at, text));
  }
  return accented(text).replace(/\s+/g, ' ').trim();
}

/** `" Dosso Verde "` → `Dosso Verde`; quotes inside a name stay: `I.P.S. "Caterina da Siena"`. */
function unquoted(text: string): string {
  const led = text.replace(/^"\s*([^"]*?)\s*"/, '$1').trim();
  const paired = (led.match(/"/g)?.length ?? 0) % 2 === 0;
  return paired ? led : led.replace(/^"\s*|\s*"$/g, '');
}

function cased(word: string, at: number, text: string): string {
  if (CAPITALS.test(word)) return OWN_SPELLING[word.toLowerCase()] ?? word;
  const lower = word.toLowerCase();
  // An initial: "VIA A. DI RUDINÌ".
  if (word.length === 1 && text[at + 1] === '.') return word;
  if (text[at - 1] === '.' && ABBREVIATED_END.test(word)) return lower;
  const own = OWN_SPELLING[lower];
  if (own) return own;
  const first = at === 0 || /[-–(/"]\s*$/.test(text.slice(0, at));
  const elided = text[at + word.length] === "'" && /^\p{L}/u.test(text.slice(at + word.length + 1));
  const last = at + word.length === text.length;
  // "Fra'" is a friar, "fra" is between.
  const truncated = text[at + word.length] === "'" && TRUNCATED.has(lower);
  if (
    !first &&
    !last &&
    !truncated &&
    (LITTLE.has(lower) || (elided && /^(?:d|l|all|dell|dall|nell|sull|un)$/.test(lower)))
  )
    return lower;
  return lower[0]!.toUpperCase() + lower.slice(1);
}

/** `Citta'` → `Città`; leaves `Ca' Granda` and `dell'Acqua`. */
function accented(text: string): string {
  // An accent and its apostrophe: "Cantù'".
  const once = text.replace(/([àèéìòù])'(?=$|[\s\-–.,;)/"])/giu, '$1');
  return once.replace(
    /(\p{L}*)([aeiouAEIOU])'(?=$|[\s\-–.,;)/"])/gu,
    (whole, stem: string, vowel: string) => {
      const word = stem + vowel;
      if (TRUNCATED.has(word.toLowerCase())) return whole;
      if (ACUTE.test(word)) return `${stem}${vowel === 'E' ? 'É' : 'é'}`;
      const grave = GRAVE[vowel.toLowerCase()]!;
      return stem + (vowel === vowel.toUpperCase() && stem !== '' ? grave.toUpperCase() : grave);
    },
  );
}

/** A key for comparing names: abbreviations written out, accents, case and punctuation folded. */
export function nameKey(raw: string): string {
  return italianName(raw.toUpperCase())
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
