// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react';
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { onDemand } from '../on-demand';
import type { AboutPlace } from './place-parts';

const PlaceParts = onDemand(() =>
  Promise.all([import('./place-parts'), loadPart('places', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** What a card says beyond its rows: who walks there, whether it is open, green, businesses. */
export function OfPlace({ about }: { about: AboutPlace }) {
  return (
    <Suspense>
      <PlaceParts about={about} />
    </Suspense>
  );
}
