// SPDX-License-Identifier: EUPL-1.2
import { connectorEntriesOf, entriesOf, zonesInside } from '../../city/areas';
import type { Charge } from '../../city/city-inputs';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind, type Place } from './measure';
import { areaOf, placeName, ringsOf } from './places';
import { TROLLEYBUS_RING } from './trolleybus-ring';

const fields = [
  { key: 'hours', type: 'hours', stepMin: 30 },
  {
    key: 'priceEur',
    type: 'number-by-key',
    keys: ['visitor', 'resident', 'goods'],
    unit: 'eur',
    min: 0,
    max: 100,
    step: 0.5,
  },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

const AREA_C: Place = { kind: 'area', areaId: 'area-c' };
/** Area C's since 16 January 2012, Monday to Friday. */
const AREA_C_HOURS = { fromMin: 450, toMin: 1170 };
/**
 * Tickets since 2012: 5 €, residents 2 € after the year's forty free entries. Since 30 October 2023:
 * 7.50 €, residents 3 € after fifty. Accredited service vehicles pay less (3 €, 4.50 €): not modelled.
 */
const PRICE_2012 = { visitor: 5, resident: 2, goods: 5 };
const PRICE_2023 = { visitor: 7.5, resident: 3, goods: 7.5 };
const FREE = { visitor: 0, resident: 0, goods: 0 };

/**
 * Whoever drives into the area in the hours pays. It replaces the charge of the same area, and any
 * whose districts all lie inside it; at a price of 0 for everybody it takes them away.
 */
export const roadPricing: MeasureKind<'road-pricing', Config> = {
  id: 'road-pricing',
  models: ['mobility'],
  places: ['area', 'polygon'],
  fields,
  config: configOf(fields),
  initial: { hours: AREA_C_HOURS, priceEur: PRICE_2023 },
  presets: [
    { id: 'area-c-5', place: AREA_C, config: { hours: AREA_C_HOURS, priceEur: PRICE_2012 } },
    { id: 'area-c-7.5', place: AREA_C, config: { hours: AREA_C_HOURS, priceEur: PRICE_2023 } },
    { id: 'area-c-suspended', place: AREA_C, config: { hours: AREA_C_HOURS, priceEur: FREE } },
    {
      id: 'area-c-extended',
      place: { kind: 'polygon', ring: TROLLEYBUS_RING },
      config: { hours: AREA_C_HOURS, priceEur: PRICE_2023 },
    },
  ],
  apply(city, { hours, priceEur }, place, measureId) {
    const rings = ringsOf(city, place, measureId);
    const charge: Charge = {
      id: place.kind === 'area' ? areaOf(city, place.areaId, measureId).id : measureId,
      entries: entriesOf(city.roads, rings),
      connectorEntries: connectorEntriesOf(city.roads, city.zones, rings),
      inside: zonesInside(city.zones, rings),
      hours,
      priceEur,
    };
    const others = city.rules.charges.filter((other) => !isReplaced(other, charge));
    const isFree = Object.values(priceEur).every((price) => price === 0);
    if (isFree && others.length === city.rules.charges.length)
      throw new MeasureError(measureId, 'nothing-to-change', placeName(place));
    // Entries there may be none: no main street leads into some areas, and trips end there all the same.
    if (!isFree && !charge.inside.includes(1))
      throw new MeasureError(measureId, 'no-district-there', placeName(place));
    return { ...city, rules: { ...city.rules, charges: isFree ? others : [...others, charge] } };
  },
};

/** Nobody pays twice for one trip to the centre when the area grows around the old one. */
function isReplaced(old: Charge, by: Charge): boolean {
  const within = old.inside.every((is, zone) => is === 0 || by.inside[zone] === 1);
  return old.id === by.id || (old.inside.includes(1) && within);
}
