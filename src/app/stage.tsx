// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftPanels } from './left-panels';
import { Card } from './panels/card/card';
import { MapBoundary } from './panels/map-boundary';
import { Notices } from './panels/status/notices';
import { Tour } from './panels/windows';
import {
  AskLegend,
  AskPanel,
  CityMap,
  ClockPanel,
  CompareLine,
  ComparePanel,
  DeskPanel,
  HoverDistrict,
  ImpactPanel,
  LayerPanel,
  ListPanel,
  OwnPanel,
  PeopleLegend,
  PeoplePanel,
  ScenarioPanel,
  ToolsPanel,
  ViewControls,
} from './sent-parts';
import { shownImpact } from './state/impact-view';
import { type StoreState, useStore } from './state/store';
import { arrivedByLink, useWindows } from './state/windows';
import style from './studio.module.css';

interface StageProps {
  readonly panels: LeftPanels;
  readonly controls: boolean;
  readonly onlyLists: boolean;
}

/** The map, and about it the panels and what is said on it. */
export function Stage({ panels, controls, onlyLists }: StageProps) {
  const { t } = useTranslation();
  const hovered = useStore((s) => s.hoverDistrict !== null);
  const asked = useStore((s) => isColoured(s));
  const peopleColoured = useStore((s) => s.districtColours !== null);
  const listOpen = useStore((s) => s.list !== null);
  const impactShown = useStore((s) => shownImpact(s) !== null);
  const cityKnown = useStore((s) => s.catalogue !== null);
  const touring = useWindows((s) => s.tour !== null);
  const comparing = useStore((s) => s.compare !== null && s.cityDrawn) && !onlyLists;
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
        <LeftPanel panels={panels} controls={controls} />
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
        {(asked || peopleColoured) && !onlyLists && (
          <div className={style.ask}>
            <Suspense>
              {peopleColoured && <PeopleLegend />}
              {asked && <AskLegend />}
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

/** The panel at the left that is open. */
function LeftPanel({ panels, controls }: Omit<StageProps, 'onlyLists'>) {
  const { scenarioOpen, toolsOpen, ownOpen, askOpen, peopleOpen, compareOpen, deskOpen } = panels;
  const layersOpen = panels.layersOpen && controls;
  if (
    !(layersOpen || scenarioOpen || toolsOpen || ownOpen || askOpen || peopleOpen || compareOpen || deskOpen)
  )
    return null;
  return (
    <div className={style.layers} data-covers>
      <Suspense>
        {ownOpen ? (
          <OwnPanel />
        ) : scenarioOpen ? (
          <ScenarioPanel />
        ) : deskOpen ? (
          <DeskPanel />
        ) : askOpen ? (
          <AskPanel />
        ) : toolsOpen ? (
          <ToolsPanel />
        ) : peopleOpen ? (
          <PeoplePanel />
        ) : layersOpen ? (
          <LayerPanel onClose={() => panels.openLayers(false)} />
        ) : (
          <ComparePanel />
        )}
      </Suspense>
    </div>
  );
}

/** Whether the map is coloured or filtered: its legend stays as long. */
function isColoured({ filters, colourings }: StoreState): boolean {
  return (['building', 'district'] as const).some((list) => colourings[list] || filters[list]);
}
