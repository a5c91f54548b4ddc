// SPDX-License-Identifier: EUPL-1.2
/** Tells the map the class of each district's businesses. */
import {
  businessMixes,
  classOf,
  EQUAL_KINDS_BREAKS,
  newestResidents,
  PER_1000_BREAKS,
} from '../../city/business-mix';
import type { Catalogue } from '../../city/catalogue';
import { cityFiles } from '../state/city-files';
import { tellFault } from '../state/fault';
import type { MapSession } from './map-session';

type Session = Pick<MapSession, 'map' | 'whenStyled'>;

/** Sets the states that layers/ground/business-maps.ts colours by; they stay as long as the map. Returns how to stop. */
export function classBusinesses(session: Session, catalogue: Catalogue, cityUrl: string): () => void {
  let closed = false;
  setClasses(session, catalogue, cityUrl).catch((error: unknown) => {
    if (!closed) tellFault(error);
  });
  return () => {
    closed = true;
  };
}

async function setClasses(
  { map, whenStyled }: Session,
  catalogue: Catalogue,
  cityUrl: string,
): Promise<void> {
  const files = cityFiles(catalogue, cityUrl);
  const [businesses, population] = await Promise.all([
    files.columnsIfAny('businesses'),
    files.columnsIfAny('population'),
  ]);
  const residents = population ? newestResidents(population) : new Map<number, number>();
  const mixes = businesses ? businessMixes(businesses, residents) : [];
  whenStyled(() => {
    if (!map.style || !map.getSource('ground')) return;
    for (const { zone, per1000, equalKinds } of mixes)
      map.setFeatureState(
        { source: 'ground', sourceLayer: 'district', id: zone },
        {
          businessDensity: classOf(per1000, PER_1000_BREAKS),
          businessVariety: classOf(equalKinds, EQUAL_KINDS_BREAKS),
        },
      );
  });
}
