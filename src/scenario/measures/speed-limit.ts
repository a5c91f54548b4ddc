// SPDX-License-Identifier: EUPL-1.2
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { changed, cityStreets, linksAt } from './places';

const fields = [
  { key: 'speedKmH', type: 'number', unit: 'km/h', min: 20, max: 50, step: 5 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/**
 * The limit of the streets, motorways and trunk roads apart. Over an area or the city it only
 * lowers; on streets chosen one by one it is the limit, also where they were slower.
 */
export const speedLimit: MeasureKind<'speed-limit', Config> = {
  id: 'speed-limit',
  models: ['mobility'],
  places: ['city', 'area', 'polygon', 'streets'],
  fields,
  config: configOf(fields),
  initial: { speedKmH: 30 },
  presets: [{ id: 'city-30', place: { kind: 'city' }, config: { speedKmH: 30 } }],
  apply(city, { speedKmH }, place, measureId) {
    const { roads } = city;
    const links = cityStreets(roads, linksAt(city, place, measureId), place, measureId);
    const limits = changed(roads.speedKmH, links, (before) =>
      place.kind === 'streets' ? speedKmH : Math.min(before, speedKmH),
    );
    return { ...city, roads: { ...roads, speedKmH: limits } };
  },
};
