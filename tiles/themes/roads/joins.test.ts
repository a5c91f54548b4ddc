// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onPlane } from '../../fixtures/metres';
import { metresAt, street } from '../../fixtures/streets';
import type { StreetRow } from '../rows';
import { streetGraph } from '../street-graph';
import { largestConnected, stronglyConnected } from './components';
import { contracted } from './contract';
import { connected, isJoin, joinsAtEnds } from './joins';
import { motorLinks, type RoadGraph, type RoadLink } from './road-graph';

const graph = (...streets: StreetRow[]): RoadGraph => motorLinks(streetGraph(streets));
const idsOf = (links: readonly RoadLink[]) => [...new Set(links.map((link) => link.streetId))].sort();
const link = (from: number, to: number): RoadLink => ({
  from,
  to,
  lengthM: 1,
  lanes: 1,
  speedKmH: 50,
  class: 'secondary',
  name: '',
  streetId: 's',
  shape: [onPlane(from, 0), onPlane(to, 0)],
});

describe('strongly connected components', () => {
  it('are found in a worked case', () => {
    // 0 → 1 → 2 → 0 and 2 → 3 ⇄ 4; 5 alone.
    const links = [link(0, 1), link(1, 2), link(2, 0), link(2, 3), link(3, 4), link(4, 3)];
    const { of, largest } = stronglyConnected(6, links);
    expect(new Set([of[0], of[1], of[2]]).size).toBe(1);
    expect(of[3]).toBe(of[4]);
    expect(new Set([of[0], of[3], of[5]]).size).toBe(3);
    expect(largest).toBe(of[0]);
    expect(largestConnected(6, links)).toEqual(links.slice(0, 3));
  });

  it('join two nodes just where each reaches the other', () => {
    const ends = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(ends, { maxLength: 20 }), (pairs) => {
        const links = pairs.map(([from, to]) => link(from, to));
        const reach = Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => i === j));
        for (const [from, to] of pairs) reach[from]![to] = true;
        for (let k = 0; k < 8; k++)
          for (let i = 0; i < 8; i++)
            for (let j = 0; j < 8; j++) if (reach[i]![k] && reach[k]![j]) reach[i]![j] = true;
        const { of } = stronglyConnected(8, links);
        for (let i = 0; i < 8; i++)
          for (let j = 0; j < 8; j++)
            expect(of[i] === of[j]).toBe(reach[i]![j] === true && reach[j]![i] === true);
      }),
    );
  });
});

describe('joins', () => {
  /** A dual carriageway of 1 km, its ends 20 m apart, with a cross street in the middle. */
  const dual = [
    street(
      'out',
      [
        [0, 0],
        [500, 0],
        [1000, 0],
      ],
      { oneway: true },
    ),
    street(
      'back',
      [
        [1000, 20],
        [500, 20],
        [0, 20],
      ],
      { oneway: true },
    ),
    street('cross', [
      [500, 0],
      [500, 20],
    ]),
  ];

  it('turn where two carriageways end, and nowhere else', () => {
    const joins = joinsAtEnds(graph(...dual));
    const places = joins.map(({ shape }) => shape.map((at) => metresAt(at)));
    expect(places).toEqual([
      ['1000 0', '1000 20'],
      ['0 20', '0 0'],
    ]);
    expect(joins.every(isJoin)).toBe(true);
    const all = connected(graph(...dual));
    expect(idsOf(all)).toEqual(['', 'back', 'cross', 'out']);
  });

  it('go over a break, both ways, but not over a wide one', () => {
    const here = street('here', [
      [0, 0],
      [500, 0],
    ]);
    const there = (gapM: number) =>
      street('there', [
        [500 + gapM, 0],
        [900 + gapM, 0],
      ]);
    const joins = joinsAtEnds(graph(here, there(300)));
    expect(joins.map(({ lengthM }) => lengthM.toFixed(0))).toEqual(['300', '300']);
    expect(idsOf(connected(graph(here, there(300))))).toEqual(['', 'here', 'there']);
    expect(joinsAtEnds(graph(here, there(500)))).toEqual([]);
    expect(connected(graph(here, there(500))).length).toBe(2);
  });

  it('are not needed where lesser streets lead back: those become part of the network', () => {
    // A one-way main street goes off at (200, 0); a residential one comes back to the start of it.
    const streets = [
      street('main', [
        [0, 0],
        [200, 0],
        [400, 0],
      ]),
      street(
        'off',
        [
          [200, 0],
          [200, 600],
        ],
        { oneway: true },
      ),
      street(
        'home',
        [
          [200, 600],
          [0, 600],
          [0, 0],
        ],
        { class: 'residential' },
      ),
      street(
        'yard',
        [
          [0, 600],
          [-100, 600],
        ],
        { class: 'residential' },
      ),
    ];
    const links = connected(graph(...streets));
    expect(idsOf(links)).toEqual(['home', 'main', 'off']);
    // Just the way back, not its other direction.
    expect(links.filter(({ streetId }) => streetId === 'home').length).toBe(2);
  });
});

describe('contraction', () => {
  it('passes over nodes where nothing meets or changes', () => {
    const whole = graph(
      street(
        'a1',
        [
          [0, 0],
          [100, 0],
        ],
        { name: 'Corso' },
      ),
      street(
        'a2',
        [
          [100, 0],
          [100, 50],
        ],
        { name: 'Corso' },
      ),
      street(
        'b',
        [
          [100, 50],
          [300, 50],
        ],
        { name: 'Viale' },
      ),
    );
    const links = contracted(whole);
    expect(links.map(({ name, streetId, lengthM }) => `${name} ${streetId} ${lengthM.toFixed(0)}`)).toEqual([
      'Corso a1 150',
      'Corso a2 150',
      'Viale b 200',
      'Viale b 200',
    ]);
    expect(links[0]?.shape.length).toBe(3);
  });

  it('keeps length and whom one can reach', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    const pair = fc.tuple(corner, corner, fc.boolean());
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 14 }), (pairs) => {
        const streets = pairs
          .filter(([[ax, ay], [bx, by]]) => ax !== bx || ay !== by)
          .map(([[ax, ay], [bx, by], oneway], i) =>
            street(
              `s${i}`,
              [
                [ax * 100, ay * 100],
                [bx * 100, by * 100],
              ],
              { oneway, name: 'Via' },
            ),
          );
        const { nodes, links } = graph(...streets);
        const core = { nodes, links: largestConnected(nodes.length, links) };
        const short = contracted(core);
        const total = (of: readonly RoadLink[]) => of.reduce((sum, { lengthM }) => sum + lengthM, 0);
        expect(total(short)).toBeCloseTo(total(core.links), 6);
        expect(largestConnected(nodes.length, short).length).toBe(short.length);
      }),
    );
  });
});
