// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import type { Scenario } from '../../../scenario/scenario';
import { type Column, columnsNow, type OnMap, onMap, useDesk } from '../../state/desk/desk';
import { bringScenarios, holdScreenAnswers } from '../../state/desk/runs';
import { tellFault } from '../../state/fault';
import { useStore } from '../../state/store';
import { useWords } from '../scenario/city-hook';
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

const LETTERS = 'ABCD';
/** The letter that stands for a scenario in heads, chart and map. */
export const letterAt = (place: number): string => LETTERS[place] ?? '';

/** What a scenario of the comparison is called. */
export function useTitles(): (scenario: Scenario | null) => string {
  const words = useWords(null);
  return (scenario) => (scenario ? scenarioTitle(scenario, words) : words.t('desk.chosen.loading'));
}
