// SPDX-License-Identifier: EUPL-1.2
/** The counts of the register by district (NIL) as columns, beside the shares that a card tells. */
import { type ColumnTable, valuesOf } from '../city/columns';
import { type RegisterCount, type RegisterCounts, toldCounts } from '../city/register';
import type { AttributeColumn } from './attribute';
import { numberColumn } from './make-columns';

/** By attribute id; where an attribute of that name is a share, the count has another. */
const COUNTS = {
  aged80Plus: 'aged80Plus',
  aged65PlusCount: 'aged65Plus',
  minorsCount: 'minors',
  foreignersCount: 'foreigners',
  singleHouseholdsCount: 'singleHouseholds',
  men: 'men',
  women: 'women',
  births: 'births',
  deaths: 'deaths',
  arrivals: 'arrivals',
  departures: 'departures',
} as const satisfies Record<string, RegisterCount>;

export interface RegisterYears {
  readonly newest: number;
  readonly oldest: number;
}

/** Null where there is none. */
export function registerYears(population: ColumnTable | null | undefined): RegisterYears | null {
  if (!population || population.rows === 0) return null;
  const years = valuesOf(population, 'year');
  return { newest: Math.max(...years), oldest: Math.min(...years) };
}

/**
 * Counts of the newest year, one a district of `ids`, and how many of 100 persons over 80 live alone.
 * Counts that the build withheld, or that may not be told beside the others of their row, are withheld,
 * and so is what is reckoned from them.
 */
export function registerColumns(population: ColumnTable, ids: readonly number[]): AttributeColumn[] {
  const years = registerYears(population);
  if (!years) return [];
  const told = toldRows(population, years.newest);
  const rows = ids.map((id) => told.get(id));
  return [
    ...Object.entries(COUNTS).map(([id, count]) =>
      figures(
        { id, unit: count === 'singleHouseholds' ? '1' : 'persons' },
        rows.map((row) => row?.[count]),
      ),
    ),
    figures(
      { id: 'aloneAged80PlusShare', unit: '%' },
      rows.map((row) =>
        row && row.aged80Plus !== 0 ? (100 * row.aloneAged80Plus) / row.aged80Plus : undefined,
      ),
    ),
  ];
}

/** By district. */
function toldRows(population: ColumnTable, year: number): Map<number, RegisterCounts> {
  const zone = valuesOf(population, 'zone');
  const years = valuesOf(population, 'year');
  const columns = population.columns.filter(({ name }) => name !== 'zone' && name !== 'year');
  const rows = new Map<number, RegisterCounts>();
  for (let row = 0; row < population.rows; row++) {
    if (years[row] !== year) continue;
    const counts = Object.fromEntries(columns.map(({ name, values }) => [name, values[row]]));
    rows.set(zone[row] as number, toldCounts(counts as unknown as RegisterCounts));
  }
  return rows;
}

/** A count that is not a number in a row that is there is withheld. */
function figures(
  { id, unit }: { id: string; unit: string },
  values: readonly (number | undefined)[],
): AttributeColumn {
  const withheld = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
  return numberColumn(
    id,
    Float64Array.from(values, (value) => value ?? Number.NaN),
    { unit, ...(withheld.includes(1) && { withheld }) },
  );
}
