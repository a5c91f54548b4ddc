// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue, LayerTable, SearchEntry } from '../city/catalogue';
import { fetchJson, StreamError } from './fetch-file';

/** Rows of the table view of one layer. Throws StreamError where the build has none. */
export async function loadTable(
  catalogue: Catalogue,
  cityUrl: string,
  layer: string,
  signal?: AbortSignal,
): Promise<LayerTable> {
  const entry = catalogue.files.tables.find((table) => table.layer === layer);
  if (!entry) throw new StreamError('catalogue.json', `this city has no table of "${layer}"`);
  return fetchJson<LayerTable>(cityUrl + entry.file, signal);
}

/** What the search box finds; empty where the build has no search file. */
export async function loadSearch(
  catalogue: Catalogue,
  cityUrl: string,
  signal?: AbortSignal,
): Promise<SearchEntry[]> {
  const { search } = catalogue.files;
  return search ? fetchJson<SearchEntry[]>(cityUrl + search, signal) : [];
}
