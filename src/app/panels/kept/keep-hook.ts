// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../../scenario/scenario';
import { tellFault } from '../../state/fault';
import { openKept } from '../../state/kept/actions';
import type { Keeper } from '../../state/kept/keeper';
import { startKeeping } from '../../state/kept/start';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { useWords } from '../scenario/city-hook';
import { scenarioTitle } from '../scenario/sentences';
import { faultWords } from './keep-words';

/** Scenarios are kept from the first time that anything of them is shown. */
export function useKeeping(): void {
  const cityId = useStore((s) => s.catalogue?.city.id);
  useEffect(() => {
    if (cityId) startKeeping(cityId).catch(tellFault);
  }, [cityId]);
  useLinked(cityId);
}

/** Opens the scenario that a link names. Until it is open, or cannot be, the link's name for it stands. */
function useLinked(cityId: string | undefined): void {
  const linked = useStore((s) => s.keptScenario);
  const withKeeper = useKeeper();
  const latest = useRef(withKeeper);
  latest.current = withKeeper;
  useEffect(() => {
    if (!cityId || linked === null || linked === opening) return;
    opening = linked;
    const open = async (keeper: Keeper) => {
      if (keeper.parts.desk.read()?.id !== linked) await openKept(keeper, linked);
      // The address goes on to name it as the one on the desk.
      await keeper.flush();
    };
    void latest.current(open).finally(() => {
      if (opening === linked) opening = null;
      const { keptScenario, set } = useStore.getState();
      if (keptScenario === linked) set({ keptScenario: null });
    });
  }, [cityId, linked]);
}
/** One that is opened already is not opened again by a panel that is shown anew meanwhile. */
let opening: string | null = null;

/** Does something with what keeps the scenarios of this city; what goes wrong is said. Resolves with whether it was done. */
export function useKeeper(): (work: (keeper: Keeper) => Promise<void>) => Promise<boolean> {
  const words = useWords(null);
  return async (work) => {
    const cityId = useStore.getState().catalogue?.city.id;
    if (!cityId) return false;
    try {
      await work(await startKeeping(cityId));
      return true;
    } catch (fault) {
      announce(faultWords(fault, words));
      return false;
    }
  };
}

/** What a variant of a scenario is called at first. */
export function useVariantName(): (scenario: Pick<Scenario, 'name' | 'measures'>) => string {
  const { t } = useTranslation();
  const words = useWords(null);
  return (scenario) => t('kept.variantName', { name: scenarioTitle(scenario, words) }).slice(0, LONGEST_NAME);
}
/** Characters, of which a file takes 200. */
const LONGEST_NAME = 200;
