// SPDX-License-Identifier: EUPL-1.2
/** What the city's tables know of one district (NIL). Pure. */
import { type ColumnTable, columnIfAny } from '../city/columns';
import { isSmall, mayBeTold } from '../city/disclosure';

export interface District {
  readonly id: number;
  readonly name: string;
  /** 0 = not known. */
  readonly municipio: number;
  readonly areaM2: number;
  /** Newest year of the register. */
  readonly population?: Population;
  /** The oldest year that can be compared with it. */
  readonly before?: { readonly year: number; readonly total: number };
  /** What is not said of the register, for it would be said of few persons. */
  readonly withheld?: 'all' | 'ages';
  /** `withheld`: so few live there that ages would give persons away. */
  readonly pyramid?: Pyramid | 'withheld';
}

export interface Population {
  readonly year: number;
  readonly total: number;
  readonly minors: number;
  readonly aged65Plus: number;
  readonly foreigners: number;
  readonly households: number;
  readonly singleHouseholds: number;
  readonly aloneAged80Plus: number;
}

/** So few live here that nothing is said of them, or so few are of an age that ages are not. */
function withheldOf({ total, minors, aged65Plus }: Population): Pick<District, 'withheld'> {
  if (!mayBeTold(total)) return { withheld: 'all' };
  const told = mayBeTold(minors, total - minors - aged65Plus) && mayBeTold(aged65Plus);
  return told ? {} : { withheld: 'ages' };
}

/** Youngest first. */
export interface Pyramid {
  readonly bands: readonly { readonly ageFrom: number; readonly men: number; readonly women: number }[];
  readonly total: number;
}

/** Years of the census whose pyramid is published by NIL (ISTAT, 2011). */
export const PYRAMID_YEAR = 2011;

export interface DistrictTables {
  readonly zones: ColumnTable;
  readonly population?: ColumnTable;
  readonly pyramid?: ColumnTable;
}

/** Reads a column by name; a missing one is zero throughout. */
export function reader(table: ColumnTable): (name: string, row: number) => number {
  const columns = new Map(table.columns.map((column) => [column.name, column.values]));
  return (name, row) => columns.get(name)?.[row] ?? 0;
}

/** The text that a column of texts has in a row. */
export function textAt(table: ColumnTable, name: string, row: number): string {
  const column = columnIfAny(table, name);
  return column?.dictionary?.[column.values[row] ?? -1] ?? '';
}

/** Every district's name, by id. */
export function districtNames(zones: ColumnTable): Map<number, string> {
  const at = reader(zones);
  const names = new Map<number, string>();
  for (let row = 0; row < zones.rows; row++) names.set(at('id', row), textAt(zones, 'name', row));
  return names;
}

/** Null where there is no district of that id. */
export function districtOf({ zones, population, pyramid }: DistrictTables, id: number): District | null {
  const zone = reader(zones);
  for (let row = 0; row < zones.rows; row++) {
    if (zone('id', row) !== id) continue;
    return {
      id,
      name: textAt(zones, 'name', row),
      municipio: zone('municipio', row),
      areaM2: zone('areaM2', row),
      ...(population ? populationOf(population, id) : {}),
      ...(pyramid ? pyramidOf(pyramid, id) : {}),
    };
  }
  return null;
}

function populationOf(table: ColumnTable, id: number): Pick<District, 'population' | 'before' | 'withheld'> {
  const at = reader(table);
  // Not a number: withheld. An older year does not stand for it.
  const rows = [...Array(table.rows).keys()]
    .filter((row) => at('zone', row) === id && at('total', row) !== 0)
    .sort((a, b) => at('year', b) - at('year', a));
  const newest = rows[0];
  if (newest === undefined) return {};
  const oldest = rows[rows.length - 1]!;
  const value = (name: string) => at(name, newest);
  const population = {
    year: value('year'),
    total: value('total'),
    minors: value('minors'),
    aged65Plus: value('aged65Plus'),
    foreigners: value('foreigners'),
    households: value('households'),
    singleHouseholds: value('singleHouseholds'),
    aloneAged80Plus: value('aloneAged80Plus'),
  };
  return {
    population,
    ...withheldOf(population),
    ...(at('year', oldest) < value('year') && mayBeTold(at('total', oldest))
      ? { before: { year: at('year', oldest), total: at('total', oldest) } }
      : {}),
  };
}

function pyramidOf(table: ColumnTable, id: number): Pick<District, 'pyramid'> {
  const at = reader(table);
  const bands = new Map<number, { ageFrom: number; men: number; women: number }>();
  let total = 0;
  for (let row = 0; row < table.rows; row++) {
    if (at('zone', row) !== id) continue;
    const persons = at('persons', row);
    if (Number.isNaN(persons)) return { pyramid: 'withheld' };
    const ageFrom = at('ageFrom', row);
    const band = bands.get(ageFrom) ?? { ageFrom, men: 0, women: 0 };
    bands.set(ageFrom, band);
    band[at('sex', row) === 0 ? 'men' : 'women'] += persons;
    total += persons;
  }
  if (isSmall(total)) return { pyramid: 'withheld' };
  if (total === 0) return {};
  return { pyramid: { bands: [...bands.values()].sort((a, b) => a.ageFrom - b.ageFrom), total } };
}

/** What a district has of a figure: a number, or that it is not published, or that nobody states it. */
export type Figure = number | 'withheld' | null;

/** Figures of the register. Shares 0–1; `density` persons per km². */
export const REGISTER_FIGURES = [
  'residents',
  'change',
  'density',
  'minors',
  'aged65Plus',
  'aloneAged80Plus',
  'households',
  'householdSize',
  'singleHouseholds',
  'foreigners',
] as const;
export type RegisterFigure = (typeof REGISTER_FIGURES)[number];

const told = (may: boolean, value: number): Figure => (may ? value : 'withheld');

/**
 * Every figure of the register that a district has, without what would be said of few persons, itself or by
 * subtraction (city/disclosure.ts).
 */
export function registerFigures(district: District): Readonly<Record<RegisterFigure, Figure>> {
  const { areaM2, population, before, withheld } = district;
  if (!population || withheld === 'all') {
    const all = population ? 'withheld' : null;
    return Object.fromEntries(REGISTER_FIGURES.map((id) => [id, all])) as Record<RegisterFigure, Figure>;
  }
  const { total, minors, aged65Plus, foreigners, households, singleHouseholds, aloneAged80Plus } = population;
  const homes = households > 0 && mayBeTold(households, total - households);
  const home = (may: boolean, value: number) => (households === 0 ? null : told(may, value));
  return {
    residents: total,
    change: before ? total / before.total - 1 : null,
    density: areaM2 > 0 ? total / (areaM2 / 1e6) : null,
    minors: told(withheld !== 'ages', minors / total),
    aged65Plus: told(withheld !== 'ages', aged65Plus / total),
    aloneAged80Plus: told(mayBeTold(aloneAged80Plus, singleHouseholds - aloneAged80Plus), aloneAged80Plus),
    households: home(homes, households),
    householdSize: home(homes, total / households),
    singleHouseholds: home(
      homes && mayBeTold(singleHouseholds, households - singleHouseholds),
      singleHouseholds / households,
    ),
    foreigners: told(mayBeTold(foreigners, total - foreigners), foreigners / total),
  };
}
