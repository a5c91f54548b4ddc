// SPDX-License-Identifier: EUPL-1.2
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';
import { changed, linksAt } from './places';

const fields = [
  { key: 'lanesMore', type: 'number', unit: 'lanes', min: -2, max: 2, step: 1, whole: true },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** Each direction of the streets has so many lanes more or fewer, one at least. */
export const lanes: MeasureKind<'lanes', Config> = {
  id: 'lanes',
  models: ['mobility'],
  places: ['streets'],
  fields,
  config: configOf(fields),
  initial: { lanesMore: -1 },
  presets: [],
  apply(city, { lanesMore }, place, measureId) {
    if (lanesMore === 0) throw new MeasureError(measureId, 'nothing-to-change', 'lanesMore');
    const { roads } = city;
    const links = linksAt(city, place, measureId);
    // A street may have less than a lane in each direction (one lane for both): it is not widened by a removal.
    const changedLanes = changed(roads.lanes, links, (before) =>
      lanesMore > 0 ? before + lanesMore : Math.max(Math.min(1, before), before + lanesMore),
    );
    return { ...city, roads: { ...roads, lanes: changedLanes } };
  },
};
