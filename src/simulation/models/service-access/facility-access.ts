// SPDX-License-Identifier: EUPL-1.2
/** How much there is of a service for those who need it, by district: floating catchments over homes. Pure. */
import type { People, ServiceKind } from '../../../city/people';
import type { Homes, Ways } from '../people/homes';
import { CARE_PARAMETERS } from './care-parameters';
import { SLOW_STEPS_MIN, twoStepAccess } from './floating-catchment';
import { meanByDistrict, walkMinutes, walkMinutesOf } from './travel';

/** What one goes to, as opposed to teams who come. */
export type FacilityKind = Exclude<ServiceKind, 'home-care'>;

/**
 * Whom each is for, of how many of them it is told, and how one gets there: to the nearest pharmacy or library on foot,
 * to what a city has a dozen of by bicycle or public transport, as fast as a team of carers: an assumption.
 */
export const FACILITIES = {
  pharmacy: { of: 'residents', per: 10_000, pace: 1 },
  library: { of: 'residents', per: 10_000, pace: 1 },
  'civic-office': { of: 'residents', per: 10_000, pace: CARE_PARAMETERS.teamPace.value },
  'social-service': { of: 'residents', per: 10_000, pace: CARE_PARAMETERS.teamPace.value },
  'nursing-home': { of: 'aged80Plus', per: 1_000, pace: CARE_PARAMETERS.teamPace.value },
} as const satisfies Record<
  FacilityKind,
  { readonly of: 'residents' | 'aged80Plus'; readonly per: number; readonly pace: number }
>;

/**
 * Services (beds of a nursing home) in reach for each `per` persons of a district, as {@link FACILITIES} has it, the
 * mean over those who live there; NaN: nobody does, or it is not told how many.
 * @param persons by district, residents or the old as it says there; NaN: not told, and nobody is counted.
 * @throws AccessError as {@link twoStepAccess}.
 */
export function facilityAccess(
  { services }: Pick<People, 'services'>,
  homes: Homes,
  ways: Ways,
  kind: FacilityKind,
  persons: Float64Array,
): Float64Array {
  const { per, pace } = FACILITIES[kind];
  const open = services.filter((service) => service.kind === kind);
  const walked = walkMinutesOf(
    homes,
    ways,
    open.map(({ at }) => at),
  );
  const access = twoStepAccess(
    {
      demand: Float64Array.from(
        homes.district,
        (row, home) => ((persons[row] as number) || 0) * (homes.share[home] as number),
      ),
      supply: Float64Array.from(open, ({ capacity }) => capacity.value),
      cost: walked.map((minutes) => minutes / pace),
    },
    SLOW_STEPS_MIN,
  );
  const mean = meanByDistrict(homes, persons.length, (home) => per * (access[home] as number));
  return mean.map((value, row) => ((persons[row] as number) > 0 ? value : Number.NaN));
}

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
