// SPDX-License-Identifier: EUPL-1.2
/**
 * What there is to buy and to eat in each district, as measures edit it and models of shopping read it. Columns are by
 * district: the first rows of `Zones`.
 */

/**
 * What people go out for. The registers count neighbourhood shops, large stores, and bars and restaurants; which of
 * the shops sell food they do not say.
 */
export const SHOP_SECTORS = ['everyday', 'other-goods', 'eating-out'] as const;
export type ShopSector = (typeof SHOP_SECTORS)[number];
/** What a large store sells. */
export const STORE_SECTORS = ['everyday', 'other-goods'] as const satisfies readonly ShopSector[];
export type StoreSector = (typeof STORE_SECTORS)[number];

export interface Shops {
  /** Shops of up to 250 m² (esercizi di vicinato, D.Lgs. 114/1998), counted. */
  readonly neighbourhood: Float64Array;
  /** Medium and large stores, counted; their floors are in no open data. */
  readonly large: Float64Array;
  /** Bars and restaurants (pubblici esercizi), counted. */
  readonly foodAndDrink: Float64Array;
  /** Large stores that measures open and close. */
  readonly changes: readonly StoreChange[];
}

export interface StoreChange {
  /** Unique. */
  readonly id: string;
  readonly change: 'open' | 'close';
  readonly sector: StoreSector;
  /** Row. */
  readonly district: number;
  /** Floor on which one buys, m². */
  readonly floorM2: number;
}

/** One of each sector. */
export type BySector<T> = Readonly<Record<ShopSector, T>>;
export const bySector = <T>(of: (sector: ShopSector) => T): BySector<T> =>
  Object.fromEntries(SHOP_SECTORS.map((sector) => [sector, of(sector)])) as unknown as BySector<T>;
