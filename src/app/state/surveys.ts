// SPDX-License-Identifier: EUPL-1.2
/** What sections, sights and views from a place found: asked of a worker once each, and kept while the page lives. */
import { create } from 'zustand';
import type { FromSurveyor, SurveyAnswer, SurveyQuestion, ToSurveyor } from '../../survey/questions';
import { EYE_M, RADIUS_M, type Sketch } from '../../survey/sketch';
import { useStore } from './store';

export type Survey =
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'done'; readonly answer: SurveyAnswer }
  | { readonly state: 'failed'; readonly fault: string }
  | { readonly state: 'cancelled' };

/** By question. */
export const useSurveys = create<Readonly<Record<string, Survey>>>(() => ({}));
const workers = new Map<string, Worker>();

/** What has to be read for a sketch; null where it measures by itself. */
export function questionOf({
  kind,
  spots,
  eyeM = EYE_M,
  radiusM = RADIUS_M.usual,
}: Sketch): SurveyQuestion | null {
  const [first] = spots;
  if (kind === 'section' || kind === 'sight') return { kind: 'section', line: spots.map(({ at }) => at) };
  if (kind !== 'viewshed' || !first) return null;
  return { kind: 'viewshed', at: first.at, eyeUpM: first.heightM + eyeM, radiusM };
}

export const keyOf = (question: SurveyQuestion): string => JSON.stringify(question);

/** Asks, unless it was asked before; `again` asks anew what failed or was cancelled. */
export function ask(question: SurveyQuestion, again = false): void {
  const key = keyOf(question);
  const { catalogue, cityUrl } = useStore.getState();
  const before = useSurveys.getState()[key];
  const tileset = catalogue?.files.buildings?.tileset;
  if ((before && !again) || !tileset) return;
  const set = (survey: Survey) => useSurveys.setState({ [key]: survey });
  const worker = new Worker(new URL('../map/surveyor.ts', import.meta.url), { type: 'module' });
  const end = (survey: Survey) => {
    worker.terminate();
    workers.delete(key);
    set(survey);
  };
  workers.set(key, worker);
  set({ state: 'running', share: 0 });
  worker.onmessage = ({ data }: MessageEvent<FromSurveyor>) => {
    if (data.kind === 'progress') set({ state: 'running', share: data.share });
    else if (data.kind === 'answer') end({ state: 'done', answer: data.answer });
    else end({ state: 'failed', fault: data.fault });
  };
  worker.onerror = (event) => end({ state: 'failed', fault: event.message });
  worker.postMessage({ tileset: cityUrl + tileset, question } satisfies ToSurveyor);
}

/** Gives up what is being worked out. */
export function cancel(question: SurveyQuestion): void {
  const key = keyOf(question);
  workers.get(key)?.terminate();
  if (workers.delete(key)) useSurveys.setState({ [key]: { state: 'cancelled' } });
}
