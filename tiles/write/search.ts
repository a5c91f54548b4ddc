// SPDX-License-Identifier: EUPL-1.2
/** What the search box finds: `search.json`. */

import type { SearchEntry } from '../../src/city/catalogue';
import { lonLat } from '../../src/city/frames';
import type { Output } from './output';

/** Names that people look for first come first. */
const ORDER: Record<SearchEntry['kind'], number> = {
  district: 0,
  municipio: 1,
  place: 2,
  stop: 3,
  street: 4,
  building: 5,
  service: 6,
};

/** Writes the entries, each id of a kind once, with the fields of SearchEntry alone. Undefined where there is none. */
export async function writeSearch(
  entries: readonly SearchEntry[],
  output: Output,
): Promise<string | undefined> {
  const byKey = new Map<string, SearchEntry>();
  for (const { kind, id, name, class: of, detail, at } of entries) {
    const key = `${kind} ${id}`;
    if (byKey.has(key) || name.trim() === '') continue;
    // Five decimals: a metre, enough to fly to.
    const near = lonLat(Math.round(at[0] * 1e5) / 1e5, Math.round(at[1] * 1e5) / 1e5);
    byKey.set(key, { kind, id, name, ...(of ? { class: of } : {}), ...(detail ? { detail } : {}), at: near });
  }
  if (byKey.size === 0) return undefined;
  const sorted = [...byKey.values()].sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  await output.write('search.json', new TextEncoder().encode(JSON.stringify(sorted)), true);
  return 'search.json';
}
