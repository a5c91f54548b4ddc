// SPDX-License-Identifier: EUPL-1.2
import type { Origin } from './rows';
import type { CleanContext } from './theme';

interface Dated {
  readonly origin: Origin;
  readonly editionYear?: number;
}

/** "file, row 12": how a row is named in messages. */
export const placeOf = ({ file, row }: Origin): string => `${file}, row ${row}`;

/** The newest year of edition; a row without one is older than any. */
export const newestYear = (rows: readonly Dated[]): number =>
  Math.max(...rows.map((row) => row.editionYear ?? -Infinity));

/** Rows of the newest edition; the others are counted as superseded. */
export function keepNewest<R extends Dated>(rows: readonly R[], drop: CleanContext['drop']): R[] {
  const newest = newestYear(rows);
  return rows.filter((row) => {
    if ((row.editionYear ?? -Infinity) === newest) return true;
    const edition = row.editionYear ? `edition ${row.editionYear}` : 'edition without a year';
    drop('older-edition', `${placeOf(row.origin)}: ${edition}, kept ${newest}`);
    return false;
  });
}
