// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../src/city/columns';
import { decodeColumns, encodeColumns } from '../../src/city/columns';
import { INPUT_TABLES } from '../../src/city/inputs';
import { type Cleaned, cleanTheme } from '../fixtures/clean-theme';
import { at, line, onPlane } from '../fixtures/metres';
import type { StreetRow } from './rows';
import { streets } from './streets';
import type { DistrictFinder } from './theme';

type Corner = readonly [number, number];
let rowNumber = 0;
const street = (stableId: string, corners: readonly Corner[], more: Partial<StreetRow> = {}): StreetRow => ({
  origin: { file: 'f', row: ++rowNumber },
  stableId,
  geometry: line(...corners),
  class: 'residential',
  oneway: false,
  ...more,
});
const clean = (rows: StreetRow[], others: StreetRow[] = [], districts?: DistrictFinder) =>
  cleanTheme(streets, { best: rows, other: others }, districts);

const table = (cleaned: Cleaned, id: string): ColumnTable => {
  const found = cleaned.inputs?.find((t) => t.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return decodeColumns(encodeColumns(found));
};
const column = (t: ColumnTable, name: string): number[] => [
  ...(t.columns.find((c) => c.name === name)?.values ?? []),
];
const links = (cleaned: Cleaned) => {
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

describe('streets', () => {
  it('draws each street once, whatever sources it is in', () => {
    const a = street(
      'osm-w1',
      [
        [0, 0],
        [200, 0],
      ],
      { name: 'Via Uno', lanes: 2, bridge: true },
    );
    const cleaned = clean(
      [
        a,
        street('osm-w1', [
          [0, 0],
          [200, 0],
        ]),
        street('osm-w9', [
          [0, 0],
          [200, 0],
        ]),
      ],
      [
        street('osmnx-1', [
          [0, 1],
          [200, 1],
        ]),
        street(
          'pavement',
          [
            [0, 4],
            [200, 4],
          ],
          { class: 'path', footOnly: true },
        ),
        street('beyond', [
          [0, 0],
          [600, 0],
        ]),
      ],
    );
    expect(cleaned.kept).toBe(3);
    expect(cleaned.of('street').map((f) => f.properties)).toMatchObject([
      { id: 'osm-w1' },
      { id: 'pavement' },
      { id: 'beyond' },
    ]);
    expect(cleaned.of('street')[0]).toEqual({
      layer: 'street',
      geometry: a.geometry,
      properties: {
        id: 'osm-w1',
        class: 'residential',
        name: 'Via Uno',
        oneway: false,
        lanes: 2,
        bridge: true,
      },
    });
    expect(cleaned.dropped.map((d) => d.split(',')[0])).toEqual([
      'duplicate-id',
      'duplicate-geometry',
      'same-as-better-source',
    ]);
  });

  it('is found by name, once in each district, at the middle of its longest piece', () => {
    const border = at(500, 0)[0];
    const districts: DistrictFinder = {
      count: 2,
      at: ([lon]) => (lon < border ? 1 : 2),
      name: (id) => ['', 'Ovest', 'Est'][id],
      byName: () => 0,
    };
    const { search } = clean(
      [
        street(
          'short',
          [
            [0, 0],
            [100, 0],
          ],
          { name: 'Via Lunga' },
        ),
        street(
          'long',
          [
            [100, 0],
            [400, 0],
          ],
          { name: 'Via Lunga' },
        ),
        street(
          'east',
          [
            [600, 0],
            [700, 0],
          ],
          { name: 'Via Lunga' },
        ),
        street('nameless', [
          [0, 50],
          [100, 50],
        ]),
      ],
      [],
      districts,
    );
    expect(search?.map(({ kind, id, name, detail }) => ({ kind, id, name, detail }))).toEqual([
      { kind: 'street', id: 'long', name: 'Via Lunga', detail: 'Ovest' },
      { kind: 'street', id: 'east', name: 'Via Lunga', detail: 'Est' },
    ]);
    const [lon, lat] = at(250, 0);
    expect(search?.[0]?.at[0]).toBeCloseTo(lon, 7);
    expect(search?.[0]?.at[1]).toBeCloseTo(lat, 7);
  });
});
