// SPDX-License-Identifier: EUPL-1.2
/** Sets up i18next. Italian comes with the programme, English when it is first asked for. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../state/store';
import { it } from './it';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof it };
  }
}

/** Starts i18next in Italian. Call once, before the first render. */
export function startTexts(): void {
  void i18next.use(initReactI18next).init({
    lng: 'it',
    fallbackLng: 'it',
    supportedLngs: ['it', 'en'],
    resources: { it: { translation: it } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
    react: { useSuspense: false },
  });
}

/** Brings the words of a language. Rejects where they do not come. */
export async function loadWords(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const { en } = await import('./en');
  i18next.addResourceBundle(language, 'translation', en);
}

/** Changes the language of the texts and of the document; its words have been brought. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
