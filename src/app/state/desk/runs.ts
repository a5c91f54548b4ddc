// SPDX-License-Identifier: EUPL-1.2
/** Answers that a comparison still needs: one run after the other, each by all the workers there are. */
import type { CityInputs } from '../../../city/city-inputs';
import type { Answer } from '../../../simulation/protocol';
import { CANCELLED, type Run } from '../../../simulation/run';
import { readKept } from '../kept/actions';
import { storeAnswer } from '../kept/answers';
import { answerOfStored, findStored } from '../kept/find-stored';
import { startKeeping } from '../kept/start';
import { faultOf, pageRun } from '../run';
import { useStore } from '../store';
import { type Column, changeDesk, changesSomething, columnsNow, holdAnswer, question, useDesk } from './desk';

/** Workers say more than a person can read. */
const TELL_EVERY_MS = 200;

let current: { readonly run: Run } | null = null;

/** Those that can be asked and have no answer yet. */
export const waitingOf = (columns: readonly Column[]): readonly Column[] =>
  columns.filter(({ scenario, answer }) => scenario && !answer && changesSomething(scenario));

/** Asks for the answers that are missing. Resolves when all have come, failed, or the work was stopped. */
export async function runMissing(city: CityInputs): Promise<boolean> {
  if (current) return false;
  let isWhole = true;
  const { effort } = useDesk.getState();
  const waiting = waitingOf(columnsNow(useStore.getState(), useDesk.getState()));
  for (const [i, { id, scenario }] of waiting.entries()) {
    if (!scenario) continue;
    const running = { id, place: i + 1, of: waiting.length };
    changeDesk({ running: { ...running, progress: null } });
    let toldMs = Number.NEGATIVE_INFINITY;
    try {
      const run = pageRun({
        ...{ city, scenario, effort },
        onProgress: (progress) => {
          if (performance.now() - toldMs < TELL_EVERY_MS || current?.run !== run) return;
          toldMs = performance.now();
          changeDesk({ running: { ...running, progress } });
        },
      });
      current = { run };
      const answer = await run.answer;
      holdAnswer(answer);
      void keepAnswerOf(id, answer, city.cityId);
    } catch (error) {
      isWhole = false;
      const fault = faultOf(error);
      if (fault.code === CANCELLED.code) break;
      const faults = new Map(useDesk.getState().faults);
      changeDesk({ faults: faults.set(question(scenario, effort), fault) });
    }
  }
  current = null;
  changeDesk({ running: null });
  return isWhole;
}

/** An answer of the comparison goes to the server as one of «E se…?» does; one that cannot stays here. */
async function keepAnswerOf(id: string, answer: Answer, cityId: string): Promise<void> {
  try {
    const keeper = await startKeeping(cityId);
    if (keeper.local === null) await storeAnswer(keeper, answer, { id });
  } catch {
    // It is shown all the same.
  }
}

/** Stops at once; the answers that have come stay. */
export const stopRuns = (): void => current?.run.cancel();

/** Takes the answers of «E se…?» along as they come, now and from now on. Returns how to stop. */
export function holdScreenAnswers(): () => void {
  const take = () => {
    const { run } = useStore.getState();
    if (run.kind === 'done') holdAnswer(run.answer, run.stored);
  };
  take();
  return useStore.subscribe((now, before) => {
    if (now.run !== before.run) take();
  });
}

/** Takes the answers that the server has to these scenarios, as a run of today would give them. */
export async function bringAnswers(city: CityInputs, waiting: readonly Column[]): Promise<void> {
  const { effort } = useDesk.getState();
  const keeper = await startKeeping(city.cityId);
  await Promise.all(
    waiting.map(async ({ id, scenario }) => {
      if (!scenario || useDesk.getState().answers.has(question(scenario, effort))) return;
      const found = await findStored(keeper, { city, id, scenario, efforts: [effort], orOutdated: false });
      if (found) holdAnswer(answerOfStored(found, scenario), found.place);
    }),
  );
}

/** Reads the scenarios that are compared and not here yet, or could not be had. */
export async function bringScenarios(cityId: string, ids: readonly string[], again = false): Promise<void> {
  const keeper = await startKeeping(cityId);
  await Promise.all(
    ids.map(async (id) => {
      const known = useDesk.getState().brought[id];
      if (known && !again) return;
      const brought = await readKept(keeper, id).then(
        (scenario) => ({ scenario }),
        (fault: unknown) => ({ fault }),
      );
      changeDesk({ brought: { ...useDesk.getState().brought, [id]: brought } });
    }),
  );
}
