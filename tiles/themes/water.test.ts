// SPDX-License-Identifier: EUPL-1.2
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { box, line } from '../fixtures/metres';
import { areaM2 } from '../formats/geometry';
import type { WaterRow } from './rows';
import { water } from './water';

let row = 0;
const waterRow = (geometry: WaterRow['geometry'], more: Partial<WaterRow> = {}): WaterRow => ({
  origin: { file: 'acque.json', row: ++row },
  class: 'canal',
  geometry,
  ...more,
});

describe('water', () => {
  it('draws a canal as wide as it is, and a line of unknown width as a line', () => {
    const result = cleanTheme(water, {
      osm: [
        waterRow(line([0, 0], [200, 0]), { stableId: 'osm-w1', name: 'Naviglio Grande', widthM: 15 }),
        waterRow(line([0, 50], [200, 50]), { stableId: 'osm-w2' }),
      ],
    });
    const [wide, thin] = result.of('water');
    expect(wide!.geometry.type).toBe('Polygon');
    expect(areaM2(wide!.geometry as Polygon)).toBeGreaterThan(3000);
    expect(areaM2(wide!.geometry as Polygon)).toBeLessThan(3000 + Math.PI * 7.5 ** 2);
    expect(thin!.geometry.type).toBe('LineString');
    expect(wide!.properties).toEqual({ id: 'osm-w1', class: 'canal', name: 'Naviglio Grande' });
  });

  it('labels each name once, on its largest piece, larger waters first', () => {
    const result = cleanTheme(water, {
      osm: [
        waterRow(line([0, 0], [900, 0]), { name: 'Olona', stableId: 'a' }),
        waterRow(line([900, 0], [2500, 0]), { name: 'OLONA', stableId: 'b' }),
        waterRow(box(0, 100, 50, 150), { name: 'Laghetto', class: 'lake', stableId: 'c' }),
      ],
    });
    expect(result.of('place').map((f) => f.properties)).toEqual([
      { id: 'water-b', class: 'water', name: 'OLONA', rank: 2 },
      { id: 'water-c', class: 'water', name: 'Laghetto', rank: 4 },
    ]);
  });

  it('drops what is there twice, and the same pond of a lesser source', () => {
    const again = waterRow(box(0, 0, 10, 10), { class: 'lake' });
    const lesser = waterRow(box(0, 0, 10, 9.5), { class: 'basin' });
    const result = cleanTheme(water, {
      osm: [waterRow(box(0, 0, 10, 10), { class: 'lake' }), again],
      dbt: [lesser, waterRow(box(100, 0, 110, 10), { class: 'basin' })],
    });
    expect(result.dropped).toEqual([
      `duplicate-geometry, acque.json, row ${again.origin.row}: lake`,
      `same-as-better-source, acque.json, row ${lesser.origin.row}: basin`,
    ]);
    expect(result.kept).toBe(2);
  });
});
