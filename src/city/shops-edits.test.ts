// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Shops, StoreChange } from './shops';
import { ShopsEditError, withStoreChange } from './shops-edits';

const SHOPS: Shops = {
  neighbourhood: Float64Array.of(100, 10),
  large: Float64Array.of(3, 0),
  foodAndDrink: Float64Array.of(50, 5),
  changes: [],
};
const change = (more: Partial<StoreChange> = {}): StoreChange => ({
  id: 'a',
  change: 'open',
  sector: 'everyday',
  district: 1,
  floorM2: 2500,
  ...more,
});
const faultOf = (edit: () => unknown) => {
  try {
    edit();
  } catch (error) {
    return error instanceof ShopsEditError ? `${error.code} ${error.detail}` : error;
  }
  return 'no fault';
};

describe('the shops of a city after a measure', () => {
  it('have a store more, and the rest is shared', () => {
    const after = withStoreChange(SHOPS, change());
    expect(after.changes).toEqual([change()]);
    expect(after.large).toBe(SHOPS.large);
    expect(SHOPS.changes).toEqual([]);
  });

  it('lose one where there is one, or where one opened', () => {
    const closing = change({ id: 'b', change: 'close' });
    expect(faultOf(() => withStoreChange(SHOPS, closing))).toBe('no-store-there everyday');
    expect(withStoreChange(SHOPS, { ...closing, district: 0 }).changes).toHaveLength(1);
    const opened = withStoreChange(SHOPS, change());
    expect(withStoreChange(opened, closing).changes).toHaveLength(2);
    expect(faultOf(() => withStoreChange(opened, { ...closing, sector: 'other-goods' }))).toBe(
      'no-store-there other-goods',
    );
  });

  it('are not changed by what cannot be', () => {
    const opened = withStoreChange(SHOPS, change());
    expect(faultOf(() => withStoreChange(opened, change()))).toBe('store-there-already a');
    expect(faultOf(() => withStoreChange(SHOPS, change({ floorM2: 0 })))).toBe('bad-floor 0');
    expect(faultOf(() => withStoreChange(SHOPS, change({ floorM2: Number.NaN })))).toBe('bad-floor NaN');
    expect(faultOf(() => withStoreChange(SHOPS, change({ district: 2 })))).toBe('no-district-there 2');
    expect(faultOf(() => withStoreChange(SHOPS, change({ district: -1 })))).toBe('no-district-there -1');
  });
});
