// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILDING_USES } from '../../../city/building';
import type { ColumnTable } from '../../../city/columns';
import { plane, planeToLonLat } from '../../../city/frames';
import { EdgeFinder, type EdgePoint } from './edge-finder';
import { gridTables, streetTables, type TestStreet } from './fixtures/street-tables';
import { lineOf, type Reach, stretchesBetween, walkFrom, walkTo } from './reach';
import { BESIDE_M, reachedArea } from './reached-area';
import { residentsByBuilding, residentsNear } from './residents';
import { type WalkingGraph, walkingGraph } from './walking-graph';

const metresOf = (stretches: readonly { fromM: number; toM: number }[]) =>
  stretches.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0);
const at = (graph: WalkingGraph, east: number, north: number): EdgePoint =>
  new EdgeFinder(graph).nearest(plane(east, north), 1000)!;

describe('streets as one walks them', () => {
  it('are each once, both ways, without motorways and what is cut off', () => {
    const graph = walkingGraph(
      streetTables(
        [
          [0, 0],
          [100, 0],
          [200, 0],
          [0, 500],
          [50, 500],
        ],
        [
          { from: 0, to: 1 },
          { from: 1, to: 2, oneway: true },
          { from: 0, to: 2, class: 'motorway' },
          { from: 3, to: 4 },
          // Round the block between the same crossings: another street.
          {
            from: 0,
            to: 1,
            shape: [
              [0, 0],
              [50, 40],
              [100, 0],
            ],
          },
        ],
      ),
    );
    expect(graph.edges).toBe(3);
    expect([...graph.lengthM].map(Math.round).sort((a, b) => a - b)).toEqual([100, 100, 128]);
    const reach = walkFrom(graph, [{ edge: at(graph, 200, 0).edge, alongM: 100, awayM: 0 }], 1000);
    // Against the one-way sign.
    expect(reach.nodeM[0]).toBeCloseTo(200, 9);
    expect(reach.nodeM[3]).toBe(Number.POSITIVE_INFINITY);
  });

  it('say which table lacks what', () => {
    const tables = gridTables(2, 2);
    const links = { ...tables.links, columns: tables.links.columns.slice(1) };
    expect(() => walkingGraph({ ...tables, links })).toThrow('street-links has no column from');
    const broken = streetTables(
      [[0, 0]],
      [
        {
          from: 0,
          to: 7,
          shape: [
            [0, 0],
            [1, 1],
          ],
        },
      ],
    );
    expect(() => walkingGraph(broken)).toThrow(RangeError);
  });
});

describe('the nearest point of the streets', () => {
  const graph = walkingGraph(gridTables(4, 4));
  const finder = new EdgeFinder(graph);

  it('is on the nearest street, at its metre', () => {
    const found = finder.nearest(plane(130, 20), 1000)!;
    expect(found.awayM).toBeCloseTo(20, 9);
    const line = lineOf(graph, { edge: found.edge, fromM: 0, toM: found.alongM });
    expect(line.slice(-2)).toEqual([130, 0]);
  });

  it('is found from far away, and not beyond what is asked', () => {
    expect(finder.nearest(plane(-900, -1200), 5000)!.awayM).toBeCloseTo(1500, 9);
    expect(finder.nearest(plane(-900, -1200), 1499)).toBeNull();
    expect(finder.nearest(plane(50, 50), 49)).toBeNull();
  });

  it('is what looking at every segment finds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -300, max: 600, noNaN: true }),
        fc.double({ min: -300, max: 600, noNaN: true }),
        (x, y) => {
          const toLine = (v: number) => Math.min(...[0, 100, 200, 300].map((line) => Math.abs(v - line)));
          const outside = (v: number) => Math.max(0, -v, v - 300);
          // Beside the grid: to its edge; in it: to the nearer of the lines across and along.
          const across = Math.hypot(toLine(x), outside(y));
          const along = Math.hypot(toLine(y), outside(x));
          expect(finder.nearest(plane(x, y), 2000)!.awayM).toBeCloseTo(Math.min(across, along), 6);
        },
      ),
    );
  });
});

describe('walking over a grid', () => {
  const graph = walkingGraph(gridTables(5, 5));
  // From the middle of the street between crossings (2, 2) and (3, 2), 10 m beside it.
  const start = at(graph, 250, 210);
  const reach = walkFrom(graph, [start], 400);

  it('takes the way to the street and the half street before the crossings', () => {
    expect(start.awayM).toBeCloseTo(10, 9);
    expect(reach.nodeM[2 * 5 + 2]).toBeCloseTo(60, 9);
    expect(reach.nodeM[2 * 5 + 4]).toBeCloseTo(160, 9);
    expect(reach.nodeM[0 * 5 + 0]).toBe(Number.POSITIVE_INFINITY);
    expect(reach.nodeM[0 * 5 + 1]).toBeCloseTo(360, 9);
  });

  it('knows the metres of points between crossings, on its own street directly', () => {
    const own = at(graph, 270, 200);
    expect(walkTo(reach, own.edge, own.alongM).metres).toBeCloseTo(30, 9);
    const next = at(graph, 200, 230);
    expect(walkTo(reach, next.edge, next.alongM).metres).toBeCloseTo(90, 9);
    const far = at(graph, 0, 430);
    expect(walkTo(reach, far.edge, far.alongM)).toEqual({ metres: Number.POSITIVE_INFINITY, start: -1 });
  });

  it('cuts streets where the metres end, and bands share nothing', () => {
    // Within 60 m: 50 m either way of its own street, to both crossings.
    expect(metresOf(stretchesBetween(reach, -1, 60))).toBeCloseTo(100, 9);
    // To 90 m: 30 m more into three streets at either crossing.
    expect(metresOf(stretchesBetween(reach, 60, 90))).toBeCloseTo(180, 9);
    const whole = metresOf(stretchesBetween(reach, -1, 400));
    const bands = [-1, 133, 266].map((near, i) =>
      metresOf(stretchesBetween(reach, near, [133, 266, 400][i]!)),
    );
    expect(bands.reduce((a, b) => a + b)).toBeCloseTo(whole, 6);
  });

  it('reaches from several places what the nearest of them reaches, and says which', () => {
    const corner = at(graph, 0, 0);
    const both = walkFrom(graph, [start, corner], 400);
    for (let node = 0; node < 25; node++) {
      const alone = [start, corner].map((one) => walkFrom(graph, [one], 400).nodeM[node]!);
      expect(both.nodeM[node]).toBe(Math.min(...alone));
    }
    expect(both.nodeStart[0]).toBe(1);
    expect(both.nodeStart[12]).toBe(0);
  });
});

/** Connected or not, with streets side by side; lengths of tens of metres. */
const anyStreets = fc.integer({ min: 2, max: 12 }).chain((nodes) =>
  fc.tuple(
    fc.constant(nodes),
    fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: nodes - 1 }),
        to: fc.integer({ min: 0, max: nodes - 1 }),
        lengthM: fc.integer({ min: 1, max: 300 }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
  ),
);
const built = ([nodes, streets]: [number, TestStreet[]]) =>
  walkingGraph(
    streetTables(
      Array.from({ length: nodes }, (_, i) => [i * 10, (i * 37) % 100] as const),
      streets,
    ),
  );

describe('any graph', () => {
  it('is walked as Bellman and Ford walk it', () => {
    fc.assert(
      fc.property(anyStreets, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (drawn, pick, share) => {
        const graph = built(drawn as [number, TestStreet[]]);
        const edge = pick % graph.edges;
        const alongM = share * graph.lengthM[edge]!;
        const reach = walkFrom(graph, [{ edge, alongM, awayM: 7 }], 500);
        const best = new Array<number>(graph.nodes).fill(Number.POSITIVE_INFINITY);
        best[graph.from[edge]!] = 7 + alongM;
        best[graph.to[edge]!] = Math.min(best[graph.to[edge]!]!, 7 + graph.lengthM[edge]! - alongM);
        for (let round = 0; round < graph.nodes; round++)
          for (let e = 0; e < graph.edges; e++) {
            const [a, b, l] = [graph.from[e]!, graph.to[e]!, graph.lengthM[e]!];
            best[b] = Math.min(best[b]!, best[a]! + l);
            best[a] = Math.min(best[a]!, best[b]! + l);
          }
        best.forEach((metres, node) => {
          if (metres > 500) expect(reach.nodeM[node]).toBe(Number.POSITIVE_INFINITY);
          else expect(reach.nodeM[node]).toBeCloseTo(metres, 6);
        });
      }),
    );
  });

  it('is as far there as back', () => {
    fc.assert(
      fc.property(
        anyStreets,
        fc.nat(),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (drawn, i, j, share) => {
          const graph = built(drawn as [number, TestStreet[]]);
          const [a, b] = [i % graph.edges, j % graph.edges];
          const [alongA, alongB] = [share * graph.lengthM[a]!, (1 - share) * graph.lengthM[b]!];
          const walk = (edge: number, alongM: number): Reach =>
            walkFrom(graph, [{ edge, alongM, awayM: 0 }], 10_000);
          const there = walkTo(walk(a, alongA), b, alongB).metres;
          const back = walkTo(walk(b, alongB), a, alongA).metres;
          expect(there).toBeCloseTo(back, 6);
        },
      ),
    );
  });
});

describe('the area beside reached streets', () => {
  it('of one street is a strip with round ends', () => {
    const graph = walkingGraph(
      streetTables(
        [
          [0, 0],
          [1000, 0],
        ],
        [{ from: 0, to: 1 }],
      ),
    );
    const reach = walkFrom(graph, [at(graph, 500, 0)], 200);
    const [polygon, ...others] = reachedArea(reach, 200);
    expect(others).toEqual([]);
    expect(polygon).toHaveLength(1);
    const expected = 400 * 2 * BESIDE_M + Math.PI * BESIDE_M ** 2;
    expect(areaOf(polygon![0]!) / expected).toBeCloseTo(1, 1);
    expect(Math.abs(areaOf(polygon![0]!) / expected - 1)).toBeLessThan(0.01);
  });

  it('of streets round a large block has a hole, turned the other way', () => {
    const graph = walkingGraph(
      streetTables(
        [
          [0, 0],
          [300, 0],
          [300, 300],
          [0, 300],
        ],
        [0, 1, 2, 3].map((i) => ({ from: i, to: (i + 1) % 4 })),
      ),
    );
    const polygons = reachedArea(walkFrom(graph, [at(graph, 0, 0)], 600), 600);
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(2);
    const [outer, hole] = polygons[0]!.map((ring) => areaOf(ring));
    expect(outer).toBeGreaterThan(0);
    // The block of 300 m less 30 m all round.
    expect(hole).toBeLessThan(0);
    expect(Math.abs(-hole! / 240 ** 2 - 1)).toBeLessThan(0.02);
  });

  it('of streets round a block as blocks are has none', () => {
    const polygons = reachedArea(
      walkFrom(walkingGraph(gridTables(3, 3)), [{ edge: 0, alongM: 0, awayM: 0 }], 400),
      400,
    );
    expect(polygons).toHaveLength(1);
    expect(polygons[0]).toHaveLength(1);
    expect(areaOf(polygons[0]![0]!)).toBeGreaterThan(200 ** 2);
  });

  it('takes in what it is told is reached: a park between its streets', () => {
    const corners = [
      [0, 0],
      [300, 0],
      [300, 300],
      [0, 300],
    ] as const;
    const graph = walkingGraph(
      streetTables(
        corners,
        [0, 1, 2, 3].map((i) => ({ from: i, to: (i + 1) % 4 })),
      ),
    );
    const reach = walkFrom(graph, [at(graph, 0, 0)], 600);
    const park = [corners.map(([x, y]) => plane(x, y))];
    const [polygon, ...others] = reachedArea(reach, 600, park);
    expect(others).toEqual([]);
    expect(polygon).toHaveLength(1);
    // 300 m square, 30 m all round with round corners.
    expect(Math.abs(areaOf(polygon![0]!) / (300 ** 2 + 4 * 300 * 30 + Math.PI * 30 ** 2) - 1)).toBeLessThan(
      0.01,
    );
  });

  it('of nothing is nothing', () => {
    const graph = walkingGraph(gridTables(2, 2));
    expect(reachedArea(walkFrom(graph, [], 100), 100)).toEqual([]);
  });
});

const areaOf = (ring: readonly (readonly [number, number])[]) =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] * y - x * ring[i]![1]) / 2, 0);

describe('residents', () => {
  const table = (id: string, columns: Record<string, readonly number[]>): ColumnTable => ({
    id,
    rows: Object.values(columns)[0]!.length,
    columns: Object.entries(columns).map(([name, values]) => ({
      name,
      unit: '1',
      values: Float64Array.from(values),
    })),
  });
  const places = [
    [500_120, 5_030_000],
    [500_390, 5_030_010],
    [500_200, 5_030_005],
    [500_300, 5_030_005],
  ].map(([east, north]) => planeToLonLat(plane(east!, north!)));
  const uses = ['residential', 'unknown', 'office', 'residential'] as const;
  const buildings = table('buildings', {
    lonDeg: places.map(([lon]) => lon),
    latDeg: places.map(([, lat]) => lat),
    // The second has no storeys: 9.6 m are three.
    heightDm: [90, 96, 300, 30],
    storeys: [3, 0, 10, 1],
    use: uses.map((name) => BUILDING_USES.indexOf(name)),
    district: [1, 1, 1, 2],
    areaM2: [5000, 15_000, 1000, 1000],
  });
  const population = table('population', {
    zone: [1, 1, 2],
    year: [2011, 2024, 2024],
    total: [900, 1200, 40],
    aged65Plus: [100, 240, 4],
    minors: [90, 180, 8],
  });

  it('are spread over the floors of the buildings that are lived in, by the newest register', () => {
    const residents = residentsByBuilding(buildings, population);
    expect([...residents.persons].map((n) => Math.round(n * 1e6) / 1e6)).toEqual([300, 900, 40]);
    expect([...residents.aged65Plus].map(Math.round)).toEqual([60, 180, 4]);
    expect(residents.year).toBe(2024);
  });

  it('are not crowded into the few buildings that the data have', () => {
    // 14 m² each at least: 60,000 m² of floor hold 4,286 of 6,000; the small one holds its 40.
    const crowded = residentsByBuilding(buildings, {
      ...population,
      columns: population.columns.map((column) =>
        column.name === 'total' ? { ...column, values: Float64Array.of(900, 6000, 40) } : column,
      ),
    });
    expect([...crowded.persons].map((n) => Math.round(10 * n) / 10)).toEqual([1071.4, 3214.3, 40]);
    expect([...crowded.short]).toEqual([1, 1, 0]);
  });

  it('are near by the streets, with the way to the door', () => {
    const graph = walkingGraph(
      streetTables(
        [
          [500_000, 5_030_000],
          [500_500, 5_030_000],
        ],
        [{ from: 0, to: 1 }],
      ),
    );
    const finder = new EdgeFinder(graph);
    const reach = walkFrom(graph, [finder.nearest(plane(500_000, 5_030_000), 10)!], 400);
    const residents = residentsByBuilding(buildings, population);
    // At 120 m, at 390 + 10 m just so, and at 300 + 5 m.
    const near = residentsNear(reach, finder, residents, [119, 200, 399, 400.001]);
    expect(near.persons.map(Math.round)).toEqual([0, 300, 340, 1240]);
    expect(near.aged65Plus.map(Math.round)).toEqual([0, 60, 64, 244]);
    expect(near.minors.map(Math.round)).toEqual([0, 45, 53, 188]);
  });
});
