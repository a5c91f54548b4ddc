// SPDX-License-Identifier: EUPL-1.2
/** What is published of the districts (NIL), as columns: the register and the businesses. */
import { businessMixes } from '../city/business-mix';
import { type ColumnTable, valuesOf } from '../city/columns';
import { type RegisterCount, type RegisterCounts, toldCounts } from '../city/register';
import type { AttributeColumn } from './attribute';
import { numberColumn } from './make-columns';

export interface DistrictTables {
  /** Ids of the districts, one a row. */
  readonly ids: readonly number[];
  /** One a row; undefined: not known. */
  readonly areaM2: ArrayLike<number> | undefined;
  /** Null where the city has none. */
  readonly population: ColumnTable | null;
  readonly businesses: ColumnTable | null;
}

export interface DistrictColumns {
  readonly columns: readonly AttributeColumn[];
  /** Of the register: the newest and the oldest; null where the city has none. */
  readonly years: { readonly newest: number; readonly oldest: number } | null;
}

/** Counts as they are read, most asked for first; men and women among what comes after. */
const COUNTS: readonly RegisterCount[] = [
  'total',
  'aged65Plus',
  'aged80Plus',
  'aloneAged80Plus',
  'minors',
  'foreigners',
  'households',
  'singleHouseholds',
  'men',
  'women',
  'births',
  'deaths',
  'arrivals',
  'departures',
];
const UNIT: Partial<Record<RegisterCount, string>> = { households: '1', singleHouseholds: '1' };
/** Shares in percent of another count, by column. */
const SHARES = {
  aged65PlusShare: ['aged65Plus', 'total'],
  aloneAged80PlusShare: ['aloneAged80Plus', 'aged80Plus'],
  minorsShare: ['minors', 'total'],
  foreignersShare: ['foreigners', 'total'],
  singleHouseholdsShare: ['singleHouseholds', 'households'],
} as const satisfies Record<string, readonly [RegisterCount, RegisterCount]>;

/** The years that the register is of: the newest, and the oldest to compare it with. */
interface Register {
  readonly year: number;
  readonly firstYear: number;
  readonly of: (zone: number, year: number) => RegisterCounts | undefined;
}

/**
 * Counts of the newest register, shares and changes of them, and businesses. Counts that the build
 * withheld, or that may not be told beside the others of their row, are withheld, and so is what is
 * reckoned from them.
 */
export function districtColumns({ ids, areaM2, population, businesses }: DistrictTables): DistrictColumns {
  const register = population && population.rows > 0 ? registerOf(population) : null;
  return {
    columns: [
      ...(register ? registerColumns(register, ids, areaM2) : []),
      ...(businesses ? businessColumns(businesses, register, ids) : []),
    ],
    years: register && { newest: register.year, oldest: register.firstYear },
  };
}

function registerOf(table: ColumnTable): Register {
  const zone = valuesOf(table, 'zone');
  const years = valuesOf(table, 'year');
  const rows = new Map<string, RegisterCounts>();
  for (let row = 0; row < table.rows; row++) {
    const counts = Object.fromEntries(
      COUNTS.map((count) => [count, valuesOf(table, count)[row] as number]),
    ) as unknown as RegisterCounts;
    rows.set(`${zone[row]} ${years[row]}`, toldCounts(counts));
  }
  return {
    year: Math.max(...years),
    firstYear: Math.min(...years),
    of: (id, year) => rows.get(`${id} ${year}`),
  };
}

/** A count that is not a number in a row that is there is withheld. */
function told(id: string, unit: string, values: readonly (number | undefined)[]): AttributeColumn {
  return numberColumn(
    id,
    Float64Array.from(values, (value) => value ?? Number.NaN),
    { unit, withheld: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)) },
  );
}

function registerColumns(
  { year, firstYear, of }: Register,
  ids: readonly number[],
  areaM2: ArrayLike<number> | undefined,
): AttributeColumn[] {
  const rows = ids.map((id) => of(id, year));
  const each = (id: string, unit: string, value: (row: RegisterCounts, i: number) => number | undefined) =>
    told(
      id,
      unit,
      rows.map((row, i) => row && value(row, i)),
    );
  const counts = COUNTS.map((count) => each(count, UNIT[count] ?? 'persons', (row) => row[count]));
  const shares = Object.entries(SHARES).map(([id, [part, whole]]) =>
    each(id, '%', (row) => (row[whole] === 0 ? undefined : (100 * row[part]) / row[whole])),
  );
  const density = each('density', 'persons/km²', ({ total }, i) =>
    areaM2?.[i] ? total / ((areaM2[i] as number) / 1e6) : undefined,
  );
  const size = each('householdSize', 'persons', ({ total, households }) =>
    households === 0 ? undefined : total / households,
  );
  const change = each('change', '%', ({ total }, i) => {
    const before = of(ids[i] as number, firstYear)?.total;
    return before === undefined || before === 0 ? undefined : 100 * (total / before - 1);
  });
  const [total, ...others] = counts;
  return [
    ...(total ? [total] : []),
    ...others.slice(0, 3),
    density,
    ...(firstYear < year ? [change] : []),
    ...others.slice(3),
    ...shares,
    size,
  ];
}

function businessColumns(
  table: ColumnTable,
  register: Register | null,
  ids: readonly number[],
): AttributeColumn[] {
  const residents = new Map(ids.map((id) => [id, register?.of(id, register.year)?.total ?? 0]));
  const mixes = new Map(businessMixes(table, residents).map((mix) => [mix.zone, mix]));
  const column = (id: string, value: (mix: NonNullable<ReturnType<typeof mixes.get>>) => number) =>
    numberColumn(
      id,
      Float64Array.from(ids, (zone) => {
        const mix = mixes.get(zone);
        return mix ? value(mix) : Number.NaN;
      }),
    );
  return [
    column('businesses', ({ total }) => total),
    column('businessesPer1000', ({ per1000 }) => per1000),
    column('businessVariety', ({ equalKinds }) => equalKinds),
  ];
}
