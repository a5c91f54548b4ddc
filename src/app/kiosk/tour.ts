// SPDX-License-Identifier: EUPL-1.2
/** The slow way over the city that the kiosk takes while nobody is there. */
import type { Catalogue } from '../../city/catalogue';
import { type KnownView, MILAN_VIEWS } from '../../city/views';
import { useStore } from '../state/store';
import { drift, glideTo } from './camera';
import type { KioskClock } from './kiosk-clock';
import { useKiosk } from './kiosk-store';

const FLIGHT_MS = 9000;
const REST_MS = 15_000;
export const MESSAGES = ['model', 'now', 'change'] as const;

/** Where it goes: over Milan's places, over another city's middle. */
export function stopsOf(catalogue: Pick<Catalogue, 'city'> | null): readonly KnownView[] {
  if (!catalogue || catalogue.city.id === 'milano') return MILAN_VIEWS;
  const { view } = useStore.getInitialState();
  return [{ id: 'city', ...view, at: catalogue.city.centre }];
}

/** Begins at the first stop, at once; returns how to end it. */
export function startTour(clock: KioskClock): () => void {
  let cancel = () => {};
  const goTo = (stop: number, flightMs: number) => {
    useKiosk.setState({ stop });
    const stops = stopsOf(useStore.getState().catalogue);
    const view = stops[stop % stops.length];
    if (view) glideTo(view, 'tour', clock.worldMs(flightMs));
    cancel = clock.after(flightMs, () => {
      drift(clock.worldMs(REST_MS));
      cancel = clock.after(REST_MS, () => goTo(stop + 1, FLIGHT_MS));
    });
  };
  goTo(0, FLIGHT_MS);
  return () => cancel();
}
