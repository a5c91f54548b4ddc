// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { editedScenario } from '../../../scenario/history';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { keepDrafts, type RestoredDraft, restoreDraft } from '../../state/scenario-draft';
import { useStore } from '../../state/store';

export interface Draft {
  readonly restored: RestoredDraft;
  /** Why the scenario is not kept; null where it is. */
  readonly fault: string | null;
  /** The person has seen the notice. */
  dismiss(): void;
}

/** Drafts are kept from the first opening of the panel until the page is left. */
let keeper: ReturnType<typeof keepDrafts> | null = null;

/** Restores the draft of this city when the panel is first opened, and keeps it from then on. */
export function useDraft(): Draft {
  const cityId = useStore((s) => s.catalogue?.city.id);
  const [restored, setRestored] = useState<RestoredDraft>({ kind: 'none' });
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const { scenario, set } = useStore.getState();
    if (!cityId) return;
    if (scenario) {
      // It came back with the steps that led to it (state/undo).
      if (scenario.restored) setRestored({ kind: 'restored', scenario: scenario.present });
      return;
    }
    const found = storageOrNull();
    const draft = found ? restoreDraft(found, cityId) : ({ kind: 'none' } as const);
    const kept = draft.kind === 'restored';
    set({ scenario: editedScenario(kept ? draft.scenario : EMPTY_SCENARIO, kept) });
    setRestored(draft);
  }, [cityId]);
  useEffect(() => {
    const storage = storageOrNull();
    if (!cityId || !storage) return;
    keeper?.stop();
    keeper = keepDrafts(useStore, storage, cityId, setFault);
  }, [cityId]);
  useEffect(() => {
    const onLeave = () => keeper?.keep();
    addEventListener('pagehide', onLeave);
    document.addEventListener('visibilitychange', onLeave);
    return () => {
      onLeave();
      removeEventListener('pagehide', onLeave);
      document.removeEventListener('visibilitychange', onLeave);
    };
  }, []);
  return { restored, fault, dismiss: () => setRestored({ kind: 'none' }) };
}

/** A browser may refuse even to say that it has a storage. */
function storageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
