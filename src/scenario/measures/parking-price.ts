// SPDX-License-Identifier: EUPL-1.2
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { changed, districtShares } from './places';

const fields = [
  { key: 'priceEurH', type: 'number', unit: 'eur/h', min: 0, max: 20, step: 0.5 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** An hour of parking in the street costs this; a district that is partly inside takes part of it. */
export const parkingPrice: MeasureKind<'parking-price', Config> = {
  id: 'parking-price',
  models: ['mobility'],
  places: ['area', 'polygon', 'city'],
  fields,
  config: configOf(fields),
  initial: { priceEurH: 3 },
  presets: [],
  apply(city, { priceEurH }, place, measureId) {
    const { zones } = city;
    const shares = districtShares(city, place, measureId);
    const parkingEurH = changed(zones.parkingEurH, zones.id.keys(), (before, zone) => {
      const share = shares[zone] as number;
      return share * priceEurH + (1 - share) * before;
    });
    return { ...city, zones: { ...zones, parkingEurH } };
  },
};
