// SPDX-License-Identifier: EUPL-1.2
/** Wires the page of a published outcome: its text, then what lies beneath it. */
import '../style/index.css';
import { createRoot } from 'react-dom/client';
import { startLook } from '../state/look';
import { type Language, useStore } from '../state/store';
import { loadPart, loadWords, speak, startTexts } from '../text/texts';
import { FOLLOWS, LEADS, lead, startFollowing } from './live';
import { OutcomePage } from './outcome-page';
import { printLight } from './print';
import { idIn, loadOutcome, useOutcome } from './publication';

const store = useStore.getState;
const asked = loadOutcome(idIn(location.pathname));

startTexts();
startLook(useStore);
printLight();
store().set({ language: languageAsked() });
const root = createRoot(document.getElementById('root')!);

async function show(language: Language): Promise<void> {
  // What a figure is called is said as in the studio.
  await Promise.all([loadPart('outcome', language), loadPart('impact', language), loadWords(language)]);
  if (store().language === language) speak(language);
}
useStore.subscribe((state, before) => {
  if (state.language !== before.language) void show(state.language);
});

await show(store().language);
root.render(<OutcomePage />);
useOutcome.setState({ loaded: await asked });
if (useOutcome.getState().loaded.kind === 'ready') joinIfAsked();

/** The address may say that one follows a presentation, or goes on leading one. */
function joinIfAsked(): void {
  const parameters = new URLSearchParams(location.search);
  const [follows, leads] = [parameters.get(FOLLOWS), parameters.get(LEADS)];
  if (follows) startFollowing(follows);
  else if (leads) lead(leads, idIn(location.pathname));
}

/** As the link says that led here; else Italian. */
function languageAsked(): Language {
  return new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'it';
}
