// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../city/catalogue';
import { groundTiles, solidTiles } from './kept-files';

/** The Duomo alone: one tile a level. At level 9 Milan is in column 269, row 183. */
const catalogue = {
  city: { bounds: [9.191, 45.464, 9.192, 45.465] },
  themes: [],
  files: { ground: { minZoom: 9, maxZoom: 12 } },
} as unknown as Catalogue;

describe('the ground that is kept', () => {
  it('is every level over the whole city', () =>
    expect(groundTiles(catalogue, '/c/')).toEqual([
      '/c/ground/9/269/183.mvt',
      '/c/ground/10/538/366.mvt',
      '/c/ground/11/1076/732.mvt',
      '/c/ground/12/2152/1465.mvt',
    ]));
  it('ends at the level that there is no room for', () => {
    expect(groundTiles(catalogue, '/c/', 2)).toHaveLength(2);
    const city = { ...catalogue.city, bounds: [9.02, 45.366, 9.298, 45.556] as const };
    const wide = { ...catalogue, city };
    const zooms = new Set(groundTiles(wide, '/c/', 20).map((url) => url.split('/')[3]));
    expect([...zooms]).toEqual(['9', '10', '11']);
  });
  it('is nothing where the city has none', () =>
    expect(groundTiles({ ...catalogue, files: {} } as Catalogue, '/c/')).toEqual([]));
});

describe('the buildings that are kept', () => {
  const leaf = (n: number) => ({ content: { uri: `full/${n}.glb` } });
  const root = { children: [{ content: { uri: 'blocks/0.glb' }, children: [leaf(0), leaf(1)] }] };
  const url = 'http://x/city/tiles/1/buildings/tileset.json';
  it('are all, beside their tileset', () =>
    expect(solidTiles(root, url)).toEqual(
      ['blocks/0', 'full/0', 'full/1'].map((name) => `http://x/city/tiles/1/buildings/${name}.glb`),
    ));
  it('are the coarser ones where there are too many', () =>
    expect(solidTiles(root, url, 2)).toEqual(['http://x/city/tiles/1/buildings/blocks/0.glb']));
});
