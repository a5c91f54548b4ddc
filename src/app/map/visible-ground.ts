// SPDX-License-Identifier: EUPL-1.2
/** Paints on the ground what is seen from a place: the last view whose answer is there. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { PALETTE } from '../../layers/palette';
import { bytesOf } from '../../query/colour';
import type { ViewshedAnswer } from '../../survey/questions';
import { useStore } from '../state/store';
import { keyOf, questionOf, useSurveys } from '../state/surveys';
import { addGroundPicture, pictureOf, removeGroundPicture } from './ground-picture';

const ID = 'sketch-visible';
const OPACITY = 0.42;

/** Keeps the painting as sketches and answers say; `before`: the layer that it lies under. Returns how to stop. */
export function connectVisibleGround(map: MapLibreMap, before: string): () => void {
  let shown: ViewshedAnswer | null = null;
  let look = useStore.getState().look;
  const remove = () => removeGroundPicture(map, ID);
  const show = () => {
    const answer = latest();
    const now = useStore.getState().look;
    if (answer === shown && now === look) return;
    remove();
    [shown, look] = [answer, now];
    if (answer)
      addGroundPicture(map, {
        id: ID,
        picture: painted(answer, PALETTE[look].sketch),
        corners: answer,
        opacity: OPACITY,
        before,
      });
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

/** A pixel a cell, north up. */
function painted({ side, seenGround }: ViewshedAnswer, colour: string): HTMLCanvasElement {
  const seen = [...bytesOf(colour), 255];
  const pixels = new Uint8ClampedArray(4 * side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      if (seenGround[(side - 1 - row) * side + column]) pixels.set(seen, 4 * (row * side + column));
  return pictureOf(pixels, side, side);
}
