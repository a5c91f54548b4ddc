// SPDX-License-Identifier: EUPL-1.2
import { lonLatToPlane } from '../../city/frames';
import { rowsAlong, withGreen } from '../../city/green-edits';
import { type ConfigOf, configOf, type Field } from './fields';
import { MeasureError, type MeasureKind } from './measure';
import { nearestDistrict, placeName } from './places';

const fields = [
  { key: 'spacingM', type: 'number', unit: 'm', min: 4, max: 30, step: 1 },
  { key: 'crownM', type: 'number', unit: 'm', min: 2, max: 20, step: 1 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** From the middle of the street to the row of trees on either side: an assumption. */
const ASIDE_M = 5;
/** Of the spacing: none is planted where a tree stands nearer. */
const APART = 0.75;

/** A row of trees on both sides of the streets, so far apart; `crownM` is how wide each grows. */
export const plantTrees: MeasureKind<'plant-trees', Config> = {
  id: 'plant-trees',
  models: ['green'],
  places: ['streets'],
  fields,
  config: configOf(fields),
  initial: { spacingM: 8, crownM: 8 },
  presets: [],
  apply(city, { spacingM, crownM }, place, measureId) {
    if (place.kind !== 'streets') throw new MeasureError(measureId, 'wrong-place', place.kind);
    const lines = place.lines.map((line) => line.map(lonLatToPlane));
    if (lines.length > 0 && !lines.flat().some((point) => nearestDistrict(city.zones, point) >= 0))
      throw new MeasureError(measureId, 'no-district-there', placeName(place));
    const at = lines.flatMap((line) => rowsAlong(line, spacingM, ASIDE_M));
    if (at.length === 0) throw new MeasureError(measureId, 'nothing-to-change', placeName(place));
    return {
      ...city,
      green: withGreen(city.green, 'planted', { at, crownM, apartM: APART * spacingM }),
    };
  },
};
