// SPDX-License-Identifier: EUPL-1.2
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { peopleIn } from './people-places';

const fields = [
  { key: 'share', type: 'number', unit: 'share', min: 0, max: 1, step: 0.05 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** The city calls those over 80 who live alone; whom it reaches is cared for first. */
export const outreachCalls: MeasureKind<'outreach-calls', Config> = {
  id: 'outreach-calls',
  models: ['people'],
  places: ['city'],
  fields,
  config: configOf(fields),
  initial: { share: 0.5 },
  presets: [],
  apply(city, { share }, _place, measureId) {
    return { ...city, people: { ...peopleIn(city, measureId), outreachShare: share } };
  },
};
