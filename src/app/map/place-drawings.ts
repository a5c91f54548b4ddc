// SPDX-License-Identifier: EUPL-1.2
/** What is drawn of walks, of hours of sun and of sketches comes when it is first asked for. */
import type { Catalogue } from '../../city/catalogue';
import { tellFault } from '../state/fault';
import { useStore } from '../state/store';
import { loadPart } from '../text/texts';
import type { MapSession } from './map-session';

export function connectPlaces(
  session: Pick<MapSession, 'map' | 'city' | 'whenStyled'>,
  catalogue: Catalogue,
): () => void {
  let closed = false;
  const ends: (() => void)[] = [];
  /** Brings a part once; what does not come is asked for again with the next change. */
  const onDemand = (wanted: () => boolean, bring: () => Promise<() => void>) => {
    let asked = false;
    return () => {
      if (asked || !wanted()) return;
      asked = true;
      bring().then(
        (end) => (closed ? end() : ends.push(end)),
        (error: unknown) => {
          // Told first: the telling is a change of the store itself.
          tellFault(error);
          asked = false;
        },
      );
    };
  };
  const walk = onDemand(
    () => useStore.getState().walkArea !== null,
    async () => (await import('./walk-area')).drawWalkArea(session, catalogue),
  );
  const sunlight = onDemand(
    () => useStore.getState().sunSurface !== null,
    async () => (await import('./sun-surface')).drawSunSurface(session, catalogue),
  );
  const tools = onDemand(
    () => {
      const { toolsOpen, tool, sketches } = useStore.getState();
      return toolsOpen || tool !== null || sketches.length > 0;
    },
    async () => {
      const [{ connectTools }] = await Promise.all([
        import('./tools'),
        loadPart('tools', useStore.getState().language),
      ]);
      return connectTools(session, catalogue);
    },
  );
  const look = () => {
    tools();
    walk();
    sunlight();
  };
  look();
  ends.push(useStore.subscribe(look));
  return () => {
    closed = true;
    for (const end of ends) end();
  };
}
