// SPDX-License-Identifier: EUPL-1.2
import { withGreen } from '../../city/green-edits';
import { drawnRing } from './drawn-ring';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';

const fields = [
  { key: 'share', type: 'number', unit: 'share', min: 0.05, max: 1, step: 0.05 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** Such a share of the sealed ground of the area is opened and grassed; buildings stay. */
export const dePaving: MeasureKind<'de-paving', Config> = {
  id: 'de-paving',
  models: ['green'],
  places: ['polygon'],
  fields,
  config: configOf(fields),
  initial: { share: 0.5 },
  presets: [],
  apply(city, { share }, place, measureId) {
    const rings = [drawnRing(city, place, measureId)];
    return { ...city, green: withGreen(city.green, 'opened', { rings, share }) };
  },
};
