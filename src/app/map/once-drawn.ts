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
import type { MapPart } from './map-session';
import { connectOwnData } from './own';
import { connectPicking } from './picking';
import { connectPlaces } from './place-drawings';
import { connectTreeCrowns } from './tree-crowns';

/** Connects it all; returns how to end it. */
export function connectOnceDrawn(
  session: MapPart,
  catalogue: Catalogue,
  cityUrl: string,
  graphics: Graphics,
): () => void {
  const ends = [
    connectShown(session, catalogue, cityUrl, graphics),
    connectImpact(session, catalogue, cityUrl),
    connectPlaces(session, catalogue),
    offerPicture(session.map),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** What each of two views has: the things on it, and choosing them. */
export function connectShown(
  session: MapPart,
  catalogue: Catalogue,
  cityUrl: string,
  graphics: Graphics,
): () => void {
  const ends = [
    connectPicking(session, catalogue, cityUrl),
    connectOwnData(session, catalogue),
    connectHighlight(session, catalogue, cityUrl),
    connectAsk(session, catalogue, cityUrl),
    connectLiveGround(session, catalogue, cityUrl),
    connectLiveSolid(session, catalogue, cityUrl, graphics),
    connectBusinesses(session, catalogue, cityUrl),
    connectTreeCrowns(session, catalogue, cityUrl),
    connectSun(session, catalogue, graphics),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Each district's class of businesses comes with the first map of them. */
function connectBusinesses(session: MapPart, catalogue: Catalogue, cityUrl: string): () => void {
  const { state } = session;
  return bringWhen(
    () => layerVisible('business-density', state) || layerVisible('business-variety', state),
    () => import('./business-classes'),
    ({ classBusinesses }) => classBusinesses(session, catalogue, cityUrl),
    state,
  );
}

/** Light and shadows of the sun come when they are first switched on. */
function connectSun(session: MapPart, catalogue: Catalogue, graphics: Graphics): () => void {
  const { city, state } = session;
  if (!city) return () => {};
  return bringWhen(
    () => layerVisible('sun', state),
    () => import('./sun-drawing'),
    ({ drawSun }) => drawSun(session, city, catalogue, graphics),
    state,
  );
}
