// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Roads } from '../../city/city-inputs';
import { lonLatToPlane } from '../../city/frames';
import { EDGE_SIZE, EDGE_UNIT, hasOpposite, joinedStrips, linksByCell, ribbonStrip } from './ribbon-geometry';

const ANCHOR = [9.19, 45.46] as const;
const [EAST, NORTH] = lonLatToPlane(ANCHOR);

/** Links drawn in metres east and north of the anchor. */
function roadsOf(...links: { from: number; to: number; class?: number; line: [number, number][] }[]): Roads {
  const points = links.flatMap(({ line }) => line);
  const starts = links.map((_, i) => links.slice(0, i).reduce((sum, { line }) => sum + line.length, 0));
  return {
    links: links.length,
    from: Int32Array.from(links, (link) => link.from),
    to: Int32Array.from(links, (link) => link.to),
    class: Uint8Array.from(links, (link) => link.class ?? 3),
    shapeStart: Int32Array.from(starts),
    shapeCount: Int32Array.from(links, ({ line }) => line.length),
    shapeEastM: Float64Array.from(points, ([east]) => EAST + east),
    shapeNorthM: Float64Array.from(points, ([, north]) => NORTH + north),
  } as unknown as Roads;
}
/** Where the corners of a strip stand that is `widthM` wide, as the shader reckons it. */
function corners(roads: Roads, links: number[], widthM: number) {
  const strip = ribbonStrip(roads, links, hasOpposite(roads), ANCHOR);
  return Array.from({ length: strip.links.length }, (_, i) => {
    const [x, y, push] = [...strip.edges.subarray(EDGE_SIZE * i, EDGE_SIZE * i + 3)].map(
      (v) => v / EDGE_UNIT,
    );
    return [strip.positions[2 * i]! + x! * push! * widthM, strip.positions[2 * i + 1]! + y! * push! * widthM];
  });
}
/** The plane is turned against the scene by its convergence, 0.14° here, and 0.04 % smaller. */
const near = (got: number[][], expected: number[][]) => {
  expect(got.length).toBe(expected.length);
  for (const [i, [x, y]] of expected.entries()) {
    expect(got[i]![0]).toBeCloseTo(x!, -0.3);
    expect(got[i]![1]).toBeCloseTo(y!, -0.3);
  }
};

describe('streets as ribbons', () => {
  it('lie on the right of their direction, both of a street beside each other', () => {
    const roads = roadsOf(
      {
        from: 0,
        to: 1,
        line: [
          [0, 0],
          [100, 0],
        ],
      },
      {
        from: 1,
        to: 0,
        line: [
          [100, 0],
          [0, 0],
        ],
      },
    );
    near(corners(roads, [0, 1], 10), [
      [0, 0],
      [0, -10],
      [100, 0],
      [100, -10],
      [100, 0],
      [100, 10],
      [0, 0],
      [0, 10],
    ]);
  });

  it('cover a one-way street, half to each side', () => {
    near(
      corners(
        roadsOf({
          from: 0,
          to: 1,
          line: [
            [0, 0],
            [0, 100],
          ],
        }),
        [0],
        10,
      ),
      [
        [-5, 0],
        [5, 0],
        [-5, 100],
        [5, 100],
      ],
    );
  });

  it('keep their width round a right angle, by a mitre', () => {
    const there = {
      from: 0,
      to: 1,
      line: [
        [0, 0],
        [100, 0],
        [100, 100],
      ] as [number, number][],
    };
    const back = { from: 1, to: 0, line: [...there.line].reverse() };
    near(corners(roadsOf(there, back), [0], 10), [
      [0, 0],
      [0, -10],
      [100, 0],
      [110, -10],
      [100, 100],
      [110, 100],
    ]);
  });

  it('are not pushed out beyond twice their width at a hairpin', () => {
    const line: [number, number][] = [
      [0, 0],
      [100, 0],
      [0, 10],
    ];
    const roads = roadsOf({ from: 0, to: 1, line }, { from: 1, to: 0, line: [...line].reverse() });
    const [, , axis, outer] = corners(roads, [0], 10);
    expect(Math.hypot(outer![0]! - axis![0]!, outer![1]! - axis![1]!)).toBeCloseTo(20, 0);
  });

  it('leave out corners that hardly stand off, and points that are there twice', () => {
    const roads = roadsOf({
      from: 0,
      to: 1,
      line: [
        [0, 0],
        [50, 1],
        [50, 1],
        [100, 0],
        [100, 0],
      ],
    });
    const strip = ribbonStrip(roads, [0], hasOpposite(roads), ANCHOR);
    expect(strip.links.length).toBe(4);
    expect([...strip.indices]).toEqual([0, 1, 2, 2, 1, 3]);
    expect(strip.radiusM).toBeCloseTo(50, 0);
  });

  it('know how far along its link each corner is: both of a point alike, a bend counted', () => {
    const roads = roadsOf({
      from: 0,
      to: 1,
      line: [
        [0, 0],
        [30, 0],
        [30, 40],
      ],
    });
    const { alongM } = ribbonStrip(roads, [0], hasOpposite(roads), ANCHOR);
    expect([...alongM].map((m) => Math.round(m))).toEqual([0, 0, 30, 30, 70, 70]);
  });

  it('keep a loop that comes back to where it began', () => {
    const roads = roadsOf({
      from: 0,
      to: 0,
      line: [
        [0, 0],
        [50, 0],
        [50, 50],
        [0, 0],
      ],
    });
    expect(ribbonStrip(roads, [0], hasOpposite(roads), ANCHOR).links.length).toBe(8);
  });

  it('are joined into one, each with its own corners', () => {
    const roads = roadsOf(
      {
        from: 0,
        to: 1,
        line: [
          [0, 0],
          [100, 0],
        ],
      },
      {
        from: 5,
        to: 6,
        line: [
          [0, 50],
          [100, 50],
        ],
      },
    );
    const twoWay = hasOpposite(roads);
    const whole = ribbonStrip(roads, [0, 1], twoWay, ANCHOR);
    const joined = joinedStrips([0, 1].map((link) => ribbonStrip(roads, [link], twoWay, ANCHOR)));
    expect(joined).toEqual(whole);
    expect([...joined.indices]).toEqual([0, 1, 2, 2, 1, 3, 4, 5, 6, 6, 5, 7]);
  });

  it('are drawn cell by cell, lesser streets first', () => {
    const far: [number, number][] = [
      [9000, 0],
      [9010, 0],
    ];
    const cells = linksByCell(
      roadsOf(
        {
          from: 0,
          to: 1,
          class: 0,
          line: [
            [0, 0],
            [10, 0],
          ],
        },
        { from: 2, to: 3, class: 4, line: far },
        {
          from: 4,
          to: 5,
          class: 5,
          line: [
            [0, 9],
            [10, 9],
          ],
        },
      ),
      4000,
    );
    expect(cells.map((cell) => [...cell]).sort((a, b) => b.length - a.length)).toEqual([[2, 0], [1]]);
  });
});
