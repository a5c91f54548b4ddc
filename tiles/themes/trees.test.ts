// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { at } from '../fixtures/metres';
import type { TreeRow } from './rows';
import { trees } from './trees';

let row = 0;
const tree = (eastM: number, northM: number, more: Partial<TreeRow> = {}): TreeRow => ({
  origin: { file: 'alberi.geojson', row: ++row },
  at: at(eastM, northM),
  ...more,
});

describe('trees', () => {
  it('keeps one tree a place and an id, and says which go', () => {
    const twin = tree(0, 0, { stableId: 'ds2484-2' });
    const renamed = tree(50, 0, { stableId: 'ds2484-1' });
    const result = cleanTheme(trees, {
      municipal: [
        tree(0, 0, { stableId: 'ds2484-1', species: 'Tilia', heightM: 12, crownM: 4, plantedYear: 1993 }),
        twin,
        renamed,
      ],
    });
    expect(result.kept).toBe(1);
    expect(result.of('tree')[0]!.properties).toEqual({
      id: 'ds2484-1',
      species: 'Tilia',
      heightM: 12,
      crownM: 4,
      plantedYear: 1993,
    });
    expect(result.dropped[0]).toContain(
      `duplicate-position, alberi.geojson, row ${twin.origin.row}: ds2484-2 at 9.`,
    );
    expect(result.dropped[1]).toContain(`duplicate-id, alberi.geojson, row ${renamed.origin.row}: ds2484-1`);
  });

  it('takes a second source only where the first has no tree within three metres', () => {
    const near = tree(102.9, 0, { stableId: 'osm-n1' });
    const result = cleanTheme(trees, {
      municipal: [tree(100, 0), tree(108, 0)],
      osm: [near, tree(104, 3.1, { stableId: 'osm-n2' }), tree(111.1, 0, { stableId: 'osm-n3' })],
    });
    expect(
      result
        .of('tree')
        .slice(2)
        .map((f) => (f.properties as { id: string }).id),
    ).toEqual(['osm-n2', 'osm-n3']);
    expect(result.dropped).toEqual([
      `same-as-better-source, alberi.geojson, row ${near.origin.row}: within 3 m of another`,
    ]);
  });

  it('keeps trees of one source that stand close together', () => {
    expect(cleanTheme(trees, { municipal: [tree(0, 0), tree(0.5, 0)] }).kept).toBe(2);
    expect(cleanTheme(trees, {}).ground).toEqual([]);
  });

  it('gives a tree without an id one that stays', () => {
    const ids = () =>
      cleanTheme(trees, { osm: [tree(7, 7)] })
        .of('tree')
        .map((f) => (f.properties as { id: string }).id);
    expect(ids()).toEqual(ids());
  });

  it('keeps every tree as a row of the table, to the decimetre', () => {
    const result = cleanTheme(trees, {
      municipal: [
        tree(0, 0, { species: 'Tilia', heightM: 12, crownM: 4 }),
        tree(50, 20, { species: 'Acer' }),
        tree(90, 0, { species: 'Tilia' }),
        tree(120, 0),
      ],
    });
    const [table] = result.inputs!;
    const column = (name: string) => table!.columns.find((c) => c.name === name)!;
    expect([table!.id, table!.rows]).toEqual(['trees', 4]);
    const species = column('species');
    expect([...species.values].map((code) => species.dictionary![code])).toEqual([
      'Tilia',
      'Acer',
      'Tilia',
      '',
    ]);
    expect([...column('crownM').values]).toEqual([4, Number.NaN, Number.NaN, Number.NaN]);
    expect([...column('heightM').values]).toEqual([12, Number.NaN, Number.NaN, Number.NaN]);
    const east = column('eastM').values;
    expect(east[1]! - east[0]!).toBeCloseTo(50, 0);
    expect((east[0]! * 10) % 1).toBeCloseTo(0, 6);
    expect(cleanTheme(trees, { municipal: [] }).inputs).toBeUndefined();
  });
});
