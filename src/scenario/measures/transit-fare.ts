// SPDX-License-Identifier: EUPL-1.2
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';

const fields = [
  { key: 'fareEur', type: 'number', unit: 'eur', min: 0, max: 10, step: 0.1 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** A single ride in the city costs this; season tickets follow in proportion (an assumption). */
export const transitFare: MeasureKind<'transit-fare', Config> = {
  id: 'transit-fare',
  models: ['mobility'],
  places: ['city'],
  fields,
  config: configOf(fields),
  initial: { fareEur: 1 },
  presets: [{ id: 'free', place: { kind: 'city' }, config: { fareEur: 0 } }],
  apply: (city, { fareEur }) => ({ ...city, transit: { ...city.transit, fareEur } }),
};
