// SPDX-License-Identifier: EUPL-1.2
import type { CityInputs } from '../../city/city-inputs';
import { lonLatToPlane } from '../../city/frames';
import { ringAreaM2, withGreen } from '../../city/green-edits';
import type { People } from '../../city/people';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind, Place } from './measure';
import { changed, weightsAt } from './places';

const fields = [
  { key: 'residents', type: 'number', unit: 'residents', min: 1, max: 50_000, step: 100, whole: true },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/**
 * So many people more live there, by length of street where the place touches several districts. As
 * many of them are minors as in the district today, or in the city where nobody lives there yet. In an area that is
 * drawn the homes seal ground.
 */
export const newHousing: MeasureKind<'new-housing', Config> = {
  id: 'new-housing',
  models: ['mobility', 'people', 'shops', 'green'],
  places: ['polygon', 'area'],
  fields,
  config: configOf(fields),
  initial: { residents: 5000 },
  presets: [],
  apply(city, config, place, measureId) {
    const { zones } = city;
    const weights = weightsAt(city, place, measureId);
    const cityMinors = sum(zones.minors) / Math.max(1, sum(zones.residents));
    const more = (zone: number) => (weights[zone] as number) * config.residents;
    const minorsShare = (zone: number) => {
      const residents = zones.residents[zone] as number;
      return residents > 0 ? (zones.minors[zone] as number) / residents : cityMinors;
    };
    const rows = [...weights.keys()].filter((zone) => (weights[zone] as number) > 0);
    return {
      ...city,
      people: city.people && withHomes(city.people, rows, more),
      ...sealedBy(city.green, config.residents, place),
      zones: {
        ...zones,
        residents: changed(zones.residents, rows, (before, zone) => before + more(zone)),
        minors: changed(zones.minors, rows, (before, zone) => before + more(zone) * minorsShare(zone)),
      },
    };
  },
};

/** Ground under buildings and paved for each resident: 42 m² of floor on five storeys, and as much ground again. An assumption. */
const SEALED_M2 = (2 * 42) / 5;
/** What stays open in any case: an assumption. */
const MOST_SEALED = 0.8;

function sealedBy(green: CityInputs['green'], residents: number, place: Place): Pick<CityInputs, 'green'> {
  // An area of the city is where homes are found room, not their ground.
  if (place.kind !== 'polygon') return {};
  const ring = place.ring.map(lonLatToPlane);
  const share = Math.min(MOST_SEALED, (residents * SEALED_M2) / ringAreaM2(ring));
  return { green: withGreen(green, 'sealed', { rings: [ring], share }) };
}

/** All of them move in in the first year that is forecast. */
const withHomes = (
  people: People,
  districts: readonly number[],
  more: (district: number) => number,
): People => ({
  ...people,
  newHomes: [
    ...people.newHomes,
    ...districts.map((district) => ({
      district,
      year: people.register.last.year + 1,
      persons: more(district),
    })),
  ],
});

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
