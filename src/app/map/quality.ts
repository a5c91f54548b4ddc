// SPDX-License-Identifier: EUPL-1.2
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useStore } from '../state/store';
import { isLed } from './camera-lock';
import type { Graphics } from './graphics';
import { isPictured } from './map-picture';
import type { MapPart } from './map-session';
import { drawnLevel, FRAMES_JUDGED, nextLevel, qualitySettings } from './quality-ladder';

/** A frame in motion slower than this takes fewer pixels for the rest of the motion. */
const SLOW_FRAME_MS = 55;
/** A pause this long is no frame: the view stood still in between. */
const PAUSE_MS = 2000;
/** After the motion, before the full picture. */
const REST_MS = 160;

/**
 * Keeps the picture as rich as the machine can move it: fewer pixels while it moves, and a level
 * down where that is not enough (never where a person chose the level). Of two views the first is judged,
 * for both.
 */
export function connectQuality(
  { map, city, isFirst }: Pick<MapPart, 'map' | 'city' | 'isFirst'>,
  graphics: Graphics,
): () => void {
  const times: number[] = [];
  let last = 0;
  /** Going along with another map (camera-lock.ts), which MapLibre does not call moving. */
  let led = false;
  /** A frame of this motion was slow: the next ones have fewer pixels. */
  let slow = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settings = () => qualitySettings(drawnLevel(useStore.getState()));
  const ratio = (most: number) => {
    const wanted = Math.min(devicePixelRatio, most);
    if (map.getPixelRatio() !== wanted && !isPictured(map)) setPixelRatio(map, wanted);
  };
  const onRender = () => {
    const now = performance.now();
    const frameMs = now - last;
    const moving = map.isMoving() || led;
    if (moving && last > 0 && frameMs < PAUSE_MS) {
      if (isFirst) times.push(frameMs);
      slow ||= frameMs > SLOW_FRAME_MS;
      if (times.length >= FRAMES_JUDGED) judge();
    }
    last = moving ? now : 0;
  };
  const judge = () => {
    const { quality, set } = useStore.getState();
    const level = quality.reason === 'chosen' ? quality.level : nextLevel(quality.level, times);
    times.length = 0;
    if (level !== quality.level) set({ quality: { level, reason: 'slow' } });
  };
  const onStart = () => clearTimeout(timer);
  const onMove = (event: object) => {
    led = isLed(event);
    // Before a frame is drawn, not after: a canvas of another size is empty.
    if (slow) ratio(settings().movingPixelRatio);
  };
  const onEnd = (event: object) => {
    // The other map goes on.
    if (isLed(event)) return;
    slow = false;
    clearTimeout(timer);
    timer = setTimeout(() => led || ratio(settings().pixelRatio), REST_MS);
  };
  map.on('render', onRender);
  map.on('movestart', onStart);
  map.on('move', onMove);
  map.on('moveend', onEnd);
  const { quality, set } = useStore.getState();
  if (graphics.software && quality.reason === null) set({ quality: { level: 'low', reason: 'slow' } });
  const stop = useStore.subscribe((now, before) => {
    if (drawnLevel(now) === drawnLevel(before)) return;
    const level = settings();
    ratio(level.pixelRatio);
    city?.setQuality(level);
  });
  return () => {
    clearTimeout(timer);
    stop();
    map.off('render', onRender);
    map.off('movestart', onStart);
    map.off('move', onMove);
    map.off('moveend', onEnd);
  };
}

/**
 * MapLibre takes a canvas of another size for a move that begins and ends (its `resize`), and breaks off the
 * hand that drags the map: to let go is a click then, which chooses what lies there. So the size is changed as
 * it does that, and nothing else.
 */
function setPixelRatio(map: MapLibreMap, ratio: number): void {
  map._overridePixelRatio = ratio;
  map._resizeInternal();
  map.triggerRepaint();
}
