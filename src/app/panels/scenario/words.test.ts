// SPDX-License-Identifier: EUPL-1.2
import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLACE_FAULTS } from '../../../scenario/check-measure';
import { drawn, smallCity, squareAbout, streetId, streetLine } from '../../../scenario/fixtures/small-city';
import { MEASURES } from '../../../scenario/measures';
import { FIELD_FAULTS, FIELD_UNITS, type Field } from '../../../scenario/measures/fields';
import { MEASURE_FAULTS, type Place } from '../../../scenario/measures/measure';
import { FILE_FAULTS, ScenarioFileError } from '../../../scenario/saved-file';
import { CityInputsError, REQUIRED_INPUTS } from '../../../simulation/read-inputs';
import { formats } from '../../text/format';
import { loadPart, loadWords, speak, startTexts } from '../../text/texts';
import { fileFaultText } from './file-faults';
import { GROUPS, offersFor } from './offers';
import { inputsFaultText, runFaultText } from './run-faults';
import { measureName, measureSentence, type SaidMeasure, scenarioTitle } from './sentences';
import { measureFault, quantityText, type Words } from './words';

const NBSP = '\u00a0';
const LANGUAGES = ['it', 'en'] as const;
let words: Words;

beforeAll(async () => {
  // `speak` also tells the document, which is not here.
  globalThis.document ??= { documentElement: {} } as Document;
  startTexts();
  await loadWords('en');
  for (const language of LANGUAGES) await loadPart('scenario', language);
  words = { t: i18next.t, format: formats('it'), city: smallCity() };
});

describe('new housing', () => {
  // The forecast leaves such a district out (demography/people-forecast.ts), traffic does not.
  it.each([
    ['it', 'Dove non è diffuso chi vi abita, persone, scuole e cura non cambiano.'],
    ['en', 'Where it is not disclosed who lives there, people, schools and care do not change.'],
  ])('says in %s where it changes nothing of people', (lng, limit) =>
    expect(i18next.t('scenario.kind.new-housing.about', { lng })).toContain(limit),
  );
});

const streets: Place = {
  kind: 'streets',
  streetIds: [streetId('Via Sud'), streetId('Via Centrale'), streetId('Viale Est')],
  lines: [streetLine('Via Sud'), streetLine('Via Centrale'), streetLine('Viale Est')],
};
const square: Place = { kind: 'polygon', ring: squareAbout(500, 500, 500) };
const areaC: Place = { kind: 'area', areaId: 'area-c' };
const city: Place = { kind: 'city' };
const says = (kind: string, config: unknown, place: Place) => measureSentence({ kind, config, place }, words);

describe('a value of a field', () => {
  it('has its unit in the number that it is of', () => {
    expect(quantityText(1, 'min', words)).toBe(`1${NBSP}minuto`);
    expect(quantityText(0.5, 'min', words)).toBe(`0,5${NBSP}minuti`);
    expect(quantityText(1, 'residents', words)).toBe(`1${NBSP}abitante`);
    expect(quantityText(-2, 'lanes', words)).toBe(`−2${NBSP}corsie`);
    expect(quantityText(1, 'eur/h', words)).toBe(`1${NBSP}€ l’ora`);
  });
});

describe('the title of a scenario', () => {
  const measure = (kind: string, on = true) => ({ id: kind, kind, on, config: {}, place: city });
  const titled = (name: string, ...measures: ReturnType<typeof measure>[]) =>
    scenarioTitle({ name, measures }, words);

  it('is the name that it was given, if there is anything in it', () => {
    expect(titled(' Piano 2030 ', measure('lanes'))).toBe('Piano 2030');
    expect(titled('  ')).toBe('Scenario senza nome');
  });
  it('else is what is switched on in it, each kind once', () => {
    expect(titled('')).toBe('Scenario senza nome');
    expect(titled('', measure('transit-fare'), measure('lanes', false), measure('transit-fare'))).toBe(
      'Prezzo del biglietto',
    );
  });
  it('names three and counts the others', () => {
    const kinds = ['transit-fare', 'lanes', 'remote-work', 'speed-limit', 'parking-price'];
    const names = kinds.map((kind) => measureName(measure(kind), words));
    const title = names.slice(0, 3).join(' + ');
    expect(titled('', ...kinds.slice(0, 3).map((kind) => measure(kind)))).toBe(title);
    expect(titled('', ...kinds.slice(0, 4).map((kind) => measure(kind)))).toBe(`${title} e 1 altra misura`);
    expect(titled('', ...kinds.map((kind) => measure(kind)))).toBe(`${title} e altre 2 misure`);
    // Three kinds and four closures; two of the first kind are named once, and neither is one more.
    const closures = [1, 2, 3, 4].map(() => measure('close-streets'));
    const named = ['transit-fare', ...kinds.slice(0, 3)].map((kind) => measure(kind));
    expect(titled('', ...named, ...closures)).toBe(`${title} e altre 4 misure`);
  });
});

describe('a measure in one sentence', () => {
  it('says where, how much and when', () => {
    const hours = { fromMin: 450, toMin: 1170 };
    expect(says('road-pricing', { hours, priceEur: { visitor: 7.5, resident: 3, goods: 4.5 } }, areaC)).toBe(
      `Area C: 7,50${NBSP}€ (residenti 3${NBSP}€, merci e servizio 4,50${NBSP}€) dalle 7:30 alle 19:30`,
    );
    expect(says('road-pricing', { hours, priceEur: { visitor: 5, resident: 5, goods: 5 } }, areaC)).toBe(
      `Area C: 5${NBSP}€ dalle 7:30 alle 19:30`,
    );
    expect(says('road-pricing', { hours, priceEur: { visitor: 0, resident: 0, goods: 0 } }, areaC)).toBe(
      'Area C: ingresso gratuito',
    );
    expect(says('speed-limit', { speedKmH: 30 }, city)).toBe(`Tutta la città: limite di 30${NBSP}km/h`);
    expect(says('parking-price', { priceEurH: 3 }, square)).toBe(
      `Area disegnata (1${NBSP}km²): sosta a 3${NBSP}€ l’ora`,
    );
  });

  it('names the streets', () => {
    expect(says('close-streets', { pedestrianise: false }, streets)).toBe(
      'Via Sud e altre 2 vie: chiusura al traffico a motore',
    );
    const one: Place = { kind: 'streets', streetIds: [streetId('Via Sud')], lines: [streetLine('Via Sud')] };
    expect(says('lanes', { lanesMore: -1 }, one)).toBe('Via Sud: 1 corsia in meno per direzione');
    expect(says('bicycle-lanes', { type: 'protected', takesLane: true }, one)).toBe(
      'Via Sud: corsia ciclabile protetta, al posto di una corsia',
    );
  });

  it('says runs of Euro classes in two words, others one by one', () => {
    const ban = (classes: string[]) =>
      says(
        'emission-ban',
        { hours: { fromMin: 450, toMin: 1170 }, classes, derogatedShare: 0 },
        { kind: 'area', areaId: 'area-b' },
      );
    expect(ban(['petrol-euro0', 'petrol-euro1', 'diesel-euro0'])).toBe(
      'Area B: divieto dalle 7:30 alle 19:30 a benzina fino a Euro 1 e diesel fino a Euro 0',
    );
    expect(ban(['diesel-euro2', 'diesel-euro3'])).toBe(
      'Area B: divieto dalle 7:30 alle 19:30 a diesel Euro 2 e diesel Euro 3',
    );
    expect(ban([])).toBe('Area B: nessun divieto');
  });

  it('says shares, lines and numbers of people', () => {
    const none = { office: 0, public: 0, retail: 0, industry: 0, care: 0 };
    expect(says('remote-work', { who: 'who-can', share: 0.2, shareBySector: none }, city)).toBe(
      '20% in lavoro agile tra chi può (uffici e amministrazione), oltre a oggi',
    );
    const line: Place = { kind: 'line', points: [drawn(0, 0), drawn(500, 0), drawn(1000, 0)] };
    expect(says('transit-line', { line: 'N1', mode: 'tram', headwayMin: 6, speedKmH: 18 }, line)).toBe(
      'N1 (tram): 3 fermate, una corsa ogni 6 min',
    );
    expect(says('transit-frequency', { mode: 'metro', line: '', headwayFactor: 0.5 }, city)).toBe(
      'Metropolitana: 2 volte le corse di oggi',
    );
    expect(says('new-housing', { residents: 5000 }, square)).toBe(
      `Area disegnata (1${NBSP}km²): 5.000 abitanti in più`,
    );
  });
});

describe('the name of a measure', () => {
  const remote = MEASURES.find(({ id }) => id === 'remote-work')!;
  const [preset] = remote.presets;

  it('is that of the ready-made one as long as it is that', () => {
    const ready: SaidMeasure = { kind: 'remote-work', ...preset! };
    expect(measureName(ready, words)).toBe('20% in lavoro agile');
    const other = { ...(preset!.config as object), share: 0.25 };
    expect(measureName({ ...ready, config: other }, words)).toBe('Lavoro agile');
    expect(measureName({ ...ready, kind: 'flying-cars' }, words)).toBe('flying-cars');
  });
});

/** Paths of all texts that the shelf asks for. */
function wantedKeys(): string[] {
  const ofField = (kind: string, field: Field) => [
    `field.${kind}.${field.key}`,
    ...(field.type === 'choice' || field.type === 'choices'
      ? field.options.map((option) => `option.${field.key}.${option}`)
      : []),
    ...(field.type === 'number-by-key' ? field.keys.map((key) => `option.${field.key}.${key}`) : []),
  ];
  return [
    ...MEASURES.flatMap(({ id, fields, presets }) => [
      `kind.${id}.name`,
      `kind.${id}.about`,
      ...(fields as readonly Field[]).flatMap((field) => ofField(id, field)),
      ...presets.map((preset) => `preset.${preset.id.replaceAll('.', '_')}`),
    ]),
    ...FIELD_UNITS.map((unit) => `unit.${unit}`),
    ...FIELD_FAULTS.map((code) => `fieldFault.${code}`),
    ...PLACE_FAULTS.map((code) => `placeFault.${code}`),
    ...MEASURE_FAULTS.map((code) => `fault.${code}`),
    ...FILE_FAULTS.map((code) => `fileFault.${code}`),
    ...REQUIRED_INPUTS.map((id) => `table.${id}`),
  ];
}

describe.each(LANGUAGES)('the shelf in %s', (language) => {
  it('has a text for all that can be set and all that can be wrong', () => {
    const missing = wantedKeys().filter(
      (key) => !i18next.exists(`scenario.${key}`, { lng: language, fallbackLng: [] }),
    );
    expect(missing).toEqual([]);
  });

  it('says every ready-made measure without a hole', () => {
    speak(language);
    const said: Words = { ...words, t: i18next.t as TFunction, format: formats(language) };
    for (const kind of MEASURES)
      for (const preset of kind.presets) {
        const text = `${measureName({ kind: kind.id, ...preset }, said)}: ${measureSentence({ kind: kind.id, ...preset }, said)}`;
        expect(text, preset.id).not.toMatch(/\{\{|undefined|NaN|scenario\./);
      }
    speak('it');
  });
});

describe('the menu', () => {
  it('offers every kind once', () => {
    const offered = Object.values(GROUPS).flat();
    expect([...offered].sort()).toEqual(MEASURES.map(({ id }) => id).sort());
    expect(new Set(offered).size).toBe(offered.length);
  });

  it('leaves out what this city has no place for', () => {
    const ids = (areas: Parameters<typeof offersFor>[0]) =>
      offersFor(areas).flatMap(({ presets }) => presets.map(({ preset }) => preset.id));
    expect(ids(smallCity())).toContain('area-c-7.5');
    expect(ids({ areas: [] })).not.toContain('area-c-7.5');
    expect(ids({ areas: [] })).toContain('city-30');
  });
});

describe('what went wrong', () => {
  it('is said with the place in the file', () => {
    const error = new ScenarioFileError(3, 'config.priceEur.visitor', 'too-high', '1000');
    expect(fileFaultText(error, words)).toBe(
      'Elemento n. 3, campo «config.priceEur.visitor»: Il valore è troppo alto. Nel file: 1000',
    );
    expect(fileFaultText(new ScenarioFileError(null, '', 'not-json', ''), words)).toBe(
      'Il file non è in formato JSON, o è incompleto.',
    );
  });

  it('names the measure and the street', () => {
    const detail = streetId('Via Sud');
    expect(measureFault({ code: 'no-such-street', detail }, words)).toBe(
      'questa città non ha (più) la via «Via Sud».',
    );
    const scenario = {
      name: '',
      description: '',
      author: '',
      seed: '1',
      assumptions: [],
      year: 2035,
      notes: [],
      measures: [{ id: 'm1', kind: 'transit-fare', on: true, config: { fareEur: 1 }, place: city }],
    };
    const fault = { where: 'scenario', code: 'nothing-to-change', detail: '', measureId: 'm1' };
    expect(runFaultText(fault, scenario, words)).toBe(
      'Misura «Prezzo del biglietto»: così non cambierebbe niente.',
    );
    expect(runFaultText({ ...fault, measureId: undefined }, scenario, words)).toBe(
      'Così non cambierebbe niente.',
    );
    expect(runFaultText({ where: 'worker', code: 'crashed', detail: '' }, scenario, words)).toBe(
      'Un processo di calcolo si è interrotto.',
    );
    expect(runFaultText({ where: 'run', code: 'unexpected', detail: 'no worker' }, scenario, words)).toBe(
      'È successo qualcosa di inatteso (run: no worker).',
    );
  });

  it('names the tables that a city lacks', () => {
    expect(inputsFaultText(new CityInputsError(['road-links', 'gateways']), words)).toBe(
      'Questa città non ha i dati per simulare: mancano archi della rete stradale e accessi alla città.',
    );
    expect(inputsFaultText(new Error('truncated'), words)).toBe(
      'I dati per simulare non si leggono: truncated',
    );
  });
});
