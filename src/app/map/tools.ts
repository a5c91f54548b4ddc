// SPDX-License-Identifier: EUPL-1.2
/** The tool in hand on the map: clicks, and Enter at the crosshair, set spots; sketches are drawn. */
import i18next from 'i18next';
import type { GeoJSONSource } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import { type LonLat, lonLat } from '../../city/frames';
import { SketchLines } from '../../layers/solid/sketch-lines';
import { loadedBuildings } from '../../stream/building-tables';
import type { SectionAnswer } from '../../survey/questions';
import type { Sketch, Spot } from '../../survey/sketch';
import { announce } from '../panels/announcer';
import { useStore } from '../state/store';
import { keyOf, questionOf, useSurveys } from '../state/surveys';
import { addSpots } from '../state/tools';
import { formats } from '../text/format';
import { airLines } from './air-lines';
import type { MapSession } from './map-session';
import { connectMode } from './pointer-mode';
import { sketchFeatures } from './sketch-features';
import { addSketchLayers, paintSketchLayers, removeSketchLayers, SKETCH_SOURCE } from './sketch-layers';
import { connectVisibleGround } from './visible-ground';
import { connectWalk } from './walk';

type Session = Pick<MapSession, 'map' | 'city' | 'whenStyled'>;

/** Shows the sketches on the map, and lets one draw. Returns how to stop. */
export function connectTools(session: Session, catalogue: Catalogue): () => void {
  const { map, city, whenStyled } = session;
  const lines = city ? new SketchLines(catalogue.city.centre) : null;
  let pointed: LonLat | null = null;
  let [closed, frame] = [false, 0];
  let stopVisible = () => {};
  const show = () => {
    if (closed) return;
    const { sketches, tool, language, look } = useStore.getState();
    const features = sketchFeatures(sketches, tool, pointed, formats(language));
    map.getSource<GeoJSONSource>(SKETCH_SOURCE)?.setData({ type: 'FeatureCollection', features });
    if (!lines || !city) return;
    lines.show(airLines(sketches, tool, sectionOf), look);
    city.stand('sketches', lines.object.visible ? [lines.object] : []);
  };
  const showSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(show);
  };
  whenStyled(() => {
    if (closed) return;
    addSketchLayers(session, catalogue);
    stopVisible = connectVisibleGround(map, 'sketch-area');
    show();
  });
  const stopSurveys = useSurveys.subscribe(() => whenStyled(showSoon));
  const stopPointer = connectPointer(session, (at) => {
    pointed = at;
    showSoon();
  });
  // After the hand's own: a walk takes from it what it gives back to the map.
  const stopWalk = connectWalk(session);
  const stopStore = useStore.subscribe((now, before) => {
    if (now.toolAtCentre) {
      now.set({ toolAtCentre: false });
      takeCentre(session);
      return;
    }
    if (now.look !== before.look) whenStyled(() => paintSketchLayers(map, now.look));
    if (now.tool === null) pointed = null;
    if (
      now.sketches !== before.sketches ||
      now.tool !== before.tool ||
      now.look !== before.look ||
      now.language !== before.language
    )
      whenStyled(showSoon);
  });
  return () => {
    closed = true;
    cancelAnimationFrame(frame);
    stopStore();
    stopSurveys();
    stopWalk();
    stopVisible();
    stopPointer();
    city?.stand('sketches', []);
    lines?.dispose();
    removeSketchLayers(map);
  };
}

/** What lies along a sight, where it has been read. */
function sectionOf(sketch: Sketch): SectionAnswer | null {
  const question = questionOf(sketch);
  const survey = question && useSurveys.getState()[keyOf(question)];
  return survey?.state === 'done' && survey.answer.kind === 'section' ? survey.answer : null;
}

/** The tool takes what is at the middle of the map: by Enter, or by a button. */
function takeCentre(session: Session): void {
  const { clientWidth, clientHeight } = session.map.getCanvas();
  take(session, clientWidth / 2, clientHeight / 2);
}

/** The tool takes what is under a point of the canvas: a point of a building, else of the ground. */
function take({ map, city }: Session, x: number, y: number): void {
  const { tool, set } = useStore.getState();
  if (!tool) return;
  const { lng, lat } = map.unproject([x, y]);
  const ground: Spot = { at: lonLat(lng, lat), heightM: 0 };
  const hit = city?.pickPoint(x, y) ?? null;
  if (tool.kind === 'walk') {
    if (tool.from) return;
    const from = hit ? groundNear({ map, city }, x, y) : ground.at;
    if (from) set({ tool: { ...tool, from } });
    else announce(i18next.t('tools.walk.onGround'));
    return;
  }
  const spot: Spot = hit ? { at: hit.at, heightM: Math.max(0, hit.heightM) } : ground;
  // A building alone says both ends: its foot and its top.
  const whole = tool.kind === 'height' && tool.spots.length === 0 && hit;
  const topM = whole ? (loadedBuildings.find(whole.id)?.heightDm ?? 10 * whole.heightM) / 10 : 0;
  const finished = whole
    ? addSpots({ at: whole.at, heightM: 0 }, { at: whole.at, heightM: topM })
    : addSpots(spot);
  say(finished);
}

/** How far about a click, in pixels, somebody is put down on the ground who clicked on a roof: streets are narrow from afar. */
const PUT_DOWN_PX = 48;
const RING_PX = 4;
const DIRECTIONS = 8;
/** Not with the nose at a wall: there is none so far aside either. */
const ASIDE = [
  [0, 0],
  [2, 0],
  [-2, 0],
  [0, 2],
  [0, -2],
] as const;

/** The nearest ground around a point of the canvas, where there is any near. */
function groundNear({ map, city }: Pick<Session, 'map' | 'city'>, x: number, y: number): LonLat | null {
  for (let away = RING_PX; away <= PUT_DOWN_PX; away += RING_PX)
    for (let i = 0; i < DIRECTIONS; i++) {
      const turn = (2 * Math.PI * i) / DIRECTIONS;
      const [px, py] = [x + away * Math.cos(turn), y + away * Math.sin(turn)];
      if (!city || ASIDE.some(([dx, dy]) => city.pickPoint(px + dx, py + dy))) continue;
      const { lng, lat } = map.unproject([px, py]);
      return lonLat(lng, lat);
    }
  return null;
}

function say(finished: Sketch | null): void {
  const { tool, language } = useStore.getState();
  if (finished) announce(i18next.t(`tools.kind.${finished.kind}.done`), false);
  else if (tool && tool.kind !== 'walk') {
    const n = formats(language).number(tool.spots.length);
    announce(i18next.t('tools.draw.set', { n }), false);
  }
}

/** The hand and the keyboard on the map while a tool is in hand. */
function connectPointer(session: Session, point: (at: LonLat | null) => void): () => void {
  return connectMode(session.map, {
    isOn: ({ tool }) => tool !== null && !(tool.kind === 'walk' && tool.from),
    take: ({ point: { x, y } }) => take(session, x, y),
    takeCentre: () => takeCentre(session),
    point: (at) => useStore.getState().tool?.kind !== 'walk' && point(at),
  });
}
