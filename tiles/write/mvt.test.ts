// SPDX-License-Identifier: EUPL-1.2
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { encodeMvt, type MvtFeature } from './mvt';

const square = (from: number, to: number): [number, number][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];
const FEATURES: MvtFeature[] = [
  { type: 1, geometry: [[5, 7]], properties: { id: 42, name: 'Città Studi', isOpen: true } },
  {
    type: 2,
    geometry: [
      [
        [-64, 0],
        [10, 4160],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    properties: { id: 'a', heightM: 12.5, levelM: -3, count: 300_000 },
  },
  { type: 3, geometry: [square(0, 100), [...square(20, 40)].reverse()], properties: { id: '42' } },
];

describe('vector tile writer', () => {
  it('is read back by the reader of the specification, feature by feature', () => {
    const bytes = encodeMvt(
      new Map([
        ['one', FEATURES],
        ['two', FEATURES.slice(0, 1)],
      ]),
      4096,
    );
    const { layers } = new VectorTile(new PbfReader(bytes));
    expect(Object.keys(layers)).toEqual(['one', 'two']);
    expect(layers.one).toMatchObject({ version: 2, extent: 4096, length: 3 });
    FEATURES.forEach(({ type, geometry, properties }, i) => {
      const read = layers.one?.feature(i);
      expect(read).toMatchObject({ type, properties });
      expect(read?.id).toBe(typeof properties.id === 'number' ? properties.id : undefined);
      const lines = read?.loadGeometry().map((line) => line.map(({ x, y }) => [x, y]));
      expect(lines).toEqual(type === 1 ? [geometry] : geometry);
    });
  });
});
