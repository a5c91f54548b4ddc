// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from '../../city/catalogue';
import { ASKED_LISTS, isAsked } from '../state/askables';
import { useStore } from '../state/store';
import { bringWhen } from './bring';
import type { MapSession } from './map-session';

/** What colours and filters the city comes with the first colouring or filter. */
export function connectAsk(
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
  cityUrl: string,
): () => void {
  return bringWhen(
    () => ASKED_LISTS.some((list) => isAsked(list, useStore.getState())),
    () => import('./ask-drawing'),
    ({ drawAsked }) => drawAsked(session, catalogue, cityUrl),
  );
}
