// SPDX-License-Identifier: EUPL-1.2
/**
 * Sets up i18next. Italian comes with the programme, English when it is first asked for, and the
 * words of a part that is sent on demand with that part.
 */
import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../state/store';
import { it } from './it';
import type { ask } from './it-ask';
import type { commands } from './it-commands';
import type { compare } from './it-compare';
import type { desk } from './it-desk';
import type { glossary } from './it-glossary';
import type { green } from './it-green';
import type { impact } from './it-impact';
import type { kept } from './it-kept';
import type { kinds } from './it-kinds';
import type { kiosk } from './it-kiosk';
import type { legend } from './it-legend';
import type { living } from './it-living';
import type { model } from './it-model';
import type { outcome } from './it-outcome';
import type { own } from './it-own';
import type { pages } from './it-pages';
import type { people } from './it-people';
import type { person } from './it-person';
import type { places } from './it-places';
import type { publish } from './it-publish';
import type { scenario } from './it-scenario';
import type { sheet } from './it-sheet';
import type { steps } from './it-steps';
import type { sun } from './it-sun';
import type { tables } from './it-tables';
import type { tools } from './it-tools';
import type { tour } from './it-tour';

/** Parts with words of their own, under a key of the same name. */
const PARTS = {
  ask: {
    it: () => import('./it-ask').then(({ ask }) => ask),
    en: () => import('./en-ask').then(({ ask }) => ask),
  },
  scenario: {
    it: () => import('./it-scenario').then(({ scenario }) => scenario),
    en: () => import('./en-scenario').then(({ scenario }) => scenario),
  },
  impact: {
    it: () => import('./it-impact').then(({ impact }) => impact),
    en: () => import('./en-impact').then(({ impact }) => impact),
  },
  kept: {
    it: () => import('./it-kept').then(({ kept }) => kept),
    en: () => import('./en-kept').then(({ kept }) => kept),
  },
  kinds: {
    it: () => import('./it-kinds').then(({ kinds }) => kinds),
    en: () => import('./en-kinds').then(({ kinds }) => kinds),
  },
  kiosk: {
    it: () => import('./it-kiosk').then(({ kiosk }) => kiosk),
    en: () => import('./en-kiosk').then(({ kiosk }) => kiosk),
  },
  legend: {
    it: () => import('./it-legend').then(({ legend }) => legend),
    en: () => import('./en-legend').then(({ legend }) => legend),
  },
  living: {
    it: () => import('./it-living').then(({ living }) => living),
    en: () => import('./en-living').then(({ living }) => living),
  },
  model: {
    it: () => import('./it-model').then(({ model }) => model),
    en: () => import('./en-model').then(({ model }) => model),
  },
  tools: {
    it: () => import('./it-tools').then(({ tools }) => tools),
    en: () => import('./en-tools').then(({ tools }) => tools),
  },
  outcome: {
    it: () => import('./it-outcome').then(({ outcome }) => outcome),
    en: () => import('./en-outcome').then(({ outcome }) => outcome),
  },
  own: {
    it: () => import('./it-own').then(({ own }) => own),
    en: () => import('./en-own').then(({ own }) => own),
  },
  pages: {
    it: () => import('./it-pages').then(({ pages }) => pages),
    en: () => import('./en-pages').then(({ pages }) => pages),
  },
  green: {
    it: () => import('./it-green').then(({ green }) => green),
    en: () => import('./en-green').then(({ green }) => green),
  },
  people: {
    it: () => import('./it-people').then(({ people }) => people),
    en: () => import('./en-people').then(({ people }) => people),
  },
  person: {
    it: () => import('./it-person').then(({ person }) => person),
    en: () => import('./en-person').then(({ person }) => person),
  },
  publish: {
    it: () => import('./it-publish').then(({ publish }) => publish),
    en: () => import('./en-publish').then(({ publish }) => publish),
  },
  sheet: {
    it: () => import('./it-sheet').then(({ sheet }) => sheet),
    en: () => import('./en-sheet').then(({ sheet }) => sheet),
  },
  places: {
    it: () => import('./it-places').then(({ places }) => places),
    en: () => import('./en-places').then(({ places }) => places),
  },
  tables: {
    it: () => import('./it-tables').then(({ tables }) => tables),
    en: () => import('./en-tables').then(({ tables }) => tables),
  },
  sun: {
    it: () => import('./it-sun').then(({ sun }) => sun),
    en: () => import('./en-sun').then(({ sun }) => sun),
  },
  steps: {
    it: () => import('./it-steps').then(({ steps }) => steps),
    en: () => import('./en-steps').then(({ steps }) => steps),
  },
  commands: {
    it: () => import('./it-commands').then(({ commands }) => commands),
    en: () => import('./en-commands').then(({ commands }) => commands),
  },
  compare: {
    it: () => import('./it-compare').then(({ compare }) => compare),
    en: () => import('./en-compare').then(({ compare }) => compare),
  },
  desk: {
    it: () => import('./it-desk').then(({ desk }) => desk),
    en: () => import('./en-desk').then(({ desk }) => desk),
  },
  glossary: {
    it: () => import('./it-glossary').then(({ glossary }) => glossary),
    en: () => import('./en-glossary').then(({ glossary }) => glossary),
  },
  tour: {
    it: () => import('./it-tour').then(({ tour }) => tour),
    en: () => import('./en-tour').then(({ tour }) => tour),
  },
} as const satisfies Record<string, Record<Language, () => Promise<object>>>;
type Part = keyof typeof PARTS;
const used = new Set<Part>();

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof it & {
        ask: typeof ask;
        scenario: typeof scenario;
        impact: typeof impact;
        kept: typeof kept;
        kinds: typeof kinds;
        kiosk: typeof kiosk;
        legend: typeof legend;
        living: typeof living;
        model: typeof model;
        outcome: typeof outcome;
        own: typeof own;
        pages: typeof pages;
        green: typeof green;
        people: typeof people;
        person: typeof person;
        places: typeof places;
        publish: typeof publish;
        sheet: typeof sheet;
        tables: typeof tables;
        tools: typeof tools;
        steps: typeof steps;
        sun: typeof sun;
        tour: typeof tour;
        glossary: typeof glossary;
        commands: typeof commands;
        compare: typeof compare;
        desk: typeof desk;
      };
    };
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

/** Brings the words of a language, with those of the parts in use. Rejects where they do not come. */
export async function loadWords(language: Language): Promise<void> {
  // Every part also has its words in the bundle: that some are there says nothing of the rest.
  if (!i18next.getResource(language, 'translation', 'app')) {
    const { en } = await import('./en');
    i18next.addResourceBundle(language, 'translation', en, true);
  }
  await Promise.all([...used].map((part) => bring(part, language)));
}

/** Brings the words of a part; from now on they come with each language. Rejects where they do not come. */
export function loadPart(part: Part, language: Language): Promise<void> {
  used.add(part);
  return bring(part, language);
}

async function bring(part: Part, language: Language): Promise<void> {
  if (i18next.getResource(language, 'translation', part)) return;
  i18next.addResourceBundle(language, 'translation', { [part]: await PARTS[part][language]() }, true);
}

/** Words of a language whatever the page speaks, of those that have been brought. */
export const wordsIn = (language: Language): TFunction => i18next.getFixedT(language);

/** Changes the language of the texts and of the document; its words have been brought. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
