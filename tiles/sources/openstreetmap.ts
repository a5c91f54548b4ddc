// SPDX-License-Identifier: EUPL-1.2
/** What all sources read from Overpass answers have in common. */
import { NOT_STATED } from '../../src/city/catalogue';
import type { FoundFile } from '../formats/found-file';
import { isOverpass, type OsmElement, readOverpass } from '../formats/overpass';
import { ODBL } from './licences';
import type { RowLog, Source } from './source';

export const OPENSTREETMAP = {
  publisher: 'OpenStreetMap',
  licence: ODBL,
  attribution: '© OpenStreetMap contributors',
  page: 'https://www.openstreetmap.org/copyright',
  crs: 'EPSG:4326',
  /** Overpass answers state their own; an extract made otherwise may not. */
  vintage: NOT_STATED,
  recognises: async (file: FoundFile): Promise<boolean> => {
    if (!file.baseName.endsWith('.json')) return false;
    try {
      return isOverpass(await file.head());
    } catch {
      return false;
    }
  },
} satisfies Partial<Source>;

/** Overpass query for elements in the Comune di Milano, e.g. `nwr["natural"="water"]`. */
export const milanQuery = (...selectors: readonly string[]): string =>
  `[out:json][timeout:300];area["ISO3166-2"="IT-MI"]->.p;rel(area.p)["name"="Milano"]["admin_level"="8"];map_to_area->.a;(${selectors
    .map((selector) => `${selector}(area.a);`)
    .join('')});out geom;`;

/**
 * Elements whose tags `wanted` turns into something; the others are counted as another theme's.
 * A way that is only the edge of a multipolygon carries no tags of its own and is one of those.
 */
export async function* osmElements<T>(
  file: FoundFile,
  log: RowLog,
  wanted: (tags: OsmElement['tags'], type: OsmElement['type']) => T | undefined,
): AsyncGenerator<{ element: OsmElement; as: T; row: number; stableId: string }> {
  for await (const element of readOverpass(file, log)) {
    const row = log.row();
    const as = wanted(element.tags, element.type);
    const label = `${element.type} ${element.id}`;
    if (as === undefined) log.drop('not-this-theme', row, label);
    else if (!element.geometry)
      log.drop('incomplete-relation', row, `${label}: ${element.incomplete ?? 'no geometry'}`);
    else yield { element, as, row, stableId: `osm-${element.type[0]}${element.id}` };
  }
}
