// SPDX-License-Identifier: EUPL-1.2
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { type LonLat, lonLat } from '../../city/frames';
import { type StoreState, useStore } from '../state/store';

/** What owns the clicks on the map while it is on: drawing a place, a tool in hand. */
export interface PointerMode {
  readonly isOn: (state: StoreState) => boolean;
  readonly take: (event: MapMouseEvent) => void;
  /** Enter at the crosshair. */
  readonly takeCentre: () => void;
  /** Where the pointer is; null: away from the map. Called while the mode is on. */
  readonly point: (at: LonLat | null) => void;
}

/** The hand and the keyboard on the map while a mode is on; the map's own use of them rests. Returns how to stop. */
export function connectMode(map: MapLibreMap, { isOn, take, takeCentre, point }: PointerMode): () => void {
  const canvas = map.getCanvas();
  const now = () => isOn(useStore.getState());
  const onMove = ({ lngLat }: MapMouseEvent) => {
    if (now()) point(lonLat(lngLat.lng, lngLat.lat));
  };
  const onOut = () => point(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !now()) return;
    event.preventDefault();
    takeCentre();
  };
  const arrange = (on: boolean) => {
    canvas.style.cursor = on ? 'crosshair' : '';
    map.getContainer().toggleAttribute('data-drawing', on);
    if (on) map.doubleClickZoom.disable();
    else map.doubleClickZoom.enable();
  };
  arrange(now());
  const stop = useStore.subscribe((state, before) => {
    if (isOn(state) !== isOn(before)) arrange(isOn(state));
  });
  map.on('click', take);
  map.on('mousemove', onMove);
  map.on('mouseout', onOut);
  canvas.addEventListener('keydown', onKey);
  return () => {
    stop();
    arrange(false);
    map.off('click', take);
    map.off('mousemove', onMove);
    map.off('mouseout', onOut);
    canvas.removeEventListener('keydown', onKey);
  };
}
