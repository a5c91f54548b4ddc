// SPDX-License-Identifier: EUPL-1.2
/** Walking at eye height: keys, buttons and a drag move the eye; buildings stand in the way; Escape leaves. */
import i18next from 'i18next';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type LonLat, mercatorUnitsPerM } from '../../city/frames';
import { FlatFrame } from '../../city/standing';
import { EYE_M } from '../../survey/sketch';
import { announce } from '../panels/announcer';
import { leaveTool } from '../panels/tools/leave-tool';
import { useStore } from '../state/store';
import { onWalk, type WalkMove } from '../state/walk-moves';
import { singleKeysOn } from '../state/windows';
import type { MapSession } from './map-session';

const STEP_M = 2;
const TURN_DEG = 15;
/** Degrees from straight down: MapLibre's own most, with the horizon in the upper third. */
const PITCH = { usual: 83, least: 55, most: 83 } as const;
/** Share of the screen's height by which the middle of the view lies lower: the horizon is then in the lower half. */
const HORIZON_LOWER = 0.5;
/** So near a wall one does not go. */
const ELBOW_M = 0.6;
const STEP_MS = 220;
/** Nearer to the ground than the map otherwise goes. */
const MOST_ZOOM = 24;
const DEG = Math.PI / 180;
/** CSS pixels of the Mercator world at zoom 0. */
const WORLD_PX = 512;
const DEG_PER_PX = 0.2;

const KEYS: Readonly<Record<string, WalkMove>> = {
  arrowup: 'forward',
  w: 'forward',
  arrowdown: 'back',
  s: 'back',
  arrowleft: 'turnLeft',
  arrowright: 'turnRight',
  a: 'left',
  d: 'right',
  q: 'turnLeft',
  e: 'turnRight',
};
const WAY_DEG: Readonly<Partial<Record<WalkMove, number>>> = { forward: 0, right: 90, back: 180, left: -90 };

/** Walks from a place until the tool is laid down. Returns how to end, which puts the map where it stood. */
export function walkFrom({ map, city }: Pick<MapSession, 'map' | 'city'>, from: LonLat): () => void {
  const before = {
    center: map.getCenter(),
    zoom: map.getZoom(),
    pitch: map.getPitch(),
    bearing: map.getBearing(),
    padding: map.getPadding(),
    maxZoom: map.getMaxZoom(),
  };
  const handlers = [
    map.dragPan,
    map.dragRotate,
    map.scrollZoom,
    map.doubleClickZoom,
    map.boxZoom,
    map.keyboard,
    map.touchZoomRotate,
    map.touchPitch,
  ];
  for (const handler of handlers) handler.disable();
  map.setMaxZoom(MOST_ZOOM);
  let [eye, bearingDeg, pitchDeg]: [LonLat, number, number] = [from, map.getBearing(), PITCH.usual];
  const look = (animate: boolean) => {
    const calm = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.easeTo({ ...cameraOf(map, eye, bearingDeg, pitchDeg), duration: calm ? 0 : STEP_MS });
  };
  const move = (how: WalkMove) => {
    const wayDeg = WAY_DEG[how];
    if (wayDeg === undefined) bearingDeg += how === 'turnLeft' ? -TURN_DEG : TURN_DEG;
    else {
      const free =
        city?.freeAhead(eye, EYE_M, bearingDeg + wayDeg, STEP_M + ELBOW_M) ?? Number.POSITIVE_INFINITY;
      if (free < STEP_M + ELBOW_M) {
        announce(i18next.t('tools.walk.wall'));
        return;
      }
      eye = ahead(eye, bearingDeg + wayDeg, STEP_M);
    }
    look(true);
  };
  look(true);
  const ends = [
    onWalk(move),
    onKeys(move),
    onDrag(map, (dx, dy) => {
      bearingDeg -= dx * DEG_PER_PX;
      pitchDeg = Math.min(PITCH.most, Math.max(PITCH.least, pitchDeg + dy * DEG_PER_PX));
      look(false);
    }),
  ];
  return () => {
    for (const end of ends) end();
    for (const handler of handlers) handler.enable();
    const { maxZoom, ...camera } = before;
    map.jumpTo(camera);
    map.setMaxZoom(maxZoom);
  };
}

/** The map's camera for an eye that stands on the ground: its middle is where the eye's line meets the ground. */
function cameraOf(map: MapLibreMap, eye: LonLat, bearing: number, pitch: number) {
  const [lng, lat] = ahead(eye, bearing, EYE_M * Math.tan(pitch * DEG));
  const toMiddleM = EYE_M / Math.cos(pitch * DEG);
  // MapLibre keeps the middle so many pixels from the eye, by its field of view.
  const toMiddlePx = map.getCanvas().clientHeight / 2 / Math.tan((map.getVerticalFieldOfView() / 2) * DEG);
  const zoom = Math.log2(toMiddlePx / toMiddleM / (WORLD_PX * mercatorUnitsPerM(lat)));
  const top = HORIZON_LOWER * map.getCanvas().clientHeight;
  return {
    center: [lng, lat] as [number, number],
    zoom,
    bearing,
    pitch,
    padding: { top, bottom: 0, left: 0, right: 0 },
  };
}

function ahead(from: LonLat, bearingDeg: number, metres: number): LonLat {
  return new FlatFrame(from).from(metres * Math.sin(bearingDeg * DEG), metres * Math.cos(bearingDeg * DEG));
}

/** What has a use of its own for arrows, letters or Escape. */
const KEYS_OF_ITS_OWN = [
  'input, textarea, select',
  ...['dialog', 'slider', 'menu', 'listbox', 'tree', 'grid', 'radiogroup', 'tablist'].map(
    (role) => `[role="${role}"]`,
  ),
].join(', ');

/** Keys wherever the keyboard stands, but for what has its own; letters only where one wants keys of one letter. */
function onKeys(move: (how: WalkMove) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof HTMLElement && event.target.closest(KEYS_OF_ITS_OWN)) return;
    const how = event.key.length > 1 || singleKeysOn() ? KEYS[event.key.toLowerCase()] : undefined;
    if (event.key === 'Escape') leaveTool();
    else if (how) move(how);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', onKey, true);
  return () => document.removeEventListener('keydown', onKey, true);
}

/** A drag over the map looks around. */
function onDrag(map: MapLibreMap, turn: (dxPx: number, dyPx: number) => void): () => void {
  const canvas = map.getCanvas();
  // The map's own handlers, which rest, had kept the browser from scrolling by a finger.
  const { touchAction } = canvas.style;
  canvas.style.touchAction = 'none';
  let last: { x: number; y: number } | null = null;
  const onDown = (event: PointerEvent) => {
    if (!event.isPrimary) return;
    last = { x: event.clientX, y: event.clientY };
    canvas.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    if (!last || !event.isPrimary) return;
    turn(event.clientX - last.x, event.clientY - last.y);
    last = { x: event.clientX, y: event.clientY };
  };
  const onUp = () => {
    last = null;
  };
  canvas.addEventListener('pointerdown', onDown);
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerup', onUp);
  canvas.addEventListener('pointercancel', onUp);
  return () => {
    canvas.style.touchAction = touchAction;
    canvas.removeEventListener('pointerdown', onDown);
    canvas.removeEventListener('pointermove', onMove);
    canvas.removeEventListener('pointerup', onUp);
    canvas.removeEventListener('pointercancel', onUp);
  };
}

/** Walks as the store says; returns how to stop. */
export function connectWalk(session: Pick<MapSession, 'map' | 'city'>): () => void {
  let end = () => {};
  let walking: LonLat | null = null;
  const follow = () => {
    const { tool } = useStore.getState();
    const from = tool?.kind === 'walk' ? tool.from : null;
    if (from === walking) return;
    walking = from;
    end();
    end = from ? walkFrom(session, from) : () => {};
  };
  follow();
  const stop = useStore.subscribe(follow);
  return () => {
    stop();
    end();
  };
}
