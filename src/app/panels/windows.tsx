// SPDX-License-Identifier: EUPL-1.2
/** The windows that keys and commands open: each is sent when it is first wanted. */
import { Suspense, useEffect } from 'react';
import { useStore } from '../state/store';
import { openWindow, singleKeysOn, useWindows } from '../state/windows';
import { loadPart } from '../text/texts';
import { onDemand } from './on-demand';

type Part = Parameters<typeof loadPart>[0];
const words = (...parts: readonly Part[]) =>
  Promise.all(parts.map((part) => loadPart(part, useStore.getState().language)));

const Palette = onDemand(() =>
  Promise.all([import('./palette/palette'), words('commands', 'steps', 'scenario', 'tools', 'person')]).then(
    ([part]) => part.default,
  ),
);
const KeyboardWindow = onDemand(() =>
  Promise.all([
    import('./palette/keyboard-window'),
    words('commands', 'steps', 'scenario', 'tools', 'person'),
  ]).then(([part]) => part.default),
);
const GlossaryWindow = onDemand(() =>
  Promise.all([import('./glossary/glossary-window'), words('glossary')]).then(([part]) => part.default),
);
const ScenariosWindow = onDemand(() =>
  Promise.all([import('./kept/scenarios-window'), words('kept', 'scenario')]).then(([part]) => part.default),
);
const HistoryWindow = onDemand(() =>
  Promise.all([import('./kept/history-window'), words('kept', 'scenario')]).then(([part]) => part.default),
);
const ConflictWindow = onDemand(() =>
  Promise.all([import('./kept/conflict-window'), words('kept', 'scenario')]).then(([part]) => part.default),
);
const VersionWindow = onDemand(() =>
  Promise.all([import('./kept/version-window'), words('kept', 'scenario')]).then(([part]) => part.default),
);

const PublishWindow = onDemand(() =>
  Promise.all([
    import('./publish/publish-window'),
    words('publish', 'outcome', 'impact', 'kept', 'scenario'),
  ]).then(([part]) => part.default),
);

export const Tour = onDemand(() =>
  Promise.all([import('./tour/tour'), words('tour')]).then(([part]) => part.default),
);

const DistrictSheet = onDemand(() =>
  Promise.all([import('./sheet/district-sheet'), words('sheet', 'people', 'ask', 'places')]).then(
    ([part]) => part.default,
  ),
);

const WINDOWS = {
  palette: Palette,
  keyboard: KeyboardWindow,
  glossary: GlossaryWindow,
  scenarios: ScenariosWindow,
  history: HistoryWindow,
  conflict: ConflictWindow,
  version: VersionWindow,
  publish: PublishWindow,
};
const close = () => openWindow(null);

export function Windows() {
  const open = useWindows((s) => s.open);
  useWindowKeys();
  const sheet = useWindows((s) => s.sheet);
  const Window = open && WINDOWS[open];
  return (
    <>
      {Window && (
        <Suspense>
          <Window onClose={close} />
        </Suspense>
      )}
      {sheet !== null && (
        <Suspense>
          <DistrictSheet id={sheet} onClose={() => useWindows.setState({ sheet: null })} />
        </Suspense>
      )}
    </>
  );
}

/** Ctrl+K, or ⌘K, opens the commands from anywhere; ? the map of keys, unless single keys are off. */
function useWindowKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const { open } = useWindows.getState();
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        event.preventDefault();
        openWindow(open === 'palette' ? null : 'palette');
        return;
      }
      const writes = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key !== '?' || event.ctrlKey || event.metaKey || writes || open || !singleKeysOn()) return;
      event.preventDefault();
      openWindow('keyboard');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
