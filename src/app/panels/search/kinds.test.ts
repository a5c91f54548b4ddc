// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchEntry } from '../../../city/catalogue';
import { lonLat } from '../../../city/frames';
import { formats } from '../../text/format';
import { loadPart, startTexts } from '../../text/texts';
import { aroundOf, makeSearch } from './sections';

const entry = (kind: SearchEntry['kind'], name: string, code: string | undefined, east = 0): SearchEntry => ({
  kind,
  id: name,
  name,
  ...(code ? { class: code } : {}),
  at: lonLat(9.19 + east, 45.46),
});
const search = makeSearch([
  entry('service', 'Comprensivo Diaz', 'school', 0.01),
  entry('service', 'Liceo Parini', 'school', 0.001),
  entry('service', 'Farmacia Duomo', 'pharmacy'),
  entry('stop', 'Missori', 'metro', 0.002),
  entry('stop', 'Missori FS', 'rail'),
  entry('place', 'Parco Sempione', undefined, -0.02),
  entry('street', 'Via della Scuola', undefined),
]);
const now = {
  view: { at: lonLat(9.19, 45.46), zoom: 14, pitchDeg: 0, bearingDeg: 0 },
  layers: { trees: false },
};
const find = (query: string) =>
  search.find(query, { t: i18next.getFixedT('it'), format: formats('it'), view: now.view });
const shown = (query: string) => find(query).map(({ id, results }) => [id, results.map(({ name }) => name)]);

beforeAll(async () => {
  startTexts();
  await loadPart('kinds', 'it');
});

describe('a kind', () => {
  it('is found by its word, with the nearest of it, before what is called so', () => {
    expect(shown('scuola')).toEqual([
      ['kinds', ['Scuole']],
      ['nearest', ['Liceo Parini', 'Comprensivo Diaz']],
      ['street', ['Via della Scuola']],
    ]);
    expect(find('Scuole')[0]?.results[0]?.detail).toBe('in elenco e sulla mappa: 2');
    // 0.001° of longitude here are 78 m.
    expect(find('scuola')[1]?.results[0]?.detail).toBe('Scuola · a 80\u00a0m');
    expect(shown('metro')).toEqual([
      ['kinds', ['Stazioni della metropolitana']],
      ['nearest', ['Missori']],
    ]);
    expect(shown('parchi')[0]).toEqual(['kinds', ['Parchi e giardini']]);
    expect(shown('stazione')[0]).toEqual(['kinds', ['Stazioni della metropolitana', 'Stazioni ferroviarie']]);
  });

  it('that is nearby and also called so is listed once', () => {
    expect(shown('farmacia')).toEqual([
      ['kinds', ['Farmacie']],
      ['nearest', ['Farmacia Duomo']],
    ]);
  });

  it('counts those that are listed once, as doctors at one address are', () => {
    const doctor = { ...entry('service', 'Medico di famiglia', 'family-doctor'), detail: 'Via Dante 2' };
    const found = makeSearch([doctor, { ...doctor, id: 'other' }]).find('medico', {
      t: i18next.getFixedT('it'),
      format: formats('it'),
      view: now.view,
    });
    expect(found[0]?.results.map(({ name, detail }) => [name, detail])).toEqual([
      ['Medici di famiglia', 'in elenco e sulla mappa: 2'],
    ]);
    expect(found[1]?.results).toHaveLength(1);
  });

  it('is none where a word more is written than it has, or less than three letters', () => {
    expect(shown('parco sempione')).toEqual([['place', ['Parco Sempione']]]);
    expect(shown('sc').map(([id]) => id)).not.toContain('kinds');
    expect(shown('piscina')).toEqual([]);
    expect(shown('')).toEqual([]);
  });

  it('that is chosen turns on its layer, lists what is of it, and is flown to', () => {
    const choice = find('scuola')[0]!.results[0]!.choice(now);
    expect(choice).toMatchObject({
      layers: { trees: false, services: true },
      list: 'service',
      listWords: { list: 'service', words: 'scuola' },
      selection: null,
    });
    expect(choice.flight?.to.at[0]).toBeCloseTo(9.1955, 6);
    // 0.009° are 702 m: 0.81 of a zoom further than 400 m.
    expect(choice.flight?.to.zoom).toBeCloseTo(16.5 - Math.log2(701.9 / 400), 2);
  });

  it('does so as things stand when it is chosen, not when it was listed', () => {
    const [kind] = find('stazione')[0]!.results;
    // Since then a layer was turned on, and the map moved.
    const view = { ...now.view, at: lonLat(9.3, 45.4) };
    expect(kind!.choice({ view, layers: { trees: true, traffic: false } }).layers).toEqual({
      trees: true,
      traffic: false,
      'transit-stops': true,
    });
    const many = makeSearch(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => entry('service', `Scuola ${n}`, 'school', n / 100)),
    );
    const [schools] = many.find('scuole', {
      t: i18next.getFixedT('it'),
      format: formats('it'),
      view: now.view,
    })[0]!.results;
    // The five nearest are 0–4 from the west, 5–9 from the east.
    expect(schools!.choice(now).flight?.to.at[0]).toBeCloseTo(9.21, 6);
    expect(schools!.choice({ ...now, view }).flight?.to.at[0]).toBeCloseTo(9.26, 6);
  });

  it('does not blink out while its word is written', () => {
    for (const query of ['sta', 'staz', 'stazi', 'stazione'])
      expect(shown(query)[0], query).toEqual([
        'kinds',
        ['Stazioni della metropolitana', 'Stazioni ferroviarie'],
      ]);
    expect(shown('fta')[0]).toEqual(['kinds', ['Stazioni della metropolitana']]);
  });
});

it('one alone is seen from near, a whole city not from further than a district', () => {
  expect(aroundOf([{ at: lonLat(9.2, 45.4) }])).toEqual({ at: [9.2, 45.4], zoom: 16.5 });
  expect(aroundOf([{ at: lonLat(9, 45) }, { at: lonLat(10, 46) }]).zoom).toBe(13);
});
