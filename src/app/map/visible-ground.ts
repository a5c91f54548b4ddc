// SPDX-License-Identifier: EUPL-1.2
/** Paints on the ground what is seen from a place: the last view whose answer is there. */
import type { CanvasSource, Map as MapLibreMap } from 'maplibre-gl';
import { PALETTE } from '../../layers/palette';
import type { ViewshedAnswer } from '../../survey/questions';
import { useStore } from '../state/store';
import { keyOf, questionOf, useSurveys } from '../state/surveys';

const ID = 'sketch-visible';
const OPACITY = 0.42;

/** Keeps the painting as sketches and answers say; `before`: the layer that it lies under. Returns how to stop. */
export function connectVisibleGround(map: MapLibreMap, before: string): () => void {
  let shown: ViewshedAnswer | null = null;
  let look = useStore.getState().look;
  const remove = () => {
    if (!map.style || !map.getSource(ID)) return;
    map.removeLayer(ID);
    map.removeSource(ID);
  };
  const show = () => {
    const answer = latest();
    const now = useStore.getState().look;
    if (answer === shown && now === look) return;
    remove();
    [shown, look] = [answer, now];
    if (answer) paint(map, answer, PALETTE[look].sketch, before);
  };
  show();
  const ends = [useSurveys.subscribe(show), useStore.subscribe(show)];
  return () => {
    for (const end of ends) end();
    remove();
  };
}

function latest(): ViewshedAnswer | null {
  const surveys = useSurveys.getState();
  for (const sketch of [...useStore.getState().sketches].reverse()) {
    const question = sketch.kind === 'viewshed' ? questionOf(sketch) : null;
    const survey = question && surveys[keyOf(question)];
    if (survey?.state === 'done' && survey.answer.kind === 'viewshed') return survey.answer;
  }
  return null;
}

function paint(map: MapLibreMap, answer: ViewshedAnswer, colour: string, before: string): void {
  const [west, south] = answer.southWest;
  const [east, north] = answer.northEast;
  map.addSource(ID, {
    type: 'canvas',
    canvas: painted(answer, colour),
    animate: false,
    coordinates: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  } as unknown as Parameters<MapLibreMap['addSource']>[1]);
  map.addLayer(
    { id: ID, type: 'raster', source: ID, paint: { 'raster-opacity': OPACITY, 'raster-fade-duration': 0 } },
    map.getLayer(before) ? before : undefined,
  );
  (map.getSource(ID) as CanvasSource | undefined)?.play?.();
  (map.getSource(ID) as CanvasSource | undefined)?.pause?.();
}

/** A pixel a cell, north up. */
function painted({ side, seenGround }: ViewshedAnswer, colour: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [side, side];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('this browser draws no pictures');
  const image = pen.createImageData(side, side);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      if (!seenGround[(side - 1 - row) * side + column]) continue;
      image.data.set([red ?? 0, green ?? 0, blue ?? 0, 255], 4 * (row * side + column));
    }
  pen.putImageData(image, 0, 0);
  return canvas;
}
