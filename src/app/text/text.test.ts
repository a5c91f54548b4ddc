// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it as test } from 'vitest';
import { BUILDING_USES, HEIGHT_ORIGINS } from '../../city/building';
import { THEMES } from '../../city/catalogue';
import {
  BUSINESS_STATES,
  GREENERY_CLASSES,
  GROUND_LAYERS,
  SERVICE_CLASSES,
  SERVICE_POSITIONS,
  STREET_CLASSES,
  TRANSIT_MODES,
} from '../../city/ground';
import { LAYERS } from '../../layers/index';
import { KEEP_FAULTS } from '../../scenario/kept-scenario';
import { ROLES } from '../../scenario/roles';
import { SIGN_IN_FAULTS } from '../../scenario/sign-in';
import { MODEL_VERSIONS } from '../../simulation/answer';
import { GREEN_PARAMETERS } from '../../simulation/models/green/green-parameters';
import { SHOPPING_PARAMETERS } from '../../simulation/models/retail/shopping-parameters';
import { CARE_PARAMETERS } from '../../simulation/models/service-access/care-parameters';
import { SERVICE_PARAMETERS } from '../../simulation/models/service-access/service-classes';
import { en } from './en';
import { ask as enAsk } from './en-ask';
import { commands as enCommands } from './en-commands';
import { compare as enCompare } from './en-compare';
import { desk as enDesk } from './en-desk';
import { glossary as enGlossary } from './en-glossary';
import { green as enGreen } from './en-green';
import { impact as enImpact } from './en-impact';
import { kept as enKept } from './en-kept';
import { kinds as enKinds } from './en-kinds';
import { kiosk as enKiosk } from './en-kiosk';
import { legend as enLegend } from './en-legend';
import { living as enLiving } from './en-living';
import { model as enModel } from './en-model';
import { outcome as enOutcome } from './en-outcome';
import { own as enOwn } from './en-own';
import { people as enPeople } from './en-people';
import { person as enPerson } from './en-person';
import { places as enPlaces } from './en-places';
import { publish as enPublish } from './en-publish';
import { scenario as enScenario } from './en-scenario';
import { sheet as enSheet } from './en-sheet';
import { steps as enSteps } from './en-steps';
import { sun as enSun } from './en-sun';
import { tables as enTables } from './en-tables';
import { tools as enTools } from './en-tools';
import { tour as enTour } from './en-tour';
import { it } from './it';
import { ask as itAsk } from './it-ask';
import { commands as itCommands } from './it-commands';
import { compare as itCompare } from './it-compare';
import { desk as itDesk } from './it-desk';
import { glossary as itGlossary } from './it-glossary';
import { green as itGreen } from './it-green';
import { impact as itImpact } from './it-impact';
import { kept as itKept } from './it-kept';
import { kinds as itKinds } from './it-kinds';
import { kiosk as itKiosk } from './it-kiosk';
import { legend as itLegend } from './it-legend';
import { living as itLiving } from './it-living';
import { model as itModel } from './it-model';
import { outcome as itOutcome } from './it-outcome';
import { own as itOwn } from './it-own';
import { people as itPeople } from './it-people';
import { person as itPerson } from './it-person';
import { places as itPlaces } from './it-places';
import { publish as itPublish } from './it-publish';
import { scenario as itScenario } from './it-scenario';
import { sheet as itSheet } from './it-sheet';
import { steps as itSteps } from './it-steps';
import { sun as itSun } from './it-sun';
import { tables as itTables } from './it-tables';
import { tools as itTools } from './it-tools';
import { tour as itTour } from './it-tour';

type Tree = { readonly [key: string]: string | Tree };

/** Every text by its path: `card.close` → "Chiudi la scheda". */
function leaves(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(here, value);
    else for (const [k, v] of leaves(value, here)) found.set(k, v);
  }
  return found;
}
const texts = {
  it: leaves({
    ...it,
    scenario: itScenario,
    impact: itImpact,
    kept: itKept,
    kinds: itKinds,
    kiosk: itKiosk,
    model: itModel,
    legend: itLegend,
    living: itLiving,
    green: itGreen,
    people: itPeople,
    person: itPerson,
    publish: itPublish,
    sheet: itSheet,
    places: itPlaces,
    outcome: itOutcome,
    own: itOwn,
    tables: itTables,
    ask: itAsk,
    tools: itTools,
    steps: itSteps,
    compare: itCompare,
    sun: itSun,
    tour: itTour,
    desk: itDesk,
    glossary: itGlossary,
    commands: itCommands,
  } as unknown as Tree),
  en: leaves({
    ...en,
    scenario: enScenario,
    impact: enImpact,
    kept: enKept,
    kinds: enKinds,
    kiosk: enKiosk,
    model: enModel,
    legend: enLegend,
    living: enLiving,
    green: enGreen,
    people: enPeople,
    person: enPerson,
    publish: enPublish,
    sheet: enSheet,
    places: enPlaces,
    outcome: enOutcome,
    own: enOwn,
    tables: enTables,
    ask: enAsk,
    tools: enTools,
    steps: enSteps,
    compare: enCompare,
    sun: enSun,
    tour: enTour,
    desk: enDesk,
    glossary: enGlossary,
    commands: enCommands,
  } as unknown as Tree),
};
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

/** What can be searched for by its kind. */
const KINDS = [
  ...SERVICE_CLASSES.map((code) => `service/${code}`),
  ...TRANSIT_MODES.map((mode) => `stop/${mode}`),
  'place',
];

describe.each(['it', 'en'] as const)('texts in %s', (language) => {
  test('none is empty or unfinished', () => {
    expect(texts[language].size).toBeGreaterThan(300);
    for (const [key, text] of texts[language]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/TODO|FIXME|\bxxx\b/i);
    }
  });

  test('every layer of the shelf and its legend have names', () => {
    for (const layer of LAYERS) {
      expect(texts[language].get(`layer.${layer.id}.name`), layer.id).toBeTruthy();
      expect(texts[language].get(`layer.${layer.id}.about`), layer.id).toBeTruthy();
      for (const { key } of layer.legend)
        expect(texts[language].get(`legend.${layer.id}.${key}`), `${layer.id}.${key}`).toBeTruthy();
    }
  });

  test('every code of the city has a name', () => {
    const lists: Record<string, readonly string[]> = {
      use: BUILDING_USES,
      heightOrigin: HEIGHT_ORIGINS,
      theme: THEMES,
      thing: ['building', ...GROUND_LAYERS],
      table: ['building', ...GROUND_LAYERS],
      'class.greenery': GREENERY_CLASSES,
      'class.street': STREET_CLASSES,
      'class.service': SERVICE_CLASSES,
      'class.transit-stop': TRANSIT_MODES,
      'class.transit-line': TRANSIT_MODES,
      servicePosition: SERVICE_POSITIONS,
      businessState: BUSINESS_STATES,
      'person.role': ROLES,
      'person.may': ROLES,
      'person.fault': SIGN_IN_FAULTS,
      'kinds.name': KINDS,
      'kinds.words': KINDS,
      'kept.refused': [...KEEP_FAULTS, 'away', 'no-server'],
      'kept.changes.model': Object.keys(MODEL_VERSIONS),
      // What a change of the people's figures hangs on most, as `PeopleModel` draws it.
      'impact.parameter': [
        'cityGrowthPer1000',
        'fertilityEnd',
        'lifeYearsEnd',
        'minorsMovesPer1000',
        'agedMovesPer1000',
        ...Object.keys(CARE_PARAMETERS),
        ...Object.keys(SHOPPING_PARAMETERS),
        ...Object.keys(SERVICE_PARAMETERS),
        ...Object.keys(GREEN_PARAMETERS),
      ],
    };
    for (const [path, codes] of Object.entries(lists))
      for (const code of codes)
        expect(texts[language].get(`${path}.${code}`), `${path}.${code}`).toBeTruthy();
  });
});

test('both languages have the same keys, with the same holes to fill', () => {
  expect([...texts.en.keys()].sort()).toEqual([...texts.it.keys()].sort());
  for (const [key, text] of texts.it) expect(holes(texts.en.get(key)!), key).toEqual(holes(text));
});

test('nothing is named that is not on the shelf', () => {
  expect(Object.keys(it.layer).sort()).toEqual(LAYERS.map((l) => l.id).sort());
  for (const layer of LAYERS)
    expect(Object.keys(itLegend[layer.id]).sort(), layer.id).toEqual(layer.legend.map((e) => e.key).sort());
});
