// SPDX-License-Identifier: EUPL-1.2
import type { pages as italian } from './it-pages';
import type { Same } from './same';

/** English words of the pages that every public site has. */
export const pages: Same<typeof italian> = {
  home: 'Back to the city',
  nav: 'Pages of this site',
  language: 'Language',
  external: '(external site)',
  unpublished:
    'Whoever publishes this copy has not said yet who they are or how to write to them: section “publisher” of city.json.',
  writeTo: 'Write to',
  accessibilita: {
    title: 'Accessibility',
    lead: 'Gemello Milano can be used with the keyboard, with a screen reader and without the map.',
    stateTitle: 'Where we are',
    state:
      'The aim is WCAG 2.2, level AA. At every change every screen passes an automatic check (axe), in both looks and both languages, and the main actions are tried with the keyboard alone.',
    limitsTitle: 'What does not work yet',
    limits:
      'The map is a picture: a screen reader does not read it. What it shows stands in tables and texts as well: the list of each layer, the card of each thing, the numbers of each answer. Nothing has been tried yet together with people who use a screen reader every day.',
    statementTitle: 'Accessibility statement',
    statement: 'The statement of {{name}}',
    noStatement: 'Whoever publishes this copy has not named its accessibility statement yet.',
    feedbackTitle: 'Report a problem',
    feedback:
      'If something cannot be used, write what you wanted to do and where. The answer comes within 30 days; if it does not, or is not enough, you can turn to the Italian Digital Ombudsman at AgID.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'Everything can be looked at without saying who one is. No data go to other sites.',
    noneTitle: 'What is not done',
    none: 'No statistics of visits, no advertising, no font, map or programme from other sites. The programme does not write the addresses of visitors into its logs; the server in front of it may keep them for security, for as many days as its operator has set.',
    browserTitle: 'What stays in your browser',
    browser:
      'Scenarios that are not saved yet, the steps to undo, the files that you opened and your choices of language and look stay in your browser. They go with the data of the site.',
    cookieTitle: 'A single cookie',
    cookie:
      'Whoever signs in with an account receives a session cookie, which serves to recognise them alone and expires by itself (while signing in, for a quarter of an hour at most, a second one). Whoever does not receives none.',
    serverTitle: 'What the server keeps',
    server:
      'Of saved scenarios it keeps what is in them, the name of who saved them and when, and who did what. Colleagues see the name, the public does not; of what is published it is said who publishes it.',
    peopleTitle: 'Data about people',
    people:
      'The city is described with open data that are aggregated already. Of fewer than five persons or households nothing is told: neither on the map, nor in tables, nor in files, nor by difference.',
    notice: 'The whole notice of {{name}}',
    rights: 'For your rights (access, correction, erasure) write to whoever publishes this copy.',
  },
  legale: {
    title: 'Legal notes',
    lead: 'Gemello Milano helps to think about the city. It is no official act.',
    figuresTitle: 'What the figures are worth',
    figures:
      'Forecasts are estimates of models: each has its interval, and a page says how well the models did on what really happened. Boundaries, heights and footprints replace neither the official cartography nor the land register.',
    codeTitle: 'The programme',
    code: 'Gemello Milano {{version}} is free software under the EUPL 1.2: it may be used, studied, changed and shared on its terms. It comes as it is, without warranty.',
    dataTitle: 'The data',
    data: 'Each data set keeps its own licence, which is on the page of credits.',
    syntheticTitle: 'Demo data',
    synthetic:
      'This copy shows a demo city: buildings, streets and figures are made by the programme and do not describe Milan.',
    notice: 'The legal notes of {{name}}',
  },
  crediti: {
    title: 'Credits',
    lead: 'Whose data these are, under which licence, and of when.',
    loading: 'Loading the list of data…',
    failed: 'The list of data did not come: load the page again in a while.',
    dataTitle: 'The data',
    softwareTitle: 'The programme',
    software:
      'It is made with much free software, among it MapLibre GL JS, three.js, 3d-tiles-renderer, deck.gl, React and React Aria, Fastify, PostgreSQL and PGlite. The font is Titillium Web; colours come from the tokens of Designers Italia.',
  },
};
