// SPDX-License-Identifier: EUPL-1.2
/** What measures do to the shops of a city: another `Shops` that shares what it left alone. Pure. */
import type { Shops, StoreChange } from './shops';

export const SHOPS_EDIT_FAULTS = [
  'store-there-already',
  'bad-floor',
  'no-district-there',
  'no-store-there',
] as const;
export type ShopsEditFault = (typeof SHOPS_EDIT_FAULTS)[number];

/** Why the shops of a city cannot be changed so: a code that a screen has words for, and what it is about. */
export class ShopsEditError extends Error {
  constructor(
    readonly code: ShopsEditFault,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'ShopsEditError';
  }
}

/**
 * A large store opens or closes. One that closes takes its floor from those of its district, what opened there before
 * included; a model takes no more than there is.
 * @throws ShopsEditError: its id is another's, its floor is not above nought, the district is none, or nothing there
 * can close.
 */
export function withStoreChange(shops: Shops, change: StoreChange): Shops {
  if (shops.changes.some(({ id }) => id === change.id))
    throw new ShopsEditError('store-there-already', change.id);
  if (!(change.floorM2 > 0 && change.floorM2 < Number.POSITIVE_INFINITY))
    throw new ShopsEditError('bad-floor', String(change.floorM2));
  const { district } = change;
  if (!(Number.isInteger(district) && district >= 0 && district < shops.large.length))
    throw new ShopsEditError('no-district-there', String(district));
  const isSome =
    (shops.large[district] as number) > 0 ||
    shops.changes.some(
      (other) => other.change === 'open' && other.district === district && other.sector === change.sector,
    );
  if (change.change === 'close' && !isSome) throw new ShopsEditError('no-store-there', change.sector);
  return { ...shops, changes: [...shops.changes, change] };
}
