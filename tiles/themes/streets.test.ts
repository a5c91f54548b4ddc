// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { at, line } from '../fixtures/metres';
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
      source: 'best',
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
