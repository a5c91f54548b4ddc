// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { Scenario } from '../../../scenario/scenario';
import { type Column, columnsNow, type OnMap, onMap, question, useDesk } from '../../state/desk/desk';
import { bringAnswers, bringScenarios, holdScreenAnswers, waitingOf } from '../../state/desk/runs';
import { tellFault } from '../../state/fault';
import { useStore } from '../../state/store';
import { useCity, useWords } from '../scenario/city-hook';
import { scenarioTitle } from '../scenario/sentences';

/** The scenarios compared, as they are now. */
export function useColumns(): readonly Column[] {
  const desk = useStore((s) => s.desk);
  const scenario = useStore((s) => s.scenario);
  return columnsNow({ desk, scenario }, useDesk());
}

/** What the map shows of them; null: nothing. */
export function useOnMap(columns: readonly Column[]): OnMap | null {
  return onMap(columns, useDesk());
}

/** Brings the scenarios that are compared, and the answers that «E se…?» has. */
export function useScenariosHere(): void {
  const cityId = useStore((s) => s.catalogue?.city.id);
  const desk = useStore((s) => s.desk);
  const openId = useStore((s) => s.scenario?.id);
  useEffect(holdScreenAnswers, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one that was edited is read anew when another is opened
  useEffect(() => {
    const { brought } = useDesk.getState();
    useDesk.setState({
      brought: Object.fromEntries(Object.entries(brought).filter(([, one]) => 'scenario' in one)),
    });
    if (cityId)
      bringScenarios(
        cityId,
        desk.filter((id) => id !== openId),
        true,
      ).catch(tellFault);
  }, [cityId, openId]);
  useEffect(() => {
    if (cityId) bringScenarios(cityId, desk).catch(tellFault);
  }, [cityId, desk]);
}

/** Takes the answers that the server has: what is left is what has to be worked out. Returns whether it is being asked. */
export function useStoredAnswers(columns: readonly Column[]): boolean {
  const [loaded] = useCity();
  const city = loaded.state === 'ready' ? loaded.value : null;
  const effort = useDesk((s) => s.effort);
  const waiting = waitingOf(columns);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const keyOf = ({ id, scenario }: Column) => `${id} ${scenario && question(scenario, effort)}`;
  const toAsk = waiting.filter((column) => !asked.has(keyOf(column)));
  const keys = toAsk.map(keyOf);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys say what is to be asked
  useEffect(() => {
    if (!city || keys.length === 0) return;
    bringAnswers(city, toAsk)
      .catch(tellFault)
      .finally(() => setAsked((before) => new Set([...before, ...keys])));
  }, [city, keys.join()]);
  return keys.length > 0;
}

const LETTERS = 'ABCD';
/** The letter that stands for a scenario in heads, chart and map. */
export const letterAt = (place: number): string => LETTERS[place] ?? '';

/** What a scenario of the comparison is called. */
export function useTitles(): (scenario: Scenario | null) => string {
  const words = useWords(null);
  return (scenario) => (scenario ? scenarioTitle(scenario, words) : words.t('desk.chosen.loading'));
}
