// SPDX-License-Identifier: EUPL-1.2
/** Wires the studio: texts, address bar, look, then the city. */
import './style/index.css';
import { createRoot } from 'react-dom/client';
import { watchInput } from './panels/card/card-focus';
import type { FaultKind } from './panels/fault/fault-screen';
import { browserBar, startAddressSync } from './state/address-sync';
import { startCity } from './state/city-start';
import { startLook } from './state/look';
import { initialLayers } from './state/offered-layers';
import { useStore } from './state/store';
import { Studio } from './studio';
import { speak, startTexts } from './text/texts';

startAddressSync(useStore, browserBar(), initialLayers());
startTexts(useStore.getState().language);
speak(useStore.getState().language);
useStore.subscribe((state, before) => {
  if (state.language !== before.language) speak(state.language);
});
startLook(useStore);
watchInput();

const root = createRoot(document.getElementById('root')!);
// Without StrictMode, which would make the map twice while developing.
const render = (faultKind: FaultKind | null) => root.render(<Studio faultKind={faultKind} />);
render(null);
void startCity().then(render);
