// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InputFault } from '../../../city/input-fault';
import { smallCity } from '../../../scenario/fixtures/small-city';
import { formats } from '../../text/format';
import { loadPart, loadWords, startTexts } from '../../text/texts';
import { runFaultText } from './run-faults';

beforeAll(async () => {
  startTexts();
  await Promise.all([loadWords('en'), loadPart('scenario', 'it'), loadPart('scenario', 'en')]);
});

const city = smallCity();
const { links } = city.roads;
const words = (language: 'it' | 'en', known = true) => ({
  t: i18next.getFixedT(language),
  format: formats(language),
  city: known ? city : null,
});
const fault = (about?: InputFault) => ({
  where: 'traffic',
  code: 'inputs',
  detail: 'capacity is 0',
  ...(about ? { about } : {}),
});
/** The first sentence: what is wrong, and where. */
const what = (about: InputFault | undefined, language: 'it' | 'en', known = true) =>
  runFaultText(fault(about), undefined, words(language, known)).split(
    language === 'it' ? ' Se una misura' : ' If a measure',
  )[0];

/** Every kind, with the sentence in both languages. */
const SENTENCES: readonly (readonly [about: InputFault, it: string, en: string])[] = [
  [
    { kind: 'link', link: 4 },
    'La rete stradale ha un valore impossibile in «Via Centrale» (tabella «archi della rete stradale», riga 5).',
    'The street network has an impossible value in “Via Centrale” (table “links of the road network”, row 5).',
  ],
  [
    // Two links a connector: the fourth is the way of Centro to crossing 1.
    { kind: 'link', link: links + 7 },
    'Il collegamento tra «Centro» e la rete stradale ha un valore impossibile (tabella «collegamenti tra zone e rete», riga 4).',
    'The way between “Centro” and the street network has an impossible value (table “connections of zones and network”, row 4).',
  ],
  [
    { kind: 'link', link: links + 20 },
    'Una strada fuori città tra due accessi ha un valore impossibile (tabella «accessi alla città»).',
    'A road outside the city between two gateways has an impossible value (table “ways into the city”).',
  ],
  [
    { kind: 'zone', zone: 2 },
    'I dati di «Est» hanno un valore impossibile (tabella «zone»).',
    'The data of “Est” have an impossible value (table “zones”).',
  ],
  [
    { kind: 'trips', from: 0, to: 1 },
    'Il numero o il costo dei viaggi da «Ovest» a «Centro» è impossibile.',
    'The number or the cost of trips from “Ovest” to “Centro” is impossible.',
  ],
  [
    { kind: 'leaves-not', zone: 0 },
    'Da «Ovest» dovrebbero partire viaggi, ma oggi nessuno ne parte o nessuna via li porta altrove.',
    'Trips are to leave “Ovest”, but nobody leaves it today, or no way takes them anywhere.',
  ],
  [
    { kind: 'reached-not', zone: 0 },
    'A «Ovest» dovrebbero arrivare viaggi, ma oggi nessuno vi arriva o nessuna via vi porta.',
    'Trips are to reach “Ovest”, but nobody goes there today, or no way leads there.',
  ],
  [
    { kind: 'nobody' },
    'In tutta la città mancano abitanti o mete da cui calcolare i viaggi (tabella «popolazione»).',
    'The whole city lacks residents or destinations to calculate trips from (table “population”).',
  ],
  [
    { kind: 'no-gateway' },
    'Nessun accesso alla città ha una strada che entra, o una che esce (tabella «accessi alla città»).',
    'No gateway of the city has a street leading in, or one leading out (table “ways into the city”).',
  ],
  [
    { kind: 'no-balance' },
    'Il numero dei viaggi che partono e quello dei viaggi che arrivano non coincidono.',
    'Trips that leave and trips that arrive do not add up.',
  ],
  [
    { kind: 'stop', stop: 1 },
    'La fermata «Centro» ha una posizione impossibile (tabella «fermate», riga 2).',
    'The stop “Centro” is at an impossible place (table “stops”, row 2).',
  ],
  [
    { kind: 'line', line: 'M1' },
    'La linea «M1» ha un valore impossibile: fermate, frequenza o velocità (tabella «percorsi delle linee»).',
    'The line “M1” has an impossible value: stops, frequency or speed (table “courses of lines”).',
  ],
];

describe('what a model cannot compute with', () => {
  it.each(SENTENCES)('%o is said with its place', (about, italian, english) => {
    expect(what(about, 'it')).toBe(italian);
    expect(what(about, 'en')).toBe(english);
  });

  it('says what the reader can do, and what the model itself says', () =>
    expect(runFaultText(fault(), undefined, words('it'))).toBe(
      'Il modello del traffico non può usare i dati che riceve. Se una misura tocca questo punto, cambiala o spegnila e ricalcola; se il calcolo si ferma anche senza misure, chi prepara la città deve correggere il dato e ricostruirla. Dettaglio tecnico: capacity is 0.',
    ));

  it('is said by numbers while the city is not there', () => {
    expect(what({ kind: 'zone', zone: 2 }, 'it', false)).toBe(
      'I dati di «zona n. 3» hanno un valore impossibile (tabella «zone»).',
    );
    expect(what({ kind: 'link', link: 4 }, 'it', false)).toBe(
      'La rete stradale ha un valore impossibile in «via senza nome» (tabella «archi della rete stradale», riga 5).',
    );
  });

  it('of a model that is not known is said too', () =>
    expect(
      runFaultText({ where: 'weather', code: 'inputs', detail: 'rain' }, undefined, words('en')),
    ).toMatch(/^A model cannot use the data it is given\. /));
});
