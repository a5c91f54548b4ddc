// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Column, ColumnTable } from '../../../src/city/columns';
import { lonLat } from '../../../src/city/frames';
import { INPUT_TABLES, type InputTable } from '../../../src/city/inputs';
import { at, box } from '../../fixtures/metres';
import { street } from '../../fixtures/streets';
import { districtFinder } from '../district-finder';
import { streetGraph } from '../street-graph';
import type { DistrictFinder } from '../theme';
import type { RoadLink } from './road-graph';
import { roadNetwork } from './road-network';
import { roadTables } from './road-tables';

const idsOf = (links: readonly RoadLink[]) => [...new Set(links.map((link) => link.streetId))].sort();

/** Two districts side by side, 2 km by 4 km each. */
const zones = [
  { id: 7, name: 'Ovest', geometry: box(-2000, -2000, 0, 2000), at: lonLat(...at(-1000, 0)), areaM2: 8e6 },
  { id: 9, name: 'Est', geometry: box(0, -2000, 2000, 2000), at: lonLat(...at(1000, 0)), areaM2: 8e6 },
];
const districts: DistrictFinder = { ...districtFinder(zones), zones };
/** A cross of main roads out of the city with a ring about the middle, and a street far outside. */
const city = [
  street(
    'west-east',
    [
      [-2300, 0],
      [-500, 0],
      [500, 0],
      [2300, 0],
    ],
    { class: 'primary', name: 'Via Larga' },
  ),
  street(
    'north-south',
    [
      [0, 2300],
      [0, 500],
      [0, -500],
      [0, -1500],
    ],
    { name: 'Via Lunga' },
  ),
  street(
    'crossing',
    [
      [-500, 0],
      [0, 500],
      [500, 0],
      [0, -500],
      [-500, 0],
    ],
    { class: 'tertiary', name: '' },
  ),
  street('far', [
    [8000, 0],
    [9000, 0],
  ]),
];

describe('the modelled network of a city', () => {
  const leftOut: string[] = [];
  const network = roadNetwork(streetGraph(city), districts, ({ streetId }) => leftOut.push(streetId))!;

  it('leaves out what lies out of town, and says so', () => {
    expect(leftOut).toEqual(['far', 'far']);
    expect(idsOf(network.links)).toEqual(['crossing', 'north-south', 'west-east']);
  });

  it('has gateways where main roads cross the limit, the greatest first', () => {
    expect(network.gateways.map(({ name, class: kind, nodes }) => [name, kind, nodes.length])).toEqual([
      ['Via Larga', 'primary', 1],
      ['Via Larga', 'primary', 1],
      ['Via Lunga', 'secondary', 1],
      ['Via Lunga', 'secondary', 1],
    ]);
  });

  it('joins every zone to it', () => {
    const byZone = (zone: number) => network.connectors.filter((each) => each.zone === zone);
    // Fewer than four nodes lie in either half; the others are those nearest by.
    expect([byZone(0).length, byZone(1).length]).toEqual([4, 4]);
    const nearest = byZone(1)[0]!;
    expect(nearest.lengthM).toBeCloseTo(500, 6);
    expect([2, 3, 4, 5].map((zone) => byZone(zone).map(({ lengthM }) => lengthM))).toEqual([
      [0],
      [0],
      [0],
      [0],
    ]);
  });

  it('is written as the tables promise', () => {
    const tables = new Map(roadTables(network, districts).map((table) => [table.id as InputTable, table]));
    for (const [id, { columns, rows }] of tables) {
      expect(columns.map(({ name }) => name)).toEqual([...INPUT_TABLES[id]]);
      expect(columns.every(({ values }) => values.length === rows)).toBe(true);
    }
    const links = tables.get('road-links') as ColumnTable;
    const column = (name: string) => links.columns.find((each) => each.name === name)!;
    expect(column('streetIndex').dictionary).toEqual(['west-east', 'north-south', 'crossing']);
    // The two outer stretches of Via Larga lie west and east.
    const zoneOf = (row: number) => column('zone').values[row];
    expect([zoneOf(0), zoneOf(4)]).toEqual([0, 1]);
    const gateway = tables.get('road-nodes')?.columns[2] as Column;
    expect([...gateway.values].filter((is) => is === 1).length).toBe(4);
  });

  it('is none without districts', () => {
    expect(roadNetwork(streetGraph(city), { ...districts, zones: [] }, () => {})).toBeUndefined();
  });
});
