// SPDX-License-Identifier: EUPL-1.2
/** What the hours of a measure are to a model that knows one hour of the morning. */
import type { Hours } from '../../../city/city-inputs';
import type { MeasureId } from '../../../scenario/measures';

/** The hour that is modelled; said here too, for the form does without the models. */
const FROM_MIN = 480;
const TO_MIN = 540;

/** Key of the note to hours that do not hold the whole hour; null where there is nothing to say. */
export function hoursNote(kind: MeasureId, { fromMin, toMin }: Hours): 'outside' | 'part' | null {
  // Deliveries in other hours are what is asked for: they leave this hour's streets.
  if (kind === 'delivery-hours') return null;
  if (fromMin <= FROM_MIN && toMin >= TO_MIN) return null;
  return Math.min(toMin, TO_MIN) > Math.max(fromMin, FROM_MIN) ? 'part' : 'outside';
}
