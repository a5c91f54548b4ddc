// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../city/catalogue';
import type { ColumnTable } from '../city/columns';
import type { InputTable } from '../city/inputs';
import { loadColumns } from './columns';

export interface ModelInputs {
  readonly tables: ReadonlyMap<InputTable, ColumnTable>;
  /** sha256 of each, as the catalogue states it. */
  readonly hashes: Readonly<Record<string, string>>;
}

/**
 * The input tables of a city that models read: those of `ids` that the build has. Which of them it
 * cannot do without is for the reader to say. Throws StreamError where one does not come or is not whole.
 */
export async function loadModelInputs(
  catalogue: Catalogue,
  cityUrl: string,
  ids: readonly InputTable[],
  signal?: AbortSignal,
): Promise<ModelInputs> {
  const entries = catalogue.files.inputs.filter(({ id }) => ids.includes(id));
  const tables = await Promise.all(
    entries.map(async ({ id }) => [id, await loadColumns(catalogue, cityUrl, id, signal)] as const),
  );
  return {
    tables: new Map(tables),
    hashes: Object.fromEntries(entries.map(({ id, sha256 }) => [id, sha256])),
  };
}
