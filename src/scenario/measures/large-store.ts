// SPDX-License-Identifier: EUPL-1.2
import { lonLatToPlane } from '../../city/frames';
import { STORE_SECTORS } from '../../city/shops';
import { ShopsEditError, withStoreChange } from '../../city/shops-edits';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';
import { districtAt, pointOf } from './people-places';

const fields = [
  { key: 'change', type: 'choice', options: ['open', 'close'] },
  { key: 'sector', type: 'choice', options: STORE_SECTORS },
  // From 250 m² a shop is more than a neighbourhood's (D.Lgs. 114/1998, art. 4).
  { key: 'floorM2', type: 'number', unit: 'm²', min: 250, max: 50_000, step: 50, whole: true },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** A large store opens in the district of the point, or one of so much floor closes there. */
export const largeStore: MeasureKind<'large-store', Config> = {
  id: 'large-store',
  models: ['shops'],
  places: ['point'],
  fields,
  config: configOf(fields),
  initial: { change: 'open', sector: 'everyday', floorM2: 2500 },
  presets: [],
  apply(city, { change, sector, floorM2 }, place, measureId) {
    if (!city.shops) throw new MeasureError(measureId, 'no-shops', '');
    const district = districtAt(city, lonLatToPlane(pointOf(place, measureId)), measureId);
    const id = `measure-${measureId}`;
    try {
      return { ...city, shops: withStoreChange(city.shops, { id, change, sector, district, floorM2 }) };
    } catch (error) {
      if (error instanceof ShopsEditError && error.code === 'no-store-there')
        throw new MeasureError(measureId, 'no-store-there', city.zones.name[district] ?? sector);
      throw error;
    }
  },
};
