// SPDX-License-Identifier: EUPL-1.2
import type { Map as MapLibreMap } from 'maplibre-gl';
import { lonLat } from '../../city/frames';
import type { CityLayer } from '../../layers/solid/city-layer';
import { useStore, type View } from '../state/store';

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

function camera(view: Partial<View> & Pick<View, 'at'>) {
  return {
    center: [view.at[0], view.at[1]] as [number, number],
    ...(view.zoom === undefined ? {} : { zoom: view.zoom }),
    ...(view.pitchDeg === undefined ? {} : { pitch: view.pitchDeg }),
    ...(view.bearingDeg === undefined ? {} : { bearing: view.bearingDeg }),
  };
}

/** A panel that takes most of the map's width lies along its foot: a sheet. */
const SHEET_SHARE = 0.8;
/** Less than this share of the map between panels is no place to look at. */
const LEAST_SHARE = 0.25;

/** From the middle of the map to the middle of what the panels leave of it, pixels. */
function toFreeMiddle(map: MapLibreMap): [x: number, y: number] {
  const whole = map.getContainer().getBoundingClientRect();
  const middle = whole.left + whole.width / 2;
  let { left, right, bottom } = whole;
  let highestSide = bottom;
  for (const panel of document.querySelectorAll('[data-covers]')) {
    const { firstElementChild } = panel;
    if (!firstElementChild) continue;
    const box = firstElementChild.getBoundingClientRect();
    // A card that is still loading will be as high as it may.
    const highest = Number.parseFloat(getComputedStyle(panel).maxHeight) || 0;
    if (box.width > SHEET_SHARE * whole.width)
      bottom = Math.min(bottom, box.bottom - Math.max(box.height, highest));
    else {
      highestSide = Math.min(highestSide, box.top);
      if (box.left + box.width / 2 < middle) left = Math.max(left, box.right);
      else right = Math.min(right, box.left);
    }
  }
  // Too little between the panels: above them, then, where that is more.
  if (right - left < LEAST_SHARE * whole.width) {
    [left, right] = [whole.left, whole.right];
    if (highestSide - whole.top > LEAST_SHARE * whole.height) bottom = Math.min(bottom, highestSide);
  }
  return [(left + right) / 2 - middle, (whole.top + bottom) / 2 - (whole.top + whole.height / 2)];
}

/** Writes the view to the store when it settles; flies where the store wishes. */
export function connectView(map: MapLibreMap, city: CityLayer | null): () => void {
  let written = useStore.getState().view;
  const settled = () => {
    city?.settled();
    written = viewOf(map);
    useStore.getState().set({ view: written });
  };
  map.on('moveend', settled);
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
  };
}
