// SPDX-License-Identifier: EUPL-1.2
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';
import { cityStreets, linksAt } from './places';

const fields = [{ key: 'hours', type: 'hours', stepMin: 15 }] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** The streets by a school are closed to motor vehicles while it opens; motorways and trunk roads stay open. */
export const schoolStreet: MeasureKind<'school-street', Config> = {
  id: 'school-street',
  models: ['mobility'],
  places: ['streets', 'polygon'],
  fields,
  config: configOf(fields),
  initial: { hours: { fromMin: 465, toMin: 510 } },
  presets: [],
  apply(city, { hours }, place, measureId) {
    const links = cityStreets(city.roads, linksAt(city, place, measureId), place, measureId);
    const others = city.rules.closures.filter(({ id }) => id !== measureId);
    const closures = [...others, { id: measureId, links, hours }];
    return { ...city, rules: { ...city.rules, closures } };
  },
};
