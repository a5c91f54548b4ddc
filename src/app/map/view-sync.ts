// SPDX-License-Identifier: EUPL-1.2
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type LonLat, lonLat } from '../../city/frames';
import type { CityLayer } from '../../layers/solid/city-layer';
import { turnedTo } from '../state/bearing';
import { useStore, type View } from '../state/store';
import { isLed } from './camera-lock';
import { toFreeMiddle } from './free-area';

/** Flights longer than this are tiring; long ways are flown higher, not longer. */
const LONGEST_FLIGHT_MS = 2600;

function viewOf(map: MapLibreMap): View {
  const { lng, lat } = map.getCenter();
  return {
    at: lonLat(lng, lat),
    zoom: map.getZoom(),
    pitchDeg: map.getPitch(),
    bearingDeg: map.getBearing(),
  };
}

/** Rays that are flatter than this meet the ground too far away to see anything there, or nowhere. */
const FLATTEST_DEG = 88;

/** The ground that is on the screen: its corners, those far away no farther than one can see. */
function seenOf(map: MapLibreMap): LonLat[] {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const focalPx = height / 2 / Math.tan((map.getVerticalFieldOfView() * Math.PI) / 360);
  const flattest = ((FLATTEST_DEG - map.getPitch()) * Math.PI) / 180;
  const top = Math.max(0, height / 2 - focalPx * Math.tan(flattest));
  const corners = [
    [0, top],
    [width, top],
    [width, height],
    [0, height],
  ] as const;
  return corners.map(([x, y]) => {
    const { lng, lat } = map.unproject([x, y]);
    return lonLat(lng, lat);
  });
}

function camera(view: Partial<View> & Pick<View, 'at'>) {
  return {
    center: [view.at[0], view.at[1]] as [number, number],
    ...(view.zoom === undefined ? {} : { zoom: view.zoom }),
    ...(view.pitchDeg === undefined ? {} : { pitch: view.pitchDeg }),
    ...(view.bearingDeg === undefined ? {} : { bearing: view.bearingDeg }),
  };
}

/** Writes the view to the store when it settles; flies where the store wishes. */
export function connectView(map: MapLibreMap, city: CityLayer | null): () => void {
  let written = useStore.getState().view;
  const settled = (event: object) => {
    // On its way with another map (camera-lock.ts), whose move ends with one of its own.
    if (isLed(event)) return;
    city?.settled();
    written = viewOf(map);
    useStore.getState().set({ view: written, seen: seenOf(map) });
  };
  const resized = () => useStore.getState().set({ seen: seenOf(map) });
  map.on('moveend', settled);
  const turned = () => turnedTo(map.getBearing());
  map.on('rotate', turned);
  turned();
  map.on('resize', resized);
  resized();
  const fly = (to: Partial<View> & Pick<View, 'at'>) => {
    useStore.getState().set({ flight: null });
    // A whole view is gone to exactly; a thing is brought to where it is seen.
    const offset = to.pitchDeg === undefined ? toFreeMiddle(map) : ([0, 0] as [number, number]);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches)
      map.easeTo({ ...camera(to), offset, duration: 0 });
    else map.flyTo({ ...camera(to), offset, curve: 1.3, maxDuration: LONGEST_FLIGHT_MS });
  };
  let frame = 0;
  // By the next frame the panels stand that opened with the flight.
  const flySoon = (to: Partial<View> & Pick<View, 'at'>) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => fly(to));
  };
  const stop = useStore.subscribe((now, before) => {
    if (now.flight && now.flight !== before.flight) flySoon(now.flight.to);
    // Written by someone else: the address bar, going back.
    else if (now.view !== before.view && now.view !== written) {
      written = now.view;
      map.jumpTo(camera(now.view));
    }
  });
  const { flight } = useStore.getState();
  if (flight) flySoon(flight.to);
  return () => {
    cancelAnimationFrame(frame);
    stop();
    map.off('moveend', settled);
    map.off('rotate', turned);
    map.off('resize', resized);
    useStore.getState().set({ seen: null });
  };
}
