// SPDX-License-Identifier: EUPL-1.2
/** What the hours of a measure are to a model that knows one hour of the morning. */
import { shareOfAssignedHour } from '../../../city/assigned-hour';
import type { Hours } from '../../../city/city-inputs';
import type { MeasureId } from '../../../scenario/measures';

/** Key of the note to hours that do not hold the whole hour; null where there is nothing to say. */
export function hoursNote(kind: MeasureId, hours: Hours): 'outside' | 'part' | null {
  // Deliveries in other hours are what is asked for: they leave this hour's streets.
  if (kind === 'delivery-hours') return null;
  const share = shareOfAssignedHour(hours);
  if (share === 1) return null;
  return share > 0 ? 'part' : 'outside';
}
