// SPDX-License-Identifier: EUPL-1.2
/** Wires the pages of text: accessibility, privacy, legal notes, credits. No map comes with them. */
import '../style/index.css';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '../../stream/catalogue';
import { startLook } from '../state/look';
import { type Language, useStore } from '../state/store';
import { loadPart, loadWords, speak, startTexts } from '../text/texts';
import { askPublisher, InformationPage, pageOf } from './page';
import type { PageId } from './page-paths';

const CITY_FOLDER = './city/';
const store = useStore.getState;

startTexts();
startLook(useStore);
store().set({ language: languageAsked() });

const page: PageId = pageOf(location.pathname);
const root = createRoot(document.getElementById('root')!);

async function show(language: Language): Promise<void> {
  await loadPart('pages', language);
  await loadWords(language);
  speak(language);
  root.render(<InformationPage page={page} />);
}
useStore.subscribe((state, before) => {
  if (state.language !== before.language) void show(state.language);
});

await show(store().language);
void askPublisher();
loadCatalogue(CITY_FOLDER).then(
  ({ catalogue }) => store().set({ catalogue }),
  () => store().set({ fault: 'catalogue' }),
);

/** As the link says that led here; else Italian. */
function languageAsked(): Language {
  return new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'it';
}
