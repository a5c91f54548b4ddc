// SPDX-License-Identifier: EUPL-1.2
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { lonLat, lonLatToMercator } from '../city/frames';
import { geometryAt, wound } from '../formats/geometry-at';
import { TableBuilder } from '../formats/table-builder';
import { type RowLook, THIN_FROM, Tiler } from './tiler';

const ALL: RowLook = { slots: null, mask: null, faint: false, topM: null };
const decoded = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes)).layers;
/** The tile at zoom z that holds a point. */
function tileOf(lon: number, lat: number, z: number): [number, number, number] {
  const [x, y] = lonLatToMercator(lonLat(lon, lat));
  return [z, Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)];
}

describe('tiles of one’s own data', () => {
  const builder = new TableBuilder('a');
  const ring = [
    [9.19, 45.46],
    [9.2, 45.46],
    [9.2, 45.47],
    [9.19, 45.46],
  ];
  const hole = ring.map(([x, y]) => [9.197 + (x! - 9.19) / 10, 45.463 + (y! - 45.46) / 10]);
  builder.add({ type: 'Point', coordinates: [9.19186, 45.46416] }, { n: 1 });
  builder.add({ type: 'MultiLineString', coordinates: [ring.slice(0, 2), ring.slice(1, 3)] }, { n: 2 });
  builder.add({ type: 'MultiPolygon', coordinates: [[ring, hole]] }, { n: 3 });
  builder.add(null, { n: 4 });
  const { table } = builder.build();
  const tiler = new Tiler(table);

  it('hold each kind of shape in a layer of its own, by row', () => {
    const layers = decoded(tiler.tile(...tileOf(9.19186, 45.46416, 14), ALL));
    expect(Object.keys(layers).sort()).toEqual(['areas', 'lines', 'points']);
    expect(layers.points?.feature(0).id).toBe(0);
    expect(layers.lines?.feature(0).id).toBe(1);
    expect(layers.areas?.feature(0).id).toBe(2);
    // 9.19186° E is 0.525533 of the world: of tile 8610 at zoom 14, 1369 of 4096 units from its west.
    const [x, y] = lonLatToMercator(lonLat(9.19186, 45.46416));
    const at = layers.points?.feature(0).loadGeometry()[0]?.[0];
    expect(at?.x).toBe(Math.round((x * 2 ** 14 - Math.floor(x * 2 ** 14)) * 4096));
    expect(at?.y).toBe(Math.round((y * 2 ** 14 - Math.floor(y * 2 ** 14)) * 4096));
    expect(tiler.tile(14, 0, 0, ALL)).toHaveLength(0);
  });

  it('leave out or fade what the filter does not mean, and name the class', () => {
    const [z, x, y] = tileOf(9.19186, 45.46416, 14);
    const mask = new Uint8Array([0, 1, 1, 1]);
    const slots = [5, 6, 7, 8];
    const without = decoded(tiler.tile(z, x, y, { slots, mask, faint: false, topM: null }));
    expect(without.points).toBeUndefined();
    expect(without.areas?.feature(0).properties).toEqual({ c: 7 });
    const faint = decoded(tiler.tile(z, x, y, { slots, mask, faint: true, topM: null }));
    expect(faint.points?.feature(0).properties).toEqual({ c: 5, f: 1 });
  });

  it('raise areas by the figures of a column, and leave flat what has none', () => {
    const at = tileOf(9.195, 45.463, 14);
    const heights = (topM: number[]) =>
      decoded(tiler.tile(...at, { ...ALL, topM })).areas?.feature(0).properties;
    expect(heights([0, 0, 12.5, 0])).toEqual({ b: 0, h: 12.5 });
    expect(heights([0, 0, Number.NaN, 0])).toEqual({ b: 0, h: 0 });
    expect(heights([0, 0, -3, 0])).toEqual({ b: 0, h: 0 });
  });

  it('turn outlines counter-clockwise and holes clockwise for a file', () => {
    // East, north, back: the ring goes counter-clockwise; the hole goes the same way and is turned.
    const area = wound({ type: 'Polygon', coordinates: [ring, hole] });
    expect(area).toEqual({ type: 'Polygon', coordinates: [ring, [...hole].reverse()] });
    const turned = wound({ type: 'MultiPolygon', coordinates: [[[...ring].reverse()]] });
    expect(turned).toEqual({ type: 'MultiPolygon', coordinates: [[ring]] });
  });

  it('give back the shapes that were brought', () => {
    expect(geometryAt(table.shapes, 0)).toEqual({ type: 'Point', coordinates: [9.19186, 45.46416] });
    expect(geometryAt(table.shapes, 1)?.type).toBe('MultiLineString');
    expect(geometryAt(table.shapes, 2)).toEqual({ type: 'Polygon', coordinates: [ring, hole] });
    expect(geometryAt(table.shapes, 3)).toBeNull();
  });

  it('thin many points from afar, and show all from near', () => {
    const many = new TableBuilder('b');
    const side = 200;
    for (let i = 0; i < side * side; i++)
      many.add(
        { type: 'Point', coordinates: [9.1 + (i % side) * 0.0005, 45.4 + Math.floor(i / side) * 0.0005] },
        {},
      );
    const dots = new Tiler(many.build().table);
    const far = decoded(dots.tile(...tileOf(9.15, 45.45, 9), ALL)).points;
    expect(far?.length).toBeGreaterThan(500);
    expect(far?.length).toBeLessThan(THIN_FROM);
    // At zoom 16 a tile is 0.0055° wide and 0.0039° high: 11 × 8 of them, and a few in the margin.
    const near = decoded(dots.tile(...tileOf(9.15, 45.45, 16), ALL)).points;
    expect(near?.length).toBeGreaterThanOrEqual(70);
    expect(near?.length).toBeLessThanOrEqual(120);
  });
});
