// SPDX-License-Identifier: EUPL-1.2
import { Suspense, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Drop } from './drop';
import { useLeftPanels } from './left-panels';
import { Announcer } from './panels/announcer';
import { cardOf, closeCard } from './panels/card/card';
import { type FaultKind, FaultScreen } from './panels/fault/fault-screen';
import { Brand } from './panels/header/brand';
import { useNarrow } from './panels/hooks';
import { SearchBox } from './panels/search/search-box';
import { SkipLinks } from './panels/skip-links';
import { StatusBar } from './panels/status/status-bar';
import { Windows } from './panels/windows';
import { About, Actions, Dock, enginesHere, ModelWindow, PeopleWindow } from './sent-parts';
import { Stage } from './stage';
import { shownImpact } from './state/impact-view';
import { offeredLists } from './state/offered-layers';
import { useStore } from './state/store';
import { useWindows } from './state/windows';
import style from './studio.module.css';
import { formats } from './text/format';

/** The planner's screen: the map, and around it what one needs to read it. */
export function Studio({ faultKind }: { faultKind: FaultKind | null }) {
  const language = useStore((s) => s.language);
  const about = useWindows((s) => s.about);
  const modelOpen = useStore((s) => s.modelOpen);
  const peopleMethodOpen = useStore((s) => s.peopleMethodOpen);
  return (
    <I18nProvider locale={formats(language).locale}>
      <Screen faultKind={faultKind} />
      {about && (
        <Suspense>
          <About at={about} onClose={() => useWindows.setState({ about: null })} />
        </Suspense>
      )}
      {modelOpen && (
        <Suspense>
          <ModelWindow onClose={() => useStore.getState().set({ modelOpen: false })} />
        </Suspense>
      )}
      {peopleMethodOpen && (
        <Suspense>
          <PeopleWindow onClose={() => useStore.getState().set({ peopleMethodOpen: false })} />
        </Suspense>
      )}
      <Windows />
      <Drop />
      <Announcer />
    </I18nProvider>
  );
}

function Screen({ faultKind }: { faultKind: FaultKind | null }) {
  const narrow = useNarrow();
  const selected = useStore((s) => cardOf(s) !== null);
  const listOpen = useStore((s) => s.list !== null);
  const impactShown = useStore((s) => shownImpact(s) !== null);
  const onlyLists = useStore((s) => s.quality.level === 'table');
  const controls = useControls(faultKind !== null || onlyLists);
  const panels = useLeftPanels(narrow, onlyLists);
  const { layersOpen, scenarioOpen, toolsOpen, ownOpen, askOpen, peopleOpen, compareOpen, deskOpen } = panels;
  const othersOpen = scenarioOpen || toolsOpen || ownOpen || askOpen || peopleOpen || compareOpen || deskOpen;
  useEscape();
  return (
    <div
      className={style.studio}
      data-desk={deskOpen || undefined}
      data-layers={(layersOpen && controls) || othersOpen || undefined}
      data-card={selected || undefined}
      data-impact={impactShown || undefined}
      data-list={listOpen || undefined}
      data-sheet={(narrow && (layersOpen || othersOpen || selected || listOpen || impactShown)) || undefined}
      data-only-lists={onlyLists || undefined}
    >
      <SkipLinks />
      <header className={style.header}>
        <div className={style.brand}>
          <Brand />
        </div>
        <search className={style.search}>
          <SearchBox />
        </search>
        <div className={style.dock}>
          {controls && (
            <Suspense>
              <Dock
                layersOpen={layersOpen}
                listOpen={listOpen}
                scenarioOpen={scenarioOpen}
                onLayers={panels.openLayers}
                onList={showList}
                toolsOpen={toolsOpen}
                onScenario={panels.openScenario}
                onTools={panels.openTools}
                peopleOpen={peopleOpen}
                onPeople={panels.openPeople}
              />
            </Suspense>
          )}
        </div>
        <div className={style.actions}>
          {controls && (
            <Suspense>
              <Actions onAbout={() => useWindows.setState({ about: 'top' })} />
            </Suspense>
          )}
        </div>
      </header>
      <main className={style.main}>
        {faultKind ? (
          <Fault kind={faultKind} />
        ) : (
          <Stage panels={panels} controls={controls} onlyLists={onlyLists} />
        )}
      </main>
      <StatusBar onAbout={() => useWindows.setState({ about: 'sources' })} />
    </div>
  );
}

function Fault({ kind }: { kind: FaultKind }) {
  const detail = useStore((s) => s.fault);
  return <FaultScreen kind={kind} detail={detail ?? ''} />;
}

/** The controls wait so long for the map's engines, then so long for the city. */
const ENGINES_WAIT_MS = 2500;
const CITY_WAIT_MS = 6000;

/**
 * Whether the controls are drawn: the city comes first, then what one does with it. Without a GPU
 * the processor draws one after the other, and their icons cost it as much as the city does. Where
 * the line is the slow one, they come while the engines are on their way.
 */
function useControls(atOnce: boolean): boolean {
  const drawn = useStore((s) => s.cityDrawn);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const forEngines = setTimeout(() => enginesHere() || setWaited(true), ENGINES_WAIT_MS);
    const forCity = setTimeout(() => setWaited(true), CITY_WAIT_MS);
    return () => {
      clearTimeout(forEngines);
      clearTimeout(forCity);
    };
  }, []);
  return atOnce || drawn || waited;
}

/** The list opens at the table it showed last, or at the first. */
function showList(open: boolean): void {
  const { catalogue, feeds, ownLayers, set, selection } = useStore.getState();
  if (!open) set({ list: null });
  else if (catalogue) {
    const lists = offeredLists(catalogue, feeds, ownLayers);
    const near =
      selection?.kind === 'thing'
        ? selection.layer
        : selection?.kind === 'live'
          ? `live:${selection.live}`
          : selection?.kind === 'own'
            ? `own:${selection.layer}`
            : selection?.kind;
    set({ list: lists.find((id) => id === near) ?? lists[0] ?? null });
  }
}

/** Escape closes the card wherever one stands, but for fields and windows that use it themselves. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, select, [role="dialog"]'))
        return;
      if (useStore.getState().selection) closeCard();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
