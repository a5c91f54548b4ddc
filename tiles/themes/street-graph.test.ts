// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type ColumnTable, decodeColumns, encodeColumns } from '../../src/city/columns';
import { INPUT_TABLES, type InputTable } from '../../src/city/inputs';
import { line, onPlane } from '../fixtures/metres';
import type { StreetRow } from './rows';
import { streetGraph, streetTables } from './street-graph';

type Corner = readonly [number, number];
const street = (stableId: string, corners: readonly Corner[], more: Partial<StreetRow> = {}): StreetRow => ({
  origin: { file: 'f', row: 1 },
  stableId,
  geometry: line(...corners),
  class: 'residential',
  oneway: false,
  ...more,
});

/** The tables of streets, written and read back. */
const clean = (...streets: StreetRow[][]): ColumnTable[] =>
  streetTables(streetGraph(streets.flat())).map((t) => decodeColumns(encodeColumns(t)));
const table = (tables: readonly ColumnTable[], id: InputTable): ColumnTable => {
  const found = tables.find((t) => t.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};
const column = (t: ColumnTable, name: string): number[] => [
  ...(t.columns.find((c) => c.name === name)?.values ?? []),
];
const links = (cleaned: readonly ColumnTable[]) => {
  const t = table(cleaned, 'street-links');
  const [from, to, lengthM] = ['from', 'to', 'lengthM'].map((name) => column(t, name)) as [
    number[],
    number[],
    number[],
  ];
  return from.map((f, i) => `${f}-${to[i]} ${((lengthM[i] as number) * 0.9996).toFixed(2)}`);
};

describe('street graph', () => {
  it('splits streets at the nodes they share, and runs two-way ones both ways', () => {
    // A street of 100 m along x, crossed at 40 m by one that runs 30 m north, one way.
    const cleaned = clean([
      street(
        'a',
        [
          [0, 0],
          [40, 0],
          [100, 0],
        ],
        { nodes: [1, 2, 3] },
      ),
      street(
        'b',
        [
          [40, 0],
          [40, 30],
        ],
        { nodes: [2, 4], oneway: true },
      ),
    ]);
    expect(links(cleaned)).toEqual(['0-1 40.00', '1-0 40.00', '1-2 60.00', '2-1 60.00', '1-3 30.00']);
    const nodes = table(cleaned, 'street-nodes');
    expect(nodes.rows).toBe(4);
    expect(column(nodes, 'eastM')[1]).toBeCloseTo(onPlane(40, 0)[0], 4);
    expect(column(nodes, 'northM')[3]).toBeCloseTo(onPlane(40, 30)[1], 4);
  });

  it('gives lengths on the ground, 0.04 % over those of the plane', () => {
    const t = table(
      clean([
        street(
          'a',
          [
            [0, 0],
            [300, 400],
          ],
          { oneway: true },
        ),
      ]),
      'street-links',
    );
    expect(column(t, 'lengthM')[0]).toBeCloseTo(500 / 0.9996, 2);
  });

  it('does not join streets that cross without a shared node, and joins by place those that have none', () => {
    expect(
      links(
        clean([
          street('bridge', [
            [0, 0],
            [100, 0],
          ]),
          street('under', [
            [50, -50],
            [50, 50],
          ]),
        ]),
      ),
    ).toHaveLength(4);
    const joined = clean([
      street('a', [
        [0, 0],
        [40, 0],
        [100, 0],
      ]),
      street('b', [
        [40, 0],
        [40, 30],
      ]),
    ]);
    expect(links(joined)).toEqual([
      '0-1 40.00',
      '1-0 40.00',
      '1-2 60.00',
      '2-1 60.00',
      '1-3 30.00',
      '3-1 30.00',
    ]);
  });

  it('joins ends by id between sources, and by place with streets that have ids', () => {
    const cleaned = clean(
      [
        street(
          'a',
          [
            [0, 0],
            [40, 0],
          ],
          { nodes: [1, 2] },
        ),
      ],
      [
        // The same node 2, 20 cm off: another year's survey.
        street(
          'b',
          [
            [40.2, 0],
            [90, 0],
          ],
          { fromNode: '2', toNode: '9' },
        ),
        street('c', [
          [0, 0],
          [0, 70],
        ]),
      ],
    );
    expect(table(cleaned, 'street-nodes').rows).toBe(4);
    expect(links(cleaned).filter((l) => l.startsWith('1-2'))).toEqual(['1-2 49.80']);
    expect(links(cleaned).some((l) => l === '0-3 70.00')).toBe(true);
  });

  it('keeps parallel edges, loops, and streets that meet themselves', () => {
    const parallel = clean([
      street(
        'a',
        [
          [0, 0],
          [100, 0],
        ],
        { fromNode: '1', toNode: '2', oneway: true },
      ),
      street(
        'b',
        [
          [0, 0],
          [50, 50],
          [100, 0],
        ],
        { fromNode: '1', toNode: '2', oneway: true },
      ),
    ]);
    expect(links(parallel)).toEqual(['0-1 100.00', '0-1 141.42']);
    const lasso = clean([
      street(
        'c',
        [
          [0, 0],
          [50, 0],
          [80, 0],
          [80, 30],
          [50, 0],
        ],
        { nodes: [1, 2, 3, 4, 2], oneway: true },
      ),
    ]);
    expect(links(lasso)).toEqual(['0-1 50.00', '1-1 102.43']);
  });

  it('writes lanes and limits of the source, else those of the class', () => {
    const t = table(
      clean([
        street(
          'stated',
          [
            [0, 0],
            [10, 0],
          ],
          { lanes: 3, speedKmH: 30, class: 'primary' },
        ),
        street(
          'one-way',
          [
            [0, 10],
            [10, 10],
          ],
          { lanes: 3, oneway: true, class: 'primary' },
        ),
        street(
          'default',
          [
            [0, 20],
            [10, 20],
          ],
          { class: 'secondary', oneway: true },
        ),
        street(
          'motorway',
          [
            [0, 30],
            [10, 30],
          ],
          { class: 'motorway', oneway: true },
        ),
        street(
          'path',
          [
            [0, 40],
            [10, 40],
          ],
          { class: 'path', footOnly: true, oneway: true, name: 'Sentiero' },
        ),
      ]),
      'street-links',
    );
    expect(column(t, 'lanes')).toEqual([1.5, 1.5, 3, 1, 2, 0]);
    expect(column(t, 'speedKmH')).toEqual([30, 30, 50, 50, 130, 5]);
    expect(column(t, 'footOnly')).toEqual([0, 0, 0, 0, 0, 1]);
    const names = t.columns.find((c) => c.name === 'nameIndex');
    expect(names?.dictionary).toEqual(['', 'Sentiero']);
    expect(column(t, 'nameIndex')).toEqual([0, 0, 0, 0, 0, 1]);
    expect(t.columns.find((c) => c.name === 'class')?.dictionary?.[column(t, 'class')[5] as number]).toBe(
      'path',
    );
  });

  it('gives each direction its shape from its start to its end', () => {
    const cleaned = clean([
      street('a', [
        [0, 0],
        [30, 40],
        [60, 0],
      ]),
    ]);
    const t = table(cleaned, 'street-links');
    const shapes = table(cleaned, 'street-shapes');
    expect(column(t, 'shapeStart')).toEqual([0, 3]);
    expect(column(t, 'shapeCount')).toEqual([3, 3]);
    const east = column(shapes, 'eastM').map((e) => Math.round(e - onPlane(0, 0)[0]));
    expect(east).toEqual([0, 30, 60, 60, 30, 0]);
  });

  it('writes the columns that the city agrees on', () => {
    const cleaned = clean([
      street('a', [
        [0, 0],
        [10, 0],
      ]),
    ]);
    for (const id of ['street-nodes', 'street-links', 'street-shapes'] as const)
      expect(table(cleaned, id).columns.map((c) => c.name)).toEqual([...INPUT_TABLES[id]]);
  });
});
