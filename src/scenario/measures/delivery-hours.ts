// SPDX-License-Identifier: EUPL-1.2
import type { Hours } from '../../city/city-inputs';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { districtsAt } from './places';

const fields = [{ key: 'hours', type: 'hours', stepMin: 30 }] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/**
 * Deliveries are made in these hours only, in the districts whose centre lies inside. The city has one
 * such rule: another with the same hours widens it, one with other hours takes its place.
 */
export const deliveryHours: MeasureKind<'delivery-hours', Config> = {
  id: 'delivery-hours',
  models: ['mobility'],
  places: ['area', 'polygon', 'city'],
  fields,
  config: configOf(fields),
  initial: { hours: { fromMin: 300, toMin: 420 } },
  presets: [],
  apply(city, { hours }, place, measureId) {
    const here = districtsAt(city, place, measureId);
    const old = city.rules.deliveries;
    const inside =
      old && isSame(old.hours, hours) ? here.map((is, zone) => is | (old.inside[zone] as number)) : here;
    return { ...city, rules: { ...city.rules, deliveries: { hours, inside } } };
  },
};

const isSame = (a: Hours, b: Hours) => a.fromMin === b.fromMin && a.toMin === b.toMin;
