// SPDX-License-Identifier: EUPL-1.2
/** Clients, sites and distances as tables of CSV, whatever their files are called. */
import type { SitingProblem } from '../../src/simulation/models/siting/problem';
import { SitingError } from '../../src/simulation/models/siting/problem';
import { type Table, UsageError } from './tables';

/** A problem with the names that its tables have for clients and sites. */
export interface NamedProblem {
  readonly problem: SitingProblem;
  readonly siteNames: readonly string[];
  readonly clientNames: readonly string[];
}

const DISTANCES = { distance: 'distance', site: 'name', client: 'DestinationName' };
/** Columns that say how many a client is, the first there is. */
const WEIGHTS = ['POP2000', 'population', 'pop', 'weight', 'demand'];

/**
 * Of the tables of a folder: distances have the columns distance, name (the site) and DestinationName (the
 * client); another table with NAME and one of {@link WEIGHTS} says how many each client is, or else the
 * table of distances does by its column demand.
 * @throws UsageError: no table of distances; SitingError: a row, and what is wrong with it.
 */
export function problemOf(dir: string, tables: readonly Table[]): NamedProblem {
  const distances = tables.find(({ head }) => Object.values(DISTANCES).every((name) => head.includes(name)));
  if (!distances)
    throw new UsageError(`${dir}: no CSV has the columns ${Object.values(DISTANCES).join(', ')}`);
  const rows = distances.rows.map((row, i) => ({
    where: `${distances.file}, row ${i + 1}`,
    distance: row[DISTANCES.distance] ?? '',
    site: row[DISTANCES.site] ?? '',
    client: row[DISTANCES.client] ?? '',
    demand: row.demand ?? '',
  }));
  const clientNames = [...new Set(rows.map(({ client }) => client))];
  const siteNames = [...new Set(rows.map(({ site }) => site))];
  const [clientAt, siteAt] = [indexOf(clientNames), indexOf(siteNames)];
  const distance = new Float64Array(clientNames.length * siteNames.length).fill(Number.NaN);
  for (const row of rows) {
    const cell = (siteAt.get(row.site) as number) * clientNames.length + (clientAt.get(row.client) as number);
    if (!Number.isNaN(distance[cell]))
      throw new SitingError(row.where, `${row.site} to ${row.client} is said twice`);
    distance[cell] = numberOf(row.where, 'distance', row.distance);
  }
  const missing = distance.findIndex(Number.isNaN);
  if (missing >= 0) {
    const site = siteNames[Math.floor(missing / clientNames.length)];
    const client = clientNames[missing % clientNames.length];
    throw new SitingError(distances.file, `no distance from ${site} to ${client}`);
  }
  const weight = weightsOf(tables, distances, rows, clientNames);
  return {
    problem: { clients: clientNames.length, sites: siteNames.length, distance, weight },
    siteNames,
    clientNames,
  };
}

const indexOf = (names: readonly string[]) => new Map(names.map((name, i) => [name, i]));

function weightsOf(
  tables: readonly Table[],
  distances: Table,
  rows: readonly { where: string; client: string; demand: string }[],
  clients: readonly string[],
): Float64Array {
  const of = new Map<string, number>();
  for (const table of tables) {
    const column = WEIGHTS.find((name) => table.head.includes(name));
    if (table === distances || !column || !table.head.includes('NAME')) continue;
    table.rows.forEach((row, i) => {
      of.set(row.NAME ?? '', numberOf(`${table.file}, row ${i + 1}`, column, row[column] ?? ''));
    });
  }
  if (of.size === 0)
    for (const { where, client, demand } of rows) of.set(client, numberOf(where, 'demand', demand));
  return Float64Array.from(clients, (name) => {
    const weight = of.get(name);
    if (weight === undefined) throw new SitingError(distances.file, `${name} is in no table of clients`);
    return weight;
  });
}

function numberOf(where: string, column: string, cell: string): number {
  const value = cell.trim() === '' ? Number.NaN : Number(cell);
  if (!(value >= 0)) throw new SitingError(where, `${column} is "${cell}"`);
  return value;
}
