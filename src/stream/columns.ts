// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../city/catalogue';
import { type ColumnTable, decodeColumns } from '../city/columns';
import type { InputTable } from '../city/inputs';
import { fetchFile, StreamError } from './fetch-file';

/** One of the city's input tables. Throws StreamError where the build has none or it is not whole. */
export async function loadColumns(
  catalogue: Catalogue,
  cityUrl: string,
  id: InputTable,
  signal?: AbortSignal,
): Promise<ColumnTable> {
  const entry = catalogue.files.inputs.find((input) => input.id === id);
  if (!entry) throw new StreamError('catalogue.json', `this city has no table "${id}"`);
  const url = cityUrl + entry.file;
  const bytes = new Uint8Array(await (await fetchFile(url, signal)).arrayBuffer());
  try {
    return decodeColumns(bytes, entry.file);
  } catch (error) {
    throw new StreamError(url, error instanceof Error ? error.message : String(error));
  }
}
