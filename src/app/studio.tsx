// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { Announcer } from './panels/announcer';
import { Card, closeCard } from './panels/card/card';
import { type FaultKind, FaultScreen } from './panels/fault/fault-screen';
import { Brand } from './panels/header/brand';
import { useNarrow } from './panels/hooks';
import { useNewAnswer } from './panels/impact/new-answer';
import { MapBoundary } from './panels/map-boundary';
import { onDemand } from './panels/on-demand';
import { SearchBox } from './panels/search/search-box';
import { SkipLinks } from './panels/skip-links';
import { Notices } from './panels/status/notices';
import { StatusBar } from './panels/status/status-bar';
import { Tour, Windows } from './panels/windows';
import { openComparePanel, useComparePanel } from './state/compare';
import { shownImpact } from './state/impact-view';
import { offeredLists } from './state/offered-layers';
import { type StoreState, useStore } from './state/store';
import { arrivedByLink, useWindows } from './state/windows';
import style from './studio.module.css';
import { formats } from './text/format';
import { loadPart } from './text/texts';

// Asked for with the page, not when it is first drawn: the engines are what the city waits for.
const engines = import('./map/city-map');
let enginesHere = false;
engines.then(
  () => {
    enginesHere = true;
  },
  // Whoever draws the map hears of it; a screen without one need not.
  () => {},
);
const CityMap = lazy(() => engines.then(({ CityMap }) => ({ default: CityMap })));
const sendControls = () => import('./controls');
const Dock = onDemand(() => sendControls().then(({ Dock }) => Dock));
const Actions = onDemand(() => sendControls().then(({ Actions }) => Actions));
const LayerPanel = onDemand(() =>
  Promise.all([sendControls(), loadPart('legend', useStore.getState().language)]).then(
    ([{ LayerPanel }]) => LayerPanel,
  ),
);
const ViewControls = onDemand(() => sendControls().then(({ ViewControls }) => ViewControls));
const ClockPanel = onDemand(() =>
  Promise.all([import('./panels/clock/clock-panel'), loadPart('living', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
const ListPanel = onDemand(() => {
  const { language } = useStore.getState();
  return Promise.all([
    import('./panels/list/list-panel'),
    loadPart('tables', language),
    // What lives in the city is listed too.
    loadPart('living', language),
  ]).then(([part]) => part.default);
});
const ScenarioPanel = onDemand(() =>
  Promise.all([
    import('./panels/scenario/scenario-panel'),
    loadPart('scenario', useStore.getState().language),
  ]).then(([part]) => part.default),
);
const ToolsPanel = onDemand(() =>
  Promise.all([import('./panels/tools/tools-panel'), loadPart('tools', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
const OwnPanel = onDemand(() =>
  Promise.all([import('./panels/own/own-panel'), loadPart('own', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
const DropOverlay = onDemand(() =>
  Promise.all([import('./panels/own/drop-overlay'), loadPart('own', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
const ModelWindow = onDemand(() =>
  Promise.all([
    import('./panels/model/model-window'),
    loadPart('model', useStore.getState().language),
    // What goes wrong with the models is said in the same words.
    loadPart('scenario', useStore.getState().language),
  ]).then(([part]) => part.default),
);
const ImpactPanel = onDemand(() =>
  Promise.all([
    import('./panels/impact/impact-panel'),
    loadPart('impact', useStore.getState().language),
  ]).then(([part]) => part.default),
);
const sendCompare = () => {
  const { language } = useStore.getState();
  return Promise.all((['compare', 'living', 'ask'] as const).map((part) => loadPart(part, language)));
};
const ComparePanel = onDemand(() =>
  Promise.all([import('./panels/compare/compare-panel'), sendCompare()]).then(([part]) => part.default),
);
const CompareLine = onDemand(() =>
  Promise.all([import('./panels/compare/compare-line'), sendCompare()]).then(([part]) => part.default),
);
const sendAsk = () => loadPart('ask', useStore.getState().language);
const AskPanel = onDemand(() =>
  Promise.all([import('./panels/ask/ask-panel'), sendAsk()]).then(([part]) => part.default),
);
const AskLegend = onDemand(() =>
  Promise.all([import('./panels/ask/ask-legend'), sendAsk()]).then(([part]) => part.default),
);
const HoverDistrict = onDemand(() => import('./panels/hover/hover-district').then((part) => part.default));
const About = onDemand(() => import('./panels/about/about').then((part) => part.default));

/** The planner's screen: the map, and around it what one needs to read it. */
export function Studio({ faultKind }: { faultKind: FaultKind | null }) {
  const language = useStore((s) => s.language);
  const about = useWindows((s) => s.about);
  const modelOpen = useStore((s) => s.modelOpen);
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
      <Windows />
      <Drop />
      <Announcer />
    </I18nProvider>
  );
}

function Screen({ faultKind }: { faultKind: FaultKind | null }) {
  const narrow = useNarrow();
  const [layersOpen, setLayersOpen] = useState(!narrow);
  const selected = useStore((s) => s.selection !== null);
  const listOpen = useStore((s) => s.list !== null);
  const scenarioOpen = useStore((s) => s.scenarioOpen);
  const toolsOpen = useStore((s) => s.toolsOpen);
  const ownOpen = useStore((s) => s.ownOpen);
  const impactShown = useStore((s) => shownImpact(s) !== null);
  const onlyLists = useStore((s) => s.quality.level === 'table');
  const controls = useControls(faultKind !== null || onlyLists);
  useEscape();
  const { set } = useStore.getState();
  // On a phone there is room for one sheet: the newest.
  useEffect(() => {
    if (narrow && (selected || listOpen)) setLayersOpen(false);
  }, [narrow, selected, listOpen]);
  useNewAnswer(narrow, setLayersOpen);
  const askOpen = useStore((s) => s.asking !== null);
  // The six stand in the same place.
  useEffect(() => {
    if (!askOpen) return;
    setLayersOpen(false);
    const shut = { scenarioOpen: false, toolsOpen: false, ownOpen: false };
    useStore.getState().set(narrow ? { ...shut, selection: null, list: null } : shut);
  }, [askOpen, narrow]);
  useEffect(() => {
    if (scenarioOpen) setLayersOpen(false);
    if (scenarioOpen) useStore.getState().set({ toolsOpen: false, ownOpen: false, asking: null });
  }, [scenarioOpen]);
  useEffect(() => {
    if (toolsOpen) setLayersOpen(false);
    if (toolsOpen) useStore.getState().set({ scenarioOpen: false, ownOpen: false, asking: null });
  }, [toolsOpen]);
  useEffect(() => {
    if (ownOpen) setLayersOpen(false);
    if (ownOpen) useStore.getState().set({ scenarioOpen: false, toolsOpen: false, asking: null });
  }, [ownOpen]);
  const compareOpen = useCompareOpen(onlyLists);
  const othersOpen = layersOpen || scenarioOpen || toolsOpen || ownOpen || askOpen;
  useEffect(() => {
    if (!compareOpen) return;
    setLayersOpen(false);
    const shut = { scenarioOpen: false, toolsOpen: false, ownOpen: false, asking: null };
    useStore.getState().set(narrow ? { ...shut, selection: null, list: null } : shut);
  }, [compareOpen, narrow]);
  useEffect(() => {
    if (othersOpen) openComparePanel(false);
  }, [othersOpen]);
  const openLayers = (open: boolean) => {
    setLayersOpen(open);
    if (!open) return;
    const shut = { scenarioOpen: false, toolsOpen: false, ownOpen: false, asking: null };
    set(narrow ? { ...shut, selection: null, list: null } : shut);
  };
  const wantsLayers = useWindows((s) => s.wantsLayers);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is fulfilled once
  useEffect(() => {
    if (!wantsLayers) return;
    useWindows.setState({ wantsLayers: false });
    openLayers(true);
  }, [wantsLayers]);
  const openTools = (open: boolean) =>
    set(open && narrow ? { toolsOpen: open, selection: null, list: null } : { toolsOpen: open });
  const openScenario = (open: boolean) =>
    set(open && narrow ? { scenarioOpen: open, selection: null, list: null } : { scenarioOpen: open });
  return (
    <div
      className={style.studio}
      data-layers={
        (layersOpen && controls) ||
        scenarioOpen ||
        toolsOpen ||
        ownOpen ||
        askOpen ||
        compareOpen ||
        undefined
      }
      data-card={selected || undefined}
      data-impact={impactShown || undefined}
      data-list={listOpen || undefined}
      data-sheet={
        (narrow &&
          (layersOpen ||
            scenarioOpen ||
            toolsOpen ||
            ownOpen ||
            askOpen ||
            compareOpen ||
            selected ||
            listOpen ||
            impactShown)) ||
        undefined
      }
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
                onLayers={openLayers}
                onList={showList}
                toolsOpen={toolsOpen}
                onScenario={openScenario}
                onTools={openTools}
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
          <Stage
            layersOpen={layersOpen && controls}
            scenarioOpen={scenarioOpen}
            toolsOpen={toolsOpen}
            controls={controls}
            onlyLists={onlyLists}
            onLayers={openLayers}
          />
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

/** A file may be dropped anywhere on the page; what takes it comes when one is first held over it. */
function Drop() {
  const [held, setHeld] = useState(false);
  const [dropped, setDropped] = useState<readonly File[] | null>(null);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser opens the file in place of the page.
      event.preventDefault();
      setHeld(true);
    };
    // Null: the pointer has left the window.
    const leave = (event: DragEvent) => event.relatedTarget === null && setHeld(false);
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setHeld(false);
      setDropped([...(event.dataTransfer?.files ?? [])]);
    };
    const heard = { dragenter: over, dragover: over, dragleave: leave, drop };
    for (const [name, act] of Object.entries(heard)) addEventListener(name, act as EventListener);
    return () => {
      for (const [name, act] of Object.entries(heard)) removeEventListener(name, act as EventListener);
    };
  }, []);
  if (!held && !dropped) return null;
  return (
    <Suspense>
      <DropOverlay dropped={dropped} onDone={() => setDropped(null)} />
    </Suspense>
  );
}

interface StageProps {
  readonly layersOpen: boolean;
  readonly scenarioOpen: boolean;
  readonly toolsOpen: boolean;
  readonly controls: boolean;
  readonly onlyLists: boolean;
  readonly onLayers: (open: boolean) => void;
}

function Stage({ layersOpen, scenarioOpen, toolsOpen, controls, onlyLists, onLayers }: StageProps) {
  const { t } = useTranslation();
  const ownOpen = useStore((s) => s.ownOpen);
  const hovered = useStore((s) => s.hoverDistrict !== null);
  const askOpen = useStore((s) => s.asking !== null);
  const asked = useStore((s) => isColoured(s));
  const listOpen = useStore((s) => s.list !== null);
  const impactShown = useStore((s) => shownImpact(s) !== null);
  const cityKnown = useStore((s) => s.catalogue !== null);
  const touring = useWindows((s) => s.tour !== null);
  const comparing = useStore((s) => s.compare !== null && s.cityDrawn) && !onlyLists;
  const compareOpen = useCompareOpen(onlyLists);
  return (
    <>
      {!onlyLists && (
        <div className={style.map} data-map>
          <MapBoundary>
            <Suspense fallback={<p className={style.waiting}>{t('status.loadingMap')}</p>}>
              <CityMap />
            </Suspense>
          </MapBoundary>
        </div>
      )}
      <div className={style.stage}>
        {(layersOpen || scenarioOpen || toolsOpen || ownOpen || askOpen || compareOpen) && (
          <div className={style.layers} data-covers>
            <Suspense>
              {ownOpen ? (
                <OwnPanel />
              ) : scenarioOpen ? (
                <ScenarioPanel />
              ) : askOpen ? (
                <AskPanel />
              ) : toolsOpen ? (
                <ToolsPanel />
              ) : layersOpen ? (
                <LayerPanel onClose={() => onLayers(false)} />
              ) : (
                <ComparePanel />
              )}
            </Suspense>
          </div>
        )}
        {comparing && (
          <Suspense>
            <CompareLine />
          </Suspense>
        )}
        <div className={style.notices}>
          <Notices />
          {(touring || (controls && cityKnown && !arrivedByLink)) && (
            <Suspense>
              <Tour invites={!arrivedByLink} />
            </Suspense>
          )}
        </div>
        {hovered && !onlyLists && (
          <div className={style.hover}>
            <Suspense>
              <HoverDistrict />
            </Suspense>
          </div>
        )}
        {asked && !onlyLists && (
          <div className={style.ask}>
            <Suspense>
              <AskLegend />
            </Suspense>
          </div>
        )}
        {controls && !onlyLists && (
          <div className={style.controls}>
            <Suspense>
              <ViewControls />
            </Suspense>
          </div>
        )}
        {controls && cityKnown && !onlyLists && (
          <div className={style.clock}>
            <Suspense>
              <ClockPanel />
            </Suspense>
          </div>
        )}
        {impactShown && (
          <div className={style.impact} data-covers>
            <Suspense>
              <ImpactPanel />
            </Suspense>
          </div>
        )}
        <div className={style.card} data-covers>
          <Card />
        </div>
        {(listOpen || onlyLists) && (
          <div className={style.list} data-covers>
            <Suspense>
              <ListPanel onlyView={onlyLists} />
            </Suspense>
          </div>
        )}
      </div>
    </>
  );
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
    const forEngines = setTimeout(() => enginesHere || setWaited(true), ENGINES_WAIT_MS);
    const forCity = setTimeout(() => setWaited(true), CITY_WAIT_MS);
    return () => {
      clearTimeout(forEngines);
      clearTimeout(forCity);
    };
  }, []);
  return atOnce || drawn || waited;
}

/** Whether the panel of the second view is on the screen. */
function useCompareOpen(onlyLists: boolean): boolean {
  const open = useComparePanel((s) => s.open);
  return useStore((s) => s.compare !== null) && open && !onlyLists;
}

/** Whether the map is coloured or filtered: its legend stays as long. */
function isColoured({ filters, colourings }: StoreState): boolean {
  return (['building', 'district'] as const).some((list) => colourings[list] || filters[list]);
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
