// SPDX-License-Identifier: EUPL-1.2
/** What the search box shows: kinds of thing, those of them nearby, and whatever has the name. */
import type { TFunction } from 'i18next';
import type { SearchEntry } from '../../../city/catalogue';
import { lonLat, M_PER_DEGREE } from '../../../city/frames';
import type { StoreState } from '../../state/store';
import type { Formats } from '../../text/format';
import { kinds as texts } from '../../text/it-kinds';
import type { IconName } from '../icon';
import { cellText } from '../list/cell';
import { makeFinder } from './find';
import { type FoundKind, findKinds, type KindId, kindsOf, nearestTo } from './kinds';
import { byKind, choiceOf, LAYER, secondLine } from './results';

export interface Result {
  readonly id: string;
  readonly icon: IconName;
  readonly name: string;
  readonly detail: string;
  /** What choosing it does, as things stand at that moment. */
  readonly choice: (now: Now) => Partial<StoreState>;
}
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly results: readonly Result[];
}
export type Now = Pick<StoreState, 'view' | 'layers'>;
export interface SearchContext {
  readonly t: TFunction;
  readonly format: Formats;
  readonly view: StoreState['view'];
}
export interface Search {
  /** Best first; empty for an empty query. */
  find(query: string, context: SearchContext): readonly Section[];
}

const MOST_NAMES = 20;
const ICONS: Readonly<Record<SearchEntry['kind'], IconName>> = {
  district: 'district',
  street: 'street',
  stop: 'stop',
  service: 'service',
  place: 'place',
  municipio: 'district',
  building: 'building',
};
/** Layers and tables that kinds are shown by. */
const SHOWN_BY = { service: 'services', stop: 'transit-stops', place: 'greenery' } as const;
const keyOf = (entry: SearchEntry): string => `${entry.kind}/${entry.id}`;

/** Builds the search over all names of the city. */
export function makeSearch(all: readonly SearchEntry[]): Search {
  const finder = makeFinder(all);
  const known = new Set(Object.keys(texts.name));
  const kinds = kindsOf(finder.entries, known);
  // Several doctors at one address are one line, and each of them is in the list.
  const count = new Map([...kindsOf(all, known)].map(([id, { length }]) => [id, length]));
  return {
    find(query, context) {
      const { t, format, view } = context;
      const found = findKinds(kinds, (id) => t(`kinds.words.${id}`), query);
      const nearest = found[0] ? nearestTo(found[0].entries, view.at) : [];
      const listed = new Set(nearest.map(({ entry }) => keyOf(entry)));
      const named = finder.find(query, MOST_NAMES).filter((entry) => !listed.has(keyOf(entry)));
      const sections: Section[] = [
        {
          id: 'kinds',
          title: t('kinds.title'),
          results: found.map((kind) => kindResult(kind, count.get(kind.id) ?? 0, context)),
        },
        {
          id: 'nearest',
          title: t('kinds.nearest'),
          results: nearest.map(({ entry, distanceM }) =>
            entryResult(entry, context, t('kinds.away', { distance: format.length(rounded(distanceM), 0) })),
          ),
        },
        ...byKind(named).map(({ kind, entries }) => ({
          id: kind,
          title: t(`search.kind.${kind}`),
          results: entries.map((entry) => entryResult(entry, context)),
        })),
      ];
      return sections.filter(({ results }) => results.length > 0);
    },
  };
}

/** To ten metres: it is the way of a bird. */
const rounded = (distanceM: number): number => Math.max(10, Math.round(distanceM / 10) * 10);

function entryResult(entry: SearchEntry, { t, format }: SearchContext, away?: string): Result {
  const choice = choiceOf(entry);
  const detail = [secondLine(entry, t, format), away].filter(Boolean).join(' · ');
  return { id: keyOf(entry), icon: ICONS[entry.kind], name: entry.name, detail, choice: () => choice };
}

/** All of a kind: its layer, its list, and a flight to those that are nearest. */
function kindResult({ id, entries }: FoundKind, count: number, { t, format }: SearchContext): Result {
  const [kind, code] = id.split('/') as [keyof typeof SHOWN_BY, string | undefined];
  return {
    id: `kind:${id}`,
    icon: ICONS[kind],
    name: t(`kinds.name.${id as KindId}`),
    detail: t('kinds.all', { n: format.number(count) }),
    choice: ({ layers, view }) => ({
      layers: { ...layers, [SHOWN_BY[kind]]: true },
      list: LAYER[kind],
      // Of all that is green a park is what has a name.
      listWords: { list: LAYER[kind], words: cellText(LAYER[kind], 'class', code ?? 'park', t, format) },
      selection: null,
      flight: { to: aroundOf(nearestTo(entries, view.at).map(({ entry }) => entry)) },
    }),
  };
}

/** Metres that are seen side by side at {@link NEAR_ZOOM} on a screen with its panels open. */
const NEAR_M = 400;
const NEAR_ZOOM = 16.5;
const FAR_ZOOM = 13;

/** Where all of these are seen. */
export function aroundOf(entries: readonly Pick<SearchEntry, 'at'>[]) {
  const span = (axis: 0 | 1) => {
    const all = entries.map(({ at }) => at[axis]);
    return [Math.min(...all), Math.max(...all)] as const;
  };
  const [[west, east], [south, north]] = [span(0), span(1)];
  const middle = lonLat((west + east) / 2, (south + north) / 2);
  const lonScale = Math.cos((middle[1] * Math.PI) / 180);
  const spanM = M_PER_DEGREE * Math.max((east - west) * lonScale, north - south);
  const zoom = NEAR_ZOOM - Math.log2(Math.max(spanM, NEAR_M) / NEAR_M);
  return { at: middle, zoom: Math.max(zoom, FAR_ZOOM) };
}
