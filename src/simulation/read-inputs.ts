// SPDX-License-Identifier: EUPL-1.2
/** The input tables of a build → the city as measures edit it and models read it. */
import type { CityInputs } from '../city/city-inputs';
import type { ColumnTable } from '../city/columns';
import { REQUIRED_INPUTS } from './input-lists';
import { peopleOf } from './inputs/people';
import { roadsOf } from './inputs/roads';
import { areasOf, rulesOf } from './inputs/rules';
import { shopsOf } from './inputs/shops';
import { CityInputsError, type Tables } from './inputs/tables';
import { transitOf } from './inputs/transit';
import { zonesOf } from './inputs/zones';

export { OPTIONAL_INPUTS, REQUIRED_INPUTS } from './input-lists';
export { CityInputsError } from './inputs/tables';

export interface CityOrigin {
  readonly cityId: string;
  readonly synthetic: boolean;
  /** sha256 of every input table, by its id. */
  readonly hashes: Readonly<Record<string, string>>;
}

/**
 * Zones, roads, transit, areas and the rules of the base year (2022). Pure: the same tables give the
 * same inputs to the bit. What is estimated or assumed is said where it is made: jobs
 * (inputs/jobs.ts), parking prices and pupils (inputs/zones.ts), headways and speeds where none are
 * stated (inputs/transit.ts), remote work and Area C (inputs/rules.ts).
 * @throws CityInputsError naming every required table that is not there, or the row that is wrong.
 */
export function readCityInputs(tables: Tables, { cityId, synthetic, hashes }: CityOrigin): CityInputs {
  const missing = REQUIRED_INPUTS.filter((id) => !tables.has(id));
  if (missing.length > 0) throw new CityInputsError(missing);
  const table = (id: (typeof REQUIRED_INPUTS)[number]) => tables.get(id) as ColumnTable;
  const areas = areasOf(tables);
  const nodes = table('road-nodes');
  const zones = zonesOf(
    { zones: table('zones'), population: table('population'), gateways: table('gateways'), nodes },
    tables,
    areas,
  );
  const roads = roadsOf(
    {
      nodes,
      links: table('road-links'),
      shapes: table('road-shapes'),
      connectors: table('zone-connectors'),
    },
    zones.count,
  );
  const shops = shopsOf(tables, zones);
  return {
    cityId,
    synthetic,
    hashes,
    zones,
    roads,
    areas,
    transit: transitOf(tables),
    rules: rulesOf(areas, roads, zones),
    people: peopleOf(tables, zones),
    ...(shops && { shops }),
  };
}
