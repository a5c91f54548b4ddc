// SPDX-License-Identifier: EUPL-1.2
/** Wires the operator's page: how all kiosks of this server fare. */
import '../style/index.css';
import { createRoot } from 'react-dom/client';
import { startLook } from '../state/look';
import { useStore } from '../state/store';
import { loadPart, loadWords, speak, startTexts } from '../text/texts';
import { HealthPage } from './health-page';

startTexts();
startLook(useStore);
const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'it';
useStore.getState().set({ language });
await loadPart('kiosk', language);
await loadWords(language);
speak(language);
createRoot(document.getElementById('root')!).render(<HealthPage />);
