// SPDX-License-Identifier: EUPL-1.2
import type { LonLat } from '../../../city/frames';
import { lonLatToPlane } from '../../../city/frames';
import type { GroundLayer } from '../../../city/ground';
import { SunHours } from '../sun/sun-part';
import { DistrictBusinesses } from './district-businesses';
import { DistrictGreen, NearestGreen } from './nearest-green';
import { Opening } from './opening';
import { ParkParts } from './park-parts';
import type { ThingRow } from './thing-facts';
import { WalkReach } from './walk-reach';

export type AboutPlace =
  | {
      readonly kind: 'thing';
      readonly layer: GroundLayer;
      readonly id: string;
      readonly at: LonLat;
      readonly row: ThingRow;
    }
  | { readonly kind: 'building'; readonly id: number; readonly at: LonLat }
  | { readonly kind: 'district'; readonly id: number };

/** Greens that one visits: those of the table `green-areas`. */
const VISITED = ['park', 'garden', 'wood', 'playground', 'dog-area'];

/** The parts of a card that are worked out when it is opened. Sent with the first card that has some. */
export default function PlaceParts({ about }: { about: AboutPlace }) {
  if (about.kind === 'building')
    return (
      <>
        <NearestGreen at={about.at} />
        <SunHours about={about} />
      </>
    );
  if (about.kind === 'district')
    return (
      <>
        <DistrictBusinesses id={about.id} />
        <DistrictGreen id={about.id} />
        <SunHours about={{ kind: 'district', id: String(about.id) }} />
      </>
    );
  const { layer, id, at, row } = about;
  const place = { kind: 'place', at: lonLatToPlane(at) } as const;
  switch (layer) {
    case 'service':
      return (
        <>
          <Opening row={row} />
          <WalkReach to={place} at={at} />
        </>
      );
    case 'transit-stop':
    case 'business':
      return <WalkReach to={place} at={at} />;
    case 'greenery':
      return VISITED.includes(String(row.class)) ? (
        <>
          <ParkParts id={id} />
          <SunHours about={{ kind: 'greenery', id }} />
          <WalkReach to={{ kind: 'green', id }} at={at} />
        </>
      ) : null;
    default:
      return null;
  }
}
