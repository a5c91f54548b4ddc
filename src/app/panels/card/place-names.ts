// SPDX-License-Identifier: EUPL-1.2
/** Names in the city's tables of what live rows only have an id of. */
import type { LiveRow } from '../../../city/live';
import type { CityFiles } from '../../state/city-files';

/** The row of which table says where a live row is; null: it says itself, or stands for all. */
export function placeIdOf(
  row: LiveRow | undefined,
): { readonly table: 'district' | 'gate'; readonly id: string } | null {
  if (row?.kind === 'presence') return { table: 'district', id: String(row.district) };
  return row?.kind === 'gate-count' && row.gate !== null ? { table: 'gate', id: row.gate } : null;
}

/** By id; of those that have a name. */
export async function gateNames(
  files: Pick<CityFiles, 'pages' | 'page'>,
): Promise<ReadonlyMap<string, string>> {
  const pages = await Promise.all(
    Array.from({ length: files.pages('gate') }, (_, n) => files.page('gate', n)),
  );
  const names = new Map<string, string>();
  for (const { columns, rows } of pages) {
    const [id, name] = [columns.indexOf('id'), columns.indexOf('name')];
    for (const row of rows) if (row[name]) names.set(String(row[id]), String(row[name]));
  }
  return names;
}
