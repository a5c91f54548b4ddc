// SPDX-License-Identifier: EUPL-1.2
import { gridInside, ringAreaM2, withGreen } from '../../city/green-edits';
import { drawnRing } from './drawn-ring';
import { type ConfigOf, configOf, type Field } from './fields';
import type { MeasureKind } from './measure';

const fields = [
  { key: 'canopyShare', type: 'number', unit: 'share', min: 0, max: 0.8, step: 0.05 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** How wide the trees of a park grow, m: an assumption. */
const CROWN_M = 8;
/** Of their distance: none is planted where a tree stands nearer. */
const APART = 0.5;

/** No larger than this, ha, that whole districts are not called a park: Boscoincittà has about 110. An assumption. */
export const LARGEST_PARK_HA = 150;

/** The area becomes a park, but for the buildings on it, with trees whose crowns, once grown, lie over such a share of it. */
export const newPark: MeasureKind<'new-park', Config> = {
  id: 'new-park',
  models: ['green'],
  places: ['polygon'],
  fields,
  config: configOf(fields),
  initial: { canopyShare: 0.3 },
  presets: [],
  apply(city, { canopyShare }, place, measureId) {
    const ring = drawnRing(city, place, measureId, LARGEST_PARK_HA);
    const park = { id: `measure-${measureId}`, rings: [ring], areaM2: ringAreaM2(ring) };
    const green = withGreen(city.green, 'parks', park);
    if (canopyShare === 0) return { ...city, green };
    const stepM = Math.sqrt((Math.PI * CROWN_M * CROWN_M) / 4 / canopyShare);
    const at = gridInside(ring, stepM);
    return {
      ...city,
      green: withGreen(green, 'planted', { at, crownM: CROWN_M, apartM: APART * stepM, onFreeGround: true }),
    };
  },
};
