// SPDX-License-Identifier: EUPL-1.2
import { zonesInside } from '../../city/areas';
import { BANNABLE, type Ban } from '../../city/city-inputs';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind, type Place } from './measure';
import { areaOf, placeName, ringsOf } from './places';

const fields = [
  { key: 'hours', type: 'hours', stepMin: 30 },
  { key: 'classes', type: 'choices', options: BANNABLE },
  { key: 'derogatedShare', type: 'number', unit: 'share', min: 0, max: 1, step: 0.01 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

const AREA_B: Place = { kind: 'area', areaId: 'area-b' };
/** Area B's, Monday to Friday. */
const HOURS = { fromMin: 450, toMin: 1170 };

/**
 * Vehicles of the classes may not drive into the area in the hours, but for the share with a
 * derogation. It replaces the ban of the same area; without any class it takes it away. It begins with
 * one class more than Area B has banned since 2022, which the fleet shows already.
 */
export const emissionBan: MeasureKind<'emission-ban', Config> = {
  id: 'emission-ban',
  models: ['mobility'],
  places: ['area', 'polygon'],
  fields,
  config: configOf(fields),
  initial: { hours: HOURS, classes: classesUpTo(3, 5), derogatedShare: 0.07 },
  presets: [
    // What Area B bans since 1 October 2022, without the derogations by which 7 % still came in 2023.
    {
      id: 'area-b-no-derogations',
      place: AREA_B,
      config: { hours: HOURS, classes: classesUpTo(2, 5), derogatedShare: 0 },
    },
  ],
  apply(city, { hours, classes, derogatedShare }, place, measureId) {
    const rings = ringsOf(city, place, measureId);
    const id = place.kind === 'area' ? areaOf(city, place.areaId, measureId).id : measureId;
    const others = city.rules.bans.filter((ban) => ban.id !== id);
    if (classes.length === 0) {
      if (others.length === city.rules.bans.length)
        throw new MeasureError(measureId, 'nothing-to-change', placeName(place));
      return { ...city, rules: { ...city.rules, bans: others } };
    }
    const inside = zonesInside(city.zones, rings);
    if (!inside.includes(1)) throw new MeasureError(measureId, 'no-district-there', placeName(place));
    const ban: Ban = { id, inside, hours, classes, derogatedShare };
    return { ...city, rules: { ...city.rules, bans: [...others, ban] } };
  },
};

function classesUpTo(petrolEuro: number, dieselEuro: number): Config['classes'] {
  return BANNABLE.filter((name) => {
    const euro = Number(name.slice(-1));
    return euro <= (name.startsWith('petrol') ? petrolEuro : dieselEuro);
  });
}
