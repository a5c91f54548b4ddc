// SPDX-License-Identifier: EUPL-1.2
/** Services that one goes to, and how far the nearest is on foot. Pure. */
import type { People, ServiceKind } from '../../../city/people';
import type { Homes, Ways } from '../people/homes';
import { walkMinutes } from './travel';

/** What one goes to, as opposed to teams who come. */
export type FacilityKind = Exclude<ServiceKind, 'home-care'>;

/** Minutes on foot to the nearest of a kind, by home; null where there is none in the city. */
export function nearestMinutes(
  { services }: Pick<People, 'services'>,
  homes: Homes,
  ways: Ways,
  kinds: readonly ServiceKind[],
): Float64Array | null {
  const open = services.filter(({ kind }) => kinds.includes(kind));
  if (open.length === 0) return null;
  const nearest = new Float64Array(homes.count).fill(Number.POSITIVE_INFINITY);
  for (const { at } of open)
    walkMinutes(homes, ways, at).forEach((minutes, home) => {
      nearest[home] = Math.min(nearest[home] as number, minutes);
    });
  return nearest;
}
