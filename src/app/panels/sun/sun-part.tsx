// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react';
import { useStore } from '../../state/store';
import type { SunAbout } from '../../state/sunlight';
import { loadPart } from '../../text/texts';
import { onDemand } from '../on-demand';

const Hours = onDemand(() =>
  Promise.all([import('./sun-hours'), loadPart('sun', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
const Words = onDemand(() =>
  Promise.all([import('./sun-words'), loadPart('sun', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** Hours of sun of something; nothing where the city has no buildings to go by. */
export function SunHours({ about }: { about: SunAbout }) {
  const known = useStore((s) => Boolean(s.catalogue?.files.buildings));
  return known ? (
    <Suspense>
      <Hours about={about} />
    </Suspense>
  ) : null;
}

/** Where the sun stands at the clock's moment, in words. */
export function SunWords() {
  return (
    <Suspense>
      <Words />
    </Suspense>
  );
}
