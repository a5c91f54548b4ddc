// SPDX-License-Identifier: EUPL-1.2
/** Drawing the place of a measure or of a note: clicks, and Enter at the crosshair, set points or choose streets. */

import i18next from 'i18next';
import type { GeoJSONSource, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import type { Catalogue } from '../../city/catalogue';
import type { CityInputs } from '../../city/city-inputs';
import { type LonLat, lonLat } from '../../city/frames';
import { MeasureError } from '../../scenario/measures/measure';
import { linksAt } from '../../scenario/measures/places';
import { announce } from '../panels/announcer';
import { cityInputs } from '../state/city-inputs';
import { withPoint, withStreet } from '../state/scenario-drawing';
import { streetsOf } from '../state/scenario-streets';
import { type Drawing, useStore } from '../state/store';
import { formats } from '../text/format';
import { loadPart } from '../text/texts';
import { drawnFeatures } from './draw-features';
import { addDrawLayers, DRAW_SOURCE, paintDrawLayers, removeDrawLayers } from './draw-layers';
import type { MapSession } from './map-session';
import { connectMode } from './pointer-mode';

/** Pixels about the pointer in which a street is meant. */
const REACH_PX = 8;

type Session = Pick<MapSession, 'map' | 'city' | 'whenStyled'>;

/** Shows the places of the scenario on the map, and lets one draw. Returns how to stop. */
export function connectDraw(session: Session, catalogue: Catalogue, cityUrl: string): () => void {
  const { map, whenStyled } = session;
  let city: CityInputs | null = null;
  let pointed: LonLat | null = null;
  let closed = false;
  const show = () => {
    if (closed) return;
    const now = useStore.getState();
    const words = { t: i18next.t, format: formats(now.language) };
    const features = drawnFeatures(now, city, pointed, words);
    map.getSource<GeoJSONSource>(DRAW_SOURCE)?.setData({ type: 'FeatureCollection', features });
  };
  const showSoon = soon(show);
  // Signs are called in the language of the screen, once its words have come.
  const showInWords = () => whenStyled(showSoon);
  i18next.on('languageChanged', showInWords);
  loadPart('scenario', useStore.getState().language).then(showInWords, () => {});
  whenStyled(() => {
    if (closed) return;
    addDrawLayers(session, catalogue);
    show();
  });
  cityInputs(catalogue, cityUrl).then(
    (inputs) => {
      city = inputs;
      whenStyled(show);
    },
    // The panel says it.
    () => {},
  );
  const take = (x: number, y: number, at: LonLat) => {
    const { drawing, set } = useStore.getState();
    if (!drawing) return;
    if (drawing.kind === 'streets') chooseStreet(session, city, x, y);
    else set({ drawing: withPoint(drawing, at) });
  };
  const takeCentre = () => {
    const { clientWidth, clientHeight } = map.getCanvas();
    const { lng, lat } = map.unproject([clientWidth / 2, clientHeight / 2]);
    take(clientWidth / 2, clientHeight / 2, lonLat(lng, lat));
  };
  const stopPointer = connectPointer(session, take, takeCentre, (at) => {
    pointed = at;
    showSoon();
  });
  const stopStore = useStore.subscribe((now, before) => {
    if (now.drawAtCentre) {
      now.set({ drawAtCentre: false });
      takeCentre();
      return;
    }
    if (now.look !== before.look) whenStyled(() => paintDrawLayers(map, now.look));
    if (now.drawing === null) pointed = null;
    if (
      now.scenario?.present !== before.scenario?.present ||
      now.editing !== before.editing ||
      now.drawing !== before.drawing ||
      now.scenarioOpen !== before.scenarioOpen
    )
      whenStyled(showSoon);
  });
  return () => {
    closed = true;
    i18next.off('languageChanged', showInWords);
    stopStore();
    stopPointer();
    removeDrawLayers(map);
  };
}

/** Several changes in one frame are drawn once. */
function soon(act: () => void): () => void {
  let frame = 0;
  return () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(act);
  };
}

/** The hand and the keyboard on the map while something is drawn. */
function connectPointer(
  { map }: Session,
  take: (x: number, y: number, at: LonLat) => void,
  takeCentre: () => void,
  point: (at: LonLat | null) => void,
): () => void {
  return connectMode(map, {
    isOn: ({ drawing }) => drawing !== null,
    take: ({ point: { x, y }, lngLat }) => take(x, y, lonLat(lngLat.lng, lngLat.lat)),
    takeCentre,
    point: (at) => useStore.getState().drawing?.kind !== 'streets' && point(at),
  });
}

interface FoundStreet {
  readonly id: string;
  readonly name: string;
  readonly line: readonly LonLat[];
}

function chooseStreet({ map }: Session, city: CityInputs | null, x: number, y: number): void {
  const { drawing, set } = useStore.getState();
  if (drawing?.kind !== 'streets') return;
  const box: [PointLike, PointLike] = [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  const features = map.queryRenderedFeatures(box).filter((f) => f.sourceLayer === 'street');
  const street = city && modelledStreet(city, features, drawing.streetIds);
  if (!street) {
    announce(i18next.t(features.length > 0 ? 'scenario.place.notModelled' : 'scenario.drawing.noStreet'));
    return;
  }
  const next = inOneDirection(withStreet(drawing, street), city);
  const added = next.streetIds.length > drawing.streetIds.length;
  const name = street.name || i18next.t('scenario.place.unnamedStreet');
  set({ drawing: next });
  announce(i18next.t(added ? 'scenario.drawing.streetAdded' : 'scenario.drawing.streetRemoved', { name }));
}

type ChosenStreets = Extract<Drawing, { kind: 'streets' }>;

/** The lines of all that is chosen, turned the same way. */
function inOneDirection(chosen: ChosenStreets, city: CityInputs): ChosenStreets {
  const lines = streetsOf(city.roads).linesOf(chosen.streetIds);
  return { ...chosen, lines: lines.map((line, i) => line ?? chosen.lines[i] ?? []) };
}

/** One chosen already is meant before others, so that a second click takes it away. */
function modelledStreet(
  city: CityInputs,
  features: readonly MapGeoJSONFeature[],
  chosen: readonly string[],
): FoundStreet | null {
  const idOf = (feature: MapGeoJSONFeature) => String(feature.properties.id);
  const byChoice = [...features].sort(
    (a, b) => Number(chosen.includes(idOf(b))) - Number(chosen.includes(idOf(a))),
  );
  const streets = streetsOf(city.roads);
  for (const feature of byChoice) {
    const id = idOf(feature);
    const name = String(feature.properties.name ?? '');
    const [line] = streets.linesOf([id]);
    if (line) return { id, name, line };
    // Behind the first of the streets that a link stands for: found by its line, as the measure will.
    const drawn = longestLine(feature);
    if (drawn.length > 1 && isModelled(city, id, drawn)) return { id, name, line: drawn };
  }
  return null;
}

function isModelled(city: CityInputs, id: string, line: readonly LonLat[]): boolean {
  try {
    return linksAt(city, { kind: 'streets', streetIds: [id], lines: [line] }, '').length > 0;
  } catch (error) {
    if (error instanceof MeasureError) return false;
    throw error;
  }
}

function longestLine({ geometry }: MapGeoJSONFeature): LonLat[] {
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), []);
  return longest.map(([lon = 0, lat = 0]) => lonLat(lon, lat));
}
