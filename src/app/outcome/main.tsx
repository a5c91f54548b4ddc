// SPDX-License-Identifier: EUPL-1.2
/** Wires the page of a published outcome: its text, then what lies beneath it. */
import '../style/index.css';
import { createRoot } from 'react-dom/client';
import { startLook } from '../state/look';
import { type Language, useStore } from '../state/store';
import { startTexts } from '../text/texts';
import { speakIn } from './language';
import { joinIfAsked } from './live';
import { OutcomePage } from './outcome-page';
import { printLight } from './print';
import { idIn, loadOutcome, useOutcome } from './publication';

const asked = loadOutcome(idIn(location.pathname));

startTexts();
startLook(useStore);
printLight();
const root = createRoot(document.getElementById('root')!);

await speakIn(languageAsked());
root.render(<OutcomePage />);
useOutcome.setState({ loaded: await asked });
if (useOutcome.getState().loaded.kind === 'ready') joinIfAsked(idIn(location.pathname));

/** As the link says that led here; else Italian. */
function languageAsked(): Language {
  return new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'it';
}
