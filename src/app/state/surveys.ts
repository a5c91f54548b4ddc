// SPDX-License-Identifier: EUPL-1.2
/** What sections, sights and views from a place found: asked of a worker once each, and kept while the page lives. */
import { create } from 'zustand';
import type { FromSurveyor, SurveyAnswer, SurveyQuestion, ToSurveyor } from '../../survey/questions';
import { EYE_M, RADIUS_M, type Sketch } from '../../survey/sketch';
import { faultText } from './fault';
import { useStore } from './store';

export type Survey =
  | { readonly state: 'running'; readonly share: number }
  | { readonly state: 'done'; readonly answer: SurveyAnswer }
  | { readonly state: 'failed'; readonly fault: string }
  | { readonly state: 'cancelled' };

/** By question. */
export const useSurveys = create<Readonly<Record<string, Survey>>>(() => ({}));
/** How to end what is being worked out, by question. */
const running = new Map<string, () => void>();

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
  askAs(keyOf(question), () => question, again);
}

/** The same of a question that has first to be made, and is long: under a key of its own. */
export function askAs(
  key: string,
  make: () => SurveyQuestion | Promise<SurveyQuestion>,
  again = false,
): void {
  const { catalogue, cityUrl } = useStore.getState();
  const before = useSurveys.getState()[key];
  const tileset = catalogue?.files.buildings?.tileset;
  if ((before && !again) || !tileset) return;
  running.get(key)?.();
  let [worker, over]: [Worker | null, boolean] = [null, false];
  const set = (survey: Survey) => useSurveys.setState({ [key]: survey });
  const stop = () => {
    over = true;
    worker?.terminate();
    running.delete(key);
  };
  const end = (survey: Survey) => {
    if (over) return;
    stop();
    set(survey);
  };
  const put = (question: SurveyQuestion) => {
    if (over) return;
    worker = new Worker(new URL('../map/surveyor.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromSurveyor>) => {
      if (over) return;
      if (data.kind === 'progress') set({ state: 'running', share: data.share });
      else if (data.kind === 'answer') end({ state: 'done', answer: data.answer });
      else end({ state: 'failed', fault: data.fault });
    };
    worker.onerror = (event) => end({ state: 'failed', fault: event.message });
    worker.postMessage({ tileset: cityUrl + tileset, question } satisfies ToSurveyor);
  };
  running.set(key, stop);
  set({ state: 'running', share: 0 });
  Promise.resolve()
    .then(make)
    .then(put)
    .catch((error: unknown) => end({ state: 'failed', fault: faultText(error) }));
}

/** Gives up what is being worked out. */
export const cancel = (question: SurveyQuestion): void => cancelAs(keyOf(question));

export function cancelAs(key: string): void {
  const stop = running.get(key);
  if (!stop) return;
  stop();
  useSurveys.setState({ [key]: { state: 'cancelled' } });
}

/** Gives up what is being worked out as if it had never been asked: nobody waits for it any more. */
export function leaveAs(key: string): void {
  if (running.has(key)) forgetAs(key);
}

/** The same of an answer too: it is large, and nobody looks at it any more. */
export function forgetAs(key: string): void {
  running.get(key)?.();
  const { [key]: found, ...rest } = useSurveys.getState();
  if (found) useSurveys.setState(rest, true);
}
