// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react';
import { shownImpact } from '../../state/impact-view';
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import type { Chosen } from '../impact/place-impact';
import { onDemand } from '../on-demand';

const PlaceImpact = onDemand(() =>
  Promise.all([import('../impact/place-impact'), loadPart('impact', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** What the scenario on the screen changes in a street or district; nothing while there is no answer. */
export function OfScenario({ chosen }: { chosen: Chosen }) {
  const shown = useStore((s) => shownImpact(s) !== null);
  return shown ? (
    <Suspense>
      <PlaceImpact chosen={chosen} />
    </Suspense>
  ) : null;
}
