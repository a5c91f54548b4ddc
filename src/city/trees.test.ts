// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { TREE_GENERA, treeKindOf } from './trees';

describe('what a tree looks like', () => {
  it('is known by its genus, and by forms that grow narrow', () => {
    expect(treeKindOf('Platanus x acerifolia')).toEqual({ group: 'plane', shape: 'round' });
    expect(treeKindOf('Tilia cordata')).toEqual({ group: 'lime', shape: 'oval' });
    expect(treeKindOf('Cedrus deodara')).toEqual({ group: 'conifer', shape: 'conical' });
    expect(treeKindOf('Pinus pinea')).toEqual({ group: 'conifer', shape: 'round' });
    expect(treeKindOf("Populus nigra 'Italica'")).toEqual({ group: 'poplar', shape: 'columnar' });
    expect(treeKindOf('Quercus robur Fastigiata')).toEqual({ group: 'oak', shape: 'columnar' });
    expect(treeKindOf('Cupressus sempervirens')).toEqual({ group: 'conifer', shape: 'columnar' });
  });

  it('is another round one where nobody knows', () => {
    for (const species of [undefined, '', '  ', 'Ignota arbor', 'platanus'])
      expect(treeKindOf(species)).toEqual({ group: 'other', shape: 'round' });
  });

  it('has each genus in one group', () => {
    const genera = Object.values(TREE_GENERA).flat();
    expect(new Set(genera).size).toBe(genera.length);
  });
});
