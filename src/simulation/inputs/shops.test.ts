// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../city/columns';
import { shopsOf } from './shops';
import type { Tables } from './tables';

const ZONES = { districts: 2, id: Int32Array.of(11, 12, -1) };
const KINDS = ['neighbourhood-shop', 'large-retail', 'food-and-drink', 'historic-shop'];
function businesses(...rows: [zone: number, kind: number, count: number][]): Tables {
  const column = (name: string, of: 0 | 1 | 2) => ({
    name,
    unit: '1',
    values: Float64Array.from(rows, (row) => row[of]),
    ...(of === 1 && { dictionary: KINDS }),
  });
  const table: ColumnTable = {
    id: 'businesses',
    rows: rows.length,
    columns: [column('zone', 0), column('kind', 1), column('count', 2)],
  };
  return new Map([['businesses', table]]);
}

describe('shops of the table of businesses', () => {
  it('are counted by kind, each district in its row, others and gateways in none', () => {
    const shops = shopsOf(
      businesses([12, 0, 40], [11, 0, 7], [12, 1, 2], [11, 2, 9], [99, 2, 5], [11, 3, 4]),
      ZONES,
    );
    expect(shops).toEqual({
      neighbourhood: Float64Array.of(7, 40),
      large: Float64Array.of(0, 2),
      foodAndDrink: Float64Array.of(9, 0),
      changes: [],
    });
  });

  it('are none where nothing counts them', () => {
    expect(shopsOf(new Map(), ZONES)).toBeNull();
    expect(shopsOf(businesses(), ZONES)).toBeNull();
    expect(shopsOf(businesses([11, 3, 4], [12, 0, 0]), ZONES)).toBeNull();
  });

  it('a count that is none is named by its row', () => {
    expect(() => shopsOf(businesses([11, 0, 1], [11, 2, -3]), ZONES)).toThrow(
      'businesses, row 1: count is -3',
    );
    expect(() => shopsOf(businesses([11, 0, Number.NaN]), ZONES)).toThrow('businesses, row 0: count is NaN');
  });
});
