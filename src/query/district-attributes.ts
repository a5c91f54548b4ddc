// SPDX-License-Identifier: EUPL-1.2
/** What one can ask of the districts (NIL): what is published of them, one row a row of `zones`. */
import { businessMixes, newestResidents } from '../city/business-mix';
import type { ColumnTable } from '../city/columns';
import type { Askable, Attribute, AttributeColumn } from './attribute';
import {
  type DistrictTables,
  districtOf,
  type Figure,
  REGISTER_FIGURES,
  reader,
  registerFigures,
  textAt,
} from './district';
import { registerColumns } from './district-columns';

const UNITS: Readonly<Record<(typeof REGISTER_FIGURES)[number], string>> = {
  residents: 'persons',
  change: '%',
  density: 'persons/km²',
  minors: '%',
  aged65Plus: '%',
  aloneAged80Plus: 'persons',
  households: '1',
  householdSize: 'persons',
  singleHouseholds: '%',
  foreigners: '%',
};
/** As the card writes them. */
const PERCENT_DIGITS = 1;

export interface DistrictAskable extends Askable {
  /** Id of the district of each row. */
  readonly ids: readonly number[];
}

/**
 * Name, municipio, area, the figures of the register and of the businesses. Percentages are of 100. A figure
 * that is withheld is not known, and said to be withheld.
 */
export function districtAskable(tables: DistrictTables, businesses: ColumnTable | null): DistrictAskable {
  const { zones, population } = tables;
  const zone = reader(zones);
  const ids = Array.from({ length: zones.rows }, (_, row) => zone('id', row));
  const found = ids.map((id) => districtOf({ zones, ...(population && { population }) }, id));
  const register = found.map((district) => (district ? registerFigures(district) : null));
  const columns: AttributeColumn[] = [
    {
      attribute: { id: 'name', kind: 'text', unit: '1' },
      values: ids.map((_, row) => textAt(zones, 'name', row)),
    },
    municipi(ids.map((_, row) => zone('municipio', row))),
  ];
  if (population)
    for (const id of REGISTER_FIGURES)
      columns.push(
        figures(
          { id, kind: 'number', unit: UNITS[id] },
          register.map((of) => of?.[id] ?? null),
        ),
      );
  const areas = ids.map((_, row) => zone('areaM2', row) / 1e6);
  columns.push(
    figures(
      { id: 'areaKm2', kind: 'number', unit: 'km²' },
      areas.map((area) => (area > 0 ? area : null)),
    ),
  );
  if (population) columns.push(...registerColumns(population, ids));
  if (businesses) columns.push(...ofBusinesses(ids, businesses, population));
  return { ids, rows: ids.length, columns: new Map(columns.map((column) => [column.attribute.id, column])) };
}

function figures(attribute: Attribute, of: readonly Figure[]): AttributeColumn {
  const percent = attribute.unit === '%';
  const written = (value: number) => (percent ? Number((100 * value).toFixed(PERCENT_DIGITS)) : value);
  const withheld = Uint8Array.from(of, (figure) => (figure === 'withheld' ? 1 : 0));
  return {
    attribute,
    values: Float64Array.from(of, (figure) => (typeof figure === 'number' ? written(figure) : Number.NaN)),
    ...(withheld.includes(1) && { withheld }),
  };
}

function municipi(of: readonly number[]): AttributeColumn {
  const codes = [...new Set(of.filter((n) => n > 0))].sort((a, b) => a - b);
  return {
    attribute: { id: 'municipio', kind: 'category', unit: '1', codes: codes.map(String) },
    values: Uint8Array.from(of, (n) => (n > 0 ? codes.indexOf(n) : 255)),
  };
}

function ofBusinesses(ids: readonly number[], businesses: ColumnTable, population: ColumnTable | undefined) {
  const mixes = businessMixes(businesses, population ? newestResidents(population) : new Map());
  const byId = new Map(mixes.map((mix) => [mix.zone, mix]));
  const column = (id: string, of: (mix: (typeof mixes)[number]) => number): AttributeColumn =>
    figures(
      { id, kind: 'number', unit: '1' },
      ids.map((zone) => numberOf(byId.get(zone), of)),
    );
  return [
    column('businesses', (mix) => mix.total),
    column('businessesPer1000', (mix) => mix.per1000),
    column('businessKinds', (mix) => mix.equalKinds),
  ];
}

function numberOf<T>(from: T | undefined, of: (from: T) => number): number | null {
  const value = from === undefined ? Number.NaN : of(from);
  return Number.isNaN(value) ? null : value;
}
