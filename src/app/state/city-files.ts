// SPDX-License-Identifier: EUPL-1.2
/** Files of the city that several panels read: asked for once, kept while the city is the same. */
import type { Catalogue, LayerTable, SearchEntry } from '../../city/catalogue';
import type { ColumnTable } from '../../city/columns';
import type { InputTable } from '../../city/inputs';
import { loadColumns } from '../../stream/columns';
import { loadSearch, loadTable, tablePages } from '../../stream/tables';

export interface CityFiles {
  /** Pages of a layer's table; 0 where it has none. */
  pages(layer: string): number;
  page(layer: string, page: number): Promise<LayerTable>;
  columns(id: InputTable): Promise<ColumnTable>;
  /** Null where this city has no such table. */
  columnsIfAny(id: InputTable): Promise<ColumnTable | null>;
  search(): Promise<SearchEntry[]>;
}

const opened = new WeakMap<Catalogue, CityFiles>();

export function cityFiles(catalogue: Catalogue, cityUrl: string): CityFiles {
  let files = opened.get(catalogue);
  if (!files) opened.set(catalogue, (files = open(catalogue, cityUrl)));
  return files;
}

function open(catalogue: Catalogue, cityUrl: string): CityFiles {
  const kept = new Map<string, Promise<unknown>>();
  // A file that did not come is forgotten, so that asking again asks the server.
  const once = <T>(key: string, load: () => Promise<T>): Promise<T> => {
    const found = kept.get(key) as Promise<T> | undefined;
    if (found) return found;
    const coming = load();
    kept.set(key, coming);
    coming.catch(() => kept.delete(key));
    return coming;
  };
  const columns = (id: InputTable) => once(`columns ${id}`, () => loadColumns(catalogue, cityUrl, id));
  return {
    pages: (layer) => tablePages(catalogue, layer),
    page: (layer, page) => once(`table ${layer} ${page}`, () => loadTable(catalogue, cityUrl, layer, page)),
    columns,
    columnsIfAny: (id) =>
      catalogue.files.inputs.some((input) => input.id === id) ? columns(id) : Promise.resolve(null),
    search: () => once('search', () => loadSearch(catalogue, cityUrl)),
  };
}
