// SPDX-License-Identifier: EUPL-1.2
/** The parts of the screen that are sent when they are first shown, with the words that they say. */
import { lazy } from 'react';
import { onDemand } from './panels/on-demand';
import { useStore } from './state/store';
import { loadPart } from './text/texts';

// Asked for with the page, not when it is first drawn: the engines are what the city waits for.
const engines = import('./map/city-map');
let here = false;
engines.then(
  () => {
    here = true;
  },
  // Whoever draws the map hears of it; a screen without one need not.
  () => {},
);
/** Whether the engines have come, so that the map can be drawn. */
export const enginesHere = (): boolean => here;
export const CityMap = lazy(() => engines.then(({ CityMap }) => ({ default: CityMap })));
const sendControls = () => import('./controls');
export const Dock = onDemand(() => sendControls().then(({ Dock }) => Dock));
export const Actions = onDemand(() => sendControls().then(({ Actions }) => Actions));
export const LayerPanel = onDemand(() =>
  Promise.all([sendControls(), loadPart('legend', useStore.getState().language)]).then(
    ([{ LayerPanel }]) => LayerPanel,
  ),
);
export const ViewControls = onDemand(() => sendControls().then(({ ViewControls }) => ViewControls));
export const ClockPanel = onDemand(() =>
  Promise.all([import('./panels/clock/clock-panel'), loadPart('living', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
export const ListPanel = onDemand(() => {
  const { language } = useStore.getState();
  return Promise.all([
    import('./panels/list/list-panel'),
    loadPart('tables', language),
    // What lives in the city is listed too.
    loadPart('living', language),
  ]).then(([part]) => part.default);
});
export const ScenarioPanel = onDemand(() =>
  Promise.all([
    import('./panels/scenario/scenario-panel'),
    loadPart('scenario', useStore.getState().language),
    loadPart('kept', useStore.getState().language),
  ]).then(([part]) => part.default),
);
export const ToolsPanel = onDemand(() =>
  Promise.all([import('./panels/tools/tools-panel'), loadPart('tools', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
export const OwnPanel = onDemand(() =>
  Promise.all([import('./panels/own/own-panel'), loadPart('own', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
export const DropOverlay = onDemand(() =>
  Promise.all([import('./panels/own/drop-overlay'), loadPart('own', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);
export const ModelWindow = onDemand(() =>
  Promise.all([
    import('./panels/model/model-window'),
    loadPart('model', useStore.getState().language),
    // What goes wrong with the models is said in the same words.
    loadPart('scenario', useStore.getState().language),
  ]).then(([part]) => part.default),
);
export const ImpactPanel = onDemand(() =>
  Promise.all([
    import('./panels/impact/impact-panel'),
    loadPart('impact', useStore.getState().language),
  ]).then(([part]) => part.default),
);
const sendCompare = () => {
  const { language } = useStore.getState();
  return Promise.all((['compare', 'living', 'ask'] as const).map((part) => loadPart(part, language)));
};
export const ComparePanel = onDemand(() =>
  Promise.all([import('./panels/compare/compare-panel'), sendCompare()]).then(([part]) => part.default),
);
export const CompareLine = onDemand(() =>
  Promise.all([import('./panels/compare/compare-line'), sendCompare()]).then(([part]) => part.default),
);
export const DeskPanel = onDemand(() => {
  const { language } = useStore.getState();
  return Promise.all([
    import('./panels/desk/desk-panel'),
    ...(['desk', 'impact', 'scenario', 'kept'] as const).map((part) => loadPart(part, language)),
  ]).then(([part]) => part.default);
});
const sendAsk = () => loadPart('ask', useStore.getState().language);
export const AskPanel = onDemand(() =>
  Promise.all([import('./panels/ask/ask-panel'), sendAsk()]).then(([part]) => part.default),
);
export const AskLegend = onDemand(() =>
  Promise.all([import('./panels/ask/ask-legend'), sendAsk()]).then(([part]) => part.default),
);
const sendPeople = () => {
  const { language } = useStore.getState();
  return Promise.all([loadPart('people', language), loadPart('green', language), sendAsk()]);
};
export const PeoplePanel = onDemand(() =>
  Promise.all([import('./panels/people/people-panel'), sendPeople()]).then(([part]) => part.default),
);
export const PeopleLegend = onDemand(() =>
  Promise.all([import('./panels/people/people-legend'), sendPeople()]).then(([part]) => part.default),
);
export const PeopleWindow = onDemand(() =>
  Promise.all([import('./panels/people/people-window'), sendPeople()]).then(([part]) => part.default),
);
export const HoverDistrict = onDemand(() =>
  import('./panels/hover/hover-district').then((part) => part.default),
);
export const About = onDemand(() => import('./panels/about/about').then((part) => part.default));
