// SPDX-License-Identifier: EUPL-1.2
import { STREET_CLASSES } from '../../city/ground';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { changed, linksAt } from './places';

const fields = [{ key: 'pedestrianise', type: 'boolean' }] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

const PEDESTRIAN = STREET_CLASSES.indexOf('pedestrian');
/** Of `Roads.cycleway`: no motor traffic beside the bicycles. */
const PROTECTED = 2;

/**
 * The streets are closed to motor vehicles all day, both ways. Pedestrianised they become streets for
 * walking, where bicycles are as safe as on a protected lane (an assumption: signs usually let them in).
 */
export const closeStreets: MeasureKind<'close-streets', Config> = {
  id: 'close-streets',
  models: ['mobility', 'shops'],
  // A street that is closed to traffic draws nobody to its shops; one that is for walking does.
  modelsOf: ({ pedestrianise }) => (pedestrianise ? ['mobility', 'shops'] : ['mobility']),
  places: ['streets', 'polygon'],
  fields,
  config: configOf(fields),
  initial: { pedestrianise: false },
  presets: [],
  apply(city, { pedestrianise }, place, measureId) {
    const { roads } = city;
    const links = linksAt(city, place, measureId);
    const open = changed(roads.open, links, () => 0);
    if (!pedestrianise) return { ...city, roads: { ...roads, open } };
    return {
      ...city,
      roads: {
        ...roads,
        open,
        class: changed(roads.class, links, () => PEDESTRIAN),
        cycleway: changed(roads.cycleway, links, () => PROTECTED),
      },
    };
  },
};
