// SPDX-License-Identifier: EUPL-1.2
/** What one does with the city on the map, and what comes onto it later: sent when the city is drawn. */
import type { Catalogue } from '../../city/catalogue';
import { connectAsk } from './ask';
import { bringWhen } from './bring';
import type { Graphics } from './graphics';
import { connectHighlight } from './highlight';
import { connectImpact } from './impact';
import { layerVisible } from './layer-sync';
import { connectLiveSolid } from './live-solid';
import { connectLiveGround } from './living';
import { offerPicture } from './map-picture';
import type { MapSession } from './map-session';
import { connectOwnData } from './own';
import { connectPicking } from './picking';
import { connectPlaces } from './place-drawings';
import { connectTreeCrowns } from './tree-crowns';

/** Connects it all; returns how to end it. */
export function connectOnceDrawn(
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
  cityUrl: string,
  graphics: Graphics,
): () => void {
  const ends = [
    connectPicking(session, catalogue, cityUrl),
    connectOwnData(session, catalogue),
    connectHighlight(session, catalogue, cityUrl),
    connectAsk(session, catalogue, cityUrl),
    connectImpact(session, catalogue, cityUrl),
    connectLiveGround(session, catalogue, cityUrl),
    connectLiveSolid(session, catalogue, cityUrl, graphics),
    connectPlaces(session, catalogue, cityUrl),
    connectTreeCrowns(session, catalogue, cityUrl),
    offerPicture(session.map),
    connectSun(session, catalogue, graphics),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Light and shadows of the sun come when they are first switched on. */
function connectSun(
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
  graphics: Graphics,
): () => void {
  const { city } = session;
  if (!city) return () => {};
  return bringWhen(
    () => layerVisible('sun'),
    () => import('./sun-drawing'),
    ({ drawSun }) => drawSun(session, city, catalogue, graphics),
  );
}
