// SPDX-License-Identifier: EUPL-1.2
/** Sets up i18next with both languages: the words are small, and a switch must not wait. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../state/store';
import { en } from './en';
import { it } from './it';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof it };
  }
}

/** Starts i18next in `language`. Call once, before the first render. */
export function startTexts(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'it',
    supportedLngs: ['it', 'en'],
    resources: { it: { translation: it }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
    react: { useSuspense: false },
  });
}

/** Changes the language of the texts and of the document. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
