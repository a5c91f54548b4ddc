// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { ASKED_LISTS, isAsked } from '../state/askables';
import { bringWhen } from './bring';
import type { MapPart } from './map-session';

/** What colours and filters the city comes with the first colouring or filter. */
export function connectAsk(session: MapPart, catalogue: Catalogue, cityUrl: string): () => void {
  return bringWhen(
    () => {
      const now = session.state.getState();
      return now.districtColours !== null || ASKED_LISTS.some((list) => isAsked(list, now));
    },
    () => import('./ask-drawing'),
    ({ drawAsked }) => drawAsked(session, catalogue, cityUrl),
    session.state,
  );
}
