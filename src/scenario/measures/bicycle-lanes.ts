// SPDX-License-Identifier: EUPL-1.2
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { changed, cityStreets, linksAt } from './places';

const fields = [
  { key: 'type', type: 'choice', options: ['painted', 'protected'] },
  { key: 'takesLane', type: 'boolean' },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** Of `Roads.cycleway`. */
const ROOM = { painted: 1, protected: 2 } as const;

/**
 * Bicycles get room of their own on both sides, never less than they had; where it takes a lane, each
 * direction with two or more loses one. Not on motorways and trunk roads.
 */
export const bicycleLanes: MeasureKind<'bicycle-lanes', Config> = {
  id: 'bicycle-lanes',
  models: ['mobility'],
  places: ['streets', 'polygon'],
  fields,
  config: configOf(fields),
  initial: { type: 'protected', takesLane: true },
  presets: [],
  apply(city, { type, takesLane }, place, measureId) {
    const { roads } = city;
    const links = cityStreets(roads, linksAt(city, place, measureId), place, measureId);
    const cycleway = changed(roads.cycleway, links, (before) => Math.max(before, ROOM[type]));
    if (!takesLane) return { ...city, roads: { ...roads, cycleway } };
    // Where there was as good a lane already, none is built and no room is taken.
    const built = links.filter((link) => (roads.cycleway[link] as number) < ROOM[type]);
    const lanes = changed(roads.lanes, built, (before) => (before >= 2 ? before - 1 : before));
    return { ...city, roads: { ...roads, cycleway, lanes } };
  },
};
