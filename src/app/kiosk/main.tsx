// SPDX-License-Identifier: EUPL-1.2
/** Wires the kiosk: texts, look, lock, city, tour. Nothing that changes anything comes with it. */
import '../style/index.css';
import { createRoot } from 'react-dom/client';
import { startCity } from '../state/city-start';
import { tellFault } from '../state/fault';
import { startLook } from '../state/look';
import { type Language, useStore } from '../state/store';
import { loadPart, loadWords, speak, startTexts } from '../text/texts';
import { attend } from './attend';
import { followFigures, recallFigures } from './follow-figures';
import { Kiosk } from './kiosk';
import { kioskClock } from './kiosk-clock';
import { beginAnew, useKiosk } from './kiosk-store';
import { lock } from './locked';
import { keepForOffline } from './offline';
import { isPageKept, newestBuild } from './own-page';
import { followPublications } from './published';
import { watch } from './watch';

/** A city that did not come is asked for again, and words that did not with the page. */
const AGAIN_MS = 30_000;

lock();
const clock = kioskClock(window.__kioskTime);
startTexts();
useStore.getState().set({ lookChoice: 'light' });
startLook(useStore);
beginAnew();
recallFigures(clock.nowMs());

const listenToNetwork = () => useKiosk.setState({ online: navigator.onLine });
addEventListener('online', listenToNetwork);
addEventListener('offline', listenToNetwork);
listenToNetwork();

/** The words follow the language; where they do not come it stays as it was. */
async function follow(language: Language): Promise<void> {
  try {
    await loadWords(language);
    if (useStore.getState().language === language) speak(language);
  } catch (error) {
    useStore.getState().set({ language: 'it' });
    tellFault(error);
  }
}
useStore.subscribe((state, before) => {
  if (state.language !== before.language) void follow(state.language);
});
useKiosk.subscribe(({ highContrast }, before) => {
  if (highContrast !== before.highContrast)
    useStore.getState().set({ lookChoice: highContrast ? 'dark' : 'light' });
});

/** Once there is something to load: a browser's own page of an error would stay. */
async function startAgain(): Promise<void> {
  if ((await newestBuild()) !== null || (await isPageKept())) location.reload();
  else clock.after(AGAIN_MS, startAgain);
}
try {
  await Promise.all([loadPart('kiosk', 'it'), loadPart('tools', 'it')]);
} catch (error) {
  clock.after(AGAIN_MS, startAgain);
  throw error;
}
createRoot(document.getElementById('root')!).render(<Kiosk />);
attend(clock);
watch(clock, nameOf(location.search));

async function bringCity(): Promise<void> {
  const fault = await startCity();
  if (fault) {
    clock.after(AGAIN_MS, bringCity);
    return;
  }
  followPublications(clock);
  followFigures(clock);
  void keepForOffline(clock);
}
void bringCity();

/** What the operator calls this kiosk: `/kiosk?nome=atrio`. */
function nameOf(search: string): string {
  const asked = (new URLSearchParams(search).get('nome') ?? '')
    .replace(/[^\p{L}\p{N} ._/-]/gu, '')
    .slice(0, 60);
  return asked || 'chiosco';
}
