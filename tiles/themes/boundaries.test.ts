// SPDX-License-Identifier: EUPL-1.2
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { planeToLonLat } from '../../src/city/frames';
import { INPUT_TABLES } from '../../src/city/inputs';
import { type Cleaned, cleanTheme } from '../fixtures/clean-theme';
import { box, onPlane } from '../fixtures/metres';
import { areaM2 } from '../formats/geometry';
import { boundaries } from './boundaries';
import type { BoundaryRow } from './rows';

let row = 0;
const boundary = (
  kind: BoundaryRow['kind'],
  name: string,
  geometry: Polygon,
  more: Partial<BoundaryRow> = {},
  file = 'a.geojson',
): BoundaryRow => ({ origin: { file, row: ++row }, kind, name, geometry, ...more });

const clean = (...sources: BoundaryRow[][]): Cleaned =>
  cleanTheme(boundaries, Object.fromEntries(sources.map((rows, i) => [`source-${i}`, rows])));
const of = (result: Cleaned, layer: 'district' | 'municipio' | 'place' | 'city-limit') => result.of(layer);

describe('boundaries', () => {
  const west = boundary('district', 'Città Studi', box(0, 0, 1000, 1000), { id: 22, editionYear: 2020 });
  const east = boundary('district', 'Duomo', box(1000, 0, 3000, 1000), { id: 1, editionYear: 2020 });
  const municipio = boundary('municipio', 'Municipio 3', box(0, 0, 1500, 1000), { id: 3 });

  it('makes ground, labels, zones, search and a finder', () => {
    const result = clean([west, east], [municipio]);
    expect(result.kept).toBe(4);
    expect(result.dropped).toEqual([]);
    expect(of(result, 'district').map((f) => f.properties)).toEqual([
      { id: 1, name: 'Duomo' },
      { id: 22, name: 'Città Studi', municipio: 3 },
    ]);
    expect(of(result, 'municipio').map((f) => f.properties)).toEqual([{ id: 3, name: 'Municipio 3' }]);
    expect(of(result, 'place').map((f) => f.properties)).toEqual([
      { id: 'district-1', class: 'district', name: 'Duomo', rank: 1 },
      { id: 'district-22', class: 'district', name: 'Città Studi', rank: 3 },
    ]);
    const zones = result.inputs![0]!;
    expect(zones.columns.map((c) => c.name)).toEqual([...INPUT_TABLES.zones]);
    const [id, name, eastM, northM, area, inMunicipio] = zones.columns;
    expect([...id!.values]).toEqual([1, 22]);
    expect([...name!.values].map((v) => name!.dictionary![v])).toEqual(['Duomo', 'Città Studi']);
    expect(eastM!.values[1]).toBeCloseTo(515500, 1);
    expect(northM!.values[1]).toBeCloseTo(5035500, 1);
    expect(area!.values[0]).toBeCloseTo(2_000_000, 0);
    expect([...inMunicipio!.values]).toEqual([0, 3]);
    expect(result.search![1]).toMatchObject({
      kind: 'district',
      id: '22',
      name: 'Città Studi',
      detail: 'Municipio 3',
    });
    expect(result.search![2]).toMatchObject({ kind: 'municipio', id: '3', name: 'Municipio 3' });
    const finder = result.districts!;
    expect(finder.count).toBe(2);
    expect(finder.at(planeToLonLat(onPlane(999, 500)))).toBe(22);
    expect(finder.at(planeToLonLat(onPlane(1001, 500)))).toBe(1);
    expect(finder.at(planeToLonLat(onPlane(4001, 500)))).toBe(0);
    expect(finder.name(22)).toBe('Città Studi');
    expect([finder.byName("CITTA' STUDI"), finder.byName('citta-studi'), finder.byName('Brera')]).toEqual([
      22, 22, 0,
    ]);
  });

  it('takes the newest edition as a whole, and remembers the names of the older one', () => {
    const old = [
      boundary('district', 'Selinunte', box(0, 0, 10, 10), { id: 57, editionYear: 2013 }, 'old.geojson'),
      boundary('district', 'San Siro', box(10, 0, 20, 10), { id: 60, editionYear: 2013 }, 'old.geojson'),
    ];
    const now = [
      boundary('district', 'San Siro', box(0, 0, 10, 10), { id: 57, editionYear: 2020 }, 'new.geojson'),
      boundary(
        'district',
        'Stadio - Ippodromi',
        box(10, 0, 20, 10),
        { id: 60, editionYear: 2020 },
        'new.geojson',
      ),
    ];
    const result = clean(old, now);
    expect(of(result, 'district').map((f) => (f.properties as { name: string }).name)).toEqual([
      'San Siro',
      'Stadio - Ippodromi',
    ]);
    expect(result.dropped).toHaveLength(2);
    expect(result.dropped[0]).toMatch(/^older-edition, old\.geojson, row \d+: kept edition 2020$/);
    // The name moved: today's San Siro is 57, and Selinunte is its former name.
    expect(result.districts!.byName('SAN SIRO')).toBe(57);
    expect(result.districts!.byName('Selinunte')).toBe(57);
  });

  it('takes one of two files of the same edition, the fuller one, and counts the other', () => {
    const same = boundary(
      'district',
      'Duomo',
      east.geometry as Polygon,
      { id: 1, editionYear: 2020 },
      'b.zip!nil.shp',
    );
    const result = clean([same, west, east]);
    expect(result.kept).toBe(3);
    expect(result.dropped).toEqual([
      `same-as-better-source, b.zip!nil.shp, row ${same.origin.row}: kept a.geojson`,
    ]);
  });

  it('keeps ids unique', () => {
    const twice = boundary('district', 'Altro', box(5000, 0, 6000, 100), { id: 1, editionYear: 2020 });
    const result = clean([east, twice]);
    expect(of(result, 'district')).toHaveLength(1);
    expect(result.dropped).toEqual([`duplicate-id, a.geojson, row ${twice.origin.row}: id 1, "Altro"`]);
  });

  it('numbers districts without a number by name, and joins the parts of one name', () => {
    const result = clean([
      boundary('district', 'Zona Sud', box(0, 0, 10, 10)),
      boundary('district', 'Arcella', box(10, 0, 20, 10)),
      boundary('district', 'ZONA SUD', box(50, 0, 60, 10)),
    ]);
    expect(of(result, 'district').map((f) => f.properties)).toEqual([
      { id: 1, name: 'Arcella' },
      { id: 2, name: 'Zona Sud' },
    ]);
    expect(areaM2(of(result, 'district')[1]!.geometry as Polygon)).toBeCloseTo(200, 1);
  });

  it('draws the limit from the municipi, then the districts, before a generalised one', () => {
    const coarse = boundary(
      'city-limit',
      'Milano',
      box(-5, -5, 3005, 1005),
      { generalised: true },
      'istat.geojson',
    );
    const fine = boundary('city-limit', 'Milano', box(0, 0, 2999, 1000), {}, 'confine.geojson');
    const limitM2 = (result: Cleaned) => areaM2(of(result, 'city-limit')[0]!.geometry as Polygon);
    const from = (result: Cleaned) => of(result, 'city-limit')[0]!.source;
    expect(from(clean([west, east], [municipio]))).toBe('source-1');
    expect(from(clean([west, east], [coarse]))).toBe('source-0');
    expect(from(clean([west, east], [coarse], [fine]))).toBe('source-2');
    expect(from(clean([], [coarse]))).toBe('source-1');
    expect(limitM2(clean([west, east], [municipio]))).toBeCloseTo(1_500_000, 0);
    expect(limitM2(clean([west, east], [coarse]))).toBeCloseTo(3_000_000, 0);
    expect(clean([west, east], [coarse]).dropped).toEqual([
      `same-as-better-source, istat.geojson, row ${coarse.origin.row}: a finer limit is there`,
    ]);
    expect(limitM2(clean([west, east], [coarse], [fine]))).toBeCloseTo(2_999_000, 0);
    const alone = clean([coarse]);
    expect(limitM2(alone)).toBeCloseTo(3010 * 1010, 0);
    expect(of(alone, 'city-limit')[0]!.properties).toEqual({ name: 'Milano' });
    expect(clean([]).ground).toEqual([]);
  });
});
