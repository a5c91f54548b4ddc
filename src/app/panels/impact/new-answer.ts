// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { shownImpact, viewImpact } from '../../state/impact-view';
import { useStore } from '../../state/store';

/** A new run shows what it finds; on a phone its answer takes the place of the other sheets. */
export function useNewAnswer(narrow: boolean, setLayersOpen: (open: boolean) => void): void {
  const running = useStore((s) => s.run.kind === 'running');
  const shown = useStore((s) => shownImpact(s) !== null);
  useEffect(() => {
    if (running) viewImpact({ open: true });
  }, [running]);
  useEffect(() => {
    if (!shown || !narrow) return;
    setLayersOpen(false);
    useStore.getState().set({ scenarioOpen: false, list: null, selection: null });
  }, [shown, narrow, setLayersOpen]);
}
