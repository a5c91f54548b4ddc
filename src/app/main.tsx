// SPDX-License-Identifier: EUPL-1.2
/** Wires the studio: texts, address bar, look, then the city. */
import './style/index.css';
import { createRoot } from 'react-dom/client';
import { watchInput } from './panels/card/card-focus';
import type { FaultKind } from './panels/fault/fault-screen';
import { browserBar, startAddressSync } from './state/address-sync';
import { startCity } from './state/city-start';
import { tellFault } from './state/fault';
import { startLook } from './state/look';
import { initialLayers } from './state/offered-layers';
import { startOwnLayers } from './state/own-kept';
import { startPerson } from './state/person';
import { type Language, useStore } from './state/store';
import { rememberEarly } from './state/undo/early';
import { Studio } from './studio';
import { loadWords, speak, startTexts } from './text/texts';

startAddressSync(useStore, browserBar(), initialLayers());
startOwnLayers(useStore);
// What one does before the history has come is in it all the same.
const early = rememberEarly(useStore);
startTexts();
startLook(useStore);
watchInput();

const city = startCity();
const store = useStore.getState;

/** The words follow the store; where they do not come, the language stays as it was. */
async function followLanguage(language: Language): Promise<void> {
  try {
    await loadWords(language);
    // Someone may have chosen again in the meantime.
    if (store().language === language) speak(language);
  } catch (error) {
    store().set({ language: 'it' });
    tellFault(error);
  }
}
useStore.subscribe((state, before) => {
  if (state.language !== before.language) void followLanguage(state.language);
});

/** What lives in the city is heard of once it stands: the first view is what one waits for. */
let alive = false;
useStore.subscribe(({ catalogue, cityDrawn, quality }) => {
  if (alive || !catalogue || !(cityDrawn || quality.level === 'table')) return;
  alive = true;
  import('./state/feeds').then(({ livingCity }) => livingCity(), tellFault);
  const { id } = catalogue.city;
  import('./state/undo/start').then(({ startHistory }) => startHistory(id, early), tellFault);
  startPerson();
});

const root = createRoot(document.getElementById('root')!);
// Without StrictMode, which would make the map twice while developing.
const render = (faultKind: FaultKind | null) => root.render(<Studio faultKind={faultKind} />);
await followLanguage(store().language);
render(null);
render(await city);
