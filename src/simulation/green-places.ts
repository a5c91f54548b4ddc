// SPDX-License-Identifier: EUPL-1.2
/** Whether the ground that measures on green are drawn on is there: known only where buildings and districts are. */
import type { Plane } from '../city/frames';
import { lonLatToPlane } from '../city/frames';
import { MeasureError } from '../scenario/measures/measure';
import type { Measure, Scenario } from '../scenario/scenario';
import { squaresInside } from './models/green/free-ground';
import { squareAt } from './models/green/green-raster';
import type { GreenState } from './models/green/green-state';

const ON_GROUND = ['new-park', 'de-paving'];

/**
 * @throws MeasureError of the first measure that is drawn outside the districts (`no-district-there`), on less than one
 * square of 20 m (`nothing-to-change`), or on buildings alone (`no-free-ground`).
 */
export function refuseWithoutGround(state: GreenState, { measures }: Scenario): void {
  for (const measure of measures) {
    if (!measure.on) continue;
    if (ON_GROUND.includes(measure.kind)) refuseRing(state, measure);
    if (measure.kind === 'plant-trees') refuseLines(state, measure);
  }
}

function refuseRing({ raster, built }: GreenState, { id, place }: Measure): void {
  if (place.kind !== 'polygon') return;
  const ring = place.ring.map(lonLatToPlane);
  const { all, city, free } = squaresInside(raster, built, [ring]);
  if (all === 0 && isInCity(raster, ring)) throw new MeasureError(id, 'nothing-to-change', place.kind);
  if (city === 0) throw new MeasureError(id, 'no-district-there', place.kind);
  if (free === 0) throw new MeasureError(id, 'no-free-ground', place.kind);
}

function refuseLines({ raster }: GreenState, { id, place }: Measure): void {
  if (place.kind !== 'streets') return;
  if (!isInCity(raster, place.lines.flat().map(lonLatToPlane)))
    throw new MeasureError(id, 'no-district-there', place.streetIds.join(', '));
}

const isInCity = (raster: GreenState['raster'], points: readonly Plane[]): boolean =>
  points.some(([east, north]) => {
    const square = squareAt(raster, east, north);
    return square >= 0 && (raster.district[square] as number) >= 0;
  });
