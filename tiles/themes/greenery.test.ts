// SPDX-License-Identifier: EUPL-1.2
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { box } from '../fixtures/metres';
import { districtFinder } from './district-finder';
import { greenery } from './greenery';
import type { GreeneryRow } from './rows';

let row = 0;
const green = (
  of: GreeneryRow['class'],
  geometry: Polygon,
  more: Partial<GreeneryRow> = {},
): GreeneryRow => ({
  origin: { file: 'verde.shp', row: ++row },
  class: of,
  geometry,
  ...more,
});

describe('greenery', () => {
  it('joins the fragments of a named park into one, with one label on it', () => {
    const result = cleanTheme(greenery, {
      parks: [
        green('park', box(0, 0, 300, 200), { name: "Parco dell'Acqua" }),
        green('park', box(300, 0, 400, 200), { name: "PARCO DELL'ACQUA" }),
        green('park', box(900, 0, 950, 100), { name: 'Parco dell’Acqua' }),
      ],
    });
    expect(result.kept).toBe(1);
    const [park] = result.of('greenery');
    expect(park!.properties).toMatchObject({ class: 'park', name: "Parco dell'Acqua", areaM2: 85_000 });
    expect((park!.properties as { id: string }).id).toMatch(/^parks-/);
    expect(park!.geometry.type).toBe('MultiPolygon');
    expect(result.of('place')).toHaveLength(1);
    expect(result.of('place')[0]!.properties).toMatchObject({ class: 'park', rank: 3 });
    expect(result.search).toHaveLength(1);
    expect(result.dropped).toEqual([]);
  });

  it('joins neither areas with ids of their own nor areas for dogs', () => {
    const result = cleanTheme(greenery, {
      osm: [
        green('park', box(0, 0, 30, 20), { name: 'Giardino', stableId: 'osm-w1' }),
        green('park', box(50, 0, 80, 20), { name: 'Giardino', stableId: 'osm-w2' }),
        green('dog-area', box(100, 0, 110, 20), { name: 'Parco Sempione' }),
        green('dog-area', box(120, 0, 130, 20), { name: 'Parco Sempione' }),
      ],
    });
    expect(result.kept).toBe(4);
    // Too small for a label, but found by name.
    expect(result.of('place')).toEqual([]);
    expect(result.search!.map((entry) => entry.id)).toEqual(['osm-w1', 'osm-w2']);
  });

  it('drops a drawing that is there twice, and the same park of a lesser source', () => {
    const twice = green('grass', box(0, 0, 10, 10));
    const again = green('grass', box(0, 0, 10, 10));
    const lesser = green('garden', box(1, 1, 100, 101), { name: 'Sempione', stableId: 'osm-w9' });
    const playground = green('playground', box(1, 1, 100, 101), { stableId: 'osm-w10' });
    const result = cleanTheme(greenery, {
      parks: [twice, again, green('park', box(0, 0, 100, 100), { name: 'Sempione' })],
      osm: [lesser, playground],
    });
    expect(result.dropped).toEqual([
      `duplicate-geometry, verde.shp, row ${again.origin.row}: grass`,
      `same-as-better-source, verde.shp, row ${lesser.origin.row}: Sempione`,
    ]);
    expect(result.kept).toBe(3);
  });

  it('puts small areas on top of large ones, ranks labels by area and finds the district', () => {
    const districts = districtFinder([{ id: 8, name: 'Parco Sempione', geometry: box(-10, -10, 900, 900) }]);
    const result = cleanTheme(
      greenery,
      {
        parks: [
          green('playground', box(100, 100, 110, 110)),
          green('park', box(0, 0, 700, 700), { name: 'Grande' }),
          green('park', box(2000, 0, 2100, 100), { name: 'Medio' }),
        ],
      },
      districts,
    );
    expect(result.of('greenery').map((f) => (f.properties as { areaM2: number }).areaM2)).toEqual([
      490_000, 10_000, 100,
    ]);
    expect(result.of('place').map((f) => (f.properties as { rank: number }).rank)).toEqual([1, 4]);
    expect(result.search!.map(({ name, detail }) => [name, detail])).toEqual([
      ['Grande', 'Parco Sempione'],
      ['Medio', undefined],
    ]);
  });

  it('keeps what one visits as a table with its outlines', () => {
    const result = cleanTheme(greenery, {
      osm: [
        green('park', box(0, 0, 300, 200), { name: 'Parco Prova', stableId: 'osm-w1' }),
        green('playground', box(10, 10, 30, 20), { stableId: 'ds724-1' }),
        green('farmland', box(900, 0, 1900, 800)),
        green('sport', box(500, 0, 600, 80)),
      ],
    });
    const [areas, rings] = result.inputs!;
    expect([areas!.id, rings!.id]).toEqual(['green-areas', 'green-rings']);
    const column = (table: typeof areas, name: string) => table!.columns.find((c) => c.name === name)!;
    const texts = (name: string) =>
      [...column(areas, name).values].map((code) => column(areas, name).dictionary![code]);
    expect(texts('id')).toEqual(['osm-w1', 'ds724-1']);
    expect(texts('class')).toEqual(['park', 'playground']);
    expect(texts('name')).toEqual(['Parco Prova', '']);
    expect([...column(areas, 'areaM2').values]).toEqual([60_000, 200]);
    // Four corners each, not closed.
    expect([...column(rings, 'area').values]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    const east = [...column(rings, 'eastM').values].slice(0, 4);
    expect(Math.max(...east) - Math.min(...east)).toBeCloseTo(300, 0);
    expect(cleanTheme(greenery, { osm: [green('grass', box(0, 0, 9, 9))] }).inputs).toEqual([]);
  });
});
