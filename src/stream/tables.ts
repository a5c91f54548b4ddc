// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue, LayerTable, SearchEntry } from '../city/catalogue';
import { fetchJson, StreamError } from './fetch-file';

/** Pages that the table of a layer comes in; 0 where the build has none. */
export function tablePages(catalogue: Catalogue, layer: string): number {
  return pagesOf(catalogue, layer).length;
}

/** Rows of the table view of one layer: one page of them. Throws StreamError where the build has none. */
export async function loadTable(
  catalogue: Catalogue,
  cityUrl: string,
  layer: string,
  page = 0,
  signal?: AbortSignal,
): Promise<LayerTable> {
  const file = pagesOf(catalogue, layer)[page];
  if (!file) throw new StreamError('catalogue.json', `this city has no page ${page} of table "${layer}"`);
  return fetchJson<LayerTable>(cityUrl + file, signal);
}

function pagesOf(catalogue: Catalogue, layer: string): readonly string[] {
  const entry = catalogue.files.tables.find((table) => table.layer === layer);
  return entry ? (entry.pages ?? [entry.file]) : [];
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
