// SPDX-License-Identifier: EUPL-1.2
/** The shelf of measures, in the order in which a person is offered them. */
import { bicycleLanes } from './bicycle-lanes';
import { closeSchool } from './close-school';
import { closeStreets } from './close-streets';
import { dePaving } from './de-paving';
import { deliveryHours } from './delivery-hours';
import { emissionBan } from './emission-ban';
import { homeCareTeam } from './home-care-team';
import { lanes } from './lanes';
import { largeStore } from './large-store';
import type { MeasureKind } from './measure';
import { moveSchool } from './move-school';
import { newHousing } from './new-housing';
import { newJobs } from './new-jobs';
import { newPark } from './new-park';
import { newSchool } from './new-school';
import { newService } from './new-service';
import { oneWay } from './one-way';
import { outreachCalls } from './outreach-calls';
import { parkingPrice } from './parking-price';
import { plantTrees } from './plant-trees';
import { remoteWork } from './remote-work';
import { roadPricing } from './road-pricing';
import { schoolPlaces } from './school-places';
import { schoolStreet } from './school-street';
import { speedLimit } from './speed-limit';
import { transitFare } from './transit-fare';
import { transitFrequency } from './transit-frequency';
import { transitLine } from './transit-line';

export const MEASURES = [
  roadPricing,
  emissionBan,
  closeStreets,
  oneWay,
  lanes,
  speedLimit,
  transitLine,
  transitFrequency,
  transitFare,
  bicycleLanes,
  parkingPrice,
  remoteWork,
  schoolStreet,
  newHousing,
  newJobs,
  deliveryHours,
  newSchool,
  schoolPlaces,
  moveSchool,
  closeSchool,
  newService,
  homeCareTeam,
  outreachCalls,
  largeStore,
  plantTrees,
  newPark,
  dePaving,
] as const;
export type MeasureId = (typeof MEASURES)[number]['id'];

/** The kind of this id, undefined where the shelf has none. */
export function measureKind(id: MeasureId): MeasureKind<MeasureId>;
export function measureKind(id: string): MeasureKind<MeasureId> | undefined;
export function measureKind(id: string): MeasureKind<MeasureId> | undefined {
  return MEASURES.find((kind) => kind.id === id);
}
