// SPDX-License-Identifier: EUPL-1.2
/** The search of the city: prefixes and small slips of the pen over the names in `search.json`. */
import MiniSearch from 'minisearch';
import type { SearchEntry } from '../../../city/catalogue';
import { fold } from '../../../city/fold';

/** Written short on plates and maps; searched as the whole word. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    v: 'via',
    vle: 'viale',
    viale: 'viale',
    pza: 'piazza',
    pzza: 'piazza',
    pz: 'piazza',
    pzle: 'piazzale',
    ple: 'piazzale',
    pzale: 'piazzale',
    cso: 'corso',
    lgo: 'largo',
    vlo: 'vicolo',
    vco: 'vicolo',
    bast: 'bastioni',
    fta: 'fermata',
    stz: 'stazione',
    staz: 'stazione',
    s: 'san',
    sta: 'santa',
    sto: 'santo',
    ss: 'santi',
    f: 'fratelli',
    flli: 'fratelli',
    gen: 'generale',
    ing: 'ingegnere',
    mons: 'monsignor',
    prof: 'professore',
  }),
);

/** Found in this order where the names match equally well. */
const KIND_WEIGHT: Readonly<Record<SearchEntry['kind'], number>> = {
  district: 6,
  municipio: 6,
  place: 4,
  street: 3.75,
  building: 3.5,
  stop: 3,
  service: 1,
};
/** A station is what a name is known for, more than the poles and bicycles around it. */
const STATION_WEIGHT: Readonly<Record<string, number>> = { metro: 5.5, rail: 5 };
const weightOf = ({ kind, class: code }: SearchEntry): number =>
  (kind === 'stop' && code ? STATION_WEIGHT[code] : undefined) ?? KIND_WEIGHT[kind];

/** So much that a district or station that begins with the word goes before a chemist that is called so. */
const WEIGHT_SHARE = 3;

/** Words of a name or a query, whole and folded: "V.le M. d'Azeglio" → viale, m, d, azeglio. */
export function words(text: string): string[] {
  const whole: string[] = [];
  for (const piece of fold(text).split(/[^\p{L}\p{N}./]+/u)) {
    const dotted = piece.replace(/[./]/g, '');
    // "c.so", "p.za", "s." with their points are an abbreviation; "san" without is a word.
    const long = /[./]/.test(piece) || dotted.length >= 3 ? ABBREVIATIONS.get(dotted) : undefined;
    if (long) whole.push(long);
    else whole.push(...piece.split(/[./]+/).filter(Boolean));
  }
  return whole;
}

/**
 * How what is being written may be read, the likelier first: a last word without a point may be an
 * abbreviation, or the beginning of a longer word: "sta" → stazione, or santa.
 */
export function readings(query: string): readonly (readonly string[])[] {
  const whole = words(query);
  const [last] = /[\p{L}\p{N}./]+$/u.exec(fold(query)) ?? [];
  if (!last || last === whole.at(-1) || /[./]/.test(last)) return [whole];
  return [[...whole.slice(0, -1), last], whole];
}

export interface Finder {
  /** Everything that is found, each name once. */
  readonly entries: readonly SearchEntry[];
  /** At most `limit` entries, best first; empty for an empty query. */
  find(query: string, limit?: number): SearchEntry[];
}

/**
 * A street is listed once a link: one entry for all links of a name, the one nearest to the middle
 * of them. Other things of the same name, kind, class and second line are one thing too.
 */
export function oncePerName(entries: readonly SearchEntry[]): SearchEntry[] {
  const groups = new Map<string, SearchEntry[]>();
  for (const entry of entries) {
    const rest = entry.kind === 'street' ? '' : `${entry.class}\n${entry.detail}`;
    const key = `${entry.kind}\n${entry.name}\n${rest}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].map(nearestToMiddle);
}

function nearestToMiddle(group: readonly SearchEntry[]): SearchEntry {
  const mean = (axis: 0 | 1) => group.reduce((sum, { at }) => sum + at[axis], 0) / group.length;
  const [lon, lat] = [mean(0), mean(1)];
  // Degrees of longitude are shorter: 0.7 of those of latitude, in northern Italy.
  const away = ({ at }: SearchEntry) => Math.hypot((at[0] - lon) * 0.7, at[1] - lat);
  return group.reduce((best, entry) => (away(entry) < away(best) ? entry : best));
}

/** Builds the index over `all`, each name once. */
export function makeFinder(all: readonly SearchEntry[]): Finder {
  const entries = oncePerName(all);
  const index = new MiniSearch<{ n: number; name: string; detail: string }>({
    idField: 'n',
    fields: ['name', 'detail'],
    tokenize: words,
    processTerm: (term) => term,
  });
  index.addAll(entries.map((entry, n) => ({ n, name: entry.name, detail: entry.detail ?? '' })));
  const folded = entries.map((entry) => words(entry.name).join(' '));
  const found = (asked: string, { wholeNumbers = false, fuzzy = false }) =>
    index.search(asked, {
      tokenize: (text) => text.split(' '),
      combineWith: 'AND',
      prefix: wholeNumbers ? (term) => !/^\d+$/.test(term) : true,
      fuzzy: fuzzy ? (term) => (term.length >= 4 ? 0.25 : false) : false,
      boost: { name: 4 },
      weights: { prefix: 0.6, fuzzy: 0.2 },
    });
  return {
    entries,
    find(query, limit = 24) {
      const ways = readings(query).map((reading) => reading.join(' '));
      if (!ways[0]) return [];
      // "3" is line 3 and Municipio 3; line 30 only where there is no 3. Slips are forgiven last.
      const [asked, hits] = firstFound(ways, [{ wholeNumbers: true }, {}, { fuzzy: true }], found);
      // Namesakes match equally well, however often their second lines repeat the name.
      const best = new Map<string, number>();
      for (const { id, score } of hits) {
        const name = folded[id as number]!;
        best.set(name, Math.max(best.get(name) ?? 0, score));
      }
      const scored = hits.map((hit) => {
        const n = hit.id as number;
        const entry = entries[n]!;
        const name = folded[n]!;
        const closeness =
          name === asked ? 4 : name.startsWith(`${asked} `) ? 2.5 : name.startsWith(asked) ? 2 : 1;
        const score = best.get(name)! * closeness * (1 + weightOf(entry) / WEIGHT_SHARE);
        return { n, score };
      });
      scored.sort((a, b) => b.score - a.score || a.n - b.n);
      return scored.slice(0, limit).map(({ n }) => entries[n]!);
    },
  };
}

/** The first reading of which anything is found, by the first of the manners that finds it. */
function firstFound<Manner, Hit>(
  ways: readonly string[],
  manners: readonly Manner[],
  found: (asked: string, manner: Manner) => readonly Hit[],
): readonly [asked: string, hits: readonly Hit[]] {
  for (const manner of manners)
    for (const asked of ways) {
      const hits = found(asked, manner);
      if (hits.length > 0) return [asked, hits];
    }
  return ['', []];
}
